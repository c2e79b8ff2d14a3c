// A stop as what is broken: the finding that tells it, the need that it stops, and the resource.
import { tellerOf, type Walks } from "../finding/walks.ts";
import type { Step } from "../network/step.ts";
import type { NeedId } from "../requirement/need.ts";
import type { Walked } from "../requirement/requirement.ts";
import { stopAt } from "../requirement/stop.ts";
import type { AlsoBroken } from "./diagnosis.ts";

export function toldStop(
  stop: Readonly<{ walked: Walked; step: Step }>,
  need: NeedId,
  walks: Walks,
): AlsoBroken {
  const { id } = stop.step.component;
  return {
    // Only where a way begins, and where it arrives, nothing tells a step: there nothing stops.
    check: tellerOf(walks, { ...stop, need }) ?? need,
    need,
    facts: [{ is: "stop", ...stopAt(stop) }],
    ...(id === null ? {} : { resourceId: id }),
  };
}
