// docs/mutation.md: the table, with the rows of the folders that were not run this time left as they were.
import { folders } from "./folders.ts";
import { tableHead } from "./score.ts";

const about = `# Tests that bite

\`npm run mutate\` makes one small fault after another (a condition turned round, a call left out, a text emptied) where safety depends on the code, and runs the tests of that folder. A fault that no test notices has survived. [Stryker](https://stryker-mutator.io/) makes the faults; \`npm run mutate\` writes this table.

\`\`\`sh
# Needs minutes for one folder, hours for all.
npm run mutate                              # every folder, whole: hours
npm run mutate -- core/audit                # one folder
npm run mutate -- --lines 200 --seed 7      # of each folder, whole declarations of so many lines, chosen by the seed
npm run mutate -- --changed HEAD~1          # what changed since a commit: printed, and the table stays
\`\`\`

The aim is 85 %. Tests with tens of thousands of random inputs, whole flows, and slow tests about other files are not run: what they notice besides is not counted. "Timed out" counts as noticed: the fault made an endless loop.
`;

export function document(before: string, rows: ReadonlyMap<string, string>): string {
  const kept = (name: string) => before.split("\n").find((line) => line.startsWith(`| \`${name}\` |`));
  const all = folders.flatMap(({ name }) => rows.get(name) ?? kept(name) ?? []);
  return `${about}\n${[tableHead, ...all].join("\n")}\n`;
}
