// What somebody else has to agree to, or to hear of, is not done from a chat in which nobody else is.
import type { RunFailure } from "../../core/run/failure.ts";
import type { ConversationRef } from "../../core/run/run.ts";
import type { Allowed } from "../authorize-action.ts";
import { plainFailure } from "../say.ts";

const needsThread = plainFailure("needsThread", "needsThread", "nothingSent");
const isUnheard = plainFailure("needsThread", "emergencyUnheard", "nothingSent");

/** Null where it may be asked for. */
export function whyNotHere(
  { approval, breakGlass }: Allowed,
  { personal }: ConversationRef,
): RunFailure | null {
  if (!personal) return null;
  if (approval?.by === "others") return needsThread;
  return breakGlass === true ? isUnheard : null;
}
