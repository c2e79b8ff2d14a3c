// Rows for dns.custom-servers: who the DNS servers of a network are, whether they run, and whether port 53 is open.
import { collected } from "../../../../src/core/snapshot/section.ts";
import { ids } from "../../../fixtures/healthy-snapshot.ts";
import {
  type Change,
  mapData,
  setClient,
  setData,
  setHub,
  setRules,
  setSpoke,
  setSpokePeering,
} from "../../../fixtures/snapshot-changes.ts";
import { managedIds, managedNetwork } from "../../../fixtures/snapshot-managed-network.ts";
import { both } from "../../../fixtures/snapshot-nodes.ts";
import { dnsAt, dnsMachines, setFirewall, setResolver } from "../../../fixtures/snapshot-surroundings.ts";
import { deny, hubDenied, publicRanges } from "../../../fixtures/snapshot-variants.ts";
import { unavailable } from "../../../unavailable.ts";
import { balancedServerRows, distantServerRows } from "./dns-server-places.ts";
import { fail, notApplicable, notAssessed, pass, type Rows, warn } from "./row.ts";

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
    notApplicable("Azure's DNS", []),
    notApplicable("Azure's DNS, written out", setSpoke({ dnsServers: ["168.63.129.16"] })),
    pass("two that run", [two, dnsMachines("running", "running")], {
      says: "vnet-aks asks the DNS servers 10.0.3.4, 10.0.3.5",
    }),
    fail("both deallocated", [two, dnsMachines("deallocated", "deallocated")], {
      says: "dns-1 at 10.0.3.4 does not answer: deallocated",
      fix: "--name dns-1\naz vm start",
    }),
    warn("one of two deallocated", [two, dnsMachines("running", "deallocated")], {
      says: "dns-2",
      fix: "--name dns-2",
    }),
    pass(
      "port 53 closed to another subnet of a network that AKS made",
      [
        managedNetwork(),
        closedBesideNodes,
        setSpoke({ dnsServers: ["10.224.0.9"] }),
        dnsMachines({
          virtualNetworkId: managedIds.network,
          subnetId: managedIds.subnet,
          privateIpAddress: "10.224.0.9",
        }),
      ],
      "asks the DNS servers 10.224.0.9",
    ),
    pass("a single one", [setSpoke({ dnsServers: [dnsAt(1)] }), dnsMachines("running")], {
      says: "vnet-aks asks the DNS servers 10.0.3.4",
    }),
    pass("a single one beside Azure's own", [
      setSpoke({ dnsServers: [dnsAt(1), "168.63.129.16"] }),
      dnsMachines("running"),
    ]),
    fail("stopped ones of the hub", [hubAsksTwo, dnsMachines("stopped", "stopped")], {
      says: "dns-1 at 10.0.3.4 does not answer: stopped",
    }),
    notAssessed("an unknown power state", [two, dnsMachines("Dozing", "Dozing")], "Dozing"),
    notAssessed("power state denied", [two, dnsMachines(unknownPower, "deallocated")], {
      says: "Whether dns-1 works is open",
    }),
    notAssessed("one runs, of the other it is not known", [two, dnsMachines("running", unknownPower)], {
      says: "Whether dns-2 works is open",
    }),
    warn(
      "one runs, the other is on premises",
      [setSpoke({ dnsServers: [dnsAt(1), "192.168.1.1"] }), dnsMachines("running")],
      "nodes cannot reach 192.168.1.1 on UDP 53",
    ),
    fail("on premises, where nothing leads", setSpoke({ dnsServers: ["192.168.1.1", "192.168.1.2"] }), {
      says: "No network that is joined with nodes has ",
    }),
    notAssessed(
      "on premises, and a gateway may lead there",
      [setSpoke({ dnsServers: ["192.168.1.1"] }), setSpokePeering({ useRemoteGateways: true })],
      "192.168.1.1",
    ),
    notAssessed("nothing has the address", setSpoke({ dnsServers: ["10.0.3.9"] }), {
      says: "What the DNS server 10.0.3.9 answers, Azure does not show",
    }),
    notAssessed(
      "a machine of that address in another network is not meant",
      [
        setSpoke({ dnsServers: [dnsAt(1)] }),
        dnsMachines({ virtualNetworkId: ids.data, subnetId: `${ids.data}/subnets/sql` }),
      ],
      "What the DNS server 10.0.3.4 answers, Azure does not show",
    ),
    ...balancedServerRows,
    pass(
      "a firewall",
      [setSpoke({ dnsServers: ["10.0.4.4"] }), setFirewall("Succeeded", { dnsProxy: true })],
      "vnet-aks asks the DNS servers 10.0.4.4",
    ),
    fail(
      "a firewall that answers no names",
      [setSpoke({ dnsServers: ["10.0.4.4"] }), setFirewall("Succeeded")],
      { says: "The firewall fw-hub answers no names: its DNS proxy is off", fix: "--enable-dns-proxy true" },
    ),
    notAssessed(
      "a firewall whose last change failed",
      [setSpoke({ dnsServers: ["10.0.4.4"] }), setFirewall("Failed")],
      "it may work all the same",
    ),
    ...distantServerRows,
    fail(
      "a resolver that failed, and no way leads there",
      [setSpoke({ dnsServers: ["10.30.0.4"] }), setResolver("Failed")],
      "No network that is joined with nodes has ",
    ),
    notApplicable(
      "port 53 denied on the way out, which the client's group says",
      [hubAsksTwo, dnsMachines("running", "running"), setRules(denied53)],
      "The path ends before: The rule no-dns (priority 200) of nsg-jump stops it",
    ),
    fail(
      "port 53 denied on the way in",
      [two, dnsMachines("running", "running"), setRules({ ...denied53, direction: "Inbound" })],
      { says: "The rule no-dns (priority 200) of nsg-jump stops it", fix: "--direction Inbound" },
    ),
    notApplicable(
      "down, and denied as well",
      [hubAsksTwo, dnsMachines("deallocated", "deallocated"), setRules(denied53)],
      "The path ends before: The rule no-dns",
    ),
    pass("only TCP 53 denied", [
      hubAsksTwo,
      dnsMachines("running", "running"),
      setRules({ ...denied53, protocol: "Tcp" }),
    ]),
    pass("a rule that its text does not settle", [
      hubAsksTwo,
      dnsMachines("running", "running"),
      setRules({ ...denied53, usesApplicationSecurityGroups: true }),
    ]),
    notAssessed(
      "the group was not read",
      [
        hubAsksTwo,
        dnsMachines("running", "running"),
        (snapshot) => ({ ...snapshot, networkSecurityGroups: {} }),
      ],
      "Azure was not asked for the network security group nsg-jump.",
    ),
    fail("public cluster: its nodes ask too", [publicRanges, two, dnsMachines("stopped", "stopped")]),
    notApplicable("public cluster: nobody else is judged", [publicRanges, hubAsksTwo]),
    notAssessed("hub denied", hubDenied),
    notApplicable("in the cluster's network", setClient({ virtualNetwork: ids.spoke })),
    notAssessed("machines denied", [two, deny("jumpHosts")], "The jumpHosts could not be read"),
    notAssessed("denied", deny("clusterNetwork")),
    notAssessed("nothing asks", [two, setSpoke({ subnets: [] }), setData("jumpHosts", [])], {
      says: "No subnet was found",
    }),
    pass("running, by another case", [two, dnsMachines(collected("Running"), "RUNNING")]),
  ],
};
