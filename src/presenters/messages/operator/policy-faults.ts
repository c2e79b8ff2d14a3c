// What is wrong with a policy file, for whoever writes it.
import type { ExpectedApproval, PolicyFault, Unfit } from "../../../core/policy/fault.ts";
import { withoutTrailing } from "../../../core/text/text.ts";
import { type Says, say } from "../catalogue/says.ts";
import { messages } from "../messages.ts";
import { goes, list, or } from "./words.ts";

/** The hint at the end of a fault. */
const didYouMean = (near: readonly string[]): string =>
  near.length === 0 ? "" : ` Did you mean ${or(near.map((word) => `\`${word}\``))}?`;

const kinds: Readonly<Record<string, string>> = {
  array: "a list",
  object: "a mapping",
  record: "a mapping",
  string: "text",
  number: "a number",
  boolean: "true or false",
};

const ofGroup =
  " A type that a cluster adds is written with its group, as in `certificates.cert-manager.io`.";

const unfit: Readonly<Record<Unfit, string>> = {
  groupId: "must be a group's object id in Entra, such as 5e0d3c9a-71b4-4d28-8f6e-c3a9b2e41d70.",
  ruleId: "must be small letters, digits and dashes.",
  clusterPattern:
    "can fit no cluster: write a name with * for any characters, or the beginning of a resource id and *.",
  clusterName: "can be the name of no cluster: write its name, group/name or its resource id.",
  namespacePattern: "can fit no namespace: write small letters, digits and dashes, and * for any characters.",
  namePattern:
    "can be the name of no object: write small letters, digits, dots and dashes, and * for any characters.",
  verb: "is not a kubectl verb that can be allowed.",
  changeVerb: "is not a verb that changes something and can be allowed.",
  duration: "must be minutes or hours, such as 30m or 2h, and at most 24h.",
  count: "must be a whole number from 1 to 10.",
  timeOfDay: 'must be a time of day in quotes, from "00:00" to "24:00".',
  timeZone: "is no time zone: write one such as Europe/Berlin or Etc/UTC.",
  time: "must be a time with its zone, such as 2026-11-25T03:00:00Z.",
  tags: "must name a tag at least.",
  resource: "is not the full name of a resource type.",
};

const place = (at: string): string => (at === "" ? "The policy" : `\`${at}\``);

type TestFails = Extract<PolicyFault, { is: "testFails" }>;

function answerOf({ decision, withheld }: TestFails): string {
  if (decision.effect === "deny") return `deny: ${say(messages().denials, decision.reason)}`;
  return `${withheld ? "deny: only masked" : "allow"} by \`${decision.rule}\``;
}

function sayExpected(expected: ExpectedApproval): string {
  if (expected === "requester") return messages().sayApproval({ by: "requester", minutes: 0 });
  const { count, groups = [], runAs } = expected;
  const rights = runAs === undefined ? "" : `, with the rights of the ${runAs}`;
  return `${count ?? "some"}${groups.length === 0 ? "" : ` of ${or(groups)}`}${rights}`;
}

export const policyFaults: Says<PolicyFault> = {
  severalDocuments: () => "The file holds several documents: keep one.",
  notYaml: ({ said }) => `Not valid YAML: ${said}`,
  alias: () =>
    "Aliases (`*name`) are not accepted: write the value out, and put patterns such as `*` in quotes.",

  missing: ({ at }) => `${place(at)} is missing.`,
  wrongType: ({ at, expected }) => `${place(at)} must be ${kinds[expected] ?? expected}.`,
  wrongValue: ({ at, accepted }) => `${place(at)} must be ${or(accepted)}.`,
  wrongEffect: ({ at }) => `${place(at)} must be allow or deny.`,
  wrongApproval: ({ at }) => `${place(at)} must be requester, or say count, groups and expires.`,
  isEmpty: ({ at }) => `${place(at)} must not be empty.`,
  unfit: ({ at, given, unfit: what, near, full }) =>
    `${place(at)} (\`${given}\`) ${unfit[what]}${full === undefined ? didYouMean(near) : ` Write \`${full}\`.`}${what === "resource" && full === undefined ? ofGroup : ""}`,
  otherwise: ({ at, given, said }) => `${place(at)} (\`${given}\`) ${said}${/[.?]$/.test(said) ? "" : "."}`,
  keyOfAllow: ({ at, key }) => `\`${key}\` belongs to rules that allow: leave it out of ${place(at)}.`,
  keyUnknown: ({ at, key, near, known }) =>
    `\`${key}\` is not known in ${at === "" ? "the policy" : place(at)}.${didYouMean(near) || ` These are known: ${list(known)}.`}`,

  groupForAll: () => "`*` stands for everybody and cannot name a group.",
  groupTwice: ({ name, earlier }) =>
    `\`${name}\` has the same object id as \`${earlier}\`: give a group one name.`,
  groupUnknown: ({ name, near }) => `There is no group \`${name}\` under \`groups\`.${didYouMean(near)}`,
  allInAllow: () => "`*`, for everybody, is accepted in deny rules only: name the groups.",
  ruleTwice: ({ rule }) => `The rule id \`${rule}\` is used twice.`,
  ruleEmpty: ({ rule }) =>
    `The rule \`${rule}\` says nothing: add \`diagnose: true\`, \`diagnose-inside: true\`, \`watch: true\`, \`run:\`, \`change:\` or \`fix: true\`.`,
  ruleUnknown: ({ rule, near }) => `There is no rule \`${rule}\`.${didYouMean(near)}`,
  notClosed: ({ resource }) =>
    `\`${resource}\` lie in no namespace, so this rule does not close them: add \`clusterScoped: true\`.`,
  onCallSource: ({ schedule }) =>
    `The schedule \`${schedule}\` needs exactly one of \`group\`, \`pagerduty\`, \`opsgenie\`, \`shifts\` and \`ical\`.`,
  scheduleUnknown: ({ name, near }) =>
    `There is no schedule \`${name}\` under \`onCall\`.${didYouMean(near)}`,
  scheduleTwice: ({ name }) => `The schedule \`${name}\` stands here twice: it is called once.`,
  windowEmpty: () => 'It ends when it begins: write another `to`, such as "24:00".',
  approvalMissing: ({ rule }) =>
    `The rule \`${rule}\` lets something be changed, so it has to say who approves: add \`approval: requester\`, or \`approval: { count: 1, groups: [GROUP], expires: 30m }\`.`,
  approvalUnused: ({ rule }) =>
    `The rule \`${rule}\` lets nothing be changed, so there is nothing to approve: leave \`approval\` out, or add \`change:\` or \`fix: true\`.`,
  escalatesLate: () => "Nobody would be asked any more: `after` has to be shorter than `expires`.",
  breakGlassReads: ({ rule }) =>
    `The rule \`${rule}\` is for emergencies, and they are for \`change\` and \`fix\` alone: move the rest to another rule.`,
  breakGlassUnused: ({ rule }) =>
    `The rule \`${rule}\` is for emergencies and lets nothing be changed: add \`change:\` or \`fix: true\`.`,
  breakGlassAsksNoLess: ({ rule }) =>
    `The rule \`${rule}\` is for emergencies and asks for no fewer approvals than rules for the same groups without \`breakGlass\`: write \`approval: requester\`, or a smaller \`count\`.`,

  testAsksOneThing: () =>
    "A test asks one thing: `diagnose: true`, `diagnose-inside: true`, `watch: true`, `run: kubectl …`, `change: kubectl …` or `fix: true`.",
  testUnmaskedWithoutRun: () => "`unmasked: true` is about the output of a command: add `run: kubectl …`.",
  testOfChangeWithoutChange: () =>
    "`approval` and `breakGlass` are about what changes something: add `change: kubectl …` or `fix: true`.",
  testOfFile: () =>
    "`holds` says what stands in the file that `change` names, and goes with that alone: change: kubectl apply -f web.yaml, holds: [deployment/web].",
  testNeedsId: ({ rules }) =>
    `The name alone does not decide this test: ${list(rules)} ${goes(rules.length)} by the cluster's resource id. Write the whole id after \`cluster\`.`,
  testRefused: ({ reason }) =>
    `The test's command is refused whatever the policy says: ${say(messages().refusals, reason)}`,
  testFails: (fault) => {
    const by = fault.rule === null ? "" : ` by \`${fault.rule}\``;
    return `The test expects ${fault.expected}${by}, and the policy answers ${withoutTrailing(answerOf(fault), ".")}.`;
  },
  testApproval: ({ rule, expected, approval }) =>
    `The test expects approval by ${sayExpected(expected)}, and by \`${rule}\` it is ${messages().sayApproval(approval)}.`,
};
