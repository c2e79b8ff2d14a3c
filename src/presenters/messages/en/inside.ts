// What a look inside the cluster says: its findings, one file a group, and what it comes to.
import type { InsideFound } from "../../../core/diagnosis/diagnosis.ts";
import type { InsideVerdict } from "../../../core/inside/verdict.ts";
import type { Fact } from "../../../core/outcome/fact.ts";
import type { InsideWords } from "../inside-words.ts";
import { type Says, say } from "../says.ts";
import { admissionWords } from "./inside/admission.ts";
import { controlPlaneWords } from "./inside/control-plane.ts";
import { nodeWords } from "./inside/nodes.ts";
import { sharedFacts } from "./inside/shared.ts";
import { systemWords } from "./inside/system.ts";
import { workloadWords } from "./inside/workloads.ts";
import { counted } from "./words.ts";

const insideFindings: InsideWords = {
  ...controlPlaneWords,
  ...nodeWords,
  ...systemWords,
  ...admissionWords,
  ...workloadWords,
};

const isInside = (id: string): id is keyof InsideWords => Object.hasOwn(insideFindings, id);

/** Undefined for a finding of another release. */
const titleOfInside = (id: string): string | undefined =>
  isInside(id) ? insideFindings[id].title : undefined;
const remedyOfInside = (id: string): string | undefined =>
  isInside(id) ? insideFindings[id].remediation : undefined;

/** What a finding inside the cluster says, a sentence each. */
const sayInside = (id: string, facts: readonly Fact[]): string => {
  const own: object = isInside(id) ? insideFindings[id].facts : {};
  // The id picks the words that take these facts: TypeScript does not follow the link between the two.
  const words = { ...sharedFacts, ...own } as never as Says<Fact>;
  return [...new Set(facts.map((fact) => say(words, fact)))].join(" ");
};

type Why = Extract<InsideVerdict, Readonly<{ is: "notLookedInside" }>>["why"];

const whyNotLooked: Readonly<Record<Why, string>> = {
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

const verdicts: Says<InsideFound> = {
  looking: () => "Inside is being looked at: this card will be brought up to date.",
  reachableAndWell: () => "Inside, the API server answers, and all that was looked at is well.",
  reachableWithFaults: ({ faults, follows, unread }) =>
    faults.length === 0
      ? `Inside, the API server answers, and ${thingsFollow(follows)} from the cause.${notSeen(unread.length)}`
      : `Inside, the API server answers, and ${thingsWrong(faults.length)} wrong.${notSeen(unread.length)}`,
  reachableNotAllSeen: ({ unread }) =>
    `Inside, the API server answers, and nothing that was seen is wrong.${notSeen(unread.length)}`,
  notLookedInside: ({ why }) => `Not looked inside: ${whyNotLooked[why]}.`,
};

const sayInsideVerdict = (found: InsideFound): string => say(verdicts, found);

/** Beside the name of a cluster that can be reached. */
const wrongInside = counted(
  "▲ Reachable, {it, plural, one {one thing is} other {# things are}} wrong inside",
);

export const insideTexts = {
  insideFindings,
  titleOfInside,
  remedyOfInside,
  sayInside,
  sayInsideVerdict,
  wrongInside,
};
