// Reads the arguments of one verb. What is not known is refused with the nearest that is.
import { parseArgs } from "node:util";
import { quoteArgv } from "../../core/text/marked.ts";
import { nearest } from "../../core/text/nearest.ts";
import { cliStops } from "../../presenters/messages/operator/cli-stops.ts";
import { type CliStop, wrongUse } from "./stop.ts";

type OptionSpecs = Readonly<
  Record<
    string,
    Readonly<{ type: "string"; multiple?: boolean; short?: string }> | Readonly<{ type: "boolean" }>
  >
>;

/** They may stand anywhere before a `--`, also before the verb. */
const everyVerbs = {
  output: { type: "string", short: "o" },
  "no-color": { type: "boolean" },
} as const;

type Common = Readonly<{
  rest: readonly string[];
  output: string | null;
  color: boolean;
  problem: string | null;
}>;

/** The flags of every verb, and the words without them. */
export function takeCommon(args: readonly string[]): Common {
  const end = args.indexOf("--");
  const own = end === -1 ? [...args] : args.slice(0, end);
  const { tokens } = parseArgs({ args: own, options: everyVerbs, strict: false, tokens: true });
  const taken = new Set<number>();
  const given = tokens.flatMap((token) =>
    token.kind === "option" && Object.hasOwn(everyVerbs, token.name) ? [token] : [],
  );
  for (const { index, value, inlineValue } of given) {
    taken.add(index);
    if (value !== undefined && !inlineValue) taken.add(index + 1);
  }
  const ofOutput = given.filter(({ name }) => name === "output");
  return {
    rest: args.filter((_, at) => !taken.has(at)),
    // `-o=json`, as kubectl takes it.
    output: ofOutput[0]?.value?.replace(/^=/, "") ?? null,
    color: !given.some(({ name }) => name === "no-color"),
    problem: problemIn(
      own.filter((_, at) => taken.has(at)),
      everyVerbs,
    ),
  };
}

/** `command` is what stands after `--`, or null when there is no `--`. */
export function readArgs<const O extends OptionSpecs>(args: readonly string[], options: O) {
  const end = args.indexOf("--");
  const own = end === -1 ? [...args] : args.slice(0, end);
  const problem = problemIn(own, options);
  if (problem !== null) return wrongUse(problem);
  const { values, positionals } = parseArgs({ args: own, options, allowPositionals: true });
  return { ok: true, values, positionals, command: end === -1 ? null : args.slice(end + 1) } as const;
}

/** Node's own refusals name no alternative, so the flags are looked through before it parses them. */
function problemIn(args: readonly string[], options: OptionSpecs): string | null {
  const { tokens } = parseArgs({ args: [...args], options, strict: false, tokens: true });
  const seen = new Set<string>();
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const { name, rawName, value, inlineValue } = token;
    const spec = Object.hasOwn(options, name) ? options[name] : undefined;
    if (spec === undefined) return unknownFlag(rawName, options);
    if (spec.type === "boolean" && value !== undefined) return cliStops.takesNoValue(rawName);
    if (spec.type === "string" && (value === undefined || (inlineValue === false && /^-./.test(value))))
      return cliStops.needsValue(rawName);
    if (seen.has(name) && !("multiple" in spec)) return cliStops.givenTwice(rawName);
    seen.add(name);
  }
  return null;
}

function unknownFlag(written: string, options: OptionSpecs): string {
  const known = Object.keys({ ...options, ...everyVerbs }).map((name) => `--${name}`);
  const [near = null] = nearest(written, known, 1);
  return cliStops.flagUnknown(written, near, known);
}

type Given = Readonly<{ positionals: readonly string[]; command: readonly string[] | null }>;

/** Exactly one argument besides the flags. `what` names it, as the usage does. */
export function onlyArgument(
  { positionals, command }: Given,
  what: string,
): Readonly<{ ok: true; value: string }> | CliStop {
  const [value, ...more] = positionals;
  if (value === undefined) return wrongUse(cliStops.missing(what));
  return noArguments({ positionals: more, command }) ?? { ok: true, value };
}

/** Null when nothing is left over, as it should be. */
export function noArguments({ positionals, command }: Given): CliStop | null {
  const [first] = [...positionals, ...(command === null ? [] : ["--"])];
  return first === undefined ? null : wrongUse(cliStops.tooMuch(first));
}

/**
 * The words after `--`, which a shell has split, as the text that was typed. One word alone is a whole command that was quoted.
 * Line breaks stay as they are: the guard refuses them.
 */
export function typedCommand(words: readonly string[]): string {
  const [only] = words;
  if (words.length === 1 && only !== undefined) return only;
  return words.some((word) => /[\0\n\r]/.test(word)) ? words.join(" ") : quoteArgv(words);
}
