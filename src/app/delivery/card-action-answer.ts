// What becomes of an action of a card.
import type { Answer } from "../../core/conversation/answer.ts";
import type { Notice } from "../../core/conversation/notice.ts";

/**
 * `card`: shown to whoever pressed instead of the card they pressed on. `text`: shown under the buttons; `done` too, where
 * the action itself has done something.
 * `begin` starts what goes on in the background, after the action was answered.
 */
export type CardActionAnswer = Readonly<
  | { card: Answer }
  | { done: Notice }
  /** `waits`: it puts a question, whose answer comes where it was pressed. */
  | { text: Notice; begin?: () => Promise<void>; waits?: true }
>;
