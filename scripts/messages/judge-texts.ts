// All languages together: what is wrong with their texts, and the types of them.
import { readdirSync } from "node:fs";
import { faultsIn } from "./faults.ts";
import { readTopics, type Topics } from "./read-texts.ts";
import { textsFile } from "./texts-file.ts";

const folder = new URL("../../src/presenters/messages/", import.meta.url);

/** Every language has a folder of JSON files, named by its locale. English comes first. */
function readLanguages(): ReadonlyMap<string, Topics> {
  const names = readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() && /^[a-z]{2}$/.test(entry.name) ? [entry.name] : [],
  );
  const ordered = ["en", ...names.filter((name) => name !== "en").toSorted()];
  return new Map(ordered.map((name) => [name, readTopics(new URL(`${name}/`, folder))]));
}

/** `text`: of the file that holds the types; without a meaning where there are faults. */
export function judgeTexts(
  languages: ReadonlyMap<string, Topics> = readLanguages(),
): Readonly<{ text: string; faults: readonly string[] }> {
  const english: Topics = languages.get("en") ?? new Map();
  const faults = [...languages].flatMap(([name, topics]) =>
    faultsIn(english, topics).map((fault) => `${name}/${fault}`),
  );
  if (faults.length > 0) return { text: "", faults };
  return textsFile([...languages.values()]);
}
