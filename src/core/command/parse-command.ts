// Typed text is a command that only reads, one that changes something, or neither. What changes something is never taken
// for a read: each has a grammar of its own, and a verb is in one of them.

import { type GoAction, goActions, isNameless, placeVariables, readsValues } from "../redact/go-templates.ts";
import type { ChangeRequest } from "./change/change-request.ts";
import { parseChange } from "./change/parse-change.ts";
import type { SentFile } from "./change/sent-file.ts";
import { readsOf } from "./grammar/also-reads.ts";
import type { CommandRequest, CommandRisk, OutputFilter, ParsedCommand } from "./grammar/command-request.ts";
import { formatsWithText } from "./grammar/flags.ts";
import { type Flags, findVerb, type Grammar, readFlags, writeFlags } from "./grammar/read-flags.ts";
import { type ReadTarget, readTarget } from "./grammar/read-target.ts";
import { type CommandRefusal, refuse } from "./grammar/refusal.ts";
import { refusedHelmVerbs, refusedVerbs } from "./grammar/refused.ts";
import { isClusterScoped } from "./grammar/resources.ts";
import { bounded, scopeOf, shortened } from "./grammar/scope-of.ts";
import { splitShellWords } from "./grammar/shell-words.ts";
import { refuseTypedSecrets } from "./grammar/typed-secrets.ts";
import { toolOf } from "./grammar/verb-spec.ts";
import { verbs } from "./grammar/verbs.ts";
import { readFilter } from "./output-filter.ts";

// The one door for commands: typed text becomes a request that is fully understood, or a refusal. Nothing is guessed,
// and the argv is written anew from what was understood, so what is decided on is what is sent.

// What a command could show that must not leave the cluster, and what it may show that people should know of.

/**
 * Secrets may be listed as a table or by name and described (keys and sizes); every form that prints an object holds
 * their values, and sorting by a value tells about it.
 */
function refuseSecretValues(resources: readonly string[], flags: Flags): CommandRefusal | null {
  if (!resources.includes("secrets")) return null;
  const format = flags.get("output") ?? "name";
  if (format !== "name") {
    return refuse("secret-values", { is: "secretFormat", format: format.split("=")[0] ?? "" });
  }
  const sortedBy = flags.get("sort-by") ?? ".metadata";
  if (!/^\{?\.metadata\b/.test(sortedBy)) {
    return refuse("secret-values", { is: "secretSorting" });
  }
  if (/^jsonpath=/i.test(flags.get("for") ?? "")) return refuse("secret-values", { is: "secretWaiting" });
  return null;
}

/** What the reader of the card should know; usually nothing. */
function risksOf(verb: string, resources: readonly string[], flags: Flags): readonly CommandRisk[] {
  const risks: CommandRisk[] = [];
  const format = flags.get("output");
  const printsObjects =
    verb === "describe" || (format !== undefined && format !== "wide" && format !== "name");
  if (verb === "logs" || resources.includes("pods/log")) risks.push("logs");
  if (verb.startsWith("helm get")) risks.push("releases");
  if (resources.includes("configmaps") && printsObjects) risks.push("configMaps");
  return risks;
}

// `-o go-template=…` is a program, of which only what prints fields is taken. What builds a name, changes a value or
// compares it could carry a secret past the redaction, which knows values by the fields that the template reads.

const keywords = ["range", "if", "else", "end", "with", "break", "continue", "true", "false", "nil"];
const printing = ["print", "printf", "println"];
const comparing = ["eq", "ne", "lt", "le", "gt", "ge", "len"];
const functions = [...printing, ...comparing, "and", "or", "not", "index", "exists"];

/** `template` is what stands behind `go-template=`. */
function refuseGoTemplate(template: string): CommandRefusal | null {
  const actions = goActions(template);
  if (actions === null) return refuse("template-not-supported", { is: "templateUnread" });
  const places = placeVariables(actions);
  for (const words of actions) {
    const refusal = refuseNames(words) ?? refusePrinting(words);
    if (refusal !== null) return refusal;
    if (words.some((word) => comparing.includes(word)) && comparesValue(words, places))
      return refuse("secret-values", { is: "valueFilter" });
  }
  return null;
}

function refuseNames(words: GoAction): CommandRefusal | null {
  const name = words.find(
    (word) => /^[A-Za-z_]/.test(word) && !keywords.includes(word) && !functions.includes(word),
  );
  if (name === undefined) return null;
  return refuse("template-not-supported", { is: "templateFunction", name, known: functions });
}

/** It has to come last: what is printed into another function would name a field, or change a value. */
function refusePrinting(words: GoAction): CommandRefusal | null {
  const at = words.findIndex((word) => printing.includes(word));
  if (at === -1) return null;
  const name = words[at] ?? "";
  const isLast = !words.slice(at).includes("|") && !words.some((word) => ["(", ":=", "="].includes(word));
  if (!isLast || printing.includes(words[at + 1] ?? "")) {
    return refuse("template-not-supported", { is: "templateNested", name });
  }
  const format = words[at + 1] ?? "";
  const isPlain = /^["`]/.test(format) && !format.replace(/%-?\d*[svdqt%]/g, "").includes("%");
  return name !== "printf" || isPlain
    ? null
    : refuse("template-not-supported", { is: "templatePrintf", format });
}

/** A text that is compared with is no field; one that `index` looks up is. */
function comparesValue(words: GoAction, places: ReadonlySet<string>): boolean {
  const fields = words.includes("index") ? words : words.filter((word) => !/^["`]/.test(word));
  return isNameless(words, places) || readsValues(fields.join(" "));
}

// How an object is printed: `--template` and `-o` become one, and of a Go template only what is safe is taken.

type OneTemplate = Readonly<{ ok: true; flags: Flags }> | CommandRefusal;

const takeTemplates = ["go-template", "template", "jsonpath", "jsonpath-as-json"];

/** `-o go-template=TEXT`, however it was typed. */
function oneTemplate(flags: Flags): OneTemplate {
  const format = flags.get("output");
  const template = flags.get("template");
  const output = template === undefined ? format : `${format ?? "go-template"}=${template}`;
  if (template !== undefined && format !== undefined && !takeTemplates.includes(format)) {
    return refuse("flag-value", { is: "templateFormat", format: format.split("=")[0] ?? "" });
  }
  if (output !== undefined && formatsWithText.includes(output)) {
    return refuse("flag-value", { is: "templateMissing", format: output });
  }
  const [, ofGo] = /^(?:go-)?template=(.*)$/s.exec(output ?? "") ?? [];
  const refusal = ofGo === undefined ? null : refuseGoTemplate(ofGo);
  if (refusal !== null) return refusal;
  const others = [...flags].filter(([name]) => name !== "output" && name !== "template");
  const written = ofGo === undefined ? output : `go-template=${ofGo}`;
  if (written === undefined) return { ok: true, flags };
  // Where it was typed first, so that what is sent reads like what was asked.
  const at = [...flags.keys()].findIndex((name) => name === "output" || name === "template");
  return { ok: true, flags: new Map([...others.slice(0, at), ["output", written], ...others.slice(at)]) };
}

// What compares values, in a filter of a template or to wait for one: which objects pass tells what is masked in them,
// letter by letter.

/** From `?(` to its end; what stands in quotes may hold anything. */
const filter = /\?\(((?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[^"')])*)(\)?)/g;
const literal = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g;

/** `?(@.name=="a")` and numbers are compared as ever. */
function refuseValueFilters(flags: Flags): CommandRefusal | null {
  const templates = [flags.get("output"), flags.get("sort-by")];
  const awaited = flags.get("for") ?? "";
  const compares =
    templates.some((template) => template !== undefined && comparesValues(template)) ||
    (/^jsonpath=/i.test(awaited) && isMasked(awaited));
  if (!compares) return null;
  return refuse("secret-values", { is: "valueFilter" });
}

function comparesValues(template: string): boolean {
  // ['value'] is .value
  const text = template.replace(/[[,]\s*(["'])([^"']*)\1(?=\s*[,\]])/g, ".$2");
  return [...text.matchAll(filter)].some(({ 1: inside = "", 2: end, index }) => {
    if (end !== ")") return true;
    const fields = inside.replace(literal, " ");
    if (!/[<>=!]/.test(fields) || /[<>=]\s*-?\d+(?:\.\d+)?\s*$/.test(fields)) return false;
    const path = /@(?![.[])/.test(fields) ? text.slice(0, index) + fields : fields;
    return isMasked(path);
  });
}

const isMasked = (path: string): boolean => readsValues(path) || path.includes("last-applied-configuration");

const reading: Grammar = { verbs, refused: { kubectl: refusedVerbs, helm: refusedHelmVerbs } };

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
  const found = findVerb(reading, words);
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
  const { flags: within, ...waits } = shortened(verb, bounded(verb, read.flags));
  const { scope, assumed, flags } = scopeOf(verb, target, within);
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
      ...waits,
      reads: readsOf(verb.verb, target.asked, scope, flags.get("show-events") !== "false"),
      access: "read",
      risks: risksOf(verb.verb, target.resources, flags),
      filters,
    },
  };
}

function readFilters(pipes: readonly (readonly string[])[]): readonly OutputFilter[] | CommandRefusal {
  const filters: OutputFilter[] = [];
  for (const words of pipes) {
    const read = readFilter(words);
    if (!read.ok) return read;
    filters.push(read.filter);
  }
  return filters;
}

/** kubectl refuses this too; here it is said before anything is sent. */
function refuseNameEverywhere(
  target: Extract<ReadTarget, { ok: true }>,
  flags: Flags,
): CommandRefusal | null {
  const inNamespace = target.resources.some((resource) => !isClusterScoped(resource));
  if (flags.get("all-namespaces") !== "true" || target.names.length === 0 || !inNamespace) return null;
  return refuse("name-in-all-namespaces", { is: "nameInAllNamespaces" });
}

export type AnyCommand =
  | Readonly<{ ok: true; is: "read"; request: CommandRequest }>
  | Readonly<{ ok: true; is: "change"; request: ChangeRequest }>
  | CommandRefusal;

/** `file`: which whoever typed it has sent, and the command names. Who knows the verb says what is wrong; of a verb that is never accepted, and of most others, that is the reads. */
export function parseCommand(text: string, file?: SentFile): AnyCommand {
  const read = parseKubectl(text);
  if (read.ok) return { ok: true, is: "read", request: read.request };
  if (read.code !== "write-not-supported" && read.code !== "verb-unknown") return read;
  const change = parseChange(text, file);
  if (change.ok) return { ok: true, is: "change", request: change.request };
  return read.code === "verb-unknown" ? withVerbsOf(change, read) : betterOf(change, read);
}

const betterOf = (change: CommandRefusal, read: CommandRefusal): CommandRefusal =>
  change.reason.is === "verbUnknown" ? read : change;

/** Neither knows the verb: what may have been meant stands in either. */
function withVerbsOf({ reason: other }: CommandRefusal, read: CommandRefusal): CommandRefusal {
  const { reason } = read;
  if (reason.is === "verbUnknown" && other.is === "verbUnknown")
    return refuse(read.code, {
      ...reason,
      near: [...reason.near, ...other.near],
      known: [...reason.known, ...other.known],
    });
  if (reason.is === "verbIncomplete" && other.is === "verbIncomplete")
    return refuse(read.code, { ...reason, forms: [...reason.forms, ...other.forms] });
  return read;
}
