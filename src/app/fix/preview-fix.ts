// The first step of a fix: who may make all of it in Azure, and what it would change there. Reads only, as whoever asked.

import type { Allowed } from "../../core/authorization/refusal.ts";
import type { FixTask } from "../../core/change/agreed-task.ts";
import { isAllMade, madeSince, notAsLeft } from "../../core/run/drift.ts";
import { armFailure, type Done, plainFailure, type RunFailure } from "../../core/run/failure.ts";
import { objectName, type Touched } from "../../core/run/proposed.ts";
import type { Run, RunState } from "../../core/run/run.ts";
import type { Permission } from "../../core/snapshot/rights.ts";
import { asItIs, propose } from "../change/propose.ts";
import { roleToActivate } from "../identity/lookups.ts";
import type { RequesterCredential } from "../ports/azure.ts";
import type { Services } from "../ports/services.ts";
import { ended, type RunLease } from "../run/run-execution.ts";
import { howToDo } from "./who-does-it.ts";

export async function previewFix(
  services: Services,
  run: Run,
  task: FixTask,
  credential: RequesterCredential,
  { approval }: Allowed,
  hold: RunLease,
): Promise<RunState> {
  // A rule that allows a fix says who has to agree; a decision that does not is none that anything may be done by.
  if (approval === undefined) return ended(services, unreadable);
  const why = await whyNotTheCause(services, task, "nothingChanged");
  if (why !== null) return ended(services, why);
  const how = await howToDo(services, credential, run, task, approval);
  if (how.is === "nobody" && how.needs !== null) {
    const activate = await roleToActivate(services, credential, run, how.needs);
    return ended(services, { ...azureForbids(how.needs), ...(activate && { activate }) });
  }
  const preview = await services.armWriter.preview(credential, task.writes);
  if (!preview.ok) return ended(services, armFailure(preview.failure, "nothingChanged"));
  const { objects, before } = preview;
  const others = notAsLeft(task.made ?? [], task.writes, preview);
  if (others.length > 0) return ended(services, byOthers("changedSinceFix", others));
  const there = task.undoes === true ? [] : madeSince(task.writes, preview);
  if (there.length > 0) return ended(services, byOthers("madeSince", there));
  if (isAllMade(task.writes, preview)) return asItIs(services, preview);
  const as = how.is === "approver" ? { runAs: how.is } : {};
  return propose(services, credential, run, approval, { objects, before, preview: "server", ...as }, hold);
}

/**
 * It may have been asked for while the look inside went on: where that has ended since and tells another cause, what was
 * proved before is none that anybody should make. Null where nothing else is told.
 */
export async function whyNotTheCause(
  { store }: Services,
  { of, check, undoes }: FixTask,
  done: Done,
): Promise<RunFailure | null> {
  const proving = undoes === true ? null : await store.run(of);
  const cause = proving?.status.state === "succeeded" ? proving.status.diagnosis?.rootCause : undefined;
  return cause && cause.check !== check ? plainFailure("otherCause", "otherCause", done) : null;
}

const unreadable = plainFailure("lookUnreadable", "lookUnreadable", "nothingChanged");

const azureForbids = (needs: Permission): RunFailure =>
  armFailure({ status: 403, code: "AuthorizationFailed", message: "", needs }, "nothingChanged");

const byOthers = (is: "changedSinceFix" | "madeSince", objects: readonly Touched[]): RunFailure => ({
  code: is,
  happened: { is, objects: objects.map(({ type, name }) => objectName(type, name)) },
  done: "nothingChanged",
});
