// What the trail is held against: public keys, heads that were written down elsewhere, and the retention.
import type { KeyObject } from "node:crypto";
import { readFile } from "node:fs/promises";
import { readAudit, type Variables } from "../../config.ts";
import { readHeads } from "../../core/audit/heads.ts";
import type { ChainHead } from "../../core/audit/signature.ts";
import { checkWith, publicKeyIn } from "../../store/audit-key.ts";
import type { HeldAgainst } from "../../store/verify-audit.ts";
import { exitCodes } from "./exit-codes.ts";
import { type Stop, stop } from "./stop.ts";

type Given = Readonly<{ key?: readonly string[] | undefined; head?: readonly string[] | undefined }>;
type Result<T> = Readonly<{ ok: true; value: T }> | Stop;

const dayMilliseconds = 86_400_000;
const wrong = (code: string, reason: string): Stop => stop(exitCodes.wrongUse, code, reason);

/** From the settings and from the flags; a key and a book of heads in the data folder are found there. */
export async function readEvidence(
  variables: Variables,
  given: Given,
  now: Date,
): Promise<Result<HeldAgainst>> {
  const read = readAudit(variables);
  if (!read.ok) return wrong("settings", read.problems.join(" "));
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
    if (key === null)
      return wrong("key", `${file} holds no key on the curve P-256 in PEM, public or private.`);
    keys.push(key);
  }
  return keys.length > 0
    ? { ok: true, value: keys }
    : wrong(
        "key",
        "There is no key to verify with: give its public half with --key FILE, or set AUDIT_KEY_FILE.",
      );
}

async function readBooks(
  own: Audit["heads"],
  given: readonly string[],
): Promise<Result<readonly ChainHead[]>> {
  const heads: ChainHead[] = [];
  const ownFile = own?.kind === "file" ? own.file : null;
  for (const written of [...(ownFile === null ? [] : [ownFile]), ...given]) {
    const [, seq, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(written) ?? [];
    if (seq !== undefined && hash !== undefined) {
      heads.push({ seq: Number(seq), hash });
      continue;
    }
    const text = await textOf(written);
    if (text === null && written === ownFile) continue;
    if (text === null)
      return wrong("head", `--head takes SEQ:HASH or a file of heads, and there is no file ${written}.`);
    const read = readHeads(text);
    if ("problem" in read) return wrong("head", `In ${written}, ${read.problem}.`);
    heads.push(...read.heads);
  }
  return { ok: true, value: heads };
}

const textOf = (file: string): Promise<string | null> => readFile(file, "utf8").catch(() => null);
