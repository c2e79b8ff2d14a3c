// A command that somebody typed, or asks about: parsed or refused before anything else happens, signed in or not.
import type { ChangeRequest } from "../../core/command/change/change-request.ts";
import { parseChange } from "../../core/command/change/parse-change.ts";
import { commandText } from "../../core/command/grammar/command-request.ts";
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
import { redact, redactShort } from "../../core/redact/redact.ts";
import type { Run } from "../../core/run/run.ts";
import { answerCanI, answerNever } from "../cluster/can-i.ts";
import { refuseCommand } from "../cluster/refuse-command.ts";
import { resolveCluster } from "../cluster/resolve-cluster.ts";
import { enqueueAnswer } from "../delivery/outbox-messages.ts";
import { deniedEverywhere } from "../identity/authorize.ts";
import { signedIn } from "../identity/sign-in.ts";
import type { RequesterCredential } from "../ports/azure.ts";
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

// "The same for prod-2": the asker's newest question here, of another cluster or of the same.

/** Runs of the asker's own, the newest. */
const lookedBack = 20;
/** What is older was not asked just before. */
const longestMilliseconds = 60 * 60_000;

/**
 * What it comes to: never a change, which is asked for each time. Where nothing was asked before, the named cluster is
 * diagnosed, and without one the asker's requests are told.
 */
export async function repeated(
  { store, clock }: Services,
  { conversation, requester }: ConversationContext,
  cluster: string | null,
): Promise<Intent> {
  const since = clock.now().getTime() - longestMilliseconds;
  const runs = await store.runsOf(requester, lookedBack);
  const before = runs.find(
    (run) => run.conversation.key === conversation.key && Date.parse(run.createdAt) >= since,
  );
  const intent = before === undefined ? null : askedBy(before, cluster ?? before.cluster.id);
  return intent ?? (cluster === null ? { kind: "status" } : { kind: "diagnose", cluster, client: {} });
}

function askedBy({ task }: Run, cluster: string): Intent | null {
  switch (task.kind) {
    case "command":
      return { kind: "run", command: commandText(task.request), cluster };
    case "diagnose":
    case "access": {
      const { kind, client } = task;
      // What was pasted, somebody saw of the other one.
      const { symptom: _, symptomIsOld: __, ...place } = client;
      return { kind, cluster, client: place };
    }
    default:
      return null;
  }
}

// A change in words is never sent: its command is asked back, and a press on it asks for the change as if it had been typed.

export async function askBack(
  services: Services,
  asker: ConversationContext,
  credential: RequesterCredential,
  intent: AskBack,
  asked: string,
): Promise<Answer> {
  const { command, cluster: written } = intent;
  const parsed = parseChange(command);
  if (!parsed.ok) return refuseCommand(services, asker, command, parsed);
  const { request } = parsed;
  const closed = await deniedEverywhere(services, credential, {
    ...{ asked, written },
    action: (cluster) => ({ kind: "change", cluster, request, clusterAdmin: false }),
  });
  if (closed !== null) return closed;
  const resolved = await resolveCluster(services, asker, credential, asked, written);
  if (!resolved.ok) return resolved.answer;
  const line = lineOf(intent, resolved.cluster.name);
  const unread = unreadIn(asked, line).map((words) => redact(words).text);
  return { kind: "askBack", asked, line: redact(line).text, ...(unread.length > 0 && { unread }) };
}
