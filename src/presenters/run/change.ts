// What others agree on in any state, for everybody in the thread or for one person by their own press.
import { isOfAgreement } from "../../core/change/agreed-task.ts";
import type { Answer } from "../../core/conversation/answer.ts";
import type { Run } from "../../core/run/run.ts";
import { type Presented, refreshedRun } from "../card/presented.ts";
import { presentProgress } from "../card/progress.ts";
import { presentEndedChange } from "../change/change-ended.ts";
import { presentOpenChange } from "../change/change-open.ts";
import { failureFor, type Viewer } from "../change/change-parts.ts";
import type { Messages } from "../messages/messages.ts";
import { presentRunProblem } from "./run.ts";

/** The card of the thread: it holds no verb that changes a state. */
export const presentChange = (run: Run, messages: Messages): Presented =>
  presentFor(run, "everybody", messages);

export const presentReview = (
  { run, as }: Extract<Answer, { kind: "review" }>,
  messages: Messages,
): Presented => presentFor(run, as, messages);

function presentFor(run: Run, viewer: Viewer, messages: Messages): Presented {
  if (!isOfAgreement(run)) throw new Error(`Nobody agrees on ${run.id}`);
  const { status } = run;
  switch (status.state) {
    case "queued":
    case "running":
      return presentProgress(run, messages);
    case "pendingApproval":
    case "approved":
    case "applying": {
      const card = presentOpenChange(run, status, viewer, messages);
      return viewer === "everybody" ? refreshedRun(card, run) : card;
    }
    case "succeeded":
    case "rejected":
    case "withdrawn":
    case "expired":
      return presentEndedChange(run, status, viewer, messages);
    case "failed":
    case "denied":
    case "timedOut":
    case "lost":
      return presentRunProblem(run, failureFor(viewer, run, status.failure), messages);
  }
}
