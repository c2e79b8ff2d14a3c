// `store prepare`: brings the schema of the database up to date, as its owner, so that the product needs no right to.
import { databaseOf } from "../../composition/identity.ts";
import { readStore } from "../../config/config.ts";
import { prepareStore } from "../../store/open-store.ts";
import type { Io } from "./io.ts";
import { answer } from "./print.ts";
import { noArguments, readArgs } from "./read-args.ts";
import { type ExitCode, exitCodes, settingsStop, stop, tell } from "./stop.ts";

export async function storePrepareVerb(args: readonly string[], io: Io): Promise<ExitCode> {
  const read = readArgs(args, {});
  if (!read.ok) return tell(io, read);
  const extra = noArguments(read);
  if (extra !== null) return tell(io, extra);
  const store = readStore(io.variables);
  if (!store.ok) return tell(io, settingsStop(store.problems));
  const log = (message: string, fields: Record<string, unknown>) =>
    io.err(`${message} ${JSON.stringify(fields)}`);
  const prepared = await prepareStore(databaseOf(store.settings), { warn: log, error: log });
  if (!prepared.ok) return tell(io, stop(exitCodes.failure, "storeNotOpened", prepared.reason));
  answer(io, { schema: "aks-oncall/store-prepare/v1", ok: true }, () => "The schema is up to date.");
  return exitCodes.good;
}
