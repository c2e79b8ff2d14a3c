// Who delivers an activity: the Bot Connector, proved by a token for this very bot
// (learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication).
import { createRemoteJWKSet, type JWTVerifyGetKey } from "jose";
import { z } from "zod";
import { createTokenCheck, rememberingGood, type TokenCheck } from "./token-check.ts";

export type ChannelTokenSettings = Readonly<{
  /** `iss` of the Bot Connector's tokens. */
  issuer: string;
  /** The bot's app registration, which the tokens are for. */
  appId: string;
  /** Address of the OpenID document that names the Bot Connector's keys. */
  metadataUrl: string;
}>;

/** Microsoft's documents ask for 5 minutes. */
const clockSkewSeconds = 300;
const answerMilliseconds = 5_000;

/**
 * Checks signature, issuer, audience, times, and that the token says which service URL it speaks for. That it is the
 * activity's own, and that the key is one for Teams, can only be checked with the activity: botbuilder does.
 */
export function createChannelTokenCheck(
  { issuer, appId, metadataUrl }: ChannelTokenSettings,
  keys: JWTVerifyGetKey = namedKeys(metadataUrl),
): TokenCheck {
  const check = createTokenCheck(keys, {
    algorithms: ["RS256", "RS384", "RS512"],
    issuer,
    audience: appId,
    clockTolerance: clockSkewSeconds,
    requiredClaims: ["serviceurl"],
  });
  return rememberingGood(check, goodMilliseconds, () => performance.now());
}

/** Teams sends the same token with every message of an hour, and botbuilder checks it once more with each activity. */
const goodMilliseconds = 60_000;

const metadata = z.object({ jwks_uri: z.url() });

/** The document is read once, with the first token; jose keeps the keys, and asks again for one that it does not know. */
function namedKeys(metadataUrl: string): JWTVerifyGetKey {
  let known: Promise<JWTVerifyGetKey> | null = null;
  const find = async (): Promise<JWTVerifyGetKey> => {
    const response = await fetch(metadataUrl, { signal: AbortSignal.timeout(answerMilliseconds) });
    if (!response.ok) throw new Error(`The OpenID document was answered with ${response.status}.`);
    return createRemoteJWKSet(new URL(metadata.parse(await response.json()).jwks_uri));
  };
  return async (header, token) => {
    known ??= find().catch((error: unknown) => {
      known = null;
      throw error;
    });
    return (await known)(header, token);
  };
}
