// Golden files of cards. A new sentence changes them by `UPDATE_GOLDEN=1 npm test -- test/presenters/cards`.
import { readFileSync, writeFileSync } from "node:fs";
import type { Answer, Unmasked } from "../../src/core/conversation/answer.ts";

const folder = new URL("../golden/cards/", import.meta.url);
const isUpdate = process.env.UPDATE_GOLDEN === "1";

const groups = {
  help: "conversation",
  told: "conversation",
  askBack: "conversation",
  noted: "conversation",
  notUnderstood: "conversation",
  refused: "conversation",
  waiting: "conversation",
  failure: "conversation",
  status: "conversation",
  sentPrivately: "command",
  unmasked: "command",
  clusters: "cluster",
  pickCluster: "cluster",
  whichCluster: "cluster",
  clusterUnknown: "cluster",
  denied: "policy",
  azureDenied: "policy",
  canI: "policy",
  closed: "policy",
  pressRefused: "policy",
  whoAmI: "identity",
  signInElsewhere: "identity",
  signInFailed: "identity",
  signedIn: "identity",
  signedOut: "identity",
  watch: "incident",
  watchPattern: "incident",
  watches: "incident",
  onCall: "incident",
  watchElsewhere: "incident",
  incident: "incident",
  incidentRing: "incident",
  incidentStory: "incident",
  incidents: "incident",
  incidentRules: "incident",
  week: "incident",
  weekly: "incident",
  incidentHanded: "incident",
  incidentEscalated: "incident",
  mode: "mode",
  auditHead: "mode",
  fileKept: "files",
  fileRefused: "files",
  forgetMe: "privacy",
  forgotten: "privacy",
  fixAsk: "fix",
  approvalWanted: "task",
  emergency: "task",
  review: "task",
  run: "task",
} as const satisfies Readonly<Record<(Answer | Unmasked)["kind"], string>>;

/** The file that holds the text of a card: that of its subject; of a run, that of its task. */
export function groupOf(answer: Answer | Unmasked): string {
  const group = groups[answer.kind];
  if (group !== "task") return group;
  if (!("run" in answer)) throw new Error(`${answer.kind} is of no run`);
  return answer.run.task.kind === "diagnose" ? "diagnosis" : answer.run.task.kind;
}

const maxWidth = 160;

/** JSON in which what fits a line stands on one. */
function compact(value: unknown, margin = ""): string {
  const line = JSON.stringify(value);
  if (line.length + margin.length <= maxWidth || typeof value !== "object" || value === null) return line;
  const inner = `${margin}  `;
  const parts = Array.isArray(value)
    ? value.map((each) => compact(each, inner))
    : Object.entries(value).map(([name, each]) => `${JSON.stringify(name)}: ${compact(each, inner)}`);
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  return `${open}\n${parts.map((part) => inner + part).join(",\n")}\n${margin}${close}`;
}

/** What the file says; with UPDATE_GOLDEN=1 it says from now on what is shown. */
export function goldenJson(name: string, shown: unknown): unknown {
  const file = new URL(`${name}.json`, folder);
  if (isUpdate) writeFileSync(file, `${compact(shown)}\n`);
  return JSON.parse(readFileSync(file, "utf8"));
}

type Texts = Readonly<Record<string, string>>;

const head = "═══ ";

/** The texts of one file by the names of their cards. */
export function goldenTexts(group: string, shown: Texts): Texts {
  const file = new URL(`${group}.txt`, folder);
  const written = Object.entries(shown).map(([name, text]) => `${head}${name}\n${text}\n`);
  if (isUpdate) writeFileSync(file, written.join("\n"));
  const [, ...sections] = `\n${readFileSync(file, "utf8")}`.split(`\n${head}`);
  return Object.fromEntries(
    sections.map((section) => {
      const [name = "", ...lines] = section.trimEnd().split("\n");
      return [name, lines.join("\n")];
    }),
  );
}
