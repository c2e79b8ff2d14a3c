// Typed text becomes a change that is fully understood, or a refusal. It goes through the same grammar as what only reads:
// nothing is guessed, objects are named, and the argv is written anew from what was understood.
import type { Read } from "../command-request.ts";
import { findVerb, type Grammar } from "../find-verb.ts";
import { helmSecrets } from "../grammar/helm.ts";
import { categories, findResource, isClusterScoped, isCustom } from "../grammar/resources.ts";
import { commandOf, toolOf } from "../grammar/verb-spec.ts";
import { type Flags, readFlags, writeFlags } from "../read-flags.ts";
import { type ReadTarget, readTarget } from "../read-target.ts";
import { type Asked, besides, placesOf, readsOf } from "../reads.ts";
import { type Refusal, refuse } from "../refusal.ts";
import { bounded, scopeOf } from "../scope-of.ts";
import { splitShellWords } from "../shell-words.ts";
import { refuseTypedSecrets } from "../typed-secrets.ts";
import { type ChangeRisk, mostObjects, type ParsedChange, type Write } from "./change-request.ts";
import { sharedRisks } from "./change-risks.ts";
import type { ChangeSpec } from "./change-spec.ts";
import { changeVerbs } from "./change-verbs.ts";
import { withPatch } from "./patch-body.ts";

const changing: Grammar<ChangeSpec> = {
  verbs: changeVerbs,
  refused: { kubectl: new Map(), helm: new Map() },
};

type Target = Extract<ReadTarget, { ok: true }>;
type Said = Readonly<{ ok: true; names: readonly string[]; values: readonly string[] }> | Refusal;

/** The argv names full plural types, one word a flag, and the namespace even where none was typed. */
export function parseChange(text: string): ParsedChange {
  const split = splitShellWords(text);
  return split.ok ? parseWords(split.parts) : split;
}

/** The same for a change that is an argv already, such as a stored one. */
export const parseChangeArgv = (argv: readonly string[]): ParsedChange => parseWords([argv]);

function parseWords([words = [], ...pipes]: readonly (readonly string[])[]): ParsedChange {
  const found = findVerb(changing, words);
  if (!found.ok) return found;
  const { verb } = found;
  if (pipes.length > 0) return refuse("filter-invalid", { is: "changeFiltered", command: commandOf(verb) });
  const typed = readFlags(verb, found.words);
  if (!typed.ok) return refusalOfFlag(verb, typed);
  const patched = withPatch(typed.flags);
  if (!patched.ok) return patched;
  return understood(verb, typed.args, patched.flags);
}

function understood(verb: ChangeSpec, args: readonly string[], given: Flags): ParsedChange {
  const said = sayWhat(verb, args);
  if (!said.ok) return said;
  const target = namedTarget(verb, said.names, given);
  if (!target.ok) return target;
  const refusal = refuseUnsaid(verb, said.values, given) ?? refuseSecrets(verb, target);
  if (refusal !== null) return refusal;
  const { scope, assumed, flags } = scopeOf(verb, target, bounded(verb, given));
  const tool = toolOf(verb);
  const argv = [tool, ...verb.words, ...wordsFor(verb, target), ...said.values, ...writeFlags(flags)];
  if (refuseTypedSecrets(argv, []) !== null) return refuse("typed-secret", { is: "changeWithSecret" });
  const { resources, names } = target;
  return {
    ok: true,
    request: {
      ...{ tool, argv, verb: verb.verb, resources, names, scope },
      ...(assumed && { namespaceAssumed: assumed }),
      reads: readsFor(verb, target, scope, flags),
      writes: writesFor(verb, target, scope, flags),
      access: "write",
      risks: risksFor(verb, target, said.values, scope, flags),
    },
  };
}

function wordsFor({ of, apart }: ChangeSpec, { args, names }: Target): readonly string[] {
  if (of !== undefined) return names;
  return apart === undefined ? args : [apart, ...names];
}

/** Tells the words that say what is to be from the names before them. */
function sayWhat({ values, example, target, ...verb }: ChangeSpec, args: readonly string[]): Said {
  if (values === undefined) return { ok: true, names: args, values: [] };
  const first = args.findIndex((arg, at) => at > 0 && values.pattern.test(arg));
  const at = target.kind === "release" ? 1 : first;
  const said = at === -1 ? [] : args.slice(at);
  if (said.length === 0 && target.kind === "release")
    return refuse("argument-invalid", { is: "revisionUnsaid", example });
  const command = commandOf({ ...verb, example, target });
  if (said.length === 0) return refuse("argument-invalid", { is: "changeUnsaid", command, example });
  const wrong = said.find((word) => !values.pattern.test(word));
  if (wrong !== undefined || said.length > values.most)
    return refuse("argument-invalid", {
      is: "changeWord",
      word: wrong ?? said.at(-1) ?? "",
      command,
      example,
    });
  return { ok: true, names: args.slice(0, at), values: said };
}

/** Of a verb whose objects are of one type the names alone are typed, or each with its type. */
function typedNames({ of }: ChangeSpec, names: readonly string[]): readonly string[] {
  if (of === undefined || names.length === 0) return names;
  return names.some((name) => name.includes("/"))
    ? names.map((name) => (name.includes("/") ? name : `${of}/${name}`))
    : [of, ...names];
}

/** Flags by which the cluster, and nobody else, says which objects are meant. */
const selecting = ["--all", "-A", "--all-namespaces", "-l", "--selector", "--field-selector"];

const refuseUnnamed = (verb: ChangeSpec): Refusal =>
  refuse("resource-missing", { is: "changeUnnamed", command: commandOf(verb), example: verb.example });

const refusalOfFlag = (verb: ChangeSpec, refusal: Refusal): Refusal =>
  refusal.reason.is === "flagUnknown" && selecting.includes(refusal.reason.flag)
    ? refuseUnnamed(verb)
    : refusal;

/** Objects of a verb, each of which has been named. */
function namedTarget(verb: ChangeSpec, words: readonly string[], flags: Flags): ReadTarget {
  if (words.length === 0) return refuseUnnamed(verb);
  const target = readTarget(verb, namedOneByOne(typedNames(verb, words)), flags);
  if (!target.ok) return target;
  const { resources, names, args } = target;
  if (names.length === 0) return refuseUnnamed(verb);
  if (names.length > mostObjects)
    return refuse("argument-invalid", { is: "changeOfMany", most: mostObjects, named: names.length });
  // `all NAME` means objects that nobody has named.
  const isOfOne = resources.length === 1 || args[0]?.includes("/") === true;
  return isOfOne
    ? target
    : refuse("argument-invalid", {
        is: "changeOfSeveralTypes",
        types: resources,
        example: verb.example,
      });
}

/** `TYPE,TYPE NAME` as `TYPE/NAME TYPE/NAME`; a type that is spelled twice is one. */
function namedOneByOne(words: readonly string[]): readonly string[] {
  const [types = "", ...names] = words;
  const each = [
    ...new Map(types.split(",").map((type) => [findResource(type)?.name ?? type, type])).values(),
  ];
  if (each.length === 1) return [...each, ...names];
  const isList = !each.some((type) => categories.has(type.toLowerCase()));
  if (!isList || names.length === 0 || words.some((word) => word.includes("/"))) return words;
  return each.flatMap((type) => names.map((name) => `${type}/${name}`));
}

function refuseUnsaid(
  { needs, example }: ChangeSpec,
  values: readonly string[],
  flags: Flags,
): Refusal | null {
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

/** Values of Secrets are never typed here, in any form. */
function refuseSecrets({ verb }: ChangeSpec, { resources }: Target): Refusal | null {
  return verb === "patch" && resources.includes("secrets")
    ? refuse("secret-values", { is: "changeOfSecret" })
    : null;
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
