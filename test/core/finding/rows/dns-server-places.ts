// Further rows for dns.custom-servers: servers behind a load balancer, and in networks beyond the peered ones.
import { collected } from "../../../../src/core/snapshot/section.ts";
import { addBalancer } from "../../../fixtures/balancer-changes.ts";
import { ids, peering, spoke } from "../../../fixtures/healthy-snapshot.ts";
import {
  addDataNetwork,
  type Change,
  mapData,
  setRules,
  setSpoke,
} from "../../../fixtures/snapshot-changes.ts";
import { setHubFirewall, setNodeRoutes, toAppliance } from "../../../fixtures/snapshot-nodes.ts";
import { dataBeyondHub, dnsMachines, setResolver } from "../../../fixtures/snapshot-surroundings.ts";
import { fail, notApplicable, notAssessed, pass, type Row } from "./row.ts";

const denied53 = { name: "no-dns", protocol: "Udp", destinationPortRanges: ["53"] };
const balanced = "10.0.1.20";
const throughBalancer = setSpoke({ dnsServers: [balanced] });
const nicOf = (name: string): string => ids.jumpNic.replace("jump-1", name);
const behind = (...names: readonly string[]) =>
  addBalancer("lb-dns", balanced, ...names.map((name) => ({ interfaceId: nicOf(name) })));
const withNic = (name: string, power = "running") => ({
  powerState: collected(power),
  interfaces: [{ id: nicOf(name), privateIpAddresses: [], enableIpForwarding: false }],
});

const asksResolver = (...peers: readonly string[]) =>
  setSpoke({
    dnsServers: ["10.30.0.4"],
    peerings: [...spoke.peerings, ...peers.map((id) => peering(ids.spoke, id, "aks-to-dns", "10.30.0.0/16"))],
  });
const beyond: Change = (snapshot) => ({
  ...snapshot,
  clusterNetwork: mapData(snapshot.clusterNetwork, (network) => ({
    ...network,
    dnsServers: ["10.20.1.1", "10.20.1.2"],
  })),
});
const beyondAt = (number: number) => ({
  virtualNetworkId: ids.data,
  subnetId: `${ids.data}/subnets/sql`,
  privateIpAddress: `10.20.1.${number}`,
});
const off = { powerState: collected("stopped") };

export const balancedServerRows: readonly Row[] = [
  pass(
    "a load balancer before two that run",
    [throughBalancer, behind("dns-1", "dns-2"), dnsMachines(withNic("dns-1"), withNic("dns-2"))],
    "vnet-aks asks the DNS servers 10.0.1.20",
  ),
  pass(
    "a load balancer before one that runs and one that is off",
    [throughBalancer, behind("dns-1", "dns-2"), dnsMachines(withNic("dns-1", "stopped"), withNic("dns-2"))],
    "vnet-aks asks the DNS servers 10.0.1.20",
  ),
  fail(
    "a load balancer before one that is off",
    [throughBalancer, behind("dns-1"), dnsMachines(withNic("dns-1", "deallocated"))],
    { says: "lb-dns at 10.0.1.20 does not answer: no machine behind it runs", fix: "--name dns-1" },
  ),
  notAssessed(
    "a load balancer before one that was not read",
    [throughBalancer, behind("dns-1", "dns-2"), dnsMachines(withNic("dns-1", "stopped"))],
    "Whether lb-dns works is open",
  ),
  fail(
    "a load balancer before one whose port 53 is denied",
    [
      throughBalancer,
      behind("dns-1"),
      dnsMachines(withNic("dns-1")),
      setRules({ ...denied53, direction: "Inbound" }),
    ],
    "The rule no-dns (priority 200) of nsg-jump stops it",
  ),
  notAssessed("a load balancer with nothing behind it", [throughBalancer, behind()]),
];

export const distantServerRows: readonly Row[] = [
  fail("a resolver in a network that is not peered", [asksResolver(), setResolver("Succeeded")], {
    says: "No network that is joined with nodes has ",
  }),
  notAssessed(
    "a resolver in a peered network that was not read",
    [asksResolver(ids.dns), setResolver("Succeeded")],
    "Azure was not asked for the network vnet-dns.",
  ),
  fail(
    "two servers beyond the hub",
    [addDataNetwork, dataBeyondHub, beyond, dnsMachines(beyondAt(1), beyondAt(2))],
    "No network that is joined with nodes has ",
  ),
  notApplicable(
    "two servers beyond the hub, and a route through its appliance",
    [
      addDataNetwork,
      dataBeyondHub,
      beyond,
      dnsMachines(beyondAt(1), beyondAt(2)),
      setNodeRoutes(toAppliance()),
      setHubFirewall(),
    ],
    "The path ends before: The peering of vnet-data with vnet-hub has allowForwardedTraffic off",
  ),
  fail("two servers beyond the hub that are off", [
    addDataNetwork,
    dataBeyondHub,
    beyond,
    dnsMachines({ ...beyondAt(1), ...off }, { ...beyondAt(2), ...off }),
  ]),
];
