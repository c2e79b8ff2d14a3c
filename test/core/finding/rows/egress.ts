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
import { fail, notApplicable, notAssessed, pass, type Rows, warn } from "./row.ts";

const prefixId = siblingOf(ids.spoke, "publicIPPrefixes", "pre");
const outbound = (outboundType: string) => setCluster({ outboundType });
const cutOffNode = setCluster({
  provisioningState: "Failed",
  provisioningError: { code: "VMExtensionError_OutboundConnFail", message: "" },
});
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
    pass("AKS lets its load balancer in by itself", publicRanges, "20.50.1.10 (load balancer)"),
    warn(
      "an older load balancer, not listed",
      [publicRanges, setNetworkProfile({ loadBalancerSku: "basic" })],
      { fix: "20.40.0.0/24,20.60.1.2/32,20.50.1.10/32" },
    ),
    fail("NAT gateway not listed", [publicRanges, setNatGateway()], {
      says: "20.50.2.2 (NAT gateway)",
      fix: "--api-server-authorized-ip-ranges 20.40.0.0/24,20.60.1.2/32,20.50.2.2/32",
    }),
    pass("NAT gateway listed", [publicRanges, setNatGateway(), ranges("20.50.2.0/24")]),
    notAssessed("NAT gateway with a prefix that was not read", [publicRanges, setNatPrefix(null)], {
      says: "Azure was not asked for the public IP prefix pre.",
    }),
    fail("NAT gateway with a prefix", [publicRanges, setNatPrefix("20.50.3.0/30")], {
      says: "20.50.3.0/30 (NAT gateway)",
      fix: "--api-server-authorized-ip-ranges 20.40.0.0/24,20.60.1.2/32,20.50.3.0/30",
    }),
    fail("NAT gateway with half a prefix listed", [
      publicRanges,
      setNatPrefix("20.50.3.0/30"),
      ranges("20.50.3.0/31"),
    ]),
    pass("NAT gateway with a prefix listed in parts", [
      publicRanges,
      setNatPrefix("20.50.3.0/30"),
      ranges("20.50.3.0/31", "20.50.3.2", "20.50.3.3/32"),
    ]),
    notAssessed("NAT gateway with a prefix of IPv6", [
      publicRanges,
      setNatPrefix("2603:1020::/124"),
      ranges("20.50.3.0/31"),
    ]),
    notAssessed("addresses not listed", [publicRanges, unlistedIps]),
    fail("firewall not listed", [publicRanges, routed], "20.50.2.1 (firewall)"),
    pass("firewall listed", [publicRanges, routed, ranges("20.50.2.1")]),
    fail("a route past the load balancer", [publicRanges, routed, outbound("loadBalancer")], {
      says: "20.50.2.1 (firewall)",
    }),
    notAssessed("an appliance whose address nobody knows", [
      publicRanges,
      ...throughAppliance,
      setAppliance(),
    ]),
    notAssessed(
      "a service tag",
      [publicRanges, routed, ranges("AzureFrontDoor")],
      "the service tag AzureFrontDoor",
    ),
    notAssessed("address not read", [publicRanges, setNatGateway(), noIps], {
      says: "Azure was not asked for the public IP address pip-nat.",
    }),
    notAssessed("hub denied", [publicRanges, routed, hubDenied, unlist("firewalls")]),
    notAssessed("route table not read", [publicRanges, routed, noTables]),
    notApplicable("private cluster", []),
    notApplicable("VNet integration", [publicRanges, setAccess({ enableVnetIntegration: true })]),
    notApplicable("no ranges", [publicRanges, ranges()]),
  ],
  "egress.outbound-consistent": [
    pass("load balancer", []),
    fail("load balancer without address", setNetworkProfile({ outboundIpIds: [] }), { fix: "az aks update" }),
    pass("load balancer with a prefix", [
      setNetworkProfile({ outboundIpIds: ["/x/publicIPPrefixes/pre"] }),
      noIps,
    ]),
    notAssessed("load balancer, addresses not listed", unlistedIps, "does not list"),
    warn("a basic load balancer", setNetworkProfile({ loadBalancerSku: "basic", outboundIpIds: [] })),
    notAssessed("address not read", noIps),
    fail("address without a value", (snapshot) => ({
      ...snapshot,
      publicIpAddresses: {
        [idKey(ids.outboundIp)]: collected({
          id: ids.outboundIp,
          name: "pip",
          provisioningState: "Succeeded",
        }),
      },
    })),
    pass("NAT gateway", setNatGateway()),
    pass("NAT gateway, the newer kind", [setNatGateway(), outbound("managedNATGatewayV2")]),
    pass("NAT gateway with a prefix", setNatPrefix(null)),
    fail("NAT gateway missing", outbound("userAssignedNATGateway"), {
      says: "its subnet nodes has none",
      fix: "network nat gateway create",
    }),
    fail("AKS's own NAT gateway deleted", [outbound("managedNATGateway"), managedNetwork()], {
      says: "its subnet aks-subnet has none",
      fix: "az aks update",
    }),
    fail(
      "AKS's own NAT gateway without address",
      [setNatGateway({ publicIpAddressIds: [] }), outbound("managedNATGateway")],
      { fix: "az aks update" },
    ),
    fail("NAT gateway on one of two subnets", [setNatGateway(), addNodeSubnet], {
      says: "its subnet more",
      fix: `--name more --nat-gateway ${surroundingIds.natGateway}`,
    }),
    fail("NAT gateway without address", setNatGateway({ publicIpAddressIds: [] }), {
      fix: "--public-ip-addresses pip-ng-aks",
    }),
    notAssessed("NAT gateway not read", [setNatGateway(), (snapshot) => ({ ...snapshot, natGateways: {} })]),
    notApplicable("routes", routed),
    pass("isolated, with a cache", setCluster({ outboundType: "none", bootstrapArtifactSource: "Cache" })),
    notApplicable("isolated, without: that is walked", outbound("block")),
    notAssessed("an unknown type", outbound("teleport"), "teleport"),
  ],
  "egress.nat-gateway": [
    notApplicable("none", []),
    pass("healthy", setNatGateway()),
    pass("a prefix instead of an address", setNatPrefix("20.50.3.0/30")),
    notAssessed(
      "its last change failed",
      setNatGateway({ provisioningState: "Failed" }),
      "it may work all the same",
    ),
    fail(
      "its last change failed, and a new node reaches nothing outside",
      [setNatGateway({ provisioningState: "Failed" }), cutOffNode],
      { fix: "nat gateway update" },
    ),
    pass("a new node reaches nothing outside, and it is well", [setNatGateway(), cutOffNode]),
    fail("without address", setNatGateway({ publicIpAddressIds: [] })),
    fail(
      "the same of AKS's own",
      [setNatGateway({ provisioningState: "Failed" }), outbound("managedNATGatewayV2"), cutOffNode],
      { fix: "az aks update" },
    ),
    notAssessed("an unknown state", setNatGateway({ provisioningState: "Napping" }), "Napping"),
    notAssessed("not read", [setNatGateway(), (snapshot) => ({ ...snapshot, natGateways: {} })]),
  ],
  "firewall.state": [
    notApplicable("none on the way", []),
    notApplicable("another's firewall", setHubFirewall()),
    pass("running", routed),
    notAssessed(
      "its last change failed",
      [routed, setHubFirewall({ provisioningState: "Failed" })],
      "it may work all the same",
    ),
    pass("updating", [routed, setHubFirewall({ provisioningState: "Updating" })], "afw-hub is there"),
    fail("deallocated", [routed, deallocated], "afw-hub at 10.0.3.4 does not answer: deallocated"),
    fail("it translates nothing, and lets nodes out by network rules", [routed, byNetworkRules(kept)], {
      says: "gets no answer",
      fix: "--remove properties.snat",
    }),
    pass("it translates nothing, and lets nodes out by names: those it translates", [routed, byNames(kept)]),
    pass("it translates, and lets nodes out by network rules", [routed, byNetworkRules({})]),
    notApplicable("an appliance", [...throughAppliance, setAppliance()]),
    notAssessed("out of sight", [routed, unlist("firewalls")]),
    notAssessed("hub denied", [routed, hubDenied, unlist("firewalls")]),
    notAssessed("table not read", [routed, noTables]),
  ],
};
