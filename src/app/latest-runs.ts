// What somebody asked lately, and what became of it.
import type { Answer } from "../core/chat/answer.ts";
import type { Run } from "../core/run/run.ts";
import { isHere } from "./known-run.ts";
import type { Asker, Services } from "./services.ts";

export async function latestRuns(services: Services, asker: Asker): Promise<Answer> {
  const all = await services.store.runsOf(asker.requester, 20);
  // What somebody asked in their own chat is not told in a channel.
  const told = (run: Run) => asker.conversation.personal || isHere(asker, run);
  const runs = all.filter(told).slice(0, 10);
  return { kind: "status", runs, now: services.clock.now().toISOString() };
}
