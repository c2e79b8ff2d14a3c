// The help texts, made from the table of verbs.
import { exitCodes } from "./exit-codes.ts";
import { type Verb, verbs } from "./verbs.ts";

const exitLines = [
  `${exitCodes.good}  healthy, a way in is open, allowed, accepted, valid`,
  `${exitCodes.wrongUse}  wrong use: the command line, a setting or a file`,
  `${exitCodes.broken}  broken or degraded; every way in is blocked; policy not valid; audit trail changed`,
  `${exitCodes.unknown}  unknown: what would settle it could not be read, no way in is certain, or the cluster was not found; a rule that goes by resource id, where only a name was given; audit rows that nobody proves`,
  `${exitCodes.denied}  denied by the policy, or a command that is refused`,
  `${exitCodes.failure}  sign-in, Azure or the store failed`,
];

const indent = (lines: readonly string[]): readonly string[] => lines.map((line) => `  ${line}`);

export function generalHelp(): string {
  const width = Math.max(...verbs.map(({ name }) => name.length));
  return [
    "Usage: aks-oncall VERB …",
    "",
    ...indent(verbs.map(({ name, does }) => `${name.padEnd(width)}  ${does}`)),
    "",
    "Azure is asked with your own rights: whatever DefaultAzureCredential finds, az login first of all.",
    "",
    "Examples:",
    ...indent(verbs.flatMap(({ examples }) => examples.slice(0, 1))),
    "",
    "Exit codes:",
    ...indent(exitLines),
    "",
    "aks-oncall VERB --help tells more of a verb; docs/cli.md describes the JSON documents.",
  ].join("\n");
}

export function verbHelp({ usage, does, flags, examples }: Verb): string {
  return [
    `Usage: aks-oncall ${usage}`,
    "",
    `${does.charAt(0).toUpperCase()}${does.slice(1)}.`,
    ...(flags.length === 0 ? [] : ["", ...indent(flags)]),
    "",
    "Examples:",
    ...indent(examples),
    "",
    "Exit codes:",
    ...indent(exitLines),
  ].join("\n");
}
