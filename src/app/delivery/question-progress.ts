// A question that takes its time: within a second a card says what it waits for and how long, until its answer, or the
// card of its run, takes the place of that.
import { askedText } from "../../core/conversation/grammar/asked-text.ts";
import type { WaitStep } from "../../core/conversation/wait-step.ts";
import { type Message, messageWith, runKey } from "../../core/delivery/message.ts";
import { redact } from "../../core/redact/redact.ts";
import type { RequesterCredential } from "../ports/azure.ts";
import type { ConversationContext, Services } from "../ports/services.ts";

// Which of the services a question waits for at the moment: those that are asked outside, with a note of what is under way.

type Steps = Readonly<{
  /** What was begun last and has not ended; null where nothing is under way outside. */
  current(): WaitStep | null;
  during<T>(step: WaitStep, work: Promise<T>): Promise<T>;
}>;

function stepsUnderWay(): Steps {
  const underWay = new Map<object, WaitStep>();
  return {
    current: () => [...underWay.values()].at(-1) ?? null,
    during: async (step, work) => {
      const one = {};
      underWay.set(one, step);
      return work.finally(() => underWay.delete(one));
    },
  };
}

/** The same services; they are asked, and answer, as before. */
function watched(services: Services, { during }: Steps): Services {
  const { credentials, directory, reader, messenger } = services;
  const watchedCredential = (credential: RequesterCredential): RequesterCredential => ({
    ...credential,
    exchange: (...asked) => during("token", credential.exchange(...asked)),
  });
  return {
    ...services,
    credentials: {
      ...credentials,
      forUser: async (...asked) => {
        const result = await during("signIn", credentials.forUser(...asked));
        return result.ok ? { ok: true, credential: watchedCredential(result.credential) } : result;
      },
    },
    directory: { membership: (...asked) => during("groups", directory.membership(...asked)) },
    reader: {
      ...reader,
      list: (...asked) => during("clusters", reader.list(...asked)),
      read: (...asked) => during("cluster", reader.read(...asked)),
      permissions: (...asked) => during("rights", reader.permissions(...asked)),
    },
    messenger: { ...messenger, personalChat: (of) => during("chat", messenger.personalChat(of)) },
  };
}

/** Milliseconds from the first telling: further apart the longer it takes. Teams counts an edit like a message. */
const toldAfter = [0, 2_300, 5_300, 9_300, 14_300, 24_300, 39_300, 59_300] as const;

export type Waiting = Readonly<{
  /** To work with, so that it is known what is waited for. */
  services: Services;
  /** To answer, so that the answer takes the card's place. */
  asker: ConversationContext;
  /** Tells as long as `act` goes on, and before that as long as its turn has not come. */
  through(act: () => Promise<void>, turn?: Promise<void>): Promise<void>;
}>;

/** `question`: its key. `asked`: its words; empty for a press. `card`: its id, where it has one already. */
export function waitingFor(
  services: Services,
  asker: ConversationContext,
  question: string,
  asked: string,
  card = services.newId("R"),
): Waiting {
  const { clock, later, log, timeouts, store } = services;
  const since = clock.now();
  const steps = stepsUnderWay();
  let shown = false;
  let telling = Promise.resolve();
  let cancel: readonly (() => void)[] = [];
  const message = (): Message => {
    const step = steps.current();
    const seconds = Math.round((clock.now().getTime() - since.getTime()) / 1_000);
    const content = { show: "waiting", card, question, asked: askedText(asked), step, seconds } as const;
    return messageWith(runKey(card), asker.conversation, content, { final: false });
  };
  const tell = async (): Promise<void> => {
    try {
      if (await store.tellMeanwhile(question, message())) shown = true;
    } catch (error) {
      log.warn("it was not said that a question goes on", { error: redact(String(error)).text });
    }
  };
  const stop = async (): Promise<boolean> => {
    for (const each of cancel) each();
    await telling;
    return shown;
  };
  return {
    services: watched(services, steps),
    asker: { ...asker, question, waiting: { card, since: since.toISOString(), stop } },
    through: async (act, turn = Promise.resolve()) => {
      cancel = toldAfter.map((milliseconds) =>
        later(timeouts.waiting + milliseconds, () => {
          telling = telling.then(tell);
        }),
      );
      await steps.during("earlier", turn).then(act).finally(stop);
    },
  };
}
