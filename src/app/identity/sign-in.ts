// What is done as the person who asks: with their credential, or after they are asked to sign in.

import type { Answer } from "../../core/conversation/answer.ts";
import { notice } from "../../core/conversation/notice.ts";
import { type Message, messageWith } from "../../core/delivery/message.ts";
import type { SignInFailure } from "../../core/requester.ts";
import { unavailableFailure } from "../../core/run/failure.ts";
import type { ConversationRef } from "../../core/run/run.ts";
import type { Unavailable } from "../../core/snapshot/section.ts";
import { answerMessage, enqueueAnswer } from "../delivery/outbox-messages.ts";
import type { CredentialResult } from "../ports/azure.ts";
import type { Pending } from "../ports/outbox.ts";
import type { ConversationContext, Services, SignedInRequest, UserRequest } from "../ports/services.ts";

// A question that needs a sign-in waits in the store; the personal chat is where sign-in happens.

export async function askForSignIn(
  services: Services,
  asker: ConversationContext,
  asked: string,
): Promise<void> {
  const { store, clock, newId, messenger, personalChatUrl } = services;
  const { userId, conversation, question } = asker;
  const createdAt = clock.now().toISOString();
  // Without it they are still told where to go.
  const chat = conversation.personal
    ? conversation
    : await messenger.personalChat(conversation).catch(() => null);
  const card = chat && signInCard(services, chat, asked);
  const pointer = { kind: "signInElsewhere", asked, chatUrl: personalChatUrl } as const;
  // A sign-in card that is edited into another may not be taken for one.
  const below = (await asker.waiting?.stop()) ? [answerMessage(services, asker, signInBelow)] : [];
  const messages = conversation.personal ? below : [answerMessage(services, asker, pointer)];
  const pending: Pending = {
    ...{ id: newId("S"), userId, reason: "signIn", text: asked },
    ...{ conversation, createdAt },
  };
  // One write: a question that another process has taken over, and told about it, is not asked again beside that.
  await store.tell(question ?? null, card ? [card, ...messages] : messages, pending);
}

const signInBelow: Answer = { kind: "noted", text: notice("signInBelow") };

export const signInCard = ({ newId }: Services, to: ConversationRef, asked: string): Message =>
  messageWith(newId("M"), to, { show: "signIn", asked });

export async function signedIn(
  request: UserRequest,
  act: (request: SignedInRequest) => Promise<void>,
): Promise<void> {
  return withCredential(request, await usableCredential(request), act);
}

/** Of the others no sign-in changes anything. */
export const isMendedBySignIn = ({ code }: SignInFailure): boolean =>
  code === "signInNeeded" || code === "expired";

export async function withCredential(
  request: UserRequest,
  result: CredentialResult,
  act: (request: SignedInRequest) => Promise<void>,
): Promise<void> {
  const { services, asker, asked } = request;
  if (result.ok) return act({ ...request, credential: result.credential });
  if (isMendedBySignIn(result.failure)) return askForSignIn(services, asker, asked);
  const failure = await withAnswerPage(services, asker, asked, result.failure);
  await enqueueAnswer(services, asker, { kind: "signInFailed", asked, failure });
}

/**
 * A challenge of Conditional Access, with the page where the person can answer it: the question waits there. Any other
 * failure stays as it is.
 */
export async function withAnswerPage(
  { store, clock, newId, challengePage }: Services,
  { userId, requester, conversation }: ConversationContext,
  asked: string,
  { claims, ...failure }: SignInFailure,
): Promise<SignInFailure> {
  if (claims === undefined || challengePage === null) return failure;
  const id = newId("S");
  await store.savePending({
    ...{ id, userId, reason: "challenge", text: asked, conversation },
    ...{ createdAt: clock.now().toISOString(), challenge: { requester, claims } },
  });
  return { ...failure, answerAt: challengePage.url(id) };
}

/** Where Azure was asked and gave nothing: with the page, where a challenge is why. */
export async function unreadAnswer(
  { services, asker, asked }: UserRequest,
  section: Unavailable,
): Promise<Answer> {
  const failure = unavailableFailure(section);
  if (failure.happened.is !== "signIn") return { kind: "failure", asked, failure, id: null };
  const challenged = await withAnswerPage(services, asker, asked, failure.happened.failure);
  return { kind: "signInFailed", asked, failure: challenged };
}

/** Exchanged for Azure before anything is asked there: missing consent or an MFA challenge is said as what it is. */
async function usableCredential({ services, asker }: UserRequest): Promise<CredentialResult> {
  const result = await services.credentials.forUser(asker.userId, asker.requester);
  if (!result.ok) return result;
  const arm = await result.credential.exchange("arm");
  return arm.ok ? result : arm;
}
