// `audit verify`: proves that no row of the audit trail was changed, removed or inserted, and names the unsealed tail.
import type { TrailCheck } from "../store/audit.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import type { Io } from "./io.ts";
import { withTrail } from "./open-trail.ts";
import { noArguments, readArgs } from "./read-args.ts";
import { tell } from "./stop.ts";

export async function auditVerifyVerb(args: readonly string[], io: Io): Promise<ExitCode> {
  const json = args.includes("--json");
  const read = readArgs(args, { json: { type: "boolean" } });
  if (!read.ok) return tell(io, json, read);
  const extra = noArguments(read);
  if (extra !== null) return tell(io, json, extra);
  const verified = await withTrail(io, (audit) => audit.verify());
  if (!verified.ok) return tell(io, json, verified);
  const check = verified.value;
  io.out(
    json ? JSON.stringify({ schema: "aks-oncall/audit-verify/v1", ...check }, null, 2) : checkText(check, io),
  );
  return check.ok ? exitCodes.good : exitCodes.broken;
}

function checkText(check: TrailCheck, { paint }: Io): string {
  if (!check.ok) return `The audit trail ${paint("red", "was changed")}. ${check.reason}`;
  const { sealed, unsealed, head, removed } = check;
  const tail = unsealed === 0 ? "none waits to be sealed" : `${unsealed} not yet sealed, and so not proven`;
  return [
    `The audit trail ${paint("green", "is intact")}: ${sealed} rows sealed, ${tail}.`,
    ...(removed
      ? [
          `Retention removed the rows up to ${removed.seq}; the check begins behind it, at hash ${removed.hash}.`,
        ]
      : []),
    `Last sealed row: ${head.seq}, hash ${head.hash}. Kept elsewhere, it proves later that no row was cut off.`,
  ].join("\n");
}
