// What findings about `ddos.*` say.
import type { FindingWords } from "../../finding-words.ts";
import { and } from "../words.ts";

const isOrAre = (names: readonly string[]): string => (names.length === 1 ? "is" : "are");

export const ddosFindings: FindingWords<"ddos"> = {
  "ddos.perimeter": {
    title: "Public ways in are protected against DDoS",
    why: "Whoever floods the public address of a Bastion host or a firewall closes that way in.",
    remediation:
      "Put the network under a DDoS protection plan, or protect the addresses one by one; both have a price.",
    facts: {
      noAddress: () => "No Bastion host and no firewall here has a public address.",
      notLookedAt: ({ network }) => `For advice alone the public addresses in ${network} are not read.`,
      planned: ({ network }) => `${network} has a DDoS protection plan.`,
      protected: ({ addresses }) => `${and(addresses)} ${isOrAre(addresses)} protected against DDoS.`,
      unprotected: ({ network, planned, addresses }) =>
        planned
          ? `${and(addresses)} ${isOrAre(addresses)} left out of the DDoS protection plan of ${network}.`
          : `${network} has no DDoS protection plan, and ${and(addresses)} ${isOrAre(addresses)} not protected either.`,
    },
  },
};
