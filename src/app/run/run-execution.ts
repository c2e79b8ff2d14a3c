// A run in a worker's hand: what is asked once more before anything is done for it, and how what came of it is written
// down and shown in one transaction.
import { type AuditEntry, countsOf, whatWasProposed } from "../../core/audit/audit-event.ts";
import { actionOf } from "../../core/authorization/action.ts";
import { type Allowed, failureTo } from "../../core/authorization/refusal.ts";
import { isAgreedOn, proposedIn } from "../../core/change/agreed-task.ts";
import { textAgain } from "../../core/command/grammar/command-request.ts";
import { writtenQuestion } from "../../core/conversation/written-question.ts";
import type { Message } from "../../core/delivery/message.ts";
import type { Diagnosis } from "../../core/diagnosis/diagnosis.ts";
import type { KeptDigest } from "../../core/diagnosis/since/kept.ts";
import { redact } from "../../core/redact/redact.ts";
import { type Done, plainFailure, type RunFailure, unexpected } from "../../core/run/failure.ts";
import {
  clientOf,
  hasEnded,
  isReadersRun,
  type PersonsRun,
  type Run,
  type RunState,
} from "../../core/run/run.ts";
import { endMessages, runMessage } from "../delivery/outbox-messages.ts";
import { stampedCards } from "../delivery/stamped-run.ts";
import { auditEntry, authorize, byPolicy, type Right } from "../identity/authorize.ts";
import type { Who } from "../identity/gates.ts";
import { withAnswerPage } from "../identity/sign-in.ts";
import { standsStill } from "../incident/volunteer.ts";
import type { RequesterCredential } from "../ports/azure.ts";
import type { Services } from "../ports/services.ts";
import { keepForNext } from "./diagnosis-history.ts";

/**
 * What a worker holds of its run: the states out of which it may move it, the rule that decided last, the run whose model
 * its own was held against, whatever was told of that, what is kept of its diagnosis once that is delivered, since when
 * its cause stood on the card while the look inside went on, and what is told beside its card.
 */
export type RunLease = {
  from: readonly RunState["state"][];
  rule: string | null;
  comparedWith: string | null;
  digest: KeptDigest | null;
  causeAt: string | null;
  extraMessages: readonly Message[];
};

/** The requester's token and the policy's word, both asked again at the moment of acting. */
export async function withRights(
  services: Services,
  run: PersonsRun,
  hold: RunLease,
  done: Done,
  act: (credential: RequesterCredential, allowed: Allowed) => Promise<RunState | null>,
  moment: "execute" | "follow" = "execute",
): Promise<RunState | null> {
  const who = { userId: run.conversation.userId, requester: run.requester };
  const right = await authorizeRun(services, who, run, hold, moment);
  if (right.ok && !(await standsStill(services, run, right.credential)))
    return { ...ended(services, plainFailure("denied", "standsNoMore", done)), state: "denied" };
  if (right.ok) return act(right.credential, right.decision);
  const end = ended(services, failureTo(right.refusal, done));
  return right.refusal.kind === "signIn" ? end : { ...end, state: "denied" };
}

/** Null where mode and policy allow the run now, and `besides` finds nothing in how they do. */
export async function whyNotAllowed(
  services: Services,
  credential: RequesterCredential,
  run: Run,
  hold: RunLease,
  done: Done,
  besides: (allowed: Allowed) => Promise<RunFailure | null> = async () => null,
): Promise<RunFailure | null> {
  const right = await authorizeRun(services, credential, run, hold, "send");
  return right.ok ? besides(right.decision) : failureTo(right.refusal, done);
}

async function authorizeRun<M extends "execute" | "send" | "follow">(
  services: Services,
  who: Who,
  run: Run,
  hold: RunLease,
  moment: M,
): Promise<Right<M>> {
  // The policy may have been changed since the question: what is now for one person alone is not shown to a thread. Of a
  // change or a fix that was for them alone before, the card there holds nothing.
  const isAlone = run.conversation.personal || (run.show === "personal" && isAgreedOn(run.task));
  const right = await authorize(services, who, actionOf(run.task, run.cluster), moment, { run, isAlone });
  // Without a sign-in nobody decided anew.
  if (right.ok || right.refusal.kind !== "signIn") hold.rule = right.rule;
  return right;
}

export const ended = (
  services: Pick<Services, "clock">,
  failure: RunFailure,
): Extract<RunState, { state: "failed" }> => ({
  state: "failed",
  finishedAt: services.clock.now().toISOString(),
  failure,
});

/** What an exception leaves behind: null where nothing can have been sent. */
type Perhaps = (failure: (done: Done) => RunFailure) => RunState | null;

/**
 * Stores what came of it, its audit entry and what shows it in one transaction; an exception ends in a card too. `act`
 * gives null where the run is somebody else's by now.
 */
export async function finish(
  services: Services,
  run: Run,
  act: (hold: RunLease) => Promise<RunState | null>,
  perhapsSent: Perhaps = () => null,
): Promise<void> {
  // A worker moves only what it holds: a run that is still queued, until it has begun it itself.
  const hold: RunLease = {
    ...{ from: [run.status.state], rule: run.rule, comparedWith: null },
    ...{ digest: null, causeAt: null, extraMessages: [] },
  };
  const end = await act(hold).catch((error: unknown) => {
    services.log.error("run failed unexpectedly", { runId: run.id, error: redact(String(error)).text });
    const failure = (done: Done) => unexpected(run.id, done);
    const begun = hold.from.some((from) => from === "running" || from === "applying");
    return (begun ? perhapsSent(failure) : null) ?? ended(services, failure("nothingSent"));
  });
  if (end === null) return;
  const state = await answerable(services, run, end);
  const shown = hasEnded(state.state)
    ? endMessages(run, state, services.clock.now())
    : [runMessage(run, state.state)];
  const moved = await services.store.moveRun(
    run.id,
    hold.from,
    state,
    [...shown, ...hold.extraMessages, ...(await stampedCards(services, run, state))],
    entryOf(services, run, hold, stageOf(run, state), state),
  );
  if (moved && state.state === "succeeded") await keepForNext(services, hold.digest);
}

/** What Conditional Access has stopped in the middle of a run, with the page where its requester can answer it. */
async function answerable(services: Services, run: Run, state: RunState): Promise<RunState> {
  if (state.state !== "failed" || state.failure.happened.is !== "signIn" || isReadersRun(run)) return state;
  const { requester, conversation } = run;
  const asker = { userId: conversation.userId, requester, conversation };
  const { claims: _claims, ...plain } = state.failure.happened.failure;
  const asked = askedBy(run);
  const failure =
    asked === null ? plain : await withAnswerPage(services, asker, asked, state.failure.happened.failure);
  return { ...state, failure: { ...state.failure, happened: { ...state.failure.happened, failure } } };
}

/** The question as it would be typed. Null: it may change something, and is asked by nobody but the person. */
function askedBy({ task, cluster, ...run }: PersonsRun): string | null {
  if (task.kind === "diagnose" || task.kind === "access") {
    const more = task.kind === "diagnose" && task.withoutInside ? { withoutInside: true as const } : {};
    return writtenQuestion(task.kind, cluster.id, clientOf({ ...run, task }), more);
  }
  if (task.kind !== "command" || task.request.access !== "read") return null;
  return `run \`${textAgain(task.request)}\` on ${cluster.id}`;
}

const stages: Partial<Record<RunState["state"], string>> = {
  pendingApproval: "propose",
  approved: "wait",
  expired: "expire",
};

/** It waits again where it was agreed on before. */
const stageOf = ({ status }: Run, { state }: RunState): string =>
  state === "pendingApproval" && status.state === "approved" ? "reopen" : (stages[state] ?? "finish");

const outcomes: Partial<Record<RunState["state"], AuditEntry["outcome"]>> = {
  succeeded: "succeeded",
  denied: "denied",
  lost: "lost",
  failed: "failed",
  timedOut: "failed",
};

/** Of a change only what ended with 0 is done; without an exit code nobody knows. */
function outcomeOf({ task }: Run, state: RunState | undefined): AuditEntry["outcome"] {
  const outcome = (state && outcomes[state.state]) ?? "recorded";
  if (task.kind !== "change" || state?.state !== "succeeded") return outcome;
  const exitCode = state.result?.exitCode ?? null;
  return exitCode === 0 ? outcome : exitCode === null ? "lost" : "failed";
}

/** `stage`: what has happened to it. By whoever does it, where that is not who asked. */
export const entryOf = (
  services: Services,
  run: Run,
  {
    rule,
    comparedWith,
    causeAt,
  }: Pick<RunLease, "rule" | "comparedWith"> & Partial<Pick<RunLease, "causeAt">>,
  stage: string,
  state?: RunState,
): AuditEntry =>
  auditEntry(services.clock, (state && proposedIn(state)?.ranBy) ?? run.requester, {
    action: `${run.task.kind}.${stage}`,
    outcome: outcomeOf(run, state),
    cluster: run.cluster.id,
    runId: run.id,
    rule,
    detail: {
      ...detailOf(state),
      ...(state && proposedIn(state)?.ranBy ? { askedBy: run.requester.objectId } : {}),
      // It saw what somebody else's question had read, whether or not anything is told of that.
      ...(state?.state === "succeeded" && comparedWith !== null ? { comparedWith } : {}),
      ...(state?.state === "succeeded" && causeAt ? { causeAt } : {}),
      ...byPolicy(services),
    },
  });

function detailOf(state: RunState | undefined): AuditEntry["detail"] {
  if (state === undefined) return {};
  const proposed = whatWasProposed(state);
  if ("failure" in state) return { code: state.failure.code, ...proposed };
  if (state.state !== "succeeded") return proposed;
  const printed = state.result ? countsOf(state.result) : {};
  // Of a fix or a change it is what was found after it.
  if (state.diagnosis)
    return {
      ...{ ...printed, ...proposed },
      verdict: state.diagnosis.verdict,
      cause: state.diagnosis.rootCause?.check ?? null,
      verdictRule: state.diagnosis.decidedBy.verdict,
      causeRule: state.diagnosis.decidedBy.cause,
      ...insideOf(state.diagnosis),
    };
  return { ...printed, ...proposed };
}

/** What a look inside came to, or why there was none. */
function insideOf({ inside }: Diagnosis): AuditEntry["detail"] {
  if (inside === undefined) return {};
  const { found } = inside;
  return { inside: found.is, ...("why" in found ? { notLooked: found.why } : {}) };
}
