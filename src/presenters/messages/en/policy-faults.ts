// What is wrong with a policy file, for whoever writes it.
import type { PolicyFault, Unfit } from "../../../core/policy/fault.ts";
import { withoutTrailing } from "../../../core/text/without-trailing.ts";
import { type Says, say } from "../says.ts";
import { denialTexts } from "./denials.ts";
import { didYouMean, refusalTexts } from "./refusals.ts";
import { list, or } from "./words.ts";

export const kinds: Readonly<Record<string, string>> = {
  array: "a list",
  object: "a mapping",
  record: "a mapping",
  string: "text",
  number: "a number",
  boolean: "true or false",
};

const ofGroup =
  " A type that a cluster adds is written with its group, as in `certificates.cert-manager.io`.";

export const unfit: Readonly<Record<Unfit, string>> = {
  groupId: "must be a group's object id in Entra, such as 5e0d3c9a-71b4-4d28-8f6e-c3a9b2e41d70.",
  ruleId: "must be small letters, digits and dashes.",
  clusterPattern:
    "can fit no cluster: write a name with * for any characters, or the beginning of a resource id and *.",
  clusterName: "can be the name of no cluster: write its name, group/name or its resource id.",
  namespacePattern: "can fit no namespace: write small letters, digits and dashes, and * for any characters.",
  verb: "is not a kubectl verb that can be allowed.",
  resource: "is not the full name of a resource type.",
};

const place = (at: string): string => (at === "" ? "The policy" : `\`${at}\``);

type TestFails = Extract<PolicyFault, { is: "testFails" }>;

function answerOf({ decision, withheld }: TestFails): string {
  if (decision.effect === "deny") return `deny: ${say(denialTexts.denials, decision.reason)}`;
  return `${withheld ? "deny: only masked" : "allow"} by \`${decision.rule}\``;
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
    `The rule \`${rule}\` says nothing: add \`diagnose: true\`, \`diagnose-inside: true\`, \`watch: true\` or \`run:\`.`,
  ruleUnknown: ({ rule, near }) => `There is no rule \`${rule}\`.${didYouMean(near)}`,
  notClosed: ({ resource }) =>
    `\`${resource}\` lie in no namespace, so this rule does not close them: add \`clusterScoped: true\`.`,

  testAsksOneThing: () =>
    "A test asks one thing: `diagnose: true`, `diagnose-inside: true`, `watch: true` or `run: kubectl …`.",
  testUnmaskedWithoutRun: () => "`unmasked: true` is about the output of a command: add `run: kubectl …`.",
  testRefused: ({ reason }) =>
    `The test's command is refused whatever the policy says: ${say(refusalTexts.refusals, reason)}`,
  testFails: (fault) => {
    const by = fault.rule === null ? "" : ` by \`${fault.rule}\``;
    return `The test expects ${fault.expected}${by}, and the policy answers ${withoutTrailing(answerOf(fault), ".")}.`;
  },
};

export const policyFaultTexts = { policyFaults };
