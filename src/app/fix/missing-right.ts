// What of a fix whoever asks for it may not make in Azure: one that could be made in part is neither offered nor begun.
import type { FixTask } from "../../core/change/agreed-task.ts";
import { permissionsOf } from "../../core/fix/write/permissions.ts";
import type { Permission } from "../../core/snapshot/permission.ts";
import { isAllowed } from "../../core/snapshot/rbac.ts";
import type { RequesterCredential } from "../ports/azure.ts";
import type { Services } from "../ports/services.ts";

/** Null where nothing is known to be missing: what could not be read is found out by Azure's own refusal. */
export async function missingRight(
  { reader }: Services,
  credential: RequesterCredential,
  { writes }: Pick<FixTask, "writes">,
): Promise<Permission | null> {
  const needed = await Promise.all(
    writes.flatMap(permissionsOf).map(async (needs) => {
      const held = await reader.permissions(credential, needs.scope);
      return held.status === "collected" && !isAllowed(held.data, needs.action) ? needs : null;
    }),
  );
  return needed.find((each) => each !== null) ?? null;
}
