// Tokens of the bot's own app registration. They open the Bot Connector and the token service, never ARM.
import { readFile } from "node:fs/promises";
import type { AccessToken, TokenCredential } from "@azure/identity";
import { onceMade } from "../../core/text/once.ts";
import type { AzureEnvironment } from "./cloud.ts";
import type { ClientAuthentication } from "./requester-credential.ts";

type AppRegistration = Readonly<{
  environment: AzureEnvironment;
  tenantId: string;
  clientId: string;
  clientAuth: ClientAuthentication;
}>;

/** Resolves a token for `scope`; throws when Entra refuses, since without it nothing can be said at all. */
export function createAppToken(app: AppRegistration): (scope: string) => Promise<string> {
  const credential = onceMade(() => credentialOf(app));
  const known = new Map<string, AccessToken>();
  return async (scope) => {
    // The credential has a cache of its own, in which a look costs as much as the rest of sending a card.
    const kept = known.get(scope);
    if (kept && Date.now() < freshUntil(kept)) return kept.token;
    const token = await (await credential()).getToken(scope);
    if (!token) throw new Error(`Entra gave no token for ${scope}`);
    known.set(scope, token);
    return token.token;
  };
}

/** When it should be renewed, in milliseconds since 1970: when Entra says, or five minutes before its end. */
export const freshUntil = ({ expiresOnTimestamp, refreshAfterTimestamp }: AccessToken): number =>
  refreshAfterTimestamp ?? expiresOnTimestamp - 5 * 60_000;

/** Read here and not at the start: nothing is sent before somebody asks. */
async function credentialOf(app: AppRegistration): Promise<TokenCredential> {
  const { environment, tenantId, clientId, clientAuth } = app;
  const identity = await import("@azure/identity");
  const options = {
    authorityHost: environment.authorityHost,
    disableInstanceDiscovery: environment.disableInstanceDiscovery,
  };
  switch (clientAuth.kind) {
    case "secret":
      return new identity.ClientSecretCredential(tenantId, clientId, clientAuth.secret, options);
    case "certificate":
      return new identity.ClientCertificateCredential(
        tenantId,
        clientId,
        { certificatePath: clientAuth.path },
        options,
      );
    case "federated":
      return new identity.ClientAssertionCredential(tenantId, clientId, clientAuth.getAssertion, options);
  }
}

/** Audiences that Entra accepts for federated credentials; crossing clouds is not supported. */
const exchangeAudience = {
  public: "api://AzureADTokenExchange",
  usGovernment: "api://AzureADTokenExchangeUSGov",
  china: "api://AzureADTokenExchangeChina",
} as const;

/** A user-assigned identity's token, which Entra takes in place of a secret where the app registration trusts it. */
export function managedIdentityAssertion(
  clientId: string,
  cloud: keyof typeof exchangeAudience,
): () => Promise<string> {
  const identity = onceMade(async () => {
    const { ManagedIdentityCredential } = await import("@azure/identity");
    return new ManagedIdentityCredential({ clientId });
  });
  return async () => (await (await identity()).getToken(`${exchangeAudience[cloud]}/.default`)).token;
}

/** A token that the cluster issued to the service account. It is read each time, because kubelet renews the file. */
export const fileAssertion = (path: string) => async (): Promise<string> =>
  (await readFile(path, "utf8")).trim();
