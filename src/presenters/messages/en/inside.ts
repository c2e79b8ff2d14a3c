// What a look inside the cluster says: its findings, one file a group, and what it comes to.
import type { InsideFound } from "../../../core/diagnosis/diagnosis.ts";
import type { InsideVerdict } from "../../../core/inside/verdict.ts";
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

export const whyNotLooked: Readonly<Record<Why, string>> = {
  leftOut: "you left it out",
  notDeep: "ask for it with --deep",
  byMode: "the mode in force lets no command into a cluster",
  byPolicy: "the bot's policy does not let you",
  asClusterAdmin:
    "it has no Entra integration, so that commands run as cluster-admin, and the bot's policy does not accept that",
  notSignedIn: "Entra gave no token for it",
  unread: "what Azure says of it could not be read",
  mayNotRun: "you lack the right in Azure to run a command in it",
  switchedOff: "run command is switched off",
  stopped: "it is stopped",
  podNotPlaced: "no node took the pod of the command",
  policyDenied: "a policy in it turned down the pod of the command",
  imageNotPulled: "its nodes cannot fetch the image of the run command",
  notInTime: "the command did not end in time",
  restarted: "the bot was restarted meanwhile",
  rights: "Kubernetes lets you read nothing of it",
  nothingRead: "nothing came back that could be read",
  failed: "the command in it failed",
};

const thingsWrong = counted("{it, plural, one {one thing is} other {# things are}}");
const thingsFollow = counted(
  "{it, plural, one {one thing that is wrong follows} other {# things that are wrong follow}}",
);
const notSeen = counted(
  "{it, plural, =0 {} one { One thing could not be looked at.} other { # things could not be looked at.}}",
);

export const verdicts: Says<InsideFound> = {
  looking: () => "Inside is being looked at: this card will be brought up to date.",
  reachableAndWell: () =>
    "Inside, the API server answers, and what was looked at is well: nodes, kube-system, webhooks, and the pods, workloads, Jobs and volume claims of all namespaces.",
  reachableWithFaults: ({ faults, follows, unread }) =>
    faults.length === 0
      ? `Inside, the API server answers, and ${thingsFollow(follows)} from the cause.${notSeen(unread.length)}`
      : `Inside, the API server answers, and ${thingsWrong(faults.length)} wrong.${notSeen(unread.length)}`,
  reachableNotAllSeen: ({ unread }) =>
    `Inside, the API server answers, and nothing that was seen is wrong.${notSeen(unread.length)}`,
  notLookedInside: ({ why }) => `Not looked inside: ${whyNotLooked[why]}.`,
};

/** Beside the name of a cluster that can be reached. */
const wrongInside = counted(
  "▲ Reachable, {it, plural, one {one thing is} other {# things are}} wrong inside",
);

export const insideTexts = {
  insideFindings,
  insideParts: partNames,
  sayInsideNeeds: sayNeeds,
  sayInsideVerdict: (found: InsideFound): string => say(verdicts, found),
  wrongInside,
};
