// Review, approve, reject, withdraw: nothing of a press is trusted but who pressed. The run is read under a lock, and what
// becomes of it is decided there.

import { whatWasProposed } from "../../core/audit/audit-event.ts";
import { actionOf } from "../../core/authorization/action.ts";
import { membershipUnknown, noteTo } from "../../core/authorization/refusal.ts";
import { isOfAgreement } from "../../core/change/agreed-task.ts";
import {
  approve,
  approverGroups,
  type ChangeDecision,
  hasAgreed,
  isRunByApprover,
  isSamePerson,
  over,
  type PressedBy,
  reject,
  withdraw,
} from "../../core/change/decide.ts";
import type { CardActionOf, CardVerb } from "../../core/conversation/card-action.ts";
import { type Notice, notice } from "../../core/conversation/notice.ts";
import { redactShort } from "../../core/redact/redact.ts";
import { hasEnded, type Run, type RunState } from "../../core/run/run.ts";
import type { CardActionAnswer } from "../delivery/card-action-answer.ts";
import { endMessages, runMessage } from "../delivery/outbox-messages.ts";
import {
  auditEntry,
  authorize,
  byPolicy,
  isHere,
  isKnownTo,
  storedRun,
  whyNotReadable,
} from "../identity/authorize.ts";
import { askForSignIn, isMendedBySignIn } from "../identity/sign-in.ts";
import type { RequesterCredential } from "../ports/azure.ts";
import type { ConversationContext, Services } from "../ports/services.ts";
import type { RunMove } from "../ports/store.ts";
import { authorizeRunner } from "./apply-context.ts";
import { decidedMessages } from "./ask-approvers.ts";

type Verb = Extract<CardVerb, "change.review" | "change.approve" | "change.reject" | "change.withdraw">;

const longestWord = 300;

export async function decideOnChange(
  services: Services,
  asker: ConversationContext,
  action: { [Each in Verb]: CardActionOf<Each> }[Verb],
): Promise<CardActionAnswer> {
  const run = await storedRun(services, action.run);
  if (!run || !isOfAgreement(run) || !isBefore(asker, run)) return { text: notice("noSuchChange") };
  if (action.verb === "change.withdraw") return { text: await withdrawChange(services, asker, run.id) };
  if (action.verb === "change.review" && !isOpen(run)) return afterwards(services, asker, run);
  const isOwn = isSamePerson(run.requester, asker.requester);
  if (action.verb === "change.review" && isOwn) return review(services, asker, run, "requester");
  const right = await authorizeDecision(services, asker, run, action.verb);
  const refusal = right.ok ? null : right.refusal;
  if (refusal?.kind === "mode") {
    if (right.entry !== null) await services.store.appendAudit(right.entry);
    return { text: refusal.reason };
  }
  if (refusal?.kind === "signIn" && isMendedBySignIn(refusal.failure))
    return { text: notice("sendingSignIn"), begin: () => askForSignIn(services, asker, "sign in") };
  const mayNot = refusal && (refusal.kind === "signIn" ? membershipUnknown(refusal) : refusal.reason);
  if (action.verb === "change.review") return review(services, asker, run, mayNot);
  const { requester, userId } = asker;
  const isAsked = action.verb === "change.approve" && right.ok;
  const runs = isAsked ? await whetherTheyRun(services, right.credential, run) : {};
  const pressedBy: PressedBy = { requester, userId, hash: action.hash, mayNot, ...runs };
  const typed = action.verb === "change.reject" ? action.word : undefined;
  const word = typed === undefined ? null : redactShort(typed.trim(), longestWord) || null;
  const said = await step(services, asker, run, action.verb, (current, now) =>
    action.verb === "change.approve"
      ? approve(current, pressedBy, now)
      : reject(current, pressedBy, word, now),
  );
  return { text: said };
}

const decisions = {
  "change.review": "review",
  "change.approve": "approve",
  "change.reject": "reject",
} as const;

function authorizeDecision(
  services: Services,
  asker: ConversationContext,
  run: Run,
  verb: keyof typeof decisions,
) {
  const { status, task, cluster } = run;
  const record = { action: verb, detail: whatWasProposed(status) };
  const approval =
    "approval" in status ? { by: status.approval, escalated: status.escalated === true } : null;
  const about = { run, record, ...(approval && { approval }) };
  return authorize(services, asker, actionOf(task, cluster), decisions[verb], about);
}

/** Asked where it is done with the rights of one who approves: what cannot be done as them is not completed by them. */
async function whetherTheyRun(
  services: Services,
  as: RequesterCredential,
  { status, ...run }: Run,
): Promise<Pick<PressedBy, "cannotRun">> {
  if (status.state !== "pendingApproval" || !isRunByApprover(status)) return {};
  const right = await authorizeRunner(services, { ...run, status }, status, as);
  return { cannotRun: right.ok ? null : noteTo(right.refusal) };
}

/** Whoever may approve it sees what stands in its fields, which the thread may not: that is written down. */
async function review(
  services: Services,
  asker: ConversationContext,
  run: Run,
  as: "requester" | Notice | null,
): Promise<CardActionAnswer> {
  const verb = "change.review";
  if (as !== "requester" && as !== null) {
    await noteRefusal(services, asker, run, verb, as);
    return { text: as };
  }
  await services.store.appendAudit(decisionEntry(services, asker, run, verb, "allowed", run.status));
  const seenAs = as ?? (hasAgreed(run.status, asker.requester) ? "agreed" : "approver");
  return { card: { kind: "review", run, as: seenAs } };
}

/**
 * What the client of somebody who was asked shows them by itself in place of the message that asks them. Nothing of it is for
 * one person alone, so nothing is written down: whoever may not decide sees what everybody sees.
 */
export async function showApproval(
  services: Services,
  asker: ConversationContext,
  { run: id }: CardActionOf<"change.view">,
): Promise<CardActionAnswer> {
  const run = await storedRun(services, id);
  if (!run || !isOfAgreement(run) || !isKnownTo(asker, run)) return { text: notice("noSuchChange") };
  const { status } = run;
  const groups = status.state === "pendingApproval" ? approverGroups(status) : [];
  const wanted = { kind: "approvalWanted", run, groups, people: [] } as const;
  const isTheirs =
    status.state === "pendingApproval" &&
    run.show === "thread" &&
    !hasAgreed(status, asker.requester) &&
    (await authorizeDecision(services, asker, run, "change.review")).ok;
  return { card: isTheirs ? { ...wanted, seenBy: asker.userId } : wanted };
}

const isOpen = ({ status }: Run): boolean => "proposal" in status && !hasEnded(status.state);

/** Nothing waits for anybody. What stands here already is shown to everybody, what was printed besides to whoever asked. */
async function afterwards(
  services: Services,
  asker: ConversationContext,
  run: Run,
): Promise<CardActionAnswer> {
  if (run.show === "thread" && isHere(asker, run)) return { card: { kind: "run", run, page: null } };
  if (!isSamePerson(run.requester, asker.requester)) return { text: over(run.status) };
  const look = { action: "output.read", detail: { page: null }, isKnown: true, isAlone: true };
  const why = await whyNotReadable(services, asker, run, look);
  return why === null ? { card: { kind: "review", run, as: "requester" } } : { text: why };
}

/** Where it was asked for, or by whoever asked: an id alone says nothing about rights. */
export const isBefore = (asker: ConversationContext, run: Run): boolean =>
  isSamePerson(run.requester, asker.requester) || isHere(asker, run);

/** As long as it is not begun; for whoever asked. */
export const withdrawChange = (
  services: Services,
  asker: ConversationContext,
  runId: string,
): Promise<Notice> =>
  step(services, asker, { id: runId }, "change.withdraw", (run, now) => withdraw(run, asker.requester, now));

async function step(
  services: Services,
  asker: ConversationContext,
  { id }: Pick<Run, "id">,
  verb: Verb,
  decide: (run: Run, now: Date) => ChangeDecision,
): Promise<Notice> {
  const now = services.clock.now();
  const said = await services.store.stepRun(id, (run): RunMove<ChangeDecision & Readonly<{ run: Run }>> => {
    const decided = decide(run, now);
    const { to } = decided;
    const shown =
      to === null ? [] : hasEnded(to.state) ? endMessages(run, to, now) : [runMessage(run, to.state)];
    return {
      ...{ said: { ...decided, run }, to, messages: [...shown, ...(to ? decidedMessages(run, to) : [])] },
      audit: to && moveEntry(services, asker, run, verb, to),
    };
  });
  if (said === null) return notice("noSuchChange");
  if (said.to === null) await noteRefusal(services, asker, said.run, verb, said.said);
  return said.said;
}

/** As what it turned out to be: a press that comes too late ends it, and whoever asked takes back what they reject. */
function moveEntry(services: Services, asker: ConversationContext, run: Run, verb: Verb, to: RunState) {
  if (to.state === "expired") return decisionEntry(services, asker, run, "change.expire", "recorded", to);
  const action = to.state === "withdrawn" ? "change.withdraw" : verb;
  const why = to.state === "rejected" && to.word !== null ? { because: to.word } : {};
  return decisionEntry(services, asker, run, action, "allowed", to, why);
}

const noteRefusal = (
  services: Services,
  asker: ConversationContext,
  run: Run,
  verb: Verb,
  why: Notice,
): Promise<void> =>
  services.store.appendAudit(
    decisionEntry(services, asker, run, verb, "denied", run.status, { because: why.is }),
  );

const decisionEntry = (
  services: Services,
  { requester }: ConversationContext,
  run: Run,
  action: string,
  outcome: "allowed" | "denied" | "recorded",
  state: Run["status"],
  more: Readonly<Record<string, string>> = {},
) =>
  auditEntry(services.clock, requester, {
    ...{ action, outcome, cluster: run.cluster.id, runId: run.id, rule: run.rule },
    detail: { ...whatWasProposed(state), ...more, ...byPolicy(services) },
  });
