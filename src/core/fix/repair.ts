// What mends one stop: a change of the network, and the steps that make it, from one definition.

import type { Holder, NetworkModel, Zone } from "../network/model/model.ts";
import type { Step } from "../network/model/step.ts";
import type { Peering, RouteTable, VirtualNetwork } from "../snapshot/network.ts";
import { idKey } from "../snapshot/resource-id.ts";
import { collected } from "../snapshot/section.ts";
import type { NetworkSecurityGroup } from "../snapshot/security.ts";
import type { Fix } from "./write/fix.ts";

export type Repair = Readonly<{ fix: Fix; apply: (model: NetworkModel) => NetworkModel }>;

/** Null where this is not its kind of stop, or Azure takes no such change. */
export type Mend = (stop: Step, model: NetworkModel) => Repair | null;

export const repairBy = (fix: Fix | null | undefined, apply: Repair["apply"]): Repair | null =>
  fix ? { fix, apply } : null;

// Changes of the network that was read, as repairs make them.

export const changeHolders = (model: NetworkModel, change: (holder: Holder) => Holder): NetworkModel => ({
  ...model,
  holders: model.holders.map(change),
});

export const changeZone = (
  model: NetworkModel,
  id: string,
  change: (zone: Zone) => Partial<Zone>,
): NetworkModel => ({
  ...model,
  zones: model.zones.map((each) => (each.id === id ? { ...each, ...change(each) } : each)),
});

export const withTable = (model: NetworkModel, table: RouteTable): NetworkModel => ({
  ...model,
  routeTables: { ...model.routeTables, [idKey(table.id)]: collected(table) },
});

export const withGroup = (model: NetworkModel, group: NetworkSecurityGroup): NetworkModel => ({
  ...model,
  securityGroups: { ...model.securityGroups, [idKey(group.id)]: collected(group) },
});

/** What was not read stays as it is. */
export function changeNetwork(
  model: NetworkModel,
  id: string,
  change: (network: VirtualNetwork) => VirtualNetwork,
): NetworkModel {
  const network = model.networks[idKey(id)];
  return network?.status === "collected"
    ? { ...model, networks: { ...model.networks, [idKey(id)]: collected(change(network.data)) } }
    : model;
}

export const changePeering = (
  model: NetworkModel,
  networkId: string,
  name: string,
  fields: Partial<Peering>,
): NetworkModel =>
  changeNetwork(model, networkId, (network) => ({
    ...network,
    peerings: network.peerings.map((each) => (each.name === name ? { ...each, ...fields } : each)),
  }));
