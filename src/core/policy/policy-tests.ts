// The tests that a policy carries: questions with the answers its author expects, asked whenever it is loaded.
import { parseKubectl } from "../command/parse-kubectl.ts";
import type { RefusalReason } from "../command/refusal.ts";
import { authorize } from "./authorize.ts";
import type { PolicyAction } from "./decision.ts";
import type { PolicyFault } from "./fault.ts";
import { groupsOf, type Policy, type PolicyTest } from "./policy.ts";
import type { Fault } from "./yaml-text.ts";

/** A fault for each test that the policy fails. */
export function runPolicyTests(policy: Policy): readonly Fault[] {
  return (policy.tests ?? []).flatMap((test, index) => {
    const fault = failureOf(policy, test);
    return fault === null ? [] : [{ path: ["tests", index], fault }];
  });
}

function failureOf(policy: Policy, test: PolicyTest): PolicyFault | null {
  const action = actionOf(test);
  if ("reason" in action) return { is: "testRefused", reason: action.reason };
  const groupIds = groupsOf(policy).flatMap(({ id, name }) => (test.groups.includes(name) ? [id] : []));
  const decision = authorize(policy, { status: "known", groupIds, source: "token" }, action);
  const withheld = test.unmasked === true && decision.effect === "allow" && !decision.unmasked;
  const effect = withheld ? "deny" : decision.effect;
  if (effect === test.expect && (test.rule === undefined || test.rule === decision.rule)) return null;
  return { is: "testFails", expected: test.expect, rule: test.rule ?? null, decision, withheld };
}

function actionOf(test: PolicyTest): PolicyAction | Readonly<{ reason: RefusalReason }> {
  const name = test.cluster.slice(test.cluster.lastIndexOf("/") + 1);
  const cluster = { id: test.cluster.startsWith("/") ? test.cluster : "", name };
  const clusterAdmin = test.withoutEntra === true;
  if (test["diagnose-inside"]) return { kind: "diagnose-inside", cluster, clusterAdmin };
  if (test.run === undefined) return { kind: test.watch ? "watch" : "diagnose", cluster };
  const parsed = parseKubectl(test.run);
  if (!parsed.ok) return { reason: parsed.reason };
  return { kind: "run", cluster, request: parsed.request, clusterAdmin };
}
