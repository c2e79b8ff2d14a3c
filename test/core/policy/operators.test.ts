// Who may switch the mode: the policy's operators, and nobody in doubt.
import { whyNoOperator } from "../../../src/core/policy/operators.ts";
import { parsePolicy } from "../../../src/core/policy/parse-policy.ts";
import type { Policy } from "../../../src/core/policy/policy.ts";
import type { Membership } from "../../../src/core/requester.ts";
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
  if (!parsed.ok) throw new Error(parsed.problems.map(({ message }) => message).join("\n"));
  return parsed.policy;
}

const unknown: Membership = { status: "unknown", reason: "Graph did not answer." };

test.each<[string, Membership, string | null]>([
  ["operators: [leads]", memberOf("leads"), null],
  ["operators: [oncall, leads]", memberOf("leads"), null],
  ["operators: [leads]", memberOf("oncall"), "Only members of leads may set the mode."],
  ["operators: [oncall, leads]", memberOf(), "Only members of oncall or leads may set the mode."],
  ["", memberOf("oncall", "leads"), "Nobody may set the mode: the policy names no `operators`."],
  [
    "operators: [leads]",
    unknown,
    "Your group memberships could not be read, so nothing can be allowed: Graph did not answer.",
  ],
])("%s, %j: %s", (operators, membership, reason) => {
  expect(whyNoOperator(policyWith(operators), membership)).toBe(reason);
});

test.each([
  ["operators: [leeds]", 5, "There is no group `leeds` under `groups`. Did you mean `leads`?"],
  ['operators: ["*"]', 5, "`*`, for everybody, is accepted in deny rules only: name the groups."],
  ["operators: []", 5, "`operators` must not be empty."],
  ["operators: leads", 5, "`operators` must be a list."],
  ["operator: [leads]", 5, "`operator` is not known in the policy. Did you mean `operators`?"],
])("%s: line %i, %s", (operators, line, message) => {
  const parsed = parsePolicy(textWith(operators));
  expect(parsed.ok ? [] : parsed.problems).toMatchObject([{ line, message }]);
});
