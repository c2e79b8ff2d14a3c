// The mode in force, asked anew each time.
import type { ModeInForce } from "../../core/mode.ts";
import type { Log, Services } from "./services.ts";
import type { Store } from "./store.ts";

type ModeServices = Readonly<{ store: Pick<Store, "mode">; log: Log }>;

/** Null where the database cannot tell: nothing is allowed then. */
export async function modeInForce({ store, log }: ModeServices): Promise<ModeInForce | null> {
  try {
    return await store.mode();
  } catch (error) {
    log.error("mode could not be read", { error: String(error) });
    return null;
  }
}

/** Milliseconds. A database that is busy or away for a moment is no reason to refuse anybody. */
const pauses = [300, 1_000, 2_000];

/** The same, asked again before anybody is told that it is not known. */
export async function modeAfterAll(
  services: ModeServices & Pick<Services, "clock">,
): Promise<ModeInForce | null> {
  for (const pause of pauses) {
    const mode = await modeInForce(services);
    if (mode !== null) return mode;
    await services.clock.sleep(pause);
  }
  return modeInForce(services);
}
