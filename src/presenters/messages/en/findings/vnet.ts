// What findings about `vnet.*` say.
import type { FindingWords } from "../../finding-words.ts";

export const vnetFindings: FindingWords<"vnet"> = {
  "vnet.cluster-subnet": {
    title: "Cluster's network and subnets exist",
    why: "Everything about the network starts here, and AKS cannot run without its subnets.",
    remediation: "Restore the subnet with its old address range.",
    facts: {
      subnetFailed: ({ subnet }) => `The nodes' subnet ${subnet} is in state Failed.`,
      allThere: ({ network }) => `The network ${network} and the nodes' subnets exist.`,
      subnetsGone: ({ network, subnets }) =>
        `The cluster's network ${network} no longer has the subnet ${subnets.join(", ")}.`,
      noSubnet: ({ network }) => `Azure lists no subnet of nodes in ${network}.`,
      networkFailed: ({ network }) => `The cluster's network ${network} is in state Failed.`,
    },
  },
  "vnet.peer-state": {
    title: "Networks on the way are set up",
    why: "After a change that failed, a network's peerings, DNS servers and subnets may be others than it says.",
    remediation: "Apply the network's settings again, once what made the change fail is mended.",
    facts: {
      changeFailed: ({ network }) =>
        `The last change of the network ${network} failed, so not all of it may be in force.`,
      setUp: () => "The other networks are set up.",
      noneRead: () => "No other network was read.",
    },
  },
};
