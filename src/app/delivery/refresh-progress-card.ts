// A client shows a card that says that a question goes on, of which no run has come.
import type { Answer } from "../../core/conversation/answer.ts";
import { type Notice, notice } from "../../core/conversation/notice.ts";
import { runKey } from "../../core/delivery/message.ts";
import type { ConversationContext, Services } from "../ports/services.ts";
import { strayMessage } from "./outbox-messages.ts";

/** From now on its message is the one that is edited; where another one is, or was, it says so. For its asker alone. */
export async function showWaiting(
  { store }: Services,
  { userId, conversation }: ConversationContext,
  card: string,
  messageId: string | undefined,
): Promise<Readonly<{ card: Answer } | { text: Notice }>> {
  if (messageId === undefined) return { text: notice("notHere") };
  const known = await store.adoptMessage(runKey(card), messageId, userId);
  if (known === "none") return { text: notice("notHere") };
  if (known !== "stray") return { text: notice("alreadyOnIt") };
  const text = notice("answeredBeside");
  await store.tell(null, [strayMessage(conversation, messageId, text)]);
  return { card: { kind: "noted", text } };
}
