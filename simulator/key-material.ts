// The simulator's own certificate authority, server certificate and signing keys, kept in one folder so that
// restarts keep the CA people have trusted, and clients that cache keys keep working.
import { X509Certificate } from "node:crypto";
import { link, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { exportJWK, generateKeyPair, type JWK } from "jose";
import { generate } from "selfsigned";
import { z } from "zod";

export type KeyMaterial = {
  caPem: string;
  caFile: string;
  /** Valid for localhost, 127.0.0.1 and ::1. */
  tls: { key: string; cert: string };
  /** Private signing keys with `kid` and `alg`: Entra's tokens, and the Bot Framework channel's. */
  entra: JWK;
  channel: JWK;
};

const year = 365 * 24 * 3600 * 1000;
const jwk = z.object({ kty: z.string(), kid: z.string(), alg: z.string() }).loose();
const stored = z.object({
  caPem: z.string(),
  tls: z.object({ key: z.string(), cert: z.string() }),
  entra: jwk,
  channel: jwk,
});

/** Reads the keys of `directory`, making them first where there are none or where they end within a week. */
export async function loadKeyMaterial(directory: string): Promise<KeyMaterial> {
  await mkdir(directory, { recursive: true });
  const file = path.join(directory, "simulator-keys.json");
  const keys = (await readKeys(file)) ?? (await createKeys(file));
  const caFile = path.resolve(directory, "simulator-ca.pem");
  // Renamed into place: another process that starts now never reads half a file.
  const temporary = `${caFile}.${crypto.randomUUID()}`;
  await writeFile(temporary, keys.caPem);
  await rename(temporary, caFile);
  return { ...keys, caFile };
}

async function readKeys(file: string): Promise<Omit<KeyMaterial, "caFile"> | null> {
  const text = await readFile(file, "utf8").catch(() => null);
  if (text === null) return null;
  const keys = stored.parse(JSON.parse(text));
  const endsAt = Date.parse(new X509Certificate(keys.tls.cert).validTo);
  if (endsAt > Date.now() + 7 * 24 * 3600 * 1000) return keys;
  await rm(file);
  return null;
}

/** Two processes may start at once: the first to link its file wins, and the other one reads it. */
async function createKeys(file: string): Promise<Omit<KeyMaterial, "caFile">> {
  const temporary = `${file}.${crypto.randomUUID()}`;
  const { caPem, tls } = await createCertificates();
  const keys = { caPem, tls, entra: await createKey("entra"), channel: await createKey("channel") };
  await writeFile(temporary, JSON.stringify(keys), { mode: 0o600 });
  await link(temporary, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
  });
  await rm(temporary);
  const winner = await readKeys(file);
  if (winner === null) throw new Error(`The simulator's keys could not be read back from ${file}.`);
  return winner;
}

async function createCertificates(): Promise<Pick<KeyMaterial, "caPem" | "tls">> {
  const notAfterDate = new Date(Date.now() + 2 * year);
  // A name of its own: a client that trusts two of these would else check with the wrong one.
  const commonName = `AKS On-Call local Azure CA ${crypto.randomUUID().slice(0, 8)}`;
  const ca = await generate([{ name: "commonName", value: commonName }], {
    algorithm: "sha256",
    notAfterDate,
    extensions: [
      { name: "basicConstraints", cA: true, critical: true },
      { name: "keyUsage", keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
  const server = await generate([{ name: "commonName", value: "localhost" }], {
    algorithm: "sha256",
    notAfterDate,
    ca: { key: ca.private, cert: ca.cert },
    extensions: [
      { name: "basicConstraints", cA: false, critical: true },
      { name: "keyUsage", digitalSignature: true, keyEncipherment: true, critical: true },
      { name: "extKeyUsage", serverAuth: true },
      {
        name: "subjectAltName",
        altNames: [
          { type: 2, value: "localhost" },
          { type: 7, ip: "127.0.0.1" },
          { type: 7, ip: "::1" },
        ],
      },
    ],
  });
  return { caPem: ca.cert, tls: { key: server.private, cert: server.cert } };
}

async function createKey(name: string): Promise<z.infer<typeof jwk>> {
  const { privateKey } = await generateKeyPair("RS256", { extractable: true });
  const key = await exportJWK(privateKey);
  return jwk.parse({ ...key, kid: `${name}-${crypto.randomUUID()}`, alg: "RS256", use: "sig" });
}
