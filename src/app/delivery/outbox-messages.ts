// What a person is told: written to the outbox in the transaction that closes their question, shown from there.
import type { Answer } from "../../core/conversation/answer.ts";
import type { Notice } from "../../core/conversation/notice.ts";
import { soughtLines } from "../../core/conversation/sought.ts";
import {
  besidesKey,
  type MentionText,
  type Message,
  mentionKey,
  messageWith,
  runKey,
  strayKey,
} from "../../core/delivery/message.ts";
import type { Requester } from "../../core/requester.ts";
import { type ConversationRef, isReadersRun, type Run, type RunState } from "../../core/run/run.ts";
import type { ConversationContext, Services } from "../ports/services.ts";

/** An edit notifies nobody: past this a short message mentions the requester. */
const mentionAfterMilliseconds = 15_000;

/** Whom an answer is for; nobody in particular where they asked nothing. */
type Told = Pick<ConversationContext, "conversation"> & Partial<ConversationContext>;

/** The one answer to a question; dropped where another process has taken the question over, and told about it. */
export async function enqueueAnswer(services: Services, asker: Told, answer: Answer): Promise<void> {
  await put(services, asker, answerMessage(services, asker, answer));
}

/** What the question may have asked for besides: in a message of its own, since its answer closed it; once, also where it is delivered again. */
export async function enqueueBesides(services: Services, asker: Told, answer: Answer): Promise<void> {
  const key = asker.question === undefined ? undefined : besidesKey(asker.question);
  await services.store.tell(null, [messageOf(services, asker.conversation, answer, key)]);
}

/** The card of a run, once more and in a message of its own. */
export async function enqueueRunCard(
  services: Services,
  asker: ConversationContext,
  run: Run,
): Promise<void> {
  const { conversation: to } = asker;
  const key = waitingKey(asker) ?? services.newId("M");
  await put(services, asker, { ...runMessage(run, run.status.state), key, to, after: runKey(run.id) });
}

async function put(services: Services, asker: Told, message: Message): Promise<void> {
  const { question } = asker;
  const told = await services.store.tell(question ?? null, [
    message,
    ...lateMention(services, asker, message),
  ]);
  if (!told) services.log.warn("a question was answered already, or taken over", { question });
}

/** The answer in the place of what said that it is on its way. */
export const answerMessage = (services: Services, told: Told, answer: Answer): Message =>
  messageOf(services, told.conversation, answer, waitingKey(told));

const waitingKey = ({ waiting }: Told): string | undefined =>
  waiting === undefined ? undefined : runKey(waiting.card);

/** What said so was edited into the answer. */
function lateMention({ clock }: Services, { requester, waiting }: Told, answer: Message): readonly Message[] {
  return waiting !== undefined && requester !== undefined && isLate(waiting.since, clock.now())
    ? [mention(answer, waiting.card, requester, "done")]
    : [];
}

/** What somebody may decide on is read anew at each showing, and shown anew when its run goes on. */
export const messageOf = (
  { newId }: Pick<Services, "newId">,
  to: ConversationRef,
  answer: Answer,
  key = newId("M"),
): Message =>
  answer.kind === "review"
    ? messageWith(
        key,
        to,
        { show: "review", runId: answer.run.id, as: answer.as },
        { after: runKey(answer.run.id) },
      )
    : messageWith(key, to, { show: "answer", answer });

/** The card of a run: one message, as long as the run goes on and to its end. */
export const runMessage = ({ id, conversation }: Run, state: RunState["state"]): Message =>
  messageWith(
    runKey(id),
    conversation,
    { show: "run", runId: id },
    { final: state !== "queued" && state !== "running" },
  );

/** A second card, left over where an answer of Teams' was lost: it points to the one that goes on. */
export const strayMessage = (to: ConversationRef, messageId: string, text: Notice): Message =>
  messageWith(strayKey(messageId), to, { show: "answer", answer: { kind: "noted", text } }, { messageId });

/** What a run's end is shown by. */
export function endMessages(run: Run, end: RunState, now: Date): readonly Message[] {
  const card = runMessage(run, end.state);
  const cards = [card, ...soughtMessages(run, end)];
  // Whoever takes a change back knows it, and of an incident's diagnosis nobody asked.
  const isAwaited = end.state !== "withdrawn" && !("forIncident" in run.task);
  if (isReadersRun(run) || !isAwaited || !isLate(run.createdAt, now)) return cards;
  return [...cards, mention(card, run.id, run.requester, endOf(run, end))];
}

/** What was asked of the objects that its look has found. */
function soughtMessages(run: Run, end: RunState): readonly Message[] {
  const lines = soughtLines(run, end);
  if (run.task.kind !== "command" || lines.length === 0) return [];
  const reason = { is: "unsure", line: "", abilities: [] } as const;
  const answer = { kind: "notUnderstood", asked: run.task.sought?.asked ?? "", reason } as const;
  const shown = { show: "answer", answer: { ...answer, suggestions: lines, also: "found" } } as const;
  return [messageWith(besidesKey(run.id), run.conversation, shown, { after: runKey(run.id) })];
}

function endOf({ task }: Run, end: RunState): MentionText {
  if (end.state === "rejected" || end.state === "expired") return end.state;
  if (end.state !== "succeeded") return "failed";
  if (task.kind !== "change") return "done";
  return end.result?.exitCode === 0 ? "made" : "failed";
}

const isLate = (since: string, now: Date): boolean =>
  now.getTime() - Date.parse(since) > mentionAfterMilliseconds;

const mention = (card: Message, id: string, requester: Requester, text: MentionText): Message =>
  messageWith(mentionKey(id), card.to, { show: "mention", requester, text }, { after: card.key });

// A channel or chat as a place to post in, of no person: so it stays when the one who spoke there is forgotten.

/** `channel`: Teams' id of it. Null where nobody has spoken to the bot there. */
export async function channelPlace(
  { store, places }: Pick<Services, "store" | "places">,
  channel: string,
): Promise<ConversationRef | null> {
  const found = await store.conversationIn(channel);
  return found && { ...places.channelOf(found), userId: "" };
}
