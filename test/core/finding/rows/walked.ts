// Rows for what only a walk meets: a network manager, a firewall's rules, gateways and what lies behind them, routes inside.

import type { FirewallCollection } from "../../../../src/core/snapshot/firewall.ts";
import type { ForwardingRuleset } from "../../../../src/core/snapshot/network.ts";
import { idKey } from "../../../../src/core/snapshot/resource-id.ts";
import { collected } from "../../../../src/core/snapshot/section.ts";
import { denyGateways } from "../../../fixtures/entry-changes.ts";
import { applicationRule, collection, networkRule } from "../../../fixtures/firewall-rules.ts";
import {
  connectionTo,
  gatewayIds,
  setGatewayConnections,
  setTransit,
  withCircuit,
  withTunnel,
} from "../../../fixtures/gateway-changes.ts";
import { apiIp, ids, linkTo, listed } from "../../../fixtures/healthy-snapshot.ts";
import {
  type Change,
  setCluster,
  setData,
  setEndpointSubnet,
  setRoutes,
  setSpokePeering,
} from "../../../fixtures/snapshot-changes.ts";
import {
  both,
  routed,
  setHubAppliance,
  setHubFirewall,
  setNodeRoutes,
} from "../../../fixtures/snapshot-nodes.ts";
import { setResolver } from "../../../fixtures/snapshot-surroundings.ts";
import { publicRanges } from "../../../fixtures/snapshot-variants.ts";
import { unavailable } from "../../../unavailable.ts";
import { fail, notApplicable, notAssessed, pass, type Rows, warn } from "./row.ts";

const manager =
  (access: string, usesApplicationSecurityGroups = false): Change =>
  (snapshot) => ({
    ...snapshot,
    adminRules: {
      [idKey(ids.spoke)]: collected([
        {
          ...{ id: "/networkManagers/company/rules/admins", name: "admins", manager: "company" },
          ...{ priority: 1, direction: "Outbound", access, protocol: "*", sourceAddressPrefixes: ["*"] },
          ...{ destinationAddressPrefixes: ["*"], sourcePortRanges: ["*"], destinationPortRanges: ["443"] },
          usesApplicationSecurityGroups,
        },
      ]),
    },
  });

const toFirewall = [
  setRoutes({ prefix: `${apiIp}/32`, hop: "VirtualAppliance", ip: "10.0.3.4" }),
  setSpokePeering({ allowForwardedTraffic: true }),
];
const throughFirewall = [setHubFirewall(), ...toFirewall];
const closed = setHubFirewall({ collections: [] });
const hiddenPolicy = setHubFirewall({
  policyId: ids.firewall.replace("azureFirewalls/fw-hub", "firewallPolicies/fwp-hub"),
});
const tagged = collection("Allow", 300, applicationRule({ fqdnTags: ["AzureKubernetesService"] }));
const denied = (...later: readonly FirewallCollection[]): Change =>
  setHubFirewall({
    collections: [
      collection("Deny", 100, applicationRule({ name: "no-names", fqdns: ["*"] })),
      collection("Allow", 200, networkRule()),
      ...later,
    ],
  });
const opening = collection(
  "Allow",
  300,
  applicationRule({ name: "inspect", fqdns: ["*"], terminatesTls: true }),
);
const opensTls = setHubFirewall({ collections: [collection("Allow", 200, networkRule()), opening] });
const ownAuthorities = setCluster({ trustsOwnAuthorities: true });
const policyId = ids.firewall.replace("azureFirewalls/fw-hub", "firewallPolicies/fwp-hub");
/** In a policy, in place of rules of the firewall itself. */
const policyRules = (...collections: readonly FirewallCollection[]): Change =>
  both(setHubFirewall({ policyId, collections: [] }), (snapshot) => ({
    ...snapshot,
    firewallPolicies: {
      [idKey(policyId)]: collected({
        ...{ id: policyId, name: "fwp-hub", dnsProxy: false },
        groups: collected([
          {
            name: "all",
            priority: 300,
            collections: [collection("Allow", 200, networkRule()), ...collections],
          },
        ]),
      }),
    },
  }));
const obeysRoutes = setEndpointSubnet("Enabled", "10.250.0.0/24");
const refuses: Change = (snapshot) => ({
  ...snapshot,
  routeTables: {
    ...snapshot.routeTables,
    [idKey(ids.nodeRoutes)]: collected({
      ...{ id: ids.nodeRoutes, name: "rt-nodes", disableBgpRoutePropagation: true, routes: [] },
    }),
  },
});
const noTables: Change = (snapshot) => ({ ...snapshot, routeTables: {} });
const byBgp: Change = (snapshot) => ({
  ...setGatewayConnections(connectionTo({ enableBgp: true }))(snapshot),
  localNetworkGateways: {
    [idKey(gatewayIds.far)]: collected({ id: gatewayIds.far, name: "lgw-office", addressPrefixes: [] }),
  },
});
const selectors = setGatewayConnections(
  connectionTo({ selectors: [{ local: ["10.0.0.0/16"], remote: ["192.168.0.0/16"] }] }),
);
const inside = (hop: string) => setNodeRoutes({ prefix: "10.10.0.0/22", hop });
const proxy = (httpsProxy: string) => setCluster({ httpsProxy });

const rulesetOf =
  (rules: ForwardingRuleset["rules"]): Change =>
  (snapshot) => ({
    ...snapshot,
    dnsRulesets: listed({
      id: "/rulesets/frs-hub",
      name: "frs-hub",
      linkedNetworkIds: collected([ids.hub]),
      rules,
    }),
  });
const forwards = collected([
  { name: "aks", domainName: "azmk8s.io.", ruleState: "Enabled", servers: ["10.30.0.4"] },
]);
const hubUnlinked = setData("privateDnsLinks", [linkTo(ids.spoke, "link-aks"), linkTo(ids.dns, "link-dns")]);

export const walkedRows: Rows = {
  "dns.private-resolver": [
    notApplicable("no ruleset", []),
    pass("its rule leads on", [setResolver("Succeeded"), hubUnlinked, rulesetOf(forwards)], "frs-hub"),
    notAssessed(
      "its rules were not read",
      [hubUnlinked, rulesetOf(unavailable("denied", "The rules were not read."))],
      "The rules were not read",
    ),
  ],
  "nsg.avnm-admin-rules": [
    notApplicable("no network manager", []),
    pass("lets it through", manager("AlwaysAllow"), "admins of the network manager company"),
    fail("stops it", manager("Deny"), {
      says: "The admin rule admins (priority 1) of the network manager company stops it",
    }),
    notAssessed("names what its text does not settle", manager("Deny", true), "admins"),
  ],
  "firewall.aks-fqdns": [
    notApplicable("no firewall on the way", []),
    pass("lets through what nodes need", routed, "afw-hub lets it through by its rule"),
    fail("has no rule for it", [routed, closed], "No rule of afw-hub lets"),
    notAssessed("its policy was not read", [routed, hiddenPolicy]),
  ],
  "firewall.precedence": [
    notApplicable("no firewall on the way", []),
    pass("nothing comes before", routed, "lets it through by its rule"),
    fail("a denial that another rule comes too late for", [routed, denied(tagged)], {
      says: "before the rule aks could let it through",
    }),
    notApplicable("a denial, and nothing that allows: there the rule is what lacks", [routed, denied()]),
    fail("TLS is opened, by classic rules", [routed, opensTls], "opens TLS"),
    fail("TLS is opened, by a policy", [routed, policyRules(opening)], {
      says: "opens TLS",
      fix: "allow-aks",
    }),
    notAssessed("TLS is opened, and nodes take certificates of one's own", [
      routed,
      opensTls,
      ownAuthorities,
    ]),
    warn("suspects are dropped", [routed, setHubFirewall({ threatIntelligence: "Deny" })], {
      says: "only its log says what",
    }),
    notAssessed("its policy was not read", [routed, hiddenPolicy]),
  ],
  "firewall.network-rules": [
    notApplicable("no firewall on the way", []),
    pass("lets people through", throughFirewall, "afw-hub lets it through by its rule"),
    fail("has no rule for it", [closed, ...toFirewall], "No rule of afw-hub lets prod-1-x1y2"),
    notAssessed("its policy was not read", [hiddenPolicy, ...toFirewall]),
    notAssessed("an appliance of one's own", [setHubAppliance(), ...toFirewall], {
      says: "What nva-1 lets through by its own rules, Azure does not show",
    }),
  ],
  "peering.gateway-transit": [
    notApplicable("no gateway", []),
    pass("both halves agree", withTunnel(), "vnet-aks uses the gateway of vnet-hub"),
    fail("offered, and not used", [withTunnel(), setTransit(true, false)], {
      says: "their peering has useRemoteGateways off",
      fix: "--name aks-to-hub --set useRemoteGateways=true",
    }),
    notAssessed("gateways could not be listed", denyGateways),
    notApplicable("public cluster", [publicRanges, withTunnel()]),
  ],
  "vpn.connection-status": [
    notApplicable("no gateway", []),
    pass("up", withTunnel(), "The connection cn-office is up"),
    fail("down", withTunnel({ connectionStatus: "NotConnected" }), {
      says: 'The connection cn-office is down ("NotConnected")',
    }),
    notAssessed("a state that Azure does not know", withTunnel({ connectionStatus: "Unknown" }), "cn-office"),
    notAssessed("gateways could not be listed", denyGateways),
  ],
  "vpn.route-to-spoke": [
    notApplicable("no gateway", []),
    pass("the far range is known", withTunnel(), "192.168.0.0/16"),
    fail("selectors leave the cluster's network out", [withTunnel(), selectors], "cn-office"),
    notAssessed("the far side teaches its ranges", [withTunnel(), byBgp], "BGP"),
  ],
  "er.circuit-provisioned": [
    notApplicable("no circuit", []),
    pass("provisioned", withCircuit()),
    fail("not by the provider", withCircuit({ serviceProviderProvisioningState: "NotProvisioned" }), {
      says: "NotProvisioned",
    }),
    notAssessed("a state nobody knows", withCircuit({ serviceProviderProvisioningState: "Humming" }), {
      says: "Humming",
    }),
    notAssessed("was not read", [withCircuit(), (snapshot) => ({ ...snapshot, expressRouteCircuits: {} })], {
      says: "cn-line",
    }),
  ],
  "route.inside": [
    pass("system routes", [], "of nodes leads to VnetLocal"),
    fail("dropped", inside("None"), {
      says: "The route 10.10.0.0/22 of rt-nodes drops it",
      fix: "route-table route delete",
    }),
    notAssessed("an unknown hop", inside("Wormhole"), "Wormhole"),
    notAssessed(
      "table not read",
      [inside("None"), noTables],
      "Azure was not asked for the route table rt-nodes.",
    ),
  ],
  "route.bgp-propagation": [
    notApplicable("no gateway", []),
    notApplicable("the endpoint's subnet takes routes from gateways", [withTunnel(), obeysRoutes]),
    fail("its table refuses them", [withTunnel(), obeysRoutes, refuses], {
      says: "rt-nodes takes no routes from gateways",
      fix: "--address-prefix 192.168.0.0/16 --next-hop-type VirtualNetworkGateway",
    }),
    notAssessed("gateways could not be listed", denyGateways),
  ],
  "egress.http-proxy": [
    notApplicable("no proxy", []),
    notAssessed("what it lets through, Azure does not show", proxy("http://proxy.corp.example:3128"), {
      says: "proxy.corp.example",
    }),
    fail("nobody has its address", proxy("http://10.0.5.4:3128"), "nodes cannot reach 10.0.5.4 on TCP 3128"),
  ],
};
