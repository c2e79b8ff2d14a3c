// Rows for jump hosts beyond their power, and for VPN gateways.

import { idKey } from "../../../../src/core/snapshot/resource-id.ts";
import { collected } from "../../../../src/core/snapshot/section.ts";
import type { SecurityRule } from "../../../../src/core/snapshot/security.ts";
import { besideNodes, denyGateways, setGateways } from "../../../fixtures/entry-changes.ts";
import {
  apiIp,
  defaultRules,
  hubSubscription,
  ids,
  rule,
  spoke,
} from "../../../fixtures/healthy-snapshot.ts";
import {
  type Change,
  databaseHost,
  setAccess,
  setClient,
  setData,
  setJumpHosts,
  setRecord,
  setSpoke,
} from "../../../fixtures/snapshot-changes.ts";
import { clusterDenied, deny, publicRanges } from "../../../fixtures/snapshot-variants.ts";
import { unavailable } from "../../../unavailable.ts";
import { type Rows, row } from "./row.ts";

/** Hosts in the cluster's network only, behind a security group and a route table of the nodes' subnet. */
const nodesNsg = ids.jumpNsg.replace("nsg-jump", "nsg-nodes");
const beside =
  (...rules: readonly SecurityRule[]): Change =>
  (snapshot) => ({
    ...setSpoke({
      subnets: spoke.subnets.map((subnet) => ({ ...subnet, networkSecurityGroupId: nodesNsg })),
    })(setJumpHosts(besideNodes)(snapshot)),
    networkSecurityGroups: {
      [idKey(nodesNsg)]: collected({ id: nodesNsg, name: "nsg-nodes", rules: [...rules, ...defaultRules] }),
    },
  });
const routed =
  (prefix: string, policies: string): Change =>
  (snapshot) => ({
    ...setSpoke({
      subnets: spoke.subnets.map((subnet) => ({
        ...subnet,
        routeTableId: ids.nodeRoutes,
        privateEndpointNetworkPolicies: policies,
      })),
    })(snapshot),
    routeTables: {
      [idKey(ids.nodeRoutes)]: collected({
        id: ids.nodeRoutes,
        name: "rt-nodes",
        disableBgpRoutePropagation: false,
        routes: [
          {
            name: "all",
            addressPrefix: prefix,
            nextHopType: "VirtualAppliance",
            nextHopIpAddress: "10.0.3.4",
          },
        ],
      }),
    },
  });

export const entryRows: Rows = {
  "jump.health": [
    row("agent ready", [], "pass"),
    row("agent silent", [setJumpHosts({ vmAgentState: "Not Ready" })], "warn", {
      says: '"Not Ready"',
      fix: `az vm restart --subscription ${hubSubscription} --resource-group rg-hub --name jump-1`,
    }),
    row("not running", [setJumpHosts({ powerState: collected("deallocated") })], "notApplicable"),
    row(
      "of several, the one that runs",
      [setJumpHosts({ powerState: collected("stopped"), vmAgentState: "Not Ready" }, {})],
      "pass",
    ),
    row("no jump host", [setData("jumpHosts", [])], "notApplicable"),
    row(
      "power state unread",
      [
        setJumpHosts({
          powerState: unavailable("denied", "No right."),
        }),
      ],
      "notAssessed",
    ),
    row("jump hosts unread", [deny("jumpHosts")], "notAssessed"),
    row("public cluster", [publicRanges], "notApplicable"),
  ],
  "jump.placement": [
    row("in the hub", [], "notApplicable", { says: "cluster's own network" }),
    row("beside the nodes", [setJumpHosts(besideNodes)], "pass"),
    row("its security group allows", [beside()], "pass"),
    row("its security group denies 443", [beside(rule("no-https", 300, "Deny", "*", "*"))], "fail", {
      says: `Rule no-https (priority 300) of nsg-nodes denies TCP 443 from jump-aks to ${apiIp}.`,
      fix: "--nsg-name nsg-nodes --name allow-aks-api --priority 299 --direction Outbound",
    }),
    row(
      "its security group names application security groups",
      [beside({ ...rule("asg", 300, "Deny", "*", "*"), usesApplicationSecurityGroups: true })],
      "notAssessed",
    ),
    row(
      "its security group was not read",
      [beside(), (snapshot) => ({ ...snapshot, networkSecurityGroups: {} })],
      "notAssessed",
      { says: "networkSecurityGroups/read on nsg-nodes" },
    ),
    row("a default route elsewhere", [setJumpHosts(besideNodes), routed("0.0.0.0/0", "Disabled")], "pass"),
    row(
      "a route that takes the endpoint away",
      [setJumpHosts(besideNodes), routed(`${apiIp}/32`, "Enabled")],
      "notAssessed",
      { says: 'by "VirtualAppliance"' },
    ),
    row(
      "its routes were not read",
      [
        setJumpHosts(besideNodes),
        routed("0.0.0.0/0", "Disabled"),
        (snapshot) => ({ ...snapshot, routeTables: {} }),
      ],
      "notAssessed",
      { says: "routeTables/read on rt-nodes" },
    ),
    row(
      "whether the endpoint obeys routes is not known",
      [setJumpHosts(besideNodes), routed("0.0.0.0/0", "Disabled"), deny("privateEndpoint")],
      "notAssessed",
    ),
    row(
      "the API server stands in the network",
      [setJumpHosts(besideNodes), setAccess({ enableVnetIntegration: true })],
      "pass",
    ),
    row(
      "the API server has no address",
      [
        setJumpHosts(besideNodes),
        setData("privateEndpoint", null),
        setData("privateEndpointNic", null),
        setRecord(),
      ],
      "notAssessed",
    ),
    row("a host in the hub as well", [setJumpHosts(besideNodes, {})], "notApplicable"),
    row(
      "a host in the hub as well, and the asker comes from the cluster's network",
      [setJumpHosts(besideNodes, databaseHost, {}), setClient({ virtualNetwork: "vnet-aks" })],
      "pass",
    ),
    row("jump hosts unread", [deny("jumpHosts")], "notAssessed"),
    row("public cluster", [publicRanges], "notApplicable"),
  ],
  "vpn.gateway-state": [
    row("none", [], "notConfigured"),
    row("provisioned", [setGateways({})], "pass"),
    row("failed", [setGateways({ provisioningState: "Failed" })], "fail", {
      fix: `az network vnet-gateway reset --subscription ${hubSubscription} --resource-group rg-hub --name vgw-hub`,
    }),
    row("updating", [setGateways({ provisioningState: "Updating" })], "warn", { says: '"Updating"' }),
    row("one of two failed", [setGateways({ provisioningState: "Failed" }, {})], "warn"),
    row("ExpressRoute only", [setGateways({ gatewayType: "ExpressRoute" })], "notConfigured"),
    row("in a network that is not peered", [setGateways({ virtualNetworkId: ids.data })], "notConfigured"),
    row("gateways could not be listed", [denyGateways], "notAssessed"),
    row("public cluster", [publicRanges], "notApplicable"),
    row("denied", [clusterDenied], "notAssessed"),
  ],
};
