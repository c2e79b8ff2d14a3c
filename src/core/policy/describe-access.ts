// What the policy lets a person do, rule by rule.
import type { AlertSeverity } from "../alert/alert.ts";
import { distinct } from "../text/distinct.ts";
import { approvalOf } from "./choose-rules.ts";
import { leastSeverity } from "./circumstances.ts";
import type { Approval } from "./decision.ts";
import { matchesGroups } from "./match.ts";
import { groupNames, type Policy, type Rule } from "./policy.ts";
import type { Day } from "./window.ts";

/** `all`: a pattern that fits everything is among them. */
type Some = "all" | readonly string[];

/** When a rule counts at all. */
type Condition =
  /** No days: all. */
  | Readonly<{ is: "hours"; days: readonly Day[]; from: string; to: string; timeZone: string }>
  | Readonly<{ is: "incidentOnly"; least: AlertSeverity }>
  | Readonly<{ is: "emergencyOnly" }>
  | Readonly<{ is: "tag"; name: string; value: string }>;

type Phrase = Readonly<{
  /** Of a rule that denies. */
  never: boolean;
  clusters: Some;
  /** Who has to agree, where something is changed by it. */
  approval?: Approval;
  /** Absent where it always counts. */
  only?: readonly Condition[];
}>;

type Scope = Readonly<{
  verbs: Some;
  resources: Some;
  namespaces: Some;
  /** What lies in no namespace, too. */
  clusterScoped: boolean;
  /** Also on clusters without Entra, as cluster-admin. */
  withoutEntra: boolean;
}>;

export type AccessPhrase =
  | (Phrase & Readonly<{ is: "clusters" }>)
  | (Phrase & Scope & Readonly<{ is: "commands" }>)
  | (Phrase & Scope & Readonly<{ is: "changes"; names: Some }>);

export type Access = Readonly<
  Record<
    "mayDiagnose" | "mayLookInside" | "mayWatch" | "mayVolunteer" | "mayRun" | "mayChange" | "mayFix",
    readonly AccessPhrase[]
  >
>;

/** One phrase a rule; those that deny come last. A list is empty where no rule allows anything. */
export function describeAccess(policy: Policy, groupIds: readonly string[]): Access {
  const groups = groupNames(policy, groupIds);
  const rules = policy.rules.filter((rule) => matchesGroups(rule, groups));
  return {
    mayDiagnose: phrases(rules, (rule) => (rule.diagnose === true ? clusterPhrase(rule) : null)),
    mayLookInside: phrases(rules, (rule) => (rule["diagnose-inside"] === true ? clusterPhrase(rule) : null)),
    mayWatch: phrases(rules, (rule) => (rule.watch === true ? clusterPhrase(rule) : null)),
    mayVolunteer: phrases(rules, (rule) => (rule.volunteer === true ? clusterPhrase(rule) : null)),
    mayRun: phrases(rules, runPhrase),
    mayChange: phrases(rules, changePhrase),
    mayFix: phrases(rules, (rule) =>
      rule.fix === true ? { ...clusterPhrase(rule), ...approvalPart(rule) } : null,
    ),
  };
}

function phrases(
  rules: readonly Rule[],
  phrase: (rule: Rule) => AccessPhrase | null,
): readonly AccessPhrase[] {
  const of = (effect: Rule["effect"]) =>
    rules.filter((rule) => rule.effect === effect).flatMap((rule) => phrase(rule) ?? []);
  const allowed = of("allow");
  const all = [...allowed, ...(allowed.length === 0 ? [] : of("deny"))];
  return distinct(all);
}

const some = (patterns: readonly string[]): Some => (patterns.includes("*") ? "all" : patterns);

const clusterPhrase = (rule: Rule): Extract<AccessPhrase, { is: "clusters" }> => ({
  is: "clusters",
  ...phrase(rule),
});

function phrase(rule: Rule): Phrase {
  const only = conditionsOf(rule);
  return {
    never: rule.effect === "deny",
    clusters: some(rule.clusters),
    ...(only.length > 0 && { only }),
  };
}

const conditionsOf = (rule: Rule): readonly Condition[] => [
  ...(rule.when === undefined ? [] : [{ is: "hours", ...rule.when, days: rule.when.days ?? [] } as const]),
  ...(rule.effect === "allow" && rule.incidentOnly !== undefined
    ? [{ is: "incidentOnly", least: leastSeverity(rule.incidentOnly) } as const]
    : []),
  ...(rule.effect === "allow" && rule.breakGlass ? [{ is: "emergencyOnly" } as const] : []),
  ...Object.entries(rule.tags ?? {}).map(([name, value]) => ({ is: "tag", name, value }) as const),
];

const approvalPart = (rule: Rule): Pick<Phrase, "approval"> =>
  rule.effect === "allow" && rule.approval !== undefined ? { approval: approvalOf(rule.approval) } : {};

function scopePart(rule: Rule, scope: NonNullable<Rule["run"] | Rule["change"]>): Scope {
  return {
    verbs: some(scope.verbs),
    resources: some(scope.resources),
    namespaces: some(scope.namespaces),
    clusterScoped: scope.clusterScoped === true,
    withoutEntra: rule.effect === "allow" && rule.asClusterAdmin === true,
  };
}

const runPhrase = (rule: Rule): AccessPhrase | null =>
  rule.run === undefined ? null : { is: "commands", ...phrase(rule), ...scopePart(rule, rule.run) };

function changePhrase(rule: Rule): AccessPhrase | null {
  if (rule.change === undefined) return null;
  const names = some(rule.change.names ?? ["*"]);
  return { is: "changes", ...phrase(rule), ...approvalPart(rule), ...scopePart(rule, rule.change), names };
}
