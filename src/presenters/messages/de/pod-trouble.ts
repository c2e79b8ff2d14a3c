// Why the cluster did not run the pod of a command, and what to do about it. Both begin or go on in the middle of a card.
import type { PodTrouble } from "../../../core/run/pod-trouble.ts";
import type { Says } from "../says.ts";

/** Sentences without a full stop. */
export const whyNoPod: Says<PodTrouble> = {
  webhook: ({ name }) =>
    `Ein Admission-Webhook des Clusters${name === null ? "" : ` (${name})`} hat den Pod abgelehnt, den der Befehl braucht`,
  image: () => "Das Image für den Pod des Befehls ließ sich nicht holen",
  noNode: () => "Kein Node kann den Pod aufnehmen, den der Befehl braucht",
  quota: () => "Ein Kontingent des Namespace aks-command lässt keinen Platz für den Pod des Befehls",
  notInTime: () => "Der Cluster hat den Pod des Befehls nicht rechtzeitig gestartet",
};

export const afterNoPod: Says<PodTrouble> = {
  webhook: () =>
    "Bitte den Besitzer dieser Richtlinie, den Namespace „aks-command“ auszunehmen. Bis dahin zeigt „access“ andere Zugänge.",
  image: () =>
    "Lass mich den Cluster diagnostizieren: Ich verfolge den Ausgang der Nodes bis mcr.microsoft.com, woher das Image kommt.",
  noNode: () =>
    "Lass mich den Cluster diagnostizieren: Ich prüfe, ob ein Node den Pod aufnehmen kann. Er braucht einen bereiten Linux-Node mit Platz für 200m CPU und 500 Mi.",
  quota: () =>
    "Bitte den Administrator des Clusters, dieses Kontingent vom Namespace „aks-command“ zu nehmen.",
  notInTime: () =>
    "Lass mich den Cluster diagnostizieren: Ich prüfe, ob ein Node den Pod des Befehls aufnehmen kann.",
};
