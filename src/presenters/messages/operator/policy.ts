// What `policy check`, `policy can` and `policy diff` answer.
import { severities } from "../../../core/alert/alert.ts";
import {
  type Dimension,
  everywhere,
  type Merged,
  nowhere,
  other,
  otherOutside,
  type PolicyOutcome,
  together,
} from "../../../core/policy/diff/difference.ts";
import { messages } from "../messages.ts";
import { and, list } from "./words.ts";

type Size = Readonly<Record<"groups" | "rules" | "tests", number>>;

const rulesOf = (rules: readonly string[]): string =>
  `${rules.length > 1 ? "the rules" : "the rule"} ${list(rules)}`;

export const policyAnswers = {
  valid: "is valid",
  notValid: "is not valid",
  isValid: (file: string, valid: string, { groups, rules, tests }: Size) =>
    `${file} ${valid}: ${groups} groups, ${rules} rules, ${tests} tests passed.`,
  isNotValid: (file: string, notValid: string) => `${file} ${notValid} and would not take effect:`,
  allowed: "Allowed",
  denied: "Denied",
  asked: (what: string, cluster: string) => `${what} on ${cluster}`,
  /** `alone`: the output is for whoever asks. */
  isAllowed: (allowed: string, rules: readonly string[], asked: string, alone: boolean) =>
    `${allowed} by ${rulesOf(rules)}: ${asked}. The output is seen by ${alone ? "the requester alone" : "everyone in the thread"}.`,
  /** `rules`: those whose `show` counts. */
  showBy: (rules: readonly string[], show: string) =>
    `Several rules allow it: the output is shown as ${rulesOf(rules)} ${rules.length > 1 ? "say" : "says"} (show: ${show}), because the more careful one counts.`,
  isDenied: (denied: string, rule: string | null, asked: string) =>
    `${denied} ${rule === null ? "because no rule allows it" : `by the rule ${rule}`}: ${asked}.`,
  asMember: (groups: readonly string[]) =>
    `Asked for somebody in the ${groups.length > 1 ? "groups" : "group"} ${and(groups)}.`,
  hasToBeApproved: (approval: string) => `Has to be approved by ${approval}.`,
  asEmergency: "As an emergency alone: whoever asks has to say so, with the reason.",
  wouldAllow: (groups: readonly string[]) =>
    groups.length === 0 ? "No group would be allowed." : `Would be allowed: ${list(groups)}.`,
};

const openAlerts = Object.fromEntries(severities.map((each) => [each, `while an alert of ${each} is open`]));

type Part = Merged["in"][Dimension];

/** Empty where it is said of all, or matters to none. */
const named = (part: Part, words: Readonly<Record<string, string>>): string =>
  part === "all" ? "" : list(part.map((label) => words[label] ?? label).filter((word) => word !== ""));
const around = (before: string, said: string): string => (said === "" ? "" : `${before} ${said}`);

function sayVerbs({ kind, in: { verbs } }: Merged): string {
  if (kind === "fix") return "have the fix made in Azure";
  if (kind === "mode") return "switch the mode";
  if (kind !== "run" && kind !== "change") return kind;
  if (verbs === "all") return kind === "run" ? "every reading command" : "every change";
  const ofKubectl = verbs.filter((verb) => verb !== other && !verb.startsWith("helm "));
  return list([
    ofKubectl.length === 0 ? "" : `kubectl ${list(ofKubectl)}`,
    ...verbs.filter((verb) => verb.startsWith("helm ")),
    verbs.includes(other) ? "other verbs" : "",
  ]);
}

function sayWhen({ kind, in: { hours, incident, emergency, tags, withoutEntra } }: Merged): string {
  const isCommand = kind === "run" || kind === "change" || kind === "diagnose-inside";
  return [
    isCommand && withoutEntra === "all"
      ? "also without Entra"
      : named(withoutEntra, { yes: "where there is no Entra", no: "" }),
    around("with the tags", named(tags, { [other]: "none of those named" })),
    around("at", named(hours, { [other]: "other hours" })),
    named(incident, { ...openAlerts, no: "while none is open" }),
    named(emergency, { yes: "in an emergency", no: "without an emergency" }),
  ]
    .filter((each) => each !== "")
    .map((each) => `, ${each}`)
    .join("");
}

function sayOutcome(outcome: PolicyOutcome): string {
  if (outcome.effect === "deny") return "not at all";
  const { approval, show, unmasked } = outcome;
  const seen = show === "personal" ? "seen by the requester alone" : "seen by everyone in the thread";
  const plain = approval === undefined || show === "personal" ? [seen] : [];
  const agreed = approval === undefined ? [] : [`approved by ${messages().sayApproval(approval)}`];
  return [...agreed, ...plain, ...(unmasked ? ["secrets too on request"] : [])].join(", ");
}

function sentence(it: Merged): string {
  const { before, after, kind } = it;
  const { groups, resources, namespaces, names, clusters } = it.in;
  const who =
    groups === "all"
      ? "every group"
      : and(groups.map((each) => (each === together ? "whoever is in all groups" : each)));
  const may = before.effect === "deny" ? "may now" : after.effect === "deny" ? "may no longer" : "may still";
  const what = [
    sayVerbs(it),
    named(resources, { [other]: "other types", [otherOutside]: "other types outside namespaces" }),
    around("named", named(names, { [other]: "otherwise", [nowhere]: "" })),
    around(
      "in",
      named(namespaces, {
        [other]: "other namespaces",
        [nowhere]: "",
        [everywhere]: "all namespaces at once",
      }),
    ),
    around("on", named(clusters, { [other]: "other clusters" })),
  ]
    .filter((each) => each !== "")
    .join(" ");
  if (kind === "mode") return `${who} ${may}: ${what}`;
  const now = after.effect === "deny" ? "" : `, ${sayOutcome(after)}`;
  return `${who} ${may}: ${what}${sayWhen(it)}${now} (before: ${sayOutcome(before)})`;
}

/** What becomes possible or impossible by another policy, one sentence for all that is alike. */
export const policyDiff = {
  nothing: "Nothing of what was asked becomes possible or impossible.",
  sentence,
};
