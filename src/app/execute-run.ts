// A queued run, executed at most once by a worker; and what is done when that worker vanished.
import type { AuditEntry } from "../core/audit/audit-event.ts";
import type { Diagnosis } from "../core/diagnosis/diagnosis.ts";
import type { KeptDigest } from "../core/diagnosis/since/kept.ts";
import { redact } from "../core/redact/redact.ts";
import type { Done, RunFailure } from "../core/run/failure.ts";
import type { Run, RunState } from "../core/run/run.ts";
import { hasEnded } from "../core/run/transition.ts";
import { auditEntry, byPolicy, countsOf } from "./audit-entry.ts";
import { decide, decideByPolicy } from "./authorize-action.ts";
import { diagnoseCluster } from "./diagnose-cluster.ts";
import { insideGate } from "./inside-gate.ts";
import { keepForNext } from "./kept-digests.ts";
import { beginLook, type Looking } from "./look-inside.ts";
import type { RequesterCredential } from "./ports.ts";
import { type CommandTask, followCommand, startCommand } from "./run-command.ts";
import { progressOf, type RunProgress } from "./run-progress.ts";
import { closedFailure, plainFailure, signInFailure, unexpected } from "./say.ts";
import type { Services } from "./services.ts";
import { actionOf } from "./submit-run.ts";
import { endMessages, runMessage } from "./tell.ts";

/** Executes a run that is still queued; a second call for the same run does nothing. */
export async function executeRun(services: Services, runId: string): Promise<void> {
  const run = await services.store.run(runId);
  if (run?.status.state !== "queued") return;
  await finish(services, run, (hold) => perform(services, run, hold));
}

/**
 * The worker of this run is gone. What only reads through Azure is read again, without another look inside; a command
 * whose operation id is known is followed to its end; any other command is lost, and is never sent a second time.
 */
export async function recoverRun(services: Services, runId: string): Promise<void> {
  const run = await services.store.run(runId);
  if (!run) return;
  if (run.status.state === "queued") return executeRun(services, runId);
  if (run.status.state !== "running") return;
  const { status, task } = run;
  const { operationId } = status;
  await finish(services, run, async (hold) => {
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
    return withRights(services, run, hold, "sentBefore", follow, decideByPolicy);
  });
}

/**
 * What a worker holds of its run: the states out of which it may end it, the rule that decided last, the run whose model
 * its own was held against, whatever was told of that, and what is kept of its diagnosis once that is delivered.
 */
type Hold = {
  from: readonly RunState["state"][];
  rule: string | null;
  comparedWith: string | null;
  digest: KeptDigest | null;
};

async function perform(services: Services, run: Run, hold: Hold): Promise<RunState> {
  return withRights(services, run, hold, "nothingSent", async (credential) => {
    const running = { state: "running", startedAt: services.clock.now().toISOString() } as const;
    const mine = await services.store.moveRun(
      run.id,
      ["queued"],
      running,
      // Its card says that it waits for another.
      run.status.state === "queued" && run.status.ahead !== undefined ? [runMessage(run, "running")] : [],
      audit(services, run, hold, "start"),
    );
    if (!mine) return run.status;
    hold.from = ["running"];
    const { task } = run;
    const progress = progressOf(services, run, running, task.kind === "command" ? "asking" : "cluster");
    return progress.through(() =>
      task.kind === "command"
        ? runInCluster(services, run, task, credential, hold, progress)
        : diagnosed(services, run, credential, hold, lookOnce(services, run, credential), progress),
    );
  });
}

async function runInCluster(
  services: Services,
  run: Run,
  task: CommandTask,
  credential: RequesterCredential,
  hold: Hold,
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

/** The requester's token and the policy's word, both asked again at the moment of acting. */
async function withRights(
  services: Services,
  run: Run,
  hold: Hold,
  done: Done,
  act: (credential: RequesterCredential) => Promise<RunState>,
  ask: typeof decideByPolicy = decide,
): Promise<RunState> {
  const signedIn = await services.credentials.forUser(run.conversation.userId, run.requester);
  if (!signedIn.ok) return ended(services, signInFailure(signedIn.failure, done));
  const failure = await whyNotAllowed(services, signedIn.credential, run, hold, done, ask);
  return failure === null ? act(signedIn.credential) : { ...ended(services, failure), state: "denied" };
}

/** Null where mode and policy allow the run now. */
async function whyNotAllowed(
  services: Services,
  credential: RequesterCredential,
  run: Run,
  hold: Hold,
  done: Done,
  ask: typeof decideByPolicy = decide,
): Promise<RunFailure | null> {
  const { decision } = await ask(services, credential, actionOf(run.task, run.cluster));
  hold.rule = decision.rule;
  if (decision.effect === "deny") {
    const why = decision.reason;
    return why.is === "modeUnknown" || why.is === "modeForbids"
      ? closedFailure(why, done)
      : { code: "denied", happened: { is: "noLongerAllowed", why }, done };
  }
  // The policy was changed since the question: what is now for one person alone is not shown to a thread.
  const elsewhere = decision.show === "personal" && !run.conversation.personal;
  return elsewhere ? plainFailure("denied", "noLongerHere", done) : null;
}

/** Sent at most once: a run begins once, and whoever takes it over looks inside no more. */
async function lookOnce(
  services: Services,
  run: Run,
  credential: RequesterCredential,
): Promise<Looking | null> {
  const { task } = run;
  if (task.kind !== "diagnose") return null;
  if (task.withoutInside === true) return { why: "leftOut" };
  return beginLook(services, credential, run, insideGate(services, credential, run));
}

async function lookAgain({ task }: Run): Promise<Looking | null> {
  if (task.kind !== "diagnose") return null;
  return { why: task.withoutInside === true ? "leftOut" : "restarted" };
}

async function diagnosed(
  services: Services,
  run: Run,
  credential: RequesterCredential,
  hold: Hold,
  looking: Promise<Looking | null>,
  progress: RunProgress,
): Promise<RunState> {
  const found = await diagnoseCluster(services, credential, run, looking, progress);
  const { diagnosis, whoMay } = found;
  hold.comparedWith = found.comparedWith;
  hold.digest = found.digest;
  const finishedAt = services.clock.now().toISOString();
  return { state: "succeeded", finishedAt, result: null, diagnosis, ...(whoMay && { whoMay }) };
}

/** Stores the end, its audit entry and what shows it in one transaction; an exception ends in a card too. */
async function finish(services: Services, run: Run, act: (hold: Hold) => Promise<RunState>): Promise<void> {
  // A worker ends only what it holds: a run that is still queued, until it has begun it itself.
  const hold: Hold = { from: [run.status.state], rule: run.rule, comparedWith: null, digest: null };
  const state = await act(hold).catch((error: unknown) => {
    services.log.error("run failed unexpectedly", { runId: run.id, error: redact(String(error)).text });
    const begun = run.task.kind === "command" && hold.from.includes("running");
    return ended(services, unexpected(run.id, begun ? "perhapsSent" : "nothingSent"));
  });
  if (state.state === "queued" || state.state === "running") return;
  const moved = await services.store.moveRun(
    run.id,
    hold.from,
    state,
    endMessages(run, state, services.clock.now()),
    audit(services, run, hold, "finish", state),
  );
  if (moved && state.state === "succeeded") await keepForNext(services, hold.digest);
}

const ended = (services: Services, failure: RunFailure): Extract<RunState, { state: "failed" }> => ({
  state: "failed",
  finishedAt: services.clock.now().toISOString(),
  failure,
});

const vanished = plainFailure("lost", "stoppedWhileSending", "unknown");

const outcomes = { succeeded: "succeeded", denied: "denied", lost: "lost" } as const;

function audit(
  services: Services,
  run: Run,
  { rule, comparedWith }: Hold,
  stage: "start" | "finish",
  state?: RunState,
): AuditEntry {
  const name = state?.state;
  const outcome =
    stage === "start"
      ? "recorded"
      : name === "succeeded" || name === "denied" || name === "lost"
        ? outcomes[name]
        : "failed";
  return auditEntry(services.clock, run.requester, {
    action: `${run.task.kind}.${stage}`,
    outcome,
    cluster: run.cluster.id,
    runId: run.id,
    rule,
    detail: {
      ...detailOf(state),
      // It saw what somebody else's question had read, whether or not anything is told of that.
      ...(state?.state === "succeeded" && comparedWith !== null ? { comparedWith } : {}),
      ...byPolicy(services),
    },
  });
}

function detailOf(state: RunState | undefined): AuditEntry["detail"] {
  if (state === undefined || !hasEnded(state.state)) return {};
  if ("failure" in state) return { code: state.failure.code };
  if (state.state !== "succeeded") return {};
  if (state.diagnosis)
    return {
      verdict: state.diagnosis.verdict,
      cause: state.diagnosis.rootCause?.check ?? null,
      ...insideOf(state.diagnosis),
    };
  return state.result ? countsOf(state.result) : {};
}

/** What a look inside came to, or why there was none. */
function insideOf({ inside }: Diagnosis): AuditEntry["detail"] {
  if (inside === undefined) return {};
  const { found } = inside;
  return { inside: found.is, ...("why" in found ? { notLooked: found.why } : {}) };
}
