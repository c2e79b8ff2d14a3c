// What rules ask for besides who asks for what, as far as it is known here.
import type { Circumstances } from "../core/policy/circumstances.ts";
import type { Services } from "./services.ts";

/** `incident`: whether an alert about the cluster is open; null where nobody looked. */
export const circumstancesOf = (
  { clock }: Pick<Services, "clock">,
  incident: Circumstances["incident"] = null,
): Circumstances => ({ now: clock.now(), incident });
