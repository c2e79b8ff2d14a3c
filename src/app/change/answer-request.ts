// A change spoken of by its id: shown once more where it waits, taken back, or gone on with after a sign-in.
import { isOfAgreement } from "../../core/change/agreed-task.ts";
import type { Intent } from "../../core/chat/intent.ts";
import { note } from "../../core/chat/note.ts";
import { requestFix } from "../fix/request-fix.ts";
import { storedRun } from "../known-run.ts";
import type { Asker, Services } from "../services.ts";
import { tell, tellRun } from "../tell.ts";
import { isBefore, withdrawChange } from "./decide-change.ts";
import { resumeChange } from "./wait-for-sign-in.ts";

export async function answerRequest(
  services: Services,
  asker: Asker,
  { kind, run: id }: Extract<Intent, { run: string }>,
): Promise<void> {
  if (kind === "fix" || kind === "undo")
    return answerFix(services, asker, kind === "undo" ? "fix.undo" : "fix.request", id);
  const run = await storedRun(services, id);
  if (!run || !isOfAgreement(run) || !isBefore(asker, run))
    return tell(services, asker, { kind: "pressRefused", reason: note("noSuchChange") });
  switch (kind) {
    case "review":
      // Nobody else is there who could read it.
      return asker.conversation.personal
        ? tell(services, asker, { kind: "review", run, as: "requester" })
        : tellRun(services, asker, run);
    case "withdraw":
      return tell(services, asker, { kind: "noted", text: await withdrawChange(services, asker, id) });
    case "resume":
      return (await resumeChange(services, asker, id))
        ? closeQuestion(services, asker)
        : tell(services, asker, {
            kind: "pressRefused",
            reason: { is: "changeOver", state: run.status.state },
          });
  }
}

async function answerFix(services: Services, asker: Asker, verb: string, run: string): Promise<void> {
  const pressed = await requestFix(services, asker, { verb, run });
  if ("begin" in pressed && pressed.begin) return pressed.begin();
  if ("text" in pressed) await tell(services, asker, { kind: "pressRefused", reason: pressed.text });
}

/** Its own card goes on. */
async function closeQuestion({ store }: Services, { question }: Asker): Promise<void> {
  if (question !== undefined) await store.closeQuestion(question);
}
