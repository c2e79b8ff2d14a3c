// Posts and edits cards outside a turn. A failure is logged and reported as a value: an answer must not end in an exception.
import { type Activity, ActivityTypes, CardFactory, type TurnContext } from "botbuilder";
import { z } from "zod";
import type { Notifier } from "../app/ports.ts";
import type { PostResult } from "../app/ports-incidents.ts";
import type { ConversationRef } from "../core/run/run.ts";
import { messages } from "../presenters/messages/messages.ts";
import type { Presented } from "../presenters/presented.ts";
import { NotSentError } from "./adapter.ts";
import { cardFor } from "./card.ts";
import { toReference } from "./conversation.ts";
import type { NotifierParts } from "./notifier-parts.ts";
import { sendOnce } from "./send-once.ts";
import { sendSignInCard } from "./sign-in-card.ts";

/** The message that shows a card, with the text of its notification. */
export function cardMessage({ card, summary }: Presented): Partial<Activity> {
  return { type: ActivityTypes.Message, summary, attachments: [CardFactory.adaptiveCard(card)] };
}

export function createNotifier(parts: NotifierParts): Notifier {
  const within = async (to: ConversationRef, act: (context: TurnContext) => Promise<void>) =>
    (await attempt(parts, to, act)) === null;
  return {
    async post(to, answer) {
      const message = cardMessage(await cardFor(parts, answer, to.locale));
      let id: string | null = null;
      await within(to, async (context) => {
        id = (await context.sendActivity(message))?.id ?? null;
      });
      return id;
    },
    async tryPost(to, answer) {
      const message = cardMessage(await cardFor(parts, answer, to.locale));
      let messageId: string | undefined;
      const failure = await attempt(parts, to, async (context) => {
        sendOnce(context);
        messageId = (await context.sendActivity(message))?.id;
      });
      if (failure) return failure;
      return messageId ? { status: "posted", messageId } : { status: "unknown" };
    },
    async edit(to, messageId, answer) {
      const message = cardMessage(await cardFor(parts, answer, to.locale));
      return within(to, async (context) => {
        await context.updateActivity({ ...message, id: messageId });
      });
    },
    async mention(to, requester, text) {
      await within(to, async (context) => {
        await context.sendActivity(mentionMessage(to, requester.displayName, text));
      });
    },
    askToSignIn: (to, asked) => sendSignInCard(parts, within, to, asked),
  };
}

type Failure = Exclude<PostResult, { status: "posted" }>;

/** Null when it was done. */
async function attempt(
  { adapter, appId, trusted, log }: NotifierParts,
  to: ConversationRef,
  act: (context: TurnContext) => Promise<void>,
): Promise<Failure | null> {
  const reference = toReference(to);
  if (!reference) {
    log.error("stored conversation is not readable", { conversation: to.key });
    return { status: "refused", code: "conversation", again: false };
  }
  if (!trusted(reference.serviceUrl)) {
    log.error("service URL is not one of Teams'", { conversation: to.key });
    return { status: "refused", code: "serviceUrl", again: false };
  }
  try {
    await adapter.continueConversationAsync(appId, reference, act);
    return null;
  } catch (error) {
    log.error("Teams did not take a message", { conversation: to.key, error: String(error) });
    return failureOf(error);
  }
}

const answered = z.object({ statusCode: z.number().optional(), code: z.string().optional() });
/** What Teams means by "try again" (its rate limits), and what says that the fault is its own. */
const passing = [408, 412, 429, 500, 502, 503, 504];
/** There was no connection, so nothing was sent over it. */
const unconnected = ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"];

/** A request without an answer may have been taken; one that was never sent was not. */
function failureOf(error: unknown): Failure {
  if (error instanceof NotSentError) return { status: "refused", code: "noToken", again: true };
  const { statusCode, code = "" } = answered.safeParse(error).data ?? {};
  if (statusCode !== undefined)
    return { status: "refused", code: String(statusCode), again: passing.includes(statusCode) };
  return unconnected.includes(code) ? { status: "refused", code, again: true } : { status: "unknown" };
}

function mentionMessage(to: ConversationRef, name: string, text: "done" | "failed"): Partial<Activity> {
  const tag = `<at>${name.replaceAll(/[<>&]/g, " ")}</at>`;
  const words = messages(typeof to.locale === "string" ? to.locale : undefined).mention[text];
  const mentioned = { id: to.userId, name };
  return {
    type: ActivityTypes.Message,
    text: `${tag} ${words}`,
    entities: [{ type: "mention", text: tag, mentioned }],
  };
}
