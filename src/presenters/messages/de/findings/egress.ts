// What findings about `egress.*` say.
import type { FindingWords } from "../../finding-words.ts";

export const egressFindings: FindingWords<"egress"> = {
  "egress.http-proxy": {
    title: "Der Proxy lässt durch, was Nodes brauchen",
    why: "Nodes eines Clusters mit Proxy erreichen draußen alles nur über ihn, und seine Regeln sieht nur, wer ihn betreibt.",
    remediation: "Bitte den Betreiber des Proxys um die Namen, die AKS auflistet.",
    facts: {},
  },
  "egress.lb-outbound": {
    title: "Load Balancer der Nodes sind eingerichtet",
    why: "Über ihn gehen die Nodes hinaus: Ohne Ausgangsregel, nach einer fehlgeschlagenen Änderung oder ohne Ports für jeden Node scheitern Verbindungen nach draußen.",
    remediation: "Lass AKS den Cluster abgleichen, oder gib seinem Load Balancer mehr Adressen.",
    facts: {
      gone: ({ from }) =>
        `Der Load Balancer kubernetes der Nodes ist aus ${from} verschwunden, deshalb kommen die Nodes nicht aus dem Netzwerk hinaus.`,
      noOutboundRule: () =>
        "Der Load Balancer kubernetes der Nodes hat keine Ausgangsregel, deshalb kommen die Nodes nicht aus dem Netzwerk hinaus.",
      changeFailed: ({ balancer }) =>
        `Die letzte Änderung des Load Balancers ${balancer} der Nodes ist fehlgeschlagen, deshalb gilt womöglich nicht alles davon.`,
      portsShort: ({ ports, nodes, wanted }) =>
        `Die Ausgangsregel hält ${ports} Ports je Node vor, und ihre Adressen reichen damit für ${nodes} von ${wanted} Nodes: Verbindungen nach draußen scheitern ab und zu.`,
      portsShortInUpgrade: ({ ports, nodes, wanted }) =>
        `Die Ausgangsregel hält ${ports} Ports je Node vor, und ihre Adressen reichen damit für ${nodes} Nodes: Ein Upgrade braucht ${wanted} und scheitert.`,
      setUp: () => "Die Load Balancer der Nodes sind eingerichtet.",
      noBalancer: () => "Die Nodes haben keinen Load Balancer.",
    },
  },
  "egress.nat-gateway": {
    title: "NAT-Gateway der Nodes funktioniert",
    why: "Gehen die Nodes über ein NAT-Gateway hinaus, ist es ihr einziger Ausgang.",
    remediation: "Gib dem Gateway eine öffentliche Adresse, oder wende es noch einmal an.",
    facts: {
      failed: ({ gateway }) => `Das NAT-Gateway ${gateway} ist im Zustand Failed.`,
      noAddress: ({ gateway }) => `Das NAT-Gateway ${gateway} hat keine öffentliche Adresse.`,
      works: ({ gateway }) => `Das NAT-Gateway ${gateway} ist da und hat eine öffentliche Adresse.`,
      noNatGateway: () => "Kein NAT-Gateway bedient die Subnetze der Nodes.",
    },
  },
  "egress.outbound-consistent": {
    title: "Die Nodes haben einen Ausgang",
    why: "Ohne öffentliche Adresse erreichen die Nodes weder einen öffentlichen API-Server noch Registrys noch Microsoft Entra ID.",
    remediation:
      "Gib dem Load Balancer oder dem NAT-Gateway eine öffentliche Adresse, und jedem Node-Subnetz sein NAT-Gateway.",
    facts: {
      skuUnlisted: ({ sku }) =>
        `Über welche Adresse der Load Balancer ${sku} hinausgeht, ist nicht aufgeführt.`,
      addressesUnlisted: ({ cluster }) =>
        `Azure führt die Ausgangsadressen der Nodes von ${cluster} nicht auf.`,
      hasAddress: () => "Der Load Balancer hat eine öffentliche Adresse, über die die Nodes hinausgehen.",
      noAddress: () =>
        "Der Load Balancer hat keine öffentliche Adresse, deshalb kommen die Nodes nicht aus dem Netzwerk hinaus.",
      noNatGateway: ({ subnet }) =>
        `Der Cluster geht über ein NAT-Gateway hinaus, aber sein Subnetz ${subnet} hat keines.`,
      gatewayBare: ({ gateway }) =>
        `Das NAT-Gateway ${gateway} hat keine öffentliche Adresse, deshalb kommen die Nodes nicht aus dem Netzwerk hinaus.`,
      leavesBy: ({ subnet, gateway }) => `Das Subnetz ${subnet} geht über das NAT-Gateway ${gateway} hinaus.`,
      needsNone: () =>
        "Der Cluster ist isoliert und holt seine Images aus einem Cache: Die Nodes brauchen keinen Ausgang.",
      onlyRoutes: () =>
        "AKS hat den Nodes keinen Ausgang gegeben: Sie gehen über Routen des Besitzers hinaus.",
      byRoutes: () => "Die Nodes gehen über Routen des Besitzers hinaus.",
    },
  },
};
