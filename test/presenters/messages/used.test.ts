// No text that nobody says. Where a text is looked up by its name, that name and the one of its group stand in the same
// file; where it is looked up by an id (`group[id]`, `say(group, …)`, `{id_group}` in a text), the id stands somewhere.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { groups } from "../../../src/presenters/messages/catalogue/texts.ts";
import { languages } from "../../../src/presenters/messages/messages.ts";
import { cliHelp } from "../../../src/presenters/messages/operator/cli-help.ts";
import { cliStops } from "../../../src/presenters/messages/operator/cli-stops.ts";
import { policyAnswers, policyDiff } from "../../../src/presenters/messages/operator/policy.ts";
import { policyFaults } from "../../../src/presenters/messages/operator/policy-faults.ts";
import { trailCheck, trailFaults, trailTimeline } from "../../../src/presenters/messages/operator/trail.ts";

const root = join(import.meta.dirname, "../../..");
const isTexts = /^src\/presenters\/messages\/(operator\/|catalogue\/texts\.ts$)/;

/**
 * All words of a file, without its comments; those that are names of fields (`.name`, `{ name }`) or texts; and the
 * groups out of which it picks a text by an id.
 */
type File = Readonly<Record<"words" | "names" | "looksUp", ReadonlySet<string>>>;

function read(code: string): File {
  const bare = code.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*/g, "");
  // A table of kubectl names its columns in one text.
  const texts = [...bare.matchAll(/"([^"\n]*)"/g)].flatMap(([, text = ""]) => [text, ...text.split(", ")]);
  const words = [...texts, ...(bare.match(/[A-Za-z_$][\w$]*/g) ?? [])];
  const names = [...texts, ...(bare.match(/(?<=\.|[{,]\s*)[A-Za-z_$][\w$]*/g) ?? [])];
  const looksUp =
    bare.match(/[A-Za-z_$][\w$]*(?=\[)|(?<=(?:say|sayEach|lookUp)\((?:[\w.]+\.)?)[\w$]+(?=,)/g) ?? [];
  return { words: new Set(words), names: new Set(names), looksUp: new Set(looksUp) };
}

/** The product, and what writes the pages of findings. */
const files = ["src", "scripts"]
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((file) => join(folder, file)),
  )
  .filter((file) => file.endsWith(".ts") && !isTexts.test(file))
  .map((file) => read(readFileSync(join(root, file), "utf8")));

type Group = Readonly<Record<string, unknown>>;
const isGroup = (texts: unknown): texts is Group =>
  typeof texts === "object" && texts !== null && !Array.isArray(texts);

function unusedIn(texts: Group, all: readonly File[], within: readonly string[] = []): readonly string[] {
  const group = within.at(-1);
  const isById = within.some(
    (name) => Object.hasOwn(groups, name) || all.some(({ looksUp }) => looksUp.has(name)),
  );
  const sayers = group === undefined || isById ? all : all.filter(({ words }) => words.has(group));
  return Object.entries(texts).flatMap(([name, text]) => {
    const isSaid =
      Object.hasOwn(groups, name) || sayers.some(({ words, names }) => (isById ? words : names).has(name));
    if (!isSaid) return [[...within, name].join(" ")];
    return isGroup(text) ? unusedIn(text, all, [...within, name]) : [];
  });
}

test("every text is used", () => {
  expect(unusedIn(languages.en ?? {}, files)).toEqual([]);
});

test("every text for whoever runs the product is used", () => {
  const ofTrail = { trailCheck, trailFaults, trailTimeline };
  const texts = { cliHelp, cliStops, policyAnswers, policyDiff, policyFaults, ...ofTrail };
  expect(unusedIn(texts, files)).toEqual([]);
});

test.each<readonly [string, readonly string[], readonly string[]]>([
  [
    "each by its name",
    ["messages.greeting.hello", "{ greeting } greeting.bye", "say(it.faults, it); .gone"],
    [],
  ],
  ["by an id", ["{ greeting } greeting.hello + greeting.bye", "{ faults } faults[id]", '{ is: "gone" }'], []],
  [
    "in a file that knows another group",
    ["messages.greeting.hello", "messages.other.bye", "it.faults.gone"],
    ["greeting bye"],
  ],
  ["by an id that nobody has", ["{ greeting, hello, bye }", "say(it.faults, it)"], ["faults gone"]],
  ["a whole group", ["it.faults.gone"], ["greeting"]],
  ["in a comment alone", ["// messages.greeting.hello", "/* .greeting.bye */ it.faults.gone"], ["greeting"]],
  ["as a word that is no name", ["it.greeting.hello; bye(1)", "it.faults.gone"], ["greeting bye"]],
])("%s", (_name, code, unused) => {
  const texts = { greeting: { hello: "Hello", bye: () => "Bye" }, faults: { gone: () => "It is gone." } };
  expect(unusedIn(texts, code.map(read))).toEqual(unused);
});
