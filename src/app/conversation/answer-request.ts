// A change spoken of by its id: shown once more where it waits, taken back, or gone on with after a sign-in.
import { isOfAgreement } from "../../core/change/agreed-task.ts";
import { isSamePerson, over } from "../../core/change/decide.ts";
import type { Answer } from "../../core/conversation/answer.ts";
import type { Intent } from "../../core/conversation/intent.ts";
import { notice } from "../../core/conversation/notice.ts";
import { unexplained } from "../../core/conversation/reading/command-meant.ts";
import { redactShort } from "../../core/redact/redact.ts";
import { hasEnded, type Run } from "../../core/run/run.ts";
import { decideOnChange, isBefore, withdrawChange } from "../change/decide-change.ts";
import { resumeChange } from "../change/wait-for-sign-in.ts";
import { refuseCommand } from "../cluster/refuse-command.ts";
import type { CardActionAnswer } from "../delivery/card-action-answer.ts";
import { enqueueAnswer, enqueueRunCard } from "../delivery/outbox-messages.ts";
import { requestFix, type Said } from "../fix/request-fix.ts";
import { isHere, storedRun } from "../identity/authorize.ts";
import type { ConversationContext, Services } from "../ports/services.ts";
import { longestReason } from "./answer-command.ts";

export async function answerRequest(
  services: Services,
  asker: ConversationContext,
  intent: Extract<Intent, { run: string }>,
): Promise<void> {
  if (intent.kind === "fix" || intent.kind === "undo") return answerFix(services, asker, intent);
  const { kind, run: id } = intent;
  const run = await storedRun(services, id);
  if (!run || !isOfAgreement(run) || !isBefore(asker, run))
    return enqueueAnswer(services, asker, unknownHere);
  switch (kind) {
    case "review":
      return showAgain(services, asker, run);
    case "withdraw":
      return enqueueAnswer(services, asker, {
        kind: "noted",
        text: await withdrawChange(services, asker, id),
      });
    case "resume":
      return (await resumeChange(services, asker, id))
        ? closeQuestion(services, asker)
        : notResumed(services, asker, run);
  }
}

async function showAgain(services: Services, asker: ConversationContext, run: Run): Promise<void> {
  // Nobody else is in their own chat who could read it; elsewhere are others than those who were to see it.
  if (asker.conversation.personal)
    return tellPressed(
      services,
      asker,
      await decideOnChange(services, asker, { verb: "change.review", run: run.id }),
    );
  return isHere(asker, run)
    ? enqueueRunCard(services, asker, run)
    : enqueueAnswer(services, asker, unknownHere);
}

/** It waits for something else than a sign-in, is under way, or is over. */
function notResumed(services: Services, asker: ConversationContext, run: Run): Promise<void> {
  const { status, requester } = run;
  if (!isSamePerson(requester, asker.requester))
    return enqueueAnswer(services, asker, { kind: "pressRefused", reason: notice("notYourRequest") });
  return hasEnded(status.state)
    ? enqueueAnswer(services, asker, { kind: "pressRefused", reason: over(status) })
    : showAgain(services, asker, run);
}

const fixVerbs = { fix: "fix.request", undo: "fix.undo" } as const;

async function answerFix(
  services: Services,
  asker: ConversationContext,
  { kind, run, reason, breakGlass }: Extract<Intent, { kind: "fix" | "undo" }>,
): Promise<void> {
  if (breakGlass && reason === undefined)
    return enqueueAnswer(
      services,
      asker,
      await refuseCommand(services, asker, `${kind} ${run}`, unexplained),
    );
  const said: Said = {
    ...(reason !== undefined && { reason: redactShort(reason, longestReason) }),
    ...(breakGlass && { breakGlass }),
  };
  const pressed = await requestFix(services, asker, { verb: fixVerbs[kind], run }, said);
  const isUnknown = "text" in pressed && pressed.text.is === "outdated";
  return tellPressed(services, asker, isUnknown ? { text: notice("noSuchFix") } : pressed);
}

const unknownHere: Answer = { kind: "pressRefused", reason: notice("noSuchChange") };

async function tellPressed(
  services: Services,
  asker: ConversationContext,
  pressed: CardActionAnswer,
): Promise<void> {
  if ("card" in pressed) return enqueueAnswer(services, asker, pressed.card);
  if ("begin" in pressed && pressed.begin) return pressed.begin();
  if ("text" in pressed) await enqueueAnswer(services, asker, { kind: "pressRefused", reason: pressed.text });
}

/** Its own card goes on. */
async function closeQuestion({ store }: Services, { question }: ConversationContext): Promise<void> {
  if (question !== undefined) await store.closeQuestion(question);
}
