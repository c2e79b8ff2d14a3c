// Each heading of the page about troubles is a sentence that the product says: on a card, in the log or on a terminal.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { headings, pageOf } from "./pages.ts";

const isSection =
  /^(?:Troubleshooting|The bot says nothing|On a card: .*|At the start.*|In the log|On the command line|At an alert source)$/;
/** What is no sentence of ours. */
const silent = "401, without a sentence";

const textsIn = (folder: string, ending: string): string =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(ending))
    .map((name) => readFileSync(join(folder, name), "utf8"))
    .join("\n");

const said = [
  textsIn("src/presenters/messages/en", ".json"),
  textsIn("src", ".ts"),
  readFileSync("bin/node-version.js", "utf8"),
]
  .join("\n")
  .replaceAll(/`|''/g, (sign) => (sign === "''" ? "'" : ""));

/** Without its values; doctor and the log put two texts together with a colon. */
const piecesOf = (sentence: string): readonly string[] =>
  sentence
    .split(/…|: |\(|\)/)
    .map((piece) => piece.trim())
    .filter((piece) => /\p{L}{2}/u.test(piece));

const sentences = headings(pageOf("docs/troubleshooting.md")).filter(
  (heading) => !isSection.test(heading) && heading !== silent,
);

test.each(sentences)("%s", (sentence) => {
  const pieces = piecesOf(sentence);
  expect(pieces).not.toEqual([]);
  expect(pieces.filter((piece) => !said.includes(piece))).toEqual([]);
});
