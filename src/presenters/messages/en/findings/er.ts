// What findings about `er.*` say.
import type { FindingWords } from "../../finding-words.ts";

export const erFindings: FindingWords<"er"> = {
  "er.circuit-provisioned": {
    title: "The ExpressRoute circuit is up",
    why: "A circuit carries nothing before the provider has provisioned it and its private peering is on.",
    remediation:
      "Ask the provider where it is not provisioned; switch the private peering on where it is off.",
    facts: {},
  },
};
