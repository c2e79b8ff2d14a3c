// "Request this change": the command that mends a cause inside the cluster, asked for as whoever presses, through the door of
// every change. It is proposed and not proved: what it would do, the cluster says, and others agree on that.
import { changeOf } from "../../core/change/proposed-change.ts";
import { notice } from "../../core/conversation/notice.ts";
import type { CardActionAnswer } from "../delivery/card-action-answer.ts";
import { isKnownTo, storedRun } from "../identity/authorize.ts";
import { signedIn } from "../identity/sign-in.ts";
import type { ConversationContext, Services } from "../ports/services.ts";
import { submitRun } from "../run/submit-run.ts";
import { isOld } from "./request-fix.ts";

export async function requestChange(
  services: Services,
  asker: ConversationContext,
  id: string,
): Promise<CardActionAnswer> {
  const run = await storedRun(services, id);
  if (!run || !isKnownTo(asker, run)) return { text: notice("outdated") };
  const { status, cluster } = run;
  const found = status.state === "succeeded" && run.task.kind === "diagnose" ? status.diagnosis : null;
  const proposed = found && changeOf(found);
  if (!proposed) return { text: notice("noSuchFix") };
  if (isOld(services, run)) return { text: notice("fixTooOld") };
  const { command, request, check } = proposed;
  // Ids, since nobody has given a reason in words.
  const reason = `${check}, ${id}`;
  const asked = `${command} on ${cluster.name} because ${reason}`;
  const wanted = { kind: "change", request, reason, of: id } as const;
  return {
    text: notice("lookingAtFix"),
    begin: () => signedIn({ services, asker, asked }, (question) => submitRun(question, cluster.id, wanted)),
    waits: true,
  };
}
