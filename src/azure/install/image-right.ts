// The bot's identity may pull its image, where that stands in a registry of Azure's. Whoever may not give the right goes on
// without, and learns who types what.
// https://learn.microsoft.com/azure/container-apps/managed-identity-image-pull
import { createHash } from "node:crypto";
import { z } from "zod";
import type { Step } from "../../app/ports/install.ts";
import { registryOf } from "../../core/install/answers.ts";
import type { Made } from "../../core/install/made.ts";
import { isRefused } from "../../core/install/refused.ts";
import { armRead } from "./host-group.ts";
import { nothing, type Requests } from "./requests.ts";
import { listSubscriptions } from "./subscriptions.ts";

const acrPull = "7f951dda-4ed3-4680-a7ca-43fe172d538d";
const version = "api-version=2022-04-01";

const registriesShape = z.object({
  value: z.array(z.object({ id: z.string(), properties: z.object({ loginServer: z.string() }) })),
});
const assignmentsShape = z.object({
  value: z.array(
    z.object({ properties: z.object({ roleDefinitionId: z.string(), principalId: z.string() }) }),
  ),
});

const makes = ({ answers }: Made): readonly string[] => [
  `role AcrPull of ${answers.name} on ${registryOf(answers)}`,
];

export const imageRightStep = (requests: Requests): Step => ({
  name: "imageRight",
  needs: [
    { azure: "Microsoft.ContainerRegistry/registries/read" },
    { azure: "Microsoft.Authorization/roleAssignments/read" },
    { azure: "Microsoft.Authorization/roleAssignments/write" },
    { azure: "Microsoft.Authorization/roleAssignments/delete" },
  ],
  isFor: (answers) => registryOf(answers) !== null,
  makes,
  look: async (made) => {
    if (made.identity === undefined) return { is: "missing" };
    const registry = await registryIn(requests, made);
    const isThere = registry !== null && (await mayPull(requests, registry, made.identity.principalId));
    return isThere ? { is: "there", made } : { is: "missing" };
  },
  make: async (made) => {
    const { principalId = "" } = made.identity ?? {};
    const registry = await registryIn(requests, made);
    if (registry !== null && (await given(requests, registry, principalId))) return made;
    const server = registryOf(made.answers) ?? "";
    return { ...made, open: [...made.open, { is: "imageRight", server, registry, principalId }] };
  },
  // It stands on what is not of this installation, and goes before the identity that it names.
  takeBack: async (made) => {
    const path = await ownAssignment(requests, made);
    if (path !== null) await requests.arm(nothing, { method: "DELETE", path });
  },
  deletes: async (made) => ({
    gone: (await ownAssignment(requests, made)) === null ? [] : makes(made),
    stays: [],
  }),
  undo: ({ identity }) =>
    identity ? `az role assignment delete --assignee ${identity.principalId} --role AcrPull` : null,
});

/** The one that this installation made; null where it is not there. */
async function ownAssignment(requests: Requests, made: Made): Promise<string | null> {
  if (made.identity === undefined) return null;
  const registry = await registryIn(requests, made);
  if (registry === null) return null;
  const path = assignmentPath(registry, made.identity.principalId);
  return (await armRead(requests, path, nothing)) === null ? null : path;
}

/** Its id; null where this person sees none with this server. The subscription of the bot is looked through first. */
async function registryIn(requests: Requests, { answers }: Made): Promise<string | null> {
  const server = registryOf(answers);
  const seen = (await listSubscriptions(requests)).map(({ subscriptionId }) => subscriptionId);
  for (const id of new Set([answers.subscriptionId, ...seen])) {
    const path = `/subscriptions/${id}/providers/Microsoft.ContainerRegistry/registries?api-version=2023-07-01`;
    const { value = [] } = (await armRead(requests, path, registriesShape)) ?? {};
    const found = value.find(({ properties }) => properties.loginServer.toLowerCase() === server);
    if (found !== undefined) return found.id;
  }
  return null;
}

/** Somebody else may have given it. */
async function mayPull(requests: Requests, registry: string, principalId: string): Promise<boolean> {
  const filter = encodeURIComponent(`principalId eq '${principalId}'`);
  const path = `${registry}/providers/Microsoft.Authorization/roleAssignments?$filter=${filter}&${version}`;
  const { value } = (await requests.arm(assignmentsShape, { method: "GET", path })).body;
  return value.some(({ properties }) => properties.roleDefinitionId.endsWith(acrPull));
}

/** False where this person may not. */
async function given(requests: Requests, registry: string, principalId: string): Promise<boolean> {
  const roleDefinitionId = `${registry.split("/resourceGroups/")[0]}/providers/Microsoft.Authorization/roleDefinitions/${acrPull}`;
  try {
    await requests.arm(nothing, {
      ...{ method: "PUT", path: assignmentPath(registry, principalId) },
      body: { properties: { roleDefinitionId, principalId, principalType: "ServicePrincipal" } },
    });
    return true;
  } catch (error) {
    if (isRefused(error, 403)) return false;
    throw error;
  }
}

/** By a name that is the same each time, so that a second try finds the first. */
function assignmentPath(registry: string, principalId: string): string {
  const hash = createHash("sha256")
    .update(`${registry.toLowerCase()}|${principalId}|${acrPull}`)
    .digest("hex");
  const name = hash.slice(0, 32).replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, "$1-$2-5$3-8$4-$5");
  return `${registry}/providers/Microsoft.Authorization/roleAssignments/${name}?${version}`;
}
