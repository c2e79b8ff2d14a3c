// What a network's machines hear when they ask for a private name: which servers they ask, and what those can know.
// https://learn.microsoft.com/azure/virtual-network/virtual-networks-name-resolution-for-vms-and-role-instances

import type { VirtualNetwork } from "../snapshot/network.ts";
import { nameOf, networkIdOf, parseResourceId, sameId } from "../snapshot/resource-id.ts";
import type { VirtualNetworkLink } from "../snapshot/zones.ts";
import { isPrivateAddress } from "./cidr.ts";
import type { Place } from "./flow.ts";
import { livenessStep } from "./lead.ts";
import {
  component,
  type Holder,
  holderOf,
  type NetworkModel,
  networkHolding,
  networkIn,
  readNetworksOf,
  type Zone,
} from "./model.ts";
import { withoutPlatformDns } from "./platform-dns.ts";
import { open, passes, type Step, stops, type Trace, traceOf, unread, untilStop } from "./step.ts";
import { walk } from "./walk.ts";

/** Azure's own DNS, everywhere. */
const azureDns = "168.63.129.16";

type Named = Readonly<{ id: string; name: string }>;

const ownServers = ({ dnsServers }: VirtualNetwork): readonly string[] =>
  dnsServers.filter((ip) => ip !== azureDns);

/** Zones that can hold the name, the longest first, as Azure picks. */
const zonesFor = ({ zones }: NetworkModel, name: string): readonly Zone[] =>
  zones
    .filter((zone) => name.toLowerCase().endsWith(`.${zone.name.toLowerCase()}`))
    .toSorted((one, other) => other.name.length - one.name.length);

const linkTo = (links: readonly VirtualNetworkLink[], networkId: string): VirtualNetworkLink | undefined =>
  links.find(({ virtualNetworkId }) => sameId(virtualNetworkId, networkId));

/** Of several zones of one name, each is called by its resource group too. */
function nameIn({ zones }: NetworkModel, { id, name }: Zone): string {
  const isAlone = zones.filter((each) => each.name.toLowerCase() === name.toLowerCase()).length < 2;
  const group = parseResourceId(id)?.resourceGroup;
  return isAlone || group === undefined ? name : `${name} in ${group}`;
}

/** Null where the zone has no link to the network. */
function readLink(model: NetworkModel, zone: Zone, network: Named): Step | null {
  const at = component("privateDnsZone", zone.id, nameIn(model, zone));
  if (zone.links.status === "unavailable") return unread(at, zone.links);
  const link = linkTo(zone.links.data, network.id);
  if (link === undefined) return null;
  const names = { zone: at.name, network: network.name };
  if (/^completed$/i.test(link.linkState)) return passes(at, { is: "zoneLinked", ...names });
  return open(at, { is: "linkUnfinished", ...names, state: link.linkState });
}

function readRecord(model: NetworkModel, zone: Zone, name: string): Step {
  const at = component("privateDnsZone", zone.id, nameIn(model, zone));
  const label = name.slice(0, -(zone.name.length + 1)).toLowerCase();
  const record = zone.records[label];
  if (record === undefined) return open(at, { is: "unread", message: `The record ${label} was not read.` });
  if (record.status === "unavailable") return unread(at, record);
  return record.data === null || record.data.length === 0
    ? stops(at, { is: "recordMissing", name, zone: at.name })
    : passes(at, { is: "recordFound", name, addresses: record.data });
}

type Linked = Readonly<{ zone: Zone; link: Step }>;

/**
 * The zone that answers in a network: of those linked to it the one with the longest name. No network is linked to two
 * of one name, so one that is linked for certain rules out those of its name whose links were not read.
 */
function answering(model: NetworkModel, network: Named, name: string): Linked | undefined {
  const linked = zonesFor(model, name).flatMap((zone): readonly Linked[] => {
    const link = readLink(model, zone, network);
    return link === null ? [] : [{ zone, link }];
  });
  const [first] = linked;
  const sameName = linked.filter(({ zone }) => zone.name.length === first?.zone.name.length);
  return sameName.find(({ link }) => link.reason.is !== "unread") ?? first;
}

/** Azure's own DNS answers what the zones that are linked to the network say. */
function askAzure(model: NetworkModel, network: Named, name: string): readonly Step[] {
  const found = answering(model, network, name);
  if (found !== undefined)
    return found.link.state === "passes" ? [found.link, readRecord(model, found.zone, name)] : [found.link];
  const here = component("network", network.id, network.name);
  if (model.hiddenZone !== null) return [unread(here, model.hiddenZone)];
  const able = zonesFor(model, name);
  const zone = model.zones.find((each) => able.includes(each));
  if (zone === undefined) return [stops(here, { is: "zoneMissing", name })];
  const label = nameIn(model, zone);
  return [
    stops(component("privateDnsZone", zone.id, label), {
      is: "zoneNotLinked",
      zone: label,
      network: network.name,
      networkId: network.id,
    }),
  ];
}

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

/** A resolver's endpoint asks Azure from its own network; what any other server does, Azure does not show. */
function askServer(model: NetworkModel, server: Holder, network: Named, name: string): readonly Step[] {
  const steps = askAzure(model, network, name);
  if (server.kind === "dnsServer" || steps.at(-1)?.state !== "stops") return steps;
  const at = component(server.kind, server.id, server.name);
  return mayKnowElsewhere(model, name)
    ? [open(at, { is: "serverForwardsUnseen", server: server.name })]
    : steps;
}

function viaServer(model: NetworkModel, place: Place, ip: string, name: string): readonly Step[] {
  const from = networkIn(model, place.networkId);
  const at = { kind: "dnsServer", name: ip, id: null } as const;
  const network = from.status === "collected" ? networkHolding(model, ip, from.data) : undefined;
  if (network === undefined) return viaStranger(model, place, ip, name);
  const holder = holderOf(model, ip, network);
  if (holder === undefined) {
    const [cause] = model.hidden;
    return [cause === undefined ? open(at, { is: "serverUnknown", server: ip }) : unread(at, cause)];
  }
  const way = walk(model, { from: place, to: ip, protocol: "Udp", port: 53 });
  if (way.end === "stopped") return way.steps;
  const shut = way.steps.filter(({ state }) => state !== "passes");
  return [...shut, ...askServer(model, holder, network, name)];
}

/** A server in a network that was not read: that it runs, and which zones its network is linked to, is known all the same. */
function viaStranger(model: NetworkModel, place: Place, ip: string, name: string): readonly Step[] {
  const at = { kind: "dnsServer", name: ip, id: null } as const;
  const holder = model.holders.find(({ addresses }) => addresses.includes(ip));
  const id = networkIdOf(holder?.subnetId ?? "");
  if (holder === undefined || id === null) {
    // A private address that no route leads to; to a public one the walk knows no way.
    const way = isPrivateAddress(ip) ? walk(model, { from: place, to: ip, protocol: "Udp", port: 53 }) : null;
    return way?.end === "stopped" ? way.steps : [open(at, { is: "serverUnknown", server: ip })];
  }
  const alive = livenessStep(holder, component(holder.kind, holder.id, holder.name), ip);
  return alive.state === "passes" ? askServer(model, holder, { id, name: nameOf(id) }, name) : [alive];
}

const grade = { delivered: 0, unknown: 1, stopped: 2 } as const;

/** Of several servers one that answers is enough: clients ask the next one where the first is silent. */
export function resolve(model: NetworkModel, place: Place, name: string): Trace {
  const network = networkIn(model, place.networkId);
  const here = component("network", place.networkId);
  if (network.status === "unavailable") return traceOf([unread(here, network)]);
  const servers = ownServers(network.data);
  if (servers.length === 0)
    return traceOf([
      passes(here, { is: "asksAzure", network: network.data.name }),
      ...untilStop([...withoutPlatformDns(model, place), ...askAzure(model, network.data, name)]),
    ]);
  const asked = passes(here, { is: "asksServers", network: network.data.name, servers });
  const answers = servers.map((ip) => traceOf([asked, ...untilStop(viaServer(model, place, ip, name))]));
  return answers.toSorted((one, other) => grade[one.end] - grade[other.end])[0] ?? traceOf([asked]);
}

/** The addresses that were answered; none where the name was not. */
export const answersOf = ({ steps }: Trace): readonly string[] =>
  steps.flatMap(({ reason }) => (reason.is === "recordFound" ? reason.addresses : []));
