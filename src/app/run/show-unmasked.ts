// "Show as it is": nothing unmasked is kept, so the command is run again as whoever presses, and shown to them once.
import { type AuditEntry, countsOf, whatIsRead } from "../../core/audit/audit-event.ts";
import { actionOf } from "../../core/authorization/action.ts";
import { denialOf, noteTo, type RefusalAt } from "../../core/authorization/refusal.ts";
import { commandText } from "../../core/command/grammar/command-request.ts";
import { applyFilters } from "../../core/command/output-filter.ts";
import { understoodNow } from "../../core/command/understood-now.ts";
import type { Unmasked } from "../../core/conversation/answer.ts";
import { type Notice, notice } from "../../core/conversation/notice.ts";
import { plainFailure, type RunFailure } from "../../core/run/failure.ts";
import type { ConversationRef, Run } from "../../core/run/run.ts";
import { enqueueAnswer } from "../delivery/outbox-messages.ts";
import { auditEntry, authorize, byPolicy, isKnownTo, type Right, storedRun } from "../identity/authorize.ts";
import type { RequesterCredential } from "../ports/azure.ts";
import type { ConversationContext, Services } from "../ports/services.ts";
import { type CommandTask, type Ended, followRaw, startCommand } from "./run-command.ts";

type CommandRun = Run & Readonly<{ task: CommandTask }>;
type Answered = Readonly<{ text: Notice; begin?: () => Promise<void> }>;
type MayShow = Extract<Right<"unmask">, { ok: true }>;

/** Both locks are asked as whoever presses, and written down either way. */
export async function showUnmasked(
  services: Services,
  asker: ConversationContext,
  runId: string | undefined,
): Promise<Answered> {
  const run = await storedRun(services, runId);
  if (!run) return { text: notice("notHere") };
  const record = { action: "output.unmasked", detail: whatIsRun(run) };
  const about = { run, isKnown: isKnownTo(asker, run), record };
  const right = await authorize(services, asker, actionOf(run.task, run.cluster), "unmask", about);
  if (!right.ok) return { text: noteTo(right.refusal) };
  if (!hasMasked(run)) return { text: notice("outdated") };
  const begin = () => showOnce(services, asker, right, run);
  return { text: notice("runningAgain"), begin };
}

const whatIsRun = ({ task }: Run): AuditEntry["detail"] =>
  task.kind === "command" ? whatIsRead(understoodNow(task.request)) : {};

/** There is nothing else to show of any other, and what may change something is not done twice. */
function hasMasked(run: Run): run is CommandRun {
  const { task, status } = run;
  if (task.kind !== "command" || task.request.access !== "read" || status.state !== "succeeded") return false;
  return (status.result?.masked ?? 0) > 0;
}

/** Written down before anything is sent. */
async function showOnce(
  services: Services,
  asker: ConversationContext,
  { rule, credential, entry }: MayShow,
  run: CommandRun,
): Promise<void> {
  await services.store.appendAudit({ ...entry, time: services.clock.now().toISOString() });
  const end = await runAndPost(services, asker, credential, run).catch((error: unknown): End => {
    // Its message may hold what must not stand in the log.
    const name = error instanceof Error ? error.name : typeof error;
    services.log.error("output not shown as it is", { runId: run.id, error: name });
    return { outcome: "failed", failure: failedOnOurSide, detail: {} };
  });
  const { outcome, failure, detail } = end;
  const code = failure === null ? {} : { code: failure.code };
  await keep(services, asker, run, rule, outcome, { ...code, ...detail });
  if (failure !== null)
    return enqueueAnswer(services, asker, {
      kind: "failure",
      asked: askedOf(run),
      failure,
      id: null,
      asItIs: true,
    });
  if (asker.question !== undefined) await services.store.closeQuestion(asker.question);
}

const askedOf = ({ task, cluster }: CommandRun): string => `${commandText(task.request)} on ${cluster.name}`;

type End = Readonly<{
  outcome: "succeeded" | "failed" | "denied" | "lost";
  /** What the person who presses is told; null where they see the output. */
  failure: RunFailure | null;
  detail: AuditEntry["detail"];
}>;

async function runAndPost(
  services: Services,
  asker: ConversationContext,
  credential: RequesterCredential,
  run: CommandRun,
): Promise<End> {
  const { conversation } = asker;
  const chat = conversation.personal
    ? conversation
    : await services.messenger.personalChat(conversation).catch(() => null);
  if (chat === null) return { outcome: "failed", failure: noPersonalChat(services), detail: {} };
  const whyNotNow = async (): Promise<RunFailure | null> => {
    const now = await authorize(services, credential, actionOf(run.task, run.cluster), "sendUnmasked");
    return now.ok ? null : whyNoLonger(now.refusal);
  };
  const started = await startCommand(services, credential, run, run.task, whyNotNow);
  if ("ended" in started) return endOf(started.ended);
  const followed = await followRaw(services, credential, run, started.operationId);
  if ("ended" in followed) return endOf(followed.ended);
  const { raw } = followed;
  const result = { ...raw, output: applyFilters(raw.output, run.task.request) };
  const { request, clusterAdmin } = run.task;
  const { requester } = asker;
  const output: Unmasked = {
    ...{ kind: "unmasked", runId: run.id, cluster: run.cluster.name },
    ...{ requester, request, clusterAdmin, result },
  };
  return postOnce(services, chat, output);
}

const endOf = ({ state, failure }: Ended): End => ({
  outcome: state === "timedOut" ? "failed" : state,
  failure,
  detail: {},
});

/** Teams takes about one message a second in a chat. */
const turnMilliseconds = 1_000;

/** By one call, past the outbox: what stands in the outbox is kept. */
async function postOnce(services: Services, chat: ConversationRef, output: Unmasked): Promise<End> {
  const showing = { show: "answer", answer: output, elsewhere: false } as const;
  while (!(await services.store.takeTurn(chat))) await services.clock.sleep(turnMilliseconds);
  const posted = await services.messenger.post(chat, showing, false);
  const detail = countsOf(output.result);
  if (posted.status === "shown") return { outcome: "succeeded", failure: null, detail };
  const failure = posted.status === "unknown" ? perhapsShown : notShown;
  return { outcome: posted.status === "unknown" ? "lost" : "failed", failure, detail };
}

const keep = (
  services: Services,
  { requester }: ConversationContext,
  run: Run,
  rule: string,
  outcome: AuditEntry["outcome"],
  detail: AuditEntry["detail"],
): Promise<void> =>
  services.store.appendAudit(
    auditEntry(services.clock, requester, {
      action: "output.unmasked",
      ...{ outcome, cluster: run.cluster.id, runId: run.id, rule },
      detail: {
        ...whatIsRun(run),
        ...byPolicy(services),
        ...detail,
      },
    }),
  );

const noPersonalChat = ({ personalChatUrl }: Services): RunFailure => ({
  code: "noPersonalChat",
  happened: { is: "noPersonalChat", url: personalChatUrl, unmasked: true },
  done: "nothingSent",
});

function whyNoLonger(refusal: RefusalAt<"sendUnmasked">): RunFailure {
  const why = refusal.kind === "unmasked" ? notice("maskedOnly") : denialOf(refusal).reason;
  return { code: "denied", happened: { is: "noLongerUnmasked", why }, done: "nothingSent" };
}

const notShown = plainFailure("notShown", "outputNotTaken", "ranAgain");
const perhapsShown = plainFailure("perhapsShown", "outputPerhapsTaken", "ranAgain");
const failedOnOurSide = plainFailure("unexpected", "outputNotShown", "perhapsRanAgain");
