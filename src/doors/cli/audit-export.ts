// `audit export`: the whole trail as JSON lines, sealed rows in order, then the unsealed tail.
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import type { Io } from "./io.ts";
import { jsonText } from "./json-text.ts";
import { withTrail } from "./open-trail.ts";
import { noArguments, readArgs } from "./read-args.ts";
import { tell } from "./stop.ts";

export async function auditExportVerb(args: readonly string[], io: Io): Promise<ExitCode> {
  const read = readArgs(args, { json: { type: "boolean" } });
  if (!read.ok) return tell(io, false, read);
  const extra = noArguments(read);
  if (extra !== null) return tell(io, false, extra);
  const exported = await withTrail(io, async (audit) => {
    for await (const event of audit.events()) io.out(jsonText(event));
  });
  return exported.ok ? exitCodes.good : tell(io, false, exported);
}
