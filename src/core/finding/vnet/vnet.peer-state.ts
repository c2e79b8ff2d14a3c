// vnet.peer-state: what was changed last in a network that people come from may have been applied by half.

import { combine, notApplicable, pass, warn } from "../../outcome/outcomes.ts";
import { stateWordOf, unsettled } from "../../outcome/state-word.ts";
import type { VirtualNetwork } from "../../snapshot/network.ts";
import { defineCheck } from "../define-check.ts";

function judge({ id, name, provisioningState: state }: VirtualNetwork) {
  const more = { resourceId: id, evidence: [`network  ${name}  ${state}`] };
  if (stateWordOf(state) === "failed")
    return warn(`The last change of the network ${name} failed, so not all of it may be in force.`, more);
  return (
    unsettled(`the network ${name}`, state, more) ?? pass("The other networks are set up.", more.evidence)
  );
}

export const vnetPeerState = defineCheck({
  id: "vnet.peer-state",
  title: "Networks on the way are set up",
  severity: "high",
  why: "After a change that failed, a network's peerings, DNS servers and subnets may be others than it says.",
  remediation: "Apply the network's settings again, once what made the change fail is mended.",
  source: "https://learn.microsoft.com/troubleshoot/azure/virtual-network/troubleshoot-failed-state",
  needs: ["peerNetworks"],
  after: ["vnet.cluster-subnet"],
  evaluate: ({ peerNetworks }) => {
    const read = peerNetworks.flatMap(({ network }) =>
      network.status === "collected" ? [network.data] : [],
    );
    return read.length === 0 ? notApplicable("No other network was read.") : combine(read.map(judge), true);
  },
});
