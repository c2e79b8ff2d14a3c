// A command that somebody typed, or asks about: parsed or refused before anything else happens, signed in or not.
import type { ChangeRequest } from "../../core/command/change/change-request.ts";
import { parseChange } from "../../core/command/change/parse-change.ts";
import type { CommandRefusal } from "../../core/command/grammar/refusal.ts";
import { parseKubectl } from "../../core/command/parse-command.ts";
import type { Answer } from "../../core/conversation/answer.ts";
import type { Intent } from "../../core/conversation/intent.ts";
import { unreadIn } from "../../core/conversation/plain-words/unread-words.ts";
import { type AskBack, lineOf } from "../../core/conversation/reading/ask-back.ts";
import {
  answeredInstead,
  commandMeant,
  unexplained,
  wouldChange,
} from "../../core/conversation/reading/command-meant.ts";
import type { SoughtBy } from "../../core/conversation/sought.ts";
import { redact, redactShort } from "../../core/redact/redact.ts";
import type { Sought } from "../../core/run/run.ts";
import { answerCanI, answerNever } from "../cluster/can-i.ts";
import { refuseCommand } from "../cluster/refuse-command.ts";
import { resolveCluster } from "../cluster/resolve-cluster.ts";
import { enqueueAnswer } from "../delivery/outbox-messages.ts";
import { deniedEverywhere } from "../identity/authorize.ts";
import { signedIn } from "../identity/sign-in.ts";
import type { ConversationContext, Services, SignedInRequest } from "../ports/services.ts";
import { parseWithFile } from "../run/sent-file.ts";
import { type RequestedTask, submitRun } from "../run/submit-run.ts";

type AskedCommand = Extract<Intent, { kind: "run" | "canI" }> & Readonly<{ sought?: SoughtBy }>;

export async function answerCommand(
  services: Services,
  asker: ConversationContext,
  intent: AskedCommand,
  asked: string,
): Promise<void> {
  const { command, cluster: written } = intent;
  const meant = commandMeant(intent, await parseWithFile(services, asker, command));
  if (!meant.ok) return refused(services, asker, intent, meant, asked);
  if (meant.is === "change") return answerChange(services, asker, intent, meant.request, asked);
  const { request } = meant;
  return signedIn({ services, asker, asked }, async (question) =>
    intent.kind === "run"
      ? submitRun(question, written, { kind: "command", request, command, ...soughtIn(intent, asked) })
      : enqueueAnswer(services, asker, await answerCanI(question, request, written, command)),
  );
}

/** It is kept with the run, since what is asked of each is known once the run has ended. */
function soughtIn({ sought }: AskedCommand, asked: string): Readonly<{ sought?: Sought }> {
  if (sought === undefined) return {};
  const { look: _, ...rest } = sought;
  return { sought: { ...rest, asked } };
}

async function refused(
  services: Services,
  asker: ConversationContext,
  intent: AskedCommand,
  refusal: CommandRefusal,
  asked: string,
): Promise<void> {
  const { kind, command, cluster } = intent;
  const read = parseKubectl(command);
  const isChange = !read.ok && read.code === wouldChange.code;
  const answer = await refuseCommand(services, asker, command, refusal);
  const instead = refusal.code === unexplained.code ? null : answeredInstead(intent);
  if (kind === "run" || !isChange)
    return enqueueAnswer(services, asker, { ...answer, ...(instead !== null && { instead }) });
  return signedIn({ services, asker, asked }, async (question) =>
    enqueueAnswer(services, asker, await answerNever(question, cluster, answer)),
  );
}

/** In UTF-16 code units: it stands on the card that others decide by. */
export const longestReason = 300;

async function answerChange(
  services: Services,
  asker: ConversationContext,
  {
    kind,
    command,
    cluster,
    reason,
    breakGlass,
  }: AskedCommand & Readonly<{ reason?: string; breakGlass?: true }>,
  request: ChangeRequest,
  asked: string,
): Promise<void> {
  const wanted: Extract<RequestedTask, { kind: "change" }> = {
    ...{ kind: "change", request, reason: reason === undefined ? null : redactShort(reason, longestReason) },
    ...(breakGlass && { breakGlass }),
  };
  return signedIn({ services, asker, asked }, async (question) =>
    kind === "run"
      ? submitRun(question, cluster, wanted)
      : enqueueAnswer(services, asker, await answerCanI(question, request, cluster, command)),
  );
}

// A change in words is never sent: its command is asked back, and a press on it asks for the change as if it had been typed.

export async function askBack(question: SignedInRequest, intent: AskBack): Promise<Answer> {
  const { services, asker, asked } = question;
  const { command, cluster: written } = intent;
  const parsed = parseChange(command);
  if (!parsed.ok) return refuseCommand(services, asker, command, parsed);
  const { request } = parsed;
  const closed = await deniedEverywhere(question, {
    written,
    action: (cluster) => ({ kind: "change", cluster, request, clusterAdmin: false }),
  });
  if (closed !== null) return closed;
  const resolved = await resolveCluster(question, written);
  if (!resolved.ok) return resolved.answer;
  const line = lineOf(intent, resolved.cluster.name);
  const unread = unreadIn(asked, line).map((words) => redact(words).text);
  return { kind: "askBack", asked, line: redact(line).text, ...(unread.length > 0 && { unread }) };
}
