// Rows for what nodes leave by, and whether those addresses are authorized.

import type { FirewallCollection, FirewallPolicy } from "../../../../src/core/snapshot/firewall.ts";
import { idKey } from "../../../../src/core/snapshot/resource-id.ts";
import { collected } from "../../../../src/core/snapshot/section.ts";
import { collection, networkRule, rightRules } from "../../../fixtures/firewall-rules.ts";
import { ids, pool } from "../../../fixtures/healthy-snapshot.ts";
import { type Change, setAccess, setCluster, setSpoke } from "../../../fixtures/snapshot-changes.ts";
import { managedNetwork } from "../../../fixtures/snapshot-managed-network.ts";
import {
  both,
  routed,
  setAppliance,
  setHubFirewall,
  setNatGateway,
  setNodeRoutes,
  siblingOf,
  surroundingIds,
  toAppliance,
  unlist,
} from "../../../fixtures/snapshot-nodes.ts";
import { setNetworkProfile } from "../../../fixtures/snapshot-surroundings.ts";
import { hubDenied, publicRanges } from "../../../fixtures/snapshot-variants.ts";
import { type Rows, row } from "./row.ts";

const prefixId = siblingOf(ids.spoke, "publicIPPrefixes", "pre");
const outbound = (outboundType: string) => setCluster({ outboundType });
const ranges = (...authorizedIpRanges: readonly string[]) => setAccess({ authorizedIpRanges });
const noIps: Change = (snapshot) => ({ ...snapshot, publicIpAddresses: {} });
const unlistedIps = setCluster({ network: { podCidrs: [], serviceCidrs: [] } });
/** The NAT gateway leaves by a prefix; null: that was not read. */
const setNatPrefix = (ipAddress: string | null): Change =>
  both(setNatGateway({ publicIpAddressIds: [], publicIpPrefixIds: [prefixId] }), (snapshot) => ({
    ...snapshot,
    publicIpAddresses:
      ipAddress === null
        ? {}
        : {
            [idKey(prefixId)]: collected({
              id: prefixId,
              name: "pre",
              provisioningState: "Succeeded",
              ipAddress,
            }),
          },
  }));
const noTables: Change = (snapshot) => ({ ...snapshot, routeTables: {} });
const deallocated = setHubFirewall({ ipConfigurations: [] });
const policyId = siblingOf(ids.hub, "firewallPolicies", "afwp-hub");
const kept = { untranslated: ["0.0.0.0/0"] };
const withPolicy =
  (...collections: readonly FirewallCollection[]) =>
  (settings: Partial<FirewallPolicy>): Change =>
    both(setHubFirewall({ policyId, collections: [] }), (snapshot) => ({
      ...snapshot,
      firewallPolicies: {
        [idKey(policyId)]: collected({
          ...{ id: policyId, name: "afwp-hub", dnsProxy: false, ...settings },
          groups: collected([{ name: "all", priority: 200, collections }]),
        }),
      },
    }));
const byNetworkRules = withPolicy(collection("Allow", 200, networkRule({ destinations: ["*"] })));
const byNames = withPolicy(...rightRules);
const throughAppliance = [routed, setNodeRoutes(toAppliance("10.0.1.9"))];
const addNodeSubnet: Change = (snapshot) =>
  setSpoke({
    subnets: [
      ...(snapshot.clusterNetwork.status === "collected" ? snapshot.clusterNetwork.data.subnets : []),
      { id: `${ids.spoke}/subnets/more`, name: "more", addressPrefixes: ["10.10.4.0/22"], delegations: [] },
    ],
  })(
    setCluster({ agentPools: [pool, { ...pool, name: "more", vnetSubnetId: `${ids.spoke}/subnets/more` }] })(
      snapshot,
    ),
  );

export const egressRows: Rows = {
  "api.authorized-ip-egress": [
    row("AKS lets its load balancer in by itself", [publicRanges], "pass", {
      says: "20.50.1.10 (load balancer)",
    }),
    row(
      "an older load balancer, not listed",
      [publicRanges, setNetworkProfile({ loadBalancerSku: "basic" })],
      "warn",
      {
        fix: "20.40.0.0/24,20.60.1.2/32,20.50.1.10/32",
      },
    ),
    row("NAT gateway not listed", [publicRanges, setNatGateway()], "fail", {
      says: "20.50.2.2 (NAT gateway)",
      fix: "--api-server-authorized-ip-ranges 20.40.0.0/24,20.60.1.2/32,20.50.2.2/32",
    }),
    row("NAT gateway listed", [publicRanges, setNatGateway(), ranges("20.50.2.0/24")], "pass"),
    row("NAT gateway with a prefix that was not read", [publicRanges, setNatPrefix(null)], "notAssessed", {
      says: "Microsoft.Network/publicIPPrefixes/read on pre",
    }),
    row("NAT gateway with a prefix", [publicRanges, setNatPrefix("20.50.3.0/30")], "fail", {
      says: "20.50.3.0/30 (NAT gateway)",
      fix: "--api-server-authorized-ip-ranges 20.40.0.0/24,20.60.1.2/32,20.50.3.0/30",
    }),
    row(
      "NAT gateway with half a prefix listed",
      [publicRanges, setNatPrefix("20.50.3.0/30"), ranges("20.50.3.0/31")],
      "fail",
    ),
    row(
      "NAT gateway with a prefix listed in parts",
      [publicRanges, setNatPrefix("20.50.3.0/30"), ranges("20.50.3.0/31", "20.50.3.2", "20.50.3.3/32")],
      "pass",
    ),
    row(
      "NAT gateway with a prefix of IPv6",
      [publicRanges, setNatPrefix("2603:1020::/124"), ranges("20.50.3.0/31")],
      "notAssessed",
    ),
    row("addresses not listed", [publicRanges, unlistedIps], "notAssessed"),
    row("firewall not listed", [publicRanges, routed], "fail", { says: "20.50.2.1 (firewall)" }),
    row("firewall listed", [publicRanges, routed, ranges("20.50.2.1")], "pass"),
    row("a route past the load balancer", [publicRanges, routed, outbound("loadBalancer")], "fail", {
      says: "20.50.2.1 (firewall)",
    }),
    row(
      "an appliance whose address nobody knows",
      [publicRanges, ...throughAppliance, setAppliance()],
      "notAssessed",
    ),
    row("a service tag", [publicRanges, routed, ranges("AzureFrontDoor")], "notAssessed"),
    row("address not read", [publicRanges, setNatGateway(), noIps], "notAssessed", {
      says: "Microsoft.Network/publicIPAddresses/read on pip-nat",
    }),
    row("hub denied", [publicRanges, routed, hubDenied, unlist("firewalls")], "notAssessed"),
    row("route table not read", [publicRanges, routed, noTables], "notAssessed"),
    row("private cluster", [], "notApplicable"),
    row("VNet integration", [publicRanges, setAccess({ enableVnetIntegration: true })], "notApplicable"),
    row("no ranges", [publicRanges, ranges()], "notApplicable"),
  ],
  "egress.outbound-consistent": [
    row("load balancer", [], "pass"),
    row("load balancer without address", [setNetworkProfile({ outboundIpIds: [] })], "fail", {
      fix: "az aks update",
    }),
    row(
      "load balancer with a prefix",
      [setNetworkProfile({ outboundIpIds: ["/x/publicIPPrefixes/pre"] }), noIps],
      "pass",
    ),
    row("load balancer, addresses not listed", [unlistedIps], "notAssessed", { says: "does not list" }),
    row(
      "a basic load balancer",
      [setNetworkProfile({ loadBalancerSku: "basic", outboundIpIds: [] })],
      "warn",
    ),
    row("address not read", [noIps], "notAssessed"),
    row(
      "address without a value",
      [
        (snapshot) => ({
          ...snapshot,
          publicIpAddresses: {
            [idKey(ids.outboundIp)]: collected({
              id: ids.outboundIp,
              name: "pip",
              provisioningState: "Succeeded",
            }),
          },
        }),
      ],
      "fail",
    ),
    row("NAT gateway", [setNatGateway()], "pass"),
    row("NAT gateway, the newer kind", [setNatGateway(), outbound("managedNATGatewayV2")], "pass"),
    row("NAT gateway with a prefix", [setNatPrefix(null)], "pass"),
    row("NAT gateway missing", [outbound("userAssignedNATGateway")], "fail", {
      says: "its subnet nodes has none",
      fix: "network nat gateway create",
    }),
    row("AKS's own NAT gateway deleted", [outbound("managedNATGateway"), managedNetwork()], "fail", {
      says: "its subnet aks-subnet has none",
      fix: "az aks update",
    }),
    row(
      "AKS's own NAT gateway without address",
      [setNatGateway({ publicIpAddressIds: [] }), outbound("managedNATGateway")],
      "fail",
      { fix: "az aks update" },
    ),
    row("NAT gateway on one of two subnets", [setNatGateway(), addNodeSubnet], "fail", {
      says: "its subnet more",
      fix: `--name more --nat-gateway ${surroundingIds.natGateway}`,
    }),
    row("NAT gateway without address", [setNatGateway({ publicIpAddressIds: [] })], "fail", {
      fix: "--public-ip-addresses pip-ng-aks",
    }),
    row(
      "NAT gateway not read",
      [setNatGateway(), (snapshot) => ({ ...snapshot, natGateways: {} })],
      "notAssessed",
    ),
    row("routes", [routed], "notApplicable"),
    row(
      "isolated, with a cache",
      [setCluster({ outboundType: "none", bootstrapArtifactSource: "Cache" })],
      "pass",
    ),
    row("isolated, without: that is walked", [outbound("block")], "notApplicable"),
    row("an unknown type", [outbound("teleport")], "notAssessed", { says: "teleport" }),
  ],
  "egress.nat-gateway": [
    row("none", [], "notApplicable"),
    row("healthy", [setNatGateway()], "pass"),
    row("a prefix instead of an address", [setNatPrefix("20.50.3.0/30")], "pass"),
    row("failed", [setNatGateway({ provisioningState: "Failed" })], "fail", { fix: "nat gateway update" }),
    row("without address", [setNatGateway({ publicIpAddressIds: [] })], "fail"),
    row(
      "AKS's own failed",
      [setNatGateway({ provisioningState: "Failed" }), outbound("managedNATGatewayV2")],
      "fail",
      { fix: "az aks update" },
    ),
    row("an unknown state", [setNatGateway({ provisioningState: "Napping" })], "notAssessed", {
      says: "Napping",
    }),
    row("not read", [setNatGateway(), (snapshot) => ({ ...snapshot, natGateways: {} })], "notAssessed"),
  ],
  "firewall.state": [
    row("none on the way", [], "notApplicable"),
    row("another's firewall", [setHubFirewall()], "notApplicable"),
    row("running", [routed], "pass"),
    row("failed", [routed, setHubFirewall({ provisioningState: "Failed" })], "fail", {
      fix: "az resource update",
    }),
    row("updating", [routed, setHubFirewall({ provisioningState: "Updating" })], "pass", {
      says: "afw-hub is there",
    }),
    row("deallocated", [routed, deallocated], "fail", {
      says: "afw-hub at 10.0.3.4 does not answer: deallocated",
    }),
    row(
      "it translates nothing, and lets nodes out by network rules",
      [routed, byNetworkRules(kept)],
      "fail",
      {
        says: "gets no answer",
        fix: "--remove properties.snat",
      },
    ),
    row(
      "it translates nothing, and lets nodes out by names: those it translates",
      [routed, byNames(kept)],
      "pass",
    ),
    row("it translates, and lets nodes out by network rules", [routed, byNetworkRules({})], "pass"),
    row("an appliance", [...throughAppliance, setAppliance()], "notApplicable"),
    row("out of sight", [routed, unlist("firewalls")], "notAssessed"),
    row("hub denied", [routed, hubDenied, unlist("firewalls")], "notAssessed"),
    row("table not read", [routed, noTables], "notAssessed"),
  ],
};
