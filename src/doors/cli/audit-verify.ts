// `audit verify`: proves that no row of the audit trail was changed, removed or inserted, and names the unsealed tail.
import type { ExitCode } from "./exit-codes.ts";
import type { Io } from "./io.ts";
import { jsonText } from "./json-text.ts";
import { withTrail } from "./open-trail.ts";
import { noArguments, readArgs } from "./read-args.ts";
import { tell } from "./stop.ts";
import { checkFields, checkText, exitCodeOf } from "./trail-check.ts";
import { evidenceFlags, readEvidence } from "./trail-evidence.ts";

export async function auditVerifyVerb(args: readonly string[], io: Io): Promise<ExitCode> {
  const json = args.includes("--json");
  const read = readArgs(args, { json: { type: "boolean" }, ...evidenceFlags });
  if (!read.ok) return tell(io, json, read);
  const extra = noArguments(read);
  if (extra !== null) return tell(io, json, extra);
  const now = new Date();
  const evidence = await readEvidence(io.variables, read.values, now);
  if (!evidence.ok) return tell(io, json, evidence);
  const verified = await withTrail(io, (audit) => audit.verify(evidence.value));
  if (!verified.ok) return tell(io, json, verified);
  const check = verified.value;
  const document = { schema: "aks-oncall/audit-verify/v1", ...checkFields(check) };
  io.out(json ? jsonText(document, 2) : checkText(check, now, io));
  return exitCodeOf(check, now);
}
