// Where and when two policies are asked: on which cluster, at which hour, in an incident or an emergency.
import type { Severity } from "../../alert/alert.ts";
import type { ClusterRef } from "../../cluster-name.ts";
import { type Circumstances, counts } from "../circumstances.ts";
import { matchesCluster, matchesGroups } from "../match.ts";
import { groupNames, type Policy, type Rule } from "../policy.ts";
import type { Labels } from "./difference.ts";
import { clustersFor, hoursFor, incidentsFor, type Sample, switchFor, tagsFor } from "./samples.ts";

type Respect = "clusters" | "tags" | "hours" | "incident" | "emergency" | "withoutEntra";

export type Situation = Readonly<{
  labels: Pick<Labels, Respect>;
  cluster: ClusterRef;
  clusterAdmin: boolean;
  breakGlass: boolean;
  circumstances: Circumstances;
}>;

type Samples = Readonly<{
  clusters: readonly Sample<ClusterRef>[];
  tags: readonly Sample<NonNullable<ClusterRef["tags"]>>[];
  hours: readonly Sample<Date>[];
  incident: readonly Sample<Severity | "none">[];
  emergency: readonly Sample<boolean>[];
  withoutEntra: readonly Sample<boolean>[];
}>;

export function samplesFor(rules: readonly Rule[]): Samples {
  const allowing = rules.filter((rule) => rule.effect === "allow");
  return {
    clusters: clustersFor(rules),
    tags: tagsFor(rules),
    hours: hoursFor(rules),
    incident: incidentsFor(allowing),
    emergency: switchFor(allowing.some(({ breakGlass }) => breakGlass)),
    withoutEntra: switchFor(true),
  };
}

export function* situationsOf(samples: Samples): Generator<Situation> {
  for (const cluster of samples.clusters)
    for (const tags of samples.tags)
      for (const hours of samples.hours)
        for (const incident of samples.incident)
          for (const emergency of samples.emergency)
            for (const withoutEntra of samples.withoutEntra)
              yield {
                labels: {
                  ...{ clusters: cluster.label, tags: tags.label, hours: hours.label },
                  ...{ incident: incident.label, emergency: emergency.label },
                  withoutEntra: withoutEntra.label,
                },
                cluster: { ...cluster.value, tags: tags.value },
                ...{ clusterAdmin: withoutEntra.value, breakGlass: emergency.value },
                circumstances: { now: hours.value, incident: incident.value },
              };
}

/** The policy, with the rules that count there for members of these groups: they alone decide what is asked there. */
export function policyIn(policy: Policy, groupIds: readonly string[], situation: Situation): Policy {
  const { cluster, clusterAdmin, breakGlass, circumstances } = situation;
  const groups = groupNames(policy, groupIds);
  const rules = policy.rules.filter((rule) => {
    if (!matchesGroups(rule, groups) || !matchesCluster(rule, cluster)) return false;
    if (!counts(rule, cluster, circumstances)) return false;
    if (rule.effect === "deny") return true;
    return (rule.asClusterAdmin || !clusterAdmin) && (rule.breakGlass === undefined || breakGlass);
  });
  return { ...policy, rules };
}
