// Tells the flags of a command from its arguments, by the verb's table. What no table names is refused.
import { everyVerbFlags, type FlagSpec } from "./flags.ts";
import { everyHelmFlag } from "./helm.ts";
import { nearWords } from "./near-words.ts";
import { type Refusal, refuse, refuseKnown } from "./refusal.ts";
import { endlessFlags, refusedFlag } from "./refused.ts";
import { commandOf, type Tool, toolOf, type VerbSpec } from "./verb-spec.ts";

/** Values by long name, in the order first typed; a switch holds `true` or `false`. */
export type Flags = ReadonlyMap<string, string>;
export type ReadFlags = Readonly<{ ok: true; flags: Flags; args: readonly string[] }> | Refusal;

type FlagUse = Readonly<{ spec: FlagSpec; value: string | null; shown: string }>;
type FlagUses = Readonly<{ ok: true; uses: readonly FlagUse[] }> | Refusal;

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
    if (spec.value !== undefined) {
      uses.push({ spec, value: rest === "" ? null : rest.replace(/^=/, ""), shown });
      return { ok: true, uses };
    }
    if (rest.startsWith("=")) {
      uses.push({ spec, value: rest.slice(1), shown });
      return { ok: true, uses };
    }
    uses.push({ spec, value: null, shown });
  }
  return uses.length > 0 ? { ok: true, uses } : refuse("flag-unknown", { is: "dashAlone" });
}

/** The flags that every verb of the tool takes. */
export const sharedFlags = (tool: Tool): readonly FlagSpec[] =>
  tool === "helm" ? everyHelmFlag : everyVerbFlags;

const accepted = (verb: VerbSpec): readonly FlagSpec[] => [...verb.flags, ...sharedFlags(toolOf(verb))];

/** Of a flag that is typed twice kubectl takes the last, or joins the values of both. */
function keep(
  flags: Map<string, string>,
  { spec, value, shown }: FlagUse,
  next: string | undefined,
): Refusal | null {
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

function refuseFlag(verb: VerbSpec, shown: string): Refusal {
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
