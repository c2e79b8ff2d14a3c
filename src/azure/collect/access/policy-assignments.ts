// What Azure Policy may turn down in a cluster: the assignments to it and to all above it, with their definitions.
// https://learn.microsoft.com/rest/api/policy-authorization/policy-assignments/list-for-resource
import { z } from "zod";
import { shutByJit } from "../../../core/network/filter/jit.ts";
import type { ManagedCluster } from "../../../core/snapshot/cluster.ts";
import type { PolicyAssignment, PolicyDefinition } from "../../../core/snapshot/policy-assignments.ts";
import { idKey, idsOnce, nameOf, sameId } from "../../../core/snapshot/resource-id.ts";
import { type ById, collected, type Section, unavailable } from "../../../core/snapshot/section.ts";
import type { JitPolicy, JitWindow, NetworkSecurityGroup } from "../../../core/snapshot/security.ts";
import { subject } from "../../../core/snapshot/subject.ts";
import type { ArmSession } from "../../arm/arm-client.ts";
import { type ResourceGroupRef, resourceGroupId, resourceGroupOf } from "../../arm/resource-id.ts";
import { present, valuesOf } from "../../map/fields.ts";
import { type ListingRead, listingOf } from "../kit/group-reads.ts";
import { dataOf, notReached, type Read, readIds, readOne } from "../kit/read.ts";
import { type ListRead, readJson } from "../kit/read-list.ts";
import type { NetworkReads } from "../network/networks.ts";
import type { FoundHosts } from "./jump-hosts.ts";

const authorization = "Microsoft.Authorization";

/** A large company assigns dozens; few are about Kubernetes. */
const maximumDefinitions = 20;

const value = z.object({ value: z.unknown() }).nullish();
const assignmentSchema = z.object({
  id: z.string(),
  name: z.string(),
  properties: z.object({
    displayName: z.string().nullish(),
    policyDefinitionId: z.string(),
    enforcementMode: z.string().nullish(),
    parameters: z.looseObject({ effect: value, excludedNamespaces: value }).nullish(),
  }),
});

const byDefault = z.object({ defaultValue: z.unknown() }).nullish();
const definitionSchema = z.object({
  properties: z.object({
    metadata: z.looseObject({ category: z.string().nullish() }).nullish(),
    parameters: z.looseObject({ effect: byDefault, excludedNamespaces: byDefault }).nullish(),
    policyRule: z.record(z.string(), z.unknown()).nullish(),
  }),
});

const textIn = (raw: unknown): string | undefined => z.string().safeParse(raw).data;
const textsIn = (raw: unknown): readonly string[] | undefined => z.array(z.string()).safeParse(raw).data;

/** `[parameters('effect')]` stands for what the assignment says, or the default. */
function fixedEffect(rule: Readonly<Record<string, unknown>> | null | undefined): string {
  const said = z.object({ effect: z.string() }).safeParse(rule?.then).data?.effect ?? "";
  return said.startsWith("[") ? "" : said;
}

const readDefinition = (arm: ArmSession, after: number, id: string): Promise<Read<PolicyDefinition>> => {
  const type = /\/policySetDefinitions\//i.test(id) ? "policySetDefinitions" : "policyDefinitions";
  return readOne(
    after,
    {
      what: subject("policyDefinition", nameOf(id)),
      needs: { action: `${authorization}/${type}/read`, scope: id },
    },
    () => arm.json.get(id, "2023-04-01", definitionSchema),
    ({ properties: { metadata, parameters, policyRule } }) => ({
      category: metadata?.category ?? "",
      effect: textIn(parameters?.effect?.defaultValue) ?? fixedEffect(policyRule),
      excludedNamespaces: textsIn(parameters?.excludedNamespaces?.defaultValue) ?? [],
    }),
  );
};

type Assigned = Omit<PolicyAssignment, "definition"> & Readonly<{ definitionId: string }>;

const mapAssigned = ({ id, name, properties }: z.infer<typeof assignmentSchema>): Assigned => ({
  id,
  name: properties.displayName || name,
  isEnforced: !/^DoNotEnforce$/i.test(properties.enforcementMode ?? ""),
  definitionId: properties.policyDefinitionId,
  ...present({
    effect: textIn(properties.parameters?.effect?.value),
    excludedNamespaces: textsIn(properties.parameters?.excludedNamespaces?.value),
  }),
});

const notAsked = (definitionId: string): Section<PolicyDefinition> =>
  unavailable("notReached", { is: "notAsked", what: subject("policyDefinition", nameOf(definitionId)) });

export const readPolicyAssignments = async (
  arm: ArmSession,
  after: number,
  { id, azurePolicy }: ManagedCluster,
): Promise<Read<readonly PolicyAssignment[]>> => {
  if (azurePolicy !== true) return notReached({ is: "noPolicyAddon" });
  const what = subject("policyAssignments");
  const assigned = await readOne(
    after,
    { what, needs: { action: `${authorization}/policyAssignments/read`, scope: id } },
    () => arm.json.list(`${id}/providers/${authorization}/policyAssignments`, "2023-04-01", assignmentSchema),
    (all) => all.map(mapAssigned),
  );
  if (assigned.section.status === "unavailable") return { section: assigned.section, level: assigned.level };
  const ids = idsOnce(assigned.section.data.map(({ definitionId }) => definitionId));
  const { sections, level } = await readIds(ids.slice(0, maximumDefinitions), (each) =>
    readDefinition(arm, assigned.level, each),
  );
  const all = assigned.section.data.map(({ definitionId, ...each }) => ({
    ...each,
    definition: sections[idKey(definitionId)] ?? notAsked(definitionId),
  }));
  return { section: collected(all), level: Math.max(assigned.level, level) };
};

// Policies of just-in-time access: asked for only where a rule of it stands before a machine.
// https://learn.microsoft.com/rest/api/defenderforcloud/jit-network-access-policies

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
  return readJson(arm, after, {
    what: subject("jitPolicies", group.resourceGroup),
    scope,
    type: policyType,
    path: `${scope}/providers/Microsoft.Security/locations/${location}/jitNetworkAccessPolicies`,
    apiVersion,
    item: policy,
    map: mapPolicy,
  });
};

type Groups = Readonly<{ sections: ById<NetworkSecurityGroup>; level: number }>;

/** Of machines before which such a rule stands, each place once. */
function placesOf(
  { found }: FoundHosts,
  networks: readonly NetworkReads[],
  { sections }: Groups,
): readonly Place[] {
  const places = (dataOf(found.section) ?? []).flatMap(({ host }): readonly Place[] => {
    const read = networks.find(({ id }) => sameId(id, host.virtualNetworkId));
    const network = dataOf(read?.network.section)?.network;
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
