// How rules match what is asked: one field at a time, as Kubernetes' RBAC rules do.
import type { ClusterRef } from "../cluster-name.ts";
import type { ChangeRequest, Write } from "../command/change/change-request.ts";
import { writeVerbs } from "../command/change/change-verbs.ts";
import type { CommandRequest, Read } from "../command/grammar/command-request.ts";
import { helmSecrets } from "../command/grammar/helm.ts";
import { isClusterScoped, isCustom, isNamedBy, mayBe } from "../command/grammar/resources.ts";
import { readVerbs } from "../command/grammar/verbs.ts";
import { matchesGlob } from "../text/glob.ts";
import { foldCase } from "../text/text.ts";
import type { ChangeScope } from "./change-schema.ts";
import type { Rule, RunScope } from "./policy.ts";

/** One thing that a command reads: null for a verb that reads no object. */
type NeededRead = Read | null;

/** Of rules that read and of those that change. */
type PolicyScope = Pick<RunScope, "resources" | "namespaces" | "clusterScoped">;

/** Every read is a need of its own: a command is allowed when all that kubectl reads for it is. */
export const neededReadsOf = ({ reads }: CommandRequest): readonly NeededRead[] =>
  reads.length === 0 ? [null] : reads;

/** Deny rules may name everybody with `*`. */
export function matchesGroups(rule: Rule, groups: readonly string[]): boolean {
  return rule.groups.some((name) => groups.includes(name) || (rule.effect === "deny" && name === "*"));
}

/** Azure compares names and ids without regard to case. */
export function matchesCluster(of: Pick<Rule, "clusters">, cluster: ClusterRef): boolean {
  return of.clusters.some((pattern) =>
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
function matchesVerb(scope: RunScope, verb: string): boolean {
  return scope.verbs.includes(verb) || (scope.verbs.includes("*") && readVerbs.includes(verb));
}

/** `pods` is not `pods/log`; what Helm keeps has to be named, because it shows what stands in Secrets. */
const coversResource = ({ resources }: RunScope, resource: string): boolean =>
  resources.some((named) => isNamedBy(resource, named) || (named === "*" && resource !== helmSecrets));

/** Of a word that only the cluster knows every type counts that it may mean; who closes Secrets closes those of Helm. */
function touchesResource(scope: PolicyScope, resource: string): boolean {
  const all = resource === "*" || scope.resources.includes("*");
  if (all || scope.resources.some((named) => isNamedBy(resource, named))) return true;
  return scope.resources.some((named) =>
    isCustom(resource) ? isCustom(named) && mayBe(resource, named) : named === resource.split("/")[0],
  );
}

function coversPlace(scope: PolicyScope, place: Read["scope"]): boolean {
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
function touchesPlace(scope: PolicyScope, place: Read["scope"]): boolean {
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

const matchesNamespace = ({ namespaces }: PolicyScope, name: string): boolean =>
  namespaces.some((pattern) => matchesGlob(pattern, name));

// How rules match a command that changes something: each write and each read of it is a need of its own.

export type ChangeNeed = Write | Read;

export const isWrite = (need: ChangeNeed): need is Write => "verb" in need;

/** Of what names several objects, each of them alone. */
export function oneByOne(need: ChangeNeed): readonly ChangeNeed[] {
  if (!isWrite(need) || need.names.length < 2) return [need];
  const { scope } = need;
  return need.names.map((name) => ({
    ...need,
    names: [name],
    scope: scope.kind === "namespaceObjects" ? { ...scope, names: [name] } : scope,
  }));
}

/** What is in it, or may be done with it, is more than the object: a rule has to name them. */
const guarded = ["secrets", helmSecrets, "roles", "rolebindings", "clusterroles", "clusterrolebindings"];

/** Allowing: the scope holds all of the need. */
export function coversChange(scope: ChangeScope, request: ChangeRequest, need: ChangeNeed): boolean {
  if (!matchesCommand(scope, request) || !coversType(scope, need.resource)) return false;
  return (
    coversNames(scope, request, need) &&
    (isWrite(need) ? coversWhere(scope, need) : coversPlace(scope, need.scope))
  );
}

/** Denying: the scope holds some of what is changed. */
export function touchesChange(scope: ChangeScope, request: ChangeRequest, write: Write): boolean {
  if (!matchesCommand(scope, request)) return false;
  return takesFrom(scope, write) || (touchesNames(scope, write) && touchesWritten(scope, write));
}

/** The same of what a rule closes to reading: what may not be read is not changed either. */
export const touchesUnread = (scope: RunScope, write: Write): boolean =>
  matchesVerb(scope, "get") && (takesFrom(scope, write) || touchesWritten(scope, write));

const touchesWritten = (scope: PolicyScope, { resource, scope: place }: Write): boolean =>
  touchesResource(scope, resource) && touchesPlace(scope, place);

/** A namespace takes with it whatever is in it, under any name. */
const takesFrom = (scope: PolicyScope, { verb, scope: place }: Write): boolean =>
  verb === "delete" &&
  place.kind === "namespaceObjects" &&
  scope.resources.some((resource) => !isClusterScoped(resource)) &&
  touchesPlace(scope, place);

function matchesCommand({ verbs }: ChangeScope, { verb }: ChangeRequest): boolean {
  return verbs.includes(verb) || (verbs.includes("*") && writeVerbs.includes(verb));
}

/** Of any type is of each that has to be named as well. */
function coversType({ resources }: ChangeScope, resource: string): boolean {
  if (resource === "*") return ["*", ...guarded].every((each) => resources.includes(each));
  // It is no part of a Secret, but a kind of them.
  if (resource === helmSecrets) return resources.includes(helmSecrets);
  const [type = ""] = resource.split("/");
  return resources.some((named) => isNamedBy(type, named) || (named === "*" && !guarded.includes(type)));
}

/** The Namespace object lies in its namespace: who may change what is in one may not delete another. */
function coversWhere(scope: ChangeScope, { scope: place }: Write): boolean {
  if (place.kind !== "namespaceObjects") return coversPlace(scope, place);
  const { names } = place;
  return (
    scope.clusterScoped === true && names.length > 0 && names.every((name) => matchesNamespace(scope, name))
  );
}

/** What is changed because of the objects that were named, as the pods of a node, goes with them. */
function coversNames({ names }: ChangeScope, request: ChangeRequest, need: ChangeNeed): boolean {
  if (names === undefined) return true;
  const named = isWrite(need) && need.names.length > 0 ? need.names : request.names;
  return named.length > 0 && named.every((name) => fits(names, name));
}

const touchesNames = ({ names }: ChangeScope, write: Write): boolean =>
  names === undefined || write.names.length === 0 || write.names.some((name) => fits(names, name));

const fits = (patterns: readonly string[], name: string): boolean =>
  patterns.some((pattern) => matchesGlob(pattern, name));
