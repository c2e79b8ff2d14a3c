// The resource group of an installation, and the identity that the bot runs as: both are there before the deployment, since
// the app registration has to trust the identity first.
import { z } from "zod";
import type { Step } from "../../app/ports/install.ts";
import { type Answers, isOwnHost, markOf } from "../../core/install/answers.ts";
import { typeAndName } from "../../core/install/host.ts";
import { isRefused, Refused } from "../../core/install/refused.ts";
import { nothing, type Requests } from "./requests.ts";
import { requireRights } from "./rights.ts";

export const markTag = "aks-oncall";

export const groupPath = ({ subscriptionId, name }: Answers): string =>
  `/subscriptions/${subscriptionId}/resourceGroups/${name}`;

const groupVersion = "api-version=2022-09-01";
const tags = z.record(z.string(), z.string()).nullish();
const groupShape = z.object({ id: z.string(), location: z.string(), tags });
const resourcesShape = z.object({ value: z.array(z.object({ id: z.string(), type: z.string(), tags })) });

/** Null where it is not there. */
export async function armRead<T>(requests: Requests, path: string, shape: z.ZodType<T>): Promise<T | null> {
  try {
    return (await requests.arm(shape, { method: "GET", path })).body;
  } catch (error) {
    if (isRefused(error, 404)) return null;
    throw error;
  }
}

/** What the group holds; null where it is not there, or is not this installation's. */
export async function ownGroup(requests: Requests, answers: Answers) {
  const group = await armRead(requests, `${groupPath(answers)}?${groupVersion}`, groupShape);
  if (group?.tags?.[markTag] !== markOf(answers)) return null;
  const { body } = await requests.arm(resourcesShape, {
    ...{ method: "GET", path: `${groupPath(answers)}/resources?${groupVersion}` },
  });
  const isOurs = (each: (typeof body.value)[number]) => each.tags?.[markTag] === markOf(answers);
  return { ours: body.value.filter(isOurs), others: body.value.filter((each) => !isOurs(each)) };
}

type Wait = (milliseconds: number) => Promise<unknown>;

export const resourceGroupStep = (requests: Requests, wait: Wait): Step => ({
  name: "resourceGroup",
  byMarksAlone: true,
  needs: [
    { azure: "Microsoft.Resources/subscriptions/resourceGroups/read" },
    { azure: "Microsoft.Resources/subscriptions/resourceGroups/write" },
    { azure: "Microsoft.Resources/subscriptions/resourceGroups/delete" },
    { azure: "Microsoft.KeyVault/deletedVaults/read" },
    { azure: "Microsoft.KeyVault/locations/deletedVaults/purge/action" },
  ],
  makes: ({ answers }) => [`resource group ${answers.name} in ${answers.region}`],
  look: async (made) => {
    const { answers } = made;
    const group = await armRead(requests, `${groupPath(answers)}?${groupVersion}`, groupShape);
    if (group !== null && group.tags?.[markTag] !== markOf(answers))
      throw new Refused({ is: "notOurs", what: `resource group ${answers.name}` });
    const scope = group === null ? `/subscriptions/${answers.subscriptionId}` : groupPath(answers);
    await requireRights(requests, answers, scope, group !== null);
    return group === null ? { is: "missing" } : { is: "there", made };
  },
  make: async (made) => {
    const { answers } = made;
    const body = { location: answers.region, tags: { [markTag]: markOf(answers) } };
    await requests.arm(nothing, { method: "PUT", path: `${groupPath(answers)}?${groupVersion}`, body });
    return made;
  },
  // What somebody else put into it stays, and so does the group then.
  takeBack: async ({ answers }) => {
    const own = await ownGroup(requests, answers);
    if (own !== null && own.others.length === 0) {
      const path = `${groupPath(answers)}?${groupVersion}`;
      await requests.arm(nothing, { method: "DELETE", path });
      while ((await armRead(requests, path, groupShape)) !== null) await wait(5_000);
    }
    for (const path of await deletedVaults(requests, answers))
      await requests.arm(nothing, { method: "POST", path: `${path}/purge?${vaultVersion}` });
  },
  deletes: async ({ answers }) => {
    const { name, subscriptionId } = answers;
    const own = await ownGroup(requests, answers);
    const vaults = (await deletedVaults(requests, answers)).map(
      (id) => `deleted vault ${id.split("/").at(-1)}`,
    );
    if (own === null) return { gone: vaults, stays: [] };
    const others = own.others.map(typeAndName);
    return others.length > 0
      ? { gone: vaults, stays: [{ is: "group", name, subscriptionId, others }] }
      : { gone: [`resource group ${name}`, ...own.ours.map(typeAndName), ...vaults], stays: [] };
  },
  undo: ({ answers }) => `az group delete --subscription ${answers.subscriptionId} --name ${answers.name}`,
});

const deletedShape = z.object({
  value: z.array(z.object({ id: z.string(), properties: z.object({ vaultId: z.string(), tags }) })),
});
const vaultVersion = "api-version=2023-07-01";

/** A deleted vault keeps its name for 90 days, and a new installation could not have it. Their ids. */
async function deletedVaults(requests: Requests, answers: Answers): Promise<readonly string[]> {
  const list = `/subscriptions/${answers.subscriptionId}/providers/Microsoft.KeyVault/deletedVaults?${vaultVersion}`;
  const { body } = await requests.arm(deletedShape, { method: "GET", path: list });
  return body.value
    .filter(({ properties }) => properties.tags?.[markTag] === markOf(answers))
    .map(({ id }) => id);
}

export const identityVersion = "2023-01-31";
const identityPath = (answers: Answers): string =>
  `${groupPath(answers)}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/${answers.name}`;
const identityShape = z.object({
  id: z.string(),
  tags,
  properties: z.object({ principalId: z.string(), clientId: z.string() }),
});

export const identityStep = (requests: Requests): Step => ({
  name: "identity",
  byMarksAlone: true,
  needs: [
    { azure: "Microsoft.ManagedIdentity/userAssignedIdentities/read" },
    { azure: "Microsoft.ManagedIdentity/userAssignedIdentities/write" },
    { azure: "Microsoft.ManagedIdentity/userAssignedIdentities/delete" },
  ],
  // A host of one's own has a sign-in of its own.
  isFor: (answers) => !isOwnHost(answers),
  makes: ({ answers }) => [`userAssignedIdentity ${answers.name}`],
  look: async (made) => {
    const found = await armRead(
      requests,
      `${identityPath(made.answers)}?api-version=${identityVersion}`,
      identityShape,
    );
    if (found === null) return { is: "missing" };
    // The app registration would trust it, and whoever made it.
    if (found.tags?.[markTag] !== markOf(made.answers))
      throw new Refused({ is: "notOurs", what: `managed identity ${made.answers.name}` });
    return { is: "there", made: { ...made, identity: { id: found.id, ...found.properties } } };
  },
  make: async (made) => {
    const { answers } = made;
    const { body } = await requests.arm(identityShape, {
      ...{ method: "PUT", path: `${identityPath(answers)}?api-version=${identityVersion}` },
      body: { location: answers.region, tags: { [markTag]: markOf(answers) } },
    });
    return { ...made, identity: { id: body.id, ...body.properties } };
  },
  // It goes with its group, or with what the deployment made.
  undo: ({ answers }) =>
    `az identity delete --subscription ${answers.subscriptionId} -g ${answers.name} -n ${answers.name}`,
});
