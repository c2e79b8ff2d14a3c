// A message with a file: the file is taken first; a command beside it that names the file is then answered as any other.

import { answerMessage, enqueueAnswer } from "../delivery/outbox-messages.ts";
import { authorize } from "../identity/authorize.ts";
import { isMendedBySignIn, signInCard } from "../identity/sign-in.ts";
import type { AttachedFile } from "../ports/files.ts";
import type { ConversationContext, Services } from "../ports/services.ts";
import { refuseFile, type TakenAnswer, takeFile } from "./take-file.ts";

/** `go`: answers the text. */
export async function answerFile(
  services: Services,
  asker: ConversationContext,
  attached: readonly AttachedFile[],
  text: string,
  go: () => Promise<void>,
): Promise<void> {
  const asked = attached[0]?.name ?? "";
  const said = (answer: TakenAnswer): TakenAnswer => (text === "" ? answer : { ...answer, unanswered: true });
  const right = await authorize(services, asker, { kind: "sendFile" }, "attach");
  if (!right.ok && right.refusal.kind === "mode")
    return enqueueAnswer(services, asker, { kind: "closed", asked, reason: right.refusal.reason });
  if (!right.ok && right.refusal.kind === "signIn") {
    const { failure } = right.refusal;
    if (!isMendedBySignIn(failure))
      return enqueueAnswer(services, asker, { kind: "signInFailed", asked, failure });
    const refused = await refuseFile(services, asker, attached, { is: "fileSignInFirst" });
    return tellWithSignIn(services, asker, said(refused));
  }
  const answer = right.ok
    ? await takeFile(services, asker, attached)
    : await refuseFile(services, asker, attached, { is: "fileNotAllowed" });
  const goesOn = answer.kind === "fileKept" && text.includes(answer.file.name);
  if (goesOn) return go();
  return enqueueAnswer(services, asker, said(answer));
}

/** Nothing waits for the sign-in: where a file can be read from holds for some minutes alone. */
async function tellWithSignIn(
  services: Services,
  asker: ConversationContext,
  answer: TakenAnswer,
): Promise<void> {
  const { store } = services;
  const card = signInCard(services, asker.conversation, answer.kind === "fileRefused" ? answer.name : "");
  await store.tell(asker.question ?? null, [answerMessage(services, asker, answer), card]);
}
