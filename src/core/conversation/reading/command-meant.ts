// What a command of a line is: one that reads, one that changes something, or refused.

import { parseClusterName, writtenCluster } from "../../cluster-name.ts";
import { type CommandRefusal, refuse } from "../../command/grammar/refusal.ts";
import { type AnyCommand, parseCommand, parseKubectl } from "../../command/parse-command.ts";
import { isMasked, redact } from "../../redact/redact.ts";
import { sameId } from "../../snapshot/resource-id.ts";
import { isPattern } from "../../text/glob.ts";
import { foldCase } from "../../text/text.ts";
import type { ClusterSummary } from "../cluster-answer.ts";
import type { Intent } from "../intent.ts";
import type { ParseError } from "../parse-error.ts";
import { unreadIn } from "../plain-words/unread-words.ts";
import { type AskBack, lineOf } from "./ask-back.ts";
import { chooseReading, namedInLine, ofChannel, readWithoutClusters } from "./choose-reading.ts";
import { clusterDoubt, type Seen } from "./cluster-doubt.ts";
import { parseUncertain } from "./cluster-words.ts";
import { findCluster, isStage, namedCluster } from "./find-cluster.ts";
import { offered } from "./suggestions.ts";
import { understandLine } from "./understand-line.ts";

type OfCommand = Extract<Intent, { kind: "run" | "canI" }>;

/** What is asked for in words of a sentence: a change has to be written as the command that makes it. */
export const wouldChange = refuse("write-not-supported", { is: "wouldChange" });
const beyond = refuse("beyond-product", { is: "beyond" });
const logLacksSpace = refuse("resource-missing", { is: "logLacksSpace" });
export const unexplained = refuse("reason-missing", { is: "emergencyUnexplained" });
const nowhere = refuse("cluster-missing", { is: "changeNowhere" });

/** Why words of a sentence become no command; a change says which word of it is missing, where that is known. */
export function whyNoCommand(
  intent: Extract<Intent, { kind: "change" | "logs" | "beyond" }>,
): CommandRefusal {
  if (intent.kind === "beyond") return beyond;
  if (intent.kind === "logs") return logLacksSpace;
  const { lacks: what } = intent;
  return what === undefined ? wouldChange : refuse("write-not-supported", { is: "changeLacks", what });
}

/**
 * `read`: what the command is by itself, with a file that was sent for it. No change goes to a cluster that was only spoken of
 * before.
 */
export function commandMeant(intent: OfCommand, read: AnyCommand = parseCommand(intent.command)): AnyCommand {
  const { command, cluster } = intent;
  const parsed = cluster === null ? parseUncertain(command) : parseKubectl(command);
  if (parsed.ok) return { ok: true, is: "read", request: parsed.request };
  if (!read.ok) return parsed.code === wouldChange.code ? read : parsed;
  if (read.is === "read") return parsed;
  if (intent.kind === "canI") return read;
  if (cluster === null) return nowhere;
  return intent.breakGlass && intent.reason === undefined ? unexplained : read;
}

/**
 * What would be answered of a command that is refused: where it never ends, the line without that flag; where it deletes what
 * it does not name, the names.
 */
export function answeredInstead({ kind, command, cluster }: OfCommand): string | null {
  const words = command.split(" ");
  const instead = command.startsWith("kubectl delete ")
    ? [
        "kubectl",
        "get",
        ...words
          .slice(2)
          .filter((word, at, all) => !ofDeletion.test(word) && !hasValue.test(all[at - 1] ?? "")),
      ].join(" ")
    : words
        .filter((word) => !/^(?:-f|-w|--follow|--watch)(?:=true)?$/.test(word))
        .join(" ")
        // The values of a Secret are never shown, and its keys are.
        .replace(/^(kubectl get secrets? .*) -o (?:yaml|json)$/, "$1");
  if (kind !== "run" || instead === command || !parseKubectl(instead).ok) return null;
  return cluster === null ? instead : `${instead} on ${cluster}`;
}
const hasValue = /^--(?:grace-period|cascade|timeout)$/;
const ofDeletion = /^--(?:all|force|grace-period|now|wait|cascade|timeout|ignore-not-found)(?:=\S*)?$/;

// A token pasted where the name of a cluster or a network belongs: it would be kept with what is done about it.

/** Names may look drawn at random, so that alone makes none a secret. */
export const namesSecret = (intent: Intent): boolean =>
  namesIn(intent).some((name) => Object.keys(redact(name).kinds).some((kind) => kind !== "random"));

const namesIn = (intent: Intent): readonly string[] => {
  const cluster = "cluster" in intent ? intent.cluster : null;
  const network = "client" in intent ? intent.client.virtualNetwork : undefined;
  return [cluster, network].filter((name) => typeof name === "string");
};

// How a line is read by somebody who sees these clusters, to its end: what it asks of which cluster, or what is asked back.
// No sign-in, no policy, nothing sent.

/** A button of a question that is asked back. */
type Choice = Readonly<{ cluster: string; command?: string }>;

export type HowRead = Readonly<
  /** `by`: whether the line named the cluster. `command`: of `run` and `canI`, without the words that are its cluster. */
  | {
      is: "asked";
      intent: Intent;
      cluster: string | null;
      by: "line" | "spokenOf" | "only";
      command?: Accepted;
    }
  /** A change in words, as the line that is asked back. */
  | {
      is: "askBack";
      cluster: string;
      by: "line" | "spokenOf" | "only";
      line: string;
      unread: readonly string[];
    }
  | { is: "which"; intent: Intent; choices: readonly Choice[] }
  /** No cluster of this name can be seen. */
  /** `closest`: names of clusters that are like it. */
  | { is: "unseen"; intent: Intent | null; written: string; closest: readonly string[] }
  | { is: "refused"; intent: Intent; refusal: CommandRefusal; cluster: string | null }
  | { is: "notUnderstood"; reason: ParseError; suggestions: readonly string[] }
>;

type Accepted = Extract<AnyCommand, { ok: true }>;
type View = Omit<Seen, "isPartial">;

export function howRead(text: string, view: View): HowRead {
  const { clusters, aliases } = view;
  if (isMasked(text)) return { is: "notUnderstood", reason: { is: "masked" }, suggestions: [] };
  const line = understandLine(text);
  if (line.is === "misread") return notUnderstood(line.reason, line.candidates, view);
  const intent = line.is === "intent" ? line.intent : readWithoutClusters(line);
  if (intent !== null) return ofIntent(text, intent, view);
  if (line.is === "intent") return ofIntent(text, line.intent, view);
  const chosen = chooseReading(line, clusters, aliases);
  switch (chosen.is) {
    case "one":
      return inDoubt(chosen, view) ?? ofIntent(text, chosen.intent, view);
    case "unnamed":
      return ofIntent(text, chosen.intent, view);
    case "several":
      return { is: "which", intent: chosen.intent, choices: choicesOf(chosen.clusters) };
    case "unknown":
      return unseen(null, chosen.written, view);
    case "nothing":
      return notUnderstood(line.reason, line.candidates, view);
  }
}

function unseen(intent: Intent | null, written: string, { clusters }: View): HowRead {
  const match = findCluster(written, clusters);
  const closest = "unknown" in match ? match.unknown.map(({ name }) => name) : [];
  return { is: "unseen", intent, written, closest };
}

function notUnderstood(
  reason: ParseError,
  candidates: Parameters<typeof namedInLine>[0],
  { clusters, aliases }: View,
): HowRead {
  const named = namedInLine(candidates, clusters, aliases).map(({ name }) => name);
  return { is: "notUnderstood", ...offered(reason, named) };
}

const choicesOf = (clusters: readonly ClusterSummary[]): readonly Choice[] =>
  clusters.map(({ id }) => ({ cluster: id }));

/** Another name of one cluster may be a namespace of the one that was spoken of before. */
function inDoubt(
  { intent, other }: Extract<ReturnType<typeof chooseReading>, { is: "one" }>,
  { last }: View,
): HowRead | null {
  if (other === undefined || last === null || sameId(last.id, other.cluster.id)) return null;
  // `is stage down`: no namespace is asked about in that way.
  if (isStage(other.written) && !("command" in intent)) return null;
  const choices = [
    { cluster: other.cluster.id, ...commandOf(intent) },
    { cluster: last.id, ...commandOf(other.intent) },
  ];
  return { is: "which", intent, choices };
}

const commandOf = (intent: Intent) => ("command" in intent ? { command: intent.command } : {});

function ofIntent(text: string, intent: Intent, view: View): HowRead {
  if (namesSecret(intent)) return { is: "notUnderstood", reason: { is: "masked" }, suggestions: [] };
  // Who is on call is asked of all clusters; what is said of an incident, of the one in whose thread it is written.
  const isOpen =
    "cluster" in intent &&
    intent.cluster === null &&
    (intent.kind === "onCall" ||
      intent.kind === "actOnIncident" ||
      intent.kind === "owner" ||
      intent.kind === "pastIncidents" ||
      intent.kind === "story");
  const isRefused = (intent.kind === "change" || intent.kind === "logs") && intent.sought === undefined;
  if (!("cluster" in intent) || isRefused || isOpen)
    return { is: "asked", intent, cluster: null, by: "line" };
  if ((intent.kind === "watch" || intent.kind === "unwatch") && isPattern(intent.cluster ?? ""))
    return { is: "asked", intent, cluster: intent.cluster, by: "line" };
  if (intent.kind === "change") return inCluster(text, intent, view);
  if (intent.kind === "askBack") return spelledOut(text, intent, view);
  if (!("command" in intent)) return inCluster(text, intent, view);
  const meant = commandMeant(intent);
  if (meant.ok) return ofCommand(text, intent, meant, view);
  const of = inCluster(text, intent, view);
  return { is: "refused", intent, refusal: meant, cluster: of.is === "asked" ? of.cluster : null };
}

function spelledOut(text: string, intent: AskBack, view: View): HowRead {
  const of = inCluster(text, intent, view);
  if (of.is !== "asked" || of.cluster === null) return of;
  const { cluster, by } = of;
  const name = parseClusterName(cluster)?.name ?? cluster;
  const line = lineOf(intent, name);
  return { is: "askBack", cluster, by, line, unread: unreadIn(text, line) };
}

type OfCluster = Extract<Intent, { cluster: string | null }>;

/** Words of the command may be its cluster. */
function ofCommand(
  text: string,
  intent: Extract<Intent, { command: string }>,
  command: Accepted,
  view: View,
): HowRead {
  const doubt =
    intent.cluster === null && command.is === "read"
      ? clusterDoubt(intent.command, { ...view, isPartial: false })
      : null;
  switch (doubt?.is) {
    case undefined:
      return inCluster(text, intent, view, command);
    case "unknown":
      return unseen(intent, doubt.written, view);
    case "refused":
      return { is: "refused", intent, refusal: doubt.refusal, cluster: null };
    case "several":
      return {
        is: "which",
        intent,
        choices: doubt.options.map(({ cluster, command }) => ({ cluster: cluster.id, command })),
      };
    case "meant": {
      const { cluster, command: rest } = doubt;
      const read = parseCommand(rest);
      return { is: "asked", intent, cluster: cluster.id, by: "line", ...(read.ok && { command: read }) };
    }
  }
}

const isWhole = (written: string, { name }: ClusterSummary): boolean =>
  foldCase(parseClusterName(written)?.name ?? written) === foldCase(name);

function inCluster(text: string, intent: OfCluster, view: View, command?: Accepted): HowRead {
  const { clusters, aliases, last } = view;
  const of = (cluster: string, by: "line" | "spokenOf" | "only"): HowRead => ({
    ...{ is: "asked", intent, cluster, by },
    ...(command && { command }),
  });
  const { cluster: written } = intent;
  if (written === null) {
    const [only, other] = clusters;
    if (last !== null) return of(last.id, "spokenOf");
    if (only !== undefined && other === undefined) return of(only.id, "only");
    return { is: "which", intent, choices: choicesOf(clusters) };
  }
  const { id } = writtenCluster(written);
  if (id !== "") return of(id, "line");
  const named = namedCluster(text, written, clusters, aliases);
  const isGuessed = named.is === "one" && ofChannel.has(intent.kind) && !isWhole(written, named.cluster);
  if (isGuessed) return { is: "which", intent, choices: choicesOf([named.cluster]) };
  if (named.is === "one") return of(named.cluster.id, "line");
  return named.is === "several"
    ? { is: "which", intent, choices: choicesOf(named.clusters) }
    : unseen(intent, written, view);
}
