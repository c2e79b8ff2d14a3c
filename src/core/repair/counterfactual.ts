// The cause, by counterfactual: mend the first stop and walk again, until the need is met. Only then is the fix one.
import type { Fix } from "../diagnosis/check.ts";
import type { NetworkModel } from "../network/model.ts";
import type { Step } from "../network/step.ts";
import { ask, evaluate, unmetIn } from "../requirement/evaluate.ts";
import type { Need, Question } from "../requirement/need.ts";
import { addRoute } from "./add-route.ts";
import { allowOnPeering } from "./allow-on-peering.ts";
import { enableDnsProxy } from "./enable-dns-proxy.ts";
import { linkZone } from "./link-zone.ts";
import { makePeerings } from "./make-peerings.ts";
import { openGroup } from "./open-group.ts";
import { openTransit } from "./open-transit.ts";
import { removeRoute } from "./remove-route.ts";
import { removeRule } from "./remove-rule.ts";
import type { Mend, Repair } from "./repair.ts";
import { startMachines } from "./start-machines.ts";
import { syncPeerings } from "./sync-peerings.ts";

/** Every kind of repair there is, the first that fits. A new one is a file here and a line. */
const mends: readonly Mend[] = [
  removeRule,
  openGroup,
  linkZone,
  enableDnsProxy,
  makePeerings,
  allowOnPeering,
  openTransit,
  removeRoute,
  addRoute,
  syncPeerings,
  startMachines,
];

/** More than any network that somebody could still explain. */
const mostRepairs = 12;

/** Null where nothing mends this, or Azure takes no such change. */
export function repairOf(model: NetworkModel, stop: Step): Repair | null {
  for (const mend of mends) {
    const repair = mend(stop, model);
    if (repair !== null) return repair;
  }
  return null;
}

function firstRepair(model: NetworkModel, questions: readonly Question[]): Repair | null {
  for (const question of questions) {
    const step = ask(model, question).trace.steps.find(({ state }) => state === "stops");
    if (step !== undefined) return repairOf(model, step);
  }
  return null;
}

/** Repairs in the order in which they were needed; null where they do not lead to the need being met. */
export function repairsOf(model: NetworkModel, need: Need): readonly Repair[] | null {
  const repairs: Repair[] = [];
  let now = model;
  while (evaluate(now, need).end !== "delivered") {
    const repair = repairs.length < mostRepairs ? firstRepair(now, unmetIn(now, need)) : null;
    if (repair === null) return null;
    repairs.push(repair);
    now = repair.apply(now);
  }
  return repairs;
}

const unique = (texts: readonly string[]): readonly string[] => [...new Set(texts)];

/** All of them as one fix; null where there is none that was proved. */
export function provedFix(model: NetworkModel, need: Need): Fix | null {
  const repairs = repairsOf(model, need) ?? [];
  if (repairs.length === 0) return null;
  const fixes = repairs.map(({ fix }) => fix);
  return {
    commands: fixes.flatMap(({ commands }) => commands),
    risk: unique(fixes.map(({ risk }) => risk)).join(" "),
    disruptive: fixes.some(({ disruptive }) => disruptive),
    role: unique(fixes.map(({ role }) => role)).join("; "),
  };
}
