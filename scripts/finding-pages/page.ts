// One finding as a part of its group's page, in Markdown: all of it is taken from the finding itself, its words, and what its tests show it
// to say. Nothing is written by hand.
import type { Scope } from "../../src/core/finding/kit/check-meta.ts";
import type { Check } from "../../src/core/finding/kit/define-check.ts";
import type { RequirementId } from "../../src/core/requirement/requirement.ts";
import { type SnapshotPart, sectionActions } from "../../src/core/snapshot/section-actions.ts";
import { lookUp } from "../../src/core/text/look-up.ts";
import {
  findingPage,
  type SaidCheck,
  type SaidFix,
} from "../../src/presenters/diagnosis/localize-diagnosis.ts";
import { messages } from "../../src/presenters/messages/messages.ts";

const texts = messages("en");

type Words = Readonly<{ title: string; why: string; remediation: string }>;
const wordsOf = (id: string): Words | undefined =>
  lookUp(texts.findings, id) ?? lookUp(texts.inClusterFindings, id);

export const titleOf = (id: string): string => texts.titleOfFinding(id) ?? id;

export const whose: Readonly<Record<Scope, string>> = {
  cluster: "the cluster",
  nodes: "the cluster",
  people: "people on an access path",
  requester: "the requester only",
};

/** What Markdown would read in a cell of a table. */
export const inCell = (text: string): string =>
  text
    .replace(/[|*_`[\]<>\\]/g, "\\$&")
    .replace(/\s+/g, " ")
    .trim();

export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

const isPart = (name: string): name is SnapshotPart => Object.hasOwn(sectionActions, name);

const unique = <T>(items: readonly T[]): readonly T[] => [...new Set(items)];

const actionsOf = (part: SnapshotPart): string =>
  sectionActions[part].map((action) => `\`${action}\``).join("<br>");

export const partsTable = (parts: readonly SnapshotPart[]): string =>
  table(
    ["reads", "needs the right"],
    parts.map((part) => [texts.sections[part], actionsOf(part)]),
  );

const needsList = (needs: readonly RequirementId[]): string =>
  needs.map((need) => `- ${texts.diagnosis.needs[need]} (\`${need}\`)`).join("\n");

export function looksAt({ needs, looksAt: further, of }: Check): string {
  const parts = unique([...needs, ...further]).filter(isPart);
  const own = further.length > 0 || of === undefined ? partsTable(parts) : "";
  if (of === undefined) return own;
  const found = [
    "The walk finds it: a diagnosis resolves each name and follows each connection there and back, one component after the other. The walks of these requirements lead over it, or may:",
    needsList(of),
    "What they read, and which rights they need: [what a walk reads](README.md#what-a-walk-reads).",
  ];
  return [...found, ...(own === "" ? [] : ["In addition:", own])].join("\n\n");
}

const saidTable = (examples: readonly SaidCheck[], unread: string): string =>
  table(
    ["result", "for example"],
    [
      ...examples.map(({ status, summary }) => [texts.checkStatus[status], inCell(summary)]),
      [texts.checkStatus.notAssessed, `*what could not be read, and ${unread} is missing*`],
    ],
  );

/** The shortest shows it best. */
function exampleFix(examples: readonly SaidCheck[]): SaidFix | undefined {
  const fixes = examples.flatMap((each) => ("fix" in each && each.fix !== undefined ? [each.fix] : []));
  return fixes.toSorted((one, other) => one.commands.join().length - other.commands.join().length)[0];
}

function fixText(examples: readonly SaidCheck[]): string {
  const fix = exampleFix(examples);
  if (fix === undefined) return "No command is printed for it.";
  const lines = ["```sh", ...fix.commands, "```"].join("\n");
  const who = fix.role === "" ? "" : ` ${texts.diagnosis.who(fix)}`;
  return `If commands fix it, the card prints all of them. An example:\n\n${lines}\n\n${fix.risk}${who}`;
}

/** From a page of findings. */
export const linkTo = (id: string, text = titleOf(id)): string => `[${text}](${findingPage(id)}#${id})`;

const explainedBy = (after: readonly string[]): string =>
  after.length === 0
    ? "Nothing."
    : `If one of these fails, a failure here is its consequence:\n\n${after.map((id) => `- ${linkTo(id)}`).join("\n")}`;

type Described = Pick<Check, "id" | "severity" | "scope" | "after" | "source">;

/** `seen`: what it looks at. `unread`: what settles it where that could not be read. */
export function sectionOf(
  check: Described,
  examples: readonly SaidCheck[],
  seen: string,
  unread = "which right on which resource",
): string {
  const { title, why, remediation } = wordsOf(check.id) ?? { title: check.id, why: "", remediation: "" };
  const parts: readonly (readonly [head: string, text: string])[] = [
    ["Why", why],
    ["What it reads", seen],
    ["Results", saidTable(examples, unread)],
    ["What to do", `${remediation}\n\n${fixText(examples)}`],
    ["What explains it", explainedBy(check.after)],
    ["Source", `<${check.source}>`],
  ];
  const about = `\`${check.id}\` · ${check.severity} · affects ${whose[check.scope]}`;
  return [
    `<a id="${check.id}"></a>`,
    `## ${title}`,
    about,
    ...parts.flatMap(([head, text]) => [`### ${head}`, text]),
  ].join("\n\n");
}
