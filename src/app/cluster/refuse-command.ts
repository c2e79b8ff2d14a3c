// A command that is not accepted: written down by its code alone, and said with what to write instead.

import { type CommandRefusal, refuse } from "../../core/command/grammar/refusal.ts";
import type { Answer } from "../../core/conversation/answer.ts";
import { isMasked, redact, redactValues } from "../../core/redact/redact.ts";
import { auditEntry } from "../identity/authorize.ts";
import type { ConversationContext, Services } from "../ports/services.ts";

/** Commands with secrets in them are refused before anything waits; the mask itself may still be typed, or copied. */
export async function refuseCommand(
  services: Services,
  asker: ConversationContext,
  command: string,
  parsed: CommandRefusal,
): Promise<Extract<Answer, { kind: "refused" }>> {
  const refusal = isMasked(command) ? refuse("masked", { is: "masked" }) : parsed;
  await services.store.appendAudit(
    auditEntry(services.clock, asker.requester, {
      action: "command.parse",
      outcome: "refused",
      detail: { code: refusal.code },
    }),
  );
  const reason = redactValues(refusal.reason);
  return { kind: "refused", asked: redact(command).text, refusal: { ...refusal, reason } };
}
