// What findings about `paw.*` say.
import type { FindingWords } from "../../finding-words.ts";

export const pawFindings: FindingWords<"paw"> = {
  "paw.device": {
    title: "Produktion nur von einem privilegierten Gerät aus",
    why: "Wer das Gerät eines Administrators hat, hat den Cluster.",
    remediation: "Nutze für die Produktion eine Privileged Access Workstation.",
    facts: {
      notProduction: () => "Nach Name und Tags ist dieser Cluster keine Produktion.",
      deviceUnseen: () =>
        "Dieser Cluster gilt als Produktion. Von welchem Gerät du kommst, zeigt Azure nicht: Nutze eine Privileged Access Workstation.",
    },
  },
};
