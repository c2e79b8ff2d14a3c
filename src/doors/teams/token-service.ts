// The Bot Framework token service: holds each person's sign-in for this bot and hands it out as an assertion.
import type { Activity, SignInUrlResponse } from "botbuilder";
import { AuthenticationConstants, ClaimsIdentity } from "botframework-connector";
import type { BotAuthentication } from "./adapter.ts";

const channel = "msteams";

/** Undefined where nobody is signed in; throws on an outage. */
export interface TokenService {
  token(userId: string, code?: string): Promise<string | undefined>;
  /** Trades the token that a Teams client sent for silent sign-in; undefined when consent is missing. */
  exchange(userId: string, clientToken: string): Promise<string | undefined>;
  signInResource(activity: Activity): Promise<SignInUrlResponse>;
  signOut(userId: string): Promise<void>;
}

export function createTokenService(
  authentication: BotAuthentication,
  appId: string,
  connection: string,
): TokenService {
  const identity = new ClaimsIdentity([{ type: AuthenticationConstants.AudienceClaim, value: appId }], true);
  const client = () => authentication.createUserTokenClient(identity);
  return {
    token: async (userId, code = "") =>
      (await (await client()).getUserToken(userId, connection, channel, code))?.token,
    exchange: async (userId, clientToken) => {
      const exchanged = await (await client()).exchangeToken(userId, connection, channel, {
        token: clientToken,
      });
      return exchanged?.token;
    },
    signInResource: async (activity) => (await client()).getSignInResource(connection, activity, ""),
    signOut: async (userId) => (await client()).signOutUser(userId, connection, channel),
  };
}
