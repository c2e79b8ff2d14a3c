// Lines whose own words say what they are about, as three tired people wrote them in each language.
import { readFileSync } from "node:fs";
import { understanding, viewOf } from "../../../src/doors/cli/understand.ts";
import { messages } from "../../../src/presenters/messages/messages.ts";

const view = viewOf(["prod-1", "edge-1", "stage", "prod-eu-2"], "prod-1");

/** What is done, what of, on which cluster, and from where. */
function meaningOf(line: string, language: string): string {
  const read = understanding(line, view, messages(language));
  const { reading, topic, question, command, lacks, cluster, client, suggestions } = read;
  const isOffered = reading === "changeInWords" || reading === "notUnderstood";
  const written = isOffered ? suggestions[0] : undefined;
  const place = client?.ip ?? client?.stands;
  const of = topic ?? question ?? command ?? written ?? lacks;
  return [reading, of, cluster, place && `from ${place}`].filter((part) => part).join(" ");
}

/** Language, meaning, line. */
const rows = ["by-their-words", "named-in-cluster"].flatMap((name) =>
  readFileSync(new URL(`lines/${name}.tsv`, import.meta.url), "utf8")
    .trim()
    .split("\n")
    .map((row) => row.split("\t")),
);

test.each(["en", "de", "zh"])("%s", (language) => {
  const own = rows.filter(([of]) => of === language);
  const missed = own.flatMap(([, meaning, line = ""]) => {
    const read = meaningOf(line, language);
    return read === meaning ? [] : [{ line, meaning, read }];
  });
  expect(own.length).toBeGreaterThan(100);
  expect(missed).toEqual([]);
});
