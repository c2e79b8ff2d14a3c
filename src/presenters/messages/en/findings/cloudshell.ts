// What findings about `cloudshell.*` say.
import type { FindingWords } from "../../finding-words.ts";

export const cloudshellFindings: FindingWords<"cloudshell"> = {
  "cloudshell.network-profile": {
    title: "Cloud Shell may start in a network near the cluster",
    why: "Sessions of Cloud Shell in a network start as containers, in a subnet that is delegated to them.",
    remediation:
      "Delegate the subnet to Microsoft.ContainerInstance/containerGroups, or deploy Cloud Shell's template again.",
    facts: {
      mayStart: ({ subnet, profile }) => `Cloud Shell may start in ${subnet}, by ${profile}.`,
      notDelegated: ({ subnet, profile }) =>
        `${profile} names ${subnet}, which is not delegated to containers: Cloud Shell does not start there.`,
      noProfile: () => "No network profile of Cloud Shell names a subnet near the cluster.",
    },
  },
};
