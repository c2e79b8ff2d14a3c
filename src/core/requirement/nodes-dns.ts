// Nodes have to reach one of the servers that their network asks for names, or they find nothing outside either.
import { isPrivateAddress } from "../network/address/cidr.ts";
import { azureHost } from "../network/filter/nsg.ts";
import { platformDns, withoutPlatform } from "../network/walk/platform.ts";
import type { Context } from "./context.ts";
import type { Requirement } from "./requirement.ts";

/**
 * Azure's own DNS answers wherever no group denies it by its tag, and to a public server the walk knows no way: then
 * nothing is asked.
 */
export function nodesDns({ model, nodes, pods, network: { dnsServers } }: Context): Requirement | null {
  const servers = dnsServers.length === 0 ? [azureHost] : dnsServers;
  const places = [...nodes, ...pods];
  if (!servers.every((ip) => ip === azureHost || isPrivateAddress(ip))) return null;
  const isAnswered =
    servers.includes(azureHost) &&
    places.every((from) => withoutPlatform(model, from, platformDns).length === 0);
  if (isAnswered) return null;
  const ways = places.flatMap((from) =>
    servers.map((to) => [{ ask: "connection", flow: { from, to, protocol: "Udp", port: 53 } } as const]),
  );
  return ways.length === 0 ? null : { id: "nodes.dns", for: "cluster", enough: "oneOfEach", ways };
}
