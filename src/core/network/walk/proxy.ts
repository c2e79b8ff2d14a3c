// The proxy by which a cluster's nodes leave: they have to reach it on its port; what it lets through, Azure does not show.
// https://learn.microsoft.com/azure/aks/http-proxy

import type { VirtualNetwork } from "../../snapshot/network.ts";
import { dataOf } from "../../snapshot/section.ts";
import { isPrivateAddress, parseIpv4 } from "../address/cidr.ts";
import type { NetworkLocation } from "../address/packet.ts";
import {
  component,
  type Holder,
  holderOf,
  type NetworkModel,
  networkHolding,
  networkIn,
} from "../model/model.ts";
import { open, type Step, stops, type Trace, traceOf, untilStop } from "../model/step.ts";
import { subnetById } from "../route/route.ts";
import { sendsWhereItTakes } from "./egress-packet.ts";
import { nobody } from "./forward.ts";
import { guard } from "./guard.ts";
import { walk } from "./walk.ts";

/** `host`: an address, or a name. */
export type NodeProxy = Readonly<{ host: string; port: number }>;

/** What cannot be read as one stands for itself, as a name. */
export function proxyAt(url: string): NodeProxy {
  const asUrl = /^[a-z]+:\/\//i.test(url) ? url : `http://${url}`;
  if (!URL.canParse(asUrl)) return { host: url, port: 80 };
  const { hostname, port, protocol } = new URL(asUrl);
  const usual = protocol === "https:" ? 443 : 80;
  return { host: hostname, port: port === "" ? usual : Number(port) };
}

const unseen = ({ host, port }: NodeProxy, holder?: Holder): Step =>
  open(
    holder === undefined
      ? { kind: "internet", name: host, id: null }
      : component(holder.kind, holder.id, holder.name),
    "notShown",
    { is: "proxyUnseen", proxy: `${host}:${port}` },
  );

function networkFrom(model: NetworkModel, from: NetworkLocation): VirtualNetwork | undefined {
  const network = networkIn(model, from.networkId);
  return dataOf(network);
}

/** A public one, or a name, of which only the groups before the place are known. */
function elsewhere(model: NetworkModel, from: NetworkLocation, proxy: NodeProxy): readonly Step[] {
  const network = networkFrom(model, from);
  if (network === undefined || parseIpv4(proxy.host) === null) return [];
  const border = { ...from, network, subnet: subnetById(network, from.subnetId) };
  const packet = {
    source: from.address,
    destination: proxy.host,
    protocol: "Tcp",
    port: proxy.port,
  } as const;
  return guard(model, border, packet, "Outbound").filter(({ state }) => state !== "passes");
}

type Standing = Readonly<{ network: VirtualNetwork; holder: Holder | undefined }>;

function standingAt(model: NetworkModel, from: NetworkLocation, host: string): Standing | undefined {
  const own = networkFrom(model, from);
  const network = own === undefined ? undefined : networkHolding(model, host, own);
  return network === undefined ? undefined : { network, holder: holderOf(model, host, network) };
}

/** A word for the walk's own, in which a route leads there. */
function gone(model: NetworkModel, host: string, network: VirtualNetwork): Step {
  const step = nobody(model, host, network);
  return step.state === "stops" ? stops(step.component, { is: "targetGone", address: host }) : step;
}

export function toProxy(model: NetworkModel, from: NetworkLocation, proxy: NodeProxy): Trace {
  const { host, port } = proxy;
  if (!isPrivateAddress(host)) return traceOf(untilStop([...elsewhere(model, from, proxy), unseen(proxy)]));
  const trace = walk(model, { from, to: host, protocol: "Tcp", port });
  const standing = standingAt(model, from, host);
  if (trace.end !== "delivered" || standing === undefined) return trace;
  const { network, holder } = standing;
  return traceOf([...trace.steps, holder === undefined ? gone(model, host, network) : unseen(proxy, holder)]);
}

/** From where the proxy's own connections go out; none where Azure does not show it. */
export function placeOfProxy(
  model: NetworkModel,
  from: NetworkLocation,
  { host }: NodeProxy,
): NetworkLocation | null {
  const standing = isPrivateAddress(host) ? standingAt(model, from, host) : undefined;
  const holder = standing?.holder;
  if (standing === undefined || holder?.kind !== "virtualMachine" || !sendsWhereItTakes(model, holder))
    return null;
  const { subnetId, groupIds, name: machine } = holder;
  const called = { is: "proxy", machine } as const;
  return { name: called, address: host, networkId: standing.network.id, subnetId, groupIds };
}
