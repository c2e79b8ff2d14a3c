// What findings about the API server itself say.
import type { controlPlaneFindings } from "../../../../core/inside/findings/control-plane.ts";
import type { InsideWords } from "../../inside-words.ts";
import { counted, few, list } from "../words.ts";
import { sayNeeds } from "./shared.ts";

const podsLeftOver = counted(
  "{it, plural, one {# Pod eines Run-Commands ist} other {# Pods von Run-Commands sind}} in aks-command übrig geblieben.",
);

export const controlPlaneWords: InsideWords<(typeof controlPlaneFindings)[number]> = {
  "k8s.api-ready": {
    title: "Der API-Server meldet sich bereit",
    why: "Der API-Server prüft sich selbst und das, worauf er steht, etwa etcd; scheitert eine Prüfung, scheitern auch Anfragen.",
    remediation:
      "Diese Teile gehören Azure: Sieh dir die Integrität der Ressource an, und frag Azures Support mit den Namen der Prüfungen. Bei kms sieh dir den Key Vault an.",
    facts: {
      ready: () => "Der API-Server meldet sich bereit.",
      notReady: ({ checks }) => `Der API-Server ist nicht bereit. Fehlgeschlagen: ${few(checks)}.`,
    },
  },
  "k8s.version": {
    title: "kubectl passt zum API-Server",
    why: "kubectl ist für die Nebenversion des API-Servers und die beiden daneben gemacht.",
    remediation:
      "Nimm ein kubectl in der Version des Clusters, und aktualisiere den Cluster, wenn er der ältere ist.",
    facts: {
      fits: ({ server, kubectl }) => `Der API-Server ist 1.${server}, kubectl ist 1.${kubectl}.`,
      apart: ({ server, kubectl }) =>
        `Der API-Server ist 1.${server}, kubectl ist 1.${kubectl}: Das liegt weiter auseinander, als sie vertragen.`,
    },
  },
  "k8s.whoami": {
    title: "Befehle laufen mit deinen Berechtigungen",
    why: "Was als Administrator des Clusters läuft, darf alles, wer auch immer es geschickt hat.",
    remediation:
      "Integriere den Cluster in Entra, damit Befehle mit den Berechtigungen ihres Absenders laufen.",
    facts: {
      oneself: () => "Der Cluster kennt dich unter deinem eigenen Namen.",
      administrator: () => "Befehle laufen als Administrator des Clusters.",
    },
  },
  "k8s.can-i": {
    title: "Kubernetes lässt dich genug lesen",
    why: "Was du nicht lesen darfst, kann kaputt sein, ohne dass es hier jemand sieht.",
    remediation:
      "Bitte um eine Rolle, die es lesen darf: Azure Kubernetes Service RBAC Reader für Namespaces, eine ClusterRole für Nodes und Ähnliches.",
    facts: {
      all: () => "Kubernetes hat dir davon nichts verweigert.",
      lacks: ({ needs }) => `In Kubernetes fehlt dir die ${sayNeeds(needs)}.`,
      notTried: () => "Es wurde nichts gelesen, also auch nichts verweigert.",
    },
  },
  "k8s.api-endpoint": {
    title: "Pods finden den API-Server am richtigen Ort",
    why: "Pods, die eine Adresse von vor dem Stoppen behalten, sprechen mit niemandem.",
    remediation:
      "Wende die Einstellungen des Clusters mit az aks update ohne Änderung noch einmal an; starte dann die Pods neu, die den API-Server nicht erreichen.",
    facts: {
      same: ({ addresses }) => `Pods erreichen den API-Server unter ${list(addresses)}, wie Azure es nennt.`,
      differs: ({ addresses, expected }) =>
        `Pods suchen den API-Server unter ${list(addresses)}, laut Azure steht er aber unter ${list(expected)}.`,
      none: () => "Der Service kubernetes hat keinen Endpunkt: Pods finden den API-Server nicht.",
      notKnown: () => "Wo der API-Server laut Azure steht, wurde nicht gelesen.",
    },
  },
  "k8s.aks-command": {
    title: "Pods von Run-Commands starten",
    why: "Startet der Pod eines Befehls nicht, läuft auch der nächste Befehl nicht.",
    remediation:
      "Sieh nach, warum sie warten: kubectl describe pods -n aks-command. Mach einen Linux-Node ohne Taints frei, oder lass die Nodes mcr.microsoft.com erreichen.",
    facts: {
      start: () => "Pods von Run-Commands starten.",
      noImage: ({ pods: names }) => `Das Image des Run-Commands lässt sich nicht holen für ${few(names)}.`,
      pending: ({ pods: names }) => `Seit mehr als einer Minute ohne Node: ${few(names)}.`,
      leftOver: ({ count }) => podsLeftOver(count),
    },
  },
};
