// What somebody else has to agree to, or to hear of, is not done from a chat in which nobody else is.

import type { Allowed } from "../../core/authorization/refusal.ts";
import type { RunFailure } from "../../core/run/failure.ts";
import { plainFailure } from "../../core/run/failures.ts";
import type { Run } from "../../core/run/run.ts";
import type { Services } from "../services.ts";
import { whyNobodyHears } from "./hear-emergency.ts";

const needsThread = plainFailure("needsThread", "needsThread", "nothingSent");

/** Null where it may be asked for. */
export async function whyNotHere(
  services: Services,
  { approval, breakGlass }: Allowed,
  asked: Pick<Run, "requester" | "conversation">,
): Promise<RunFailure | null> {
  if (asked.conversation.personal && approval?.by === "others") return needsThread;
  return breakGlass === true ? whyNobodyHears(services, asked) : null;
}
