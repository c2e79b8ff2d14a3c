// Who the product is: its app registration in Entra, its channel of the Bot Framework, and how it signs in to its database, in
// the cloud of the settings.
import { fileAssertion, managedIdentityAssertion } from "../azure/entra/app-token.ts";
import { type AzureEnvironment, azureEnvironment } from "../azure/entra/cloud.ts";
import { databaseScope, databaseToken } from "../azure/entra/database-token.ts";
import type { ClientAuthentication } from "../azure/entra/requester-credential.ts";
import type { Config } from "../config/config.ts";
import type { DataLocation } from "../config/storage.ts";
import type { DatabaseLocation } from "../store/kit/connection.ts";

/** The Entra app that the product is, and the cloud that it works in. */
export type EntraApp = Readonly<{
  environment: AzureEnvironment;
  tenantId: string;
  clientId: string;
  clientAuth: ClientAuthentication;
}>;

export const entraApp = (config: Config): EntraApp => ({
  environment: azureEnvironment({ ...config.cloud, cloud: config.cloud.name }),
  tenantId: config.app.tenantId,
  clientId: config.app.id,
  clientAuth: clientAuth(config),
});

function clientAuth({ app, cloud }: Config): ClientAuthentication {
  const { auth } = app;
  if (auth.kind === "managedIdentity")
    return { kind: "federated", getAssertion: managedIdentityAssertion(auth.clientId, cloud.name) };
  return auth.kind === "tokenFile" ? { kind: "federated", getAssertion: fileAssertion(auth.path) } : auth;
}

type BotChannel = Readonly<{
  issuer: string;
  /** The token service. */
  oauthUrl: string;
  /** Where its signing keys are told. */
  metadataUrl: string;
  audience: string;
}>;

/** The Bot Framework of the cloud: who signs what comes in, and what we ask tokens for. */
export function botChannel({ bot, cloud }: Config): BotChannel {
  if (bot) {
    const { tokenIssuer: issuer, openIdMetadataUrl: metadataUrl, oauthScope: audience, oauthUrl } = bot;
    return { issuer, metadataUrl, audience, oauthUrl };
  }
  if (cloud.name === "usGovernment") {
    const origin = "https://api.botframework.us";
    const metadataUrl = "https://login.botframework.azure.us/v1/.well-known/openidconfiguration";
    const oauthUrl = "https://api.botframework.azure.us";
    return { issuer: origin, metadataUrl, audience: origin, oauthUrl };
  }
  const origin = "https://api.botframework.com";
  const metadataUrl = "https://login.botframework.com/v1/.well-known/openidconfiguration";
  return { issuer: origin, metadataUrl, audience: origin, oauthUrl: origin };
}

/** As the host's identity, where the settings name one. */
export function databaseOf(store: DataLocation): DatabaseLocation {
  if ("dataDir" in store || store.managedIdentity === undefined) return store;
  const { databaseUrl, managedIdentity } = store;
  const scope = databaseScope(new URL(databaseUrl).hostname);
  return scope === null ? { databaseUrl } : { databaseUrl, password: databaseToken(managedIdentity, scope) };
}
