// What is done to firewalls, gateways and Bastion hosts, and to the public addresses in front of them.

import { type ArmType, idOf, type JsonBody, namesIn } from "./arm-write.ts";
import {
  type AzTarget,
  act,
  byId,
  byName,
  change,
  create,
  drop,
  nameIn,
  nameOfId,
  partIn,
  put,
} from "./az.ts";

const publicAddress: ArmType = "Microsoft.Network/publicIPAddresses";
const natGateway: ArmType = "Microsoft.Network/natGateways";
const firewall: ArmType = "Microsoft.Network/azureFirewalls";
const policy: ArmType = "Microsoft.Network/firewallPolicies";
const gateway: ArmType = "Microsoft.Network/virtualNetworkGateways";
const bastion: ArmType = "Microsoft.Network/bastionHosts";

/** Of an address in the same resource group. */
type Address = Readonly<{ address: string }>;

/** Null for what is no name. */
function addressIn(at: AzTarget, name: string): readonly JsonBody[] | null {
  const id = idOf(at, publicAddress, [name]);
  return namesIn(id, publicAddress) === null ? null : [{ id }];
}

/** By the ids of both. */
type FirewallPlace = Readonly<{ subnet: string; address: string }>;

const placeFlags = ({ subnet, address }: FirewallPlace): readonly string[] => {
  const properties = { subnet: { id: subnet }, publicIPAddress: { id: address } };
  return ["--set", `properties.ipConfigurations=${JSON.stringify([{ name: "ipconfig", properties }])}`];
};

const placeBody = ({ subnet, address }: FirewallPlace) => [
  { name: "ipconfig", subnet: { id: subnet }, publicIPAddress: { id: address } },
];

const setTunneling = (enabled: boolean): string => `properties.enableTunneling=${enabled}`;

export const gatewayActions = {
  createPublicAddress: byName<Readonly<{ location: string }>>({
    ...{ az: "network public-ip create", flags: "name" },
    argv: ({ location }) => ["--location", location, "--sku", "Standard"],
    effect: ({ at }) => ({ is: "createsAddress", ...nameIn(at) }),
    writes: {
      type: publicAddress,
      what: ({ location }) =>
        create({ location, sku: { name: "Standard" }, publicIPAllocationMethod: "Static" }),
    },
  }),
  createNatGateway: byName<Address & Readonly<{ location: string }>>({
    ...{ az: "network nat gateway create", flags: "name" },
    argv: ({ location, address }) => ["--location", location, "--public-ip-addresses", address],
    effect: ({ at }) => ({ is: "createsNatGateway", ...nameIn(at) }),
    writes: {
      type: natGateway,
      what: ({ at, location, address }) => {
        const publicIpAddresses = addressIn(at, address);
        return publicIpAddresses && create({ location, sku: { name: "Standard" }, publicIpAddresses });
      },
    },
  }),
  setNatAddress: byName<Address>({
    ...{ az: "network nat gateway update", flags: "name" },
    argv: ({ address }) => ["--public-ip-addresses", address],
    effect: ({ at }) => ({ is: "changesNatGateway", ...nameIn(at) }),
    writes: {
      type: natGateway,
      what: ({ at, address }) => {
        const addresses = addressIn(at, address);
        return addresses && change(put(["publicIpAddresses"], addresses));
      },
    },
  }),
  /** Writes it again as it is, which Azure takes as another try. */
  reapplyNatGateway: byName({
    ...{ az: "network nat gateway update", flags: "name" },
    effect: ({ at }) => ({ is: "changesNatGateway", ...nameIn(at) }),
    writes: { type: natGateway, what: act("reapply"), noWayBack: "noStateBefore" },
  }),

  // By then networks leave by it.
  placeFirewall: byId<FirewallPlace>({
    az: "resource update",
    argv: placeFlags,
    effect: (values) => ({ is: "changes", ...nameOfId(values) }),
    writes: {
      ...{ type: firewall, noWayBack: "cutsOff" },
      what: (values) => change(put(["ipConfigurations"], placeBody(values))),
    },
  }),
  /** Of one with classic rules, which keeps the setting itself. */
  enableFirewallProxy: byName({
    ...{ az: "network firewall update", flags: "name" },
    argv: () => ["--enable-dns-proxy", "true"],
    effect: ({ at }) => ({ is: "turnsProxyOn", ...nameIn(at) }),
  }),
  enablePolicyProxy: byId({
    ...{ az: "resource update", apiVersion: "2024-05-01" },
    argv: () => ["--set", "properties.dnsSettings.enableProxy=true"],
    effect: (values) => ({ is: "turnsProxyOn", ...nameOfId(values) }),
    writes: { type: policy, what: () => change(put(["dnsSettings", "enableProxy"], true)) },
  }),
  resetTranslation: byId({
    az: "resource update",
    argv: () => ["--remove", "properties.snat"],
    effect: (values) => ({ is: "translates", ...nameOfId(values) }),
    writes: { type: policy, what: () => change(drop(["snat"])) },
  }),
  /** `body`: as ARM takes it. */
  createRuleGroup: byId<Readonly<{ body: JsonBody }>>({
    ...{ az: "resource create", flag: "id", apiVersion: "2024-05-01" },
    argv: ({ body }) => ["--properties", JSON.stringify(body)],
    effect: (values) => ({ is: "addsRules", ...nameOfId(values), of: values.id.split("/").at(-3) ?? "" }),
    writes: {
      type: "Microsoft.Network/firewallPolicies/ruleCollectionGroups",
      what: ({ body }) => create(body),
    },
  }),

  enableCircuitPeering: byName({
    ...{ az: "network express-route peering update", flags: "circuit-name name" },
    argv: () => ["--set", "state=Enabled"],
    effect: ({ at }) => ({ is: "switchesPeeringOn", ...partIn(at) }),
    writes: {
      type: "Microsoft.Network/expressRouteCircuits/peerings",
      what: () => change(put(["state"], "Enabled")),
    },
  }),
  resetGateway: byName({
    ...{ az: "network vnet-gateway reset", flags: "name" },
    effect: ({ at }) => ({ is: "restartsGateway", ...nameIn(at) }),
    writes: { type: gateway, what: act("reset"), noWayBack: "noStateBefore" },
  }),
  setClientProtocols: byName<Readonly<{ protocols: readonly string[] }>>({
    ...{ az: "network vnet-gateway update", flags: "name" },
    argv: ({ protocols }) => ["--client-protocol", ...protocols],
    effect: ({ at }) => ({ is: "changesGateway", ...nameIn(at) }),
    writes: {
      type: gateway,
      what: ({ protocols }) => change(put(["vpnClientConfiguration", "vpnClientProtocols"], protocols)),
    },
  }),
  setBastionTunnels: byId<Readonly<{ enabled: boolean }>>({
    ...{ az: "resource update", apiVersion: "2024-05-01" },
    argv: ({ enabled }) => ["--set", setTunneling(enabled)],
    effect: ({ id, enabled }) => ({
      ...{ is: "sets", ...nameOfId({ id }) },
      setting: `enableTunneling=${enabled}`,
    }),
    writes: { type: bastion, what: ({ enabled }) => change(put(["enableTunneling"], enabled)) },
  }),
  /** Azure takes no Bastion back to Basic. */
  upgradeBastion: byId({
    ...{ az: "resource update", apiVersion: "2024-05-01" },
    argv: () => ["--set", "sku.name=Standard", setTunneling(true)],
    effect: (values) => ({ is: "sets", ...nameOfId(values), setting: "sku.name=Standard" }),
    writes: {
      ...{ type: bastion, noWayBack: "oneWay" },
      what: () => change(put(["sku", "name"], "Standard"), put(["enableTunneling"], true)),
    },
  }),
};
