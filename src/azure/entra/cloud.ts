// Where each Azure cloud lives: endpoints and token scopes as data, so that no other file names a host.

import { DefaultAzureCredential, type TokenCredential } from "@azure/identity";
import type { CredentialResult, RequesterCredential, TokenResult } from "../../app/ports/azure.ts";
import type { Resource, SignInFailure } from "../../core/requester.ts";
import { withoutTrailing } from "../../core/text/text.ts";
import { signInFailureOf } from "./entra-failure.ts";
import { groupsOf, readTokenClaims } from "./token-check.ts";

type AzureCloud = "public" | "usGovernment" | "china" | "custom";

export type AzureEnvironment = Readonly<{
  authorityHost: string;
  /** True when the authority is no known cloud's: Entra's instance discovery does not know it and would refuse. */
  disableInstanceDiscovery: boolean;
  armEndpoint: string;
  armScope: string;
  graphEndpoint: string;
  graphScope: string;
  kubernetesScope: string;
}>;

type AzureEnvironmentSettings = Readonly<{
  cloud: AzureCloud;
  authorityHost?: string | undefined;
  armEndpoint?: string | undefined;
  armScope?: string | undefined;
  graphEndpoint?: string | undefined;
}>;

type Endpoints = Readonly<{ authorityHost: string; armEndpoint: string; graphEndpoint: string }>;

const endpoints: Readonly<Record<Exclude<AzureCloud, "custom">, Endpoints>> = {
  public: {
    authorityHost: "https://login.microsoftonline.com",
    armEndpoint: "https://management.azure.com",
    graphEndpoint: "https://graph.microsoft.com",
  },
  usGovernment: {
    authorityHost: "https://login.microsoftonline.us",
    armEndpoint: "https://management.usgovcloudapi.net",
    graphEndpoint: "https://graph.microsoft.us",
  },
  china: {
    authorityHost: "https://login.chinacloudapi.cn",
    armEndpoint: "https://management.chinacloudapi.cn",
    graphEndpoint: "https://microsoftgraph.chinacloudapi.cn",
  },
};

const knownAuthorities: readonly string[] = [
  ...Object.values(endpoints).map((cloud) => cloud.authorityHost),
  "https://login.partner.microsoftonline.cn",
];

/** Application id of the "Azure Kubernetes Service AAD Server": the same in every cloud. */
const kubernetesServerId = "6dae42f8-4368-4678-94ff-3960e28e3630";

const secureOrigin = (setting: string, value: string | undefined): string => {
  if (value === undefined || value === "") throw new Error(`The custom cloud needs ${setting}.`);
  const url = URL.parse(value);
  if (url?.protocol !== "https:") throw new Error(`${setting} must be an https:// address, not "${value}".`);
  return withoutTrailing(value, "/");
};

/**
 * The endpoints of a cloud. A setting that is given wins over the cloud's own (for example DoD's Graph).
 * Throws a sentence for the administrator when a custom cloud lacks an endpoint or one is not https.
 */
export const azureEnvironment = (settings: AzureEnvironmentSettings): AzureEnvironment => {
  const known = settings.cloud === "custom" ? undefined : endpoints[settings.cloud];
  const authorityHost = secureOrigin("authorityHost", settings.authorityHost ?? known?.authorityHost);
  const armEndpoint = secureOrigin("armEndpoint", settings.armEndpoint ?? known?.armEndpoint);
  const graphEndpoint = secureOrigin("graphEndpoint", settings.graphEndpoint ?? known?.graphEndpoint);
  return {
    authorityHost,
    disableInstanceDiscovery: !knownAuthorities.includes(authorityHost.toLowerCase()),
    armEndpoint,
    armScope: settings.armScope ?? `${armEndpoint}/.default`,
    graphEndpoint,
    graphScope: `${graphEndpoint}/.default`,
    kubernetesScope: `${kubernetesServerId}/.default`,
  };
};

// Lets Azure's SDK clients use a requester's credential, and carries a refused sign-in back out of them.

/** The one way for a sign-in failure to get through an SDK, which only knows exceptions. */
export class SignInError extends Error {
  readonly failure: SignInFailure;
  constructor(failure: SignInFailure) {
    super(failure.why);
    this.name = "SignInError";
    this.failure = failure;
  }
}

/** The credential as an SDK wants it. `getToken` throws `SignInError`; a challenge of the resource is answered once. */
export const asTokenCredential = (
  credential: Pick<RequesterCredential, "exchange">,
  resource: Resource,
): TokenCredential => ({
  async getToken(_scopes, options) {
    const result = await credential.exchange(resource, options?.claims);
    if (!result.ok) throw new SignInError(result.failure);
    return { token: result.token, expiresOnTimestamp: result.expiresOn };
  },
});

// Which scope a token for each API is asked for with.

export const cloudScopeOf = (environment: AzureEnvironment, resource: Resource): string =>
  ({
    arm: environment.armScope,
    kubernetes: environment.kubernetesScope,
    graph: environment.graphScope,
  })[resource];

/** `expiresOn` in milliseconds since the epoch; infinite while the token is still being asked for. */
type KeptToken = { expiresOn: number; readonly result: Promise<TokenResult> };

/** A token is asked for anew while it still has this long to live, so that it does not end under a request. */
const renewBeforeMs = 2 * 60_000;

/** Requests sent together share one token of `ask`; a refused one is not kept, so the next asks again. */
export function sharedTokens(
  ask: RequesterCredential["exchange"],
  now: () => number,
): RequesterCredential["exchange"] {
  const kept = new Map<Resource, KeptToken>();
  return (resource, claims) => {
    const known = kept.get(resource);
    // A challenge says that the kept token is not enough.
    if (claims === undefined && known !== undefined && known.expiresOn - renewBeforeMs > now())
      return known.result;
    const token: KeptToken = {
      expiresOn: Number.POSITIVE_INFINITY,
      result: ask(resource, claims).then((result) => {
        token.expiresOn = result.ok ? result.expiresOn : 0;
        return result;
      }),
    };
    kept.set(resource, token);
    return token.result;
  };
}

// The rights of whoever has signed in to Azure on this machine, for the command line: no sign-in is exchanged,
// each API's token comes straight from that sign-in.

/** What `DefaultAzureCredential` finds: environment variables, workload or managed identity, `az login`, and so on. */
export const machineCredential = (environment: AzureEnvironment): TokenCredential =>
  new DefaultAzureCredential({
    authorityHost: environment.authorityHost,
    disableInstanceDiscovery: environment.disableInstanceDiscovery,
  });

const nobody: SignInFailure = {
  code: "signInNeeded",
  why: "machineNobody",
  resource: "arm",
};
const notUnderstood: SignInFailure = {
  code: "unavailable",
  why: "machineUnclear",
  resource: "arm",
};

/** No credential was found at all, or each one that was found says that nobody is signed in. */
const isNobody = (error: unknown, detail: string | undefined): boolean =>
  detail === undefined &&
  error instanceof Error &&
  ["CredentialUnavailableError", "AggregateAuthenticationError"].includes(error.name);

function failureOf(error: unknown, resource: Resource): SignInFailure {
  const { code, detail } = signInFailureOf(error, resource);
  if (isNobody(error, detail)) return { ...nobody, resource };
  return { code, why: "machineRefused", resource, ...(detail === undefined ? {} : { detail }) };
}

async function requestToken(
  source: TokenCredential,
  scope: string,
  resource: Resource,
  claims?: string,
): Promise<TokenResult> {
  try {
    const token = await source.getToken(scope, claims === undefined ? {} : { claims });
    if (token === null) return { ok: false, failure: { ...nobody, resource } };
    return { ok: true, token: token.token, expiresOn: token.expiresOnTimestamp };
  } catch (error) {
    return { ok: false, failure: failureOf(error, resource) };
  }
}

/**
 * Asks for a token of ARM at once, since it says who this is. `source` is `machineCredential`, or any other
 * credential of the SDK.
 */
export async function ambientCredential(
  environment: AzureEnvironment,
  source: TokenCredential,
  now: () => number = Date.now,
): Promise<CredentialResult> {
  // Together, since the Azure CLI starts a process for each token that is asked for.
  const exchange = sharedTokens(
    (resource, claims) => requestToken(source, cloudScopeOf(environment, resource), resource, claims),
    now,
  );
  const arm = await exchange("arm");
  if (!arm.ok) return arm;
  const claims = readTokenClaims(arm.token);
  if (claims === null) return { ok: false, failure: notUnderstood };
  const credential: RequesterCredential = {
    requester: {
      objectId: claims.oid,
      tenantId: claims.tid,
      displayName: claims.name ?? claims.upn ?? claims.oid,
    },
    tokenGroups: groupsOf(claims),
    exchange,
  };
  return { ok: true, credential };
}
