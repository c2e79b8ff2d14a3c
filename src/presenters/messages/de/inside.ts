// What a look inside the cluster says: its findings, one file a group, and what it comes to.
import type { InsideVerdict } from "../../../core/inside/verdict.ts";
import type { insideTexts as en } from "../en/inside.ts";
import type { InsideWords } from "../inside-words.ts";
import { type Says, say } from "../says.ts";
import { findingSpeech } from "../speech/findings.ts";
import { admissionWords } from "./inside/admission.ts";
import { controlPlaneWords } from "./inside/control-plane.ts";
import { nodeWords } from "./inside/nodes.ts";
import { sharedFacts } from "./inside/shared.ts";
import { systemWords } from "./inside/system.ts";
import { workloadWords } from "./inside/workloads.ts";
import { counted, sentences } from "./words.ts";

const insideFindings: InsideWords = {
  ...controlPlaneWords,
  ...nodeWords,
  ...systemWords,
  ...admissionWords,
  ...workloadWords,
};

const { sayFacts, titleOf, remedyOf } = findingSpeech(insideFindings, sharedFacts, sentences);

type Why = Extract<InsideVerdict, Readonly<{ is: "notLookedInside" }>>["why"];

/** Sentences without a full stop. */
export const whyNotLooked: Readonly<Record<Why, string>> = {
  byPolicy: "Die Richtlinie des Bots lässt dich nicht",
  mayNotRun: "Dir fehlt in Azure die Berechtigung, darin einen Befehl auszuführen",
  switchedOff: "Run-Command ist abgeschaltet",
  stopped: "Er ist gestoppt",
  podNotPlaced: "Kein Node hat den Pod des Befehls aufgenommen",
  policyDenied: "Eine Richtlinie darin hat den Pod des Befehls abgelehnt",
  imageNotPulled: "Seine Nodes können das Image des Run-Commands nicht holen",
  rights: "Kubernetes lässt dich nichts darin lesen",
  nothingRead: "Es kam nichts Lesbares zurück",
  failed: "Der Befehl lief nicht",
};

const thingsWrong = counted("{it, plural, one {eines stimmt} other {# Dinge stimmen}} nicht.");
const notSeen = counted(
  "{it, plural, =0 {} one { Eines war nicht anzusehen.} other { # Dinge waren nicht anzusehen.}}",
);

export const verdicts: Says<InsideVerdict> = {
  reachableAndWell: () =>
    "Im Cluster antwortet der API-Server, und alles, was angesehen wurde, ist in Ordnung.",
  reachableWithFaults: ({ faults, unread }) =>
    `Im Cluster antwortet der API-Server, aber ${thingsWrong(faults.length)}${notSeen(unread.length)}`,
  reachableNotAllSeen: ({ unread }) =>
    `Im Cluster antwortet der API-Server, und was zu sehen war, ist in Ordnung.${notSeen(unread.length)}`,
  notLookedInside: ({ why }) => `Niemand hat in den Cluster hineingesehen: ${whyNotLooked[why]}.`,
};

export const insideTexts: typeof en = {
  insideFindings,
  titleOfInside: titleOf,
  remedyOfInside: remedyOf,
  /** What a finding inside the cluster says, a sentence each. */
  sayInside: sayFacts,
  sayInsideVerdict: (verdict: InsideVerdict): string => say(verdicts, verdict),
};
