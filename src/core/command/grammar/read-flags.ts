// Tells the flags of a command from its arguments, by the verb's table. What no table names is refused.

import { foldCase } from "../../text/text.ts";
import { everyVerbFlags, type FlagSpec } from "./flags.ts";
import { everyHelmFlag } from "./helm.ts";
import { nearWords } from "./near-words.ts";
import { type CommandRefusal, refuse, refuseKnown } from "./refusal.ts";
import { type Because, endlessFlags, refusedFlag } from "./refused.ts";
import { commandOf, type Tool, toolOf, type VerbSpec } from "./verb-spec.ts";

/** Values by long name, in the order first typed; a switch holds `true` or `false`. */
export type Flags = ReadonlyMap<string, string>;
type ReadFlags = Readonly<{ ok: true; flags: Flags; args: readonly string[] }> | CommandRefusal;

type FlagUse = Readonly<{ spec: FlagSpec; value: string | null; shown: string }>;
type FlagUses = Readonly<{ ok: true; uses: readonly FlagUse[] }> | CommandRefusal;

/** `words` are those after the verb. */
export function readFlags(verb: VerbSpec, words: readonly string[]): ReadFlags {
  const flags = new Map<string, string>();
  const args: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? "";
    if (verb.always?.includes(word) || endlessFlags.some((flag) => word === `${flag}=false`)) continue;
    if (!word.startsWith("-")) {
      args.push(word);
      continue;
    }
    const read = word.startsWith("--") ? readLong(verb, word) : readShorts(verb, word);
    if (!read.ok) return read;
    for (const use of read.uses) {
      const isOpen = use.spec.value !== undefined && use.value === null;
      const next = isOpen ? (use.spec.bare ?? words[++at]) : undefined;
      const refusal = keep(flags, use, next);
      if (refusal !== null) return refusal;
    }
  }
  return { ok: true, flags, args };
}

/** `--name=value` for each flag, `--name` for a switch that is on: one word each, so no value can pass for a flag. */
export function writeFlags(flags: Flags): readonly string[] {
  return [...flags].map(([name, value]) => (value === "true" ? `--${name}` : `--${name}=${value}`));
}

function readLong(verb: VerbSpec, word: string): FlagUses {
  const equals = word.indexOf("=");
  const shown = equals < 0 ? word : word.slice(0, equals);
  const spec = accepted(verb).find(({ long }) => `--${long}` === shown);
  if (spec === undefined) return refuseFlag(verb, shown);
  return { ok: true, uses: [{ spec, value: equals < 0 ? null : word.slice(equals + 1), shown }] };
}

/** `-Ao wide`, `-owide`, `-o=wide`: switches may share a dash, and the first flag with a value takes the rest. */
function readShorts(verb: VerbSpec, word: string): FlagUses {
  const uses: FlagUse[] = [];
  const letters = [...word.slice(1)];
  for (const [index, letter] of letters.entries()) {
    const shown = `-${letter}`;
    const spec = accepted(verb).find(({ short }) => short === letter);
    if (spec === undefined) return refuseFlag(verb, shown);
    const rest = letters.slice(index + 1).join("");
    if (spec.value !== undefined || rest.startsWith("=")) {
      uses.push({ spec, value: rest === "" ? null : rest.replace(/^=/, ""), shown });
      return { ok: true, uses };
    }
    uses.push({ spec, value: null, shown });
  }
  return uses.length > 0 ? { ok: true, uses } : refuse("flag-unknown", { is: "dashAlone" });
}

/** The flags that every verb of the tool takes. */
const sharedFlags = (tool: Tool): readonly FlagSpec[] => (tool === "helm" ? everyHelmFlag : everyVerbFlags);

const accepted = (verb: VerbSpec): readonly FlagSpec[] => [...verb.flags, ...sharedFlags(toolOf(verb))];

/** Of a flag that is typed twice kubectl takes the last, or joins the values of both. */
function keep(
  flags: Map<string, string>,
  { spec, value, shown }: FlagUse,
  next: string | undefined,
): CommandRefusal | null {
  const { long, value: rule } = spec;
  if (rule === undefined) {
    const given = switchValue(value ?? "true");
    if (given === null) return refuse("flag-value", { is: "switchWithOddValue", flag: shown });
    flags.set(long, given);
    return null;
  }
  const given = value ?? next;
  if (given === "" && rule.mayBeEmpty === true) {
    flags.delete(long);
    return null;
  }
  if (given === undefined || given === "")
    return refuse("flag-value", { is: "valueMissing", flag: shown, wants: rule.wants });
  const file = long === "output" ? /^[a-z-]*file(?==|$)/.exec(given)?.[0] : undefined;
  if (file !== undefined) return refuseKnown(`${shown} ${file}`, "file");
  if (!rule.pattern.test(given)) {
    return refuse("flag-value", { is: "valueWrong", flag: shown, wants: rule.wants, given });
  }
  const before = spec.list === true ? flags.get(long) : undefined;
  flags.set(long, before === undefined ? given : `${before},${given}`);
  return null;
}

/** As Go reads a boolean; null for anything else. */
function switchValue(text: string): "true" | "false" | null {
  if (/^(1|t|T|TRUE|true|True)$/.test(text)) return "true";
  return /^(0|f|F|FALSE|false|False)$/.test(text) ? "false" : null;
}

function refuseFlag(verb: VerbSpec, shown: string): CommandRefusal {
  const because = refusedFlag(shown, verb);
  if (because !== undefined) return refuseKnown(shown, because);
  const known = accepted(verb).map(({ long }) => `--${long}`);
  return refuse("flag-unknown", {
    is: "flagUnknown",
    command: commandOf(verb),
    flag: shown,
    near: shown.startsWith("--") ? nearWords(shown, known) : [],
    known,
  });
}

// Which verb of a grammar a command begins with.

/** The verbs that are accepted, and those that are known and refused, by tool. */
export type Grammar<Spec extends VerbSpec = VerbSpec> = Readonly<{
  verbs: readonly Spec[];
  refused: Readonly<Record<Tool, ReadonlyMap<string, Because>>>;
}>;

type Found<Spec> = Readonly<{ ok: true; verb: Spec; words: readonly string[] }> | CommandRefusal;

/** Takes the words up to the verb; global flags may stand before it and are put behind. */
export function findVerb<Spec extends VerbSpec>(
  { verbs, refused }: Grammar<Spec>,
  words: readonly string[],
): Found<Spec> {
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
  const because = refused[tool].get(`${first} ${second}`) ?? refused[tool].get(first);
  if (because !== undefined) return refuseKnown(`${tool} ${first}`, because);
  const verb = verbs.find((spec) => toolOf(spec) === tool && isSpelled(spec, first, second));
  if (verb === undefined) return refuseVerb(verbs, tool, first, second);
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

function refuseVerb(verbs: readonly VerbSpec[], tool: Tool, first: string, second: string): CommandRefusal {
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
