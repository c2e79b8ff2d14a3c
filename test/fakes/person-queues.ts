import { createPersonQueue } from "../../src/doors/teams/bot.ts";

/** The queues of a bot, as small as a test wants them. */
export const personQueues = (atOnce = 4, waiting = 200) => ({
  turns: createPersonQueue({ atOnce, waiting }),
  answers: createPersonQueue({ atOnce, waiting }),
});
