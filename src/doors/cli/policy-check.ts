// `policy check`: is this policy valid, and does it pass its own tests?

import { say } from "../../presenters/messages/catalogue/says.ts";
import { policyAnswers } from "../../presenters/messages/operator/policy.ts";
import { policyFaults } from "../../presenters/messages/operator/policy-faults.ts";
import { clean } from "./format.ts";
import type { Io } from "./io.ts";
import { jsonText } from "./json-text.ts";
import { problemLines, readPolicy } from "./policy.ts";
import { onlyArgument, readArgs } from "./read-args.ts";
import { type ExitCode, exitCodes, tell } from "./stop.ts";

export async function policyCheckVerb(args: readonly string[], io: Io): Promise<ExitCode> {
  const json = args.includes("--json");
  const read = readArgs(args, { json: { type: "boolean" } });
  if (!read.ok) return tell(io, json, read);
  const named = onlyArgument(read, "FILE");
  if (!named.ok) return tell(io, json, named);
  const file = named.value;
  const opened = await readPolicy(file);
  if (!opened.ok) return tell(io, json, opened);
  const { parsed } = opened;
  if (json) {
    const problems = parsed.ok
      ? []
      : parsed.problems.map(({ line, column, fault }) => ({
          line,
          column,
          message: say(policyFaults, fault),
        }));
    const document = { schema: "aks-oncall/policy-check/v1", file, valid: parsed.ok, problems };
    io.out(jsonText(document, 2));
  } else if (parsed.ok) {
    const { groups, rules, tests = [] } = parsed.policy;
    const holds = { groups: Object.keys(groups).length, rules: rules.length, tests: tests.length };
    io.out(policyAnswers.isValid(file, io.paint("green", policyAnswers.valid), holds));
  } else {
    io.out(policyAnswers.isNotValid(file, io.paint("red", policyAnswers.notValid)));
    for (const problem of problemLines(file, parsed)) io.out(clean(problem));
  }
  return parsed.ok ? exitCodes.good : exitCodes.broken;
}
