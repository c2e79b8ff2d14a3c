// What a look inside the cluster says: its findings, one file a group, and what it comes to.
import type { InsideFound } from "../../../core/diagnosis/diagnosis.ts";
import type { InsideVerdict } from "../../../core/inside/verdict.ts";
import type { insideTexts as en } from "../en/inside.ts";
import type { InsideWords } from "../inside-words.ts";
import { type Says, say } from "../says.ts";
import { admissionWords } from "./inside/admission.ts";
import { controlPlaneWords } from "./inside/control-plane.ts";
import { nodeWords } from "./inside/nodes.ts";
import { partNames, sayNeeds } from "./inside/shared.ts";
import { systemWords } from "./inside/system.ts";
import { workloadWords } from "./inside/workloads.ts";
import { counted } from "./words.ts";

export const insideFindings: InsideWords = {
  ...controlPlaneWords,
  ...nodeWords,
  ...systemWords,
  ...admissionWords,
  ...workloadWords,
};

type Why = Extract<InsideVerdict, Readonly<{ is: "notLookedInside" }>>["why"];

/** Sentences without a full stop. */
export const whyNotLooked: Readonly<Record<Why, string>> = {
  leftOut: "Du hast es weggelassen",
  notDeep: "Dafür --deep angeben",
  byMode: "Der Modus lässt gerade keinen Befehl in einen Cluster",
  byPolicy: "Die Richtlinie des Bots lässt dich nicht",
  asClusterAdmin:
    "Er hat keine Entra-Integration, Befehle laufen also als cluster-admin, und das lässt die Richtlinie des Bots nicht zu",
  notSignedIn: "Entra gab kein Token dafür",
  unread: "Was Azure über ihn sagt, war nicht zu lesen",
  mayNotRun: "Dir fehlt in Azure die Berechtigung, darin einen Befehl auszuführen",
  switchedOff: "Run-Command ist abgeschaltet",
  stopped: "Er ist gestoppt",
  podNotPlaced: "Kein Node hat den Pod des Befehls aufgenommen",
  policyDenied: "Eine Richtlinie darin hat den Pod des Befehls abgelehnt",
  imageNotPulled: "Seine Nodes können das Image des Run-Commands nicht holen",
  notInTime: "Der Befehl wurde nicht rechtzeitig fertig",
  restarted: "Der Bot wurde währenddessen neu gestartet",
  rights: "Kubernetes lässt dich nichts darin lesen",
  nothingRead: "Es kam nichts Lesbares zurück",
  failed: "Der Befehl darin ist fehlgeschlagen",
};

const thingsWrong = counted("{it, plural, one {eines stimmt} other {# Dinge stimmen}} nicht.");
const thingsFollow = counted("{it, plural, one {eines folgt} other {# Dinge folgen}} aus der Ursache.");
const notSeen = counted(
  "{it, plural, =0 {} one { Eines war nicht anzusehen.} other { # Dinge waren nicht anzusehen.}}",
);

export const verdicts: Says<InsideFound> = {
  looking: () => "Im Cluster wird noch nachgesehen: Diese Karte wird dann aktualisiert.",
  reachableAndWell: () =>
    "Im Cluster antwortet der API-Server, und was angesehen wurde, ist in Ordnung: Nodes, kube-system, Webhooks sowie Pods, Workloads, Jobs und Volume-Claims aller Namespaces.",
  reachableWithFaults: ({ faults, follows, unread }) =>
    faults.length === 0
      ? `Im Cluster antwortet der API-Server, und ${thingsFollow(follows)}${notSeen(unread.length)}`
      : `Im Cluster antwortet der API-Server, aber ${thingsWrong(faults.length)}${notSeen(unread.length)}`,
  reachableNotAllSeen: ({ unread }) =>
    `Im Cluster antwortet der API-Server, und was zu sehen war, ist in Ordnung.${notSeen(unread.length)}`,
  notLookedInside: ({ why }) => `Nicht in den Cluster gesehen: ${whyNotLooked[why]}.`,
};

/** Beside the name of a cluster that can be reached. */
const wrongInside = counted(
  "▲ Erreichbar, innen {it, plural, one {stimmt eines} other {stimmen # Dinge}} nicht",
);

export const insideTexts: typeof en = {
  insideFindings,
  insideParts: partNames,
  sayInsideNeeds: sayNeeds,
  sayInsideVerdict: (found: InsideFound): string => say(verdicts, found),
  wrongInside,
};
