// `policy check`: is this policy valid, and does it pass its own tests?

import type { ParsedPolicy } from "../../core/policy/parse-policy.ts";
import { say } from "../../presenters/messages/catalogue/says.ts";
import { policyAnswers } from "../../presenters/messages/operator/policy.ts";
import { policyFaults } from "../../presenters/messages/operator/policy-faults.ts";
import type { Io } from "./io.ts";
import { problemLines, readPolicy } from "./policy.ts";
import { answer, clean, wrapped } from "./print.ts";
import { onlyArgument, readArgs } from "./read-args.ts";
import { type ExitCode, exitCodes, tell } from "./stop.ts";

export async function policyCheckVerb(args: readonly string[], io: Io): Promise<ExitCode> {
  const read = readArgs(args, {});
  if (!read.ok) return tell(io, read);
  const named = onlyArgument(read, "FILE");
  if (!named.ok) return tell(io, named);
  const file = named.value;
  const opened = await readPolicy(file);
  if (!opened.ok) return tell(io, opened);
  const { parsed } = opened;
  const problems = parsed.ok ? [] : parsed.problems;
  const document = {
    ...{ schema: "aks-oncall/policy-check/v1", file, valid: parsed.ok },
    problems: problems.map(({ line, column, fault }) => ({
      line,
      column,
      message: say(policyFaults, fault),
    })),
  };
  answer(io, document, () => answerText(file, parsed, io));
  return parsed.ok ? exitCodes.good : exitCodes.broken;
}

function answerText(file: string, parsed: ParsedPolicy, { paint, width }: Io): string {
  if (!parsed.ok)
    return [
      policyAnswers.isNotValid(file, paint("red", policyAnswers.notValid)),
      ...problemLines(file, parsed),
    ]
      .map((line, at) => wrapped(at === 0 ? line : clean(line), width))
      .join("\n");
  const { groups, rules, tests = [] } = parsed.policy;
  const holds = { groups: Object.keys(groups).length, rules: rules.length, tests: tests.length };
  return wrapped(policyAnswers.isValid(file, paint("green", policyAnswers.valid), holds), width);
}
