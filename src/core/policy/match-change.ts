// How rules match a command that changes something: each write and each read of it is a need of its own.
import type { ChangeRequest, Write } from "../command/change/change-request.ts";
import { writeVerbs } from "../command/change/change-verbs.ts";
import type { Read } from "../command/grammar/command-request.ts";
import { isNamedBy } from "../command/grammar/custom-resources.ts";
import { helmSecrets } from "../command/grammar/helm.ts";
import { isClusterScoped } from "../command/grammar/resources.ts";
import { matchesGlob } from "../text/glob.ts";
import type { ChangeScope } from "./change-schema.ts";
import {
  coversPlace,
  matchesNamespace,
  matchesVerb,
  type Place,
  touchesPlace,
  touchesResource,
} from "./match.ts";
import type { RunScope } from "./policy.ts";

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

const touchesWritten = (scope: Place, { resource, scope: place }: Write): boolean =>
  touchesResource(scope, resource) && touchesPlace(scope, place);

/** A namespace takes with it whatever is in it, under any name. */
const takesFrom = (scope: Place, { verb, scope: place }: Write): boolean =>
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
