// What Azure Policy may turn down in a cluster: the assignments to it and to all above it, with their definitions.
// https://learn.microsoft.com/rest/api/policy-authorization/policy-assignments/list-for-resource
import { z } from "zod";
import type { ManagedCluster } from "../../core/snapshot/cluster.ts";
import type { PolicyAssignment, PolicyDefinition } from "../../core/snapshot/policy-assignments.ts";
import { idKey, nameOf } from "../../core/snapshot/resource-id.ts";
import { collected, type Section, unavailable } from "../../core/snapshot/section.ts";
import { subject } from "../../core/snapshot/subject.ts";
import type { ArmSession } from "../arm/arm-client.ts";
import { present } from "../map/fields.ts";
import { notReached, type Read, readOne } from "./read.ts";

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

/** Each once, as far as they are asked for. */
async function readDefinitions(
  arm: ArmSession,
  after: number,
  all: readonly Assigned[],
): Promise<ReadonlyMap<string, Read<PolicyDefinition>>> {
  const named = new Map(all.map(({ definitionId }) => [idKey(definitionId), definitionId] as const));
  return new Map(
    await Promise.all(
      [...named]
        .slice(0, maximumDefinitions)
        .map(async ([key, each]) => [key, await readDefinition(arm, after, each)] as const),
    ),
  );
}

const notRead = (definitionId: string): Section<PolicyDefinition> =>
  unavailable("notReached", { is: "notRead", what: subject("policyDefinition", nameOf(definitionId)) });

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
  const definitions = await readDefinitions(arm, assigned.level, assigned.section.data);
  return {
    section: collected(
      assigned.section.data.map(({ definitionId, ...each }) => {
        const definition = definitions.get(idKey(definitionId))?.section ?? notRead(definitionId);
        return { ...each, definition };
      }),
    ),
    level: Math.max(assigned.level, ...[...definitions.values()].map(({ level }) => level)),
  };
};
