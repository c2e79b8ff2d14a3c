// Rows for dns.custom-servers: who the DNS servers of a network are, whether they run, and whether port 53 is open.
import { collected, unavailable } from "../../../../src/core/snapshot/section.ts";
import {
  both,
  type Change,
  deny,
  dnsAt,
  dnsMachines,
  hubDenied,
  ids,
  managedIds,
  managedNetwork,
  mapData,
  publicRanges,
  setClient,
  setData,
  setFirewall,
  setHub,
  setResolver,
  setRules,
  setSpoke,
} from "../../../fixtures/snapshots.ts";
import { balancedServerRows, distantServerRows } from "./dns-server-places.ts";
import { type Rows, row } from "./row.ts";

const two = setSpoke({ dnsServers: [dnsAt(1), dnsAt(2)] });
const hubAsksTwo = setHub({ dnsServers: [dnsAt(1), dnsAt(2)] });
const denied53 = { name: "no-dns", protocol: "Udp", destinationPortRanges: ["53"] };
/** Only the add-on's subnet has a group that denies it. */
const closedBesideNodes: Change = both(
  (snapshot) => ({
    ...snapshot,
    clusterNetwork: mapData(snapshot.clusterNetwork, (network) => ({
      ...network,
      subnets: network.subnets.map((subnet) =>
        subnet.id === managedIds.subnet ? subnet : { ...subnet, networkSecurityGroupId: ids.jumpNsg },
      ),
    })),
  }),
  setRules(denied53),
);
const unknownPower = unavailable("denied", "The power state of dns-1 could not be read.", [
  { action: "Microsoft.Compute/virtualMachines/instanceView/read", scope: ids.jump },
]);

export const dnsServerRows: Rows = {
  "dns.custom-servers": [
    row("Azure's DNS", [], "notApplicable"),
    row("Azure's DNS, written out", [setSpoke({ dnsServers: ["168.63.129.16"] })], "notApplicable"),
    row("two that run", [two, dnsMachines("running", "running")], "pass", {
      says: "DNS servers of vnet-aks answer",
    }),
    row("both deallocated", [two, dnsMachines("deallocated", "deallocated")], "fail", {
      says: "dns-1 (10.0.3.4) is deallocated; dns-2 (10.0.3.5) is deallocated.",
      fix: "--name dns-1\naz vm start",
    }),
    row("one of two deallocated", [two, dnsMachines("running", "deallocated")], "warn", {
      says: "dns-2",
      fix: "--name dns-2",
    }),
    row(
      "port 53 closed to another subnet of a network that AKS made",
      [
        managedNetwork(),
        closedBesideNodes,
        setSpoke({ dnsServers: ["10.224.0.9"] }),
        dnsMachines({ virtualNetworkId: managedIds.network, privateIpAddress: "10.224.0.9" }),
      ],
      "warn",
      { says: "single DNS server" },
    ),
    row("a single one", [setSpoke({ dnsServers: [dnsAt(1)] }), dnsMachines("running")], "warn", {
      says: "single DNS server",
    }),
    row(
      "a single one beside Azure's own",
      [setSpoke({ dnsServers: [dnsAt(1), "168.63.129.16"] }), dnsMachines("running")],
      "pass",
    ),
    row("stopped ones of the hub", [hubAsksTwo, dnsMachines("stopped", "stopped")], "fail", {
      says: "dns-1 (10.0.3.4) is stopped",
    }),
    row("an unknown power state", [two, dnsMachines("Dozing", "Dozing")], "notAssessed", { says: "Dozing" }),
    row("power state denied", [two, dnsMachines(unknownPower, "deallocated")], "notAssessed", {
      says: "whether dns-1 (10.0.3.4) runs is not known",
    }),
    row(
      "one runs, of the other it is not known",
      [two, dnsMachines("running", unknownPower)],
      "notAssessed",
      {
        says: "One DNS server",
      },
    ),
    row(
      "one runs, the other is on premises",
      [setSpoke({ dnsServers: [dnsAt(1), "192.168.1.1"] }), dnsMachines("running")],
      "notAssessed",
      { says: "192.168.1.1 stands in no network that was read" },
    ),
    row("on premises", [setSpoke({ dnsServers: ["192.168.1.1", "192.168.1.2"] })], "notAssessed", {
      says: "192.168.1.2 stands in no network",
    }),
    row("nothing has the address", [setSpoke({ dnsServers: ["10.0.3.9"] })], "notAssessed", {
      says: "stands in vnet-hub",
    }),
    row(
      "a machine of that address in another network is not meant",
      [setSpoke({ dnsServers: [dnsAt(1)] }), dnsMachines({ virtualNetworkId: ids.data })],
      "notAssessed",
    ),
    ...balancedServerRows,
    row("a firewall", [setSpoke({ dnsServers: ["10.0.4.4"] }), setFirewall("Succeeded")], "pass"),
    row(
      "a firewall that failed",
      [setSpoke({ dnsServers: ["10.0.4.4"] }), setFirewall("Failed")],
      "notAssessed",
      {
        says: "fw-hub",
      },
    ),
    ...distantServerRows,
    row(
      "a resolver that failed",
      [setSpoke({ dnsServers: ["10.30.0.4"] }), setResolver("Failed")],
      "notAssessed",
    ),
    row(
      "port 53 denied on the way out",
      [hubAsksTwo, dnsMachines("running", "running"), setRules(denied53)],
      "fail",
      {
        says: "rule no-dns (priority 200) of nsg-jump denies UDP 53 to dns-1 (10.0.3.4) from jump-1",
        fix: "--priority 199 --direction Outbound --access Allow --protocol Udp",
      },
    ),
    row(
      "port 53 denied on the way in",
      [two, dnsMachines("running", "running"), setRules({ ...denied53, direction: "Inbound" })],
      "fail",
      { fix: "--direction Inbound" },
    ),
    row(
      "down, and denied as well",
      [hubAsksTwo, dnsMachines("deallocated", "deallocated"), setRules(denied53)],
      "fail",
      { says: "dns-1 (10.0.3.4) is deallocated", fix: "az vm start" },
    ),
    row(
      "only TCP 53 denied",
      [hubAsksTwo, dnsMachines("running", "running"), setRules({ ...denied53, protocol: "Tcp" })],
      "pass",
    ),
    row(
      "a rule that its text does not settle",
      [
        hubAsksTwo,
        dnsMachines("running", "running"),
        setRules({ ...denied53, usesApplicationSecurityGroups: true }),
      ],
      "notAssessed",
      { says: "application security groups" },
    ),
    row(
      "the group was not read",
      [
        hubAsksTwo,
        dnsMachines("running", "running"),
        (snapshot) => ({ ...snapshot, networkSecurityGroups: {} }),
      ],
      "notAssessed",
      { says: "nsg-jump, on the way to dns-1 (10.0.3.4) from jump-1, was not read" },
    ),
    row("public cluster: its nodes ask too", [publicRanges, two, dnsMachines("stopped", "stopped")], "fail"),
    row("public cluster: nobody else is judged", [publicRanges, hubAsksTwo], "notApplicable"),
    row("hub denied", [hubDenied], "notAssessed"),
    row("in the cluster's network", [setClient({ virtualNetwork: ids.spoke })], "notApplicable"),
    row("machines denied", [two, deny("jumpHosts")], "notAssessed", {
      says: "where not everything could be read",
    }),
    row("denied", [deny("clusterNetwork")], "notAssessed"),
    row("nothing asks", [two, setSpoke({ subnets: [] }), setData("jumpHosts", [])], "notApplicable"),
    row("running, by another case", [two, dnsMachines(collected("Running"), "RUNNING")], "pass"),
  ],
};
