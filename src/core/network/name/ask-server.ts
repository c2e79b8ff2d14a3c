// What a DNS server answers: whether a question reaches it, and which private zones it can know.

import type { VirtualNetwork } from "../../snapshot/network.ts";
import { nameOf, networkIdOf, sameId } from "../../snapshot/resource-id.ts";
import { dataOf } from "../../snapshot/section.ts";
import { coverage, isPrivateAddress, parseCidr } from "../address/cidr.ts";
import type { NetworkLocation } from "../address/packet.ts";
import { azureHost } from "../filter/nsg.ts";
import { mayLearn, rangesLearnedBy } from "../gateway/gateways.ts";
import {
  answersNames,
  component,
  type Holder,
  hiddenHolder,
  holderOf,
  type NetworkModel,
  networkHolding,
  networkIn,
  readNetworksOf,
} from "../model/model.ts";
import { open, passes, type Step, stops, unread } from "../model/step.ts";
import { routeTableOf, subnetById } from "../route/route.ts";
import { deallocatedStop, hiddenAt } from "../walk/firewall-step.ts";
import { livenessStep } from "../walk/forward.ts";
import { walk } from "../walk/walk.ts";
import { askAzureDns, type Named, zonesFor } from "./private-zones.ts";

// A DNS server at a public address: out on the Internet, where nobody knows a private zone, or inside after all.

/** Those of Google, Cloudflare, Quad9, OpenDNS, Level 3 and others that everybody knows. */
const everybodys = new Set([
  ...["8.8.8.8", "8.8.4.4", "1.1.1.1", "1.0.0.1", "9.9.9.9", "149.112.112.112"],
  ...["208.67.222.222", "208.67.220.220", "4.2.2.1", "4.2.2.2", "64.6.64.6", "64.6.65.6"],
]);

/** Some companies number what is theirs from public ranges: then a route leads there, or a gateway may have learned one. */
function mayStandInside(model: NetworkModel, { networkId, subnetId }: NetworkLocation, ip: string): boolean {
  const network = networkIn(model, networkId);
  if (everybodys.has(ip)) return false;
  if (network.status === "unavailable") return true;
  const table = routeTableOf(subnetById(network.data, subnetId), model.routeTables);
  if (table.status === "unavailable") return true;
  const routed = (table.data?.routes ?? []).filter(
    ({ addressPrefix, nextHopType }) =>
      parseCidr(addressPrefix)?.bits !== 0 && !/^internet$/i.test(nextHopType),
  );
  const ranges = [
    ...routed.map(({ addressPrefix }) => addressPrefix),
    ...rangesLearnedBy(model, network.data),
    ...network.data.peerings.flatMap(({ remoteAddressPrefixes }) => remoteAddressPrefixes),
  ];
  return mayLearn(model, network.data, null) || coverage(ranges, ip) !== "no";
}

/** Asks whoever a firewall's DNS proxy asks, from where it stands. */
export type AskOn = (servers: readonly string[], from: NetworkLocation) => readonly Step[];

const ownServers = ({ dnsServers }: VirtualNetwork): readonly string[] =>
  dnsServers.filter((ip) => ip !== azureHost);

/** Whether anything in a network that some zone serves may answer for others: where it forwards to, Azure does not say. */
function mayKnowElsewhere(model: NetworkModel, name: string): boolean {
  const linked = zonesFor(model, name).flatMap(({ links }) =>
    links.status === "collected" ? links.data.map(({ virtualNetworkId }) => virtualNetworkId) : [],
  );
  const servers = readNetworksOf(model).flatMap(ownServers);
  return linked.some((id) => {
    const network = networkIn(model, id);
    if (network.status === "unavailable" || model.hidden.length > 0) return true;
    const inside = model.holders.filter(
      ({ kind, subnetId }) =>
        (kind === "dnsServer" || kind === "firewall") && sameId(networkIdOf(subnetId ?? "") ?? "", id),
    );
    return (
      inside.length > 0 ||
      servers.some((ip) => {
        const holding = networkHolding(model, ip, network.data);
        return holding !== undefined && sameId(holding.id, id);
      })
    );
  });
}

type Asked = Readonly<{ model: NetworkModel; name: string; askOn: AskOn }>;

/** A resolver's endpoint asks Azure from its own network, and so does whoever forwards; what any other server does, Azure does not show. */
function askServer({ model, name, askOn }: Asked, server: Holder, network: Named): readonly Step[] {
  const proxy = dataOf(server.proxy) ?? null;
  if (proxy !== null && proxy.servers.length > 0) {
    const { name: from, subnetId, addresses } = server;
    const [address = ""] = addresses;
    return askOn(proxy.servers, { name: from, address, networkId: network.id, subnetId, groupIds: [] });
  }
  const steps = askAzureDns(model, network, name);
  // A firewall that names no servers asks Azure and nobody else.
  if (server.kind === "dnsServer" || proxy !== null || steps.at(-1)?.state !== "stops") return steps;
  // The zone of that name is linked here, and lacks the record: whoever forwards to Azure hears that, and AKS keeps none elsewhere.
  if (steps.at(-1)?.reason.is === "recordMissing") return steps;
  const at = component(server.kind, server.id, server.name);
  return mayKnowElsewhere(model, name)
    ? [open(at, "notShown", { is: "serverForwardsUnseen", server: server.name })]
    : steps;
}

/** Nothing that was read has the address: a server that stands there all the same knows what its network is linked to. */
function askNobody({ model, name }: Asked, ip: string, network: Named): readonly Step[] {
  const steps = askAzureDns(model, network, name);
  const isLost = steps.at(-1)?.state === "stops" && !mayKnowElsewhere(model, name);
  const at = { kind: "dnsServer", name: ip, id: null } as const;
  return isLost ? steps : [open(at, "notShown", { is: "serverUnknown", server: ip })];
}

export function viaServer(asked: Asked, place: NetworkLocation, ip: string): readonly Step[] {
  const { model } = asked;
  const from = networkIn(model, place.networkId);
  const at = { kind: "dnsServer", name: ip, id: null } as const;
  const network = from.status === "collected" ? networkHolding(model, ip, from.data) : undefined;
  if (network === undefined) return viaStranger(asked, place, ip);
  const holder = holderOf(model, ip, network);
  const isAway = holder === undefined && deallocatedStop(model, ip, network) !== null;
  if (holder === undefined && !isAway) {
    const cause = hiddenAt(model, ip, network);
    return cause === undefined ? askNobody(asked, ip, network) : [unread(at, cause)];
  }
  const way = walk(model, { from: place, to: ip, protocol: "Udp", port: 53 });
  if (way.end === "stopped" || holder === undefined) return way.steps;
  // That it answers is said; what else lets the question through is not.
  const met = way.steps.filter(({ state, reason }) => state !== "passes" || reason.is === "targetReached");
  return [...met, ...askServer(asked, holder, network)];
}

/** A server in no network that was read: one that was not read may hold it, or none of Azure's does. */
function unplaced(model: NetworkModel, networkId: string, ip: string): Step {
  const at = { kind: "dnsServer", name: ip, id: null } as const;
  const from = networkIn(model, networkId);
  const hidden = from.status === "unavailable" ? from : hiddenHolder(model, from.data, ip)?.why;
  if (hidden !== undefined && isPrivateAddress(ip)) return unread(at, hidden);
  return open(at, isPrivateAddress(ip) ? "inNoNetwork" : "notShown", { is: "serverUnknown", server: ip });
}

/** A server in a network that was not read: that it runs, and which zones its network is linked to, is known all the same. */
function viaStranger(asked: Asked, place: NetworkLocation, ip: string): readonly Step[] {
  const { model, name } = asked;
  const at = { kind: "dnsServer", name: ip, id: null } as const;
  const unknown = unplaced(model, place.networkId, ip);
  const holder = model.holders.find(({ addresses }) => addresses.includes(ip));
  const id = networkIdOf(holder?.subnetId ?? "");
  const isLost = holder === undefined || id === null;
  if (isLost && !isPrivateAddress(ip))
    return [mayStandInside(model, place, ip) ? unknown : stops(at, { is: "serverPublic", server: ip, name })];
  // No route may lead to it.
  const way = walk(model, { from: place, to: ip, protocol: "Udp", port: 53 });
  if (way.end === "stopped") return way.steps;
  if (isLost) return [unknown];
  const where = component(holder.kind, holder.id, holder.name);
  const alive = livenessStep(holder, where, ip);
  const steps = alive.state === "passes" ? answersNames(holder, where) : [alive];
  if (steps.length > 0) return steps;
  const reached = passes(where, { is: "targetReached", address: ip, port: 53 });
  return [reached, ...askServer(asked, holder, { id, name: nameOf(id) })];
}

/** What a server says that Azure itself asks, wherever it stands: the way there is Azure's own, or not shown. */
export function answersAt(model: NetworkModel, ip: string, name: string): readonly Step[] {
  const holder = model.holders.find(({ addresses }) => addresses.includes(ip));
  const id = networkIdOf(holder?.subnetId ?? "") ?? null;
  const at = { kind: "dnsServer", name: ip, id: null } as const;
  if (everybodys.has(ip)) return [stops(at, { is: "serverPublic", server: ip, name })];
  if (holder === undefined || id === null) return [open(at, "notShown", { is: "serverUnknown", server: ip })];
  const where = component(holder.kind, holder.id, holder.name);
  const alive = livenessStep(holder, where, ip);
  if (holder.kind !== "dnsServer")
    return [alive.state === "stops" ? alive : open(at, "notShown", { is: "serverUnknown", server: ip })];
  return alive.state === "passes" ? askAzureDns(model, { id, name: nameOf(id) }, name) : [alive];
}
