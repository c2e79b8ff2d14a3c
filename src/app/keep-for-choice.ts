// A question that waits until its asker has chosen a cluster.
import type { Offered } from "./ports-outbox.ts";
import type { Asker, Services } from "./services.ts";

/** The id that a button carries to find the question again. Nothing but what was `offered` can be chosen. */
export async function keepForChoice(
  services: Services,
  asker: Asker,
  asked: string,
  offered: readonly Offered[],
): Promise<string> {
  const id = services.newId("Q");
  await services.store.savePending({
    id,
    userId: asker.userId,
    reason: "pickCluster",
    text: asked,
    conversation: asker.conversation,
    createdAt: services.clock.now().toISOString(),
    offered,
  });
  return id;
}
