// Questions that a stopped process had taken and not answered: each gets a card instead of silence.
import type { Question } from "./ports.ts";
import type { Services } from "./services.ts";

/** Looks at intervals of half a minute that Teams gets to take the card. */
const lookLimit = 20;

/**
 * Makes the function that is called at start, before new questions are taken, and at intervals from then on. A
 * question whose card Teams does not take stays open, and is looked at again; should this process go too, the next
 * one finds it.
 */
export function createQuestionRecovery(services: Services): () => Promise<void> {
  const untold = new Map<string, { question: Question; looks: number }>();
  let looking = false;
  const look = async (): Promise<void> => {
    const open = await services.store.openQuestions(services.clock.now().toISOString());
    for (const question of open) untold.set(question.key, { question, looks: 0 });
    for (const [key, entry] of untold) {
      entry.looks += 1;
      const told = await tell(services, entry.question);
      if (!told && entry.looks < lookLimit) continue;
      if (!told) services.log.warn("question closed untold", { looks: entry.looks });
      await services.store.closeQuestion(key);
      untold.delete(key);
    }
  };
  return async () => {
    // Teams may take longer to refuse a card than it is until the next look.
    if (looking) return;
    looking = true;
    await look().finally(() => {
      looking = false;
    });
  };
}

async function tell({ notifier }: Services, question: Question): Promise<boolean> {
  const messageId = await notifier.post(question.conversation, {
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
  return messageId !== null;
}
