// What of a fix whoever asks for it may not make in Azure: one that could be made in part is neither offered nor begun.
import type { FixTask } from "../../core/change/agreed-task.ts";
import type { Diagnosis } from "../../core/diagnosis/diagnosis.ts";
import { permissionsOf } from "../../core/fix/write/permissions.ts";
import type { Run } from "../../core/run/run.ts";
import { isAllowed, type Permission } from "../../core/snapshot/rights.ts";
import { authorize } from "../identity/authorize.ts";
import type { RequesterCredential } from "../ports/azure.ts";
import type { Services } from "../ports/services.ts";
import { fixIn } from "./request-fix.ts";

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

// Whether a card offers to have its fix made: it is proved, and the policy and Azure let whoever asked make each of its
// lines. Where they do not, the card names somebody who may.

export async function mayBeFixed(
  services: Services,
  credential: RequesterCredential,
  run: Run,
  diagnosis: Diagnosis,
): Promise<boolean> {
  const { cluster } = run;
  const found: Run["status"] = { state: "succeeded", finishedAt: "", result: null, diagnosis };
  const fix = fixIn({ ...run, status: found });
  if (fix === null) return false;
  const right = await authorize(services, credential, { kind: "fix", cluster }, "offer");
  return right.ok && (await missingRight(services, credential, fix)) === null;
}
