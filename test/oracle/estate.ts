// The resources of a scenario, by what refers to what. Nothing is judged here.
import type { Address } from "./addresses.ts";
import { nthOf } from "./addresses.ts";

export type Resource = Readonly<{ id: string; properties?: unknown }>;

export type Subnet = Readonly<{
  id: string;
  name: string;
  range: string;
  network: string;
  group: string | undefined;
  table: string | undefined;
  nat: string | undefined;
  /** `Disabled` is the default: neither groups nor routes count for private endpoints. */
  endpointPolicies: string;
  defaultOutbound: boolean;
}>;
export type Peering = Readonly<{
  name: string;
  remote: string;
  access: boolean;
  transit: boolean;
  usesGateway: boolean;
  disconnected: boolean;
}>;
export type Network = Readonly<{
  id: string;
  ranges: readonly string[];
  servers: readonly Address[];
  subnets: readonly Subnet[];
  peerings: readonly Peering[];
}>;
/** Something that holds an address. */
export type Holder = Readonly<{
  id: string;
  address: Address;
  subnet: Subnet;
  kind: "endpoint" | "machine" | "node" | "frontend" | "resolver" | "firewall";
  groups: readonly string[];
  forwards: boolean;
  running: boolean;
  servers: readonly Address[];
}>;

/** The value at a path of a JSON object, whatever it is. */
export const at = (value: unknown, path: string): unknown =>
  path.split(".").reduce<unknown>((inside, name) => Object(inside ?? {})[name], value);
export const textAt = (value: unknown, path: string): string => {
  const found = at(value, path);
  return typeof found === "string" ? found : "";
};
export const listAt = (value: unknown, path: string): readonly unknown[] => {
  const found = at(value, path);
  return Array.isArray(found) ? found : [];
};
export const textsAt = (value: unknown, path: string): readonly string[] => listAt(value, path).map(String);
export const same = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && one.toLowerCase() === other?.toLowerCase();
const idAt = (value: unknown, path: string): string | undefined => textAt(value, path) || undefined;

export class Estate {
  readonly networks: readonly Network[];
  readonly holders: readonly Holder[];
  readonly #byId: ReadonlyMap<string, Resource>;
  readonly resources: readonly Resource[];

  constructor(resources: readonly Resource[]) {
    this.resources = resources;
    this.#byId = new Map(resources.map((each) => [each.id.toLowerCase(), each]));
    this.networks = this.ofType("virtualNetworks").map(networkOf);
    this.holders = [
      ...this.ofType("networkInterfaces").flatMap((nic) => this.#ofInterface(nic)),
      ...this.ofType("azureFirewalls").flatMap((each) => this.#ofConfigurations(each, "firewall")),
      ...this.ofType("loadBalancers").flatMap((each) =>
        this.#ofConfigurations(each, "frontend", "properties.frontendIPConfigurations"),
      ),
      ...this.ofType("inboundEndpoints").flatMap((each) => this.#ofConfigurations(each, "resolver")),
    ];
  }

  get(id: string | undefined): Resource | undefined {
    return id === undefined ? undefined : this.#byId.get(id.toLowerCase());
  }

  /** By the last type in the id: `A` are records, `virtualNetworkLinks` links. */
  ofType(type: string): readonly Resource[] {
    return this.resources.filter(({ id }) => same(id.split("/").at(-2), type));
  }

  childrenOf(id: string, type: string): readonly Resource[] {
    return this.ofType(type).filter((each) =>
      each.id.toLowerCase().startsWith(`${id.toLowerCase()}/${type.toLowerCase()}/`),
    );
  }

  network(id: string | undefined): Network | undefined {
    return this.networks.find((each) => same(each.id, id));
  }

  subnet(id: string | undefined): Subnet | undefined {
    return this.networks.flatMap(({ subnets }) => subnets).find((each) => same(each.id, id));
  }

  #ofConfigurations(
    resource: Resource,
    kind: Holder["kind"],
    path = "properties.ipConfigurations",
  ): readonly Holder[] {
    return listAt(resource, path).flatMap((each) => {
      // A resolver's endpoint has its configuration without `properties`.
      const inside = at(each, "properties") ?? each;
      const address = textAt(inside, "privateIPAddress") || textAt(inside, "privateIpAddress");
      const subnet = this.subnet(textAt(inside, "subnet.id"));
      if (address === "" || subnet === undefined) return [];
      const plain = { groups: [], forwards: kind === "firewall", running: true, servers: [] };
      return [{ id: resource.id, address, subnet, kind, ...plain }];
    });
  }

  #ofInterface(nic: Resource): readonly Holder[] {
    const machine = this.get(idAt(nic, "properties.virtualMachine.id"));
    const endpoint = idAt(nic, "properties.privateEndpoint.id");
    const group = idAt(nic, "properties.networkSecurityGroup.id");
    if (machine === undefined && this.get(endpoint) === undefined) return [];
    const power = textAt(machine, "properties.extended.powerState") || "running";
    return this.#ofConfigurations(nic, machine === undefined ? "endpoint" : "machine").map((each) => ({
      ...each,
      id: machine?.id ?? endpoint ?? nic.id,
      groups: group === undefined ? [] : [group],
      forwards: at(nic, "properties.enableIPForwarding") === true,
      running: power === "running",
      servers: textsAt(nic, "properties.dnsSettings.dnsServers"),
    }));
  }
}

const subnetOf = (network: Resource, subnet: unknown): Subnet => ({
  id: `${network.id}/subnets/${textAt(subnet, "name")}`,
  name: textAt(subnet, "name"),
  range: textAt(subnet, "properties.addressPrefix") || textsAt(subnet, "properties.addressPrefixes")[0] || "",
  network: network.id,
  group: idAt(subnet, "properties.networkSecurityGroup.id"),
  table: idAt(subnet, "properties.routeTable.id"),
  nat: idAt(subnet, "properties.natGateway.id"),
  endpointPolicies: textAt(subnet, "properties.privateEndpointNetworkPolicies") || "Disabled",
  defaultOutbound: at(subnet, "properties.defaultOutboundAccess") !== false,
});

const networkOf = (resource: Resource): Network => ({
  id: resource.id,
  ranges: textsAt(resource, "properties.addressSpace.addressPrefixes"),
  servers: textsAt(resource, "properties.dhcpOptions.dnsServers"),
  subnets: listAt(resource, "properties.subnets").map((each) => subnetOf(resource, each)),
  peerings: listAt(resource, "properties.virtualNetworkPeerings").map((each) => ({
    name: textAt(each, "name"),
    remote: textAt(each, "properties.remoteVirtualNetwork.id"),
    access: at(each, "properties.allowVirtualNetworkAccess") !== false,
    transit: at(each, "properties.allowGatewayTransit") === true,
    usesGateway: at(each, "properties.useRemoteGateways") === true,
    disconnected: textAt(each, "properties.peeringState") === "Disconnected",
  })),
});

/** The nodes of a scale set: one stands for all, since they share subnet, groups and routes. */
export function nodesOf(estate: Estate, scaleSet: Resource, pool = 0): Holder | undefined {
  const [nic] = listAt(
    scaleSet,
    "properties.virtualMachineProfile.networkProfile.networkInterfaceConfigurations",
  );
  const [first] = listAt(nic, "properties.ipConfigurations");
  const subnet = estate.subnet(textAt(first, "properties.subnet.id"));
  if (subnet === undefined) return undefined;
  const group = idAt(nic, "properties.networkSecurityGroup.id");
  return {
    id: scaleSet.id,
    // Azure keeps the first four of a subnet; which one a node has matters to no rule that names whole ranges.
    address: nthOf(subnet.range, 20 + pool),
    subnet,
    kind: "node",
    groups: group === undefined ? [] : [group],
    forwards: true,
    running: Number(at(scaleSet, "sku.capacity") ?? 0) > 0,
    servers: textsAt(nic, "properties.dnsSettings.dnsServers"),
  };
}
