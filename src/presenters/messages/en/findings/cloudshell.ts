// What findings about `cloudshell.*` say.
import type { FindingWords } from "../../finding-words.ts";

export const cloudshellFindings: FindingWords<"cloudshell"> = {
  "cloudshell.network-profile": {
    title: "Cloud Shell may start in a network near the cluster",
    why: "Sessions of Cloud Shell in a network start as containers, in a subnet that is delegated to them.",
    remediation:
      "Delegate the subnet to Microsoft.ContainerInstance/containerGroups, or deploy Cloud Shell's template again.",
    facts: {},
  },
};
