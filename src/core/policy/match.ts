// How rules match what is asked: one field at a time, as Kubernetes' RBAC rules do.
import type { CommandRequest } from "../command/command-request.ts";
import { isClusterScoped } from "../command/grammar/resources.ts";
import { readVerbs } from "../command/grammar/verbs.ts";
import type { ClusterRef } from "./decision.ts";
import { matchesGlob } from "./glob.ts";
import type { Rule, RunScope } from "./policy.ts";

/** One resource that a command reads, and where. `resource` is null for verbs that read no object. */
export type Need = Readonly<{
  verb: string;
  resource: string | null;
  scope: Readonly<{ kind: "namespace"; name: string } | { kind: "allNamespaces" } | { kind: "cluster" }>;
}>;

/** Every resource of the command is a need of its own: a list is allowed when all of it is. */
export function needsOf(request: CommandRequest): readonly Need[] {
  const { verb, resources, subresource, namespace, allNamespaces } = request;
  if (resources.length === 0) return [{ verb, resource: null, scope: { kind: "cluster" } }];
  return resources.map((type) => {
    const resource = subresource === undefined ? type : `${type}/${subresource}`;
    if (isClusterScoped(type)) return { verb, resource, scope: { kind: "cluster" } };
    if (allNamespaces || namespace === null) return { verb, resource, scope: { kind: "allNamespaces" } };
    return { verb, resource, scope: { kind: "namespace", name: namespace } };
  });
}

/** Deny rules may name everybody with `*`. */
export function matchesGroups(rule: Rule, groups: readonly string[]): boolean {
  return rule.groups.some((name) => groups.includes(name) || (rule.effect === "deny" && name === "*"));
}

/** Azure compares names and ids without regard to case. */
export function matchesCluster(rule: Rule, cluster: ClusterRef): boolean {
  return rule.clusters.some((pattern) =>
    matchesGlob(pattern.toLowerCase(), (pattern.startsWith("/") ? cluster.id : cluster.name).toLowerCase()),
  );
}

/** Allowing: the scope holds all of the need. */
export function covers(scope: RunScope, need: Need): boolean {
  if (!matchesVerb(scope, need.verb)) return false;
  if (need.resource === null) return true;
  return matchesResource(scope, need.resource) && coversPlace(scope, need);
}

/** Denying: the scope holds some of the need, so that reading all namespaces does not go around a closed one. */
export function touches(scope: RunScope, need: Need): boolean {
  if (!matchesVerb(scope, need.verb)) return false;
  if (need.resource === null) return scope.resources.includes("*") && scope.namespaces.includes("*");
  return (
    matchesResource(scope, need.resource) && (need.scope.kind === "allNamespaces" || coversPlace(scope, need))
  );
}

/** `*` stands for the verbs that only read, should others ever come. */
function matchesVerb(scope: RunScope, verb: string): boolean {
  return scope.verbs.includes(verb) || (scope.verbs.includes("*") && readVerbs.includes(verb));
}

/** `pods` is not `pods/log`. */
function matchesResource(scope: RunScope, resource: string): boolean {
  return scope.resources.includes("*") || scope.resources.includes(resource);
}

function coversPlace(scope: RunScope, need: Need): boolean {
  const place = need.scope;
  if (place.kind === "cluster") return scope.clusterScoped === true;
  if (place.kind === "allNamespaces") return scope.namespaces.includes("*");
  return scope.namespaces.some((pattern) => matchesGlob(pattern, place.name));
}
