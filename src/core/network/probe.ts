// A load balancer asks whoever stands behind it whether they live. It does so from the host's own address, whatever routes
// say, and groups have to let it in.
// https://learn.microsoft.com/azure/load-balancer/load-balancer-custom-probe-overview
import type { Flow, Place } from "./flow.ts";
import { packetOf } from "./flow.ts";
import { guard } from "./guard.ts";
import { component, type NetworkModel, networkIn, subnetHolding } from "./model.ts";
import { azureHost } from "./nsg.ts";
import { passes, type Trace, traceOf, unread, untilStop } from "./step.ts";

/** Of each service Kubernetes takes one for itself. https://kubernetes.io/docs/concepts/services-networking/service/#type-nodeport */
export const firstNodePort = 30_000;
const lastNodePort = 32_767;
export const nodePorts = `${firstNodePort}-${lastNodePort}`;
export const isNodePort = (port: number): boolean => firstNodePort <= port && port <= lastNodePort;

/** Where probes of what stands in a network come from. */
export const probesIn = (networkId: string): Place => ({
  name: { is: "azureBalancer" },
  address: azureHost,
  networkId,
  subnetId: undefined,
  groupIds: [],
});

export const isProbe = ({ from }: Pick<Flow, "from">): boolean => from.address === azureHost;

export function walkOfProbe(model: NetworkModel, flow: Flow): Trace {
  const { from, to: address, port, toGroups } = flow;
  const network = networkIn(model, from.networkId);
  if (network.status === "unavailable")
    return traceOf([unread(component("network", from.networkId), network)]);
  const subnet = subnetHolding(network.data, address);
  const border = { network: network.data, subnet, groupIds: [], ...toGroups };
  const at = component("subnet", subnet?.id ?? network.data.id);
  return traceOf(
    untilStop([
      ...guard(model, border, packetOf(flow), "Inbound"),
      passes(at, { is: "targetReached", address, port }),
    ]),
  );
}
