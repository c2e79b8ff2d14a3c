// Who may switch the mode: the policy's operators, and nobody in doubt.

import type { NoOperator } from "../../../src/core/policy/decision.ts";
import { whyNoOperator } from "../../../src/core/policy/may-approve.ts";
import { parsePolicy } from "../../../src/core/policy/parse-policy.ts";
import type { Policy } from "../../../src/core/policy/policy.ts";
import type { Membership } from "../../../src/core/requester.ts";
import { saidProblem } from "../../said.ts";
import { ids, memberOf } from "./policies.ts";

const textWith = (operators: string): string =>
  [
    "version: 1",
    "groups:",
    `  oncall: ${ids.oncall}`,
    `  leads: ${ids.leads.toUpperCase()}`,
    operators,
    "rules:",
    '  - { id: r, effect: allow, groups: [oncall], clusters: ["*"], diagnose: true, show: thread }',
  ].join("\n");

function policyWith(operators: string): Policy {
  const parsed = parsePolicy(textWith(operators));
  if (!parsed.ok) throw new Error(parsed.problems.map(saidProblem).join("\n"));
  return parsed.policy;
}

const unknown: Membership = { status: "unknown", reason: { is: "graphSilent" } };

test.each<[string, Membership, NoOperator | null]>([
  ["operators: [leads]", memberOf("leads"), null],
  ["operators: [oncall, leads]", memberOf("leads"), null],
  ["operators: [leads]", memberOf("oncall"), { is: "onlyOperators", groups: ["leads"] }],
  ["operators: [oncall, leads]", memberOf(), { is: "onlyOperators", groups: ["oncall", "leads"] }],
  ["", memberOf("oncall", "leads"), { is: "noOperators" }],
  ["operators: [leads]", unknown, { is: "membershipUnknown", why: { is: "graphSilent" } }],
])("%s, %j: %j", (operators, membership, reason) => {
  expect(whyNoOperator(policyWith(operators), membership)).toEqual(reason);
});

test.each([
  ["operators: [leeds]", 5, "There is no group `leeds` under `groups`. Did you mean `leads`?"],
  ['operators: ["*"]', 5, "`*`, for everybody, is accepted in deny rules only: name the groups."],
  ["operators: []", 5, "`operators` must not be empty."],
  ["operators: leads", 5, "`operators` must be a list."],
  ["operator: [leads]", 5, "`operator` is not known in the policy. Did you mean `operators`?"],
])("%s: line %i, %s", (operators, line, message) => {
  const parsed = parsePolicy(textWith(operators));
  expect(parsed.ok ? [] : parsed.problems.map(saidProblem)).toEqual([
    expect.stringMatching(new RegExp(`^${line}:`)),
  ]);
  expect(parsed.ok ? "" : parsed.problems.map(saidProblem).join()).toContain(message);
});
