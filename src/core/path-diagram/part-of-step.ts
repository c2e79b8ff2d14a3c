// What a step of a walk is on the strip: which thing, and by which name people know it.
import type { Thing } from "../finding/kit/check-meta.ts";
import { type ComponentKind, calledOf, type Reason, type Step } from "../network/model/step.ts";
import type { Called } from "../outcome/called.ts";
import { lookUp } from "../text/look-up.ts";
import { type DiagramPart, namesOf } from "./drawn-path.ts";

const thingOfKind: Readonly<Record<ComponentKind, Thing>> = {
  subnet: "route",
  network: "network",
  adminRule: "rules",
  securityGroup: "rules",
  routeTable: "route",
  peering: "peering",
  natGateway: "gateway",
  virtualMachine: "appliance",
  firewall: "firewall",
  loadBalancer: "appliance",
  privateEndpoint: "apiServer",
  privateDnsZone: "name",
  dnsServer: "dnsServer",
  gateway: "gateway",
  connection: "connection",
  localNetworkGateway: "connection",
  circuit: "circuit",
  internet: "internet",
};

/** Where the reason says more than the component: a missing peering is told of the network that lacks it. */
const thingOfReason: Partial<Record<Reason["is"], Thing>> = {
  asksAzure: "name",
  asksServers: "name",
  asksOwnServers: "name",
  ownServersUnseen: "name",
  ownServersLack: "name",
  zoneMissing: "name",
  publicAnswer: "name",
  ruleUndecided: "rules",
  peeringMissing: "peering",
  hopNobody: "appliance",
  targetGone: "apiServer",
  otherAppliance: "route",
  loops: "route",
};

/** Of a kind that a newer release kept, the network that it is a part of. */
export const thingOf = ({ reason, component }: Step): Thing =>
  lookUp<Thing | undefined>(thingOfReason, reason.is) ?? lookUp(thingOfKind, component.kind) ?? "network";

function nameOf({ reason, component }: Step, thing: Thing): Called {
  if (thing === "name") return "";
  if (reason.is === "hopNobody") return reason.address;
  if ("from" in reason && thing === "peering") return `${reason.from} ↔ ${reason.to}`;
  if ("hub" in reason && thing === "peering") return `${reason.network} ↔ ${reason.hub}`;
  return calledOf(component);
}

/** A system route leads where everybody expects it to, and the other side's ranges belong to its connection. */
const isUnsaid = ({ reason, state }: Step): boolean =>
  state === "passes" &&
  ((reason.is === "routeLeads" && !reason.own) ||
    ["farRangeHolds", "selectorsJoin", "circuitWorks"].includes(reason.is));

/** Both halves of a peering are one thing, called by the way that is walked. */
const isOtherHalf = ({ reason, state }: Step, before: Step | undefined): boolean =>
  state === "passes" &&
  before?.state === "passes" &&
  (reason.is === "transitOpen" || reason.is === "peeringConnected") &&
  before.reason.is === "peeringConnected";

/** Without the target itself, which ends the way. */
export const partsOfSteps = (steps: readonly Step[]): readonly DiagramPart[] =>
  steps.flatMap((step, index): readonly DiagramPart[] => {
    if (isUnsaid(step) || isOtherHalf(step, steps[index - 1]) || step.reason.is === "targetReached")
      return [];
    const thing = thingOf(step);
    const reason = step.state === "passes" ? null : step.reason;
    const state = step.state;
    return [{ thing, names: namesOf(nameOf(step, thing)), state, reason }];
  });
