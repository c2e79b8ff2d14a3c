// What a change or its dry run printed, where the policy shows it to its requester alone: in their own chat, since the thread has none of it.
import type { Message } from "../../core/outbox/message.ts";
import type { Run } from "../../core/run/run.ts";
import type { Services } from "../services.ts";
import { messageOf } from "../tell.ts";

/** `run`: as it ended. Empty where its card holds all of it, or they have no chat with the bot. */
export async function ownCard(services: Services, run: Run): Promise<readonly Message[]> {
  if (run.show === "thread" || run.conversation.personal) return [];
  const chat = await services.messenger.personalChat(run.conversation).catch(() => null);
  return chat === null ? [] : [messageOf(services, chat, { kind: "review", run, as: "requester" })];
}
