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

/** Where a resource stands: its group, and what it is called, by level of its type. */
type Whole = [group: string, name: string];
type Part = [...Whole, part: string];

/** As the SDKs offer it of most types. */
type Offered<At extends string[]> = Readonly<{
  get(...at: At): Promise<object>;
  createOrUpdate(...args: [...At, Model, SendOptions]): PromiseLike<unknown>;
}>;
type Removable<At extends string[]> = Offered<At> &
  Readonly<{ delete(...args: [...At, SendOptions]): PromiseLike<unknown> }>;

const written = <At extends string[]>(of: Offered<At>, at: At) => ({
  get: () => of.get(...at),
  put: (body: Model, options: SendOptions) => of.createOrUpdate(...at, body, options),
});

const removable = <At extends string[]>(of: Removable<At>, at: At) => ({
  ...written(of, at),
  remove: (options: SendOptions) => of.delete(...at, options),
});

const through = <Client>(clientOf: (session: ArmSession, subscriptionId: string) => Client) => ({
  whole:
    (make: (client: Client, at: Whole) => ResourceAccess): Open =>
    (session, { subscriptionId, resourceGroup, names: [name = ""] }) =>
      make(clientOf(session, subscriptionId), [resourceGroup, name]),
  part:
    (make: (client: Client, at: Part) => ResourceAccess): Open =>
    (session, { subscriptionId, resourceGroup, names: [name = "", part = ""] }) =>
      make(clientOf(session, subscriptionId), [resourceGroup, name, part]),
});

const machines = through((session, id) => session.machines(id));
const clusters = through((session, id) => session.clusters(id));
const networks = through((session, id) => session.networks(id));
const zones = through((session, id) => session.privateDns(id));

const access: Readonly<Record<ArmType, Open>> = {
  "Microsoft.Compute/virtualMachines": machines.whole(({ virtualMachines: of }, at) => ({
    get: () => of.get(...at, { expand: "instanceView" }),
    acts: {
      start: (options) => of.start(...at, options),
      restart: (options) => of.restart(...at, options),
    },
  })),
  // Only how many there are: the whole body would bring back what is secret in it as missing.
  "Microsoft.Compute/virtualMachineScaleSets": machines.whole(({ virtualMachineScaleSets: of }, at) => ({
    get: () => of.get(...at),
    put: ({ sku }, options) => of.update(...at, { sku }, options),
  })),
  "Microsoft.ContainerService/managedClusters": clusters.whole(({ managedClusters: of }, at) => ({
    ...written<Whole>(of, at),
    acts: {
      start: (options) => of.start(...at, options),
      rotateClusterCertificates: (options) => of.rotateClusterCertificates(...at, options),
    },
  })),
  "Microsoft.ContainerService/managedClusters/agentPools": clusters.part((of, at) =>
    written<Part>(of.agentPools, at),
  ),
  "Microsoft.ContainerService/managedClusters/privateEndpointConnections": clusters.part(
    ({ privateEndpointConnections: of }, at) => ({
      get: () => of.get(...at),
      put: (body, options) => of.update(...at, body, options),
    }),
  ),
  "Microsoft.Network/azureFirewalls": networks.whole((of, at) => written<Whole>(of.azureFirewalls, at)),
  "Microsoft.Network/bastionHosts": networks.whole((of, at) => written<Whole>(of.bastionHosts, at)),
  "Microsoft.Network/expressRouteCircuits/peerings": networks.part((of, at) =>
    written<Part>(of.expressRouteCircuitPeerings, at),
  ),
  "Microsoft.Network/firewallPolicies": networks.whole((of, at) => written<Whole>(of.firewallPolicies, at)),
  "Microsoft.Network/firewallPolicies/ruleCollectionGroups": networks.part((of, at) =>
    removable<Part>(of.firewallPolicyRuleCollectionGroups, at),
  ),
  "Microsoft.Network/natGateways": networks.whole((of, at) => removable<Whole>(of.natGateways, at)),
  "Microsoft.Network/networkInterfaces": networks.whole((of, at) => written<Whole>(of.networkInterfaces, at)),
  "Microsoft.Network/networkSecurityGroups/securityRules": networks.part((of, at) =>
    removable<Part>(of.securityRules, at),
  ),
  "Microsoft.Network/privateDnsZones": zones.whole((of, at) => written<Whole>(of.privateZones, at)),
  "Microsoft.Network/privateDnsZones/A": zones.part(({ recordSets: of }, [group, zone, name]) => ({
    get: () => of.get(group, zone, "A", name),
    put: (body, options) => of.createOrUpdate(group, zone, "A", name, body, options),
    remove: (options) => of.delete(group, zone, "A", name, options),
  })),
  "Microsoft.Network/privateDnsZones/virtualNetworkLinks": zones.part((of, at) =>
    removable<Part>(of.virtualNetworkLinks, at),
  ),
  "Microsoft.Network/publicIPAddresses": networks.whole((of, at) =>
    removable<Whole>(of.publicIPAddresses, at),
  ),
  "Microsoft.Network/routeTables": networks.whole((of, at) => removable<Whole>(of.routeTables, at)),
  "Microsoft.Network/routeTables/routes": networks.part((of, at) => removable<Part>(of.routes, at)),
  "Microsoft.Network/virtualNetworkGateways": networks.whole(({ virtualNetworkGateways: of }, at) => ({
    ...written<Whole>(of, at),
    acts: { reset: (options) => of.reset(...at, options) },
  })),
  "Microsoft.Network/virtualNetworks": networks.whole((of, at) => written<Whole>(of.virtualNetworks, at)),
  "Microsoft.Network/virtualNetworks/subnets": networks.part((of, at) => written<Part>(of.subnets, at)),
  "Microsoft.Network/virtualNetworks/virtualNetworkPeerings": networks.part(
    ({ virtualNetworkPeerings: of }, at) => ({
      ...removable<Part>(of, at),
      sync: (body, options) => of.createOrUpdate(...at, body, { ...options, syncRemoteAddressSpace: "true" }),
    }),
  ),
};

export const openResource = (session: ArmSession, type: ArmType, names: Names): ResourceAccess =>
  access[type](session, names);
