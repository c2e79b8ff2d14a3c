// What a rule asks for besides: the hour, an open alert, tags, an emergency. What is not known opens nothing, and closes.
import type { Circumstances } from "../../../src/core/policy/circumstances.ts";
import type { PolicyAction } from "../../../src/core/policy/decision.ts";
import { decisionInWords } from "../../said.ts";
import { allow, byLeads, change, decide, deny, fix, mayChange, memberOf } from "./policies.ts";

const scaling = mayChange("scale", "deployments", '"*"');
const hours = 'when: { days: [wed], from: "08:00", to: "18:00", timeZone: Europe/Berlin }';
const scale = "kubectl scale deploy/api -n pay --replicas=2";
const asked = change(scale);
const urgent = change(scale, { breakGlass: true });
const tagged = (tags: Record<string, string>) => change(scale, { tags });

const at = (now: string | null, incident: Circumstances["incident"] = null): Circumstances => ({
  now: now === null ? null : new Date(now),
  incident,
});
const within = at("2026-11-25T12:00:00Z");
const outside = at("2026-11-25T05:00:00Z");
const unknown = at(null);

const allowing = (more = "") => [
  allow("a", [scaling, byLeads, more].filter((part) => part !== "").join(", ")),
];
const denying = (more: string) => [allow("a", `${scaling}, ${byLeads}`), deny("z", `${scaling}, ${more}`)];
const prod = "tags: { env: prod, tier: web-* }";

test.each<[string, string[], PolicyAction, Circumstances | undefined, string | null]>([
  ["within the hours", allowing(hours), asked, within, "a"],
  ["outside the hours", allowing(hours), asked, outside, null],
  ["at an hour that is not known", allowing(hours), asked, unknown, null],
  ["where nothing is known", allowing(hours), asked, undefined, null],
  ["denied within the hours", denying(hours), asked, within, "z"],
  ["not denied outside the hours", denying(hours), asked, outside, "a"],
  ["denied at an hour that is not known", denying(hours), asked, unknown, "z"],

  ["while an alert is open", allowing("incidentOnly: true"), asked, at(null, "Sev2"), "a"],
  ["while a worse one is", allowing("incidentOnly: true"), asked, at(null, "Sev0"), "a"],
  ["while one of less is", allowing("incidentOnly: true"), asked, at(null, "Sev3"), null],
  ["of less, where the rule says so", allowing("incidentOnly: Sev4"), asked, at(null, "Sev4"), "a"],
  ["of the severity that the rule says", allowing("incidentOnly: Sev1"), asked, at(null, "Sev1"), "a"],
  ["of less than the rule says", allowing("incidentOnly: Sev1"), asked, at(null, "Sev2"), null],
  ["while none is", allowing("incidentOnly: true"), asked, at(null, "none"), null],
  ["none, whatever the rule says", allowing("incidentOnly: Sev4"), asked, at(null, "none"), null],
  ["where nobody knows", allowing("incidentOnly: true"), asked, at(null, null), null],
  [
    "hours and an alert",
    allowing(`incidentOnly: true, ${hours}`),
    asked,
    { ...within, incident: "Sev1" },
    "a",
  ],
  ["the hours alone", allowing(`incidentOnly: true, ${hours}`), asked, { ...within, incident: "none" }, null],
  [
    "the alert alone",
    allowing(`incidentOnly: true, ${hours}`),
    asked,
    { ...outside, incident: "Sev1" },
    null,
  ],

  ["the tags", allowing(prod), tagged({ env: "prod", tier: "web-1", team: "pay" }), unknown, "a"],
  ["the tags, in other letters", allowing(prod), tagged({ ENV: "Prod", Tier: "WEB-1" }), unknown, "a"],
  ["one of the tags", allowing(prod), tagged({ env: "prod" }), unknown, null],
  ["another value", allowing(prod), tagged({ env: "test", tier: "web-1" }), unknown, null],
  ["no tags", allowing(prod), tagged({}), unknown, null],
  ["tags that are not known", allowing(prod), asked, unknown, null],
  ["denied by the tags", denying("tags: { env: prod }"), tagged({ env: "PROD" }), unknown, "z"],
  ["not denied by other tags", denying("tags: { env: prod }"), tagged({ env: "test" }), unknown, "a"],
  ["denied where the tags are not known", denying("tags: { env: prod }"), asked, unknown, "z"],

  ["an emergency", allowing("breakGlass: true"), urgent, unknown, "a"],
  ["no emergency", allowing("breakGlass: true"), asked, unknown, null],
  ["an emergency, of what is allowed anyway", allowing(), urgent, unknown, "a"],
  [
    "an emergency that a rule denies",
    [...allowing("breakGlass: true"), deny("z", scaling)],
    urgent,
    unknown,
    "z",
  ],
])("%s", (_, rules, action, circumstances, rule) => {
  const decision = decide(rules, action, memberOf("oncall"), circumstances);
  expect([decision.effect, decision.rule]).toEqual([rule === "a" ? "allow" : "deny", rule]);
});

describe("in an emergency", () => {
  const rules = [
    allow("ordinary", `${scaling}, approval: { count: 2, groups: [leads], expires: 1h }`),
    allow("urgent", `${scaling}, fix: true, approval: requester, breakGlass: true`),
  ];

  test("its rule decides, and the decision says so", () => {
    expect(decide(rules, urgent)).toMatchObject({
      ...{ rule: "urgent", breakGlass: true, approval: { by: "requester" } },
    });
    expect(decide(rules, asked)).toMatchObject({ rule: "ordinary", approval: { count: 2 } });
    expect(decide(rules, asked)).not.toHaveProperty("breakGlass");
    expect(decide(rules, fix(true))).toMatchObject({ rule: "urgent", breakGlass: true });
    expect(decide(rules, fix()).effect).toBe("deny");
  });

  test("its rule decides, also where another shows less", () => {
    const careful = [rules[0]?.replace("show: thread", "show: personal") ?? "", rules[1] ?? ""];
    expect(decide(careful, urgent)).toMatchObject({ rule: "urgent", show: "personal", breakGlass: true });
  });

  test("what its rule does not open, an ordinary one may", () => {
    const [ordinary = ""] = rules;
    expect(decide([ordinary], urgent)).not.toHaveProperty("breakGlass");
    expect(decide([ordinary], urgent)).toMatchObject({ rule: "ordinary" });
  });
});

describe("whoever may not now is told when they may", () => {
  const friday = hours.replace("wed", "fri");

  test.each<[string, string[], PolicyAction, Circumstances, string]>([
    [
      "when the hours begin",
      allowing(hours),
      asked,
      outside,
      "The rule `a` allows this at other hours: kubectl scale deployments/scale in the namespace pay on prod-1. It opens at 2026-11-25 07:00 UTC.",
    ],
    [
      "when the first of several begins, by its own rule",
      [...allowing(hours), allow("b", `${scaling}, ${byLeads}, ${friday}`)],
      asked,
      at("2026-11-25T18:00:00Z"),
      "The rule `b` allows this at other hours: kubectl scale deployments/scale in the namespace pay on prod-1. It opens at 2026-11-27 07:00 UTC.",
    ],
    [
      "not when a rule opens that denies then",
      [...allowing(hours), deny("z", `${scaling}, ${hours}`)],
      asked,
      outside,
      "The rule `a` allows this at other hours: kubectl scale deployments/scale in the namespace pay on prod-1.",
    ],
    [
      "nothing of a time where the hour is not known",
      allowing(hours),
      asked,
      unknown,
      "The rule `a` allows this at other hours: kubectl scale deployments/scale in the namespace pay on prod-1.",
    ],
    [
      "that no alert is open",
      allowing("incidentOnly: true"),
      asked,
      at(null, "none"),
      "The rule `a` allows this only while an alert of Sev2 or worse is open whose rule is set on prod-1, and none is: kubectl scale deployments/scale in the namespace pay on prod-1.",
    ],
    [
      "how severe it would have to be, at least of all rules",
      [...allowing("incidentOnly: Sev0"), allow("b", `${scaling}, ${byLeads}, incidentOnly: Sev1`)],
      asked,
      at(null, "Sev2"),
      "The rule `b` allows this only while an alert of Sev1 or worse is open whose rule is set on prod-1, and none is: kubectl scale deployments/scale in the namespace pay on prod-1.",
    ],
    [
      "that nobody knows whether one is",
      allowing("incidentOnly: true"),
      asked,
      unknown,
      "The rule `a` allows this only while an alert of Sev2 or worse is open whose rule is set on prod-1, and I could not find out whether one is: kubectl scale deployments/scale in the namespace pay on prod-1.",
    ],
    [
      "that the tags are not known",
      allowing("tags: { env: prod }"),
      asked,
      unknown,
      "The rule `a` goes by tags in Azure, and those of prod-1 could not be read: kubectl scale deployments/scale in the namespace pay on prod-1.",
    ],
    [
      "nothing of tags that are known",
      allowing("tags: { env: prod }"),
      tagged({ env: "test" }),
      unknown,
      "No rule allows oncall to do this: kubectl scale deployments/scale in the namespace pay on prod-1.",
    ],
    [
      "how to ask in an emergency, before all else",
      [...allowing(hours), allow("e", `fix: true, ${scaling}, approval: requester, breakGlass: true`)],
      asked,
      outside,
      "The rule `e` allows this in an emergency only: kubectl scale deployments/scale in the namespace pay on prod-1. If it is one, ask again with `emergency:` before it, and behind it `because` and the reason.",
    ],
    [
      "the same of a fix",
      [allow("e", "fix: true, approval: requester, breakGlass: true")],
      fix(),
      unknown,
      "The rule `e` allows this in an emergency only: making the fix in Azure for prod-1. If it is one, ask again with `emergency:` before it, and behind it `because` and the reason.",
    ],
    [
      "of clusters without Entra before that",
      allowing(),
      change(scale, { clusterAdmin: true }),
      unknown,
      "prod-1 has no Entra integration, so the command would run as cluster-admin, which no rule allows oncall.",
    ],
    [
      "which rules contradict",
      [
        allow("a", `${scaling}, ${byLeads}`),
        allow("b", `${mayChange("scale", "statefulsets", '"*"')}, ${byLeads.replace("leads", "oncall")}`),
      ],
      change("kubectl scale deploy/api sts/api --replicas=2"),
      unknown,
      "The rules a, b allow this only together, and no group may approve it for all of them: kubectl scale on prod-1.",
    ],
    [
      "what is read besides",
      [allow("a", `${mayChange("rollout undo", "deployments", '"*"')}, ${byLeads}`)],
      change("kubectl rollout undo deploy/api -n pay"),
      unknown,
      "kubectl rollout undo also reads replicasets in the namespace pay, and no rule allows oncall that on prod-1.",
    ],
  ])("%s", (_, rules, action, circumstances, reason) => {
    const decision = decide(rules, action, memberOf("oncall"), circumstances);
    expect(decisionInWords(decision)).toMatchObject({ effect: "deny", rule: null, reason });
  });
});
