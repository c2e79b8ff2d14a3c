// Nodes have to reach one of the servers that their network asks for names, or they find nothing outside either.
import { isPrivateAddress } from "../../diagnosis/cidr.ts";
import type { Context } from "../context.ts";
import type { Need } from "../need.ts";

/** Azure's own DNS answers everywhere, and to a public server the walk knows no way: then nothing is asked. */
export function nodesDns({ nodes, pods, network: { dnsServers } }: Context): Need | null {
  if (dnsServers.length === 0 || !dnsServers.every(isPrivateAddress)) return null;
  const ways = [...nodes, ...pods].flatMap((from) =>
    dnsServers.map((to) => [{ ask: "connection", flow: { from, to, protocol: "Udp", port: 53 } } as const]),
  );
  return ways.length === 0 ? null : { id: "nodes.dns", for: "cluster", enough: "oneOfEach", ways };
}
