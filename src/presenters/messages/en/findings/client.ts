// What findings about `client.*` say.
import type { FindingWords } from "../../finding-words.ts";

export const clientFindings: FindingWords<"client"> = {
  "client.network": {
    title: "You come from a network that leads to the API server",
    why: "A private API server has no address on the Internet: every connection starts in a network near it.",
    remediation: "Connect to that network first, over VPN, ExpressRoute or Bastion, or use the run command.",
    facts: {
      placeUnsaid: () => "You did not say where you connect from.",
      outside: ({ ip, entries }) =>
        `The way from ${ip === "" ? "the Internet" : ip} to ${entries.join(" or ")} (VPN or ExpressRoute) is not judged yet.`,
      behind: ({ entry }) => `You come from behind ${entry}.`,
      noSuchNetwork: ({ wanted }) =>
        `No network called "${wanted}" is peered with the cluster's or linked to its zone: check its name, or write the address that you have in it.`,
      comesFrom: ({ networks }) => `You come from ${networks.join(" or ")}.`,
    },
  },
};
