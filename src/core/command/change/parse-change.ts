// Typed text becomes a change that is fully understood, or a refusal. It goes through the same grammar as what only reads:
// nothing is guessed, objects are named, and the argv is written anew from what was understood.
import { type Flags, findVerb, type Grammar, readFlags } from "../grammar/read-flags.ts";
import { type ReadTarget, readTarget } from "../grammar/read-target.ts";
import { type CommandRefusal, refuse } from "../grammar/refusal.ts";
import { categories, findResource, isClusterScoped } from "../grammar/resources.ts";
import { splitShellWords } from "../grammar/shell-words.ts";
import { refuseTypedSecrets } from "../grammar/typed-secrets.ts";
import { commandOf } from "../grammar/verb-spec.ts";
import {
  type ChangeSpec,
  type ChangeTarget,
  mostObjects,
  type ParsedChange,
  refuseUnsaid,
  requestOf,
} from "./change-request.ts";
import { changeVerbs } from "./change-verbs.ts";
import { spelledOut, withPatch } from "./patch-body.ts";
import { type FileObject, fileNamePattern, type SentFile } from "./sent-file.ts";

// A change whose objects stand in a file that was sent before: the file says what it changes, and where.

/** Its objects are those of the file, all of them. */
function understoodFrom(
  verb: ChangeSpec,
  [word]: readonly string[],
  given: Flags,
  file: SentFile | undefined,
): ParsedChange {
  const { example } = verb;
  if (word !== undefined)
    return refuse("argument-invalid", { is: "changeOnlyFromFile", word, command: commandOf(verb), example });
  const refusal = refuseUnsaid(verb, [], given);
  if (refusal !== null) return refusal;
  const name = given.get("filename") ?? "";
  if (!fileNamePattern.test(name))
    return refuse("flag-repeated", { is: "fileOne", command: commandOf(verb), example });
  if (file?.name !== name) return refuse("file-missing", { is: "fileUnknown", name });
  const says = file.objects.find(({ namespace }) => namespace !== null)?.namespace ?? null;
  const typed = given.get("namespace");
  if (says !== null && typed !== undefined && typed !== says)
    return refuse("argument-invalid", { is: "fileElsewhere", name, says, typed });
  // kubectl would put those into its default namespace, and not beside the others.
  if (says !== null && typed === undefined && file.objects.some(isUnplaced))
    return refuse("argument-invalid", { is: "fileHalfPlaced", name, says });
  const flags = says === null ? given : new Map([...given, ["namespace", says]]);
  const request = requestOf(verb, objectsOf(file), [], flags);
  const risks = [...request.risks, ...file.objects.flatMap((object) => object.risks)];
  return { ok: true, request: { ...request, file, risks: [...new Set(risks)].toSorted() } };
}

const isUnplaced = ({ resource, namespace }: FileObject): boolean =>
  namespace === null && !isClusterScoped(resource);

function objectsOf({ objects }: SentFile): ChangeTarget {
  const byType = Map.groupBy(objects, ({ resource }) => resource);
  return {
    ...{ ok: true, args: [], resources: [...byType.keys()] },
    names: objects.map(({ name }) => name),
    asked: [...byType].map(([resource, all]) => ({ resource, names: all.map(({ name }) => name) })),
  };
}

const changing: Grammar<ChangeSpec> = {
  verbs: changeVerbs,
  refused: { kubectl: new Map(), helm: new Map() },
};

type Said = Readonly<{ ok: true; names: readonly string[]; values: readonly string[] }> | CommandRefusal;

/**
 * The argv names full plural types, one word a flag, and the namespace even where none was typed. `file`: the one that it
 * names, where whoever typed it has sent it.
 */
export function parseChange(text: string, file?: SentFile): ParsedChange {
  const split = splitShellWords(text);
  return split.ok ? parseWords(split.parts, file) : split;
}

/** The same for a change that is an argv already, such as a stored one. */
export const parseChangeArgv = (argv: readonly string[], file?: SentFile): ParsedChange =>
  parseWords([argv], file);

function parseWords(
  [words = [], ...pipes]: readonly (readonly string[])[],
  file: SentFile | undefined,
): ParsedChange {
  const found = findVerb(changing, words);
  if (!found.ok) return found;
  const { verb } = found;
  if (pipes.length > 0) return refuse("filter-invalid", { is: "changeFiltered", command: commandOf(verb) });
  const typed = readFlags(verb, found.words);
  if (!typed.ok) return refusalOfFlag(verb, typed);
  const patched = withPatch(typed.flags);
  if (!patched.ok) return patched;
  if (verb.fromFile === true) return understoodFrom(verb, typed.args, patched.flags, file);
  return understood(verb, typed.args, patched.flags, spelledOut(patched.body));
}

/** `besides`: what is looked through for secrets beside the words that will be sent. */
function understood(
  verb: ChangeSpec,
  args: readonly string[],
  given: Flags,
  besides: readonly string[],
): ParsedChange {
  const said = sayWhat(verb, args);
  if (!said.ok) return said;
  const target = namedTarget(verb, said.names, given);
  if (!target.ok) return target;
  const refusal = refuseUnsaid(verb, said.values, given) ?? refuseSecrets(verb, target);
  if (refusal !== null) return refusal;
  const request = requestOf(verb, target, said.values, given);
  return refuseTypedSecrets([...request.argv, ...besides], []) === null
    ? { ok: true, request }
    : refuse("typed-secret", { is: "changeWithSecret" });
}

/** Tells the words that say what is to be from the names before them. */
function sayWhat({ values, example, target, ...verb }: ChangeSpec, args: readonly string[]): Said {
  if (values === undefined) return { ok: true, names: args, values: [] };
  const at = args.findIndex((arg, index) => index > 0 && values.pattern.test(arg));
  const said = at === -1 ? [] : args.slice(at);
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

const refuseUnnamed = (verb: ChangeSpec): CommandRefusal =>
  refuse("resource-missing", { is: "changeUnnamed", command: commandOf(verb), example: verb.example });

const refusalOfFlag = (verb: ChangeSpec, refusal: CommandRefusal): CommandRefusal =>
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

/** Values of Secrets are never typed here, in any form; and of what stands in one nothing is printed but its labels. */
function refuseSecrets({ verb }: ChangeSpec, { resources }: ChangeTarget): CommandRefusal | null {
  return (verb === "patch" || verb === "annotate") && resources.includes("secrets")
    ? refuse("secret-values", { is: "changeOfSecret" })
    : null;
}
