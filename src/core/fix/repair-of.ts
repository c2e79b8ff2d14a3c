// Which repair mends a stop.
import type { NetworkModel } from "../network/model/model.ts";
import type { Step } from "../network/model/step.ts";
import { enablePrivatePeering } from "./circuit.ts";
import { allowOnFirewall, translateAgain } from "./firewall-rules.ts";
import { enableDnsProxy, restartFirewall } from "./firewall-state.ts";
import { openForAWhile } from "./just-in-time.ts";
import { askAsNetwork, forwardOnInterface, startMachines } from "./machines.ts";
import { makePeerings } from "./make-peering.ts";
import { addressNatGateway, leadApplianceOut } from "./nat-gateway.ts";
import { allowOnPeering, openTransit, syncPeerings } from "./peering-settings.ts";
import type { Mend, Repair } from "./repair.ts";
import { addRoute, leadToFirewall, removeRoute } from "./routes.ts";
import { openGroup, removeRule } from "./security-group.ts";
import { linkZone, remakeLink, writeRecord } from "./zone.ts";

/** Every kind of repair there is, the first that fits. A new one stands in a file here, and is a line. */
const mends: readonly Mend[] = [
  openForAWhile,
  removeRule,
  openGroup,
  enableDnsProxy,
  linkZone,
  remakeLink,
  makePeerings,
  allowOnPeering,
  openTransit,
  enablePrivatePeering,
  removeRoute,
  addRoute,
  syncPeerings,
  startMachines,
  restartFirewall,
  allowOnFirewall,
  translateAgain,
  addressNatGateway,
  writeRecord,
  forwardOnInterface,
  leadToFirewall,
  leadApplianceOut,
  askAsNetwork,
];

/** Null where nothing mends this, or Azure takes no such change. */
export function repairOf(model: NetworkModel, stop: Step): Repair | null {
  for (const mend of mends) {
    const repair = mend(stop, model);
    if (repair !== null) return repair;
  }
  return null;
}
