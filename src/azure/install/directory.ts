// What the steps of Entra read of the tenant's directory, and how an object is deleted for good.
import { z } from "zod";
import type { Deletion } from "../../app/ports/install.ts";
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

type Kind = "applications" | "servicePrincipals";
/** `id`: null where it is not there. */
type Doomed = Readonly<{ id: string | null; displayName: string; mark: string }>;

/**
 * Entra keeps what is deleted for 30 days, with its unique name and its identifier URI: what carries the mark goes from
 * there as well. https://learn.microsoft.com/graph/api/directory-deleteditems-delete
 */
export async function deleteForGood(requests: Requests, kind: Kind, doomed: Doomed): Promise<void> {
  if (doomed.id !== null) await deleteAt(requests, `/${kind}/${doomed.id}`);
  for (const id of await deletedIds(requests, kind, doomed))
    await deleteAt(requests, `/directory/deletedItems/${id}`);
}

/** What `deleteForGood` would delete. */
export async function deletionFor(requests: Requests, kind: Kind, doomed: Doomed): Promise<Deletion> {
  const what = `${typeOf[kind]} ${doomed.displayName}`;
  const deleted = await deletedIds(requests, kind, doomed);
  return {
    gone: [...(doomed.id === null ? [] : [what]), ...deleted.map((id) => `${what}: deletedItems ${id}`)],
    stays: [],
  };
}

const typeOf = { applications: "application", servicePrincipals: "servicePrincipal" } as const;

async function deletedIds(
  requests: Requests,
  kind: Kind,
  { displayName, mark }: Doomed,
): Promise<readonly string[]> {
  const filter = encodeURIComponent(`displayName eq '${displayName.replaceAll("'", "''")}'`);
  const path = `/directory/deletedItems/microsoft.graph.${typeOf[kind]}?$filter=${filter}&$select=id,tags`;
  const { body } = await requests.graph(deletedShape, { method: "GET", path });
  return body.value.filter(({ tags }) => tags.includes(mark)).map(({ id }) => id);
}

/** What has gone already is gone: lists know of it a moment longer. */
async function deleteAt(requests: Requests, path: string): Promise<void> {
  try {
    await requests.graph(nothing, { method: "DELETE", path });
  } catch (error) {
    if (!isRefused(error, 404)) throw error;
  }
}
