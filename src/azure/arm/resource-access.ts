// How each type of resource that a fix writes is read and written: calls of Microsoft's SDKs, and no address of our own.
import type { ComputeManagementClient } from "@azure/arm-compute";
import type { ContainerServiceClient } from "@azure/arm-containerservice";
import type { NetworkManagementClient } from "@azure/arm-network";
import type { PrivateDnsManagementClient } from "@azure/arm-privatedns";
import type { ArmAction, ArmType, ResourcePlace } from "../../core/fix/write/arm-write.ts";
import type { ArmSession } from "./arm-client.ts";

/** `ifMatch`: the etag of what was read; `ifNoneMatch`: `*` where nothing was. Both go where an SDK offers them. */
export type SendOptions = Readonly<{
  requestOptions: { timeout: number };
  onResponse: (
    response: Readonly<{ status: number; headers: Readonly<{ get(name: string): string | undefined }> }>,
  ) => void;
  ifMatch?: string;
  ifNoneMatch?: string;
}>;

type Send = (options: SendOptions) => PromiseLike<unknown>;

/** A body is what the same SDK read, or what the table of writes makes: it has the shape that the SDK writes. */
// biome-ignore lint/suspicious/noExplicitAny: the border to the SDKs' models
type Model = any;
type Put = (body: Model, options: SendOptions) => PromiseLike<unknown>;

/** What is missing here, no fix does. `sync`: written once more, so that it takes over the other network's ranges. */
export type ResourceAccess = Readonly<{
  get: () => Promise<object>;
  put?: Put;
  remove?: Send;
  sync?: Put;
  acts?: Readonly<Partial<Record<ArmAction, Send>>>;
}>;

type Names = ResourcePlace & Readonly<{ names: readonly string[] }>;
type Open = (session: ArmSession, names: Names) => ResourceAccess;

/** `first`, `second`: what it is called, by level of its type. */
type Of<Client> = (client: Client, group: string, first: string, second: string) => ResourceAccess;

const through =
  <Client>(clientOf: (session: ArmSession, subscriptionId: string) => Client) =>
  (make: Of<Client>): Open =>
  (session, { subscriptionId, resourceGroup, names: [first = "", second = ""] }) =>
    make(clientOf(session, subscriptionId), resourceGroup, first, second);

const machines = through<ComputeManagementClient>((session, id) => session.machines(id));
const clusters = through<ContainerServiceClient>((session, id) => session.clusters(id));
const networks = through<NetworkManagementClient>((session, id) => session.networks(id));
const zones = through<PrivateDnsManagementClient>((session, id) => session.privateDns(id));

const access: Readonly<Record<ArmType, Open>> = {
  "Microsoft.Compute/virtualMachines": machines(({ virtualMachines: of }, group, name) => ({
    get: () => of.get(group, name, { expand: "instanceView" }),
    acts: {
      start: (options) => of.start(group, name, options),
      restart: (options) => of.restart(group, name, options),
    },
  })),
  // Only how many there are: the whole body would bring back what is secret in it as missing.
  "Microsoft.Compute/virtualMachineScaleSets": machines(({ virtualMachineScaleSets: of }, group, name) => ({
    get: () => of.get(group, name),
    put: ({ sku }, options) => of.update(group, name, { sku }, options),
  })),
  "Microsoft.ContainerService/managedClusters": clusters(({ managedClusters: of }, group, name) => ({
    get: () => of.get(group, name),
    put: (body, options) => of.createOrUpdate(group, name, body, options),
    acts: {
      start: (options) => of.start(group, name, options),
      rotateClusterCertificates: (options) => of.rotateClusterCertificates(group, name, options),
    },
  })),
  "Microsoft.ContainerService/managedClusters/agentPools": clusters(
    ({ agentPools: of }, group, cluster, name) => ({
      get: () => of.get(group, cluster, name),
      put: (body, options) => of.createOrUpdate(group, cluster, name, body, options),
    }),
  ),
  "Microsoft.ContainerService/managedClusters/privateEndpointConnections": clusters(
    ({ privateEndpointConnections: of }, group, cluster, name) => ({
      get: () => of.get(group, cluster, name),
      put: (body, options) => of.update(group, cluster, name, body, options),
    }),
  ),
  "Microsoft.Network/azureFirewalls": networks(({ azureFirewalls: of }, group, name) => ({
    get: () => of.get(group, name),
    put: (body, options) => of.createOrUpdate(group, name, body, options),
  })),
  "Microsoft.Network/bastionHosts": networks(({ bastionHosts: of }, group, name) => ({
    get: () => of.get(group, name),
    put: (body, options) => of.createOrUpdate(group, name, body, options),
  })),
  "Microsoft.Network/expressRouteCircuits/peerings": networks(
    ({ expressRouteCircuitPeerings: of }, group, circuit, name) => ({
      get: () => of.get(group, circuit, name),
      put: (body, options) => of.createOrUpdate(group, circuit, name, body, options),
    }),
  ),
  "Microsoft.Network/firewallPolicies": networks(({ firewallPolicies: of }, group, name) => ({
    get: () => of.get(group, name),
    put: (body, options) => of.createOrUpdate(group, name, body, options),
  })),
  "Microsoft.Network/firewallPolicies/ruleCollectionGroups": networks(
    ({ firewallPolicyRuleCollectionGroups: of }, group, policy, name) => ({
      get: () => of.get(group, policy, name),
      put: (body, options) => of.createOrUpdate(group, policy, name, body, options),
      remove: (options) => of.delete(group, policy, name, options),
    }),
  ),
  "Microsoft.Network/natGateways": networks(({ natGateways: of }, group, name) => ({
    get: () => of.get(group, name),
    put: (body, options) => of.createOrUpdate(group, name, body, options),
    remove: (options) => of.delete(group, name, options),
  })),
  "Microsoft.Network/networkInterfaces": networks(({ networkInterfaces: of }, group, name) => ({
    get: () => of.get(group, name),
    put: (body, options) => of.createOrUpdate(group, name, body, options),
  })),
  "Microsoft.Network/networkSecurityGroups/securityRules": networks(
    ({ securityRules: of }, group, securityGroup, name) => ({
      get: () => of.get(group, securityGroup, name),
      put: (body, options) => of.createOrUpdate(group, securityGroup, name, body, options),
      remove: (options) => of.delete(group, securityGroup, name, options),
    }),
  ),
  "Microsoft.Network/privateDnsZones": zones(({ privateZones: of }, group, name) => ({
    get: () => of.get(group, name),
    put: (body, options) => of.createOrUpdate(group, name, body, options),
  })),
  "Microsoft.Network/privateDnsZones/A": zones(({ recordSets: of }, group, zone, name) => ({
    get: () => of.get(group, zone, "A", name),
    put: (body, options) => of.createOrUpdate(group, zone, "A", name, body, options),
    remove: (options) => of.delete(group, zone, "A", name, options),
  })),
  "Microsoft.Network/privateDnsZones/virtualNetworkLinks": zones(
    ({ virtualNetworkLinks: of }, group, zone, name) => ({
      get: () => of.get(group, zone, name),
      put: (body, options) => of.createOrUpdate(group, zone, name, body, options),
      remove: (options) => of.delete(group, zone, name, options),
    }),
  ),
  "Microsoft.Network/publicIPAddresses": networks(({ publicIPAddresses: of }, group, name) => ({
    get: () => of.get(group, name),
    put: (body, options) => of.createOrUpdate(group, name, body, options),
    remove: (options) => of.delete(group, name, options),
  })),
  "Microsoft.Network/routeTables": networks(({ routeTables: of }, group, name) => ({
    get: () => of.get(group, name),
    put: (body, options) => of.createOrUpdate(group, name, body, options),
    remove: (options) => of.delete(group, name, options),
  })),
  "Microsoft.Network/routeTables/routes": networks(({ routes: of }, group, table, name) => ({
    get: () => of.get(group, table, name),
    put: (body, options) => of.createOrUpdate(group, table, name, body, options),
    remove: (options) => of.delete(group, table, name, options),
  })),
  "Microsoft.Network/virtualNetworkGateways": networks(({ virtualNetworkGateways: of }, group, name) => ({
    get: () => of.get(group, name),
    put: (body, options) => of.createOrUpdate(group, name, body, options),
    acts: { reset: (options) => of.reset(group, name, options) },
  })),
  "Microsoft.Network/virtualNetworks": networks(({ virtualNetworks: of }, group, name) => ({
    get: () => of.get(group, name),
    put: (body, options) => of.createOrUpdate(group, name, body, options),
  })),
  "Microsoft.Network/virtualNetworks/subnets": networks(({ subnets: of }, group, network, name) => ({
    get: () => of.get(group, network, name),
    put: (body, options) => of.createOrUpdate(group, network, name, body, options),
  })),
  "Microsoft.Network/virtualNetworks/virtualNetworkPeerings": networks(
    ({ virtualNetworkPeerings: of }, group, network, name) => ({
      get: () => of.get(group, network, name),
      put: (body, options) => of.createOrUpdate(group, network, name, body, options),
      remove: (options) => of.delete(group, network, name, options),
      sync: (body, options) =>
        of.createOrUpdate(group, network, name, body, { ...options, syncRemoteAddressSpace: "true" }),
    }),
  ),
};

export const openResource = (session: ArmSession, type: ArmType, names: Names): ResourceAccess =>
  access[type](session, names);
