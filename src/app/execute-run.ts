// A queued run, executed at most once by a worker; and what is done when that worker vanished.
import type { AuditEntry } from "../core/audit/audit-event.ts";
import { redact } from "../core/command/redact.ts";
import { diagnose } from "../core/diagnosis/diagnose.ts";
import type { Client } from "../core/diagnosis/snapshot.ts";
import type { Run, RunFailure, RunState } from "../core/run/run.ts";
import { auditEntry, byPolicy, countsOf } from "./audit-entry.ts";
import { decide, decideByPolicy } from "./authorize-action.ts";
import type { RequesterCredential } from "./ports.ts";
import { followCommand, startCommand } from "./run-command.ts";
import { closedFailure, signInFailure, unexpected } from "./say.ts";
import type { Services } from "./services.ts";
import { actionOf } from "./submit-run.ts";

/** An edit notifies nobody: past this a short message mentions the requester. */
const mentionAfterMilliseconds = 15_000;
/** Longer than Teams takes for a post, retries included. */
const announceWithinMilliseconds = 8_000;

/** Executes a run that is still queued; a second call for the same run does nothing. */
export async function executeRun(services: Services, runId: string): Promise<void> {
  const run = await services.store.run(runId);
  if (run?.status.state !== "queued") return;
  await finish(services, run, (hold) => perform(services, run, hold));
}

/**
 * The worker of this run is gone. What only reads through Azure is read again; a command whose operation id is
 * known is followed to its end; any other command is lost, and is never sent a second time.
 */
export async function recoverRun(services: Services, runId: string): Promise<void> {
  const run = await services.store.run(runId);
  if (!run) return;
  if (run.status.state === "queued") return executeRun(services, runId);
  // Its end was stored and perhaps never shown.
  if (run.status.state !== "running") return show(services, run);
  const { operationId } = run.status;
  const { task } = run;
  await finish(services, run, async (hold) => {
    if (task.kind !== "command") {
      return withRights(services, run, hold, nothingSent, (credential) => collect(services, run, credential));
    }
    if (operationId === undefined) return { ...ended(services, vanished), state: "lost" };
    // It was sent when the mode allowed it and cannot be recalled: what it printed is shown in any mode.
    const follow = (credential: RequesterCredential) =>
      followCommand(services, credential, run, task, operationId);
    return withRights(services, run, hold, sentBefore, follow, decideByPolicy);
  });
}

/** What a worker holds of its run: the states out of which it may end it, and the rule that decided last. */
type Hold = { from: readonly RunState["state"][]; rule: string | null };

async function perform(services: Services, run: Run, hold: Hold): Promise<RunState> {
  return withRights(services, run, hold, nothingSent, async (credential) => {
    const startedAt = services.clock.now().toISOString();
    const mine = await services.store.moveRun(
      run.id,
      ["queued"],
      { state: "running", startedAt },
      audit(services, run, hold.rule, "start"),
    );
    if (!mine) return run.status;
    hold.from = ["running"];
    const { task } = run;
    if (task.kind !== "command") return collect(services, run, credential);
    const started = await startCommand(services, credential, run, task);
    if ("ended" in started) return started.ended;
    const running: RunState = { state: "running", startedAt, operationId: started.operationId };
    await services.store.moveRun(run.id, ["running"], running, null);
    return followCommand(services, credential, run, task, started.operationId);
  });
}

/** The requester's token and the policy's word, both asked again at the moment of acting. */
async function withRights(
  services: Services,
  run: Run,
  hold: Hold,
  done: string,
  act: (credential: RequesterCredential) => Promise<RunState>,
  ask: typeof decideByPolicy = decide,
): Promise<RunState> {
  const signedIn = await services.credentials.forUser(run.conversation.userId, run.requester);
  if (!signedIn.ok) return ended(services, { ...signInFailure(signedIn.failure), done });
  const { decision } = await ask(services, signedIn.credential, actionOf(run.task, run.cluster));
  hold.rule = decision.rule;
  const reason = decision.effect === "allow" ? noLongerHere(run, decision.show) : decision.reason;
  if (reason === null) return act(signedIn.credential);
  const byMode = decision.effect === "deny" && decision.byMode;
  const failure = byMode ? closedFailure(reason) : noLongerAllowed(reason);
  return { ...ended(services, { ...failure, done }), state: "denied" };
}

const noLongerAllowed = (reason: string): Omit<RunFailure, "done"> => ({
  code: "denied",
  happened: `The policy no longer allows this: ${reason}`,
  next: "Write `whoami` to see what the policy lets you do.",
});

/** The policy was changed since the question: what is now for one person alone is not shown to a thread. */
const noLongerHere = (run: Run, show: Run["show"]): string | null =>
  show === "personal" && !run.conversation.personal ? "the output is for you alone; ask in our chat." : null;

const nothingSent = "Nothing was sent to the cluster.";
const perhapsSent = "It may have been sent to the cluster; I did not send it again.";
const sentBefore = "The command was sent once before I was restarted; its output was not read.";

async function collect(services: Services, run: Run, credential: RequesterCredential): Promise<RunState> {
  const client: Client = run.task.kind === "command" ? {} : run.task.client;
  const snapshot = await services.reader.collect(credential, run.cluster.id, client);
  const finishedAt = services.clock.now().toISOString();
  return { state: "succeeded", finishedAt, result: null, diagnosis: diagnose(snapshot) };
}

/** Stores the end and its audit entry in one transaction, then edits the card; an exception ends in a card too. */
async function finish(services: Services, run: Run, act: (hold: Hold) => Promise<RunState>): Promise<void> {
  // A worker ends only what it holds: a run that is still queued, until it has begun it itself.
  const hold: Hold = { from: [run.status.state], rule: run.rule };
  const state = await act(hold).catch((error: unknown) => {
    services.log.error("run failed unexpectedly", { runId: run.id, error: redact(String(error)).text });
    const begun = run.task.kind === "command" && hold.from.includes("running");
    return ended(services, unexpected(run.id, begun ? perhapsSent : nothingSent));
  });
  if (state.state === "queued" || state.state === "running") return;
  const moved = await services.store.moveRun(
    run.id,
    hold.from,
    state,
    audit(services, run, hold.rule, "finish", state),
  );
  if (moved) await show(services, { ...run, status: state });
}

async function show(services: Services, run: Run): Promise<void> {
  const { notifier, clock } = services;
  const answer = { kind: "run", run, page: 1 } as const;
  const messageId = run.messageId ?? (await announcedMessage(services, run));
  const edited = messageId !== null && (await notifier.edit(run.conversation, messageId, answer));
  if (!edited) await notifier.post(run.conversation, answer);
  const took = clock.now().getTime() - Date.parse(run.createdAt);
  if (took > mentionAfterMilliseconds) {
    const text = run.status.state === "succeeded" ? "done" : "failed";
    await notifier.mention(run.conversation, run.requester, text);
  }
}

/** The run is stored before its card is sent: a quick one may end first, and waits here for the card to edit. */
async function announcedMessage(services: Services, run: Run): Promise<string | null> {
  const deadline = Date.parse(run.createdAt) + announceWithinMilliseconds;
  while (services.clock.now().getTime() < deadline) {
    const messageId = (await services.store.run(run.id))?.messageId ?? null;
    if (messageId !== null) return messageId;
    await services.clock.sleep(50);
  }
  return (await services.store.run(run.id))?.messageId ?? null;
}

const ended = (services: Services, failure: RunFailure): Extract<RunState, { state: "failed" }> => ({
  state: "failed",
  finishedAt: services.clock.now().toISOString(),
  failure,
});

const vanished: RunFailure = {
  code: "lost",
  happened: "I was stopped while I was sending this command.",
  done: "Nobody can know whether it ran. I did not send it again.",
  next: "It only reads, so it is safe to ask again.",
};

const outcomes = { succeeded: "succeeded", denied: "denied", lost: "lost" } as const;

function audit(
  services: Services,
  run: Run,
  rule: string | null,
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
    detail: { ...detailOf(state), ...byPolicy(services) },
  });
}

function detailOf(state: RunState | undefined): AuditEntry["detail"] {
  if (state === undefined || state.state === "queued" || state.state === "running") return {};
  if (state.state !== "succeeded") return { code: state.failure.code };
  if (state.diagnosis)
    return { verdict: state.diagnosis.verdict, cause: state.diagnosis.rootCause?.check ?? null };
  return state.result ? countsOf(state.result) : {};
}
