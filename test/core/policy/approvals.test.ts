// Who has to agree: as the rule says that allows it; where several are needed, so that the condition of each holds.

import { authorizeByPolicy } from "../../../src/core/policy/authorize.ts";
import { allOf } from "../../../src/core/policy/choose-rules.ts";
import type { Approval, PolicyAction } from "../../../src/core/policy/decision.ts";
import { mayApprove } from "../../../src/core/policy/may-approve.ts";
import { allow, change, decide, deny, fix, ids, may, mayChange, memberOf, policyOf } from "./policies.ts";

const by = (count: number, groups: string, expires = "30m", more = "") =>
  `approval: { count: ${count}, groups: [${groups}], expires: ${expires}${more} }`;
const escalating = (after: string, groups: string) => `, escalate: { after: ${after}, groups: [${groups}] }`;
const lends = ", runAs: approver";
const requester = "approval: requester";

const scaling = mayChange("scale", "deployments, statefulsets", '"*"');
const deployments = mayChange("scale", "deployments", '"*"');
const statefulsets = mayChange("scale", "statefulsets", '"*"');
const named = mayChange("scale", "deployments", '"*"', ", names: [api]");
const both = change("kubectl scale deploy/api sts/api --replicas=2");
const one = change("kubectl scale deploy/api --replicas=2");
const others = (count: number, groups: readonly string[], minutes = 30): Approval => ({
  ...{ by: "others", count, groups, minutes },
});

test.each<[string, string[], PolicyAction, { rule: string; approval?: Approval; show?: string }]>([
  [
    "one of a group",
    [allow("a", `${scaling}, ${by(1, "leads", "2h")}`)],
    one,
    { rule: "a", approval: others(1, ["leads"], 120) },
  ],
  [
    "nobody else",
    [allow("a", `${scaling}, ${requester}`)],
    one,
    { rule: "a", approval: { by: "requester", minutes: 30 } },
  ],
  [
    "a second group after a while",
    [allow("a", `${scaling}, ${by(2, "leads", "1h", escalating("10m", "oncall"))}`)],
    one,
    {
      rule: "a",
      approval: {
        ...others(2, ["leads"], 60),
        escalate: { afterMinutes: 10, groups: ["oncall"] },
      } as Approval,
    },
  ],
  [
    "two rules that are both needed: more of those who are in both, in the shorter time",
    [
      allow("a", `${deployments}, ${by(1, "leads, oncall", "1h")}`),
      allow("b", `${statefulsets}, ${by(2, "leads", "2h")}`),
    ],
    both,
    { rule: "a, b", approval: others(2, ["leads"], 60) },
  ],
  [
    "one of both that asks nobody else: the other one's condition",
    [allow("a", `${deployments}, ${requester}`), allow("b", `${statefulsets}, ${by(1, "leads", "2h")}`)],
    both,
    { rule: "a, b", approval: others(1, ["leads"], 120) },
  ],
  [
    "both ask nobody else",
    [allow("a", `${deployments}, ${requester}`), allow("b", `${statefulsets}, ${requester}`)],
    both,
    { rule: "a, b", approval: { by: "requester", minutes: 30 } },
  ],
  [
    "a second group that both let agree in the end, after the longer while",
    [
      allow("a", `${deployments}, ${by(1, "leads", "1h", escalating("10m", "oncall"))}`),
      allow("b", `${statefulsets}, ${by(1, "leads", "1h", escalating("20m", "oncall"))}`),
    ],
    both,
    {
      rule: "a, b",
      approval: {
        ...others(1, ["leads"], 60),
        escalate: { afterMinutes: 20, groups: ["oncall"] },
      } as Approval,
    },
  ],
  [
    "a second group of one of them alone, whom the other never asks",
    [
      allow("a", `${deployments}, ${by(1, "leads", "1h", escalating("10m", "oncall"))}`),
      allow("b", `${statefulsets}, ${by(1, "leads", "1h")}`),
    ],
    both,
    { rule: "a, b", approval: others(1, ["leads"], 60) },
  ],
  [
    "a second group for which there is no time left",
    [
      allow("a", `${deployments}, ${by(1, "leads", "1h", escalating("30m", "oncall"))}`),
      allow("b", `${statefulsets}, ${by(1, "leads, oncall", "30m")}`),
    ],
    both,
    { rule: "a, b", approval: others(1, ["leads"]) },
  ],
  [
    "one rule for all before two",
    [
      allow("a", `${deployments}, ${requester}`),
      allow("b", `${statefulsets}, ${requester}`),
      allow("c", `${scaling}, ${by(2, "leads")}`),
    ],
    both,
    { rule: "c", approval: others(2, ["leads"]) },
  ],
  [
    "the one for all that asks for more",
    [allow("a", `${scaling}, ${requester}`), allow("b", `${scaling}, ${by(1, "leads")}`)],
    both,
    { rule: "b", approval: others(1, ["leads"]) },
  ],
  [
    "with the rights of who approves",
    [allow("a", `fix: true, ${by(1, "leads", "30m", lends)}`)],
    fix(),
    { rule: "a", approval: { ...others(1, ["leads"]), runAs: "approver" } as Approval },
  ],
  [
    "with those of whoever asked, said in so many words",
    [allow("a", `fix: true, ${by(1, "leads", "30m", ", runAs: requester")}`)],
    fix(),
    { rule: "a", approval: others(1, ["leads"]) },
  ],
  [
    "of two that ask for as many, the one that lends nobody's rights",
    [allow("a", `fix: true, ${by(1, "leads", "30m", lends)}`), allow("b", `fix: true, ${by(1, "leads")}`)],
    fix(),
    { rule: "b", approval: others(1, ["leads"]) },
  ],
  [
    "a rule that only lets it be read adds no condition",
    [
      allow("a", `${mayChange("rollout undo", "deployments", '"*"')}, ${by(1, "leads")}`),
      allow("b", `${may("get", "replicasets", '"*"')}, fix: true, ${by(3, "oncall")}`),
    ],
    change("kubectl rollout undo deploy/api"),
    { rule: "a, b", approval: others(1, ["leads"]) },
  ],
  [
    "the one that asks for more, where the other one shows it to the requester alone: both hold",
    [allow("a", `${scaling}, ${requester}`, "personal"), allow("b", `${scaling}, ${by(2, "leads")}`)],
    one,
    { rule: "b", approval: others(2, ["leads"]), show: "personal" },
  ],
  [
    "one rule for all, and one that asks for more of a part: more for all, as for the part alone",
    [
      allow("a", `${scaling}, ${by(1, "leads")}`),
      allow("b", `${deployments}, ${by(2, "leads")}`, "personal"),
    ],
    both,
    { rule: "a, b", approval: others(2, ["leads"]), show: "personal" },
  ],
  [
    "one rule for all that asks nobody else, and one that asks others about a name beside another",
    [allow("a", `${deployments}, ${requester}`), allow("b", `${named}, ${by(2, "leads")}`)],
    change("kubectl scale deploy/api deploy/web --replicas=2"),
    { rule: "a, b", approval: others(2, ["leads"]) },
  ],
  [
    "one that asks others for more of a part: as many, where those of the rule for all agree",
    [allow("a", `${scaling}, ${by(1, "oncall")}`), allow("b", `${deployments}, ${by(2, "leads")}`)],
    both,
    { rule: "a", approval: others(2, ["oncall"]) },
  ],
  [
    "what is only read of it counts by no rule that asks for more",
    [
      allow("a", `${mayChange("rollout undo", "deployments, replicasets", '"*"')}, ${by(1, "leads")}`),
      allow("b", `${mayChange("rollout undo", "replicasets", '"*"')}, ${by(3, "leads")}`),
    ],
    change("kubectl rollout undo deploy/api"),
    { rule: "a", approval: others(1, ["leads"]) },
  ],
  [
    "the output is for the requester where one of them says so",
    [allow("a", `${scaling}, ${requester}`), allow("b", `${scaling}, ${requester}`, "personal")],
    one,
    { rule: "b", show: "personal" },
  ],
])("%s", (_, rules, action, expected) => {
  const decision = decide(rules, action);
  expect(decision).toMatchObject({ effect: "allow", ...expected });
  if (expected.approval !== undefined) expect(decision).toHaveProperty("approval", expected.approval);
});

test("rules that each allow one of several names allow nothing that names them together", () => {
  const api = allow("a", `${named}, ${requester}`);
  const web = allow("b", `${named.replace("api", "web")}, ${requester}`);
  const together = change("kubectl scale deploy/api deploy/web --replicas=2");
  expect(decide([api, web], together).effect).toBe("deny");
});

test("a fix asks for approval alike", () => {
  const rules = [allow("a", `fix: true, ${requester}`), allow("b", `fix: true, ${by(2, "leads")}`)];
  expect(decide(rules, fix())).toMatchObject({ rule: "b", approval: others(2, ["leads"]) });
});

test("a rule that says nobody lets nothing be changed", () => {
  const policy = policyOf(allow("a", `${scaling}, fix: true, ${requester}`));
  const [rule] = policy.rules;
  if (rule?.effect !== "allow") throw new Error("no rule");
  delete rule.approval;
  for (const action of [one, fix()])
    expect(authorizeByPolicy(policy, memberOf("oncall"), action).effect).toBe("deny");
});

test("what changes nothing asks for none", () => {
  const rules = [allow("a", `diagnose: true, fix: true, ${requester}`)];
  expect(decide(rules, { kind: "diagnose", cluster: one.cluster })).not.toHaveProperty("approval");
});

describe("rules that let no one group agree", () => {
  const apart = [
    allow("a", `${deployments}, ${by(1, "leads")}`),
    allow("b", `${statefulsets}, ${by(1, "oncall")}`),
  ];

  test("deny what needs both, and say so", () => {
    expect(decide(apart, both)).toMatchObject({
      ...{ effect: "deny", rule: null },
      reason: { is: "approvalsContradict", rules: ["a", "b"] },
    });
    expect(decide(apart, one)).toMatchObject({ effect: "allow", rule: "a" });
  });

  test("another rule is taken with which one could", () => {
    const third = allow("c", `${statefulsets}, ${by(1, "oncall, leads")}`);
    expect(decide([...apart, third], both)).toMatchObject({ rule: "a, c", approval: others(1, ["leads"]) });
  });
});

describe("who may agree", () => {
  const policy = policyOf(allow("a", "diagnose: true"), deny("z", "watch: true"));
  const escalate = { afterMinutes: 10, groups: ["oncall"] };
  const approval: Approval = { by: "others", count: 1, groups: ["leads"], minutes: 30, escalate };
  const unknown = { status: "unknown", reason: { is: "graphSilent" } } as const;
  const foreign = {
    status: "known",
    groupIds: ["00000000-0000-0000-0000-00000000000f"],
    source: "graph",
  } as const;

  test.each([
    ["a member of the group", memberOf("leads"), approval, false, { is: "yes", as: ["leads"] }],
    ["one of another group", memberOf("oncall"), approval, false, { is: "inNoneOf", groups: ["leads"] }],
    [
      "one of the second group, once it is asked",
      memberOf("oncall"),
      approval,
      true,
      { is: "yes", as: ["oncall"] },
    ],
    ["one of both", memberOf("oncall", "leads"), approval, true, { is: "yes", as: ["oncall", "leads"] }],
    ["one of none", memberOf(), approval, true, { is: "inNoneOf", groups: ["leads", "oncall"] }],
    [
      "one of a group that the policy does not know",
      foreign,
      approval,
      true,
      { is: "inNoneOf", groups: ["leads", "oncall"] },
    ],
    [
      "whoever's groups are not known",
      unknown,
      approval,
      true,
      { is: "membershipUnknown", why: unknown.reason },
    ],
    [
      "nobody else",
      memberOf("leads"),
      { by: "requester", minutes: 30 } as const,
      false,
      { is: "requesterAlone" },
    ],
  ])("%s", (_, membership, asked, escalated, expected) => {
    expect(mayApprove(policy, membership, asked, escalated)).toEqual(expected);
  });

  test("whatever the case of the id", () => {
    const upper = { status: "known", groupIds: [ids.leads.toUpperCase()], source: "graph" } as const;
    expect(mayApprove(policy, upper, approval)).toMatchObject({ is: "yes" });
  });
});

test("of several conditions the one that asks for most counts", () => {
  expect(allOf([others(1, ["leads", "oncall"]), others(2, ["leads"])] as Approval[])).toEqual(
    others(2, ["leads"]),
  );
});

test("several that hold at once lend somebody's rights only where each of them does", () => {
  const plain = others(1, ["leads"]);
  const lent: Approval = {
    by: "others",
    count: 1,
    groups: ["leads"],
    minutes: 30,
    runAs: "approver",
  };
  expect(allOf([lent, lent])).toEqual(lent);
  expect(allOf([lent, plain])).toEqual(plain);
  expect(allOf([lent, { by: "requester", minutes: 30 }])).toEqual(plain);
});
