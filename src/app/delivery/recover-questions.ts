// Questions that a process which is gone had taken and not answered: each gets a card instead of silence.
import { traitsOf } from "../../core/conversation/card-action.ts";
import type { Message } from "../../core/delivery/message.ts";
import { plainFailure } from "../../core/run/failure.ts";
import type { Question } from "../ports/outbox.ts";
import type { Services } from "../ports/services.ts";
import { messageOf } from "./outbox-messages.ts";

/** Called at start, before new questions are taken, and at intervals from then on. */
export async function recoverQuestions(services: Services): Promise<void> {
  const count = await services.store.takeOverQuestions((question) => restarted(services, question));
  if (count > 0) services.log.warn("questions of a process that is gone", { count });
}

const restarted = (services: Services, { conversation, text }: Question): Message =>
  messageOf(services, conversation, {
    kind: "failure",
    asked: text,
    failure: failures[traitsOf(text).interrupted],
    id: null,
  });

const notAnswered = plainFailure("restarted", "restarted", "nothingSentForIt");

/** A press that decides on a change is written down before its answer is: its card says what counts. */
const notTold = plainFailure("restarted", "restartedWhileDeciding", "nothingSentUnlessSaid");

/** The only press that sends a command without a run of its own. */
const notShown = plainFailure("restarted", "restartedWhileShowing", "perhapsRanAgain");

const failures = { answer: notAnswered, decision: notTold, unmaskedOutput: notShown } as const;
