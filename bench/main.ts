// `npm run bench`: what the product costs on the local Azure, in one table that can be pasted into docs/performance.md.
import { parseArgs } from "node:util";
import { armReads } from "./rows/arm-reads.ts";
import { cards } from "./rows/cards.ts";
import { changes } from "./rows/changes.ts";
import { checks } from "./rows/checks.ts";
import { commandInvoke } from "./rows/command-invoke.ts";
import { flood } from "./rows/flood.ts";
import { helpRate } from "./rows/help-rate.ts";
import { image } from "./rows/image.ts";
import { lookInside } from "./rows/look-inside.ts";
import { memory } from "./rows/memory.ts";
import { outputs } from "./rows/outputs.ts";
import { runs } from "./rows/runs.ts";
import { sequentialAz } from "./rows/sequential-az.ts";
import { startUp } from "./rows/start-up.ts";
import { machine } from "./support/machine.ts";
import { latencyMs, type Measurement, type Row } from "./support/row.ts";

const measurements: readonly Measurement[] = [
  armReads,
  sequentialAz,
  cards,
  commandInvoke,
  lookInside,
  changes,
  helpRate,
  flood,
  startUp,
  image,
  memory,
  outputs,
  runs,
  checks,
];
const names = measurements.map(({ name }) => name);
const usage = `Usage: npm run bench -- [--only NAME] [--quick]\nNAME is one of ${names.join(", ")}.`;

const { only, quick } = readOptions();
const rows: Row[] = [];
for (const { name, measure } of measurements.filter((each) => only === undefined || each.name === only)) {
  // Beside the table, so that the output can be piped into a file.
  console.error(`Measuring ${name} …`);
  try {
    rows.push(...(await measure({ quick })));
  } catch (error) {
    // The other measurements are worth having all the same.
    console.error(error);
    rows.push({ what: name, figure: `not measured: ${error instanceof Error ? error.message : error}` });
    process.exitCode = 1;
  }
}
console.log(`${table(rows)}\n`);
console.log(`${machine()}. ARM, Entra and the token service answer after ${latencyMs} ms.`);
if (quick) console.log("Measured with --quick: not for publishing.");
process.exit();

function table(lines: readonly Row[]): string {
  const cells = lines.map(({ what, figure, aim = "", met = null }) => [
    what,
    figure,
    aim,
    met === null ? "" : met ? "met" : "**not met**",
  ]);
  return [["What", "Figure", "Aim", ""], ["---", "---", "---", "---"], ...cells]
    .map((line) => `| ${line.join(" | ")} |`)
    .join("\n");
}

function readOptions(): { only: string | undefined; quick: boolean } {
  try {
    const { only, quick } = parseArgs({
      options: { only: { type: "string" }, quick: { type: "boolean", default: false } },
    }).values;
    if (only !== undefined && !names.includes(only)) throw new TypeError(`Nothing is called "${only}".`);
    return { only, quick };
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n${usage}`);
    process.exit(2);
  }
}
