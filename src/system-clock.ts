// The time of this machine.
import type { Clock } from "./app/ports/services.ts";

export const systemClock: Clock = {
  now: () => new Date(),
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};
