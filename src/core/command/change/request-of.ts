// The request of a change that is understood: its argv written anew, all that it reads and writes, and its risks.
import type { Read } from "../grammar/command-request.ts";
import { helmSecrets } from "../grammar/helm.ts";
import { type Flags, writeFlags } from "../grammar/read-flags.ts";
import type { ReadTarget } from "../grammar/read-target.ts";
import { type Asked, besides, placesOf, readsOf } from "../grammar/reads.ts";
import { isClusterScoped, isCustom } from "../grammar/resources.ts";
import { bounded, scopeOf } from "../grammar/scope-of.ts";
import { toolOf } from "../grammar/verb-spec.ts";
import type { ChangeRequest, Write } from "./change-request.ts";
import { type ChangeRisk, sharedRisks } from "./change-risks.ts";
import type { ChangeSpec } from "./change-spec.ts";

export type Target = Extract<ReadTarget, { ok: true }>;

/** `values`: the words that say what is to be. */
export function requestOf(
  verb: ChangeSpec,
  target: Target,
  values: readonly string[],
  given: Flags,
): ChangeRequest {
  const { scope, assumed, flags } = scopeOf(verb, target, bounded(verb, given));
  const tool = toolOf(verb);
  const { resources, names } = target;
  return {
    ...{ tool, verb: verb.verb, resources, names, scope },
    argv: [tool, ...verb.words, ...wordsFor(verb, target), ...values, ...writeFlags(flags)],
    ...(assumed && { namespaceAssumed: assumed }),
    reads: readsFor(verb, target, scope, flags),
    writes: writesFor(verb, target, scope, flags),
    access: "write",
    risks: risksFor(verb, target, values, scope, flags),
  };
}

function wordsFor({ of, apart }: ChangeSpec, { args, names }: Target): readonly string[] {
  if (of !== undefined) return names;
  return apart === undefined ? args : [apart, ...names];
}

function readsFor(verb: ChangeSpec, target: Target, scope: Parameters<typeof readsOf>[2], flags: Flags) {
  const main = readsOf(verb.verb, target.asked, scope, false);
  const others = target.asked.flatMap((each) =>
    verb.effects(each.resource, flags).reads.flatMap((read) => besides(each, read, scope)),
  );
  return once<Read>([...main, ...others]);
}

function writesFor(
  verb: ChangeSpec,
  { asked }: Target,
  scope: Parameters<typeof readsOf>[2],
  flags: Flags,
): readonly Write[] {
  return once<Write>(
    asked.flatMap((each) =>
      verb.effects(each.resource, flags).writes.flatMap(({ verb: does, resource, where, named }): Write[] => {
        if (where === "self")
          return [{ ...each, resource }, ...releasesIn(each)].flatMap(({ resource, names }) =>
            placesOf(each, scope).map((place) => ({ verb: does, resource, scope: place, names })),
          );
        return besides(each, { resource, where }, scope).map((read) => ({
          verb: does,
          resource,
          scope: read.scope,
          names: named !== undefined ? [named] : where === "beside" ? each.names : [],
        }));
      }),
    ),
  );
}

/** What Helm keeps of a release is a Secret of a name of its own. */
function releasesIn({ resource, names }: Asked): readonly Asked[] {
  const kept = resource === "secrets" ? names.filter((name) => name.startsWith("sh.helm.release.")) : [];
  return kept.length === 0 ? [] : [{ resource: helmSecrets, names: kept }];
}

function risksFor(
  verb: ChangeSpec,
  { resources, names, asked }: Target,
  values: readonly string[],
  scope: Parameters<typeof readsOf>[2],
  flags: Flags,
): readonly ChangeRisk[] {
  const namespaces = asked.flatMap((each) => (each.resource === "namespaces" ? each.names : []));
  const inNamespace = resources.some((resource) => !isClusterScoped(resource) || isCustom(resource));
  const place = inNamespace ? scope : ({ kind: "cluster" } as const);
  const risks = [
    ...(verb.risks?.({ resources, values, flags }) ?? []),
    ...sharedRisks(verb.verb, place, names, namespaces, flags),
  ];
  return [...new Set(risks)].toSorted();
}

const once = <Each>(all: readonly Each[]): readonly Each[] => [
  ...new Map(all.map((each) => [JSON.stringify(each), each])).values(),
];
