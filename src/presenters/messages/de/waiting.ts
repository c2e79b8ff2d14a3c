// What is said as long as something goes on: which step, and how long so far.
import type { RunStep } from "../../../core/run/run.ts";
import type { waitingTexts as en } from "../en/waiting.ts";

/** The first second needs no number. */
const soFar = (doing: string, seconds: number): string =>
  seconds < 2 ? `${doing}.` : `${doing}: bisher ${seconds} s.`;

const runStepsSaid: Readonly<Record<RunStep, string>> = {
  cluster: "Ich lese den Cluster",
  around: "Ich lese Netzwerke, DNS, Firewalls und Zugänge um den Cluster",
  asking: "Ich frage Azure, ob der Befehl laufen darf",
  sending: "Ich übergebe den Befehl an AKS",
  inCluster: "AKS führt den Befehl in einem Pod im Cluster aus",
};

export const waitingTexts: typeof en = {
  runStep: (step, number, all, seconds) =>
    `Schritt ${number} von ${all}: ${runStepsSaid[step]}. Bisher ${seconds} s, meist sind es 10 s.`,
  waiting: {
    title: "… Bin dabei",
    steps: {
      earlier: "Zuerst beantworte ich, was du vorher gefragt hast",
      signIn: "Frage das Bot Framework nach deiner Anmeldung",
      token: "Frage Entra nach einem Token in deinem Namen",
      groups: "Frage Microsoft Graph nach deinen Gruppen",
      clusters: "Liste die Cluster auf, die du in Azure sehen kannst",
      cluster: "Lese den Cluster in Azure",
      rights: "Lese deine Berechtigungen in Azure",
      chat: "Öffne deinen eigenen Chat mit mir",
    },
    noStep: "Lese, was du gefragt hast",
    soFar,
  },
};
