// The key of the audit trail as an administrator makes it, with OpenSSL and the lines that we give.
import { execFileSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkWith, keyId, publicKeyIn, readKeyFile } from "../../src/store/audit/trail-key.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "aks-oncall-key-"));
});
afterAll(() => rm(folder, { recursive: true }));

test("the line of the refusal makes a key that works, and its public half proves it", async () => {
  const file = join(folder, "openssl.pem");
  const refused = await readKeyFile(file);
  const line = refused.ok ? undefined : /make it with (\(.*\))\./.exec(refused.reason)?.[1];
  if (line === undefined) throw new Error("The refusal names no line.");
  execFileSync("sh", ["-c", line.replace("FILE", file)], { stdio: "ignore" });
  const read = await readKeyFile(file);
  if (!read.ok) throw new Error(read.reason);
  const publicPem = execFileSync("sh", ["-c", `openssl pkey -in ${file} -pubout`], { encoding: "utf8" });
  const publicKey = publicKeyIn(publicPem);
  if (!publicKey) throw new Error("There is no public half.");
  expect(keyId(publicKey)).toBe(read.key.signer.key);
  const signature = await read.key.signer.sign("text");
  expect(checkWith([publicKey])(read.key.signer.key, "text", signature)).toBe("good");
});
