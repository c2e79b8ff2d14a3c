// Questions that a process which is gone had taken and not answered: each gets a card instead of silence.
import type { Message } from "../core/outbox/message.ts";
import type { Question } from "./ports-outbox.ts";
import type { Services } from "./services.ts";
import { messageOf } from "./tell.ts";

/** Called at start, before new questions are taken, and at intervals from then on. */
export async function recoverQuestions(services: Services): Promise<void> {
  const count = await services.store.takeOverQuestions((question) => restarted(services, question));
  if (count > 0) services.log.warn("questions of a process that is gone", { count });
}

const restarted = (services: Services, { conversation, text }: Question): Message =>
  messageOf(services, conversation, {
    kind: "failure",
    asked: text,
    failure: {
      code: "restarted",
      happened: "I was restarted before I had answered this.",
      done: "Nothing was sent to a cluster for it.",
      next: "Please ask again.",
    },
    id: null,
  });
