// What the policy lets a person do, rule by rule.
import { matchesGroups } from "./match.ts";
import { groupNames, type Policy, type Rule, type RunScope } from "./policy.ts";

/** `all`: a pattern that fits everything is among them. */
type Some = "all" | readonly string[];

/** `never`: of a rule that denies. */
export type AccessPhrase =
  | Readonly<{ is: "clusters"; never: boolean; clusters: Some }>
  | Readonly<{
      is: "commands";
      never: boolean;
      clusters: Some;
      verbs: Some;
      resources: Some;
      namespaces: Some;
      /** What lies in no namespace, too. */
      clusterScoped: boolean;
      /** Also on clusters without Entra, as cluster-admin. */
      withoutEntra: boolean;
    }>;

export type Access = Readonly<
  Record<"mayDiagnose" | "mayLookInside" | "mayWatch" | "mayRun", readonly AccessPhrase[]>
>;

/** One phrase a rule; those that deny come last. A list is empty where no rule allows anything. */
export function describeAccess(policy: Policy, groupIds: readonly string[]): Access {
  const groups = groupNames(policy, groupIds);
  const rules = policy.rules.filter((rule) => matchesGroups(rule, groups));
  return {
    mayDiagnose: phrases(rules, (rule) => (rule.diagnose === true ? clusterPhrase(rule) : null)),
    mayLookInside: phrases(rules, (rule) => (rule["diagnose-inside"] === true ? clusterPhrase(rule) : null)),
    mayWatch: phrases(rules, (rule) => (rule.watch === true ? clusterPhrase(rule) : null)),
    mayRun: phrases(rules, (rule) => (rule.run === undefined ? null : runPhrase(rule, rule.run))),
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
  return [...new Map(all.map((each) => [JSON.stringify(each), each])).values()];
}

const some = (patterns: readonly string[]): Some => (patterns.includes("*") ? "all" : patterns);

const clusterPhrase = ({ effect, clusters }: Rule): AccessPhrase => ({
  is: "clusters",
  never: effect === "deny",
  clusters: some(clusters),
});

const runPhrase = (rule: Rule, run: RunScope): AccessPhrase => ({
  is: "commands",
  never: rule.effect === "deny",
  clusters: some(rule.clusters),
  verbs: some(run.verbs),
  resources: some(run.resources),
  namespaces: some(run.namespaces),
  clusterScoped: run.clusterScoped === true,
  withoutEntra: rule.effect === "allow" && rule.asClusterAdmin === true,
});
