// What may have been meant by a line that was not understood: whole lines, each of which is understood and accepted.

import { parseCommand, parseKubectl } from "../../command/parse-command.ts";
import { redact } from "../../redact/redact.ts";
import { foldCase } from "../../text/text.ts";
import { isNote } from "../grammar/incident-line.ts";
import type { Intent, SaidAct } from "../intent.ts";
import { addressesIn, type ParseError, written } from "../parse-error.ts";
import { isTooLong, isUntil } from "../plain-words/amounts.ts";
import { intentsFor } from "../plain-words/intent-from-words.ts";
import type { Topic } from "../topic.ts";
import { verbOf } from "../verbs.ts";
import { writtenQuestion } from "../written-question.ts";
import { isReal } from "./cluster-words.ts";
import { understandLine } from "./understand-line.ts";

const most = 3;

/** Why, and what may have been meant; where that is nothing, it was not understood. The line itself is kept in neither. */
export function offered(
  reason: ParseError,
  clusters: readonly string[],
): Readonly<{ reason: ParseError; suggestions: readonly string[] }> {
  const suggestions = suggestionsFor(reason, clusters);
  if (reason.is !== "unsure") return { reason, suggestions };
  const { line, abilities } = reason;
  if (suggestions.length === 0)
    return { reason: { is: "unknown", ...written(redact(line).text) }, suggestions };
  const isMute = suggestions[0]?.startsWith("mute ") && (isUntil(line) || isTooLong(line));
  return { reason: isMute ? { is: "muteLength" } : { is: "unsure", line: "", abilities }, suggestions };
}

/** `clusters`: names that stand in the line, of clusters that its writer can see. */
function suggestionsFor(reason: ParseError, clusters: readonly string[]): readonly string[] {
  const typed = linesMeant(reason, clusters).flatMap((line) => withCluster(line, clusters));
  const addresses = addressesIn(reason);
  const about =
    reason.is === "unsure" && typed.length > 0
      ? []
      : clusters.length > 1
        ? clusters.map((name) => `diagnose ${name}`)
        : clusters.flatMap((name) =>
            addresses.length > 0 ? addresses.map((each) => `access ${name} for ${each}`) : linesAbout(name),
          );
  return [...new Set([...typed, ...about])].filter((line) => isAccepted(line, clusters)).slice(0, most);
}

function linesMeant(reason: ParseError, clusters: readonly string[]): readonly string[] {
  if (reason.is === "didYouMean") return [reason.phrase];
  if (reason.is !== "unsure") return [];
  const meant = intentsFor(reason.line, reason.abilities, clusters.map(foldCase));
  return [...beginningOf(reason.line), ...meant.flatMap((intent) => linesOf(intent, clusters))];
}

/** A place or an address that the line names is never left out: of each cluster that it names as well. */
function linesOf(intent: Intent, clusters: readonly string[]): readonly string[] {
  if (intent.kind !== "diagnose" && intent.kind !== "access")
    return [writtenAs(intent, clusters) ?? []].flat();
  const { kind, asksOf } = intent;
  const { symptom: _, ...client } = intent.client;
  const written = (name: string) =>
    writtenQuestion(kind, name, client, asksOf === undefined ? {} : { asksOf })
      .replace(/ {2,}/, " ")
      .trim();
  if (kind === "diagnose" && asksOf !== undefined)
    return clusters.map((name) => `is ${asksOf} allowed on ${name}`);
  return clusters.length === 0 ? [written("")] : clusters.map(written);
}

/** `kubectl get pvc -n mes, is one pending?`: a written command that reads, as far as it goes. */
function beginningOf(line: string): readonly string[] {
  const [, written = ""] = /(?:^|[\s`])(?:kubectl|k)\s+([a-z].*)$/.exec(line.slice(0, 500)) ?? [];
  const typed = written.split(/\s+/).slice(0, 20);
  const ends = typed.map((_, at) =>
    typed
      .slice(0, typed.length - at)
      .join(" ")
      .replace(/[\s,.;:?!`|，。？；]+$/, ""),
  );
  const longest = ends.find((each) => each.includes(" ") && parseKubectl(`kubectl ${each}`).ok);
  return longest === undefined ? [] : [`kubectl ${longest}`];
}

/** What is said to thanks, to a complaint, or to what leans on nothing: nobody asks for it. */
const replies: ReadonlySet<Topic> = new Set(["hello", "more", "press", "shown", "sorry"]);

/** The line of the grammar that asks for it. */
function writtenAs(intent: Intent, [name, ...others]: readonly string[]): string | null {
  const of = name === undefined || others.length > 0 ? "" : ofCluster(name);
  if (intent.kind === "told") return replies.has(intent.topic) ? null : `about ${intent.topic}`;
  if (intent.kind === "canI") return `can i run ${intent.command}`;
  if (intent.kind === "actOnIncident") return actWritten(intent.act, of, intent.incident);
  if (intent.kind === "mute")
    return intent.because === null
      ? `mute ${lengthOf(intent.minutes)}`
      : `mute${of} ${lengthOf(intent.minutes)} because ${intent.because}`;
  if (intent.kind === "incident") {
    const level = intent.severity === null ? "" : ` sev ${intent.severity.slice(-1)}`;
    return `incident${of}${level} because ${intent.because}`;
  }
  if (intent.kind === "story") return intent.as === "timeline" ? "timeline" : "report";
  if ("command" in intent) return intent.command;
  return verbOf(intent.kind).line ?? null;
}

/** Behind a word that leads to it, any name is one. */
const ofCluster = (name: string): string => (/[-\d]/.test(name) ? ` ${name}` : ` on ${name}`);

const lengthOf = (minutes: number): string => (minutes % 60 === 0 ? `${minutes / 60}h` : `${minutes}m`);

/** `of`: its cluster, where a word behind it would belong to what is said. */
function actWritten(act: SaidAct, of: string, incident: string | null): string | null {
  switch (act.act) {
    case "handOver":
      return `hand over${of} to ${act.to}`;
    case "setSeverity":
      return `severity ${act.severity.slice(-1)}`;
    case "note":
      return `note ${act.text}`;
    case "resolve":
      return act.because === null ? "close" : `close${of} because ${act.because}`;
    case "merge":
      return `merge ${incident === null ? "" : `${incident} `}into ${act.into}`;
    case "split":
      return act.rule === null ? "split" : `split ${act.rule}`;
    default:
      return lineOfAct[act.act];
  }
}

/** Those that need no more words. */
const lineOfAct = { take: "ack", reopen: "reopen" } as const;

/** A command is for the cluster that stands in the line, never for the one spoken of before in its place. */
function withCluster(phrase: string, [name, ...others]: readonly string[]): readonly string[] {
  const line = understandLine(phrase);
  const { intent } = line.is === "intent" ? line : { intent: null };
  const isOpen = intent !== null && "cluster" in intent && intent.cluster === null && !isNote(phrase);
  if (!isOpen || name === undefined) return [phrase];
  const isLed = "command" in intent;
  const isOfAct = intent.kind === "actOnIncident" || intent.kind === "story";
  return [name, ...others].map((each) =>
    isLed ? `${phrase} on ${each}` : `${phrase}${isOfAct ? ofCluster(each) : ` ${each}`}`,
  );
}

const linesAbout = (name: string): readonly string[] => [
  `diagnose ${name}`,
  `access ${name}`,
  `kubectl get pods -A on ${name}`,
];

/** `close on stage`: of a cluster that is called as any word may be, which clusters there are says that it is one. */
function onlyIntent({ readings }: Extract<ReturnType<typeof understandLine>, { is: "readings" }>) {
  const [only, ...others] = readings;
  return only === undefined || others.length > 0 || only.candidate === null ? null : only.intent;
}

/** A cluster in it is one that is known to be there. */
function isAccepted(text: string, clusters: readonly string[]): boolean {
  const line = understandLine(text);
  const intent = line.is === "readings" ? onlyIntent(line) : line.is === "intent" ? line.intent : null;
  if (intent === null || redact(text).text !== text) return false;
  if ("cluster" in intent && intent.cluster !== null && !clusters.includes(intent.cluster)) return false;
  return "command" in intent ? isReal(intent.command) || parseCommand(intent.command).ok : true;
}
