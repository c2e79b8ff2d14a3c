// One step of a walk as a sentence: what stops there, or why nobody knows whether it goes on; and a walk that ends.
import { isJitRule } from "../../../core/network/filter/jit.ts";
import type { Reason, Step } from "../../../core/network/model/step.ts";
import type { Stop } from "../../../core/requirement/requirement.ts";
import { nameOf } from "../../../core/snapshot/resource-id.ts";
import { type Says, say } from "../catalogue/says.ts";
import type { Catalogue } from "../catalogue/texts.ts";
import type { calledSpeech } from "./called.ts";

type Speech = Pick<ReturnType<typeof calledSpeech>, "sayComponent" | "zoneCalled">;

/** `thing`: what the step is about. The rest is of some reasons only, and empty with every other. */
type Told = Reason &
  Readonly<{
    thing: string;
    zoneCalled: string;
    subnetName: string;
    settings: readonly string[];
    isJit: boolean;
    isBlank: boolean;
    isWhole: boolean;
  }>;

const zoneOf = (reason: Reason, thing: string) =>
  "zone" in reason ? reason : { zone: thing, group: undefined };

/** By what they are called, no sentence begins. */
const nameless: ReadonlySet<string> = new Set(["podsIn", "podsOn", "nodesIn"]);

export function stepSpeech(
  texts: Catalogue,
  { sayComponent, zoneCalled }: Speech,
  closeUp: (text: string) => string,
) {
  function toldOf(reason: Reason, thing: string): Told {
    const { zone, group } = zoneOf(reason, thing);
    return {
      ...reason,
      thing,
      zoneCalled: zoneCalled(zone, group),
      subnetName: reason.is === "hopWithoutWayOut" ? nameOf(reason.subnet) : "",
      settings: reason.is === "transitMissing" ? reason.halves.map(({ setting }) => setting) : [],
      isJit: reason.is === "ruleDenies" && isJitRule(reason.rule),
      isBlank: reason.is === "routeUnknown" && reason.prefix === null && reason.nextHop === null,
      isWhole: "part" in reason && reason.part === "circuit",
    };
  }
  const sayStep = ({ reason, component }: Step): string => {
    const steps: Says<Told> = texts.steps;
    return closeUp(say(steps, toldOf(reason, sayComponent(component))));
  };

  const stopClause = ({ walked, step }: Stop): string =>
    texts.stops.clause({ ...walked, isApi: walked.isApi === true, step });
  const sayStop = (stop: Stop): string => {
    const { from } = stop.walked;
    const isNameless = typeof from === "object" && nameless.has(from.is);
    return texts.stops.sentence({ clause: stopClause(stop), isNameless });
  };

  return {
    sayStep,
    /** Inside a sentence. */
    stopClause,
    sayStop,
  };
}
