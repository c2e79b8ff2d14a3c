// `understand`: how chat would read a line. Nothing is sent and nobody is asked.

import { parseClusterName } from "../../core/cluster-name.ts";
import { commandText } from "../../core/command/grammar/command-request.ts";
import { parseCommand } from "../../core/command/parse-command.ts";
import type { ClusterSummary } from "../../core/conversation/cluster-answer.ts";
import type { Intent } from "../../core/conversation/intent.ts";
import { alsoAsked } from "../../core/conversation/reading/also-asked.ts";
import { answeredInstead, type HowRead, howRead } from "../../core/conversation/reading/command-meant.ts";
import type { SoughtBy } from "../../core/conversation/sought.ts";
import type { Question } from "../../core/diagnosis/diagnosis.ts";
import type { Client } from "../../core/snapshot/snapshot.ts";
import { say } from "../../presenters/messages/catalogue/says.ts";
import { type Messages, messages } from "../../presenters/messages/messages.ts";
import { cliStops } from "../../presenters/messages/operator/cli-stops.ts";
import type { Io } from "./io.ts";
import { answerLine } from "./print.ts";
import { readArgs, typedCommand } from "./read-args.ts";
import { type ExitCode, exitCodes, tell, wrongUse } from "./stop.ts";

/** In a chat that spoke of `last`, for somebody who sees these clusters. */
type View = Parameters<typeof howRead>[1];

export async function understandVerb(args: readonly string[], io: Io): Promise<ExitCode> {
  const text = { type: "string" } as const;
  const flags = { stdin: { type: "boolean" }, locale: text, clusters: text, "spoken-of": text } as const;
  const read = readArgs(args, flags);
  if (!read.ok) return tell(io, read);
  const { values, positionals, command } = read;
  const typed = [...positionals, ...(command ?? [])];
  const fromStdin = values.stdin === true;
  if (fromStdin === typed.length > 0) return tell(io, wrongUse(cliStops.lineOrStdin));
  const named = [...new Set([...(values.clusters ?? "").split(","), values["spoken-of"] ?? ""])];
  const names = named.map((name) => name.trim()).filter((name) => name !== "");
  const wrong = names.find((name) => parseClusterName(name) === null);
  if (wrong !== undefined) return tell(io, wrongUse(cliStops.noClusterName(wrong)));
  const view = viewOf(names, values["spoken-of"] ?? null);
  const texts = messages(values.locale ?? "en");
  let missed = false;
  for await (const line of fromStdin ? io.lines() : [typedCommand(typed)]) {
    const understood = { ...understanding(line.replaceAll("\\n", "\n"), view, texts), line };
    missed ||= understood.reading === "notUnderstood" || understood.reading === "refused";
    answerLine(io, understood);
  }
  return missed ? exitCodes.denied : exitCodes.good;
}

const nobodys = "00000000-0000-0000-0000-000000000000";

/** Clusters of which nothing is known but their names. */
export function viewOf(names: readonly string[], spokenOf: string | null): View {
  const clusters = names.map(summaryOf);
  const last = clusters.find((_, at) => names[at] === spokenOf) ?? null;
  return { clusters, aliases: new Map(), last };
}

function summaryOf(written: string): ClusterSummary {
  const { name = written, resourceGroup = "rg", subscriptionId = nobodys } = parseClusterName(written) ?? {};
  const group = `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}`;
  const id = `${group}/providers/Microsoft.ContainerService/managedClusters/${name}`;
  return {
    ...{ id, name, resourceGroup, subscriptionId },
    ...{ location: "", powerState: "Running", private: false },
  };
}

type Understanding = Readonly<{ schema: "aks-oncall/understand/v1"; line: string }> & Read;

type Read = Readonly<{
  reading: string;
  cluster: string | null;
  by: "line" | "spokenOf" | "only" | null;
  argv: readonly string[] | null;
  buttons: readonly Readonly<{ cluster: string; command?: string }>[];
  suggestions: readonly string[];
  /** With the filters behind it. */
  command?: string;
  /** What is asked, where it is not certain of which cluster, or refused. */
  asks?: string;
  client?: Client;
  asksOf?: string;
  withoutInside?: true;
  /** What the answer begins with. */
  question?: Question;
  lacks?: string;
  /** What finds the object that is meant, and what is asked of each that it finds. */
  look?: string;
  wants?: string;
  /** So many replicas more than there are. */
  more?: number;
  /** Of a change in words: what its command says nothing of. */
  unread?: readonly string[];
  topic?: string;
  /** Of earlier incidents: those of this month. */
  month?: true;
  /** What is done with an incident. */
  act?: string;
  /** The form in which its story is told. */
  as?: string;
  written?: string;
  code?: string;
  reason?: string;
}>;

/** The JSON object of one line. */
export function understanding(line: string, view: View, texts: Messages): Understanding {
  const read = howRead(line, view);
  const nameOf = (id: string): string => view.clusters.find((each) => each.id === id)?.name ?? id;
  return {
    schema: "aks-oncall/understand/v1",
    line,
    ...readingOf(line, read, nameOf, texts),
  };
}

const nothing = { cluster: null, by: null, argv: null, buttons: [], suggestions: [] } as const;

function readingOf(line: string, read: HowRead, nameOf: (id: string) => string, texts: Messages): Read {
  switch (read.is) {
    case "asked":
      return { ...askedOf(read, nameOf), suggestions: alsoAsked(line, read.intent, new Map()) };
    case "askBack":
      return {
        reading: "changeInWords",
        ...nothing,
        ...{ cluster: nameOf(read.cluster), by: read.by, suggestions: [read.line] },
        ...(read.unread.length > 0 && { unread: read.unread }),
      };
    case "which": {
      const buttons = read.choices.map(({ cluster, command }) => ({
        cluster: nameOf(cluster),
        ...(command !== undefined && { command }),
      }));
      const said =
        "command" in read.intent && read.intent.kind !== "askBack" ? argvOf(read.intent.command) : {};
      return { reading: "which", ...nothing, asks: kindOf(read.intent.kind, undefined), ...said, buttons };
    }
    case "unseen":
      return { reading: "unseen", ...nothing, written: read.written, buttons: closestTo(read) };
    case "refused": {
      const { intent, refusal } = read;
      const cluster = read.cluster === null ? null : nameOf(read.cluster);
      const command = "command" in intent && { command: intent.command };
      const why = { code: refusal.code, reason: say(texts.refusals, refusal.reason) };
      const instead = "command" in intent && intent.kind !== "askBack" ? answeredInstead(intent) : null;
      const suggestions = instead === null ? [] : [instead];
      return { reading: "refused", ...nothing, asks: intent.kind, cluster, ...command, ...why, suggestions };
    }
    case "notUnderstood": {
      const { reason, suggestions } = read;
      return { reading: "notUnderstood", ...nothing, reason: say(texts.misread, reason), suggestions };
    }
  }
}

function askedOf(read: Extract<HowRead, { is: "asked" }>, nameOf: (id: string) => string): Read {
  const { intent, cluster, by, command } = read;
  return {
    reading: kindOf(intent.kind, command?.is),
    ...nothing,
    ...(cluster !== null && { cluster: nameOf(cluster), by }),
    ...(command && typedAs(command.request)),
    ...("client" in intent && { client: intent.client }),
    ...("asksOf" in intent && intent.asksOf !== undefined && { asksOf: intent.asksOf }),
    ...("withoutInside" in intent && { withoutInside: true }),
    ...("question" in intent && { question: intent.question }),
    ...("lacks" in intent && { lacks: intent.lacks }),
    ...("sought" in intent && intent.sought && soughtAs(intent.sought)),
    ...("topic" in intent && { topic: intent.topic }),
    ...("month" in intent && { month: intent.month }),
    ...("act" in intent && { act: intent.act.act }),
    ...("as" in intent && { as: intent.as }),
  };
}

const soughtAs = ({ look, wants, more }: SoughtBy) => ({ look, wants, ...(more !== undefined && { more }) });

const closestTo = ({ closest }: Extract<HowRead, { is: "unseen" }>) =>
  closest.map((cluster) => ({ cluster }));

/** `change`: a command that changes something; what is only said in words becomes none. */
function kindOf(kind: Intent["kind"], is: "read" | "change" | undefined) {
  if (kind === "run") return is === "change" ? "change" : "run";
  return kind === "change" || kind === "askBack" ? "changeInWords" : kind;
}

const argvOf = (command: string | undefined) => {
  const parsed = command === undefined ? null : parseCommand(command);
  return parsed?.ok ? typedAs(parsed.request) : {};
};

/** `command`: with the filters behind it. */
const typedAs = (request: Extract<ReturnType<typeof parseCommand>, { ok: true }>["request"]) => ({
  argv: request.argv,
  command: commandText(request),
});
