// A command that somebody typed, or asks about: parsed or refused before anything else happens, signed in or not.
import { parseUncertain } from "../core/chat/cluster-words.ts";
import type { Intent } from "../core/chat/intent.ts";
import type { ChangeRequest } from "../core/command/change/change-request.ts";
import { parseKubectl } from "../core/command/parse-kubectl.ts";
import { type Refusal, refuse } from "../core/command/refusal.ts";
import { redactShort } from "../core/redact/redact.ts";
import { answerCanI, answerNever } from "./can-i.ts";
import { parseWithFile } from "./file/with-sent-file.ts";
import { refuseCommand } from "./refuse-command.ts";
import type { Asker, Services } from "./services.ts";
import { signedIn } from "./signed-in.ts";
import { submitRun, type Wanted } from "./submit-run.ts";
import { tell } from "./tell.ts";

/** What is asked for in words of a sentence: a change has to be written as the command that makes it. */
export const wouldChange = refuse("write-not-supported", { is: "wouldChange" });

type Asked = Extract<Intent, { kind: "run" | "canI" }>;

export async function answerCommand(
  services: Services,
  asker: Asker,
  intent: Asked,
  asked: string,
): Promise<void> {
  const { command, cluster: written } = intent;
  const parsed = written === null ? parseUncertain(command) : parseKubectl(command);
  if (!parsed.ok) {
    const other = await parseWithFile(services, asker, command);
    if (other.ok && other.is === "change") return answerChange(services, asker, intent, other.request, asked);
    const isChange = parsed.code === wouldChange.code;
    return refused(services, asker, intent, isChange && !other.ok ? other : parsed, isChange, asked);
  }
  const { request } = parsed;
  return signedIn(services, asker, asked, async (credential) =>
    intent.kind === "run"
      ? submitRun(services, asker, credential, asked, written, { kind: "command", request, command })
      : tell(
          services,
          asker,
          await answerCanI(services, asker, credential, request, written, asked, command),
        ),
  );
}

async function refused(
  services: Services,
  asker: Asker,
  { kind, command, cluster }: Asked,
  refusal: Refusal,
  isChange: boolean,
  asked: string,
): Promise<void> {
  const answer = await refuseCommand(services, asker, command, refusal);
  if (kind === "run" || !isChange) return tell(services, asker, answer);
  return signedIn(services, asker, asked, async (credential) =>
    tell(services, asker, await answerNever(services, asker, credential, cluster, answer)),
  );
}

export const unexplained = refuse("reason-missing", { is: "emergencyUnexplained" });
const nowhere = refuse("cluster-missing", { is: "changeNowhere" });

/** In UTF-16 code units: it stands on the card that others decide by. */
export const longestReason = 300;

/** No change goes to a cluster that was only spoken of before. */
async function answerChange(
  services: Services,
  asker: Asker,
  { kind, command, cluster, reason, breakGlass }: Asked & Readonly<{ reason?: string; breakGlass?: true }>,
  request: ChangeRequest,
  asked: string,
): Promise<void> {
  if (cluster === null && kind === "run")
    return tell(services, asker, await refuseCommand(services, asker, command, nowhere));
  if (breakGlass && reason === undefined && kind === "run")
    return tell(services, asker, await refuseCommand(services, asker, command, unexplained));
  const wanted: Extract<Wanted, { kind: "change" }> = {
    ...{ kind: "change", request, reason: reason === undefined ? null : redactShort(reason, longestReason) },
    ...(breakGlass && { breakGlass }),
  };
  return signedIn(services, asker, asked, async (credential) =>
    kind === "run"
      ? submitRun(services, asker, credential, asked, cluster, wanted)
      : tell(
          services,
          asker,
          await answerCanI(services, asker, credential, request, cluster, asked, command),
        ),
  );
}
