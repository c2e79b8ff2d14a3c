// What findings about `paw.*` say.
import type { FindingWords } from "../../finding-words.ts";

export const pawFindings: FindingWords<"paw"> = {
  "paw.device": {
    title: "Production is reached from a privileged device",
    why: "Whoever holds the device of an administrator holds the cluster.",
    remediation: "Use a privileged access workstation for production.",
    facts: {
      notProduction: () => "By its name and tags, this cluster is not production.",
      deviceUnseen: () =>
        "This cluster counts as production. Azure does not tell from which device you come: use a privileged access workstation.",
    },
  },
};
