// A second click on the same button is not a second question.
import type { Clock } from "../../app/ports/services.ts";

/** Longer than a double click and than somebody's doubt whether the first one was taken. */
const windowMilliseconds = 5_000;

/** True when this key was seen within the last seconds. Kept in the process: what a press starts only reads. */
export function createDoublePress(clock: Clock): (key: string) => boolean {
  const seen = new Map<string, number>();
  return (key) => {
    const now = clock.now().getTime();
    for (const [old, at] of seen) if (now - at >= windowMilliseconds) seen.delete(old);
    if (seen.has(key)) return true;
    seen.set(key, now);
    return false;
  };
}
