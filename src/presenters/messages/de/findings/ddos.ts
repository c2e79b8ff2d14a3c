// What findings about `ddos.*` say.
import type { FindingWords } from "../../finding-words.ts";
import { and, counted } from "../words.ts";

const isOrAre = counted("{it, plural, one {ist} other {sind}}");

export const ddosFindings: FindingWords<"ddos"> = {
  "ddos.perimeter": {
    title: "Öffentliche Zugänge sind gegen DDoS geschützt",
    why: "Wer die öffentliche Adresse eines Bastion-Hosts oder einer Firewall überflutet, macht diesen Zugang zu.",
    remediation:
      "Stell das Netzwerk unter einen DDoS-Schutzplan, oder schütze die Adressen einzeln; beides kostet.",
    facts: {
      noAddress: () => "Kein Bastion-Host und keine Firewall hat hier eine öffentliche Adresse.",
      notLookedAt: ({ network }) =>
        `Nur für einen Hinweis werden die öffentlichen Adressen in ${network} nicht gelesen.`,
      planned: ({ network }) => `${network} hat einen DDoS-Schutzplan.`,
      protected: ({ addresses }) => `${and(addresses)} ${isOrAre(addresses.length)} gegen DDoS geschützt.`,
      unprotected: ({ network, planned, addresses }) =>
        planned
          ? `${and(addresses)} ${isOrAre(addresses.length)} vom DDoS-Schutzplan von ${network} ausgenommen.`
          : `${network} hat keinen DDoS-Schutzplan, und ${and(addresses)} ${isOrAre(addresses.length)} auch nicht geschützt.`,
    },
  },
};
