// The one door for commands: typed text becomes a request that is fully understood, or a refusal. Nothing is guessed,
// and the argv is written anew from what was understood, so what is decided on is what is sent.
import { foldCase } from "../text/fold-case.ts";
import type { CommandScope, OutputFilter, ParsedCommand } from "./command-request.ts";
import { refusedFlag, refusedHelmVerbs, refusedVerbs } from "./grammar/refused.ts";
import { isClusterScoped } from "./grammar/resources.ts";
import { commandOf, type Tool, toolOf, type VerbSpec } from "./grammar/verb-spec.ts";
import { verbs } from "./grammar/verbs.ts";
import { nearWords } from "./near-words.ts";
import { readFilter } from "./output-filter.ts";
import { type Flags, readFlags, sharedFlags, writeFlags } from "./read-flags.ts";
import { type ReadTarget, readTarget } from "./read-target.ts";
import { readsOf } from "./reads.ts";
import { type Refusal, refuse, refuseKnown } from "./refusal.ts";
import { refuseSecretValues, risksOf } from "./sensitive.ts";
import { splitShellWords } from "./shell-words.ts";
import { oneTemplate } from "./templates.ts";
import { refuseTypedSecrets } from "./typed-secrets.ts";
import { refuseValueFilters } from "./value-filters.ts";

type Found = Readonly<{ ok: true; verb: VerbSpec; words: readonly string[] }> | Refusal;
type Scoped = Readonly<{ scope: CommandScope; assumed?: true; flags: Flags }>;

/**
 * Parses one command as it was typed. The argv names full plural types, one word a flag, and the namespace even where
 * none was typed: the runner's own default is not ours to rely on.
 */
export function parseKubectl(text: string): ParsedCommand {
  const split = splitShellWords(text);
  return split.ok ? parseWords(split.parts) : split;
}

/** The same for a command that is an argv already, such as a stored one. */
export const parseArgv = (argv: readonly string[]): ParsedCommand => parseWords([argv]);

/** The words of the command, then those of each part behind a pipe. */
function parseWords([words = [], ...pipes]: readonly (readonly string[])[]): ParsedCommand {
  const found = findVerb(words);
  if (!found.ok) return found;
  const { verb } = found;
  const typed = readFlags(verb, found.words);
  if (!typed.ok) return typed;
  const read = oneTemplate(typed.flags);
  if (!read.ok) return read;
  const target = readTarget(verb, typed.args, read.flags);
  if (!target.ok) return target;
  const filters = readFilters(pipes);
  if ("ok" in filters) return filters;
  const refusal =
    refuseSecretValues(target.resources, read.flags) ?? refuseNameEverywhere(target, read.flags);
  if (refusal !== null) return refusal;
  const { scope, assumed, flags } = scopeOf(verb, target, bounded(verb, read.flags));
  const tool = toolOf(verb);
  const argv = [tool, ...verb.words, ...target.args, ...writeFlags(flags), ...(verb.always ?? [])];
  const telling = refuseTypedSecrets(argv, filters) ?? refuseValueFilters(read.flags);
  if (telling !== null) return telling;
  return {
    ok: true,
    request: {
      tool,
      argv,
      verb: verb.verb,
      resources: target.resources,
      ...(target.subresource === undefined ? {} : { subresource: target.subresource }),
      names: target.names,
      scope,
      ...(assumed && { namespaceAssumed: assumed }),
      reads: readsOf(verb.verb, target.asked, scope, flags.get("show-events") !== "false"),
      access: "read",
      risks: risksOf(verb.verb, target.resources, flags),
      filters,
    },
  };
}

/** Takes the words up to the verb; global flags may stand before it and are put behind. */
function findVerb(words: readonly string[]): Found {
  const [typed = "", ...rest] = words;
  const tool = (["kubectl", "helm"] as const).find((name) => name === foldCase(typed));
  if (tool === undefined) return refuse("not-kubectl", { is: "notKubectl", tool: typed });
  const leading = countGlobalFlags(tool, rest);
  const [first, second = ""] = rest.slice(leading);
  if (first === undefined) return refuse("verb-missing", { is: "verbMissing", tool });
  if (first.startsWith("-")) {
    const because = refusedFlag(first.split("=")[0] ?? first);
    if (because !== undefined) return refuseKnown(first, because);
    return refuse("verb-missing", { is: "verbBehind", word: first });
  }
  const refused = tool === "helm" ? refusedHelmVerbs : refusedVerbs;
  const because = refused.get(`${first} ${second}`) ?? refused.get(first);
  if (because !== undefined) return refuseKnown(`${tool} ${first}`, because);
  const verb = verbs.find((spec) => toolOf(spec) === tool && isSpelled(spec, first, second));
  if (verb === undefined) return refuseVerb(tool, first, second);
  const after = rest.slice(leading + verb.words.length);
  return { ok: true, verb, words: [...rest.slice(0, leading), ...after] };
}

/** How many words before the verb are flags that every verb has, with their values. */
function countGlobalFlags(tool: Tool, words: readonly string[]): number {
  const shared = sharedFlags(tool);
  let count = 0;
  for (let word = words[count]; word !== undefined; word = words[count]) {
    const [name = word] = word.split("=");
    const spec = shared.find(({ long, short }) => name === `--${long}` || name === `-${short}`);
    if (spec === undefined && !/^-n./.test(word)) break;
    count += spec?.value !== undefined && name === word ? 2 : 1;
  }
  return count;
}

function isSpelled(spec: VerbSpec, first: string, second: string): boolean {
  const given = [first, second].slice(0, spec.words.length);
  return spec.words.every((word, index) => {
    const isLast = index === spec.words.length - 1;
    return given[index] === word || (isLast && spec.spellings?.includes(given[index] ?? "") === true);
  });
}

function refuseVerb(tool: Tool, first: string, second: string): Refusal {
  const ofTool = verbs.filter((spec) => toolOf(spec) === tool);
  const family = ofTool.filter(({ words }) => words.length === 2 && words[0] === first);
  if (family.length > 0) {
    const command = `${tool} ${`${first} ${second}`.trim()}`;
    return refuse("verb-unknown", { is: "verbIncomplete", command, forms: family.map(commandOf) });
  }
  const known = [...new Set(ofTool.map(({ words }) => words.join(" ")))];
  return refuse("verb-unknown", {
    is: "verbUnknown",
    tool,
    verb: first,
    near: nearWords(first, known),
    known,
  });
}

function readFilters(pipes: readonly (readonly string[])[]): readonly OutputFilter[] | Refusal {
  const filters: OutputFilter[] = [];
  for (const words of pipes) {
    const read = readFilter(words);
    if (!read.ok) return read;
    filters.push(read.filter);
  }
  return filters;
}

/** kubectl refuses this too; here it is said before anything is sent. */
function refuseNameEverywhere(target: Extract<ReadTarget, { ok: true }>, flags: Flags): Refusal | null {
  const inNamespace = target.resources.some((resource) => !isClusterScoped(resource));
  if (flags.get("all-namespaces") !== "true" || target.names.length === 0 || !inNamespace) return null;
  return refuse("name-in-all-namespaces", { is: "nameInAllNamespaces" });
}

/** With what makes the command end, where nothing that was typed does. */
function bounded({ bound }: VerbSpec, flags: Flags): Flags {
  if (bound === undefined || bound.unless.some((name) => flags.has(name))) return flags;
  return new Map([...flags, [bound.flag, bound.value]]);
}

/** Where the command reads, with the flags that say so first. */
function scopeOf(verb: VerbSpec, target: Extract<ReadTarget, { ok: true }>, given: Flags): Scoped {
  const {
    namespace,
    namespaces,
    "all-namespaces": everywhere,
    container,
    ...others
  } = Object.fromEntries(given);
  const named = target.container ?? container;
  const rest = [...(named === undefined ? [] : [["container", named] as const]), ...Object.entries(others)];
  if (verb.target.kind === "fixed" && verb.target.namespace !== undefined) {
    return { scope: { kind: "namespace", name: verb.target.namespace }, flags: new Map(rest) };
  }
  const inNamespace =
    verb.target.kind === "accessQuestion" || target.resources.some((resource) => !isClusterScoped(resource));
  if (!inNamespace) return { scope: { kind: "cluster" }, flags: new Map(rest) };
  if (everywhere === "true") {
    return { scope: { kind: "allNamespaces" }, flags: new Map([["all-namespaces", "true"], ...rest]) };
  }
  const asked = namespaces ?? namespace;
  const name = asked ?? "default";
  const flag = verb.namespaceFlag ?? "namespace";
  return {
    scope: { kind: "namespace", name },
    ...(asked === undefined && { assumed: true }),
    flags: new Map([[flag, name], ...rest]),
  };
}
