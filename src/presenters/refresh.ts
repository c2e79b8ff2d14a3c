// A card of what goes on, whole or short, is one that its requester's client brings up to date by itself.
import type { Incident } from "../core/alert/incident.ts";
import type { Answer } from "../core/conversation/answer.ts";
import type { Run } from "../core/run/run.ts";
import type { Presented } from "./presented.ts";

/**
 * The client asks for the newer card when it shows this one. So a card heals whose message we do not know, because
 * Teams' answer to its post was lost or an edit of it was refused: the press says which message it is.
 */
const refreshed = (
  { card, summary }: Presented,
  { verb, ...ids }: Readonly<{ verb: "run.show"; run: string } | { verb: "incident.show"; incident: string }>,
  by: Readonly<{ userIds?: readonly string[] }>,
): Presented => ({
  summary,
  card: {
    ...card,
    refresh: { action: { type: "Action.Execute", verb, data: { v: 1, verb, ...ids } }, ...by },
  },
});

/** A run's card. */
export const refreshedRun = (card: Presented, { id, conversation }: Run): Presented =>
  refreshed(card, { verb: "run.show", run: id }, { userIds: [conversation.userId] });

/**
 * An alert's card, by whoever is in its channel: without a list the client asks for everybody where they are no more than
 * 60, and offers it in the menu where they are more. Not one that we know of and that has come to its end.
 */
export const refreshedIncident = (
  card: Presented,
  { id, messageId }: Incident,
  isOver: boolean,
): Presented =>
  isOver && messageId !== null ? card : refreshed(card, { verb: "incident.show", incident: id }, {});

/** The card of a question that no run has come of. */
export const refreshedWaiting = (
  presented: Presented,
  { card, userId }: Extract<Answer, { kind: "waiting" }>,
): Presented => refreshed(presented, { verb: "run.show", run: card }, { userIds: [userId] });
