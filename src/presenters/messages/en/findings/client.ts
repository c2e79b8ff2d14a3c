// What findings about `client.*` say.
import type { FindingWords } from "../../finding-words.ts";

export const clientFindings: FindingWords<"client"> = {
  "client.network": {
    title: "You come from a network that leads to the API server",
    why: "A private API server has no address on the Internet: every connection starts in a network near it.",
    remediation: "Connect to that network first, over VPN, ExpressRoute or Bastion, or use the run command.",
    facts: {},
  },
};
