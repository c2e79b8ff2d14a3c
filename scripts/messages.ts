// Writes the types of all texts out of their JSON files: `npm run messages`. With `--check` it only says what is wrong
// and whether the types are current.
import { readFile, writeFile } from "node:fs/promises";
import { judgeTexts } from "./messages/judge-texts.ts";

const file = new URL("../src/presenters/messages/catalogue/texts.ts", import.meta.url);
const { text, faults } = judgeTexts();
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;
else if (!process.argv.includes("--check")) await writeFile(file, text);
else if ((await readFile(file, "utf8")) !== text) {
  console.error("src/presenters/messages/catalogue/texts.ts is not current: npm run messages");
  process.exitCode = 1;
}
