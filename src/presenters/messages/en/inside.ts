// What a look inside the cluster says: its findings, one file a group, and what it comes to.
import type { InsideVerdict } from "../../../core/inside/verdict.ts";
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

export const whyNotLooked: Readonly<Record<Why, string>> = {
  byPolicy: "the bot's policy does not let you",
  mayNotRun: "you lack the right in Azure to run a command in it",
  switchedOff: "run command is switched off",
  stopped: "it is stopped",
  podNotPlaced: "no node took the pod of the command",
  policyDenied: "a policy in it turned down the pod of the command",
  imageNotPulled: "its nodes cannot fetch the image of the run command",
  rights: "Kubernetes lets you read nothing of it",
  nothingRead: "nothing came back that could be read",
  failed: "the command did not run",
};

const thingsWrong = counted("{it, plural, one {one thing is} other {# things are}}");
const notSeen = counted(
  "{it, plural, =0 {} one { One thing could not be looked at.} other { # things could not be looked at.}}",
);

export const verdicts: Says<InsideVerdict> = {
  reachableAndWell: () => "Inside, the API server answers, and all that was looked at is well.",
  reachableWithFaults: ({ faults, unread }) =>
    `Inside, the API server answers, and ${thingsWrong(faults.length)} wrong.${notSeen(unread.length)}`,
  reachableNotAllSeen: ({ unread }) =>
    `Inside, the API server answers, and nothing that was seen is wrong.${notSeen(unread.length)}`,
  notLookedInside: ({ why }) => `Nobody looked inside the cluster: ${whyNotLooked[why]}.`,
};

export const insideTexts = {
  insideFindings,
  titleOfInside: titleOf,
  remedyOfInside: remedyOf,
  /** What a finding inside the cluster says, a sentence each. */
  sayInside: sayFacts,
  sayInsideVerdict: (verdict: InsideVerdict): string => say(verdicts, verdict),
};
