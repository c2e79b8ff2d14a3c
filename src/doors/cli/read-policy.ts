// A policy file, whole or with everything that is wrong with it.
import { readFile } from "node:fs/promises";
import { type ParsedPolicy, parsePolicy } from "../../core/policy/parse-policy.ts";
import type { Messages } from "../../presenters/messages/messages.ts";
import { say } from "../../presenters/messages/says.ts";
import { exitCodes } from "./exit-codes.ts";
import { type Stop, stop, wrongUse } from "./stop.ts";

type ReadPolicy = Readonly<{ ok: true; parsed: ParsedPolicy }> | Stop;

export async function readPolicy(file: string): Promise<ReadPolicy> {
  try {
    return { ok: true, parsed: parsePolicy(await readFile(file, "utf8")) };
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    return wrongUse(({ cli }) => cli.stops.policyUnread(file, said), "fileNotRead");
  }
}

/** Each problem with its place, as editors and CI understand it. */
export const problemLines = (
  file: string,
  parsed: Extract<ParsedPolicy, { ok: false }>,
  { policyFaults }: Messages,
): readonly string[] =>
  parsed.problems.map(({ line, column, fault }) => `${file}:${line}:${column} ${say(policyFaults, fault)}`);

export const notValid = (file: string, parsed: Extract<ParsedPolicy, { ok: false }>): Stop =>
  stop(exitCodes.broken, "policyNotValid", (texts) =>
    texts.cli.stops.policyNotValid(problemLines(file, parsed, texts)[0] ?? ""),
  );
