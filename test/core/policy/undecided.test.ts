// A cluster by its name alone: whether rules that are written by resource id could decide otherwise.

import { undecidedWithoutId } from "../../../src/core/policy/authorize.ts";
import type { PolicyAction } from "../../../src/core/policy/decision.ts";
import { allow, change, diagnose, everything, mayChange, memberOf, policyOf, prod, run } from "./policies.ts";

const byName = (action: PolicyAction, name = prod.name): PolicyAction => ({
  ...action,
  cluster: { id: "", name },
});
const rule = (id: string, effect: "allow" | "deny", pattern: string, rest = "diagnose: true") =>
  `{ id: ${id}, effect: ${effect}, groups: [oncall], clusters: ["${pattern}"], ${effect === "allow" ? "show: thread, " : ""}${rest} }`;
const scaling = mayChange("scale", "deployments", '"*"');
const anyone = allow("a", `diagnose: true, ${everything}`);
const inSubscription = "/subscriptions/8a6c2f10-5b3d-4f7e-91c4-2d70e8b9a653/*";

test.each<[string, string[], PolicyAction, string[]]>([
  ["no rule by id", [anyone], byName(diagnose()), []],
  ["one that denies", [anyone, rule("d", "deny", inSubscription)], byName(diagnose()), ["d"]],
  ["one that denies this cluster", [anyone, rule("d", "deny", prod.id)], byName(diagnose()), ["d"]],
  ["one that denies another cluster", [anyone, rule("d", "deny", prod.id)], byName(diagnose(), "dev"), []],
  ["in any letter case", [anyone, rule("d", "deny", prod.id)], byName(diagnose(), "PROD-1"), ["d"]],
  [
    "names by a pattern",
    [anyone, rule("d", "deny", prod.id.replace("prod-1", "*-1"))],
    byName(diagnose(), "dev-2"),
    [],
  ],
  [
    "one that denies something else",
    [anyone, rule("d", "deny", inSubscription)],
    byName(run("kubectl get pods")),
    [],
  ],
  ["one that allows", [rule("b", "allow", inSubscription)], byName(diagnose()), ["b"]],
  ["one that allows what is allowed", [anyone, rule("b", "allow", inSubscription)], byName(diagnose()), []],
  [
    "one that shows it to the requester alone",
    [anyone, rule("b", "allow", inSubscription).replace("show: thread", "show: personal")],
    byName(diagnose()),
    ["b"],
  ],
  ...[
    "/subscriptions/8a6c2f10-5b3d-4f7e-91c4-2d70e8b9a653/*/prod-1",
    "/sub*edClusters/prod-1",
    "/*rs/prod-*",
  ].map((pattern): [string, string[], PolicyAction, string[]] => [
    `one that denies by the end of an id, ${pattern}`,
    [anyone, rule("d", "deny", pattern)],
    byName(diagnose()),
    ["d"],
  ]),
  [
    "one that denies by the end of another cluster's id",
    [anyone, rule("d", "deny", "/subscriptions/8a6c2f10-5b3d-4f7e-91c4-2d70e8b9a653/*/prod-1")],
    byName(diagnose(), "dev-prod-1"),
    [],
  ],
  [
    "one by which its output stays masked",
    [allow("a", `${everything}, unmasked: true`), rule("b", "allow", inSubscription, everything)],
    byName(run("kubectl get pods")),
    ["b"],
  ],
  [
    "one for emergencies, in one",
    [
      allow("a", `${scaling}, approval: { count: 1, groups: [leads], expires: 30m }`),
      rule("b", "allow", inSubscription, `${scaling}, breakGlass: true, approval: requester`),
    ],
    byName(change("kubectl scale deploy/api --replicas=2", { breakGlass: true })),
    ["b"],
  ],
  [
    "denied by name already",
    [rule("n", "deny", "prod-*"), rule("b", "allow", inSubscription), rule("d", "deny", inSubscription)],
    byName(diagnose()),
    [],
  ],
  ["the id is known", [anyone, rule("d", "deny", inSubscription)], diagnose(), []],
])("%s", (_, rules, action, expected) => {
  expect(undecidedWithoutId(policyOf(...rules), memberOf("oncall"), action)).toEqual(expected);
});

test("rules for other groups say nothing", () => {
  const policy = policyOf(anyone, rule("d", "deny", inSubscription).replace("[oncall]", "[leads]"));
  expect(undecidedWithoutId(policy, memberOf("oncall"), byName(diagnose()))).toEqual([]);
});
