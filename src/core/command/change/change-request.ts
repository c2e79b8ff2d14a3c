// A command that changes something, as data: what it changes, what kubectl reads for it, and what people should know of.

import { distinct } from "../../text/distinct.ts";
import { type AlsoRead, type Asked, besides, placesOf, readsOf } from "../grammar/also-reads.ts";
import type { CommandRequest, Read } from "../grammar/command-request.ts";
import { helmSecrets } from "../grammar/helm.ts";
import { type Flags, writeFlags } from "../grammar/read-flags.ts";
import type { ReadTarget } from "../grammar/read-target.ts";
import { type CommandRefusal, refuse } from "../grammar/refusal.ts";
import { isClusterScoped, isCustom } from "../grammar/resources.ts";
import { bounded, scopeOf } from "../grammar/scope-of.ts";
import { toolOf, type VerbSpec } from "../grammar/verb-spec.ts";
import { type ChangeRisk, sharedRisks } from "./change-risks.ts";
import type { SentFile } from "./sent-file.ts";

/** As Kubernetes' RBAC calls it. `*`: any of them. */
export type WriteVerb = "create" | "update" | "patch" | "delete" | "*";

/** Objects of one kind that a command changes. All of its writes have to be allowed. */
export type Write = Readonly<{
  verb: WriteVerb;
  /** Full plural name, with its sub-resource: `deployments/scale`, `pods/eviction`. `*`: of any type. */
  resource: string;
  scope: Read["scope"];
  /** Empty: whichever the cluster finds, such as the pods of a node. */
  names: readonly string[];
}>;

export type ChangeRequest = Omit<CommandRequest, "access" | "risks" | "filters"> &
  Readonly<{
    access: "write";
    /** What it changes, each once. Never empty. */
    writes: readonly Write[];
    risks: readonly ChangeRisk[];
    /** In which its objects stand; absent where they are named in the command. */
    file?: SentFile;
  }>;

/** Each is read before and after, by a call of kubectl: more would take longer than anybody waits. */
export const mostObjects = 20;

export type ParsedChange = Readonly<{ ok: true; request: ChangeRequest }> | CommandRefusal;

// What is said of a verb that changes something: beside its words and flags, what kubectl asks the API server for.

/** `self`: where the object is; the others as of what is read besides. `named`: of another name than the object's. */
export type Effect = Readonly<{
  verb: WriteVerb;
  resource: string;
  where: "self" | AlsoRead["where"];
  named?: string | undefined;
}>;

/** Words behind the names that say what is to be. */
type ValueWords = Readonly<{ pattern: RegExp; most: number }>;

/** What was said to be done, and to what. */
type Said = Readonly<{ resources: readonly string[]; values: readonly string[]; flags: Flags }>;

/** What kubectl does with an object of a type. */
export type Effects = Readonly<{ reads: readonly AlsoRead[]; writes: readonly Effect[] }>;

export type ChangeSpec = VerbSpec &
  Readonly<{
    values?: ValueWords;
    /** Of each group one flag has to be given: without it nothing is said, or it would end halfway. */
    needs?: readonly (readonly string[])[];
    /** The names alone are typed: they are of this type. */
    of?: string;
    /** Its objects stand in a file that was sent before. */
    fromFile?: true;
    /** kubectl takes its type, the only one, in a word before the names, and in no other form. */
    apart?: string;
    effects: (resource: string, flags: Flags) => Effects;
    risks?: (of: Said) => readonly ChangeRisk[];
  }>;

// The words behind the objects of a change: labels, taints, images, and what else a verb sets.

const qualified =
  "(?:[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9](?:[A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?";
const effect = "(?:NoSchedule|PreferNoSchedule|NoExecute)";
export const labels: ValueWords = {
  pattern: new RegExp(`^${qualified}(?:=[A-Za-z0-9_.-]{0,63}|-)$`),
  most: 20,
};
export const annotations: ValueWords = {
  pattern: new RegExp(`^${qualified}(?:=[^\\n\\r]{0,2000}|-)$`),
  most: 20,
};
export const taints: ValueWords = {
  pattern: new RegExp(`^${qualified}(?:-|(?:=[\\w.-]{0,63})?:${effect}-?)$`),
  most: 10,
};
export const images: ValueWords = {
  pattern: /^(?:\*|[a-z0-9][a-z0-9-]{0,62})=\w[\w./:@-]{0,300}$/,
  most: 20,
};
export const variables: ValueWords = { pattern: /^[A-Za-z_][\w.-]{0,127}(?:=[^\n\r]{0,1000}|-)$/, most: 20 };
/** 0 is whichever was before: nobody who approves it would know which. */

// What has to be said of a change, once.

export function refuseUnsaid(
  { needs, example }: ChangeSpec,
  values: readonly string[],
  flags: Flags,
): CommandRefusal | null {
  const missing = needs?.find((group) => !group.some((name) => flags.has(name)));
  if (missing !== undefined) {
    const names = missing.map((name) => `--${name}`);
    return refuse("flag-value", { is: "changeFlagMissing", flags: names, example });
  }
  const keys = values.map((value) => value.split(/[=:]|-$/)[0] ?? "");
  const twice = keys.find((key, at) => keys.indexOf(key) !== at);
  // Which of the two kubectl takes is nothing that whoever approves it should have to know.
  return twice === undefined ? null : refuse("argument-invalid", { is: "changeTwice", word: twice });
}

// The request of a change that is understood: its argv written anew, all that it reads and writes, and its risks.

export type ChangeTarget = Extract<ReadTarget, { ok: true }>;

/** `values`: the words that say what is to be. */
export function requestOf(
  verb: ChangeSpec,
  target: ChangeTarget,
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

function wordsFor({ of, apart }: ChangeSpec, { args, names }: ChangeTarget): readonly string[] {
  if (of !== undefined) return names;
  return apart === undefined ? args : [apart, ...names];
}

function readsFor(
  verb: ChangeSpec,
  target: ChangeTarget,
  scope: Parameters<typeof readsOf>[2],
  flags: Flags,
) {
  const main = readsOf(verb.verb, target.asked, scope, false);
  const others = target.asked.flatMap((each) =>
    verb.effects(each.resource, flags).reads.flatMap((read) => besides(each, read, scope)),
  );
  return distinct<Read>([...main, ...others]);
}

function writesFor(
  verb: ChangeSpec,
  { asked }: ChangeTarget,
  scope: Parameters<typeof readsOf>[2],
  flags: Flags,
): readonly Write[] {
  return distinct<Write>(
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
  { resources, names, asked }: ChangeTarget,
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
