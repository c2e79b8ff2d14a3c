// What somebody asked last in a conversation, which their next line may lean on.

import { leansOnShown } from "../../core/conversation/plain-words/follow-words.ts";
import { type FollowUp, followUp } from "../../core/conversation/reading/follow-up.ts";
import { shownBy } from "../../core/conversation/shown.ts";
import { isMasked } from "../../core/redact/redact.ts";
import type { Run } from "../../core/run/run.ts";
import type { ConversationContext, Services } from "../ports/services.ts";

/** Runs of the requester's own, the newest. */
const lookedBack = 20;
/** What is older was not asked just before. */
const longestMilliseconds = 60 * 60_000;

export async function lastAsked(
  { store, clock }: Services,
  { conversation, requester }: ConversationContext,
): Promise<Run | null> {
  const since = clock.now().getTime() - longestMilliseconds;
  const runs = await store.runsOf(requester, lookedBack);
  return (
    runs.find((run) => run.conversation.key === conversation.key && Date.parse(run.createdAt) >= since) ??
    null
  );
}

/** "The second one": what it comes to; null where it leans on nothing that was asked before. */
export async function followed(
  services: Services,
  asker: ConversationContext,
  text: string,
): Promise<FollowUp | null> {
  if (!leansOnShown(text) || isMasked(text)) return null;
  const run = await lastAsked(services, asker);
  return run && followUp(text, shownBy(run), services.clock.now());
}
