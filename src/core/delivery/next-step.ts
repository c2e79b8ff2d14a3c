// What becomes of a message after one call to Teams. Pure: the store writes it down.
import { type Delivery, type DeliveryOutcome, isOfChannel } from "./message.ts";

export type NextStep = Readonly<
  /** It stands there, or is to stand nowhere (null), and nothing newer is to come. */
  | { step: "done"; messageId: string | null }
  /** Nothing to do until there is a newer version. `messageId`: null where none of ours is known to stand there. */
  | { step: "rest"; messageId: string | null; unsure: number }
  /** Once more, not before `afterMilliseconds`. */
  | Readonly<{
      step: "again";
      afterMilliseconds: number;
      messageId: string | null;
      unsure: number;
      short: boolean;
      barred: number;
    }>
  /** Into the person's own chat; as a `notice` where the answer may stand in its place already. */
  | { step: "elsewhere"; code: string; notice: boolean }
  /** It can be shown nowhere. */
  | { step: "giveUp"; code: string }
>;

/** Teams may be away for hours; whoever waits is answered soon after it is back. */
const longestWaitMilliseconds = 15_000;
/** A personal chat that refuses us for good is asked seldom, and not for ever. */
const seldomMilliseconds = 300_000;
const refusalsOfAChat = 20;
/** With an alert that its channel does not take all that follows are lost: it is asked for some minutes. So are weekly cards. */
const refusalsOfAChannel = 20;
/** A call without an answer may still be under way. */
const afterUnknownMilliseconds = 3_000;
/** A place that refuses for good is asked once more: such answers have been seen to pass. */
const refusalsOfAPlace = 2;
/** Where nobody knows whether a post was taken, one more is made; a third would be a third message. */
const unsurePosts = 2;
const unsureNotices = 3;
/** An alert is shown twice rather than never, and nobody waits for it who would ask again. */
const unsureIncidents = 3;
const mostUnsure = ({ notice, content }: Delivery): number =>
  notice ? unsureNotices : content.show === "incident" ? unsureIncidents : unsurePosts;
/** No other post may be made: as many may stand there as are allowed to, also where a process went away in one. */
export const isPostedOut = (delivery: Delivery): boolean =>
  delivery.messageId === null && delivery.unsure >= mostUnsure(delivery);

/** It is said in its own place or nowhere. */
const staysHere = ({ content }: Delivery): boolean => content.show === "mention" || isChannels(content);
/** Nobody in particular waits for it, and with it the channel loses what is to follow. */
const isChannels = (content: Delivery["content"]): boolean =>
  content.show === "incident" || isOfChannel(content);

const tooLarge = "413";
const malformed = "400";

/** `jitter`: from 0 to 1, so that many messages do not come back in the same moment. */
export function nextStep(delivery: Delivery, outcome: DeliveryOutcome, jitter: number): NextStep {
  switch (outcome.status) {
    case "shown":
      return delivery.final
        ? { step: "done", messageId: outcome.messageId }
        : { step: "rest", messageId: outcome.messageId, unsure: 0 };
    case "unknown":
      return afterUnknown(delivery);
    case "refused":
      return outcome.again
        ? later(delivery, wait(delivery, longestWaitMilliseconds, jitter, outcome.retryAfterSeconds))
        : afterRefusal(delivery, outcome.code, jitter);
  }
}

const later = ({ messageId, unsure, short, barred }: Delivery, afterMilliseconds: number): NextStep => ({
  step: "again",
  afterMilliseconds,
  messageId,
  unsure,
  short,
  barred,
});

/** The person's own chat cannot be had now: later, without another post where none may be made. */
export const elsewhereLater = (delivery: Delivery, notice: boolean, jitter: number): NextStep =>
  later(
    { ...delivery, messageId: null, unsure: notice ? unsurePosts : delivery.unsure },
    wait(delivery, longestWaitMilliseconds, jitter),
  );

/** An edit may be repeated as often as one likes. A post is repeated once, and only where it has to be read. */
function afterUnknown(delivery: Delivery): NextStep {
  if (delivery.messageId !== null) return later(delivery, afterUnknownMilliseconds);
  // What is not the end was posted only where nothing may have stood there: two such calls are still one post.
  if (!delivery.final) return { step: "rest", messageId: null, unsure: Math.max(1, delivery.unsure) };
  const unsure = delivery.unsure + 1;
  if (!isPostedOut({ ...delivery, unsure })) return later({ ...delivery, unsure }, afterUnknownMilliseconds);
  return delivery.notice || staysHere(delivery)
    ? { step: "giveUp", code: "unknown" }
    : { step: "elsewhere", code: "unknown", notice: true };
}

/** As Teams says; else twice as long each time. Both with a part by chance. */
function wait({ refused }: Delivery, longest: number, jitter: number, toldSeconds?: number): number {
  if (toldSeconds !== undefined && toldSeconds > 0) return Math.round(toldSeconds * 1_000 + jitter * 500);
  return Math.round(Math.min(longest, 500 * 2 ** Math.min(refused, 12)) * (0.5 + jitter / 2));
}

function afterRefusal(delivery: Delivery, code: string, jitter: number): NextStep {
  if ((code === tooLarge || code === malformed) && !delivery.short)
    return later({ ...delivery, short: true }, 0);
  // What Teams could not take for the moment says nothing about what it does not take at all.
  const barred = delivery.barred + 1;
  const again = { ...delivery, barred, refused: delivery.barred };
  if (delivery.messageId !== null) {
    // The message is gone or may not be edited. An end is posted anew; what is not the end can wait for it.
    if (!delivery.final) return { step: "rest", messageId: delivery.messageId, unsure: 0 };
    if (barred < refusalsOfAPlace) return later(again, wait(again, longestWaitMilliseconds, jitter));
    return later({ ...again, messageId: null, unsure: 0 }, 0);
  }
  if (delivery.content.show === "mention") return { step: "giveUp", code };
  if (!delivery.to.personal) {
    const most = isChannels(delivery.content) ? refusalsOfAChannel : refusalsOfAPlace;
    if (barred < most) return later(again, wait(again, longestWaitMilliseconds, jitter));
    return staysHere(delivery) ? { step: "giveUp", code } : { step: "elsewhere", code, notice: false };
  }
  return barred < refusalsOfAChat
    ? later(again, wait(again, seldomMilliseconds, jitter))
    : { step: "giveUp", code };
}

/** After so many showings that never came to an end, the card itself may be what breaks them. */
const brokenShowings = 2;
export const isSetAside = ({ broken }: Delivery): boolean => broken >= brokenShowings;

const dayMilliseconds = 86_400_000;
/** After a day nobody waits for it any more. */
export const isTooOld = ({ createdAt }: Delivery, now: Date): boolean =>
  now.getTime() - Date.parse(createdAt) > dayMilliseconds;
