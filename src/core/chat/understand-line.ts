// From what somebody wrote to what it may mean: the grammar first, then plain words. Nothing here knows which clusters
// there are; where that decides, every reading is handed on.

import { parseUncertain } from "./cluster-words.ts";
import type { Intent, Understood } from "./intent.ts";
import { kubectlLine } from "./kubectl-line.ts";
import { type Misread, written } from "./misread.ts";
import { parseIntent } from "./parse-intent.ts";
import { longestPaste } from "./pasted-test.ts";
import { isCommon } from "./plain/common.ts";
import { readLine } from "./plain/line.ts";
import { type Candidate, candidatesIn, placeIn } from "./plain/parts.ts";
import { type Reading, readPlain } from "./plain/read-plain.ts";
import { takeStanding } from "./standing-words.ts";

export type Line = Readonly<
  | { is: "intent"; intent: Intent }
  /** What it may mean, in order; `reason`: where it means none of them. `candidates`: words that may be clusters' names. */
  | { is: "readings"; readings: readonly Reading[]; candidates: readonly Candidate[]; reason: Misread }
  /** The same candidates where people ask for something; none where they talk. */
  | { is: "misread"; reason: Misread; candidates: readonly Candidate[] }
>;

/** Never throws. */
export function understandLine(text: string): Line {
  const strict = parseIntent(text);
  if (strict.ok && !isWeak(strict.intent, text)) return withFirstLine(strict.intent, text);
  const sentence = sentenceIn(strict, text);
  if (sentence === null) return outcomeOf(strict, [], [], text);
  const command = kubectlLine(sentence);
  const commanded = command === null ? null : parseIntent(command);
  if (commanded?.ok && "command" in commanded.intent && isWritten(commanded.intent.command))
    return { is: "intent", intent: commanded.intent };
  const { readings, isTalk, candidates, noPlace } = readPlain(sentence);
  if (noPlace !== null && !strict.ok) return { is: "misread", reason: noPlace, candidates: [] };
  return outcomeOf(isTalk ? refusedTalk(strict, text) : strict, readings, isTalk ? [] : candidates, text);
}

function outcomeOf(
  strict: Understood,
  plain: readonly Reading[],
  candidates: readonly Candidate[],
  text: string,
): Line {
  if (!strict.ok) {
    const { reason } = strict;
    return plain.length > 0
      ? { is: "readings", readings: plain, candidates, reason }
      : { is: "misread", reason, candidates };
  }
  const { intent } = strict;
  if (isCommand(intent)) {
    if (plain.length === 0 && isTool(intent, text)) return { is: "intent", intent };
  } else if (intent.kind !== "help") {
    const own = readingOf(intent);
    const readings = own.candidate === null ? [...plain, own] : [own, ...plain];
    return { is: "readings", readings, candidates, reason: unknown(text) };
  }
  return plain.length > 0
    ? { is: "readings", readings: plain, candidates, reason: unknown(text) }
    : { is: "misread", reason: unknown(text), candidates };
}

const unknown = (text: string): Misread => ({ is: "unknown", ...written(text.trim()) });

const refusedTalk = (strict: Understood, text: string): Understood =>
  strict.ok ? { ok: false, code: "unknown", reason: unknown(text) } : strict;

/** What the grammar took for a cluster may be any word. */
function readingOf(intent: Intent): Reading {
  const cluster = "cluster" in intent ? intent.cluster : null;
  return { candidate: cluster === null ? null : { written: cluster, words: [], led: "no" }, intent };
}

const isCommand = ({ kind }: Intent): boolean => kind === "run" || kind === "canI";

const pronouns = new Set(["it", "this", "that", "again", "now", "please", "there", "everything", "things"]);
const isExplicit = (text: string): boolean =>
  /^\W*(?:please\W+)?(?:diagnose|unwatch)\b/i.test(text.slice(0, 40));

/** Of kubectl, with a verb that it has, accepted here or not. */
function isWritten(command: string): boolean {
  if (!/^\s*kubectl(?:\s|$)/i.test(command)) return false;
  const parsed = parseUncertain(command);
  return parsed.ok || !["verb-unknown", "unclosed-quote"].includes(parsed.code);
}

/** `run az aks list` is refused as a command; `run for your life` is none. */
const isTool = (intent: Intent, text: string): boolean =>
  "command" in intent && (intent.cluster !== null || /[`"']/.test(text) || tools.test(intent.command));
const tools =
  /^\s*(?:kubectl|az|helm|docker|crictl|bash|sh|pwsh|curl|wget|rm|ssh|scp|cat|ls|terraform|flux|argocd|istioctl|cilium|kubelogin|kubeadm|kustomize|sudo|nslookup|dig|ping|openssl|python3?|node)\b/i;

/** The grammar takes it, and it may yet be a sentence. */
function isWeak(intent: Intent, text: string): boolean {
  if (intent.kind === "help") return readLine(text).length > 1;
  if (intent.kind === "run" || intent.kind === "canI") return !isWritten(intent.command);
  if (!("cluster" in intent) || isOutput(intent, text)) return false;
  const { cluster } = intent;
  if (cluster === null) return isPastedLine(intent, text);
  return isExplicit(text) ? pronouns.has(cluster.toLowerCase()) : isCommon(cluster.toLowerCase());
}

/** `Output:`, `from home:` before it. */
const isAnyWord = (cluster: string): boolean =>
  isCommon(cluster.toLowerCase()) || takeStanding([cluster.toLowerCase()]) !== null;

/** Over several lines. */
const isOutput = (intent: Intent, text: string): intent is Extract<Intent, { kind: "diagnose" }> =>
  intent.kind === "diagnose" && intent.client.symptom !== undefined && text.trim().includes("\n");

const isPastedLine = (intent: Intent, text: string): boolean =>
  intent.kind === "diagnose" && intent.client.symptom !== undefined && !isExplicit(text);

/** Output over several lines whose first one says, somewhere, which cluster it is about. */
function withFirstLine(intent: Intent, text: string): Line {
  if (!isOutput(intent, text) || (intent.cluster !== null && !isAnyWord(intent.cluster)))
    return { is: "intent", intent };
  const end = text.trim().indexOf("\n");
  const sentence = end === -1 || text.length > longestPaste ? "" : text.trim().slice(0, end);
  if (sentence.length > 200 || /[$>#]\s/.test(sentence)) return { is: "intent", intent };
  const line = readLine(sentence);
  const client = { ...placeIn(line).client, ...intent.client };
  const named = candidatesIn(line).map((candidate) => ({
    candidate,
    intent: { ...intent, client, cluster: candidate.written },
  }));
  return named.length === 0
    ? { is: "intent", intent }
    : {
        is: "readings",
        readings: [...named, { candidate: null, intent }],
        candidates: [],
        reason: unknown(text),
      };
}

/** Where the grammar says exactly what is wrong, that is what there is to say. */
function mayBePlain(reason: Misread, text: string): boolean {
  if (reason.is === "noCluster") return reason.letter === null;
  if (reason.is === "commandEnd") return !/\bkubectl\b/i.test(text);
  return plainReasons.has(reason.is);
}
const plainReasons: ReadonlySet<Misread["is"]> = new Set([
  "unknown",
  "didYouMean",
  "notAlone",
  "afterCluster",
  "clauseUnknown",
  "commandMissing",
  "severalLines",
  "symptomUnquoted",
  "noMode",
]);

/** The text as one line, where it may be plain words; several lines may be several commands, and those stay apart. */
function sentenceIn(strict: Understood, text: string): string | null {
  if (!strict.ok && !mayBePlain(strict.reason, text)) return null;
  const lines = text.split(/[\n\r\u2028\u2029]+/).filter((line) => line.trim() !== "");
  if (lines.length > 1 && (lines.length > 3 || /\b(?:kubectl|run|k|az|can-i)\b/i.test(text))) return null;
  return lines.join(" ").trim();
}
