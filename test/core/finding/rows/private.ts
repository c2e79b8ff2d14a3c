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
import { fail, notApplicable, notAssessed, pass, type Rows, warn } from "./row.ts";

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
const unread = unavailable("denied", { is: "resourceNotAsked", name: "it" });
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
    pass("there", []),
    fail("gone", noEndpoint, { says: "MC_rg-prod_prod-1_westeurope", fix: "az aks update" }),
    notAssessed("denied", deny("privateEndpoint")),
    notApplicable("public cluster", publicRanges),
    notApplicable("VNet integration", inNetwork),
  ],
  "pe.connection-approved": [
    pass("approved", []),
    fail("pending", connection("Pending"), { fix: `--ids ${ids.connection}` }),
    fail("rejected", connection("Rejected"), {
      fix: "properties.privateLinkServiceConnectionState.status=Approved",
    }),
    fail("disconnected", connection("Disconnected"), { fix: "az aks update" }),
    notAssessed("an unknown state", connection("Wavering"), "Wavering"),
    notAssessed("no connection listed", setData("privateEndpointConnections", [])),
    pass("only the endpoint is unreadable", deny("privateEndpoint")),
    notAssessed("denied", deny("privateEndpointConnections")),
    notApplicable("no endpoint", noEndpoint),
  ],
  "pe.ip": [
    pass("known", [], apiIp),
    pass("interface denied", deny("privateEndpointNic"), apiIp),
    notAssessed("interface denied, endpoint silent", [deny("privateEndpointNic"), endpointWith()]),
    fail("no address anywhere", [setData("privateEndpointNic", null), endpointWith()]),
    fail("the two disagree", nicAt("10.10.0.9"), "10.10.0.9"),
    fail("outside its subnet", [nicAt("10.99.0.4"), endpointWith("10.99.0.4")], "outside"),
    notAssessed("denied", deny("privateEndpoint")),
    notApplicable("no endpoint", noEndpoint),
  ],
  "dns.zone-exists": [
    pass("there", []),
    fail("gone, AKS's own", noZone, { fix: "az aks update" }),
    fail("gone, one's own", [noZone, ownZone], { fix: `private-dns zone create` }),
    fail("gone, one's own: its record comes back with it", [noZone, ownZone], {
      fix: "record-set a add-record",
    }),
    fail("gone, one's own: the network that people come from is linked again", [noZone, ownZone], {
      fix: "--name link-vnet-hub",
    }),
    fail(
      "gone, one's own, and where its record leads is not known",
      [noZone, ownZone, deny("privateEndpointNic"), endpointWith()],
      { fix: "az aks update" },
    ),
    notAssessed(
      "an unknown state",
      setData("privateDnsZone", { id: ids.zone, name: zoneName, provisioningState: "Musing" }),
      "Musing",
    ),
    notAssessed(
      "a change that failed",
      setData("privateDnsZone", { id: ids.zone, name: zoneName, provisioningState: "Failed" }),
      "it may work all the same",
    ),
    notAssessed("denied", deny("privateDnsZone")),
    notApplicable("no zone wanted", noZoneMode),
    notApplicable("public cluster", publicRanges),
  ],
  "dns.zone-name": [
    pass("right", []),
    pass("right, no label in front", [
      zoneCalled("privatelink.westeurope.azmk8s.io"),
      setCluster({ privateFqdn: "prod-1-x1y2.privatelink.westeurope.azmk8s.io" }),
    ]),
    fail("another region", zoneCalled("privatelink.northeurope.azmk8s.io"), {
      says: "privatelink.westeurope.azmk8s.io",
      fix: "--ipv4-address 10.10.0.4",
    }),
    pass("another region, and the right one beside it answers", [northern, beside(answer)], {
      says: "privatelink.westeurope.azmk8s.io answers for it",
    }),
    // Azure makes no zone and no link twice.
    fail("another region, and the right one beside it has no record", [northern, beside(collected(null))], {
      fix: "az network private-dns record-set a add-record --subscription 6f1d2c3b-4a59-4e87-9b60-2d1c0e5f7a81 --resource-group rg-dns",
    }),
    notAssessed("another region, and what the right one holds was not read", [northern, beside(unread)]),
    notAssessed("another region, and other zones beside it were not listed", [
      northern,
      zonesHidden("6f1d2c3b-4a59-4e87-9b60-2d1c0e5f7a81"),
    ]),
    fail("another region, and zones elsewhere were not listed", [northern, zonesHidden("elsewhere")]),
    fail("no privatelink, without the record", [zoneCalled("azmk8s.io"), noRecord]),
    pass("no privatelink, but the record stands there", zoneCalled("azmk8s.io")),
    notAssessed("no privatelink, record denied", [zoneCalled("azmk8s.io"), deny("apiServerRecord")]),
    pass("a subzone of one's own", [
      zoneCalled("team-a.privatelink.westeurope.azmk8s.io"),
      setCluster({ privateFqdn: "prod-1.team-a.privatelink.westeurope.azmk8s.io" }),
      noRecord,
    ]),
    pass("a subzone of two labels", [
      zoneCalled("a.team.privatelink.westeurope.azmk8s.io"),
      setCluster({ privateFqdn: "prod-1.a.team.privatelink.westeurope.azmk8s.io" }),
    ]),
    fail("another cluster's zone", zoneCalled(`other.privatelink.westeurope.azmk8s.io`)),
    notAssessed("denied", deny("privateDnsZone")),
    notApplicable("no zone", noZone),
  ],
  "dns.a-record-present": [
    pass("there", []),
    fail("absent", noRecord, { fix: `--record-set-name ${recordName} --ipv4-address ${apiIp}` }),
    fail("empty", setRecord()),
    fail("absent, address unknown", [noRecord, deny("privateEndpointNic"), endpointWith()], {
      says: "has no record of the API server",
    }),
    pass(
      "registered by a machine",
      setData("apiServerRecord", { id: "", name: recordName, addresses: [apiIp], isAutoRegistered: true }),
    ),
    notAssessed("denied", deny("apiServerRecord")),
  ],
  "dns.a-record-extra": [
    pass("one address", []),
    warn("two addresses, one of which leads nowhere", setRecord(apiIp, "10.10.0.77"), {
      says: "Beside 10.10.0.4",
      fix: "remove-record",
    }),
    warn(
      "registered by a machine",
      setData("apiServerRecord", { id: "", name: recordName, addresses: [apiIp], isAutoRegistered: true }),
      "registered by a virtual machine",
    ),
    notApplicable("all of them are old", setRecord("10.10.0.76", "10.10.0.77")),
    notAssessed("denied", deny("apiServerRecord")),
    notApplicable("no record", noRecord),
  ],
  "dns.a-record-match": [
    pass("equal", []),
    fail("stale", setRecord("10.10.0.77"), { says: "10.10.0.77", fix: `'aRecords[0].ipv4Address=${apiIp}'` }),
    pass("one of two", setRecord(apiIp, "10.10.0.77")),
    fail("two stale ones", setRecord("10.10.0.76", "10.10.0.77"), { fix: "add-record" }),
    pass("interface denied", deny("privateEndpointNic")),
    notAssessed("address unknown", [deny("privateEndpointNic"), endpointWith()], "It takes"),
    notAssessed("record denied", deny("apiServerRecord")),
    pass("VNet integration", setVnetIntegration(), "10.10.8.4"),
    fail("VNet integration, stale", [setVnetIntegration(), setRecord("10.10.8.9")], {
      fix: "aRecords[0].ipv4Address=10.10.8.4",
    }),
    pass("VNet integration, no load balancer", setVnetIntegration({ balancer: null })),
    notAssessed(
      "VNet integration, balancers out of sight",
      [setVnetIntegration({ balancer: null }), unlist("loadBalancers")],
      "loadBalancers/read",
    ),
    notApplicable("no record", noRecord),
  ],
};
