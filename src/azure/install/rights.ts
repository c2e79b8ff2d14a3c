// What whoever has signed in may do, looked at before anything is made: a role in Entra, and the actions in Azure.
import { z } from "zod";
import { type Answers, isOwnHost } from "../../core/install/answers.ts";
import { hostWrites } from "../../core/install/host.ts";
import { isRefused, Refused } from "../../core/install/refused.ts";
import { isAllowed } from "../../core/snapshot/rights.ts";
import type { Requests } from "./requests.ts";

/** Each may register an application. https://learn.microsoft.com/entra/identity/role-based-access-control/permissions-reference */
const roles = [
  "62e90394-69f5-4237-9190-012177145e10", // Global Administrator
  "9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3", // Application Administrator
  "158c047a-c907-4556-b7ef-446551a6b5f7", // Cloud Application Administrator
  "cf1c38e5-3621-4004-a7cb-879624dced7c", // Application Developer
];

const heldShape = z.object({
  value: z.array(z.object({ displayName: z.string().nullish(), roleTemplateId: z.string().nullish() })),
});

const policyShape = z.object({
  defaultUserRolePermissions: z.object({ allowedToCreateApps: z.boolean().nullish() }).nullish(),
});

/**
 * Stops whoever may register no application: by no role of theirs, and not as every member of the tenant. Graph shows roles
 * that are active, a group's too, and none that the tenant made itself. What may not be read stops nobody: registering is
 * the first that is asked of Entra, so where that refuses, nothing was made.
 * https://learn.microsoft.com/graph/api/user-list-transitivememberof, https://learn.microsoft.com/graph/api/authorizationpolicy-get
 */
export async function requireRegistering(requests: Requests): Promise<void> {
  const roleFields = "$select=displayName,roleTemplateId";
  const held = await unlessForbidden(
    requests.graph(heldShape, {
      ...{ method: "GET", path: `/me/transitiveMemberOf/microsoft.graph.directoryRole?${roleFields}` },
    }),
  );
  const value = held?.body.value ?? [{}];
  if (value.some(({ roleTemplateId }) => roleTemplateId == null || roles.includes(roleTemplateId))) return;
  const policy = await unlessForbidden(
    requests.graph(policyShape, { method: "GET", path: "/policies/authorizationPolicy" }),
  );
  if (policy?.body.defaultUserRolePermissions?.allowedToCreateApps !== false) return;
  throw new Refused({ is: "roleMissing", has: value.flatMap(({ displayName }) => displayName ?? []) });
}

/** Null where it may not be read. */
const unlessForbidden = <T>(read: Promise<T>): Promise<T | null> =>
  read.catch((error: unknown) => {
    if (isRefused(error, 403)) return null;
    throw error;
  });

const permissionsShape = z.object({
  value: z.array(
    z.object({
      actions: z.array(z.string()).default([]),
      notActions: z.array(z.string()).default([]),
      dataActions: z.array(z.string()).default([]),
      notDataActions: z.array(z.string()).default([]),
    }),
  ),
});

/** What `install` writes there. `groupIsThere`: the resource group is not made. */
const writesFor = (answers: Answers, groupIsThere: boolean): readonly string[] => [
  ...(groupIsThere ? [] : ["Microsoft.Resources/subscriptions/resourceGroups/write"]),
  ...(isOwnHost(answers) ? [] : ["Microsoft.ManagedIdentity/userAssignedIdentities/write"]),
  ...hostWrites(answers),
];

/** Stops who lacks one of them. https://learn.microsoft.com/rest/api/authorization/permissions */
export async function requireRights(
  requests: Requests,
  answers: Answers,
  scope: string,
  groupIsThere: boolean,
): Promise<void> {
  const path = `${scope}/providers/Microsoft.Authorization/permissions?api-version=2022-04-01`;
  const found = await unlessForbidden(requests.arm(permissionsShape, { method: "GET", path }));
  const entries = found?.body.value ?? [];
  const actions = writesFor(answers, groupIsThere).filter((action) => !isAllowed(entries, action));
  if (actions.length > 0) throw new Refused({ is: "rightsMissing", scope, actions });
}
