// Rows for jump hosts beyond their power, and for VPN gateways.

import { idKey } from "../../../../src/core/snapshot/resource-id.ts";
import { collected } from "../../../../src/core/snapshot/section.ts";
import type { SecurityRule } from "../../../../src/core/snapshot/security.ts";
import { besideNodes, denyGateways, setGateways } from "../../../fixtures/entry-changes.ts";
import { withTunnel } from "../../../fixtures/gateway-changes.ts";
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
import { fail, notApplicable, notAssessed, notConfigured, pass, type Rows, warn } from "./row.ts";

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
    pass("agent ready", []),
    warn("agent silent", setJumpHosts({ vmAgentState: "Not Ready" }), {
      says: '"Not Ready"',
      fix: `az vm restart --subscription ${hubSubscription} --resource-group rg-hub --name jump-1`,
    }),
    notApplicable("not running", setJumpHosts({ powerState: collected("deallocated") })),
    pass(
      "of several, the one that runs",
      setJumpHosts({ powerState: collected("stopped"), vmAgentState: "Not Ready" }, {}),
    ),
    notApplicable("no jump host", setData("jumpHosts", [])),
    notAssessed(
      "power state unread",
      setJumpHosts({
        powerState: unavailable("denied", "No right."),
      }),
    ),
    notAssessed("jump hosts unread", deny("jumpHosts")),
    notApplicable("public cluster", publicRanges),
  ],
  "jump.placement": [
    notApplicable("in the hub", [], "cluster's own network"),
    pass("beside the nodes", setJumpHosts(besideNodes)),
    pass("its security group allows", beside()),
    fail("its security group denies 443", beside(rule("no-https", 300, "Deny", "*", "*")), {
      says: `Rule no-https (priority 300) of nsg-nodes denies TCP 443 from jump-aks to ${apiIp}.`,
      fix: "--nsg-name nsg-nodes --name allow-aks-api --priority 299 --direction Outbound",
    }),
    notAssessed(
      "its security group names application security groups",
      beside({ ...rule("asg", 300, "Deny", "*", "*"), usesApplicationSecurityGroups: true }),
    ),
    notAssessed(
      "its security group was not read",
      [beside(), (snapshot) => ({ ...snapshot, networkSecurityGroups: {} })],
      "Azure was not asked for the network security group nsg-nodes.",
    ),
    pass("a default route elsewhere", [setJumpHosts(besideNodes), routed("0.0.0.0/0", "Disabled")]),
    notAssessed(
      "a route that takes the endpoint away",
      [setJumpHosts(besideNodes), routed(`${apiIp}/32`, "Enabled")],
      'by "VirtualAppliance"',
    ),
    notAssessed(
      "its routes were not read",
      [
        setJumpHosts(besideNodes),
        routed("0.0.0.0/0", "Disabled"),
        (snapshot) => ({ ...snapshot, routeTables: {} }),
      ],
      "Azure was not asked for the route table rt-nodes.",
    ),
    notAssessed("whether the endpoint obeys routes is not known", [
      setJumpHosts(besideNodes),
      routed("0.0.0.0/0", "Disabled"),
      deny("privateEndpoint"),
    ]),
    pass("the API server stands in the network", [
      setJumpHosts(besideNodes),
      setAccess({ enableVnetIntegration: true }),
    ]),
    notAssessed("the API server has no address", [
      setJumpHosts(besideNodes),
      setData("privateEndpoint", null),
      setData("privateEndpointNic", null),
      setRecord(),
    ]),
    notApplicable("a host in the hub as well", setJumpHosts(besideNodes, {})),
    pass("a host in the hub as well, and the requester comes from the cluster's network", [
      setJumpHosts(besideNodes, databaseHost, {}),
      setClient({ virtualNetwork: "vnet-aks" }),
    ]),
    notAssessed("jump hosts unread", deny("jumpHosts")),
    notApplicable("public cluster", publicRanges),
  ],
  "vpn.gateway-state": [
    notConfigured("none", []),
    pass("provisioned", setGateways({})),
    notAssessed(
      "its last change failed",
      setGateways({ provisioningState: "Failed" }),
      "it may work all the same",
    ),
    fail(
      "its last change failed, and its tunnel is down",
      withTunnel({ connectionStatus: "NotConnected" }, { provisioningState: "Failed" }),
      {
        fix: `az network vnet-gateway reset --subscription ${hubSubscription} --resource-group rg-hub --name vgw-hub`,
      },
    ),
    warn("updating", setGateways({ provisioningState: "Updating" }), '"Updating"'),
    notAssessed("one of two failed", setGateways({ provisioningState: "Failed" }, {})),
    notConfigured("ExpressRoute only", setGateways({ gatewayType: "ExpressRoute" })),
    notConfigured("in a network that is not peered", setGateways({ virtualNetworkId: ids.data })),
    notAssessed("gateways could not be listed", denyGateways),
    notApplicable("public cluster", publicRanges),
    notAssessed("denied", clusterDenied),
  ],
};
