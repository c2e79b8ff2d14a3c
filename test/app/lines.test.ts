// What people type, and what it means: two tables a language, read as they are. A line is answered as the product answers it, for
// somebody who sees four clusters and may do everything in them that reads.
import { readFileSync } from "node:fs";
import type { Answer } from "../../src/core/chat/answer.ts";
import { parseChange } from "../../src/core/command/change/parse-change.ts";
import { commandText } from "../../src/core/command/command-text.ts";
import { parseKubectl } from "../../src/core/command/parse-kubectl.ts";
import type { Client } from "../../src/core/snapshot/snapshot.ts";
import { asked } from "./clusters-seen.ts";
import { summaryOf } from "./setup.ts";

type Row = readonly [context: string, line: string, meaning: string];

/** Behind the row of heads: `context TAB line TAB meaning`; `\n` in a line is its end. */
function rowsOf(file: string): readonly Row[] {
  const text = readFileSync(new URL(`../core/chat/lines/${file}`, import.meta.url), "utf8");
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
      return change.has(answer.refusal.code) ? "change" : `refused ${answer.refusal.code}`;
    // The rules there allow nothing that changes something.
    case "denied": {
      const [word = ""] = answer.asked.match(/\b(?:delete|scale|rollout)\b/) ?? [];
      return word === "" ? "denied" : "change";
    }
    case "clusterUnknown":
      return "suggest";
    case "notUnderstood":
      return answer.suggestions?.length ? `suggest ${answer.suggestions.join(" | ")}` : "none";
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
  const [, before = "", command = ""] = /^((?:run|can-i) \S+ )(kubectl .*)$/.exec(meaning) ?? [];
  if (command !== "") return `${before}${normal(command)}`;
  if (/^can-i \S+$/.test(meaning)) return "whoami";
  return meaning.replace(/^change .*/, "change");
}

async function meaning(context: string, line: string): Promise<string> {
  const last = clusters.find(({ name }) => context === `last=${name}`) ?? null;
  const fake = await asked(line, clusters, last);
  return meaningOf(fake.said.at(-1)?.answer);
}

const isMeant = (meant: string, expected: string): boolean =>
  meant === expected || (expected === "suggest" && meant.startsWith("suggest"));

const tables = { English: "", German: "-de", Chinese: "-zh" } as const;

describe.each(Object.entries(tables))("%s", (_language, table) => {
  test.each(rowsOf(`meant${table}.tsv`))("%s %j → %s", async (context, line, expected) => {
    const meant = await meaning(context, line);
    expect(isMeant(meant, written(expected)) ? written(expected) : meant).toBe(written(expected));
  });

  test.each(rowsOf(`not-meant${table}.tsv`))("no command: %s %j", async (context, line) => {
    expect(await meaning(context, line)).toMatch(/^(?:none|suggest.*)$/);
  });

  test("there are enough of them", () => {
    expect(rowsOf(`meant${table}.tsv`).length).toBeGreaterThanOrEqual(200);
    expect(rowsOf(`not-meant${table}.tsv`).length).toBeGreaterThanOrEqual(90);
  });
});
