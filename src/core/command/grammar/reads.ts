// Everything that a command makes kubectl read, and where: what the policy is asked about.

import { type AlsoRead, alsoReads } from "./also-reads.ts";
import type { CommandScope, Read } from "./command-request.ts";
import { isClusterScoped, isCustom } from "./resources.ts";

/** Objects of one type that a command asks for; the whole list where no name is given. */
export type Asked = Readonly<{ resource: string; names: readonly string[] }>;

/**
 * What was asked for first, then what kubectl reads besides, each once. `scope`: where the command reads objects that
 * lie in namespaces.
 */
export function readsOf(
  verb: string,
  asked: readonly Asked[],
  scope: CommandScope,
  withEvents: boolean,
): readonly Read[] {
  const main = asked.flatMap((each) =>
    placesOf(each, scope).map((place): Read => ({ resource: each.resource, scope: place, also: false })),
  );
  const others = asked.flatMap((each) =>
    alsoReads(verb, each.resource, withEvents).flatMap((read) => besides(each, read, scope)),
  );
  const byKey = new Map<string, Read>();
  for (const read of [...main, ...others]) {
    const key = JSON.stringify([read.resource, read.scope]);
    if (!byKey.has(key)) byKey.set(key, read);
  }
  return [...byKey.values()];
}

/** Of a type that is none of Kubernetes' own nobody knows whether it lies in namespaces: both have to be allowed. */
export function placesOf({ resource, names }: Asked, scope: CommandScope): readonly Read["scope"][] {
  if (resource === "namespaces") return [{ kind: "namespaceObjects", names }];
  if (isCustom(resource)) return [scope, { kind: "cluster" }];
  return [isClusterScoped(resource) ? { kind: "cluster" } : scope];
}

export function besides(
  { resource: of, names }: Asked,
  { resource, where }: AlsoRead,
  scope: CommandScope,
): readonly Read[] {
  const read = (place: CommandScope): Read => ({ resource, scope: place, also: true });
  if (typeof where !== "string") return [read({ kind: "namespace", name: where.namespace })];
  if (where === "outside") return [read({ kind: "cluster" })];
  if (where === "beside" && !isClusterScoped(of) && !isCustom(of)) return [read(scope)];
  if (where === "inside" && names.length > 0) return names.map((name) => read({ kind: "namespace", name }));
  return [read({ kind: "allNamespaces" })];
}
