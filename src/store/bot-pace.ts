// Teams takes so many calls a second of one bot in a tenant, over all its chats and channels; every process gets its
// share (learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit names 30).
import type { OutboxStore } from "../app/ports/outbox.ts";

export type BotPace = Readonly<{
  /** How many calls may begin now. */
  room(): number;
  take(): void;
  /** How many processes share it. */
  share(processes: number): void;
}>;

/** What is sent past the outbox counts as well. */
export const withinPace = (outbox: OutboxStore, pace: BotPace): OutboxStore => ({
  ...outbox,
  takeTurn: async (to) => {
    if (pace.room() < 1 || !(await outbox.takeTurn(to))) return false;
    pace.take();
    return true;
  },
});

/** `now`: a clock that is never set, in milliseconds. In no second more than `perSecond`: a third at once, and two flow in. */
export function botPace(perSecond: number, now: () => number = () => performance.now()): BotPace {
  let processes = 1;
  let at = now();
  const most = () => Math.max(1, perSecond / processes / 3);
  let left = most();
  const refill = () => {
    const flowed = ((now() - at) / 1_000) * ((perSecond / processes) * (2 / 3));
    left = Math.min(most(), left + flowed);
    at = now();
  };
  return {
    room: () => {
      refill();
      return Math.max(0, Math.floor(left));
    },
    take: () => {
      left -= 1;
    },
    share: (count) => {
      refill();
      processes = Math.max(1, count);
    },
  };
}
