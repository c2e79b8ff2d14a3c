// What the trail is held against: public keys, heads that were written down elsewhere, and the retention.
import type { KeyObject } from "node:crypto";
import { access, readFile } from "node:fs/promises";
import { readAudit, type Variables } from "../../config/config.ts";
import { readHeads } from "../../core/audit/anchor.ts";
import type { ChainHead } from "../../core/audit/signature.ts";
import { cliStops } from "../../presenters/messages/operator/cli-stops.ts";
import { checkWith, publicKeyIn } from "../../store/audit/trail-key.ts";
import type { TrailEvidence } from "../../store/audit/verify.ts";
import { type Stop, settingsStop, wrongUse } from "./stop.ts";

export const evidenceFlags = {
  key: { type: "string", multiple: true },
  head: { type: "string", multiple: true },
} as const;

type Given = Readonly<{ key?: readonly string[] | undefined; head?: readonly string[] | undefined }>;
type Result<T> = Readonly<{ ok: true; value: T }> | Stop;

const dayMilliseconds = 86_400_000;

/** From the settings and from the flags; a key and a book of heads in the data folder are found there. */
export async function readEvidence(
  variables: Variables,
  given: Given,
  now: Date,
): Promise<Result<TrailEvidence>> {
  const read = readAudit(variables);
  if (!read.ok) return settingsStop(read.problems);
  const { audit, auditDays } = read.settings;
  const keys = await readKeys(audit.key, given.key ?? []);
  if (!keys.ok) return keys;
  const heads = await readBooks(audit.heads, given.head ?? []);
  if (!heads.ok) return heads;
  const removedBefore = new Date(now.getTime() - auditDays * dayMilliseconds);
  return { ok: true, value: { check: checkWith(keys.value), outside: heads.value, removedBefore } };
}

type Audit = Extract<ReturnType<typeof readAudit>, { ok: true }>["settings"]["audit"];

async function readKeys(own: Audit["key"], files: readonly string[]): Promise<Result<readonly KeyObject[]>> {
  const keys: KeyObject[] = [];
  for (const file of [...("file" in own ? [own.file] : []), ...files]) {
    const text = await textOf(file);
    if (text === null && own.kind === "made" && file === own.file) continue;
    const key = text === null ? null : publicKeyIn(text);
    if (key === null) return wrongUse(cliStops.noKeyIn(file), "key");
    keys.push(key);
  }
  return keys.length > 0 ? { ok: true, value: keys } : wrongUse(cliStops.noKey, "key");
}

async function readBooks(
  own: Audit["heads"],
  given: readonly string[],
): Promise<Result<readonly ChainHead[]>> {
  const books: (readonly ChainHead[])[] = [];
  const ownFile = own !== null && "file" in own ? own.file : null;
  // Beside the database there is none before the first minute is over. Elsewhere it is named, and missed where it is gone.
  const mayMiss = own?.kind === "made" && (await isMissing(own.file));
  for (const written of [...(ownFile === null || mayMiss ? [] : [ownFile]), ...given]) {
    const [, seq, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(written) ?? [];
    if (seq !== undefined && hash !== undefined) {
      books.push([{ seq: Number(seq), hash }]);
      continue;
    }
    const text = await textOf(written);
    if (text === null && written === ownFile) return wrongUse(cliStops.noBook(written), "head");
    if (text === null) return wrongUse(cliStops.noHeadIn(written), "head");
    const read = readHeads(text);
    if ("oddLine" in read) return wrongUse(cliStops.oddHead(written, read.oddLine), "head");
    books.push(read.heads);
  }
  return { ok: true, value: books.flat() };
}

const isMissing = (file: string): Promise<boolean> =>
  access(file).then(
    () => false,
    (error: NodeJS.ErrnoException) => error.code === "ENOENT",
  );

const textOf = (file: string): Promise<string | null> => readFile(file, "utf8").catch(() => null);
