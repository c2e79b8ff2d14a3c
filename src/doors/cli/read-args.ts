// Reads the arguments of one verb. What is not known is refused with the nearest that is.
import { parseArgs } from "node:util";
import { nearest } from "../../core/text/nearest.ts";
import { cliStops } from "../../presenters/messages/operator/cli-stops.ts";
import { type CliStop, wrongUse } from "./stop.ts";

type OptionSpecs = Readonly<
  Record<string, Readonly<{ type: "string"; multiple?: boolean }> | Readonly<{ type: "boolean" }>>
>;

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
  const known = Object.keys(options).map((name) => `--${name}`);
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
