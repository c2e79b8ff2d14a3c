// Every write that a fix may make, and no other: a row for each shape of line that a repair prints, with the flags that
// say where it is, its other flags, what is written, and why nothing takes it back where nothing does.
// A line with any other flag or value is only shown, never made.
import { type Action, row } from "./action.ts";
import type { ArmAction, What } from "./arm-write.ts";
import * as body from "./line-bodies.ts";
import { change, drop, type Given, givenAs, onlyIf, put, setting } from "./line-values.ts";

const machine = "Microsoft.Compute/virtualMachines";
const machineSet = "Microsoft.Compute/virtualMachineScaleSets";
const cluster = "Microsoft.ContainerService/managedClusters";
const pool = "Microsoft.ContainerService/managedClusters/agentPools";
const endpointConnection = "Microsoft.ContainerService/managedClusters/privateEndpointConnections";
const zone = "Microsoft.Network/privateDnsZones";
const link = "Microsoft.Network/privateDnsZones/virtualNetworkLinks";
const record = "Microsoft.Network/privateDnsZones/A";
const network = "Microsoft.Network/virtualNetworks";
const subnet = "Microsoft.Network/virtualNetworks/subnets";
const peering = "Microsoft.Network/virtualNetworks/virtualNetworkPeerings";
const rule = "Microsoft.Network/networkSecurityGroups/securityRules";
const table = "Microsoft.Network/routeTables";
const route = "Microsoft.Network/routeTables/routes";
const nic = "Microsoft.Network/networkInterfaces";
const address = "Microsoft.Network/publicIPAddresses";
const nat = "Microsoft.Network/natGateways";
const firewall = "Microsoft.Network/azureFirewalls";
const policy = "Microsoft.Network/firewallPolicies";
const ruleGroup = "Microsoft.Network/firewallPolicies/ruleCollectionGroups";
const circuitPeering = "Microsoft.Network/expressRouteCircuits/peerings";
const gateway = "Microsoft.Network/virtualNetworkGateways";
const bastion = "Microsoft.Network/bastionHosts";

const act = (action: ArmAction) => (): What => ({ do: "act", action });
const remove = (): What => ({ do: "delete" });

const outbound = ["networkProfile", "loadBalancerProfile"];
const ranges = "api-server-authorized-ip-ranges";
const addresses = "load-balancer-managed-outbound-ip-count";
const ports = "load-balancer-outbound-ports";

const authorized = (given: Given) =>
  change(put(["apiServerAccessProfile", "authorizedIPRanges"], givenAs.ranges(given, ranges)));
const moreAddresses = (given: Given) =>
  change(put([...outbound, "managedOutboundIPs", "count"], givenAs.count(given, addresses)));
const morePorts = (given: Given) =>
  change(put([...outbound, "allocatedOutboundPorts"], givenAs.count(given, ports)));
const runCommandOn = () => change(put(["apiServerAccessProfile", "disableRunCommand"], false));
const publicName = () => change(put(["apiServerAccessProfile", "enablePrivateClusterPublicFqdn"], true));
const poolRuns = () => change(put(["powerState", "code"], "Running"));
const countOf = (flag: string, path: readonly string[]) => (given: Given) =>
  change(put(path, givenAs.count(given, flag)));

const approved = (given: Given) =>
  onlyIf(
    setting(given, "properties.privateLinkServiceConnectionState.status") === "Approved",
    change(put(["privateLinkServiceConnectionState", "status"], "Approved")),
  );
const firstAddress = (given: Given) =>
  change(put(["aRecords", 0, "ipv4Address"], setting(given, "aRecords[0].ipv4Address")));
const registers = (given: Given) =>
  change(put(["registrationEnabled"], givenAs.yesNo(given, "registration-enabled")));
const encrypts = (given: Given) =>
  change(put(["encryption", "enabled"], givenAs.yesNo(given, "enable-encryption")));
const detached = (given: Given) =>
  onlyIf(given.value("remove") === "routeTable", change(drop(["routeTable"])));
const forwards = (given: Given) => change(put(["enableIPForwarding"], givenAs.yesNo(given, "ip-forwarding")));
const noServers = (given: Given) =>
  onlyIf(given.value("dns-servers") === "[]", change(put(["dnsSettings", "dnsServers"], [])));
const proxyOn = (given: Given) =>
  onlyIf(
    setting(given, "properties.dnsSettings.enableProxy") === "true",
    change(put(["dnsSettings", "enableProxy"], true)),
  );
const translates = (given: Given) =>
  onlyIf(given.value("remove") === "properties.snat", change(drop(["snat"])));
const circuitOn = (given: Given) =>
  onlyIf(setting(given, "state") === "Enabled", change(put(["state"], "Enabled")));
const protocols = (given: Given) =>
  change(put(["vpnClientConfiguration", "vpnClientProtocols"], given.values("client-protocol")));

const flow =
  "priority direction access protocol source-address-prefixes destination-address-prefixes destination-port-ranges";
const half =
  "remote-vnet allow-vnet-access allow-forwarded-traffic? allow-gateway-transit? use-remote-gateways? peer-complete-vnets? local-subnet-names? remote-subnet-names?";
const scaling = "update-cluster-autoscaler min-count max-count";

export const actions: readonly Action[] = [
  // By then somebody is signed in there.
  row("vm start", machine, "name", "", act("start"), "cutsOff"),
  row("vm restart", machine, "name", "", act("restart"), "noStateBefore"),
  row(
    "vmss scale",
    machineSet,
    "name",
    "new-capacity",
    countOf("new-capacity", ["sku", "capacity"]),
    "cutsOff",
  ),

  row("aks start", cluster, "name", "", act("start"), "cutsOff"),
  row("aks rotate-certs", cluster, "name", "yes", act("rotateClusterCertificates"), "oneWay"),
  row("aks update", cluster, "name", "yes", act("reapply"), "noStateBefore"),
  row("aks update", cluster, "name", ranges, authorized),
  row("aks update", cluster, "name", "enable-run-command", runCommandOn),
  row("aks update", cluster, "name", "enable-public-fqdn", publicName),
  row("aks update", cluster, "name", addresses, moreAddresses),
  row("aks update", cluster, "name", ports, morePorts),
  // By then pods run on these nodes.
  row(
    "aks nodepool add",
    pool,
    "cluster-name name",
    "mode node-count node-vm-size",
    body.nodePool,
    "cutsOff",
  ),
  row("aks nodepool start", pool, "cluster-name name", "", poolRuns, "cutsOff"),
  row(
    "aks nodepool scale",
    pool,
    "cluster-name name",
    "node-count",
    countOf("node-count", ["count"]),
    "cutsOff",
  ),
  row("aks nodepool update", pool, "cluster-name name", scaling, body.autoscalerLimits, "cutsOff"),
  // An approved endpoint can only be turned down, which is not what it was.
  row("resource update", endpointConnection, "ids", "api-version set", approved, "oneWay"),

  row("network private-dns zone create", zone, "name", "", body.zone, "stays"),
  row(
    "network private-dns link vnet create",
    link,
    "zone-name name",
    "virtual-network registration-enabled",
    body.link,
  ),
  row("network private-dns link vnet update", link, "zone-name name", "registration-enabled", registers),
  row("network private-dns link vnet delete", link, "zone-name name", "yes", remove),
  row("network private-dns record-set a update", record, "zone-name name", "set", firstAddress),
  row(
    "network private-dns record-set a add-record",
    record,
    "zone-name record-set-name",
    "ipv4-address",
    body.addRecord,
  ),
  row(
    "network private-dns record-set a remove-record",
    record,
    "zone-name record-set-name",
    "ipv4-address",
    body.removeRecord,
  ),

  row("network vnet peering create", peering, "vnet-name name", half, body.peering),
  row("network vnet peering delete", peering, "vnet-name name", "", remove),
  row("network vnet peering sync", peering, "vnet-name name", "", act("sync"), "oneWay"),
  row("network vnet peering update", peering, "vnet-name name", "set", body.peeringSetting),

  row("network nsg rule create", rule, "nsg-name name", flow, body.securityRule),
  row("network nsg rule delete", rule, "nsg-name name", "", remove),
  row("network route-table create", table, "name", "location", body.routeTable),
  row(
    "network route-table route create",
    route,
    "route-table-name name",
    "address-prefix next-hop-type next-hop-ip-address?",
    body.route,
  ),
  row("network route-table route delete", route, "route-table-name name", "", remove),

  row("network vnet update", network, "name", "enable-encryption", encrypts),
  row("network vnet subnet update", subnet, "vnet-name name", "nat-gateway", body.leavesBy),
  row("network vnet subnet update", subnet, "vnet-name name", "route-table", body.attachTable),
  row("network vnet subnet update", subnet, "vnet-name name", "remove", detached),
  row("network vnet subnet update", subnet, "vnet-name name", "delegations", body.delegations),
  row("network nic update", nic, "name", "ip-forwarding", forwards),
  row("network nic update", nic, "name", "dns-servers", noServers),

  row("network public-ip create", address, "name", "location sku", body.publicAddress),
  row("network nat gateway create", nat, "name", "location public-ip-addresses", body.natGateway),
  row("network nat gateway update", nat, "name", "public-ip-addresses", body.natAddresses),
  row("network nat gateway update", nat, "name", "", act("reapply"), "noStateBefore"),
  row("resource update", firewall, "ids", "", act("reapply"), "noStateBefore"),
  // By then networks leave by it.
  row("resource update", firewall, "ids", "set", body.firewallPlace, "cutsOff"),
  row("resource update", policy, "ids", "api-version set", proxyOn),
  row("resource update", policy, "ids", "remove", translates),
  row("resource create", ruleGroup, "id", "api-version properties", body.ruleCollectionGroup),

  row("network express-route peering update", circuitPeering, "circuit-name name", "set", circuitOn),
  row("network vnet-gateway reset", gateway, "name", "", act("reset"), "noStateBefore"),
  row("network vnet-gateway update", gateway, "name", "client-protocol", protocols),
  row("resource update", bastion, "ids", "api-version set", body.bastionTunnels),
  // Azure takes no Bastion back to Basic.
  row("resource update", bastion, "ids", "api-version set", body.bastionUpgrade, "oneWay"),
];
