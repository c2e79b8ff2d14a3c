// vnet.peer-state: what was changed last in a network that people come from may have been applied by half.

import type { Outcome } from "../../outcome/check.ts";
import { combine, notApplicable, pass, warn } from "../../outcome/outcomes.ts";
import { stateWordOf, thing, unsettled } from "../../outcome/state-word.ts";
import type { VirtualNetwork } from "../../snapshot/network.ts";
import { defineCheck } from "../define-check.ts";

function judge({ id, name, provisioningState: state }: VirtualNetwork): Outcome {
  const more = { resourceId: id, evidence: [`network  ${name}  ${state}`] };
  if (stateWordOf(state) === "failed")
    return warn(`The last change of the network ${name} failed, so not all of it may be in force.`, more);
  return (
    unsettled(thing("network", name), state, more) ?? pass("The other networks are set up.", more.evidence)
  );
}

export const vnetPeerState = defineCheck({
  id: "vnet.peer-state",
  severity: "high",
  source: "https://learn.microsoft.com/troubleshoot/azure/virtual-network/troubleshoot-failed-state",
  needs: ["peerNetworks"],
  after: ["vnet.cluster-subnet"],
  evaluate: ({ peerNetworks }): Outcome => {
    const read = peerNetworks.flatMap(({ network }) =>
      network.status === "collected" ? [network.data] : [],
    );
    return read.length === 0 ? notApplicable("No other network was read.") : combine(read.map(judge), true);
  },
});
