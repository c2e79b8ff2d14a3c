// Rows for dns.link-*: from which networks the zone is found.

import type { OtherZone } from "../../../../src/core/snapshot/network.ts";
import { collected } from "../../../../src/core/snapshot/section.ts";
import { apiIp, ids, linkTo, peering, recordName, zoneName } from "../../../fixtures/healthy-snapshot.ts";
import {
  addDataNetwork,
  type Change,
  databaseHost,
  mapData,
  setAccess,
  setClient,
  setData,
  setHub,
  setJumpHosts,
  setRecord,
  setSpoke,
} from "../../../fixtures/snapshot-changes.ts";
import { dnsMachines, setFirewall, setResolver } from "../../../fixtures/snapshot-surroundings.ts";
import { deny, hubDenied, publicRanges } from "../../../fixtures/snapshot-variants.ts";
import { unavailable } from "../../../unavailable.ts";
import { fail, notApplicable, notAssessed, pass, type Rows, warn } from "./row.ts";

const links = (...networks: readonly string[]) =>
  setData(
    "privateDnsLinks",
    networks.map((id, index) => linkTo(id, `link-${index}`)),
  );
const hubLink = (linkState: string, provisioningState: string) =>
  setData("privateDnsLinks", [
    linkTo(ids.spoke, "link-aks"),
    { ...linkTo(ids.hub, "link-hub"), linkState, provisioningState },
  ]);
/** The network is linked to another zone of the name, which holds these addresses; null: its links were not read. */
const onlyOther =
  (networkId: string | null, ...addresses: readonly string[]): Change =>
  (snapshot) => {
    const { privateDnsZone: zone, privateDnsLinks, apiServerRecord } = snapshot;
    if (zone.status !== "collected" || zone.data === null) throw new Error("no zone");
    if (apiServerRecord.status !== "collected" || apiServerRecord.data === null) throw new Error("no record");
    const own = [ids.spoke, ids.hub].filter((id) => id !== (networkId ?? ids.hub));
    const id = zone.data.id.replace(/resourceGroups\/[^/]+/i, "resourceGroups/rg-other");
    const other: OtherZone = {
      zone: { ...zone.data, id },
      links:
        networkId === null
          ? unavailable("denied", "Its links could not be read.")
          : collected([linkTo(networkId, "link-other")]),
      record: collected(addresses.length === 0 ? null : { ...apiServerRecord.data, addresses }),
    };
    return {
      ...snapshot,
      privateDnsLinks:
        privateDnsLinks.status === "collected"
          ? collected(own.map((to) => linkTo(to, "link")))
          : privateDnsLinks,
      otherZones: { items: [other], missing: [] },
    };
  };
const dataServer = dnsMachines({
  ...databaseHost,
  ...{ name: "dns-data", privateIpAddress: "10.20.1.5" },
});
/** The hub is peered with one more network, and that one with it. */
const hubAlso =
  (to: string, space: string): Change =>
  (snapshot) => ({
    ...snapshot,
    peerNetworks: mapData(snapshot.peerNetworks, (peers) =>
      peers.map(({ id, network }) => ({
        id,
        network: mapData(network, (data) => ({
          ...data,
          peerings: [
            ...data.peerings,
            ...(id === ids.hub ? [peering(id, to, "hub-to-other", space)] : []),
            ...(id === to ? [peering(id, ids.hub, "other-to-hub", "10.0.0.0/16")] : []),
          ],
        })),
      })),
    ),
  });
const hubToData = hubAlso(ids.data, "10.20.0.0/16");
const hubToResolver = hubAlso(ids.dns, "10.30.0.0/16");
const inNetwork = setAccess({ enableVnetIntegration: true });

const apiName = `${recordName}.${zoneName}`;
const pasted = (answer: string): Change =>
  setClient({ symptom: `Server: dns.corp.example Address: 192.168.1.53 ${answer}` });

export const dnsLinkRows: Rows = {
  "dns.link-cluster": [
    pass("linked", []),
    fail("not linked", links(ids.hub), { fix: `--virtual-network ${ids.spoke}` }),
    pass("linked to another zone, which has no record and says so itself", onlyOther(ids.spoke), {
      says: "rg-other is linked to vnet-aks",
    }),
    notApplicable("not linked, DNS servers in a linked hub", [
      links(ids.hub),
      setSpoke({ dnsServers: ["10.0.3.4"] }),
      dnsMachines("running"),
    ]),
    notApplicable("not linked, and neither are its DNS servers", [
      links(ids.hub),
      addDataNetwork,
      setSpoke({ dnsServers: ["10.20.1.5"] }),
      dataServer,
    ]),
    notAssessed("not linked, and its DNS servers may ask another", [
      links(ids.hub),
      addDataNetwork,
      setSpoke({ dnsServers: ["10.20.1.5"] }),
      setFirewall("Succeeded"),
    ]),
    notApplicable(
      "not linked, DNS servers elsewhere",
      [links(ids.hub), setSpoke({ dnsServers: ["10.99.0.4"] })],
      "The path ends before: No network that is joined with nodes has ",
    ),
    notAssessed("denied", deny("privateDnsLinks")),
    notApplicable("VNet integration", inNetwork),
  ],
  "dns.link-client": [
    pass("linked", []),
    fail("hub not linked", links(ids.spoke), { says: "vnet-hub", fix: `--virtual-network ${ids.hub}` }),
    pass("hub linked to another zone of the name, which is right", onlyOther(ids.hub, apiIp), "rg-other"),
    pass("hub linked to another zone, whose record is old", onlyOther(ids.hub, "10.10.0.77"), {
      says: "rg-other is linked to vnet-hub",
    }),
    pass("hub linked to another zone without the record", onlyOther(ids.hub), {
      says: "rg-other is linked to vnet-hub",
    }),
    notAssessed("hub not linked, and another zone's links are hidden", onlyOther(null)),
    fail("hub not linked, no jump host", [links(ids.spoke), setData("jumpHosts", [])]),
    pass("the requester's own network is linked", [
      links(ids.spoke, ids.hub),
      setClient({ virtualNetwork: "VNET-HUB" }),
    ]),
    fail("the requester's own network is not", [addDataNetwork, setClient({ virtualNetwork: ids.data })], {
      says: "vnet-data",
    }),
    fail("the requester's own address says where", [addDataNetwork, setClient({ ip: "10.20.1.9" })]),
    notAssessed("a network nobody knows", setClient({ virtualNetwork: "vnet-moon" }), {
      says: "Needs the network that you come from.",
    }),
    pass("a database's network is nobody's way in", [addDataNetwork, setJumpHosts({}, databaseHost)]),
    warn(
      "one of two jump networks",
      [addDataNetwork, setJumpHosts({}, { ...databaseHost, name: "jump-2" })],
      "vnet-data",
    ),
    notApplicable("DNS servers of its own", [
      links(ids.spoke),
      setHub({ dnsServers: ["10.0.3.4"] }),
      dnsMachines("running"),
    ]),
    notApplicable("in the cluster's network", setClient({ virtualNetwork: "vnet-aks" })),
    notAssessed("denied", deny("privateDnsLinks")),
    notAssessed("hub denied and not linked", [hubDenied, links(ids.spoke)]),
  ],
  "dns.link-resolver": [
    notApplicable("Azure's DNS", []),
    pass("servers in the linked hub", [setSpoke({ dnsServers: ["10.0.3.4"] }), dnsMachines("running")]),
    pass(
      "servers in a network that is linked to another zone without the record",
      [onlyOther(ids.hub), setSpoke({ dnsServers: ["10.0.3.4"] }), dnsMachines("running")],
      "rg-other",
    ),
    fail(
      "servers in a network without link",
      [addDataNetwork, setHub({ dnsServers: ["10.20.1.5"] }), dataServer, hubToData],
      { fix: `--virtual-network ${ids.data}` },
    ),
    notAssessed(
      "servers in a network without link, and a firewall in the linked hub that they may ask",
      [
        addDataNetwork,
        setHub({ dnsServers: ["10.20.1.5"] }),
        setFirewall("Succeeded"),
        dataServer,
        hubToData,
      ],
      "forwards to, Azure does not show",
    ),
    notAssessed("servers in a network without link, and a linked network that was not read", [
      addDataNetwork,
      setHub({ dnsServers: ["10.20.1.5"] }),
      links(ids.spoke, ids.hub, ids.dns),
    ]),
    notApplicable(
      "a resolver in a network without link forwards nothing",
      [setHub({ dnsServers: ["10.30.0.4"] }), setResolver("Succeeded"), setFirewall("Succeeded")],
      "The path ends before: No network that is joined with jump",
    ),
    fail(
      "a resolver's endpoint answers from its own network",
      [setHub({ dnsServers: ["10.30.0.4"] }), setResolver("Succeeded"), hubToResolver],
      { fix: `--virtual-network ${ids.dns}` },
    ),
    pass("a resolver in a linked network", [
      setHub({ dnsServers: ["10.30.0.4"] }),
      setResolver("Succeeded"),
      hubToResolver,
      links(ids.spoke, ids.hub, ids.dns),
    ]),
    pass(
      "the linked hub's firewall",
      [setSpoke({ dnsServers: ["10.0.4.4"] }), setFirewall("Succeeded", { dnsProxy: true })],
      "vnet-hub",
    ),
    notApplicable("servers out of sight", setHub({ dnsServers: ["192.168.1.1"] }), {
      says: "The path ends before: No network that is joined with jump",
    }),
    notApplicable("Azure's DNS, written out", setHub({ dnsServers: ["168.63.129.16"] })),
    notAssessed("denied", deny("peerNetworks")),
  ],
  "dns.duplicate-zone": [
    notApplicable("no other zone", []),
    pass("the hub hears another one, which is right", onlyOther(ids.hub, apiIp), apiIp),
    fail("whose record is old", onlyOther(ids.hub, "10.10.0.77"), {
      says: "answers with 10.10.0.77, and the API server stands at 10.10.0.4",
      fix: "aRecords[0].ipv4Address=10.10.0.4",
    }),
    fail("that has no record, for nodes", onlyOther(ids.spoke), {
      says: "rg-other has no record",
      fix: "add-record",
    }),
    notAssessed("links are hidden", onlyOther(null)),
  ],
  "dns.link-registration": [
    pass("off", []),
    warn(
      "on",
      setData("privateDnsLinks", [{ ...linkTo(ids.spoke, "link-aks"), registrationEnabled: true }]),
      { says: "link-aks", fix: "--name link-aks --registration-enabled false" },
    ),
    notAssessed("links denied", deny("privateDnsLinks")),
    notApplicable("public cluster", publicRanges),
  ],
  "dns.onprem-forwarding": [
    notApplicable("nothing was pasted", [], "nslookup prod-1-x1y2"),
    pass("the server knows it", pasted(`Name: ${apiName} Address: ${apiIp}`), apiIp),
    fail("the server does not", pasted(`*** dns can't find ${apiName}: Non-existent domain`), {
      says: "192.168.1.53 does not know",
    }),
    fail("the server knows another address", pasted(`Name: ${apiName} Address: 10.99.0.4`), {
      says: "192.168.1.53 answers 10.99.0.4",
    }),
    notApplicable("another name", pasted("*** dns can't find example.com: NXDOMAIN")),
    notApplicable(
      "a public server was asked",
      setClient({
        symptom: `Server: dns.google Address: 8.8.8.8 *** dns.google can't find ${apiName}: Non-existent domain`,
      }),
      "8.8.8.8 is a public DNS server",
    ),
    notApplicable(
      "a server in Azure",
      setClient({ symptom: `lookup ${apiName} on 10.0.1.9:53: no such host` }),
    ),
    notAssessed("nobody knows where the API server stands", [
      pasted(`Name: ${apiName} Address: ${apiIp}`),
      setData("privateEndpoint", null),
      setData("privateEndpointNic", null),
      setRecord(),
    ]),
    notApplicable("public cluster", publicRanges),
  ],
  "dns.link-state": [
    pass("complete", []),
    notAssessed("in progress", hubLink("InProgress", "Updating"), "InProgress"),
    fail("failed", hubLink("Failed", "Failed"), { fix: "link vnet delete" }),
    notAssessed("an unknown state", hubLink("Dreaming", "Succeeded"), "Dreaming"),
    pass(
      "another network's link failed",
      setData("privateDnsLinks", [
        linkTo(ids.spoke, "a"),
        linkTo(ids.hub, "b"),
        { ...linkTo(ids.data, "c"), linkState: "Failed" },
      ]),
    ),
    notApplicable("no link of ours", links(ids.data)),
    notAssessed("denied", deny("privateDnsLinks")),
  ],
};
