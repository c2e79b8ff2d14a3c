// What findings about `client.*` say.
import type { FindingWords } from "../../finding-words.ts";

export const clientFindings: FindingWords<"client"> = {
  "client.network": {
    title: "Dein Netzwerk führt zum API-Server",
    why: "Ein privater API-Server hat keine Adresse im Internet: Jede Verbindung beginnt in einem Netzwerk nahe bei ihm.",
    remediation:
      "Verbinde dich erst mit diesem Netzwerk, über VPN, ExpressRoute oder Bastion, oder nutze den Run-Command.",
    facts: {
      placeUnsaid: () => "Du hast nicht gesagt, von wo du dich verbindest.",
      outside: ({ ip, entries }) =>
        `Der Weg ${ip === "" ? "aus dem Internet" : `von ${ip}`} nach ${entries.join(" oder ")} (VPN oder ExpressRoute) ist noch nicht bewertet.`,
      behind: ({ entry }) => `Du kommst aus einem Netz hinter ${entry}.`,
      noSuchNetwork: ({ wanted }) =>
        `Kein Netzwerk namens „${wanted}“ hat ein Peering mit dem des Clusters oder eine Verknüpfung mit seiner Zone: Prüf den Namen, oder schreib die Adresse, die du darin hast.`,
      comesFrom: ({ networks }) => `Du kommst aus ${networks.join(" oder ")}.`,
    },
  },
};
