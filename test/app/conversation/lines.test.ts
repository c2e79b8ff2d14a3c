// What people type, and what it means: two tables a language. Each line is read as chat reads it, for somebody who sees four
// clusters; some are answered by the whole product, which may do everything there that reads.
import { readFileSync } from "node:fs";
import { parseChange } from "../../../src/core/command/change/parse-change.ts";
import { commandText } from "../../../src/core/command/grammar/command-request.ts";
import { parseKubectl } from "../../../src/core/command/parse-command.ts";
import type { Answer } from "../../../src/core/conversation/answer.ts";
import { parseIntent } from "../../../src/core/conversation/grammar/parse-intent.ts";
import type { IntentKind } from "../../../src/core/conversation/intent.ts";
import { verbEntries } from "../../../src/core/conversation/verbs.ts";
import type { Client } from "../../../src/core/snapshot/snapshot.ts";
import { understanding } from "../../../src/doors/cli/understand.ts";
import { messages } from "../../../src/presenters/messages/messages.ts";
import { asked } from "../cluster/clusters-seen.ts";
import { summaryOf } from "../setup.ts";

type Row = readonly [context: string, line: string, meaning: string];

/** Behind the row of heads: `context TAB line TAB meaning`; `\n` in a line is its end. */
function rowsOf(file: string): readonly Row[] {
  const text = readFileSync(new URL(`../../core/conversation/lines/${file}`, import.meta.url), "utf8");
  return text
    .trim()
    .split("\n")
    .slice(1)
    .map((row) => {
      const [context = "", line = "", meaning = ""] = row.split("\t");
      return [context, line.replaceAll("\\n", "\n"), meaning];
    });
}

const names = ["prod-1", "prod-2", "edge-1", "staging-eu"] as const;
const clusters = names.map((name) => ({
  ...summaryOf(name),
  apiNames: [`${name}-abc.hcp.westeurope.azmk8s.io`],
}));

const english = messages("en");
const view = { clusters, aliases: new Map<string, string>(), last: null };
const lastOf = (context: string) => clusters.find(({ name }) => context === `last=${name}`) ?? null;

const places = { internet: "home", gateway: "office", azure: "azure" } as const;
const placeOf = ({ ip, virtualNetwork, stands }: Client): string => {
  const place = ip ?? virtualNetwork ?? (stands && places[stands]);
  return place === undefined ? "" : ` from ${place}`;
};

/** Without the cluster said for certain no change is asked for. */
const change = new Set(["write-not-supported", "cluster-missing"]);

/** As the tables write it. */
function meaningOf(answer: Answer | undefined): string {
  switch (answer?.kind) {
    case "run": {
      const { task, cluster } = answer.run;
      return task.kind === "command"
        ? `run ${cluster.name} ${commandText(task.request)}`
        : `${task.kind} ${cluster.name}${"asksOf" in task ? ` for ${task.asksOf}` : placeOf("client" in task ? task.client : {})}${"withoutInside" in task ? " without inside" : ""}`;
    }
    case "canI":
      return `can-i ${answer.cluster} ${normal(answer.asked)}`;
    case "watch":
      return `${answer.outcome === "added" ? "watch" : "unwatch"} ${answer.cluster}`;
    case "pickCluster":
      if (answer.by === "any") return "which";
      return `which ${answer.matches.map(({ name }) => name).join("|")}`;
    case "whichCluster":
      return `which ${answer.options.map(({ cluster }) => cluster.name).join("|")}`;
    case "refused":
      if (answer.refusal.code === "beyond-product") return "beyond";
      return change.has(answer.refusal.code) ? "change" : `refused ${answer.refusal.code}`;
    // The rules there allow nothing that changes something.
    case "denied":
      return "change";
    case "clusterUnknown":
      return "suggest";
    case "notUnderstood":
      return answer.suggestions?.length ? `suggest ${answer.suggestions.join(" | ")}` : "none";
    case "onCall":
      return `oncall ${answer.cluster ?? "all"}`;
    case "whoAmI":
      return "whoami";
    case "signedIn":
      return "sign in";
    case "signedOut":
      return "sign out";
    case "forgetMe":
      return "forget me";
    case "noted":
      return "forget my place";
    default:
      return answer?.kind ?? "nothing";
  }
}

function normal(command: string): string {
  const parsed = parseKubectl(command);
  const understood = parsed.ok ? parsed : parseChange(command);
  return understood.ok ? commandText(understood.request) : command;
}

/** What is written in a table, with its command as the product writes it. */
function written(meaning: string): string {
  const [, before = "", command = ""] = /^((?:run|can-i) \S+ )((?:kubectl|helm) .*)$/.exec(meaning) ?? [];
  if (command !== "") return `${before}${normal(command)}`;
  if (/^can-i \S+$/.test(meaning)) return "whoami";
  return meaning.replace(/^change .*/, "change");
}

const words: Readonly<Record<string, string>> = {
  whoAmI: "whoami",
  signIn: "sign in",
  signOut: "sign out",
  forgetMe: "forget me",
  forgetPlace: "forget my place",
  changeInWords: "change",
  unseen: "suggest",
  // Nothing was answered before.
  why: "none",
};

/** Each line is read once, whatever is asked of it. */
const known = new Map<string, ReturnType<typeof understanding>>();
function readingOf(context: string, line: string): ReturnType<typeof understanding> {
  const key = `${context}\t${line}`;
  const read = known.get(key) ?? understanding(line, { ...view, last: lastOf(context) }, english);
  known.set(key, read);
  return read;
}

/** The same of what `understand` says of the line. */
function meaningRead(context: string, line: string): string {
  const read = readingOf(context, line);
  const at = `${read.cluster}`;
  switch (read.reading) {
    case "run":
      return `run ${at} ${read.command}`;
    case "canI":
      return `can-i ${at} ${read.command}`;
    case "diagnose":
    case "access": {
      const place =
        read.reading === "access" && read.asksOf !== undefined
          ? ` for ${read.asksOf}`
          : placeOf(read.client ?? {});
      return `${read.reading} ${at}${place}${read.withoutInside ? " without inside" : ""}`;
    }
    case "actOnIncident":
      return read.cluster === null ? `${read.act}` : `${read.act} ${at}`;
    case "owner":
      return read.cluster === null ? "owner" : `owner ${at}`;
    case "story":
      return read.cluster === null ? `${read.as}` : `${read.as} ${at}`;
    // Nothing was asked before.
    case "again":
      return read.cluster === null ? "status" : `diagnose ${at}`;
    case "watch":
    case "unwatch":
      return `${read.reading} ${at}`;
    case "onCall":
      return `oncall ${read.cluster ?? "all"}`;
    case "which": {
      const offered = read.buttons.map(({ cluster }) => cluster);
      return offered.length === names.length ? "which" : `which ${offered.join("|")}`;
    }
    case "refused":
      if (read.asks === "canI") return `can-i ${at} ${normal(read.command ?? "")}`;
      return change.has(read.code ?? "") ? "change" : `refused ${read.code}`;
    case "notUnderstood":
      return read.suggestions.length > 0 ? `suggest ${read.suggestions.join(" | ")}` : "none";
    default:
      return words[read.reading] ?? read.reading;
  }
}

/** By the whole of the product. */
async function meaningAnswered(context: string, line: string): Promise<string> {
  const fake = await asked(line, clusters, lastOf(context));
  return meaningOf(fake.said.at(-1)?.answer);
}

const isMeant = (meant: string, expected: string): boolean =>
  meant === expected || (expected === "suggest" && meant.startsWith("suggest"));

/** Readings of a line that come to nothing. */
const dead = new Set(["notUnderstood", "refused", "unseen", "changeInWords", "beyond"]);

const tables = { English: "", German: "-de", Chinese: "-zh" } as const;

/** Each answered line costs as much as fifty that are only read. */
const sampled = (rows: readonly Row[]): readonly Row[] =>
  rows.filter(([, , meaning], at) => at % 40 === 7 && !ofIncident.test(meaning));

/** What is done with an incident, and none is open there. */
const ofIncident = /^(?:take|handOver|setSeverity|resolve|reopen|note|owner|timeline|docx|md)\b/;

describe.each(Object.entries(tables))("%s", (_language, table) => {
  const [meant, notMeant] = [rowsOf(`meant${table}.tsv`), rowsOf(`not-meant${table}.tsv`)];

  test.each(meant)("%s %j → %s", (context, line, expected) => {
    const read = meaningRead(context, line);
    expect(isMeant(read, written(expected)) ? written(expected) : read).toBe(written(expected));
  });

  test.each(notMeant)("no command: %s %j", (context, line) => {
    expect(meaningRead(context, line)).toMatch(/^(?:none|suggest.*|beyond|told)$/);
  });

  test.each(sampled([...meant, ...notMeant]))("is answered as it is read: %s %j", async (context, line) => {
    expect(await meaningAnswered(context, line)).toBe(meaningRead(context, line));
  });

  test("what is offered is understood when it is typed", () => {
    const found = [...meant, ...notMeant].flatMap(([context, line]) =>
      readingOf(context, line)
        .suggestions.filter((each) => dead.has(readingOf("", each).reading))
        .map((each) => `${line} → ${each}`),
    );
    expect(found).toEqual([]);
  });

  test("there are enough of them", () => {
    expect(meant.length).toBeGreaterThanOrEqual(200);
    expect(notMeant.length).toBeGreaterThanOrEqual(90);
  });
});

describe("each verb", () => {
  /** Nobody asks for these in plain words. */
  const typedOnly: Readonly<Partial<Record<IntentKind, string>>> = {
    incident: "a sentence about an incident opens none",
    actOnIncident: "a sentence about an incident is a button",
    ...{ mute: "its time has to be written", unmute: "as mute", weekly: "as mute" },
    ...{ review: "its request is named by its id", withdraw: "as review", resume: "as review" },
    ...{ fix: "a diagnosis names it by its id", undo: "as fix" },
  };
  /** Refusals, which no page promises to anybody. */
  const refusals: readonly IntentKind[] = ["change", "logs", "beyond", "askBack"];
  const kinds = verbEntries.map(([kind]) => kind);
  const kindsIn = (readings: readonly ReturnType<typeof readingOf>[]) =>
    new Set(
      readings.flatMap(({ reading, asks = "" }) =>
        reading === "changeInWords"
          ? ["change", "askBack"]
          : [reading, ...(reading === "refused" ? [asks] : [])],
      ),
    );
  const missingIn = (found: ReadonlySet<string>, all: readonly IntentKind[]) =>
    all.filter((kind) => !found.has(kind));

  test.each(Object.entries(tables))("has lines of people that ask for it, in %s", (_language, table) => {
    const rows = [...rowsOf(`meant${table}.tsv`), ...rowsOf(`not-meant${table}.tsv`)];
    const spoken = rows.filter(([, line]) => !parseIntent(line).ok);
    const found = kindsIn(spoken.map(([context, line]) => readingOf(context, line)));
    expect(missingIn(found, kinds).filter((kind) => !(kind in typedOnly))).toEqual([]);
  });

  test("stands on the page about chat or the one about incidents, as it is written", () => {
    const page = ["docs/chat.md", "docs/incidents.md"].map((path) => readFileSync(path, "utf8")).join("\n");
    const written = [...page.matchAll(/`([^`\n]+)`/g)].map(([, line = ""]) => readingOf("", line));
    const promised = kinds.filter((kind) => !refusals.includes(kind));
    const named = promised.filter((kind) => kind === "incident" || !(kind in typedOnly));
    expect(missingIn(kindsIn(written), named)).toEqual([]);
  });
});
