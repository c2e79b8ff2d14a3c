// How rules match what is asked: one field at a time, as Kubernetes' RBAC rules do.

import type { ClusterRef } from "../cluster-name.ts";
import type { CommandRequest, Read } from "../command/grammar/command-request.ts";
import { isNamedBy, mayBe } from "../command/grammar/custom-resources.ts";
import { helmSecrets } from "../command/grammar/helm.ts";
import { isCustom } from "../command/grammar/resources.ts";
import { readVerbs } from "../command/grammar/verbs.ts";
import { matchesGlob } from "../text/glob.ts";
import { foldCase } from "../text/text.ts";
import type { Rule, RunScope } from "./policy.ts";

/** One thing that a command reads: null for a verb that reads no object. */
export type NeededRead = Read | null;

/** Of rules that read and of those that change. */
export type Place = Pick<RunScope, "resources" | "namespaces" | "clusterScoped">;

/** Every read is a need of its own: a command is allowed when all that kubectl reads for it is. */
export const needsOf = ({ reads }: CommandRequest): readonly NeededRead[] =>
  reads.length === 0 ? [null] : reads;

/** Deny rules may name everybody with `*`. */
export function matchesGroups(rule: Rule, groups: readonly string[]): boolean {
  return rule.groups.some((name) => groups.includes(name) || (rule.effect === "deny" && name === "*"));
}

/** Azure compares names and ids without regard to case. */
export function matchesCluster(rule: Rule, cluster: ClusterRef): boolean {
  return rule.clusters.some((pattern) =>
    matchesGlob(foldCase(pattern), foldCase(pattern.startsWith("/") ? cluster.id : cluster.name)),
  );
}

/** Allowing: the scope holds all of the need. */
export function covers(scope: RunScope, verb: string, need: NeededRead): boolean {
  if (!matchesVerb(scope, verb)) return false;
  return need === null || (coversResource(scope, need.resource) && coversPlace(scope, need.scope));
}

/** Denying: the scope holds some of the need, so that reading all namespaces does not go around a closed one. */
export function touches(scope: RunScope, verb: string, need: NeededRead): boolean {
  if (!matchesVerb(scope, verb)) return false;
  if (need === null) return scope.resources.includes("*") && scope.namespaces.includes("*");
  return touchesResource(scope, need.resource) && touchesPlace(scope, need.scope);
}

/** `*` stands for the verbs that only read, should others ever come. */
export function matchesVerb(scope: RunScope, verb: string): boolean {
  return scope.verbs.includes(verb) || (scope.verbs.includes("*") && readVerbs.includes(verb));
}

/** `pods` is not `pods/log`; what Helm keeps has to be named, because it shows what stands in Secrets. */
const coversResource = ({ resources }: RunScope, resource: string): boolean =>
  resources.some((named) => isNamedBy(resource, named) || (named === "*" && resource !== helmSecrets));

/** Of a word that only the cluster knows every type counts that it may mean; who closes Secrets closes those of Helm. */
export function touchesResource(scope: Place, resource: string): boolean {
  const all = resource === "*" || scope.resources.includes("*");
  if (all || scope.resources.some((named) => isNamedBy(resource, named))) return true;
  return scope.resources.some((named) =>
    isCustom(resource) ? isCustom(named) && mayBe(resource, named) : named === resource.split("/")[0],
  );
}

export function coversPlace(scope: Place, place: Read["scope"]): boolean {
  switch (place.kind) {
    case "cluster":
    case "namespaceObjects":
      return scope.clusterScoped === true;
    case "allNamespaces":
      return scope.namespaces.includes("*");
    case "namespace":
      return matchesNamespace(scope, place.name);
  }
}

/** The Namespace object is part of the namespace, as it is in Kubernetes' RBAC; a list of them holds the closed one. */
export function touchesPlace(scope: Place, place: Read["scope"]): boolean {
  switch (place.kind) {
    case "allNamespaces":
      return true;
    case "namespaceObjects":
      return (
        scope.clusterScoped === true ||
        place.names.length === 0 ||
        place.names.some((name) => matchesNamespace(scope, name))
      );
    default:
      return coversPlace(scope, place);
  }
}

export const matchesNamespace = ({ namespaces }: Place, name: string): boolean =>
  namespaces.some((pattern) => matchesGlob(pattern, name));
