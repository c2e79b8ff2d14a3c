// A signing key in Azure Key Vault (learn.microsoft.com/rest/api/keyvault/keys/sign): the private half never leaves it.
import { createHash } from "node:crypto";
import { z } from "zod";

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
export async function openVaultKey(id: string, token: (scope: string) => Promise<string>): Promise<VaultKey> {
  const ask = async (url: string, body?: unknown): Promise<unknown> => {
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
  const { key } = keySchema.parse(await ask(id));
  if (new URL(key.kid).origin !== new URL(id).origin)
    throw new Error(`Key Vault names a key of another vault for ${id}.`);
  return {
    publicKey: { kty: "EC", crv: key.crv, x: key.x, y: key.y },
    sign: async (text) => {
      const digest = createHash("sha256").update(text, "utf8").digest("base64url");
      return signatureSchema.parse(await ask(`${key.kid}/sign`, { alg: "ES256", value: digest })).value;
    },
  };
}

/** The vault's cloud says it: https://vault.azure.net for https://NAME.vault.azure.net, and so in the others. */
const scopeOf = (id: string): string =>
  `https://${new URL(id).hostname.split(".").slice(1).join(".")}/.default`;
