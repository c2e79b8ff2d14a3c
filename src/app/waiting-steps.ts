// Which of the services a question waits for at the moment: those that are asked outside, with a note of what is under way.
import type { WaitStep } from "../core/chat/wait-step.ts";
import type { RequesterCredential } from "./ports-azure.ts";
import type { Services } from "./services.ts";

export type Steps = Readonly<{
  /** What was begun last and has not ended; null where nothing is under way outside. */
  current(): WaitStep | null;
  during<T>(step: WaitStep, work: Promise<T>): Promise<T>;
}>;

export function stepsUnderWay(): Steps {
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
export function watched(services: Services, { during }: Steps): Services {
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
