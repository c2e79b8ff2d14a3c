// What findings about `vnet.*` say.
import type { FindingWords } from "../../finding-words.ts";

export const vnetFindings: FindingWords<"vnet"> = {
  "vnet.cluster-subnet": {
    title: "Netzwerk und Subnetze des Clusters sind da",
    why: "Alles am Netzwerk beginnt hier, und ohne seine Subnetze kann AKS nicht laufen.",
    remediation: "Stell das Subnetz mit seinem alten Adressbereich wieder her.",
    facts: {
      subnetFailed: ({ subnet }) => `Das Node-Subnetz ${subnet} ist im Zustand Failed.`,
      allThere: ({ network }) => `Das Netzwerk ${network} und die Subnetze der Nodes sind da.`,
      subnetsGone: ({ network, subnets }) =>
        `Im Clusternetzwerk ${network} fehlt das Subnetz ${subnets.join(", ")}.`,
      noSubnet: ({ network }) => `Azure führt in ${network} kein Subnetz von Nodes auf.`,
      networkFailed: ({ network }) => `Das Clusternetzwerk ${network} ist im Zustand Failed.`,
    },
  },
  "vnet.peer-state": {
    title: "Netzwerke auf dem Weg sind eingerichtet",
    why: "Nach einer fehlgeschlagenen Änderung können Peerings, DNS-Server und Subnetze eines Netzwerks andere sein, als es angibt.",
    remediation:
      "Wende die Einstellungen des Netzwerks noch einmal an, sobald behoben ist, woran die Änderung gescheitert ist.",
    facts: {
      changeFailed: ({ network }) =>
        `Die letzte Änderung des Netzwerks ${network} ist fehlgeschlagen, deshalb gilt womöglich nicht alles davon.`,
      setUp: () => "Die anderen Netzwerke sind eingerichtet.",
      noneRead: () => "Kein anderes Netzwerk wurde gelesen.",
    },
  },
};
