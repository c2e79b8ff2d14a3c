// Rows for pe.* and dns.*: the private endpoint and its name.

import type { OtherZone } from "../../../../src/core/snapshot/network.ts";
import { collected } from "../../../../src/core/snapshot/section.ts";
import { apiIp, ids, linkTo, recordName, zoneName } from "../../../fixtures/healthy-snapshot.ts";
import {
  type Change,
  setAccess,
  setCluster,
  setData,
  setRecord,
} from "../../../fixtures/snapshot-changes.ts";
import { unlist } from "../../../fixtures/snapshot-nodes.ts";
import { deny, publicRanges } from "../../../fixtures/snapshot-variants.ts";
import { setVnetIntegration } from "../../../fixtures/snapshot-vnet-integration.ts";
import { unavailable } from "../../../unavailable.ts";
import { type Rows, row } from "./row.ts";

const connection = (status: string) =>
  setData("privateEndpointConnections", [{ id: ids.connection, privateEndpointId: ids.endpoint, status }]);
const noEndpoint = setData("privateEndpoint", null);
const noZone = setData("privateDnsZone", null);
const noRecord = setData("apiServerRecord", null);
const zoneCalled = (name: string) =>
  setData("privateDnsZone", {
    id: ids.zone.replace(zoneName, name),
    name,
    provisioningState: "Succeeded",
  });
const northern = zoneCalled("privatelink.northeurope.azmk8s.io");
const unread = unavailable("denied", { is: "resourceNotRead", name: "it" });
const answer = collected({ id: "a", name: "prod-1", addresses: [apiIp], isAutoRegistered: false });

/** A zone of the right name in another group, to which the cluster's network is linked. */
const beside =
  (record: OtherZone["record"]): Change =>
  (snapshot) => {
    const name = "privatelink.westeurope.azmk8s.io";
    const id = `/subscriptions/6f1d2c3b-4a59-4e87-9b60-2d1c0e5f7a81/resourceGroups/rg-dns/providers/Microsoft.Network/privateDnsZones/${name}`;
    const zone = { id, name, provisioningState: "Succeeded" };
    const links = collected([linkTo(ids.spoke, "link-1")]);
    return { ...snapshot, otherZones: { items: [{ zone, links, record }], missing: [] } };
  };
const zonesHidden =
  (subscription: string): Change =>
  (snapshot) => {
    const needs = [
      { action: "Microsoft.Network/privateDnsZones/read", scope: `/subscriptions/${subscription}` },
    ];
    return { ...snapshot, otherZones: { items: [], missing: [{ ...unread, needs }] } };
  };
const nicAt = (privateIpAddress: string) =>
  setData("privateEndpointNic", {
    id: ids.nic,
    provisioningState: "Succeeded",
    enableIpForwarding: false,
    ipConfigurations: [{ privateIpAddress }],
  });
const endpointWith = (...ipAddresses: readonly string[]) =>
  setData("privateEndpoint", {
    id: ids.endpoint,
    name: "kube-apiserver",
    provisioningState: "Succeeded",
    subnetId: ids.nodeSubnet,
    networkInterfaceIds: [ids.nic],
    customDnsConfigs: ipAddresses.length === 0 ? [] : [{ ipAddresses }],
  });
const noZoneMode = setAccess({ privateDnsZone: "none" });
const ownZone = setAccess({ privateDnsZone: ids.zone });
const inNetwork = setAccess({ enableVnetIntegration: true });

export const privateRows: Rows = {
  "pe.exists": [
    row("there", [], "pass"),
    row("gone", [noEndpoint], "fail", { says: "MC_rg-prod_prod-1_westeurope", fix: "az aks update" }),
    row("denied", [deny("privateEndpoint")], "notAssessed"),
    row("public cluster", [publicRanges], "notApplicable"),
    row("VNet integration", [inNetwork], "notApplicable"),
  ],
  "pe.connection-approved": [
    row("approved", [], "pass"),
    row("pending", [connection("Pending")], "fail", { fix: `--ids ${ids.connection}` }),
    row("rejected", [connection("Rejected")], "fail", {
      fix: "properties.privateLinkServiceConnectionState.status=Approved",
    }),
    row("disconnected", [connection("Disconnected")], "fail", { fix: "az aks update" }),
    row("an unknown state", [connection("Wavering")], "notAssessed", { says: "Wavering" }),
    row("no connection listed", [setData("privateEndpointConnections", [])], "notAssessed"),
    row("only the endpoint is unreadable", [deny("privateEndpoint")], "pass"),
    row("denied", [deny("privateEndpointConnections")], "notAssessed"),
    row("no endpoint", [noEndpoint], "notApplicable"),
  ],
  "pe.ip": [
    row("known", [], "pass", { says: apiIp }),
    row("interface denied", [deny("privateEndpointNic")], "pass", { says: apiIp }),
    row("interface denied, endpoint silent", [deny("privateEndpointNic"), endpointWith()], "notAssessed"),
    row("no address anywhere", [setData("privateEndpointNic", null), endpointWith()], "fail"),
    row("the two disagree", [nicAt("10.10.0.9")], "fail", { says: "10.10.0.9" }),
    row("outside its subnet", [nicAt("10.99.0.4"), endpointWith("10.99.0.4")], "fail", { says: "outside" }),
    row("denied", [deny("privateEndpoint")], "notAssessed"),
    row("no endpoint", [noEndpoint], "notApplicable"),
  ],
  "dns.zone-exists": [
    row("there", [], "pass"),
    row("gone, AKS's own", [noZone], "fail", { fix: "az aks update" }),
    row("gone, one's own", [noZone, ownZone], "fail", { fix: `private-dns zone create` }),
    row("gone, one's own: its record comes back with it", [noZone, ownZone], "fail", {
      fix: "record-set a add-record",
    }),
    row("gone, one's own: the network that people come from is linked again", [noZone, ownZone], "fail", {
      fix: "--name link-vnet-hub",
    }),
    row(
      "gone, one's own, and where its record leads is not known",
      [noZone, ownZone, deny("privateEndpointNic"), endpointWith()],
      "fail",
      {
        fix: "az aks update",
      },
    ),
    row(
      "an unknown state",
      [setData("privateDnsZone", { id: ids.zone, name: zoneName, provisioningState: "Musing" })],
      "notAssessed",
      { says: "Musing" },
    ),
    row(
      "a change that failed",
      [setData("privateDnsZone", { id: ids.zone, name: zoneName, provisioningState: "Failed" })],
      "warn",
    ),
    row("denied", [deny("privateDnsZone")], "notAssessed"),
    row("no zone wanted", [noZoneMode], "notApplicable"),
    row("public cluster", [publicRanges], "notApplicable"),
  ],
  "dns.zone-name": [
    row("right", [], "pass"),
    row(
      "right, no label in front",
      [
        zoneCalled("privatelink.westeurope.azmk8s.io"),
        setCluster({ privateFqdn: "prod-1-x1y2.privatelink.westeurope.azmk8s.io" }),
      ],
      "pass",
    ),
    row("another region", [zoneCalled("privatelink.northeurope.azmk8s.io")], "fail", {
      says: "privatelink.westeurope.azmk8s.io",
      fix: "--ipv4-address 10.10.0.4",
    }),
    row("another region, and the right one beside it answers", [northern, beside(answer)], "pass", {
      says: "privatelink.westeurope.azmk8s.io answers for it",
    }),
    // Azure makes no zone and no link twice.
    row(
      "another region, and the right one beside it has no record",
      [northern, beside(collected(null))],
      "fail",
      {
        fix: "az network private-dns record-set a add-record --subscription 6f1d2c3b-4a59-4e87-9b60-2d1c0e5f7a81 --resource-group rg-dns",
      },
    ),
    row(
      "another region, and what the right one holds was not read",
      [northern, beside(unread)],
      "notAssessed",
    ),
    row(
      "another region, and other zones beside it were not listed",
      [northern, zonesHidden("6f1d2c3b-4a59-4e87-9b60-2d1c0e5f7a81")],
      "notAssessed",
    ),
    row("another region, and zones elsewhere were not listed", [northern, zonesHidden("elsewhere")], "fail"),
    row("no privatelink, without the record", [zoneCalled("azmk8s.io"), noRecord], "fail"),
    row("no privatelink, but the record stands there", [zoneCalled("azmk8s.io")], "pass"),
    row("no privatelink, record denied", [zoneCalled("azmk8s.io"), deny("apiServerRecord")], "notAssessed"),
    row(
      "a subzone of one's own",
      [
        zoneCalled("team-a.privatelink.westeurope.azmk8s.io"),
        setCluster({ privateFqdn: "prod-1.team-a.privatelink.westeurope.azmk8s.io" }),
        noRecord,
      ],
      "pass",
    ),
    row(
      "a subzone of two labels",
      [
        zoneCalled("a.team.privatelink.westeurope.azmk8s.io"),
        setCluster({ privateFqdn: "prod-1.a.team.privatelink.westeurope.azmk8s.io" }),
      ],
      "pass",
    ),
    row("another cluster's zone", [zoneCalled(`other.privatelink.westeurope.azmk8s.io`)], "fail"),
    row("denied", [deny("privateDnsZone")], "notAssessed"),
    row("no zone", [noZone], "notApplicable"),
  ],
  "dns.a-record-present": [
    row("there", [], "pass"),
    row("absent", [noRecord], "fail", { fix: `--record-set-name ${recordName} --ipv4-address ${apiIp}` }),
    row("empty", [setRecord()], "fail"),
    row("absent, address unknown", [noRecord, deny("privateEndpointNic"), endpointWith()], "fail", {
      says: "has no record of the API server",
    }),
    row(
      "registered by a machine",
      [setData("apiServerRecord", { id: "", name: recordName, addresses: [apiIp], isAutoRegistered: true })],
      "pass",
    ),
    row("denied", [deny("apiServerRecord")], "notAssessed"),
  ],
  "dns.a-record-extra": [
    row("one address", [], "pass"),
    row("two addresses, one of which leads nowhere", [setRecord(apiIp, "10.10.0.77")], "warn", {
      says: "Beside 10.10.0.4",
      fix: "remove-record",
    }),
    row(
      "registered by a machine",
      [setData("apiServerRecord", { id: "", name: recordName, addresses: [apiIp], isAutoRegistered: true })],
      "warn",
      { says: "registered by a virtual machine" },
    ),
    row("all of them are old", [setRecord("10.10.0.76", "10.10.0.77")], "notApplicable"),
    row("denied", [deny("apiServerRecord")], "notAssessed"),
    row("no record", [noRecord], "notApplicable"),
  ],
  "dns.a-record-match": [
    row("equal", [], "pass"),
    row("stale", [setRecord("10.10.0.77")], "fail", {
      says: "10.10.0.77",
      fix: `'aRecords[0].ipv4Address=${apiIp}'`,
    }),
    row("one of two", [setRecord(apiIp, "10.10.0.77")], "pass"),
    row("two stale ones", [setRecord("10.10.0.76", "10.10.0.77")], "fail", { fix: "add-record" }),
    row("interface denied", [deny("privateEndpointNic")], "pass"),
    row("address unknown", [deny("privateEndpointNic"), endpointWith()], "notAssessed", { says: "It takes" }),
    row("record denied", [deny("apiServerRecord")], "notAssessed"),
    row("VNet integration", [setVnetIntegration()], "pass", { says: "10.10.8.4" }),
    row("VNet integration, stale", [setVnetIntegration(), setRecord("10.10.8.9")], "fail", {
      fix: "aRecords[0].ipv4Address=10.10.8.4",
    }),
    row("VNet integration, no load balancer", [setVnetIntegration({ balancer: null })], "pass"),
    row(
      "VNet integration, balancers out of sight",
      [setVnetIntegration({ balancer: null }), unlist("loadBalancers")],
      "notAssessed",
      { says: "loadBalancers/read" },
    ),
    row("no record", [noRecord], "notApplicable"),
  ],
};
