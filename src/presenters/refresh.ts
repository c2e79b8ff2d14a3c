// A card of what goes on, whole or short, is one that its requester's client brings up to date by itself.
import type { Answer } from "../core/chat/answer.ts";
import type { Run } from "../core/run/run.ts";
import type { Presented } from "./presented.ts";

type GoesOn = Readonly<{ run: string; userId: string }>;

/**
 * The client asks for the newer card when it shows this one. So a card heals whose message we do not know, because
 * Teams' answer to its post was lost or an edit of it was refused: the press says which message it is.
 */
const refreshed = ({ card, summary }: Presented, { run, userId }: GoesOn): Presented => ({
  summary,
  card: {
    ...card,
    refresh: {
      action: { type: "Action.Execute", verb: "run.show", data: { v: 1, verb: "run.show", run } },
      userIds: [userId],
    },
  },
});

/** A run's card. */
export const refreshedRun = (card: Presented, { id, conversation }: Run): Presented =>
  refreshed(card, { run: id, userId: conversation.userId });

/** The card of a question that no run has come of. */
export const refreshedWaiting = (
  presented: Presented,
  { card, userId }: Extract<Answer, { kind: "waiting" }>,
): Presented => refreshed(presented, { run: card, userId });
