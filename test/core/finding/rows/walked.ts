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
import { type Rows, row } from "./row.ts";

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
    row("no ruleset", [], "notApplicable"),
    row("its rule leads on", [setResolver("Succeeded"), hubUnlinked, rulesetOf(forwards)], "pass", {
      says: "frs-hub",
    }),
    row(
      "its rules were not read",
      [hubUnlinked, rulesetOf(unavailable("denied", "The rules were not read."))],
      "notAssessed",
      { says: "The rules were not read" },
    ),
  ],
  "nsg.avnm-admin-rules": [
    row("no network manager", [], "notApplicable"),
    row("lets it through", [manager("AlwaysAllow")], "pass", {
      says: "admins of the network manager company",
    }),
    row("stops it", [manager("Deny")], "fail", {
      says: "The admin rule admins (priority 1) of the network manager company stops it",
    }),
    row("names what its text does not settle", [manager("Deny", true)], "notAssessed", { says: "admins" }),
  ],
  "firewall.aks-fqdns": [
    row("no firewall on the way", [], "notApplicable"),
    row("lets through what nodes need", [routed], "pass", { says: "afw-hub lets it through by its rule" }),
    row("has no rule for it", [routed, closed], "fail", { says: "No rule of afw-hub lets" }),
    row("its policy was not read", [routed, hiddenPolicy], "notAssessed"),
  ],
  "firewall.precedence": [
    row("no firewall on the way", [], "notApplicable"),
    row("nothing comes before", [routed], "pass", { says: "lets it through by its rule" }),
    row("a denial that another rule comes too late for", [routed, denied(tagged)], "fail", {
      says: "before the rule aks could let it through",
    }),
    row(
      "a denial, and nothing that allows: there the rule is what lacks",
      [routed, denied()],
      "notApplicable",
    ),
    row("TLS is opened, by classic rules", [routed, opensTls], "fail", { says: "opens TLS" }),
    row("TLS is opened, by a policy", [routed, policyRules(opening)], "fail", {
      says: "opens TLS",
      fix: "allow-aks",
    }),
    row(
      "TLS is opened, and nodes take certificates of one's own",
      [routed, opensTls, ownAuthorities],
      "notAssessed",
    ),
    row("suspects are dropped", [routed, setHubFirewall({ threatIntelligence: "Deny" })], "warn", {
      says: "only its log says what",
    }),
    row("its policy was not read", [routed, hiddenPolicy], "notAssessed"),
  ],
  "firewall.network-rules": [
    row("no firewall on the way", [], "notApplicable"),
    row("lets people through", throughFirewall, "pass", { says: "afw-hub lets it through by its rule" }),
    row("has no rule for it", [closed, ...toFirewall], "fail", {
      says: "No rule of afw-hub lets prod-1-x1y2",
    }),
    row("its policy was not read", [hiddenPolicy, ...toFirewall], "notAssessed"),
    row("an appliance of one's own", [setHubAppliance(), ...toFirewall], "notAssessed", {
      says: "What nva-1 lets through by its own rules was not read",
    }),
  ],
  "peering.gateway-transit": [
    row("no gateway", [], "notApplicable"),
    row("both halves agree", [withTunnel()], "pass", { says: "vnet-aks uses the gateway of vnet-hub" }),
    row("offered, and not used", [withTunnel(), setTransit(true, false)], "fail", {
      says: "their peering has useRemoteGateways off",
      fix: "--name aks-to-hub --set useRemoteGateways=true",
    }),
    row("gateways could not be listed", [denyGateways], "notAssessed"),
    row("public cluster", [publicRanges, withTunnel()], "notApplicable"),
  ],
  "vpn.connection-status": [
    row("no gateway", [], "notApplicable"),
    row("up", [withTunnel()], "pass", { says: "The connection cn-office is up" }),
    row("down", [withTunnel({ connectionStatus: "NotConnected" })], "fail", {
      says: 'The connection cn-office is down ("NotConnected")',
    }),
    row("a state that Azure does not know", [withTunnel({ connectionStatus: "Unknown" })], "notAssessed", {
      says: "cn-office",
    }),
    row("gateways could not be listed", [denyGateways], "notAssessed"),
  ],
  "vpn.route-to-spoke": [
    row("no gateway", [], "notApplicable"),
    row("the far range is known", [withTunnel()], "pass", { says: "192.168.0.0/16" }),
    row("selectors leave the cluster's network out", [withTunnel(), selectors], "fail", {
      says: "cn-office",
    }),
    row("the far side teaches its ranges", [withTunnel(), byBgp], "notAssessed", { says: "BGP" }),
  ],
  "er.circuit-provisioned": [
    row("no circuit", [], "notApplicable"),
    row("provisioned", [withCircuit()], "pass"),
    row(
      "not by the provider",
      [withCircuit({ serviceProviderProvisioningState: "NotProvisioned" })],
      "fail",
      {
        says: "NotProvisioned",
      },
    ),
    row(
      "a state nobody knows",
      [withCircuit({ serviceProviderProvisioningState: "Humming" })],
      "notAssessed",
      {
        says: "Humming",
      },
    ),
    row(
      "was not read",
      [withCircuit(), (snapshot) => ({ ...snapshot, expressRouteCircuits: {} })],
      "notAssessed",
      {
        says: "cn-line",
      },
    ),
  ],
  "route.inside": [
    row("system routes", [], "pass", { says: "of nodes leads to VnetLocal" }),
    row("dropped", [inside("None")], "fail", {
      says: "The route 10.10.0.0/22 of rt-nodes drops it",
      fix: "route-table route delete",
    }),
    row("an unknown hop", [inside("Wormhole")], "notAssessed", { says: "Wormhole" }),
    row("table not read", [inside("None"), noTables], "notAssessed", {
      says: "routeTables/read on rt-nodes",
    }),
  ],
  "route.bgp-propagation": [
    row("no gateway", [], "notApplicable"),
    row("the endpoint's subnet takes routes from gateways", [withTunnel(), obeysRoutes], "notApplicable"),
    row("its table refuses them", [withTunnel(), obeysRoutes, refuses], "fail", {
      says: "rt-nodes takes no routes from gateways",
      fix: "--address-prefix 192.168.0.0/16 --next-hop-type VirtualNetworkGateway",
    }),
    row("gateways could not be listed", [denyGateways], "notAssessed"),
  ],
  "egress.http-proxy": [
    row("no proxy", [], "notApplicable"),
    row(
      "what it lets through, Azure does not show",
      [proxy("http://proxy.corp.example:3128")],
      "notAssessed",
      {
        says: "proxy.corp.example",
      },
    ),
    row("nobody has its address", [proxy("http://10.0.5.4:3128")], "fail", {
      says: "nodes cannot reach 10.0.5.4 on TCP 3128",
    }),
  ],
};
