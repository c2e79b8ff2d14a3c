// Joins the outbox to the loop that shows what stands in it, which is there from the start of the jobs to their stop.
import type { Delivery } from "../core/outbox/message.ts";

export type ShowingLoop = Readonly<{
  /** There may be something to take. */
  wake(): void;
  /** Whether one more can be shown at once. */
  hasRoom(): boolean;
  /** Shows what was taken by whoever wrote it. */
  begin(delivery: Delivery): void;
}>;

export type Handover = ShowingLoop & Readonly<{ to(loop: ShowingLoop): void }>;

export function createHandover(): Handover {
  let loop: ShowingLoop | null = null;
  return {
    to: (started) => {
      loop = started;
    },
    wake: () => loop?.wake(),
    hasRoom: () => loop?.hasRoom() ?? false,
    begin: (delivery) => loop?.begin(delivery),
  };
}
