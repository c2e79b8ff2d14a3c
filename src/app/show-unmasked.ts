// "Show as it is": nothing unmasked is kept, so the command is run again as whoever presses, and shown to them once.
import type { AuditEntry } from "../core/audit/audit-event.ts";
import type { Unmasked } from "../core/chat/answer.ts";
import { type Note, note } from "../core/chat/note.ts";
import { commandText } from "../core/command/command-text.ts";
import { applyFilters } from "../core/command/output-filter.ts";
import { understoodNow } from "../core/command/understood-now.ts";
import type { DenialReason } from "../core/policy/denial.ts";
import type { RunFailure } from "../core/run/failure.ts";
import type { ConversationRef, Run } from "../core/run/run.ts";
import { auditEntry, byPolicy, countsOf, whatIsRead } from "./audit-entry.ts";
import { decide } from "./authorize-action.ts";
import { whyAzureForbidsLook } from "./azure-lock.ts";
import { isKnownTo, storedRun } from "./known-run.ts";
import type { RequesterCredential } from "./ports.ts";
import { type CommandTask, type Ended, followRaw, startCommand } from "./run-command.ts";
import { plainFailure } from "./say.ts";
import type { Asker, Services } from "./services.ts";
import { actionOf } from "./submit-run.ts";
import { tell } from "./tell.ts";

type CommandRun = Run & Readonly<{ task: CommandTask }>;
type Answered = Readonly<{ text: Note; begin?: () => Promise<void> }>;
type Right = Readonly<
  | { ok: true; rule: string; credential: RequesterCredential }
  | { ok: false; rule: string | null; reason: Note; byAzure?: true }
>;

/** Both locks are asked as whoever presses, and written down either way. */
export async function showUnmasked(
  services: Services,
  asker: Asker,
  runId: string | undefined,
): Promise<Answered> {
  const run = await storedRun(services, runId);
  if (!run) return { text: note("notHere") };
  const right: Right = isKnownTo(asker, run)
    ? await mayShow(services, asker, run)
    : { ok: false, rule: null, reason: note("notHere") };
  if (!right.ok) {
    await keep(services, asker, run, right.rule, "denied", right.byAzure ? { byAzure: true } : {});
    return { text: right.reason };
  }
  if (!hasMasked(run)) return { text: note("outdated") };
  const begin = () => showOnce(services, asker, right, run);
  return { text: note("runningAgain"), begin };
}

/** There is nothing else to show of it; and what may change something is not done twice. */
function hasMasked(run: Run): run is CommandRun {
  const { task, status } = run;
  if (task.kind !== "command" || task.request.access !== "read" || status.state !== "succeeded") return false;
  return (status.result?.masked ?? 0) > 0;
}

async function mayShow(services: Services, asker: Asker, run: Run): Promise<Right> {
  const signedIn = await services.credentials.forUser(asker.userId, asker.requester);
  if (!signedIn.ok) return { ok: false, rule: null, reason: note("signInFirst") };
  const { credential } = signedIn;
  const allowed = await policyAllows(services, credential, run);
  if (!allowed.ok) return allowed;
  const refused = await whyAzureForbidsLook(services, credential, run);
  return refused === null
    ? { ok: true, rule: allowed.rule, credential }
    : { ok: false, rule: allowed.rule, reason: refused, byAzure: true };
}

/** `maskedOnly`: not every rule that allows them the command says `unmasked: true`. */
type NotAllowed = DenialReason | Readonly<{ is: "maskedOnly" }>;

/** What mode and policy say now. */
async function policyAllows(
  services: Services,
  credential: RequesterCredential,
  run: Run,
): Promise<Readonly<{ ok: true; rule: string } | { ok: false; rule: string | null; reason: NotAllowed }>> {
  const { decision } = await decide(services, credential, actionOf(run.task, run.cluster));
  const { rule } = decision;
  if (decision.effect === "deny") return { ok: false, rule, reason: decision.reason };
  return decision.unmasked
    ? { ok: true, rule: decision.rule }
    : { ok: false, rule, reason: note("maskedOnly") };
}

/** Written down before anything is sent. */
async function showOnce(
  services: Services,
  asker: Asker,
  { rule, credential }: Extract<Right, { ok: true }>,
  run: CommandRun,
): Promise<void> {
  await keep(services, asker, run, rule, "allowed", {});
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
    return tell(services, asker, { kind: "failure", asked: askedOf(run), failure, id: null, asItIs: true });
  if (asker.question !== undefined) await services.store.closeQuestion(asker.question);
}

const askedOf = ({ task, cluster }: CommandRun): string => `${commandText(task.request)} on ${cluster.name}`;

type End = Readonly<{
  outcome: "succeeded" | "failed" | "denied" | "lost";
  /** What the presser is told; null where they see the output. */
  failure: RunFailure | null;
  detail: AuditEntry["detail"];
}>;

async function runAndPost(
  services: Services,
  asker: Asker,
  credential: RequesterCredential,
  run: CommandRun,
): Promise<End> {
  const { conversation } = asker;
  const chat = conversation.personal
    ? conversation
    : await services.messenger.personalChat(conversation).catch(() => null);
  if (chat === null) return { outcome: "failed", failure: noPersonalChat(services), detail: {} };
  const whyNotNow = async (): Promise<RunFailure | null> => {
    const now = await policyAllows(services, credential, run);
    return now.ok ? null : noLongerAllowed(now.reason);
  };
  const started = await startCommand(services, credential, run, run.task, whyNotNow);
  if ("ended" in started) return endOf(started.ended);
  const followed = await followRaw(services, credential, run, started.operationId);
  if ("ended" in followed) return endOf(followed.ended);
  const { raw } = followed;
  const result = { ...raw, output: applyFilters(raw.output, run.task.request.filters) };
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
  { requester }: Asker,
  run: Run,
  rule: string | null,
  outcome: AuditEntry["outcome"],
  detail: AuditEntry["detail"],
): Promise<void> =>
  services.store.appendAudit(
    auditEntry(services.clock, requester, {
      action: "output.unmasked",
      ...{ outcome, cluster: run.cluster.id, runId: run.id, rule },
      detail: {
        ...(run.task.kind === "command" ? whatIsRead(understoodNow(run.task.request)) : {}),
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

const noLongerAllowed = (why: NotAllowed): RunFailure => ({
  code: "denied",
  happened: { is: "noLongerUnmasked", why },
  done: "nothingSent",
});

const notShown = plainFailure("notShown", "outputNotTaken", "ranAgain");
const perhapsShown = plainFailure("perhapsShown", "outputPerhapsTaken", "ranAgain");
const failedOnOurSide = plainFailure("unexpected", "outputNotShown", "perhapsRanAgain");
