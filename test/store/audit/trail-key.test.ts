// The key of the audit trail in a file: nobody else may read it, and what it signs is ES256 as everybody knows it.
import { generateKeyPairSync, type KeyObject, webcrypto } from "node:crypto";
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  checkWith,
  ephemeralKey,
  keyId,
  publicKeyIn,
  readKeyFile,
  readOrMakeKeyFile,
} from "../../../src/store/audit/trail-key.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "aks-oncall-key-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function made(name: string) {
  const file = join(folder, name, "audit-key.pem");
  const read = await readOrMakeKeyFile(file);
  if (!read.ok) throw new Error(read.reason);
  return { file, ...read.key };
}

test.each([0o000, 0o022, 0o077])("is made for its owner alone, whatever the umask (%#)", async (umask) => {
  const before = process.umask(umask);
  const { file } = await made(`umask-${umask}`).finally(() => process.umask(before));
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect((await stat(join(file, ".."))).mode & 0o777).toBe(0o700);
});

test("is made once, and the same from then on", async () => {
  const first = await made("twice");
  const again = await made("twice");
  expect(again.signer.key).toBe(first.signer.key);
  expect((await made("other")).signer.key).not.toBe(first.signer.key);
});

test.each([0o604, 0o640, 0o610, 0o644, 0o666])(
  "that others may read or write (%#) is refused",
  async (mode) => {
    const { file } = await made(`mode-${mode}`);
    await chmod(file, mode);
    const refusal = {
      ok: false,
      reason: `The audit trail's key ${file} may be read by others than its owner (${mode.toString(8)}): write chmod 600 ${file}.`,
    };
    expect(await readKeyFile(file)).toEqual(refusal);
    expect(await readOrMakeKeyFile(file)).toEqual(refusal);
    await chmod(file, 0o400);
    expect(await readKeyFile(file)).toMatchObject({ ok: true });
  },
);

const pem = ({ privateKey }: { privateKey: KeyObject }) =>
  privateKey.export({ type: "pkcs8", format: "pem" });

test.each([
  ["nothing", ""],
  ["text", "secret"],
  ["an RSA key", pem(generateKeyPairSync("rsa", { modulusLength: 2048 }))],
  ["a key on another curve", pem(generateKeyPairSync("ec", { namedCurve: "P-384" }))],
  ["a public key", ephemeralKey().publicKey.export({ type: "spki", format: "pem" })],
])("%s is no key: said with the line that makes one", async (_what, text) => {
  const file = join(folder, "no-key.pem");
  await writeFile(file, text, { mode: 0o600 });
  expect(await readKeyFile(file)).toEqual({
    ok: false,
    reason: expect.stringMatching(
      /is not a private key on the curve P-256 in PEM: make one with .*openssl genpkey/,
    ),
  });
});

test("that is not there is said, and not made", async () => {
  const file = join(folder, "absent.pem");
  expect(await readKeyFile(file)).toEqual({
    ok: false,
    reason: expect.stringContaining("is not there: make it with"),
  });
  await expect(stat(file)).rejects.toThrow();
});

test("signs as ES256 does: the browser's crypto agrees", async () => {
  const { signer, publicKey } = ephemeralKey();
  const signature = await signer.sign("what was done ü");
  const jwk = publicKey.export({ format: "jwk" });
  const algorithm = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };
  const key = await webcrypto.subtle.importKey("jwk", jwk, algorithm, false, ["verify"]);
  const bytes = Buffer.from(signature, "base64url");
  const verify = (text: string) => webcrypto.subtle.verify(algorithm, key, bytes, Buffer.from(text));
  expect(await verify("what was done ü")).toBe(true);
  expect(await verify("what was not done")).toBe(false);
});

test("a signature is good by its own key alone", async () => {
  const [one, other] = [ephemeralKey(), ephemeralKey()];
  const check = checkWith([one.publicKey, other.publicKey]);
  const signature = await one.signer.sign("text");
  expect(check(one.signer.key, "text", signature)).toBe("good");
  expect(check(one.signer.key, "other", signature)).toBe("bad");
  expect(check(other.signer.key, "text", signature)).toBe("bad");
  expect(check(one.signer.key, "text", "")).toBe("bad");
  expect(checkWith([other.publicKey])(one.signer.key, "text", signature)).toBe("unknown");
});

test("either half gives the public one", async () => {
  const { file, publicKey } = await made("halves");
  const spki = publicKey.export({ type: "spki", format: "pem" }).toString();
  for (const text of [await readFile(file, "utf8"), spki]) {
    const found = publicKeyIn(text);
    expect(found && keyId(found)).toBe(keyId(publicKey));
  }
  expect(publicKeyIn("text")).toBeNull();
});
