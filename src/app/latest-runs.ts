// What somebody asked lately, and what became of it.
import type { Answer } from "../core/chat/answer.ts";
import { placeOf } from "../core/chat/place.ts";
import type { Run } from "../core/run/run.ts";
import type { Asker, Services } from "./services.ts";

export async function latestRuns(services: Services, asker: Asker): Promise<Answer> {
  const { conversation } = asker;
  const all = await services.store.runsOf(asker.requester.objectId, 20);
  // What somebody asked in their own chat is not told in a channel.
  const here = (run: Run) =>
    conversation.personal || placeOf(run.conversation.key) === placeOf(conversation.key);
  const runs = all.filter(here).slice(0, 10);
  return { kind: "status", runs, now: services.clock.now().toISOString() };
}
