// What findings about `invoke.*` say.
import type { CommandFault } from "../../../../core/finding/rights/invoke.last-run.ts";
import { german } from "../../catalogue.ts";
import type { FindingWords } from "../../finding-words.ts";
import { counted } from "../words.ts";

const { sayOperation } = german.speech;

/** Behind a colon. */
const commandFaults: Readonly<Record<CommandFault, string>> = {
  podNotPlaced: "Sein Pod fand nicht rechtzeitig einen Node",
  policyDenied: "Eine Richtlinie im Cluster hat seinen Pod abgelehnt",
  imageNotPulled: "Sein Image ließ sich nicht holen",
  mayNotRun: "Dir fehlt in Azure eine Berechtigung, ihn auszuführen oder sein Ergebnis zu lesen",
  mayNotInCluster: "Kubernetes lässt dich nicht tun, was er tun sollte",
  switchedOff: "Run-Command ist abgeschaltet",
};

const turnDown = counted("{it, plural, one {lehnt} other {lehnen}}");
const leaveOut = counted("{it, plural, one {nimmt} other {nehmen}}");

export const invokeFindings: FindingWords<"invoke"> = {
  "invoke.enabled": {
    title: "Run-Command ist eingeschaltet",
    why: "Der Run-Command braucht keinen Netzwerkpfad und bleibt der Zugang, wenn alle anderen abgeschnitten sind; man kann ihn abschalten.",
    remediation: "Schalte den Run-Command ein, wenn der Besitzer des Clusters einverstanden ist.",
    facts: {
      enabled: () => "Der Run-Command ist eingeschaltet.",
      disabled: ({ cluster }) => `Der Run-Command von ${cluster} ist abgeschaltet.`,
    },
  },
  "invoke.identity": {
    title: "Run-Command nutzt deine eigene Kubernetes-Identität",
    why: "Ohne Entra-Integration läuft jeder Befehl als Administrator des Clusters, wer auch immer ihn geschickt hat.",
    remediation:
      "Integriere den Cluster in Entra, damit Befehle mit den Berechtigungen ihres Absenders laufen.",
    facts: {
      asYou: () => "Befehle laufen mit deinen eigenen Kubernetes-Berechtigungen.",
      asAdministrator: () =>
        "Der Cluster hat keine verwaltete Entra-Integration: Befehle laufen als Administrator des Clusters.",
    },
  },
  "invoke.last-run": {
    title: "Dein letzter Run-Command ging gut aus",
    why: "Was ein Befehl ausgab, beweist mehr als jede Vorhersage.",
    remediation: "Behebe, was seine Ausgabe nennt, und führ ihn dann noch einmal aus.",
    facts: {
      ended: () => "Der eingefügte Run-Command endete mit Exitcode 0: Dieser Weg funktioniert.",
      failed: ({ fault }) => `Der eingefügte Run-Command ist fehlgeschlagen: ${commandFaults[fault]}.`,
      unclear: ({ exitCode }) =>
        `Der eingefügte Run-Command lief und endete mit Exitcode ${exitCode}; warum, sagt seine eigene Ausgabe.`,
      noText: () => "Es wurde keine Ausgabe eines Run-Commands eingefügt.",
    },
  },
  "invoke.policy": {
    title: "Azure Policy lässt den Pod des Run-Commands zu",
    why: "Richtlinien für Pods lehnen auch den Pod des Befehls ab, wenn sie seinen Namespace nicht ausnehmen.",
    remediation:
      "Lass den, der die Richtlinie zugewiesen hat, aks-command zu ihren ausgenommenen Namespaces hinzufügen oder den Cluster davon ausnehmen.",
    facts: {
      denied: ({ policies }) => {
        const denied =
          "Laut dem eingefügten Text hat eine Richtlinie im Cluster den Pod des Befehls abgelehnt";
        return policies.length === 0
          ? `${denied}; welche, steht darin.`
          : `${denied}; vielleicht ${policies.join(", ")}, und das ${leaveOut(policies.length)} den Namespace aks-command nicht aus.`;
      },
      mayDeny: ({ policies }) =>
        `${policies.join(", ")} ${turnDown(policies.length)} womöglich den Pod des Befehls ab: Der Namespace aks-command ist nicht ausgenommen.`,
      noneDenies: () =>
        "Keine Richtlinie für Kubernetes, die ablehnt, ist zugewiesen, oder alle nehmen aks-command aus.",
      noAddon: () => "Der Cluster hat kein Add-on von Azure Policy.",
    },
  },
  "invoke.permission": {
    title: "Du darfst Befehle ausführen und ihre Ergebnisse lesen",
    why: "Einen Befehl ausführen und sein Ergebnis lesen sind zwei Berechtigungen; manche Rollen haben nur eine davon.",
    remediation: "Bitte einen Besitzer um die fehlende Berechtigung auf dem Cluster.",
    facts: {
      allowed: () => "Du darfst Befehle ausführen und ihre Ergebnisse lesen.",
      mayNotRun: ({ missing, cluster }) =>
        `Dir fehlt ${missing.join(" und ")} auf ${cluster}, deshalb darfst du dort keine Befehle ausführen.`,
      mayNotRead: ({ missing, cluster }) =>
        `Dir fehlt ${missing} auf ${cluster}, deshalb darfst du Befehle ausführen, aber ihre Ergebnisse nicht lesen.`,
    },
  },
  "invoke.schedulable-node": {
    title: "Ein Node kann den Pod des Run-Commands aufnehmen",
    why: "Der Pod des Befehls toleriert keine Taints; hat jeder Pool Taints, wie Spot-Nodes immer, oder ist er gestoppt oder leer, startet er nie.",
    remediation: "Starte oder vergrößere einen Linux-Pool ohne Taints, oder füg einen hinzu.",
    facts: {
      ...german.texts.findings.pool.shared,
      fits: () => "Ein Node kann den Pod des Befehls aufnehmen.",
      nodeMade: ({ cluster }) =>
        `AKS erstellt Nodes für ${cluster}, wenn Pods sie brauchen: Ist keiner frei, kann der erste Befehl in den Timeout laufen, während einer startet.`,
      hostedMayDo: ({ cluster }) =>
        `AKS betreibt die Systemnodes von ${cluster} selbst und führt sie in keinem Pool auf: Vielleicht nimmt einer den Pod des Befehls auf.`,
      scaledToZero: () =>
        "Der einzige Pool für den Pod des Befehls ist auf null skaliert; der erste Befehl kann in den Timeout laufen.",
      noNodeYet: ({ operation }) =>
        `Noch kann kein Node den Pod des Befehls aufnehmen, aber ${sayOperation(operation)}: Warte, bis das abgeschlossen ist.`,
      noNode: ({ lost, spot }) =>
        [
          "Kein Node kann den Pod des Befehls aufnehmen: ",
          lost.length === 0 ? "" : `Die Skalierungsgruppe von ${lost.join(", ")} ist weg, und `,
          `${lost.length === 0 ? "Jeder" : "jeder andere"} Linux-Pool hat Taints, ist gestoppt oder leer`,
          spot.length === 0
            ? "."
            : ` (AKS gibt Spot-Nodes, hier ${spot.join(", ")}, Taints für andere Pods).`,
        ].join(""),
    },
  },
};
