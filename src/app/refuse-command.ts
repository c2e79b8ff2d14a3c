// A command that is not accepted: written down by its code alone, and said with what to write instead.
import type { Answer } from "../core/chat/answer.ts";
import type { Refusal } from "../core/command/command-request.ts";
import { isMasked, redact } from "../core/command/redact.ts";
import { auditEntry } from "./audit-entry.ts";
import type { Asker, Services } from "./services.ts";

/** What waits for a sign-in or a choice is kept masked: the command cannot be had back from it. */
export const notKept =
  "The part of this command that looks like a secret was not kept: send the whole command again.";

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
  return { kind: "refused", asked: redact(command).text, refusal };
}
