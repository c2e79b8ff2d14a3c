// The key of the audit trail as a file: an elliptic-curve key on P-256 (ES256), in PEM. Asymmetric, so that whoever
// verifies the trail needs the public half only and could not have written it.
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from "node:crypto";
import { appendFile, readFile } from "node:fs/promises";
import type { Kysely } from "kysely";
import type { Clock } from "../../app/ports/services.ts";
import {
  type ChainHead,
  type CheckSignature,
  type HeadBook,
  headLine,
  lastHead,
  type Signer,
} from "../../core/audit/anchor.ts";
import type { StoreLog } from "../kit/connection.ts";
import { errorCodeOf, errorMessageOf } from "../kit/database-errors.ts";
import { type KeyResult, readOrMakeSecretFile, readSecretFile, type SecretFile } from "../kit/secret-file.ts";
import type { Tables } from "../kit/tables.ts";
import { chainHead, insertAudit, systemEntry } from "./entries.ts";

/** What the product seals with, and its public half. */
export type TrailKey = Readonly<{ signer: Signer; publicKey: KeyObject }>;

/** Who has the key can forge the trail. */
const trailKey: SecretFile<TrailKey> = {
  name: "The audit trail's key",
  holds: "a private key on the curve P-256 in PEM",
  howToMake: "(umask 077; openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out FILE)",
  make: newPem,
  read: privateKeyIn,
};

export const readKeyFile = (file: string): Promise<KeyResult<TrailKey>> => readSecretFile(trailKey, file);

/** The key at this place, made when there is none yet. */
export const readOrMakeKeyFile = (file: string): Promise<KeyResult<TrailKey>> =>
  readOrMakeSecretFile(trailKey, file);

/** A key that nobody keeps: for a database that nobody keeps either. */
export function ephemeralKey(): TrailKey {
  const key = privateKeyIn(newPem());
  if (!key) throw new Error("A key that was just made cannot be read.");
  return key;
}

function newPem(): string {
  return generateKeyPairSync("ec", {
    namedCurve: "P-256",
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  }).privateKey;
}

function privateKeyIn(pem: string): TrailKey | null {
  try {
    const privateKey = createPrivateKey(pem);
    const publicKey = createPublicKey(privateKey);
    if (!isP256(publicKey)) return null;
    const signer: Signer = {
      key: keyId(publicKey),
      sign: async (text) =>
        sign("sha256", Buffer.from(text), { key: privateKey, dsaEncoding: "ieee-p1363" }).toString(
          "base64url",
        ),
    };
    return { signer, publicKey };
  } catch {
    return null;
  }
}

/** The public half out of a PEM with either half; null when it is no key on P-256. */
export function publicKeyIn(pem: string): KeyObject | null {
  try {
    const key = createPublicKey(pem);
    return isP256(key) ? key : null;
  } catch {
    return null;
  }
}

const isP256 = ({ asymmetricKeyType: type, asymmetricKeyDetails: details }: KeyObject): boolean =>
  type === "ec" && details?.namedCurve === "prime256v1";

/** The first half of the SHA-256 of the public key: no other key can be made to have the same. */
export const keyId = (publicKey: KeyObject): string =>
  createHash("sha256")
    .update(publicKey.export({ type: "spki", format: "der" }))
    .digest("hex")
    .slice(0, 32);

/** Checks ES256 signatures by any of these keys. */
export function checkWith(keys: readonly KeyObject[]): CheckSignature {
  const known = new Map(keys.map((key) => [keyId(key), key]));
  return (id, text, signature) => {
    // What is no id of a key is not told to whoever verifies as one that they lack.
    if (!/^[0-9a-f]{32}$/.test(id)) return "bad";
    const key = known.get(id);
    if (!key) return "unknown";
    const good = verify(
      "sha256",
      Buffer.from(text),
      { key, dsaEncoding: "ieee-p1363" },
      Buffer.from(signature, "base64url"),
    );
    return good ? "good" : "bad";
  };
}

// Heads of the audit trail on their way out of the database, and a look whether the database still has them.

/** At most one head a minute: enough to date a row, and few enough to keep for years. */
export const lookMilliseconds = 60_000;

type TrailWatch = Readonly<{
  /** The newest head that this process has sealed. */
  sealed(head: ChainHead): void;
  /** Looks for it in the database, and writes it down, unless that was done. */
  look(): Promise<void>;
  /** Since when a head waits to be written down; null where none does. */
  waitsSince(): Date | null;
}>;

/** `book`: null keeps heads in memory only, where they still show that the database was set back meanwhile. */
export async function trailWatch(
  db: Kysely<Tables>,
  book: HeadBook | null,
  clock: Clock,
  log: StoreLog,
): Promise<TrailWatch> {
  const last = await lastOf(book, log);
  let written = last;
  let waitsSince: Date | null = null;
  /** The last that was looked for, and what was sealed behind it: a trail that was set back grows over them at once. */
  let known = last === null ? [] : [last];
  const look = async () => {
    const heads = known;
    const head = heads.at(-1);
    const gone = await firstGone(db, heads);
    // Said once; what this process has sealed meanwhile is looked for the next time.
    const since = known.filter((each) => !heads.includes(each));
    known = gone === null && head ? [head, ...since] : since;
    if (gone !== null) await noteCut(db, gone, log);
    if (!head || isSame(head, written)) return;
    await book?.append(headLine(head, clock.now()));
    written = head;
    waitsSince = since.length === 0 ? null : clock.now();
  };
  await look();
  return {
    sealed: (head) => {
      known = [...known, head];
      waitsSince ??= clock.now();
    },
    look,
    waitsSince: () => waitsSince,
  };
}

const isSame = (one: ChainHead, other: ChainHead | null): boolean =>
  one.seq === other?.seq && one.hash === other.hash;

/** A book that cannot be read now keeps nobody from starting. */
async function lastOf(book: HeadBook | null, log: StoreLog): Promise<ChainHead | null> {
  try {
    return (await book?.last()) ?? null;
  } catch (error) {
    log.warn("audit heads could not be read", { error: errorMessageOf(error) });
    return null;
  }
}

/** Null where all of them are there. What retention has removed lies before the first row. */
async function firstGone(db: Kysely<Tables>, heads: readonly ChainHead[]): Promise<ChainHead | null> {
  if (heads.length === 0) return null;
  const rows = await db
    .selectFrom("audit")
    .select(["seq", "hash"])
    .where(
      "seq",
      "in",
      heads.map(({ seq }) => seq),
    )
    .execute();
  // Read last: what goes in between goes with what stands before it.
  const { first } = await db
    .selectFrom("audit")
    .select(({ fn }) => fn.min("seq").as("first"))
    .executeTakeFirstOrThrow();
  const there = new Map(rows.map(({ seq, hash }) => [Number(seq), hash]));
  const isThere = ({ seq, hash }: ChainHead) =>
    there.get(seq) === hash || (first !== null && seq < Number(first));
  return heads.find((head) => !isThere(head)) ?? null;
}

/** Written on the trail itself, so that it is found there whatever becomes of the log. */
async function noteCut(db: Kysely<Tables>, head: ChainHead, log: StoreLog): Promise<void> {
  const { seq: endsAt } = await chainHead(db);
  log.error("audit trail was cut or replaced", { seq: head.seq, hash: head.hash, endsAt });
  await insertAudit(db, systemEntry("audit.cut", { seq: head.seq, hash: head.hash, endsAt }, "failed"));
}

/** A book of heads in a file that is only ever appended to. `chattr +a`, or another machine's disk, keeps it so. */
export const fileBook = (file: string): HeadBook => ({
  append: (line) => appendFile(file, `${line}\n`, { mode: 0o600 }),
  last: async () => {
    try {
      return lastHead(await readFile(file, "utf8"));
    } catch (error) {
      if (errorCodeOf(error) === "ENOENT") return null;
      throw error;
    }
  },
});
