// Nodes have to reach the API server, or they are not Ready.
import type { Service } from "../network/address/packet.ts";
import { probesIn } from "../network/walk/platform.ts";
import { type Context, toApi } from "./context.ts";
import type { Requirement } from "./requirement.ts";

/** With VNet integration nodes open their tunnel to it on a port of its own, and its load balancer asks whether it lives. */
const tunnel: Service = { protocol: "Tcp", port: 4443 };
const probe: Service = { protocol: "Tcp", port: 9988 };

/** Where it stands is not known: that the name is found has to be all the same. */
function byNameOnly({ mode, apiName: name, nodes, pods }: Context): Requirement | null {
  if (mode !== "private-link" || name === null) return null;
  const ways = [...nodes, ...pods].map((from) => [{ ask: "name", from, name, wanted: null } as const]);
  return { id: "nodes.api", for: "cluster", enough: "each", ways };
}

/** https://learn.microsoft.com/azure/aks/api-server-vnet-integration */
function inNetwork({ network, nodes, pods }: Context, to: string): Requirement["ways"] {
  const probes = { from: probesIn(network.id), to, ...probe };
  return [
    ...[...nodes, ...pods].map((from) => [
      { ask: "connection", flow: { from, to, isHeld: true, ...tunnel } } as const,
    ]),
    [{ ask: "connection", flow: probes }],
  ];
}

export function nodesApi(context: Context): Requirement | null {
  const { mode, apiAddress, apiName, nodes, pods } = context;
  if (apiAddress === null) return byNameOnly(context);
  // Nodes of a cluster with VNet integration are given the address itself.
  const name = mode === "private-link" ? apiName : null;
  const ways = [...nodes, ...pods].map((from) => toApi(from, name, apiAddress));
  const further = mode.startsWith("vnet-") ? inNetwork(context, apiAddress) : [];
  return { id: "nodes.api", for: "cluster", enough: "each", ways: [...ways, ...further] };
}
