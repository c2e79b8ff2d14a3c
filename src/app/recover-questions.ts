// Questions that a stopped process had taken and not answered: each gets a card instead of silence.
import type { Services } from "./services.ts";

/** Called once at start, before new questions are taken. */
export async function recoverQuestions(services: Services): Promise<void> {
  const open = await services.store.openQuestions(services.clock.now().toISOString());
  for (const question of open) {
    await services.notifier.post(question.conversation, {
      kind: "failure",
      asked: question.text,
      failure: {
        code: "restarted",
        happened: "I was restarted before I had answered this.",
        done: "Unless a card of mine says otherwise, nothing was sent to a cluster for it.",
        next: "Please ask again.",
      },
      id: null,
    });
    await services.store.closeQuestion(question.key);
  }
}
