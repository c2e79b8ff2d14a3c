// A command that is not accepted: written down by its code alone, and said with what to write instead.
import type { Answer } from "../core/chat/answer.ts";
import type { Refusal } from "../core/command/command-request.ts";
import { isMasked, redact } from "../core/redact/redact.ts";
import { auditEntry } from "./audit-entry.ts";
import type { Asker, Services } from "./services.ts";

/** Commands with secrets in them are refused before anything waits; the mask itself may still be typed, or copied. */
export const notKept =
  "`[masked]` stands for what looked like a secret and was not kept: write the question anew, without a secret in it.";

export async function refuseCommand(
  services: Services,
  asker: Asker,
  command: string,
  parsed: Refusal,
): Promise<Answer> {
  const refusal: Refusal = isMasked(command) ? { ok: false, code: "masked", reason: notKept } : parsed;
  await services.store.appendAudit(
    auditEntry(services.clock, asker.requester, {
      action: "command.parse",
      outcome: "refused",
      detail: { code: refusal.code },
    }),
  );
  const reason = redact(refusal.reason).text;
  return { kind: "refused", asked: redact(command).text, refusal: { ...refusal, reason } };
}
