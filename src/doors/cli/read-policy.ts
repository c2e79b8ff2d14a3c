// A policy file, whole or with everything that is wrong with it.
import { readFile } from "node:fs/promises";
import { type ParsedPolicy, parsePolicy } from "../../core/policy/parse-policy.ts";
import { messages } from "../../presenters/messages/messages.ts";
import { say } from "../../presenters/messages/says.ts";
import { exitCodes } from "./exit-codes.ts";
import { type Stop, stop } from "./stop.ts";

const { policyFaults } = messages();

type ReadPolicy = Readonly<{ ok: true; parsed: ParsedPolicy }> | Stop;

export async function readPolicy(file: string): Promise<ReadPolicy> {
  try {
    return { ok: true, parsed: parsePolicy(await readFile(file, "utf8")) };
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    return stop(exitCodes.wrongUse, "fileNotRead", `The policy ${file} cannot be read: ${said}.`);
  }
}

/** Each problem with its place, as editors and CI understand it. */
export const problemLines = (file: string, parsed: Extract<ParsedPolicy, { ok: false }>): readonly string[] =>
  parsed.problems.map(({ line, column, fault }) => `${file}:${line}:${column} ${say(policyFaults, fault)}`);
