// What the policy lets a person do, in short phrases for a card.
import { matchesGroups } from "./match.ts";
import { groupNames, type Policy, type Rule, type RunScope } from "./policy.ts";

export type Access = Readonly<Record<"mayDiagnose" | "mayWatch" | "mayRun", readonly string[]>>;

/** One phrase a rule; those that deny come last and begin with "never". A list is empty where no rule allows anything. */
export function describeAccess(policy: Policy, groupIds: readonly string[]): Access {
  const groups = groupNames(policy, groupIds);
  const rules = policy.rules.filter((rule) => matchesGroups(rule, groups));
  return {
    mayDiagnose: phrases(rules, (rule) => (rule.diagnose === true ? clustersOf(rule) : null)),
    mayWatch: phrases(rules, (rule) => (rule.watch === true ? clustersOf(rule) : null)),
    mayRun: phrases(rules, (rule) => (rule.run === undefined ? null : runPhrase(rule, rule.run))),
  };
}

function phrases(rules: readonly Rule[], phrase: (rule: Rule) => string | null): readonly string[] {
  const of = (effect: Rule["effect"]) =>
    rules.filter((rule) => rule.effect === effect).flatMap((rule) => phrase(rule) ?? []);
  const allowed = of("allow");
  const denied = allowed.length === 0 ? [] : of("deny").map((text) => `never ${text}`);
  return [...new Set([...allowed, ...denied])];
}

function runPhrase(rule: Rule, { verbs, resources, namespaces, clusterScoped }: RunScope): string {
  const everyVerb = rule.effect === "allow" ? "every reading command" : "any command";
  const asAdmin = rule.effect === "allow" && rule.asClusterAdmin === true;
  const places = namespaces.includes("*") ? "all namespaces" : namespaces.join(", ");
  return [
    verbs.includes("*") ? everyVerb : verbs.join(", "),
    resources.includes("*") ? "for all resources" : `for ${resources.join(", ")}`,
    `in ${places}${clusterScoped === true ? " and cluster-wide" : ""}`,
    `on ${clustersOf(rule)}${asAdmin ? ", also those without Entra" : ""}`,
  ].join(" ");
}

const clustersOf = ({ clusters }: Rule): string =>
  clusters.includes("*") ? "all clusters" : clusters.join(", ");
