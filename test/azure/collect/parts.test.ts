// Which lists of a resource group are asked for: told by the subnets, routes and DNS settings of the networks near it.
import { groupsFor, partsBehind, partsIn } from "../../../src/azure/collect/network/networks.ts";
import type { Subnet, VirtualNetwork } from "../../../src/core/snapshot/network.ts";
import { collected } from "../../../src/core/snapshot/section.ts";
import { unavailable } from "../../unavailable.ts";

const network = (fields: Partial<VirtualNetwork> = {}): VirtualNetwork => ({
  id: "/subscriptions/s/resourceGroups/rg-hub/providers/Microsoft.Network/virtualNetworks/hub",
  name: "hub",
  location: "westeurope",
  provisioningState: "Succeeded",
  addressPrefixes: ["10.10.0.0/16"],
  dnsServers: [],
  subnets: [],
  peerings: [],
  ...fields,
});
const subnet = (name: string, fields: Partial<Subnet> = {}): Subnet => ({
  id: `/subnets/${name}`,
  name,
  addressPrefixes: ["10.10.0.0/26"],
  delegations: [],
  ...fields,
});

test.each<[string, VirtualNetwork, readonly string[]]>([
  ["nothing of its own", network(), []],
  [
    "a subnet for a firewall",
    network({ subnets: [subnet("AzureFirewallSubnet")] }),
    ["firewalls", "publicIpAddresses"],
  ],
  [
    "a subnet for a gateway, in lower case",
    network({ subnets: [subnet("gatewaysubnet")] }),
    ["virtualNetworkGateways"],
  ],
  ["DNS servers of its own", network({ dnsServers: ["10.10.1.9"] }), ["dnsResolvers", "loadBalancers"]],
  ["routes of its own", network({ subnets: [subnet("nodes", { routeTableId: "/rt" })] }), ["loadBalancers"]],
  ["a NAT gateway", network({ subnets: [subnet("nodes", { natGatewayId: "/nat" })] }), ["publicIpAddresses"]],
])("%s", (_name, read, parts) => {
  expect(partsIn(read)).toEqual(parts);
});

test("routes make a firewall likely in the networks behind", () => {
  const routed = network({ subnets: [subnet("nodes", { routeTableId: "/rt" })] });
  expect(partsBehind(routed)).toEqual(["firewalls", "loadBalancers", "publicIpAddresses"]);
  expect(partsBehind(network())).toEqual([]);
});

describe("groups that are asked", () => {
  const group = (resourceGroup: string) => ({ group: { subscriptionId: "s", resourceGroup }, after: 1 });
  const known = { groups: [group("rg-hub"), group("rg-spoke"), group("MC_nodes")], missing: [] };
  const near = (resourceGroup: string, read: VirtualNetwork | null) => ({
    network: {
      section: read === null ? unavailable("denied", "no right") : collected({ network: read }),
      level: 1,
    },
    group: group(resourceGroup),
  });
  const asked = (...networks: readonly ReturnType<typeof near>[]) =>
    groupsFor("firewalls", known, networks).groups.map(({ group: { resourceGroup } }) => resourceGroup);

  test("only where a network has room for one, and in groups of no network", () => {
    const hub = network({ subnets: [subnet("AzureFirewallSubnet")] });
    expect(asked(near("rg-hub", hub), near("RG-SPOKE", network()))).toEqual(["rg-hub", "MC_nodes"]);
  });

  test("a network that was not read may hold anything", () => {
    expect(asked(near("rg-hub", null), near("rg-spoke", network()))).toEqual(["rg-hub", "MC_nodes"]);
  });

  test("where an address leads somewhere, it may lead into any of the groups", () => {
    const asks = network({ dnsServers: ["10.10.1.9"] });
    const of = (part: "dnsResolvers" | "loadBalancers") =>
      groupsFor(part, known, [near("rg-hub", network()), near("rg-spoke", asks)]).groups.length;
    expect([of("dnsResolvers"), of("loadBalancers")]).toEqual([3, 3]);
  });
});
