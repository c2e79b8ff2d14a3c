// vnet.peer-state: what was changed last in a network that people come from may have been applied by half.

import type { Outcome } from "../../outcome/check.ts";
import { labelled } from "../../outcome/columns.ts";
import type { SharedFact } from "../../outcome/fact.ts";
import { combine, notApplicable, pass, warn } from "../../outcome/outcomes.ts";
import { stateWordOf, thing, unsettled } from "../../outcome/state-word.ts";
import type { VirtualNetwork } from "../../snapshot/network.ts";
import { defineCheck } from "../define-check.ts";

export type OtherNetworksFact = Readonly<
  { is: "changeFailed"; network: string } | { is: "setUp" } | { is: "noneRead" }
>;

type NetworksOutcome = Outcome<OtherNetworksFact | SharedFact>;

function networkState({ id, name, provisioningState: state }: VirtualNetwork): NetworksOutcome {
  const more = { resourceId: id, evidence: [labelled("network", name, state)] };
  if (stateWordOf(state) === "failed") return warn({ is: "changeFailed", network: name }, more);
  return unsettled(thing("network", name), state, more) ?? pass({ is: "setUp" }, more.evidence);
}

export const vnetPeerState = defineCheck({
  id: "vnet.peer-state",
  severity: "high",
  scope: "cluster",
  impact: "degrades",
  shownBy: "azure",
  source: "https://learn.microsoft.com/troubleshoot/azure/virtual-network/troubleshoot-failed-state",
  needs: ["peerNetworks"],
  after: ["vnet.cluster-subnet"],
  evaluate: ({ peerNetworks }): NetworksOutcome => {
    const read = peerNetworks.flatMap(({ network }) =>
      network.status === "collected" ? [network.data] : [],
    );
    return read.length === 0 ? notApplicable({ is: "noneRead" }) : combine(read.map(networkState), true);
  },
});
