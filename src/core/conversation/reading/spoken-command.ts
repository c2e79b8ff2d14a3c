// A command that does not stand where the grammar expects it: in the middle of a sentence, behind a prompt or the cluster's
// name, without `kubectl`, with a slip in it. What stands around it has to be understood to the last word.
import { takesNextWord } from "../../command/grammar/flag-values.ts";
import { refusedHelmVerbs, refusedVerbs } from "../../command/grammar/refused.ts";
import { resourceNames } from "../../command/grammar/resources.ts";
import type { Tool } from "../../command/grammar/verb-spec.ts";
import { readVerbs } from "../../command/grammar/verbs.ts";
import { parseCommand, parseKubectl } from "../../command/parse-command.ts";
import { typingErrors } from "../../text/nearest.ts";
import { once } from "../../text/once.ts";
import { isChange } from "../ability/abilities.ts";
import { abilitiesOf } from "../ability/ability.ts";
import { takeClusterFlag } from "../grammar/cluster-flag.ts";
import type { Intent, Understood } from "../intent.ts";
import { mayBePlain, unknown } from "../parse-error.ts";
import { isOfKubectl, setOf } from "../plain-words/languages/known-words.ts";
import type { Language } from "../plain-words/languages/language.ts";
import { isCommon, readSpoken } from "../plain-words/languages/languages.ts";
import type { LineWord } from "../plain-words/languages/line-words.ts";
import { isHan } from "../plain-words/languages/segment.ts";
import { slipsOf } from "../plain-words/languages/slips.ts";
import type { Line, Reading } from "../plain-words/read-plain-words.ts";
import { clusterWords, isReal, parseUncertain } from "./cluster-words.ts";
import { endOfCommand, isSentence, splitCommand } from "./command-tail.ts";
import { saidAround } from "./said-around.ts";

/** `clusters`: each may be meant; none: the one spoken of before. */
type SpokenCommand = Readonly<{ kind: "run" | "canI"; command: string; clusters: readonly string[] }>;

const shortNames = setOf("kctl kubect kubctl kubecl kubctrl");
/** The first words of kubectl's verbs, accepted or not. */
const firstWords = new Set(
  [...readVerbs, ...refusedVerbs.keys()].flatMap((verb) => verb.split(" ").slice(0, 1)),
);
/** The same of Helm's. */
const helmWords = new Set([
  ...[...readVerbs].flatMap((verb) => (verb.startsWith("helm ") ? (verb.split(" ")[1] ?? []) : [])),
  ...refusedHelmVerbs.keys(),
]);
/** Without `kubectl`; the other verbs are words of a sentence as well. */
const bareVerbs = setOf(
  "get describe logs log top explain rollout auth api-resources api-versions cluster-info",
);
/** The same of what changes something, where a flag shows that it is no sentence. */
const bareChanges = setOf(
  "annotate autoscale cordon delete drain label patch rollout scale set taint uncordon",
);
/** A command has none of these between its words. */
const sentenceWords = setOf(
  "me us mich uns letzte letzten letzter last latest past recent off out the of for from to my with all any about and how what why which namespace ns is are in",
);

/** Where the command stands: the word that it begins with, and the text from there. */
type Found = Readonly<{ at: number; typed: string; end: number }>;

/** Null where the line holds no command, or says of it what is not understood. */
export function spokenCommand(text: string): SpokenCommand | null {
  const spoken = readSpoken(text);
  const written = foundIn(text, spoken.line);
  const found = written ?? bareIn(text, spoken.line);
  if (found === null) return null;
  const typed = found.typed.replace(inSpaceOf(spoken.language), " -n $1$2");
  if (isSentence(typed, spoken.language)) return null;
  const split = splitCommand(typed, spoken.language);
  const around = split && saidAround(spoken, found.at, found.end, split.clusters.length > 0);
  if (split === null || around === null || (written === null && around.kind === "canI")) return null;
  const flag = takeClusterFlag(inSmallLetters(split.command));
  if (!flag.ok || !isWritten(flag.command)) return null;
  // `describe pod api-0` says in no words where that is: it is looked for everywhere.
  if (written === null && (isNowhere(flag.command) || isVerbAlone.test(flag.command))) return null;
  const clusters = [...split.clusters, ...around.clusters, ...(flag.cluster === null ? [] : [flag.cluster])];
  if (split.led && clusters.length > 0) return null;
  return { kind: around.kind, command: flag.command, clusters: [...new Set(clusters)] };
}

/** `coredns logs please`: a word of the sentence. */
const isVerbAlone = /^\s*kubectl (?:logs?|describe|get|top|explain)\s*$/;

function isNowhere(command: string): boolean {
  const parsed = parseKubectl(command);
  return parsed.ok && parsed.request.namespaceAssumed === true && parsed.request.names.length > 0;
}

/** `get pvc in the logging namespace`, `get pods in ns web`. */
const inSpaceOf = once(({ look, sentence }: Language): RegExp => {
  const oneOf = (words: string) =>
    `(?:${[...setOf(words)].filter((word) => /^[a-z-]+$/.test(word)).join("|")})`;
  const [article, space] = [oneOf(sentence.articles), oneOf(look.namespaces)];
  const name = "([a-z0-9][a-z0-9-]{0,62})";
  return new RegExp(
    `\\s${oneOf(look.inside)}\\s(?:${article}\\s)?(?:${space}\\s${name}|${name}\\s${space})(?=\\s|$)`,
    "i",
  );
});

/** `kubectl get pods is slow`: the command is spoken of, and not asked for. */
function isSpokenOf(text: string): boolean {
  const { line, language } = readSpoken(text);
  const found = foundIn(text, line);
  return found !== null && (isSentence(found.typed, language) || isHan(text.slice(found.end)));
}

/** Of kubectl or Helm, with a verb that it has, accepted here or not. */
function isWritten(command: string): boolean {
  if (!/^\s*(?:kubectl|helm)(?:\s|$)/i.test(command)) return false;
  const parsed = parseUncertain(command);
  return parsed.ok || !["verb-unknown", "unclosed-quote"].includes(parsed.code);
}

function foundIn(text: string, line: readonly LineWord[]): Found | null {
  for (const [at, word] of line.entries()) {
    const quoted = quotedIn(word.raw);
    if (quoted !== null) return { at, typed: quoted, end: word.end };
    const tool = toolOf(word.word, line[at + 1]);
    if (tool === null) continue;
    const end = endOfCommand(text, word.end);
    return { at, typed: ofNamed(tool, text.slice(word.end, end), text.slice(end)), end };
  }
  return null;
}

/** `kubectl get pods staging 的`: the last word is the cluster's name, where the command needs it for nothing else. */
function ofNamed(tool: Tool, args: string, behind: string): string {
  const [last = "", flag = "", ...words] = args.trim().split(/\s+/).reverse();
  const command = [tool, ...words.reverse(), flag].join(" ");
  const isNamed =
    /^(?:的|上|上的|集群|集群的|那边|那边的)[^\p{L}]*$/u.test(behind) &&
    /^[a-z][a-z0-9-]{1,62}$/.test(last) &&
    !(flag.startsWith("-") && takesNextWord(flag)) &&
    parseCommand(command).ok;
  return isNamed ? `${command} on ${last}` : `${tool}${args}`;
}

type Next = Pick<LineWord, "word" | "raw"> | undefined;

/** `kubectl through you`, `kubectl hier`: it is spoken of. */
const isBesideTool = ({ word, raw }: NonNullable<Next>): boolean =>
  !raw.startsWith("-") && !firstWords.has(word) && ofSentence.has(word);
const ofSentence = setOf(
  "through with via here at from for by in commands command über ueber mit bei hier durch befehle befehl aus",
);

function toolOf(word: string, next: Next): Tool | null {
  if (next !== undefined && isBesideTool(next)) return null;
  if (word === "helm") return helmWords.has(next?.word ?? "") ? "helm" : null;
  return isKubectl(word, next) ? "kubectl" : null;
}

function isKubectl(word: string, next: Next): boolean {
  if (word === "kubectl") return true;
  if (/^kc?$/.test(word)) return firstWords.has(next?.word ?? "") || /^-/.test(next?.raw ?? "");
  return shortNames.has(word) || (word.length > 5 && word.length < 10 && typingErrors(word, "kubectl") <= 2);
}

/** The command that stands in quotes. */
function quotedIn(raw: string): string | null {
  const [, , inside = ""] = /^[^\p{L}\p{N}`"']{0,3}([`"'])(.+)\1[^\p{L}\p{N}`"']{0,5}$/u.exec(raw) ?? [];
  const [first = "", second = ""] = inside.trim().split(/\s+/);
  const tool = toolOf(first.toLowerCase(), { word: second.toLowerCase(), raw: second });
  if (tool !== null) return `${tool}${inside.trim().slice(first.length)}`;
  return bareVerbs.has(first) && parseUncertain(`kubectl ${inside}`).ok ? `kubectl ${inside.trim()}` : null;
}

const onCluster = /\s(?:on|--cluster)\s+\S+(?:\s+please)?$/i;

/** `get pods -n web`, where nothing in it reads like a sentence. */
function bareIn(text: string, line: readonly LineWord[]): Found | null {
  const [begin] = line;
  if (begin !== undefined && bareChanges.has(begin.word) && line.some(({ raw }) => /^--?[a-z]/.test(raw))) {
    const typed = `kubectl ${text.slice(begin.start)}`;
    if ([typed, typed.replace(onCluster, "")].some((each) => parseCommand(each).ok))
      return { at: 0, typed, end: text.length };
  }
  const at = line.findIndex(({ word }) => bareVerbs.has(word));
  const [first, ...others] = line.slice(at);
  if (at === -1 || first === undefined || others.some(({ word }) => sentenceWords.has(word))) return null;
  const isTyped = ({ word }: LineWord) => isOfKubectl(word.split(/[/,]/)[0] ?? "");
  const isOfLogs = /^logs?$/.test(first.word);
  if (isOfLogs && line[at - 1]?.word === "api") return null;
  // `logs web 10分钟`: no container.
  if (isOfLogs && isHan(text.slice(first.end))) return null;
  if (isOfLogs && others.some((each) => each.word.includes("/") && !isTyped(each))) return null;
  if (/^(?:get|describe|top)$/.test(first.word) && !others.some(isTyped)) return null;
  const end = endOfCommand(text, first.end);
  const typed = `kubectl ${text.slice(first.start, end)}`;
  const bare = typed.replace(/[.!?]+$/, "");
  const isCommand = [bare, bare.replace(onCluster, ""), ...clusterWords(bare).map((each) => each.without)]
    .slice(0, 12)
    .some((each) => parseKubectl(each).ok);
  return isCommand ? { at, typed, end } : null;
}

/** `Get Pods`, `GET PODS`: Kubernetes has no capital letters in its own words. */
const inSmallLetters = (command: string): string =>
  command.replace(/(?<=\s)[A-Z][A-Za-z-]*(?=\s|$)/g, (word, at: number) =>
    isOfKubectl(word.toLowerCase()) && !/-\S*\s$/.test(command.slice(0, at)) ? word.toLowerCase() : word,
  );

// What the grammar takes and may yet be a sentence.

const pronouns = new Set(["it", "this", "that", "again", "now", "please", "there", "everything", "things"]);
const isExplicit = (text: string): boolean =>
  /^\W*(?:please\W+)?(?:diagnose|unwatch)\b/i.test(text.slice(0, 40));

/** `run az aks list` is refused as a command; `run for your life` is none. */
export const isTool = (intent: Intent, text: string): boolean =>
  "command" in intent && (intent.cluster !== null || /[`"']/.test(text) || tools.test(intent.command));
const tools =
  /^\s*(?:kubectl|az|helm|docker|crictl|bash|sh|pwsh|curl|wget|rm|ssh|scp|cat|ls|terraform|flux|argocd|istioctl|cilium|kubelogin|kubeadm|kustomize|sudo|nslookup|dig|ping|openssl|python3?|node)\b/i;

export function isWeak(intent: Intent, text: string): boolean {
  if (intent.kind === "help") return readSpoken(text).line.length > 1;
  if (intent.kind === "run" || intent.kind === "canI") return !isWritten(intent.command);
  if (!("cluster" in intent) || isOutput(intent, text)) return false;
  const { cluster } = intent;
  if (cluster === null) return isPastedLine(intent, text);
  return isExplicit(text)
    ? pronouns.has(cluster.toLowerCase())
    : isCommon(cluster.toLowerCase()) || !/\d/.test(cluster);
}

/** Something is said of a command that names no cluster. */
export const isOfCommand = (intent: Intent, text: string): boolean =>
  "command" in intent && intent.cluster === null && isSpokenOf(text);

/** Over several lines. */
export const isOutput = (intent: Intent, text: string): intent is Extract<Intent, { kind: "diagnose" }> =>
  intent.kind === "diagnose" && intent.client.symptom !== undefined && text.trim().includes("\n");

const isPastedLine = (intent: Intent, text: string): boolean =>
  intent.kind === "diagnose" && intent.client.symptom !== undefined && !isExplicit(text);

// `get pdo`: a type with a slip of the fingers, which kubectl would not find either.

const known = new Set(resourceNames);

/** With the only type that may be meant. */
export function withoutTypeSlip(intent: Intent): Intent {
  if (intent.kind !== "run") return intent;
  const { command } = intent;
  const parsed = parseKubectl(command);
  const [type, other] = parsed.ok ? parsed.request.resources : [];
  if (type === undefined || other !== undefined || isOfKubectl(type)) return intent;
  const [meant, second] = slipsOf(type, known);
  return meant === undefined || second !== undefined
    ? intent
    : { ...intent, command: command.replace(` ${type}`, ` ${meant}`) };
}

// A command in the middle of a sentence of people.

export const lineEnds = /[\n\r\u2028\u2029]+/;

/** A command in the middle of a sentence, where the grammar has nothing better to say. */
export function commandIn(strict: Understood, text: string): Line | null {
  if (!strict.ok && strict.reason.is !== "commandEnd" && !mayBePlain(strict.reason)) return null;
  const lines = text.split(lineEnds).filter((line) => line.trim() !== "");
  const isOne = lines.length < 3 && !lines.slice(1).some((line) => /\bkubectl\b/i.test(line));
  const line = lines.join(" ").trim();
  const spoken = isOne ? (spokenCommand(line) ?? behindSentence(line)) : null;
  if (spoken === null) return null;
  const { kind, command, clusters } = spoken;
  const [cluster = null, ...others] = clusters;
  if (others.length === 0) return { is: "intent", intent: { kind, command, cluster } };
  const readings = clusters.map(
    (written, at): Reading => ({
      candidate: { written, words: [at], led: "lead" },
      intent: { kind, command, cluster: written },
    }),
  );
  return { is: "readings", readings, candidates: [], reason: unknown(text), all: true };
}

/** `no endpoints? kubectl get ep inventory -n wms`: what stands before it only says why it is asked. */
function behindSentence(line: string): ReturnType<typeof spokenCommand> {
  const [, before = "", command = ""] = /^([^.?!。？！]{1,80})[.?!。？！]\s*(kubectl\s.+)$/.exec(line) ?? [];
  const spoken = command === "" ? null : spokenCommand(command);
  return spoken !== null && isReal(spoken.command) && isComment(before) ? spoken : null;
}

/** It asks for nothing else that would be done. */
const isComment = (text: string): boolean =>
  !abilitiesOf(text)
    .slice(0, 1)
    .some(({ label }) => isChange(label));
