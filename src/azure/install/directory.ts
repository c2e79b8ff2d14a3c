// What the steps of Entra read of the tenant's directory, and how an object is deleted for good.
import { z } from "zod";
import { isRefused } from "../../core/install/refused.ts";
import { type ApiScopes, wantedPermissions } from "../../core/install/registration.ts";
import { nothing, type Requests } from "./requests.ts";

/** Null where it is not there. */
export async function graphRead<T>(requests: Requests, path: string, shape: z.ZodType<T>): Promise<T | null> {
  try {
    return (await requests.graph(shape, { method: "GET", path })).body;
  } catch (error) {
    if (isRefused(error, 404)) return null;
    throw error;
  }
}

const principalShape = z.object({
  id: z.string(),
  tags: z.array(z.string()).default([]),
  oauth2PermissionScopes: z.array(z.object({ id: z.string(), value: z.string() })).default([]),
});

export const principalOf = (requests: Requests, appId: string) =>
  graphRead(
    requests,
    `/servicePrincipals(appId='${appId}')?$select=id,tags,oauth2PermissionScopes`,
    principalShape,
  );

export type Api = ApiScopes & Readonly<{ principalId: string }>;

/** The APIs that the bot needs something of, as far as the tenant knows them. */
export async function wantedApis(requests: Requests): Promise<readonly Api[]> {
  const found: Api[] = [];
  for (const { appId } of wantedPermissions) {
    const principal = await principalOf(requests, appId);
    if (principal !== null)
      found.push({ appId, principalId: principal.id, scopes: principal.oauth2PermissionScopes });
  }
  return found;
}

const deletedShape = z.object({
  value: z.array(z.object({ id: z.string(), tags: z.array(z.string()).default([]) })),
});

/**
 * Entra keeps what is deleted for 30 days, with its unique name and its identifier URI: what carries the mark goes from
 * there as well. https://learn.microsoft.com/graph/api/directory-deleteditems-delete
 */
export async function deleteForGood(
  requests: Requests,
  kind: "applications" | "servicePrincipals",
  { id, displayName, mark }: Readonly<{ id: string | null; displayName: string; mark: string }>,
): Promise<void> {
  if (id !== null) await deleteAt(requests, `/${kind}/${id}`);
  const type = { applications: "application", servicePrincipals: "servicePrincipal" }[kind];
  const filter = encodeURIComponent(`displayName eq '${displayName.replaceAll("'", "''")}'`);
  const path = `/directory/deletedItems/microsoft.graph.${type}?$filter=${filter}&$select=id,tags`;
  const { body } = await requests.graph(deletedShape, { method: "GET", path });
  for (const each of body.value)
    if (each.tags.includes(mark)) await deleteAt(requests, `/directory/deletedItems/${each.id}`);
}

/** What has gone already is gone: lists know of it a moment longer. */
async function deleteAt(requests: Requests, path: string): Promise<void> {
  try {
    await requests.graph(nothing, { method: "DELETE", path });
  } catch (error) {
    if (!isRefused(error, 404)) throw error;
  }
}
