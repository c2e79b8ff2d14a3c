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

Every finding, in the order in which they are judged: what it looks at, which rights in Azure that takes, what it can say, and what mends it. Written by \`npm run findings\` from the findings themselves.

What fails or warns moves the verdict, unless it is advice or only the requester's lack. Where a \`critical\` or \`high\` one could not be read, the verdict is unknown and never healthy. What only closes an access path leaves a cluster degraded while another one is open.

| finding | as it is where all is well | severity | whose trouble |
| --- | --- | --- | --- |
${rowsOf(catalogue)}

## Inside the cluster

What a diagnosis looks at by run command, where [policy](../security.md#a-look-inside-a-cluster) and Azure let the requester: with their own rights in Kubernetes, and nothing of it is a Secret.

| finding | as it is where all is well | severity | whose trouble |
| --- | --- | --- | --- |
${rowsOf(inClusterFindings)}

## What a walk reads

Reader on these resources is enough for every \`/read\`. Most are read only where something that was read before shows that they may matter.

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
