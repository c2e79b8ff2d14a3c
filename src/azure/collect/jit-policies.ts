// Policies of just-in-time access: asked for only where a rule of it stands before a machine.
// https://learn.microsoft.com/rest/api/defenderforcloud/jit-network-access-policies
import { z } from "zod";
import { shutByJit } from "../../core/network/filter/jit.ts";
import { idKey, sameId } from "../../core/snapshot/resource-id.ts";
import type { ById } from "../../core/snapshot/section.ts";
import type { JitPolicy, JitWindow, NetworkSecurityGroup } from "../../core/snapshot/security.ts";
import { subject } from "../../core/snapshot/subject.ts";
import type { ArmSession } from "../arm/arm-client.ts";
import { type ResourceGroupRef, resourceGroupId, resourceGroupOf } from "../arm/resource-id.ts";
import { present, valuesOf } from "../map/fields.ts";
import type { FoundHosts } from "./jump-hosts.ts";
import type { NetworkReads } from "./networks.ts";
import { type ListRead, readItems } from "./read-list.ts";
import { type ListingRead, listingOf } from "./surroundings.ts";

const policyType = "Microsoft.Security/locations/jitNetworkAccessPolicies";
const apiVersion = "2020-01-01";

const sources = {
  allowedSourceAddressPrefix: z.string().nullish(),
  allowedSourceAddressPrefixes: z.array(z.string()).nullish(),
};
const opening = z.object({ number: z.number(), maxRequestAccessDuration: z.string().nullish() });
const asked = z.object({
  ...{ number: z.number(), endTimeUtc: z.string(), status: z.string() },
  ...sources,
});
const policy = z.object({
  id: z.string(),
  properties: z.object({
    virtualMachines: z.array(z.object({ id: z.string(), ports: z.array(opening) })),
    requests: z
      .array(
        z.object({
          requestor: z.string().nullish(),
          virtualMachines: z.array(z.object({ id: z.string(), ports: z.array(asked) })),
        }),
      )
      .nullish(),
  }),
});
type Parsed = z.infer<typeof policy>["properties"];

const windowsOf = ({ requests }: Parsed): readonly JitWindow[] =>
  (requests ?? []).flatMap(({ requestor, virtualMachines }) =>
    virtualMachines.flatMap(({ id: machineId, ports }) =>
      ports.map(({ number: port, endTimeUtc: endTime, status, ...from }) => ({
        ...{ machineId, port, endTime, status },
        sources: valuesOf(from.allowedSourceAddressPrefix, from.allowedSourceAddressPrefixes),
        ...present({ caller: requestor }),
      })),
    ),
  );

const mapPolicy = ({ id, properties }: z.infer<typeof policy>): JitPolicy => ({
  id,
  machines: properties.virtualMachines.map(({ id: machineId, ports }) => ({
    machineId,
    openings: ports.map(({ number: port, maxRequestAccessDuration }) => ({
      port,
      ...present({ longest: maxRequestAccessDuration }),
    })),
  })),
  windows: windowsOf(properties),
});

/** They stand where the machines stand: in their resource group, and in their region. */
type Place = Readonly<{ group: ResourceGroupRef; location: string }>;

const readPolicies = (
  arm: ArmSession,
  after: number,
  { group, location }: Place,
): Promise<ListRead<JitPolicy>> => {
  const scope = resourceGroupId(group);
  const path = `${scope}/providers/Microsoft.Security/locations/${location}/jitNetworkAccessPolicies`;
  return readItems(
    after,
    {
      what: subject("jitPolicies", group.resourceGroup),
      needs: { action: `${policyType}/read`, scope },
    },
    () => arm.json.list(path, apiVersion, z.unknown()),
    policy,
    mapPolicy,
  );
};

type Groups = Readonly<{ sections: ById<NetworkSecurityGroup>; level: number }>;

/** Of machines before which such a rule stands, each place once. */
function placesOf(
  { found }: FoundHosts,
  networks: readonly NetworkReads[],
  { sections }: Groups,
): readonly Place[] {
  const hosts = found.section.status === "unavailable" ? [] : found.section.data;
  const places = hosts.flatMap(({ host }): readonly Place[] => {
    const read = networks.find(({ id }) => sameId(id, host.virtualNetworkId))?.network.section;
    const network = read?.status === "collected" ? read.data.network : undefined;
    const group = resourceGroupOf(host.id);
    if (network === undefined || group === null) return [];
    return shutByJit(host, network, sections).length === 0 ? [] : [{ group, location: network.location }];
  });
  const keyOf = ({ group, location }: Place): string => `${idKey(resourceGroupId(group))} ${location}`;
  return [...new Map(places.map((place) => [keyOf(place), place])).values()];
}

export async function readJitPolicies(
  arm: ArmSession,
  hosts: FoundHosts,
  networks: readonly NetworkReads[],
  groups: Groups,
): Promise<ListingRead<JitPolicy>> {
  const places = placesOf(hosts, networks, groups);
  const after = Math.max(groups.level, hosts.found.level);
  return listingOf(await Promise.all(places.map((place) => readPolicies(arm, after, place))), []);
}
