// Where each Azure cloud lives: endpoints and token scopes as data, so that no other file names a host.

import { withoutTrailing } from "../../core/text/text.ts";

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
