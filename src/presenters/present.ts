// The one door from what the product says to how it looks in Teams.
import type { Answer, Unmasked } from "../core/conversation/answer.ts";
import type { ModeInForce } from "../core/mode.ts";
import { presentFailure } from "./card/notice.ts";
import { CARD_BUDGET, cardSize, type Presented, withLocalTimes } from "./card/presented.ts";
import { clip, plain, sentence, spoken } from "./card/text.ts";
import { unnamedLine } from "./card/unnamed.ts";
import { presentUnmasked } from "./command/command-parts.ts";
import { presentAuditHead } from "./conversation/audit-head.ts";
import { presentAzureDenied } from "./conversation/azure-denied.ts";
import { presentNoted, presentPressRefused } from "./conversation/card-action-refused.ts";
import { presentClusters, presentClusterUnknown } from "./conversation/clusters.ts";
import { presentCanI, presentClosed, presentDenied } from "./conversation/denied.ts";
import { presentForgetMe, presentForgotten } from "./conversation/forget-me.ts";
import { presentHelp } from "./conversation/help.ts";
import { modeLine, presentMode } from "./conversation/mode.ts";
import { presentAskBack, presentNotUnderstood, presentRefused } from "./conversation/not-understood.ts";
import { presentOnCall } from "./conversation/on-call.ts";
import { presentPickCluster, presentWhichCluster } from "./conversation/pick-cluster.ts";
import { presentFileKept, presentFileRefused, presentSentPrivately } from "./conversation/sent-file.ts";
import {
  presentSignedIn,
  presentSignedOut,
  presentSignInElsewhere,
  presentSignInFailed,
} from "./conversation/sign-in.ts";
import { presentStatus } from "./conversation/status.ts";
import { presentTold, presentWaiting } from "./conversation/waiting.ts";
import {
  presentWatch,
  presentWatchElsewhere,
  presentWatches,
  presentWatchPattern,
} from "./conversation/watch.ts";
import { presentWhoAmI } from "./conversation/who-am-i.ts";
import { presentIncident } from "./incident/incident.ts";
import {
  presentEscalated,
  presentHanded,
  presentIncidentRing,
  presentIncidentRules,
  presentIncidents,
} from "./incident/incidents.ts";
import { presentIncidentStory } from "./incident/story.ts";
import { presentWeek, presentWeekly } from "./incident/week.ts";
import type { Messages } from "./messages/messages.ts";
import { presentApprovalWanted, presentEmergency } from "./run/approval-wanted.ts";
import { presentFixAsk } from "./run/fix-request.ts";
import { presentReview, presentRun } from "./run/run.ts";
import { presentShort } from "./run/short.ts";

// Which presenter makes the card of which kind of answer: one line a kind.

type Said = Answer | Unmasked;
type ByKind = Readonly<{ [Kind in Said["kind"]]: Extract<Said, { kind: Kind }> }>;
type Presenters = Readonly<{
  [Kind in keyof ByKind]: (answer: ByKind[Kind], messages: Messages) => Presented;
}>;

const presenters: Presenters = {
  help: presentHelp,
  clusters: presentClusters,
  pickCluster: presentPickCluster,
  whichCluster: presentWhichCluster,
  clusterUnknown: presentClusterUnknown,
  waiting: presentWaiting,
  run: ({ run, page }, messages) => presentRun(run, page, messages),
  sentPrivately: presentSentPrivately,
  denied: presentDenied,
  azureDenied: presentAzureDenied,
  refused: presentRefused,
  notUnderstood: presentNotUnderstood,
  told: presentTold,
  askBack: presentAskBack,
  status: presentStatus,
  whoAmI: presentWhoAmI,
  canI: presentCanI,
  watch: presentWatch,
  watchPattern: presentWatchPattern,
  watches: presentWatches,
  watchElsewhere: presentWatchElsewhere,
  onCall: presentOnCall,
  incident: presentIncident,
  incidentRing: presentIncidentRing,
  incidentStory: presentIncidentStory,
  incidents: presentIncidents,
  incidentRules: presentIncidentRules,
  week: presentWeek,
  weekly: presentWeekly,
  incidentHanded: presentHanded,
  incidentEscalated: presentEscalated,
  signInElsewhere: presentSignInElsewhere,
  signInFailed: presentSignInFailed,
  signedIn: presentSignedIn,
  signedOut: (_answer, messages) => presentSignedOut(messages),
  closed: presentClosed,
  mode: presentMode,
  auditHead: presentAuditHead,
  forgetMe: presentForgetMe,
  forgotten: presentForgotten,
  review: presentReview,
  approvalWanted: presentApprovalWanted,
  emergency: presentEmergency,
  fixAsk: presentFixAsk,
  fileKept: presentFileKept,
  fileRefused: presentFileRefused,
  noted: presentNoted,
  pressRefused: presentPressRefused,
  unmasked: presentUnmasked,
  failure: presentFailure,
};

const presentKind = (answer: Said, messages: Messages): Presented => presentAs(answer.kind, answer, messages);

const presentAs = <Kind extends keyof ByKind>(
  kind: Kind,
  answer: ByKind[Kind],
  messages: Messages,
): Presented => presenters[kind](answer, messages);

// Shortens a card until it fits one message: long lists and long texts first, buttons and what they need never.

type Node = Readonly<Record<string, unknown>>;

/** What was left out. A line of an output and a check of a diagnosis are one entry each. */
type LeftOut = Readonly<{ entries: number; characters: number }>;

/** Words for what is missing. `command`: in place of a shell line that is too long, since half of it would be another. */
type FitTexts = Readonly<{
  shortened: (leftOut: LeftOut) => string;
  command: (characters: number) => string;
}>;

/** Most entries of one list and most characters of one text, from a large card to one that is read at a glance. */
const LEVELS = [
  { entries: 160, characters: 8_000 },
  { entries: 110, characters: 4_000 },
  { entries: 80, characters: 2_000 },
  { entries: 55, characters: 1_400 },
  { entries: 40, characters: 1_000 },
  { entries: 28, characters: 700 },
  { entries: 20, characters: 500 },
  { entries: 14, characters: 350 },
  { entries: 10, characters: 250 },
  { entries: 7, characters: 180 },
  { entries: 5, characters: 120 },
  { entries: 3, characters: 80 },
] as const;
type Level = (typeof LEVELS)[number];

/** Shell lines of a usual fix are what a card is read for: other words make room for them. */
const COMMAND = 1_500;

/**
 * The card as it is where it fits; else with less in it, and a line at its end that says so. Null where even that
 * does not fit. Linear in the size of the card.
 */
export function fitCard(card: object, texts: FitTexts): object | null {
  if (fits(card)) return card;
  for (const level of LEVELS) {
    const cutter = createCutter(level, texts);
    const cut = cutter.node(card as Node);
    const note = { type: "TextBlock", text: texts.shortened(cutter.leftOut), wrap: true };
    const fitted = { ...cut, body: [...(Array.isArray(cut.body) ? cut.body : []), note] };
    if (fits(fitted)) return fitted;
  }
  return null;
}

/** As it is sent. */
const fits = (card: object): boolean => cardSize(withLocalTimes(card)) <= CARD_BUDGET;

const LISTS = new Set(["body", "items", "columns", "rows", "cells", "inlines", "facts"]);
const TEXTS = new Set(["text", "codeSnippet", "speak", "fallbackText"]);
const FACT_TEXTS = new Set(["title", "value"]);

type Cutter = Readonly<{ node: (node: Node) => Node; leftOut: LeftOut }>;

function createCutter(level: Level, texts: FitTexts): Cutter {
  const leftOut = { entries: 0, characters: 0 };
  const text = (whole: string): string => {
    const cut = clip(whole, level.characters);
    leftOut.characters += whole.length - cut.length;
    return cut;
  };
  const list = (whole: readonly unknown[], isFacts: boolean): readonly unknown[] => {
    let room: number = level.entries;
    const kept = whole.filter((entry) => needed(entry) || room-- > 0);
    leftOut.entries += whole.length - kept.length;
    return kept.map((entry) => (isNode(entry) ? node(entry, isFacts ? FACT_TEXTS : TEXTS) : entry));
  };
  const value = (key: string, whole: unknown, textKeys: ReadonlySet<string>): unknown => {
    if (typeof whole === "string") return textKeys.has(key) ? text(whole) : whole;
    if (Array.isArray(whole)) return LISTS.has(key) ? list(whole, key === "facts") : whole;
    return key === "fallback" && isNode(whole) ? node(whole) : whole;
  };
  const node = (whole: Node, textKeys: ReadonlySet<string> = TEXTS): Node => {
    const command = whole.type === "CodeBlock" && whole.language === "Bash" ? whole.codeSnippet : "";
    if (typeof command === "string" && command.length > Math.max(level.characters, COMMAND)) {
      leftOut.characters += command.length;
      return { type: "TextBlock", text: texts.command(command.length), wrap: true };
    }
    return Object.fromEntries(Object.entries(whole).map(([key, part]) => [key, value(key, part, textKeys)]));
  };
  return { node: (whole) => node(whole), leftOut };
}

/** It holds a button or an input, is what a button shows and hides, or is a heading. */
function needed(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(needed);
  if (!isNode(value)) return false;
  if ("id" in value || "actions" in value || "selectAction" in value || value.style === "heading")
    return true;
  return [...LISTS].some((key) => needed(value[key]));
}

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Whether the card of this answer says which mode is in force, where that is not `full`. */
export const showsMode = ({ kind }: Answer | Unmasked): boolean =>
  kind === "run" || kind === "canI" || kind === "help" || kind === "status";

/** What nobody has to be signed in for. */
const isForAnybody = ({ kind }: Answer | Unmasked): boolean => kind === "help" || kind === "status";

/** Whether the card of this answer shows lines about a cluster, to be written like that. */
export const showsExamples = ({ kind }: Answer | Unmasked): boolean =>
  kind === "help" || kind === "notUnderstood";

/**
 * The card of an answer. Pure: the same answer, texts and mode always give the same card, never above the budget.
 * `mode` is for answers that show it; null is one that could not be read.
 */
export function present(answer: Answer | Unmasked, messages: Messages, mode?: ModeInForce | null): Presented {
  const whole = withFirstLine(presentKind(answer, messages), unnamedLine(answer, messages));
  const { card, summary } =
    mode === undefined ? whole : withLastLine(whole, modeLine(mode, messages, isForAnybody(answer)));
  const { tooBig } = messages;
  const fitted = fitCard(card, {
    shortened: ({ entries, characters }) =>
      plain(
        tooBig.shortened({
          leftOut: [tooBig.entries({ count: entries }), tooBig.characters({ count: characters })],
          canAskLess: canAskLess(answer),
        }),
      ),
    command: (characters) => plain(tooBig.command({ characters })),
  });
  return fitted === null ? presentShort(answer, messages) : { card: withLocalTimes(fitted), summary };
}

/** Of a diagnosis there is no smaller one. */
const canAskLess = (answer: Answer | Unmasked): boolean =>
  !("run" in answer) || answer.run.task.kind === "command";

const lineOf = (text: string) => ({ type: "TextBlock", text: plain(text), wrap: true });

/** The elements that a template does not bring, since they may stand above and below any card. */
export function withLastLine({ card, summary }: Presented, line: string): Presented {
  const { body }: { body?: unknown } = card;
  if (line === "" || !Array.isArray(body)) return { card, summary };
  return { card: { ...card, body: [...body, lineOf(line)] }, summary };
}

/** In the foot; a card about a run has that run's id there. */
export function withRequest({ card, summary }: Presented, answer: Answer | Unmasked, id: string): Presented {
  const { body }: { body?: unknown } = card;
  if ("run" in answer || !Array.isArray(body) || JSON.stringify(body).includes(id)) return { card, summary };
  const foot = { ...lineOf(id), isSubtle: true, size: "Small", spacing: "Medium" };
  return { card: { ...card, body: [...body, foot] }, summary };
}

function withFirstLine(presented: Presented, line: string): Presented {
  const { body, speak, fallbackText }: { body?: unknown; speak?: unknown; fallbackText?: unknown } =
    presented.card;
  if (line === "" || !Array.isArray(body)) return presented;
  const first = {
    body: [lineOf(line), ...body],
    speak: `${spoken(line)} ${speak}`,
    fallbackText: `${plain(line)} ${fallbackText}`,
  };
  return { card: { ...presented.card, ...first }, summary: `${sentence(line)} ${presented.summary}` };
}
