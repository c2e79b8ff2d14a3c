// What the audit trail is sealed with and where its heads are written down, as the settings say.
import { createPublicKey } from "node:crypto";
import { blobBook } from "./azure/trail/append-blob.ts";
import { openVaultKey } from "./azure/trail/vault-key.ts";
import type { AuditConfig } from "./config-audit.ts";
import type { HeadBook } from "./core/audit/heads.ts";
import {
  ephemeralKey,
  keyId,
  readKeyFile,
  readOrMakeKeyFile,
  type TrailKey,
} from "./store/audit/trail-key.ts";
import { fileBook } from "./store/audit/trail-watch.ts";
import { messageOf } from "./store/kit/database-errors.ts";
import type { KeyResult } from "./store/kit/secret-file.ts";

type Token = (scope: string) => Promise<string>;
type OpenedTrail =
  | (Extract<KeyResult<TrailKey>, { ok: true }> & Readonly<{ book: HeadBook | null }>)
  | Extract<KeyResult<TrailKey>, { ok: false }>;

/** `token`: of the product's own app registration. `reason` is one sentence for whoever starts the product. */
export async function openTrail(audit: AuditConfig, token: Token): Promise<OpenedTrail> {
  const opened = await openKey(audit.key, token);
  return opened.ok ? { ...opened, book: bookOf(audit.heads, token) } : opened;
}

async function openKey(key: AuditConfig["key"], token: Token): Promise<KeyResult<TrailKey>> {
  switch (key.kind) {
    case "file":
      return readKeyFile(key.file);
    case "made":
      return readOrMakeKeyFile(key.file);
    case "vault":
      return vaultKey(key.id, token);
    case "passing":
      return { ok: true, key: ephemeralKey() };
  }
}

async function vaultKey(id: string, token: Token): Promise<KeyResult<TrailKey>> {
  try {
    const key = await openVaultKey(id, token);
    const publicKey = createPublicKey({ key: key.publicKey, format: "jwk" });
    return { ok: true, key: { publicKey, signer: { key: keyId(publicKey), sign: key.sign } } };
  } catch (error) {
    const said = messageOf(error);
    return {
      ok: false,
      reason: `The audit trail's key ${id} cannot be used (${said}). Give the app registration the role Key Vault Crypto User on it; the key must be on the curve P-256.`,
    };
  }
}

function bookOf(heads: AuditConfig["heads"], token: Token): HeadBook | null {
  if (heads === null) return null;
  return heads.kind === "blob" ? blobBook(heads.url, token, () => new Date()) : fileBook(heads.file);
}
