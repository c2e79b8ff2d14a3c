// The second step of a fix: its writes, one after the other, each once, and a diagnosis of what came of them. A write that
// was begun by a process that is gone is looked at and never made again.

import type { FixTask } from "../../core/change/agreed-task.ts";
import { objectName } from "../../core/change/object-name.ts";
import type { RunFailure } from "../../core/run/failure.ts";
import type { Run, RunState } from "../../core/run/run.ts";
import type { Allowed } from "../authorize-action.ts";
import { emergencyMessages } from "../change/emergency-messages.ts";
import { type Applying, isOver, lostBy, type Making, tooLate } from "../change/making.ts";
import { diagnoseCluster } from "../diagnose-cluster.ts";
import { ended, entryOf, whyNotAllowed } from "../held-run.ts";
import type { RequesterCredential } from "../ports.ts";
import type { Applied } from "../ports-fix.ts";
import { armFailure, plainFailure } from "../say.ts";
import { runMessage } from "../tell.ts";

type MakingFix = Making<FixTask>;

export async function makeFix(
  making: MakingFix,
  credential: RequesterCredential,
  allowed: Allowed,
): Promise<RunState | null> {
  const { services, run, task, proposed, hold } = making;
  const { store, clock } = services;
  let applying: Applying = {
    ...{ state: "applying", startedAt: clock.now().toISOString(), nonce: "", made: 0 },
    ...proposed,
  };
  const started = entryOf(services, run, hold, "start", applying);
  const loud = await emergencyMessages(services, { ...run, status: applying }, allowed);
  const messages = [runMessage(run, "applying"), ...loud];
  if (!(await store.moveRun(run.id, ["approved"], applying, messages, started))) return null;
  hold.from = ["applying"];
  const versions: (string | null)[] = [];
  for (const [at, write] of task.writes.entries()) {
    const version = proposed.proposal.objects[at]?.version ?? null;
    const applied = await services.armWriter.apply(credential, write, version, async () =>
      isOver(services, proposed) && at === 0
        ? tooLate
        : whyNotAllowed(services, credential, run, hold, at === 0 ? "nothingSent" : "partlyMade"),
    );
    if (applied.status !== "done") return stopped(making, credential, applied, at);
    versions.push(applied.versionAfter);
    const { correlationId } = applied;
    applying = { ...applying, made: at + 1, ...(correlationId !== null && { correlationId }) };
    await store.moveRun(run.id, ["applying"], applying, [], entryOf(services, run, hold, "sent", applying));
  }
  return diagnosedAfter(making, credential, versions);
}

/** What was made before stays made: the card says how far it came. */
async function stopped(
  making: MakingFix,
  credential: RequesterCredential,
  applied: Exclude<Applied, { status: "done" }>,
  made: number,
): Promise<RunState> {
  const { services, task, proposed } = making;
  const done = made === 0 ? "nothingSent" : "partlyMade";
  const failed = (failure: RunFailure): RunState => ({ ...ended(services, failure), made });
  switch (applied.status) {
    case "changedSince": {
      const object = proposed.proposal.objects[made];
      const objects = object === undefined ? [] : [objectName(object.type, object.name)];
      return failed({ code: "objectChanged", happened: { is: "objectChanged", objects }, done });
    }
    case "refused":
      return failed(armFailure(applied.failure, done));
    case "withheld":
      return failed({ ...applied.failure, done });
    case "unknown": {
      const happened = { is: "changeUnanswered", failure: applied.failure } as const;
      const failure: RunFailure = { code: "lost", happened, done: "sentUnknown" };
      return seen(making, credential, { ...lostBy(services, failure), made }, task.writes[made]);
    }
  }
}

/** Its worker is gone: what it had begun is looked at. */
export async function recoverFix(
  making: MakingFix,
  credential: RequesterCredential,
  { made = 0 }: Applying,
): Promise<RunState> {
  const { services, task } = making;
  const write = task.writes[made];
  // All of it was made, and nobody had looked at what came of it.
  if (write === undefined) return diagnosedAfter(making, credential, null);
  return seen(making, credential, { ...lostBy(services, interrupted), made }, write);
}

const interrupted = plainFailure("lost", "changeInterrupted", "sentUnknown");

async function seen(
  { services }: MakingFix,
  credential: RequesterCredential,
  lost: Extract<RunState, { state: "lost" }>,
  write: FixTask["writes"][number] | undefined,
): Promise<RunState> {
  if (write === undefined) return lost;
  const looked = await services.armWriter.look(credential, write).catch(() => null);
  const is = looked?.status === "made" ? "changed" : looked?.status === "notMade" ? "unchanged" : null;
  return is === null ? lost : { ...lost, seen: { is, at: services.clock.now().toISOString() } };
}

async function diagnosedAfter(
  { services, run, task }: MakingFix,
  credential: RequesterCredential,
  versions: readonly (string | null)[] | null,
): Promise<RunState> {
  const asked: Run = { ...run, task: { kind: "diagnose", client: task.seenFrom, withoutInside: true } };
  const quiet = { at: () => {}, showWay: async () => {} };
  const { diagnosis } = await diagnoseCluster(services, credential, asked, Promise.resolve(null), quiet);
  return {
    ...{ state: "succeeded", finishedAt: services.clock.now().toISOString(), result: null },
    diagnosis,
    ...(versions !== null && { versionsAfter: versions }),
  };
}
