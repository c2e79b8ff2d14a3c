// All pages, by the name of their file.
import { catalogue } from "../../src/core/finding/catalogue.ts";
import { inClusterFindings } from "../../src/core/in-cluster/findings/all.ts";
import { type SnapshotPart, sectionActions } from "../../src/core/snapshot/section-actions.ts";
import { findingPage } from "../../src/presenters/diagnosis/localize-diagnosis.ts";
import { examplesFor, examplesInside } from "./examples.ts";
import { looksInside } from "./inside.ts";
import { linkTo, looksAt, partsTable, sectionOf, titleOf, whose } from "./page.ts";

/** Whether these three are read has to do with who asks and what was done, and no packet meets it. */
const beside: readonly SnapshotPart[] = ["permissions", "resourceHealth", "recentChanges"];
const walked = (Object.keys(sectionActions) as SnapshotPart[]).filter((part) => !beside.includes(part));

type Listed = Readonly<{ id: string; severity: string; scope: keyof typeof whose }>;

function indexOf(): string {
  const rowsOf = (all: readonly Listed[]): string =>
    all
      .map(
        ({ id, severity, scope }) => `| ${linkTo(id, id)} | ${titleOf(id)} | ${severity} | ${whose[scope]} |`,
      )
      .join("\n");
  return `# Findings

All findings, in the order in which a diagnosis judges them. Each page says what a finding reads, which rights in Azure it needs for that, what it can report, and what fixes it. \`npm run findings\` writes these pages from the code.

A finding that fails or warns changes the verdict, unless it is advice or only a missing right of the requester. If a \`critical\` or \`high\` finding could not be read, the verdict is unknown, never healthy. A fault that only closes an access path makes the cluster degraded while another path is open.

| finding | title | severity | affects |
| --- | --- | --- | --- |
${rowsOf(catalogue)}

## Inside the cluster

A diagnosis reads these by run command, with the requester's own rights in Kubernetes, if [the policy](../security.md#a-look-inside-a-cluster) and Azure allow it. None of them reads a Secret.

| finding | title | severity | affects |
| --- | --- | --- | --- |
${rowsOf(inClusterFindings)}

## What a walk reads

*Reader* on these resources covers every \`/read\`. Most are read only if an earlier read shows that they may matter.

${partsTable(walked)}
`;
}

export function findingPages(): ReadonlyMap<string, string> {
  const examples = examplesFor();
  const sections = [
    ...catalogue.map((check) => [check.id, sectionOf(check, examples(check), looksAt(check))] as const),
    ...inClusterFindings.map(
      (finding) =>
        [
          finding.id,
          sectionOf(finding, examplesInside(finding), looksInside(finding), "which right in Kubernetes"),
        ] as const,
    ),
  ];
  const pages = Map.groupBy(sections, ([id]) => findingPage(id));
  return new Map([
    ["README.md", indexOf()],
    ...[...pages].map(([name, ofPage]) => {
      const head = `# Findings: ${name.replace(/\.md$/, "")}`;
      return [name, `${[head, ...ofPage.map(([, section]) => section)].join("\n\n")}\n`] as const;
    }),
  ]);
}
