// What a second request of the same fix is told.
import type { Note } from "../../core/chat/note.ts";
import type { Run } from "../../core/run/run.ts";

/** `run`: the first one, that has not ended. */
export const requestedBefore = ({ id, requester }: Run): Note => ({
  is: "fixRequestedBefore",
  person: requester.displayName,
  run: id,
});
