// Keys in Azure Key Vault, whose private half never leaves it: one that signs (learn.microsoft.com/rest/api/keyvault/keys/sign),
// and one that wraps another key.
import { createHash } from "node:crypto";
import { z } from "zod";
import type { KeyWrap } from "../../app/ports/store.ts";

const apiVersion = "7.4";
const timeoutMilliseconds = 10_000;

type VaultKey = Readonly<{
  /** The public half, as a JSON Web Key. */
  publicKey: Readonly<{ kty: "EC"; crv: "P-256"; x: string; y: string }>;
  /** ES256 over the text: base64url of r and s. Throws where the vault does not sign. */
  sign(text: string): Promise<string>;
}>;

const keySchema = z.object({
  key: z.object({
    kid: z.url(),
    kty: z.enum(["EC", "EC-HSM"]),
    crv: z.literal("P-256"),
    x: z.string(),
    y: z.string(),
  }),
});
const signatureSchema = z.object({ value: z.string().regex(/^[\w-]{86}$/) });

/**
 * `id` with or without a version: the newest one is looked up once, and kept until the process ends. `token` gives one
 * for a scope. Throws one sentence where the vault does not give the key.
 */
export async function openVaultKey(id: string, token: Token): Promise<VaultKey> {
  const ask = asking(id, token);
  const { key } = keySchema.parse(await ask(id));
  if (!isOfVault(key.kid, id)) throw new Error(`Key Vault names a key of another vault for ${id}.`);
  return {
    publicKey: { kty: "EC", crv: key.crv, x: key.x, y: key.y },
    sign: async (text) => {
      const digest = createHash("sha256").update(text, "utf8").digest("base64url");
      return signatureSchema.parse(await ask(`${key.kid}/sign`, { alg: "ES256", value: digest })).value;
    },
  };
}

const wrappedSchema = z.object({ kid: z.url(), value: z.base64url() });
const rsa = "RSA-OAEP-256";

/** Wraps another key, so that only the vault can tell it again: learn.microsoft.com/rest/api/keyvault/keys/wrap-key */
export function vaultWrap(id: string, token: Token): KeyWrap {
  const ask = asking(id, token);
  // What the database says of itself leads nowhere else.
  const isOf = (by: string) =>
    by === id || (by.startsWith(`${id}/`) && /^\w+$/.test(by.slice(id.length + 1)));
  return {
    isOf,
    wrap: async (key) => {
      const value = key.toString("base64url");
      const said = wrappedSchema.parse(await ask(`${id}/wrapkey`, { alg: rsa, value }));
      if (!isOf(said.kid)) throw new Error(`Key Vault names another key for ${id}.`);
      return { by: said.kid, wrapped: said.value };
    },
    unwrap: async ({ by, wrapped }) => {
      const said = wrappedSchema.parse(await ask(`${by}/unwrapkey`, { alg: rsa, value: wrapped }));
      return Buffer.from(said.value, "base64url");
    },
  };
}

type Token = (scope: string) => Promise<string>;

const isOfVault = (one: string, other: string): boolean => new URL(one).origin === new URL(other).origin;

const asking =
  (id: string, token: Token) =>
  async (url: string, body?: object): Promise<unknown> => {
    const response = await fetch(`${url}?api-version=${apiVersion}`, {
      method: body === undefined ? "GET" : "POST",
      headers: {
        authorization: `Bearer ${await token(scopeOf(id))}`,
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      redirect: "error",
      signal: AbortSignal.timeout(timeoutMilliseconds),
    });
    if (response.ok) return response.json();
    throw new Error(`Key Vault answered ${response.status} for ${url}.`);
  };

/** The vault's cloud says it: https://vault.azure.net for https://NAME.vault.azure.net, and so in the others. */
const scopeOf = (id: string): string =>
  `https://${new URL(id).hostname.split(".").slice(1).join(".")}/.default`;
