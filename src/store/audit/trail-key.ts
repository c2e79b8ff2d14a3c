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
import type { CheckSignature, Signer } from "../../core/audit/signature.ts";
import { type KeyResult, readOrMakeSecretFile, readSecretFile, type SecretFile } from "../kit/secret-file.ts";

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
