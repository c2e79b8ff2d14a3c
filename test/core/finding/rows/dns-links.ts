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
import { type Rows, row } from "./row.ts";

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
    row("linked", [], "pass"),
    row("not linked", [links(ids.hub)], "fail", { fix: `--virtual-network ${ids.spoke}` }),
    row("linked to another zone, which has no record and says so itself", [onlyOther(ids.spoke)], "pass", {
      says: "rg-other is linked to vnet-aks",
    }),
    row(
      "not linked, DNS servers in a linked hub",
      [links(ids.hub), setSpoke({ dnsServers: ["10.0.3.4"] }), dnsMachines("running")],
      "notApplicable",
    ),
    row(
      "not linked, and neither are its DNS servers",
      [links(ids.hub), addDataNetwork, setSpoke({ dnsServers: ["10.20.1.5"] }), dataServer],
      "notApplicable",
    ),
    row(
      "not linked, and its DNS servers may ask another",
      [links(ids.hub), addDataNetwork, setSpoke({ dnsServers: ["10.20.1.5"] }), setFirewall("Succeeded")],
      "notAssessed",
    ),
    row(
      "not linked, DNS servers elsewhere",
      [links(ids.hub), setSpoke({ dnsServers: ["10.99.0.4"] })],
      "notApplicable",
      { says: "The way ends before: No network that is joined with nodes has " },
    ),
    row("denied", [deny("privateDnsLinks")], "notAssessed"),
    row("VNet integration", [inNetwork], "notApplicable"),
  ],
  "dns.link-client": [
    row("linked", [], "pass"),
    row("hub not linked", [links(ids.spoke)], "fail", {
      says: "vnet-hub",
      fix: `--virtual-network ${ids.hub}`,
    }),
    row("hub linked to another zone of the name, which is right", [onlyOther(ids.hub, apiIp)], "pass", {
      says: "rg-other",
    }),
    row("hub linked to another zone, whose record is old", [onlyOther(ids.hub, "10.10.0.77")], "pass", {
      says: "rg-other is linked to vnet-hub",
    }),
    row("hub linked to another zone without the record", [onlyOther(ids.hub)], "pass", {
      says: "rg-other is linked to vnet-hub",
    }),
    row("hub not linked, and another zone's links are hidden", [onlyOther(null)], "notAssessed"),
    row("hub not linked, no jump host", [links(ids.spoke), setData("jumpHosts", [])], "fail"),
    row(
      "the asker's own network is linked",
      [links(ids.spoke, ids.hub), setClient({ virtualNetwork: "VNET-HUB" })],
      "pass",
    ),
    row("the asker's own network is not", [addDataNetwork, setClient({ virtualNetwork: ids.data })], "fail", {
      says: "vnet-data",
    }),
    row("the asker's own address says where", [addDataNetwork, setClient({ ip: "10.20.1.9" })], "fail"),
    row("a network nobody knows", [setClient({ virtualNetwork: "vnet-moon" })], "notAssessed", {
      says: "Needs the network that you come from.",
    }),
    row("a database's network is nobody's way in", [addDataNetwork, setJumpHosts({}, databaseHost)], "pass"),
    row(
      "one of two jump networks",
      [addDataNetwork, setJumpHosts({}, { ...databaseHost, name: "jump-2" })],
      "warn",
      { says: "vnet-data" },
    ),
    row(
      "DNS servers of its own",
      [links(ids.spoke), setHub({ dnsServers: ["10.0.3.4"] }), dnsMachines("running")],
      "notApplicable",
    ),
    row("in the cluster's network", [setClient({ virtualNetwork: "vnet-aks" })], "notApplicable"),
    row("denied", [deny("privateDnsLinks")], "notAssessed"),
    row("hub denied and not linked", [hubDenied, links(ids.spoke)], "notAssessed"),
  ],
  "dns.link-resolver": [
    row("Azure's DNS", [], "notApplicable"),
    row(
      "servers in the linked hub",
      [setSpoke({ dnsServers: ["10.0.3.4"] }), dnsMachines("running")],
      "pass",
    ),
    row(
      "servers in a network that is linked to another zone without the record",
      [onlyOther(ids.hub), setSpoke({ dnsServers: ["10.0.3.4"] }), dnsMachines("running")],
      "pass",
      { says: "rg-other" },
    ),
    row(
      "servers in a network without link",
      [addDataNetwork, setHub({ dnsServers: ["10.20.1.5"] }), dataServer, hubToData],
      "fail",
      { fix: `--virtual-network ${ids.data}` },
    ),
    row(
      "servers in a network without link, and a firewall in the linked hub that they may ask",
      [
        addDataNetwork,
        setHub({ dnsServers: ["10.20.1.5"] }),
        setFirewall("Succeeded"),
        dataServer,
        hubToData,
      ],
      "notAssessed",
      { says: "forwards to, Azure does not show" },
    ),
    row(
      "servers in a network without link, and a linked network that was not read",
      [addDataNetwork, setHub({ dnsServers: ["10.20.1.5"] }), links(ids.spoke, ids.hub, ids.dns)],
      "notAssessed",
    ),
    row(
      "a resolver in a network without link forwards nothing",
      [setHub({ dnsServers: ["10.30.0.4"] }), setResolver("Succeeded"), setFirewall("Succeeded")],
      "notApplicable",
      { says: "The way ends before: No network that is joined with jump" },
    ),
    row(
      "a resolver's endpoint answers from its own network",
      [setHub({ dnsServers: ["10.30.0.4"] }), setResolver("Succeeded"), hubToResolver],
      "fail",
      { fix: `--virtual-network ${ids.dns}` },
    ),
    row(
      "a resolver in a linked network",
      [
        setHub({ dnsServers: ["10.30.0.4"] }),
        setResolver("Succeeded"),
        hubToResolver,
        links(ids.spoke, ids.hub, ids.dns),
      ],
      "pass",
    ),
    row(
      "the linked hub's firewall",
      [setSpoke({ dnsServers: ["10.0.4.4"] }), setFirewall("Succeeded", { dnsProxy: true })],
      "pass",
      { says: "vnet-hub" },
    ),
    row("servers out of sight", [setHub({ dnsServers: ["192.168.1.1"] })], "notApplicable", {
      says: "The way ends before: No network that is joined with jump",
    }),
    row("Azure's DNS, written out", [setHub({ dnsServers: ["168.63.129.16"] })], "notApplicable"),
    row("denied", [deny("peerNetworks")], "notAssessed"),
  ],
  "dns.duplicate-zone": [
    row("no other zone", [], "notApplicable"),
    row("the hub hears another one, which is right", [onlyOther(ids.hub, apiIp)], "pass", { says: apiIp }),
    row("whose record is old", [onlyOther(ids.hub, "10.10.0.77")], "fail", {
      says: "answers with 10.10.0.77, and the API server stands at 10.10.0.4",
      fix: "aRecords[0].ipv4Address=10.10.0.4",
    }),
    row("that has no record, for nodes", [onlyOther(ids.spoke)], "fail", {
      says: "rg-other has no record",
      fix: "add-record",
    }),
    row("links are hidden", [onlyOther(null)], "notAssessed"),
  ],
  "dns.link-registration": [
    row("off", [], "pass"),
    row(
      "on",
      [setData("privateDnsLinks", [{ ...linkTo(ids.spoke, "link-aks"), registrationEnabled: true }])],
      "warn",
      { says: "link-aks", fix: "--name link-aks --registration-enabled false" },
    ),
    row("links denied", [deny("privateDnsLinks")], "notAssessed"),
    row("public cluster", [publicRanges], "notApplicable"),
  ],
  "dns.onprem-forwarding": [
    row("nothing was pasted", [], "notApplicable", { says: "nslookup prod-1-x1y2" }),
    row("the server knows it", [pasted(`Name: ${apiName} Address: ${apiIp}`)], "pass", { says: apiIp }),
    row("the server does not", [pasted(`*** dns can't find ${apiName}: Non-existent domain`)], "fail", {
      says: "192.168.1.53 does not know",
    }),
    row("the server knows another address", [pasted(`Name: ${apiName} Address: 10.99.0.4`)], "fail", {
      says: "192.168.1.53 answers 10.99.0.4",
    }),
    row("another name", [pasted("*** dns can't find example.com: NXDOMAIN")], "notApplicable"),
    row(
      "a public server was asked",
      [
        setClient({
          symptom: `Server: dns.google Address: 8.8.8.8 *** dns.google can't find ${apiName}: Non-existent domain`,
        }),
      ],
      "notApplicable",
      { says: "8.8.8.8 is a public DNS server" },
    ),
    row(
      "a server in Azure",
      [setClient({ symptom: `lookup ${apiName} on 10.0.1.9:53: no such host` })],
      "notApplicable",
    ),
    row(
      "nobody knows where the API server stands",
      [
        pasted(`Name: ${apiName} Address: ${apiIp}`),
        setData("privateEndpoint", null),
        setData("privateEndpointNic", null),
        setRecord(),
      ],
      "notAssessed",
    ),
    row("public cluster", [publicRanges], "notApplicable"),
  ],
  "dns.link-state": [
    row("complete", [], "pass"),
    row("in progress", [hubLink("InProgress", "Updating")], "notAssessed", { says: "InProgress" }),
    row("failed", [hubLink("Failed", "Failed")], "fail", { fix: "link vnet delete" }),
    row("an unknown state", [hubLink("Dreaming", "Succeeded")], "notAssessed", { says: "Dreaming" }),
    row(
      "another network's link failed",
      [
        setData("privateDnsLinks", [
          linkTo(ids.spoke, "a"),
          linkTo(ids.hub, "b"),
          { ...linkTo(ids.data, "c"), linkState: "Failed" },
        ]),
      ],
      "pass",
    ),
    row("no link of ours", [links(ids.data)], "notApplicable"),
    row("denied", [deny("privateDnsLinks")], "notAssessed"),
  ],
};
