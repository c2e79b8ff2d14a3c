// What findings about `pe.*` say.
import type { Acting } from "../../../../core/finding/private-link/pe.subnet-policy.ts";
import { german } from "../../catalogue.ts";
import type { FindingWords } from "../../finding-words.ts";

const { sayThing } = german.speech;

const acting: Readonly<Record<Acting, string>> = {
  neither: "Weder NSGs noch Routingtabellen wirken auf den privaten Endpunkt.",
  both: "NSGs und Routingtabellen wirken auf den privaten Endpunkt.",
  groups: "NSGs wirken auf den privaten Endpunkt, Routingtabellen nicht.",
  routes: "Routingtabellen wirken auf den privaten Endpunkt, NSGs nicht.",
};

const noEndpoint = () => "Es gibt keinen privaten Endpunkt.";

export const peFindings: FindingWords<"pe"> = {
  "pe.connection-approved": {
    title: "Privater Endpunkt ist genehmigt",
    why: "Nur eine genehmigte Verbindung trägt Verkehr.",
    remediation: "Genehmige die Verbindung.",
    facts: {
      approved: () => "Die Verbindung des privaten Endpunkts ist genehmigt.",
      carriesNothing: ({ state }) =>
        `Die Verbindung des privaten Endpunkts steht auf ${state}, deshalb trägt sie keinen Verkehr.`,
      disconnected: () => "Der private Endpunkt ist vom API-Server getrennt.",
      ownUnknown: () =>
        "Welche der privaten Endpunktverbindungen des Clusters die von AKS ist, ist nicht bekannt.",
      noEndpoint,
    },
  },
  "pe.exists": {
    title: "Privater Endpunkt des API-Servers ist da",
    why: "Wird der Endpunkt gelöscht, sind Nodes und Menschen vom API-Server abgeschnitten.",
    remediation: "Lass AKS ihn neu erstellen; erstelle ihn nie von Hand.",
    facts: {
      gone: ({ from }) => `Der private Endpunkt des API-Servers ist aus ${from} verschwunden.`,
      exists: ({ endpoint }) => `Der private Endpunkt ${endpoint} ist da.`,
    },
  },
  "pe.extra-endpoint": {
    title: "Weitere private Endpunkte sind verbunden",
    why: "Wird ein Cluster gestoppt und gestartet, sind die Endpunkte abgeschnitten, die jemand in anderen Netzwerken erstellt hat.",
    remediation: "Erstelle den Endpunkt neu, und ändere den A-Eintrag, der zu ihm führt.",
    facts: {
      approved: ({ endpoint }) => `Der weitere private Endpunkt ${endpoint} ist genehmigt.`,
      waits: ({ endpoint }) => `Der weitere private Endpunkt ${endpoint} wartet auf Genehmigung.`,
      cutOff: ({ endpoint, state }) =>
        `Der weitere private Endpunkt ${endpoint} steht auf ${state}: Wer über ihn kommt, ist abgeschnitten.`,
      onlyOwn: () => "Der Cluster hat nur seinen eigenen privaten Endpunkt.",
    },
  },
  "pe.ip": {
    title: "Adresse des privaten Endpunkts ist bekannt",
    why: "Zone, NSGs und Routen werden mit dieser Adresse verglichen.",
    remediation: "Lass AKS den Endpunkt abgleichen.",
    facts: {
      noAddress: ({ endpoint }) => `Der private Endpunkt ${endpoint} hat keine Adresse.`,
      otherAddress: ({ address, said }) =>
        `Die Schnittstelle des privaten Endpunkts hat ${address}, der Endpunkt selbst nennt aber ${said.join(", ")}.`,
      outsideSubnet: ({ address, subnet }) =>
        `Die Adresse ${address} des privaten Endpunkts liegt außerhalb seines Subnetzes ${subnet}.`,
      known: ({ address }) => `Der API-Server steht unter ${address}.`,
      noEndpoint,
    },
  },
  "pe.provisioning": {
    title: "Privater Endpunkt ist bereitgestellt",
    why: "Ein fehlgeschlagener Endpunkt kann eine Schnittstelle haben, zu der nichts geroutet wird.",
    remediation: "Lass AKS den Endpunkt abgleichen.",
    facts: {
      failed: ({ of, state }) => `Im Zustand ${state} ist ${sayThing(of)}.`,
      provisioned: ({ of }) => `Bereitgestellt ist ${sayThing(of)}.`,
      noEndpoint,
      interfaceUnlisted: ({ endpoint }) => `Azure führt die Netzwerkschnittstelle von ${endpoint} nicht auf.`,
      noInterface: ({ endpoint }) => `Der private Endpunkt ${endpoint} hat keine Netzwerkschnittstelle.`,
    },
  },
  "pe.subnet-policy": {
    title: "Netzwerkrichtlinien im Subnetz des Endpunkts sind bekannt",
    why: "Eine Regel oder Route im Subnetz des Endpunkts ist harmlos und nicht schuld, solange das Subnetz keine Richtlinien einschaltet.",
    remediation: "Klär, was die Einstellung bedeutet, bevor dort Regeln oder Routen geändert werden.",
    facts: {
      acts: ({ what }) => acting[what],
      subnetElsewhere: ({ network }) => `Das Subnetz des privaten Endpunkts ist keines von ${network}.`,
      noEndpoint,
    },
  },
};
