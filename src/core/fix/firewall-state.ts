// A firewall that was deallocated, or that answers no names.
// https://learn.microsoft.com/azure/firewall/firewall-faq

import { component, type Holder, readNetworksOf, subnetHolding } from "../network/model/model.ts";
import { firewallSubnetOf } from "../network/walk/firewall-step.ts";
import type { Firewall } from "../snapshot/firewall.ts";
import type { VirtualNetwork } from "../snapshot/network.ts";
import { sameId } from "../snapshot/resource-id.ts";
import { collected } from "../snapshot/section.ts";
import { changeHolders, type Mend, repairBy } from "./repair.ts";
import { idOf } from "./write/arm-write.ts";
import { forResource, target } from "./write/az.ts";
import { type Fix, fixAt, fixOf, networkRole } from "./write/fix.ts";

/** With a new public address: which one it had is nowhere written down. Null where the network has no place for it. */
function allocate(firewall: Firewall, network: VirtualNetwork): Fix | null {
  const subnet = firewallSubnetOf(network);
  return forResource(firewall.id, (parts) => {
    if (subnet === undefined) return null;
    const address = `pip-${firewall.name}`;
    const addressId = idOf(parts, "Microsoft.Network/publicIPAddresses", [address]);
    return fixOf(
      [
        { kind: "createPublicAddress", at: target(parts, address), location: network.location },
        { kind: "placeFirewall", id: firewall.id, subnet: subnet.id, address: addressId },
      ],
      { is: "firewallAllocated" },
      networkRole(firewall.name, network.name),
    );
  });
}

export const restartFirewall: Mend = ({ reason, component: { kind, id } }, model) => {
  if (reason.is !== "hopDown" || kind !== "firewall") return null;
  const firewall = model.firewalls.find((each) => sameId(each.id, id ?? undefined));
  if (firewall === undefined) return null;
  const { address } = reason;
  const network = readNetworksOf(model).find((each) => subnetHolding(each, address) !== undefined);
  if (network === undefined) return null;
  const known = model.holders.find((each) => sameId(each.id, firewall.id));
  const back = {
    ...known,
    ...({ kind: "firewall", id: firewall.id, name: component("firewall", firewall.id).name } as const),
    ...{ addresses: [address], subnetId: subnetHolding(network, address)?.id },
    ...{ groupIds: [], alive: { state: "running" } as const, forwards: true },
    rulesUnread: known?.rules === undefined,
  };
  return repairBy(allocate(firewall, network), (before) => ({
    ...before,
    holders: [...before.holders.filter((each) => each !== known), back],
  }));
};

// A firewall that networks ask for names, and that answers none.
// https://learn.microsoft.com/azure/firewall/dns-settings

const turnedOn = (holder: Holder, keptBy: string): Holder => {
  const { proxy } = holder;
  return proxy?.status === "collected" && sameId(proxy.data.keptBy, keptBy)
    ? { ...holder, proxy: collected({ ...proxy.data, isOn: true }) }
    : holder;
};

/** A policy is changed as a resource: the CLI knows it by itself only with an extension, as it does a firewall. */
const fixFor = (keptBy: string): Fix | null =>
  /\/firewallPolicies\//i.test(keptBy)
    ? fixAt(keptBy, () => ({ kind: "enablePolicyProxy", id: keptBy }), [
        { is: "proxyEnabled" },
        { is: "proxyEnabledByPolicy" },
      ])
    : fixAt(keptBy, (at) => ({ kind: "enableFirewallProxy", at }), { is: "proxyEnabled" });

export const enableDnsProxy: Mend = ({ reason }) => {
  if (reason.is !== "proxyOff") return null;
  const { keptBy } = reason;
  return repairBy(fixFor(keptBy), (model) => changeHolders(model, (each) => turnedOn(each, keptBy)));
};
