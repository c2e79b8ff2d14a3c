// A command that somebody typed, or asks about: parsed or refused before anything else happens, signed in or not.

import type { ChangeRequest } from "../../core/command/change/change-request.ts";
import type { Refusal } from "../../core/command/grammar/refusal.ts";
import { parseKubectl } from "../../core/command/parse-kubectl.ts";
import type { Intent } from "../../core/conversation/intent.ts";
import {
  answeredInstead,
  commandMeant,
  unexplained,
  wouldChange,
} from "../../core/conversation/reading/command-meant.ts";
import { redactShort } from "../../core/redact/redact.ts";
import { answerCanI, answerNever } from "../cluster/can-i.ts";
import { refuseCommand } from "../cluster/refuse-command.ts";
import { enqueueAnswer } from "../delivery/outbox-messages.ts";
import { signedIn } from "../identity/sign-in.ts";
import type { ConversationContext, Services } from "../ports/services.ts";
import { parseWithFile } from "../run/sent-file.ts";
import { type RequestedTask, submitRun } from "../run/submit-run.ts";

type Asked = Extract<Intent, { kind: "run" | "canI" }>;

export async function answerCommand(
  services: Services,
  asker: ConversationContext,
  intent: Asked,
  asked: string,
): Promise<void> {
  const { command, cluster: written } = intent;
  const meant = commandMeant(intent, await parseWithFile(services, asker, command));
  if (!meant.ok) return refused(services, asker, intent, meant, asked);
  if (meant.is === "change") return answerChange(services, asker, intent, meant.request, asked);
  const { request } = meant;
  return signedIn(services, asker, asked, async (credential) =>
    intent.kind === "run"
      ? submitRun(services, asker, credential, asked, written, { kind: "command", request, command })
      : enqueueAnswer(
          services,
          asker,
          await answerCanI(services, asker, credential, request, written, asked, command),
        ),
  );
}

async function refused(
  services: Services,
  asker: ConversationContext,
  intent: Asked,
  refusal: Refusal,
  asked: string,
): Promise<void> {
  const { kind, command, cluster } = intent;
  const read = parseKubectl(command);
  const isChange = !read.ok && read.code === wouldChange.code;
  const answer = await refuseCommand(services, asker, command, refusal);
  const instead = refusal.code === unexplained.code ? null : answeredInstead(intent);
  if (kind === "run" || !isChange)
    return enqueueAnswer(services, asker, { ...answer, ...(instead !== null && { instead }) });
  return signedIn(services, asker, asked, async (credential) =>
    enqueueAnswer(services, asker, await answerNever(services, asker, credential, cluster, answer)),
  );
}

/** In UTF-16 code units: it stands on the card that others decide by. */
export const longestReason = 300;

async function answerChange(
  services: Services,
  asker: ConversationContext,
  { kind, command, cluster, reason, breakGlass }: Asked & Readonly<{ reason?: string; breakGlass?: true }>,
  request: ChangeRequest,
  asked: string,
): Promise<void> {
  const wanted: Extract<RequestedTask, { kind: "change" }> = {
    ...{ kind: "change", request, reason: reason === undefined ? null : redactShort(reason, longestReason) },
    ...(breakGlass && { breakGlass }),
  };
  return signedIn(services, asker, asked, async (credential) =>
    kind === "run"
      ? submitRun(services, asker, credential, asked, cluster, wanted)
      : enqueueAnswer(
          services,
          asker,
          await answerCanI(services, asker, credential, request, cluster, asked, command),
        ),
  );
}
