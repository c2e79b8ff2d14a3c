// Which repair mends a stop.
import type { NetworkModel } from "../network/model.ts";
import type { Step } from "../network/step.ts";
import { addRoute } from "./add-route.ts";
import { addressNatGateway } from "./address-nat-gateway.ts";
import { allowOnFirewall } from "./allow-on-firewall.ts";
import { allowOnPeering } from "./allow-on-peering.ts";
import { askAsNetwork } from "./ask-as-network.ts";
import { enableDnsProxy } from "./enable-dns-proxy.ts";
import { enablePrivatePeering } from "./enable-private-peering.ts";
import { forwardOnInterface } from "./forward-on-interface.ts";
import { leadApplianceOut } from "./lead-appliance-out.ts";
import { leadToFirewall } from "./lead-to-firewall.ts";
import { linkZone } from "./link-zone.ts";
import { makePeerings } from "./make-peerings.ts";
import { openForAWhile } from "./open-for-a-while.ts";
import { openGroup } from "./open-group.ts";
import { openTransit } from "./open-transit.ts";
import { remakeLink } from "./remake-link.ts";
import { removeRoute } from "./remove-route.ts";
import { removeRule } from "./remove-rule.ts";
import type { Mend, Repair } from "./repair.ts";
import { restartFirewall } from "./restart-firewall.ts";
import { startMachines } from "./start-machines.ts";
import { syncPeerings } from "./sync-peerings.ts";
import { translateAgain } from "./translate-again.ts";
import { writeRecord } from "./write-record.ts";

/** Every kind of repair there is, the first that fits. A new one is a file here and a line. */
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
