// In which of Azure's service tags the addresses of a public name are.
// https://learn.microsoft.com/azure/virtual-network/service-tags-overview#available-service-tags
// https://learn.microsoft.com/azure/container-registry/container-registry-firewall-access-rules
import type { PublicTags } from "./service-tags.ts";

const cloud = "azurecloud";

const registry: readonly PublicTags[] = [
  { holds: ["microsoftcontainerregistry"], perhaps: [cloud] },
  // What the registry stores comes from there.
  { holds: ["azurefrontdoor.firstparty"], perhaps: [cloud] },
];

const known: readonly (readonly [name: RegExp, faces: readonly PublicTags[]])[] = [
  [/(^|\.)mcr\.microsoft\.com$/, registry],
  [/^login\.(microsoftonline\.(com|us)|chinacloudapi\.cn)$/, [face("azureactivedirectory", cloud)]],
  [/^management\.(azure\.com|usgovcloudapi\.net|chinacloudapi\.cn)$/, [face("azureresourcemanager", cloud)]],
];

function face(...holds: readonly string[]): PublicTags {
  return { holds, perhaps: [] };
}

/** Where a name is served from: each has to be reached. */
export function facesOf(name: string): readonly PublicTags[] {
  const asked = name.toLowerCase().replace(/^\*\./, "");
  // An API server's public address is one of its region.
  const region = /\.hcp\.([a-z0-9]+)\./.exec(asked)?.[1];
  if (region !== undefined) return [face(cloud, `${cloud}.${region}`)];
  const found = known.find(([pattern]) => pattern.test(asked));
  return found?.[1] ?? [{ holds: [], perhaps: [cloud, "azurefrontdoor"] }];
}
