// What a person is told: written to the outbox in the transaction that closes their question, shown from there.
import type { Answer } from "../core/chat/answer.ts";
import { type Message, mentionKey, runKey, strayKey } from "../core/outbox/message.ts";
import type { ConversationRef, Run, RunState } from "../core/run/run.ts";
import type { Asker, Services } from "./services.ts";

/** An edit notifies nobody: past this a short message mentions the requester. */
const mentionAfterMilliseconds = 15_000;

/** The one answer to a question; dropped where another process has taken the question over, and told about it. */
export async function tell(
  services: Services,
  { conversation, question }: Pick<Asker, "conversation" | "question">,
  ...answers: readonly Answer[]
): Promise<void> {
  const told = await services.store.tell(
    question ?? null,
    answers.map((answer) => messageOf(services, conversation, answer)),
  );
  if (!told) services.log.warn("a question was answered already, or taken over", { question });
}

export const messageOf = ({ newId }: Services, to: ConversationRef, answer: Answer): Message => ({
  key: newId("M"),
  to,
  content: { show: "answer", answer },
  after: null,
  final: true,
  messageId: null,
});

/** The card of a run: one message, as long as the run goes on and to its end. */
export const runMessage = ({ id, conversation }: Run, state: RunState["state"]): Message => ({
  key: runKey(id),
  to: conversation,
  content: { show: "run", runId: id },
  after: null,
  final: state !== "queued" && state !== "running",
  messageId: null,
});

/** A second card of a run, left over where an answer of Teams' was lost: it points to the one that goes on. */
export const strayMessage = ({ id, conversation }: Run, messageId: string): Message => ({
  key: strayKey(messageId),
  to: conversation,
  content: { show: "answer", answer: { kind: "noted", text: { is: "answeredElsewhere", run: id } } },
  after: null,
  final: true,
  messageId,
});

/** What a run's end is shown by. */
export function endMessages(run: Run, end: RunState, now: Date): readonly Message[] {
  const card = runMessage(run, end.state);
  if (now.getTime() - Date.parse(run.createdAt) <= mentionAfterMilliseconds) return [card];
  const { requester, conversation } = run;
  const text = end.state === "succeeded" ? "done" : "failed";
  const mention: Message = {
    key: mentionKey(run.id),
    to: conversation,
    content: { show: "mention", requester, text },
    after: card.key,
    final: true,
    messageId: null,
  };
  return [card, mention];
}
