// botbuilder's CloudAdapter with authentication that cannot be switched off, on any cloud's endpoints.
import {
  type Activity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type ConfigurationBotFrameworkAuthenticationOptions,
  type InvokeResponse,
  type TurnContext,
} from "botbuilder";
import type { ServiceClientCredentialsFactory } from "botframework-connector";

/** A token of the bot's own app registration for the Bot Connector or the token service; `audience` is a resource, not a scope. */
type ConnectorToken = (audience: string) => Promise<string>;

type BotIdentity = Readonly<{
  appId: string;
  tenantId: string;
  /** botbuilder's own configuration keys for a cloud that it does not know; empty for public Azure. */
  endpoints: ConfigurationBotFrameworkAuthenticationOptions;
}>;

export type BotAuthentication = ConfigurationBotFrameworkAuthentication;

/** There was no token to send a request with, so it was not sent. */
export class NotSentError extends Error {
  override name = "NotSentError";
}

export function botAuthentication(identity: BotIdentity, token: ConnectorToken): BotAuthentication {
  return new ConfigurationBotFrameworkAuthentication(
    {
      MicrosoftAppId: identity.appId,
      MicrosoftAppType: "SingleTenant",
      MicrosoftAppTenantId: identity.tenantId,
      ...identity.endpoints,
    },
    connectorCredentials(identity.appId, token),
  );
}

/** botbuilder's own door for HTTP writes whom it refuses, and each error, to the console; this one throws. */
export class TeamsAdapter extends CloudAdapter {
  /** `authorization` is the header. Throws an `AuthenticationError` where it does not speak for this activity. */
  take(
    authorization: string,
    activity: Activity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    return this.processActivity(authorization, activity, logic);
  }
}

export const createAdapter = (authentication: BotAuthentication): TeamsAdapter =>
  new TeamsAdapter(authentication);

/** One factory for secret, certificate and federated credentials: botbuilder's own fail outside Microsoft's clouds. */
function connectorCredentials(ownAppId: string, token: ConnectorToken): ServiceClientCredentialsFactory {
  return {
    isValidAppId: async (appId) => appId === ownAppId,
    isAuthenticationDisabled: async () => false,
    createCredentials: async (_appId, audience) => ({
      signRequest: async (request) => {
        const bearer = await token(audience ?? "https://api.botframework.com").catch((cause: unknown) => {
          throw new NotSentError(String(cause), { cause });
        });
        request.headers.set("authorization", `Bearer ${bearer}`);
        return request;
      },
    }),
  };
}
