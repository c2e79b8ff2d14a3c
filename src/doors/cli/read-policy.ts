// A policy file, whole or with everything that is wrong with it.
import { readFile } from "node:fs/promises";
import { type ParsedPolicy, parsePolicy } from "../../core/policy/parse-policy.ts";
import { cliStops } from "../../presenters/messages/operator/cli-stops.ts";
import { policyFaults } from "../../presenters/messages/operator/policy-faults.ts";
import { say } from "../../presenters/messages/says.ts";
import { exitCodes } from "./exit-codes.ts";
import { type Stop, stop, wrongUse } from "./stop.ts";

type ReadPolicy = Readonly<{ ok: true; parsed: ParsedPolicy }> | Stop;

export async function readPolicy(file: string): Promise<ReadPolicy> {
  try {
    return { ok: true, parsed: parsePolicy(await readFile(file, "utf8")) };
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    return wrongUse(cliStops.policyUnread(file, said), "fileNotRead");
  }
}

/** Each problem with its place, as editors and CI understand it. */
export const problemLines = (file: string, parsed: Extract<ParsedPolicy, { ok: false }>): readonly string[] =>
  parsed.problems.map(({ line, column, fault }) => `${file}:${line}:${column} ${say(policyFaults, fault)}`);

export const notValid = (file: string, parsed: Extract<ParsedPolicy, { ok: false }>): Stop =>
  stop(exitCodes.broken, "policyNotValid", cliStops.policyNotValid(problemLines(file, parsed)[0] ?? ""));
