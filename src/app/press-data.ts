// What a press brings along, and all that is read of it.
import type { FeedbackAnswer } from "../core/run/feedback.ts";
import type { Standing } from "../core/snapshot/standing.ts";

/** A card's data, read as strings: anything else in it is ignored. */
export type Press = Readonly<{
  verb: string;
  run?: string | undefined;
  page?: number | undefined;
  cluster?: string | undefined;
  pending?: string | undefined;
  answer?: FeedbackAnswer | undefined;
  incident?: string | undefined;
  place?: Standing | undefined;
  /** The object of a row. */
  namespace?: string | undefined;
  name?: string | undefined;
  /** A whole line, as if the presser had typed it. */
  say?: string | undefined;
  /** Of what stood on the card of a change. */
  hash?: string | undefined;
  /** Why it is rejected, as it was typed. */
  word?: string | undefined;
  /** The message whose button was pressed, as Teams says. */
  messageId?: string | undefined;
}>;
