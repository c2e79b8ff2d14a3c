// What Cloud Shell needs in a network beside its subnet: read only where a network profile of it was seen.
// https://learn.microsoft.com/azure/cloud-shell/vnet/deployment
import { z } from "zod";
import { isShellProfile } from "../../../core/client/likely-hosts.ts";
import type {
  NetworkProfile,
  ProviderState,
  RelayNamespace,
  RelayZone,
  ServiceRole,
  StorageAccount,
} from "../../../core/snapshot/hosts.ts";
import { idKey, nameOf } from "../../../core/snapshot/resource-id.ts";
import { type ById, collected } from "../../../core/snapshot/section.ts";
import { subject } from "../../../core/snapshot/subject.ts";
import type { ArmSession } from "../../arm/arm-client.ts";
import { type ResourceGroupRef, resourceGroupId, resourceGroupOf } from "../../arm/resource-id.ts";
import type { ArmReads } from "../kit/arm-reads.ts";
import { type ListingRead, listingOf } from "../kit/group-reads.ts";
import { mapRead, type Read, readOne } from "../kit/read.ts";
import { itemsOf, type ListRead, readItems, readJson } from "../kit/read-list.ts";
import { readRelayZones } from "../network/other-zones.ts";
import { assignmentItem, listAssignments } from "./identity-roles.ts";

const namespaces = ["Microsoft.CloudShell", "Microsoft.ContainerInstance", "Microsoft.Relay"];

const provider = z.object({ registrationState: z.string().nullish() });

/** As a list of one, to stand among the others. */
async function readProvider(
  arm: ArmSession,
  after: number,
  { subscriptionId, namespace }: Omit<ProviderState, "state">,
): Promise<ListRead<ProviderState>> {
  const id = `/subscriptions/${subscriptionId}/providers/${namespace}`;
  const read = await readOne(
    after,
    {
      what: subject("provider", namespace),
      needs: {
        action: "Microsoft.Resources/subscriptions/providers/read",
        scope: `/subscriptions/${subscriptionId}`,
      },
    },
    () => arm.json.get(id, "2022-09-01", provider),
    ({ registrationState }) => ({ subscriptionId, namespace, state: registrationState ?? "" }),
  );
  return mapRead(read, (state) => collected([state]));
}

const connections = z
  .array(
    z.object({
      id: z.string(),
      properties: z.object({
        privateLinkServiceConnectionState: z.object({ status: z.string().nullish() }).nullish(),
      }),
    }),
  )
  .nullish();

const endpointsOf = (all: z.infer<typeof connections>) =>
  (all ?? []).map(({ id, properties }) => ({
    ...{ id, name: nameOf(id) },
    status: properties.privateLinkServiceConnectionState?.status ?? "",
  }));

const relay = z.object({
  ...{ id: z.string(), name: z.string() },
  properties: z.object({
    provisioningState: z.string().nullish(),
    privateEndpointConnections: connections,
  }),
});

const account = z.object({
  ...{ id: z.string(), name: z.string() },
  properties: z.object({
    publicNetworkAccess: z.string().nullish(),
    allowSharedKeyAccess: z.boolean().nullish(),
    networkAcls: z
      .object({
        defaultAction: z.string().nullish(),
        virtualNetworkRules: z.array(z.object({ id: z.string() })).nullish(),
      })
      .nullish(),
    privateEndpointConnections: connections,
  }),
});

const mapRelay = ({ id, name, properties }: z.infer<typeof relay>): RelayNamespace => ({
  ...{ id, name, provisioningState: properties.provisioningState ?? "" },
  endpoints: endpointsOf(properties.privateEndpointConnections),
});

/** What Azure leaves out is as it was before there was such a setting: open. */
const mapAccount = ({ id, name, properties }: z.infer<typeof account>): StorageAccount => ({
  ...{ id, name, publicNetworkAccess: properties.publicNetworkAccess ?? "" },
  defaultAction: properties.networkAcls?.defaultAction ?? "Allow",
  subnetIds: (properties.networkAcls?.virtualNetworkRules ?? []).map((rule) => rule.id),
  takesKeys: properties.allowSharedKeyAccess ?? true,
  endpoints: endpointsOf(properties.privateEndpointConnections),
});

const readRelays = (arm: ArmSession, after: number, group: ResourceGroupRef) =>
  readJson(arm, after, {
    what: subject("relays", group.resourceGroup),
    scope: resourceGroupId(group),
    type: "Microsoft.Relay/namespaces",
    apiVersion: "2021-11-01",
    item: relay,
    map: mapRelay,
  });

const readAccounts = (arm: ArmSession, after: number, group: ResourceGroupRef) =>
  readJson(arm, after, {
    what: subject("storageAccounts", group.resourceGroup),
    scope: resourceGroupId(group),
    type: "Microsoft.Storage/storageAccounts",
    apiVersion: "2023-05-01",
    item: account,
    map: mapAccount,
  });

const isService = (type: string | null | undefined): boolean => /^serviceprincipal$/i.test(type ?? "");

async function readRoles(arm: ArmSession, after: number, id: string): Promise<Read<readonly ServiceRole[]>> {
  const read = await readItems(
    after,
    {
      what: subject("roleAssignments", nameOf(id)),
      needs: { action: "Microsoft.Authorization/roleAssignments/read", scope: id },
    },
    () => listAssignments(arm.json, id, "atScope()"),
    assignmentItem,
    ({ properties: { principalId, principalType, roleDefinitionId, scope } }) =>
      isService(principalType) ? [{ principalId, roleDefinitionId, scope: scope ?? "" }] : [],
  );
  return mapRead(read, (roles) => collected(roles.flat()));
}

type RolesRead = Readonly<{ sections: ById<readonly ServiceRole[]>; level: number }>;

async function rolesOn(arm: ArmSession, asked: ReadonlyMap<string, number>): Promise<RolesRead> {
  const read = await Promise.all(
    [...asked].map(async ([id, after]) => [idKey(id), await readRoles(arm, after, id)] as const),
  );
  return {
    sections: Object.fromEntries(read.map(([key, { section }]) => [key, section])),
    level: Math.max(0, ...read.map(([, { level }]) => level)),
  };
}

type ShellParts = Readonly<{
  providers: ListingRead<ProviderState>;
  relays: ListingRead<RelayNamespace>;
  relayZones: ListingRead<RelayZone>;
  accounts: ListingRead<StorageAccount>;
  roles: RolesRead;
}>;

/** A company has one for each region that it works in; more are not looked into. */
const mostProfiles = 2;

const groupsOf = (profiles: readonly NetworkProfile[]): readonly ResourceGroupRef[] => {
  const groups = profiles.flatMap(({ id }) => resourceGroupOf(id) ?? []);
  return [...new Map(groups.map((group) => [idKey(resourceGroupId(group)), group])).values()];
};

/** Of a listing of one or two at most. */
const listed = <T>(reads: readonly ListRead<T>[]): ListingRead<T> => listingOf(reads, []);

export async function readShellParts(
  arm: ArmSession,
  reads: ArmReads,
  { listing, level: after }: ListingRead<NetworkProfile>,
): Promise<ShellParts> {
  const profiles = listing.items.filter(isShellProfile).slice(0, mostProfiles);
  const groups = groupsOf(profiles);
  const subscriptions = [...new Set(groups.map(({ subscriptionId }) => subscriptionId))];
  const relaysRead = Promise.all(groups.map((group) => readRelays(arm, after, group)));
  const rolesRead = relaysRead.then((relays) =>
    rolesOn(
      arm,
      new Map([
        ...profiles.map(({ id }) => [id, after] as const),
        ...relays.flatMap((list) => itemsOf(list).map(({ id }) => [id, list.level] as const)),
      ]),
    ),
  );
  const [providers, relays, zones, accounts, roles] = await Promise.all([
    Promise.all(
      subscriptions.flatMap((subscriptionId) =>
        namespaces.map((namespace) => readProvider(arm, after, { subscriptionId, namespace })),
      ),
    ),
    relaysRead,
    Promise.all(groups.map((group) => readRelayZones(arm, reads, after, group))),
    Promise.all(groups.map((group) => readAccounts(arm, after, group))),
    rolesRead,
  ]);
  return {
    ...{ providers: listed(providers), relays: listed(relays), relayZones: listed(zones) },
    ...{ accounts: listed(accounts), roles },
  };
}
