// What findings about `vnet.*` say.
import type { FindingWords } from "../../finding-words.ts";

export const vnetFindings: FindingWords<"vnet"> = {
  "vnet.cluster-subnet": {
    title: "Cluster's network and subnets exist",
    why: "Everything about the network starts here, and AKS cannot run without its subnets.",
    remediation: "Restore the subnet with its old address range.",
    facts: {},
  },
  "vnet.peer-state": {
    title: "Networks on the way are set up",
    why: "After a change that failed, a network's peerings, DNS servers and subnets may be others than it says.",
    remediation: "Apply the network's settings again, once what made the change fail is mended.",
    facts: {},
  },
};
