// What delivering needs of the outside; part of the ports.
import type { AuditEntry } from "../../core/audit/audit-event.ts";
import type { Answer, Unmasked } from "../../core/conversation/answer.ts";
import type { ClusterOption } from "../../core/conversation/cluster-answer.ts";
import type { Content, Delivery, DeliveryOutcome, Message } from "../../core/delivery/message.ts";
import type { NextStep } from "../../core/delivery/next-step.ts";
import type { Requester } from "../../core/requester.ts";
import type { ConversationRef } from "../../core/run/run.ts";

/** What somebody asked, from when it was taken to when it is answered. `text` is masked. */
export type Question = Readonly<{
  key: string;
  text: string;
  conversation: ConversationRef;
  receivedAt: string;
}>;

/** One button of a choice: the cluster's id, and how what was asked is read for it. */
export type Offered = Readonly<{ cluster: string; as: "name" | ClusterOption["as"] }>;

/** What Entra asks a person to show before it gives them a token, and whose sign-in has to show it. */
export type Challenge = Readonly<{ requester: Requester; claims: string }>;

/**
 * What waits for a sign-in, a choice or a confirmation. `text`: what is asked again; of a file, the id of its run.
 * `offered`: of a choice alone, its buttons. `challenge`: of one that Conditional Access stopped.
 */
export type Pending = Readonly<{
  id: string;
  userId: string;
  reason: "signIn" | "pickCluster" | "forgetMe" | "file" | "challenge";
  text: string;
  conversation: ConversationRef;
  createdAt: string;
  offered?: readonly Offered[];
  challenge?: Challenge;
}>;

export interface OutboxStore {
  /**
   * One transaction: closes the question and writes its messages. False, and nothing is written, when it is not
   * ours to answer any more: it was answered, or another process has taken it over. Null: no question is behind it.
   * `pending`: what is asked again after a sign-in, kept with them.
   */
  tell(question: string | null, messages: readonly Message[], pending?: Pending): Promise<boolean>;
  /** A message of a question that goes on. False, and nothing is written, once it is closed or another process's. */
  tellMeanwhile(question: string, message: Message): Promise<boolean>;
  /**
   * Closes the questions of processes that are gone, with what each is told, in one statement: from then on nothing
   * else answers them. What says of one that it goes on is replaced by that. Gives how many there were.
   */
  takeOverQuestions(tell: (question: Question) => Message): Promise<number>;
  /** Messages that are due, at most one a place and at the pace that Teams takes them. Each belongs to us until it is settled. */
  takeMessages(limit: number): Promise<readonly Delivery[]>;
  /** For a message that is sent otherwise: false where the pace of its place has no room for it now. */
  takeTurn(to: ConversationRef): Promise<boolean>;
  /** One of these messages stands in its place: Teams has taken it, in this version or an earlier one. */
  isTaken(keys: readonly string[]): Promise<boolean>;
  /** What became of one that was taken, with its audit entry in the same transaction. A newer version that came meanwhile is due at once. */
  settleMessage(delivery: Delivery, delivered: Delivered): Promise<void>;
  /** Gives back what processes that are gone had taken; and what is ours and not `inHand`: we never heard that we have it. */
  giveBackMessages(inHand: readonly string[]): Promise<void>;
  /**
   * A card of this key stands there as a message that may not be known: from now on it is the one that is edited, unless
   * another one is. `userId`: whose card it has to be.
   */
  adoptMessage(key: string, messageId: string, userId?: string): Promise<Adopted>;
}

/** `stray`: another message is the one that is edited; `none`: there is no such card. */
export type Adopted = "known" | "adopted" | "stray" | "none";

/** What becomes of a message, and the chat that it goes to where that is another. */
export type Delivered = Readonly<{ next: NextStep; personal: ConversationRef | null; audit?: AuditEntry }>;

/** What one message shows, ready to be made a card. */
export type Showing = Readonly<
  /** `request`: what it answers. */
  | { show: "answer"; answer: Answer | Unmasked; elsewhere: boolean; request?: string | null }
  | Extract<Content, Readonly<{ show: "mention" | "signIn" | "offerFile" | "file" }>>
>;

/** One call to Teams each, never repeated by itself. */
export interface Messenger {
  /** `short`: the card that says only the end of it. */
  post(to: ConversationRef, showing: Showing, short: boolean): Promise<DeliveryOutcome>;
  edit(to: ConversationRef, messageId: string, showing: Showing, short: boolean): Promise<DeliveryOutcome>;
  /** True when Teams answers at all about this place. */
  answers(to: ConversationRef): Promise<boolean>;
  /** Shows for a moment that something is being written. Never throws. */
  typing(to: ConversationRef): Promise<void>;
  /** The person's own chat with the bot, opened where it must be; null where the bot is not installed for them. Throws where that cannot be told now. */
  personalChat(of: ConversationRef): Promise<ConversationRef | null>;
}
