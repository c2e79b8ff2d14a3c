// A cluster by its name alone: whether rules that are written by resource id could decide otherwise.
import type { PolicyAction } from "../../../src/core/policy/decision.ts";
import { undecidedWithoutId } from "../../../src/core/policy/undecided.ts";
import { allow, diagnose, everything, memberOf, policyOf, prod, run } from "./policies.ts";

const byName = (action: PolicyAction, name = prod.name): PolicyAction => ({
  ...action,
  cluster: { id: "", name },
});
const rule = (id: string, effect: "allow" | "deny", pattern: string, rest = "diagnose: true") =>
  `{ id: ${id}, effect: ${effect}, groups: [oncall], clusters: ["${pattern}"], ${effect === "allow" ? "show: thread, " : ""}${rest} }`;
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
