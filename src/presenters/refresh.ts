// A card of a run that goes on, whole or short, is one that its requester's client brings up to date by itself.
import type { Run } from "../core/run/run.ts";
import type { Presented } from "./presented.ts";

/**
 * The client asks for the newer card when it shows this one. So a card heals whose message we do not know, because
 * Teams' answer to its post was lost or an edit of it was refused: the press says which message it is.
 */
export const refreshed = ({ card, summary }: Presented, { id, conversation }: Run): Presented => ({
  summary,
  card: {
    ...card,
    refresh: {
      action: { type: "Action.Execute", verb: "run.show", data: { v: 1, verb: "run.show", run: id } },
      userIds: [conversation.userId],
    },
  },
});
