// What comes when a mute ends by itself: an operation whose end nobody saw, and what was to ring meanwhile.
import { modeInForce } from "../ports/mode-in-force.ts";
import type { Services } from "../ports/services.ts";

/** Called again and again: an operation mutes for so long and no longer, and no ring that a mute held back is lost. */
export async function endMutes(services: Services): Promise<void> {
  const { store, clock } = services;
  const now = clock.now().toISOString();
  await store.endOperations(now, ({ cluster, conversation }) => ({
    ...{ time: now, actor: "system", tenant: null, action: "watch.operation.ends", outcome: "recorded" },
    ...{ cluster: cluster.id, runId: null, rule: null },
    detail: { place: conversation.key, unseen: true },
  }));
  // What is switched off posts nothing, and does so later where it is still owed.
  if (((await modeInForce(services))?.mode ?? "off") !== "off") await store.ringOwed(now);
}
