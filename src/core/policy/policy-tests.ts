// The tests that a policy carries: questions with the answers its author expects, asked whenever it is loaded.

import type { ClusterRef } from "../cluster-name.ts";
import type { ChangeRequest } from "../command/change/change-request.ts";
import { parseChange } from "../command/change/parse-change.ts";
import { imaginedFile, type SentFile } from "../command/change/sent-file.ts";
import type { CommandRefusal, RefusalReason } from "../command/grammar/refusal.ts";
import { parseCommand, parseKubectl } from "../command/parse-command.ts";
import { authorizeByPolicy, undecidedWithoutId } from "./authorize.ts";
import type { Approval, Decision, PolicyAction } from "./decision.ts";
import type { ExpectedApproval, Fault, PolicyFault } from "./fault.ts";
import { groupsOf, type Policy, type PolicyTest } from "./policy.ts";

// What is asked of the policy in words, on the command line and in its own tests: a command that reads or changes.

type AskedAction =
  | Readonly<{ ok: true; action: Extract<PolicyAction, { kind: "run" | "change" }> }>
  | CommandRefusal;

/** `clusterAdmin`: the cluster has no Entra integration. */
type AskedOf = Readonly<{ cluster: ClusterRef; clusterAdmin: boolean; breakGlass: boolean }>;

/** `file`: the one that it names. */
export function askedAction(text: string, of: AskedOf, file?: SentFile): AskedAction {
  const { cluster, clusterAdmin } = of;
  const asked = parseCommand(text, file);
  if (!asked.ok) return asked;
  return asked.is === "change"
    ? changeAs(asked.request, of)
    : { ok: true, action: { kind: "run", cluster, clusterAdmin, request: asked.request } };
}

function askedChange(text: string, of: AskedOf, file?: SentFile): AskedAction {
  const parsed = parseChange(text, file);
  return parsed.ok ? changeAs(parsed.request, of) : parsed;
}

const changeAs = (request: ChangeRequest, { cluster, clusterAdmin, breakGlass }: AskedOf): AskedAction => ({
  ok: true,
  action: { kind: "change", cluster, clusterAdmin, request, ...(breakGlass && { breakGlass }) },
});

/** A fault for each test that the policy fails. */
export function runPolicyTests(policy: Policy): readonly Fault[] {
  return (policy.tests ?? []).flatMap((test, index) => {
    const fault = failureOf(policy, test);
    return fault === null ? [] : [{ path: ["tests", index], fault }];
  });
}

function failureOf(policy: Policy, test: PolicyTest): PolicyFault | null {
  const action = actionOf(test);
  if ("fault" in action) return action.fault;
  const groupIds = groupsOf(policy).flatMap(({ id, name }) => (test.groups.includes(name) ? [id] : []));
  const circumstances = {
    now: test.at === undefined ? null : new Date(test.at),
    incident: test.incident ?? null,
  };
  const membership = { status: "known", groupIds, source: "token" } as const;
  const decision = authorizeByPolicy(policy, membership, action, circumstances);
  const withheld = test.unmasked === true && decision.effect === "allow" && !decision.unmasked;
  const effect = withheld ? "deny" : decision.effect;
  if (effect !== test.expect || (test.rule !== undefined && test.rule !== decision.rule))
    return { is: "testFails", expected: test.expect, rule: test.rule ?? null, decision, withheld };
  const rules = undecidedWithoutId(policy, membership, action, circumstances);
  return rules.length > 0 ? { is: "testNeedsId", rules } : unexpectedApproval(test, decision);
}

function unexpectedApproval({ approval: expected }: PolicyTest, decision: Decision): PolicyFault | null {
  if (decision.effect === "deny" || decision.approval === undefined || expected === undefined) return null;
  const { rule, approval } = decision;
  return isExpected(expected, approval) ? null : { is: "testApproval", rule, expected, approval };
}

function isExpected(expected: ExpectedApproval, approval: Approval): boolean {
  if (expected === "requester") return approval.by === "requester";
  if (approval.by === "requester") return false;
  const { runAs = "requester" } = approval;
  const { count = approval.count, groups = approval.groups } = expected;
  if (expected.runAs !== undefined && expected.runAs !== runAs) return false;
  const all = [...groups, ...approval.groups];
  return (
    count === approval.count &&
    all.every((group) => groups.includes(group) && approval.groups.includes(group))
  );
}

type Asked = PolicyAction | Readonly<{ fault: PolicyFault }>;

const testRefused = (reason: RefusalReason): Asked => ({ fault: { is: "testRefused", reason } });

function actionOf(test: PolicyTest): Asked {
  const cluster = clusterOf(test);
  const clusterAdmin = test.withoutEntra === true;
  const breakGlass = test.breakGlass === true;
  if (test["diagnose-inside"]) return { kind: "diagnose-inside", cluster, clusterAdmin };
  if (test.fix) return { kind: "fix", cluster, ...(breakGlass && { breakGlass }) };
  if (test.change !== undefined)
    return changeOf(test.change, test.holds, { cluster, clusterAdmin, breakGlass });
  if (test.volunteer) return { kind: "volunteer", cluster };
  if (test.reader) return { kind: "reader", cluster };
  if (test.run === undefined) return { kind: test.watch ? "watch" : "diagnose", cluster };
  const parsed = parseKubectl(test.run);
  if (!parsed.ok) return testRefused(parsed.reason);
  return { kind: "run", cluster, request: parsed.request, clusterAdmin };
}

/** `holds`: what stands in the file that it names. */
function changeOf(text: string, holds: readonly string[] | undefined, of: AskedOf): Asked {
  const asked = askedChange(text, of);
  const name = !asked.ok && asked.reason.is === "fileUnknown" ? asked.reason.name : null;
  if (name === null && holds === undefined) return asked.ok ? asked.action : testRefused(asked.reason);
  const file = name === null || holds === undefined ? null : imaginedFile(name, holds);
  if (file === null) return { fault: { is: "testOfFile" } };
  const again = askedChange(text, of, file);
  return again.ok ? again.action : testRefused(again.reason);
}

function clusterOf({ cluster, tags }: PolicyTest): ClusterRef {
  const name = cluster.slice(cluster.lastIndexOf("/") + 1);
  return { id: cluster.startsWith("/") ? cluster : "", name, ...(tags && { tags }) };
}
