// A queued run, executed at most once by a worker; and what is done when that worker vanished.

import type { Allowed } from "../../core/authorization/refusal.ts";
import { type AgreedTask, isAgreedOn } from "../../core/change/agreed-task.ts";
import type { Diagnosis } from "../../core/diagnosis/diagnosis.ts";
import { whyLeftOut } from "../../core/diagnosis/read-fact.ts";
import { type Done, plainFailure, type RunFailure } from "../../core/run/failure.ts";
import {
  isReadersRun,
  type PersonsRun,
  type ReadersRun,
  type Run,
  type RunState,
  type RunTask,
} from "../../core/run/run.ts";
import { dryRunChange } from "../change/propose.ts";
import { runMessage } from "../delivery/outbox-messages.ts";
import { probeGate } from "../diagnosis/authorize-probe.ts";
import { diagnoseCluster } from "../diagnosis/diagnose-cluster.ts";
import { beginLook, type Looking } from "../diagnosis/probe-cluster.ts";
import { readyToRead } from "../diagnosis/reader.ts";
import { previewFix } from "../fix/preview-fix.ts";
import { mayBeChanged, mayBeFixed, mayBeFixedAtOnce, maySomebodyAskForFix } from "../fix/who-does-it.ts";
import type { AzureReader, RequesterCredential } from "../ports/azure.ts";
import type { Services } from "../ports/services.ts";
import { whyNotHere } from "../run/emergency.ts";
import { type CommandTask, followCommand, startCommand } from "../run/run-command.ts";
import { ended, entryOf, finish, type RunLease, whyNotAllowed, withRights } from "../run/run-execution.ts";
import { progressOf, type RunProgress } from "../run/run-progress.ts";
import { applyAgreed, recoverAgreed } from "./apply-agreed.ts";

/** Executes a run that is still queued; a second call for the same run does nothing. */
export async function executeRun(services: Services, runId: string): Promise<void> {
  const run = await services.store.run(runId);
  if (run === null) return;
  if (isReadersRun(run)) return run.status.state === "queued" ? executeReading(services, run) : undefined;
  if (run.status.state === "approved") return applyAgreed(services, run);
  if (run.status.state !== "queued") return;
  await finish(services, run, (hold) => perform(services, run, hold), perhapsSent(services, run));
}

/** A diagnosis only reads, and so does what looks at a change. */
const perhapsSent =
  (services: Services, { task }: Run) =>
  (failure: (done: Done) => RunFailure) =>
    task.kind === "command" ? ended(services, failure("perhapsSent")) : null;

/**
 * The worker of this run is gone. What only reads through Azure is read again, without another look inside; a command
 * whose operation id is known is followed to its end; any other command is lost, and is never sent a second time.
 */
export async function recoverRun(services: Services, runId: string): Promise<void> {
  const run = await services.store.run(runId);
  if (!run) return;
  const { status, task } = run;
  if (status.state === "queued" || status.state === "approved") return executeRun(services, runId);
  if (isReadersRun(run)) return status.state === "running" ? executeReading(services, run) : undefined;
  if (status.state === "applying") return recoverAgreed(services, run);
  if (status.state !== "running") return;
  const { operationId } = status;
  const recovered = async (hold: RunLease): Promise<RunState | null> => {
    if (isAgreedOn(task)) {
      // Nothing was changed yet, so it may be looked at once more.
      const again = progressOf(services, run, status, "asking");
      return withRights(services, run, hold, "nothingSent", (credential, allowed) =>
        again.through(() => lookAt(services, run, task, credential, allowed, hold, again)),
      );
    }
    if (task.kind !== "command") {
      const again = progressOf(services, run, status, "cluster");
      return withRights(services, run, hold, "nothingSent", (credential) =>
        again.through(() => diagnosed(services, run, credential, hold, lookAgain(run), again)),
      );
    }
    if (operationId === undefined) return { ...ended(services, vanished), state: "lost" };
    // It was sent when the mode allowed it and cannot be recalled: what it printed is shown in any mode.
    const progress = progressOf(services, run, status, "inCluster");
    const follow = (credential: RequesterCredential) =>
      progress.through(() => followCommand(services, credential, run, task, operationId));
    return withRights(services, run, hold, "sentBefore", follow, "follow");
  };
  await finish(services, run, recovered, perhapsSent(services, run));
}

/** As nobody: with the bot's own read-only identity, which sends nothing into a cluster. Read again where a worker vanished. */
const executeReading = (services: Services, run: ReadersRun): Promise<void> =>
  finish(services, run, async (hold) => {
    const ready = await readyToRead(services, run);
    if (!ready.ok) return { ...ended(services, ready.failure), state: "denied" };
    hold.rule = ready.rule;
    const running = await begin(services, run, hold);
    if (running === null) return null;
    const progress = progressOf(services, run, running, "cluster");
    const looking = Promise.resolve({ why: "readOnly" } as const);
    return progress.through(() => diagnosed(services, run, ready.credential, hold, looking, progress));
  });

type Running = Extract<RunState, { state: "running" }>;

/** Null where it is another worker's. */
async function begin(services: Services, run: Run, hold: RunLease): Promise<Running | null> {
  if (run.status.state === "running") return run.status;
  const running = { state: "running", startedAt: services.clock.now().toISOString() } as const;
  const mine = await services.store.moveRun(
    run.id,
    ["queued"],
    running,
    // Its card says that it waits for another.
    run.status.state === "queued" && run.status.ahead !== undefined ? [runMessage(run, "running")] : [],
    entryOf(services, run, hold, isAgreedOn(run.task) ? "look" : "start"),
  );
  if (mine) hold.from = ["running"];
  return mine ? running : null;
}

async function perform(services: Services, run: PersonsRun, hold: RunLease): Promise<RunState | null> {
  return withRights(services, run, hold, "nothingSent", async (credential, allowed) => {
    const running = await begin(services, run, hold);
    if (running === null) return null;
    const { task } = run;
    const progress = progressOf(services, run, running, isSent(task) ? "asking" : "cluster");
    return progress.through(() => {
      if (task.kind === "command") return runInCluster(services, run, task, credential, hold, progress);
      if (isAgreedOn(task)) return lookAt(services, run, task, credential, allowed, hold, progress);
      return diagnosed(services, run, credential, hold, lookOnce(services, run, credential), progress);
    });
  });
}

const isSent = (task: RunTask): boolean => task.kind === "command" || isAgreedOn(task);

async function lookAt(
  services: Services,
  run: Run,
  task: AgreedTask,
  credential: RequesterCredential,
  allowed: Allowed,
  hold: RunLease,
  progress: RunProgress,
): Promise<RunState> {
  // The policy was changed since it was asked.
  const why = await whyNotHere(services, allowed, run);
  if (why !== null) return ended(services, why);
  return task.kind === "fix"
    ? previewFix(services, run, task, credential, allowed, hold)
    : dryRunChange(services, run, task, credential, allowed, hold, progress);
}

async function runInCluster(
  services: Services,
  run: Run,
  task: CommandTask,
  credential: RequesterCredential,
  hold: RunLease,
  progress: RunProgress,
): Promise<RunState> {
  const whyNotNow = () => {
    progress.at("sending");
    return whyNotAllowed(services, credential, run, hold, "nothingSent");
  };
  const started = await startCommand(services, credential, run, task, whyNotNow);
  if ("ended" in started) return started.ended;
  progress.at("inCluster");
  await progress.sentAs(started.operationId);
  return followCommand(services, credential, run, task, started.operationId);
}

/** Sent at most once: a run begins once, and whoever takes it over looks inside no more. */
async function lookOnce(
  services: Services,
  run: Run,
  credential: RequesterCredential,
): Promise<Looking | null> {
  const { task } = run;
  if (task.kind !== "diagnose") return null;
  if (task.withoutInside === true) return { why: whyLeftOut(task.question) };
  return beginLook(services, credential, run, probeGate(services, credential, run));
}

async function lookAgain({ task }: Run): Promise<Looking | null> {
  if (task.kind !== "diagnose") return null;
  return { why: task.withoutInside === true ? whyLeftOut(task.question) : "restarted" };
}

type First = Readonly<{ cause: string | undefined; at: string }>;

/** Null where the look inside, or nothing, told the cause. */
const causeAt = (first: First | null, { rootCause }: Diagnosis): string | null =>
  first !== null && rootCause !== null && first.cause === rootCause.check ? first.at : null;

async function diagnosed(
  services: Services,
  run: Run,
  credential: AzureReader,
  hold: RunLease,
  looking: Promise<Looking | null>,
  progress: RunProgress,
): Promise<RunState> {
  const shown: First[] = [];
  const found = await diagnoseCluster(services, credential, run, looking, {
    at: progress.at,
    showWay: async (way) => {
      shown.push({ cause: way.rootCause?.check, at: services.clock.now().toISOString() });
      const isOffered = "requester" in credential && (await mayBeFixedAtOnce(services, credential, run, way));
      await progress.showWay(way, isOffered);
    },
  });
  if ("failure" in found) return ended(services, found.failure);
  const { diagnosis, whoMay } = found;
  hold.causeAt = causeAt(shown[0] ?? null, diagnosis);
  hold.comparedWith = found.comparedWith;
  hold.digest = found.digest;
  const finishedAt = services.clock.now().toISOString();
  const isPersons = "requester" in credential;
  const fix = isPersons
    ? await mayBeFixed(services, credential, run, diagnosis, whoMay)
    : { isOffered: await maySomebodyAskForFix(services, run, diagnosis), why: null };
  const change =
    fix.isOffered || !isPersons ? null : await mayBeChanged(services, credential, run, diagnosis);
  const notOffered = change?.isOffered ? null : (fix.why ?? change?.why);
  return {
    ...{ state: "succeeded", finishedAt, result: null, diagnosis },
    ...(whoMay && { whoMay }),
    ...(fix.isOffered && { offersFix: true }),
    ...(change?.isOffered && { offersChange: true }),
    ...(notOffered && { notOffered }),
  };
}

const vanished = plainFailure("lost", "stoppedWhileSending", "unknown");
