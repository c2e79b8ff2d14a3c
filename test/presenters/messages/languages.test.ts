// Every language says what English says: the same texts, of the same kinds, with the same values in them.
import { languages } from "../../../src/presenters/messages/messages.ts";
import { basisOf, differences, stillEnglish } from "./differences.ts";
import { borrowed, borrowedIn, comparedInEnglish, folders, readFolder } from "./folder.ts";

const literals = comparedInEnglish();
const { en = {}, ...others } = languages;

test("every folder is a language that is spoken, and the other way round", () => {
  expect(folders()).toEqual(Object.keys(languages).toSorted());
});

/** What says a step takes no other value: the texts of steps are JSON, and judged there. */
const saysStep = (text: string): boolean =>
  /^ ?(?:sayStep|summary\.ts summaryTexts sayLimit|findings\.ts findingTexts|ways-in\.ts pathReasons (?:stop|openStep|openStop|podStopped))\b/.test(
    text,
  );

test("every language beside English, in its folder and as it is spoken", async () => {
  const english = await readFolder("en");
  for (const [name, spoken] of Object.entries(others)) {
    const folder = await readFolder(name);
    const done = new Map();
    const found = [...differences(english, folder, literals, done), ...differences(en, spoken, {}, done)];
    expect(found.filter((each) => !saysStep(each))).toEqual([]);
    expect(stillEnglish(english, folder)).toEqual([]);
    expect(borrowed(name)).toEqual([]);
  }
});

type Text = (...values: never[]) => unknown;

const textsIn = (texts: unknown, at = ""): readonly (readonly [string, Text])[] =>
  typeof texts === "function"
    ? [[at, texts as Text]]
    : typeof texts === "object" && texts !== null
      ? Object.entries(texts).flatMap(([name, each]) => textsIn(each, `${at} ${name}`))
      : [];

test("every text of English can be called, so none is left out", async () => {
  const texts = new Map(textsIn(await readFolder("en")).map(([at, text]) => [text, at]));
  expect(texts.size).toBeGreaterThan(1_300);
  const uncalled = [...texts].filter(([text]) => basisOf(text) === null).map(([, at]) => at);
  expect(uncalled.filter((at) => !saysStep(at))).toEqual([]);
});

describe("what differs is found", () => {
  type By = Readonly<{ name: string; isPerson: boolean }>;
  type Deed = Readonly<{ of: string; by: By | null; kind: string }>;
  const english = {
    title: "✔ Done",
    note: "Nothing was run at all.",
    marks: ["a", "b"],
    says: {
      counted: (count: number, cluster: string) => `${count} of them failed on ${cluster}`,
      listed: (names: readonly string[]) => `Also: ${names.join(", ")}`,
      deed: ({ of, by, kind }: Deed) =>
        `${kind === "write" ? "changed" : "deleted"} ${of}${by === null ? "" : ` by ${by.isPerson ? "" : "application "}${by.name}`}`,
    },
  };
  const { says, ...rest } = english;
  const withDeed = (deed: (it: Deed) => string) => ({ ...english, says: { ...says, deed } });

  test.each<readonly [string, object, readonly string[]]>([
    ["nothing", english, []],
    ["a text is missing", { ...rest }, ["x.ts says is missing"]],
    [
      "a text deep down is missing",
      { ...rest, says: { counted: says.counted, listed: says.listed } },
      ["x.ts says deed is missing"],
    ],
    ["a text is too many", { ...english, more: "More" }, ["x.ts more is too many"]],
    ["a text is empty", { ...english, note: "" }, ["x.ts note is empty"]],
    ["a list is shorter", { ...english, marks: ["a"] }, ["x.ts marks 1 is missing"]],
    [
      "a sentence with values became one without",
      { ...english, says: { ...says, listed: "Auch" } },
      ["x.ts says listed is string, and function in English"],
    ],
    ["the shape is another", { ...english, title: "✖ Fertig" }, ["x.ts title has not the shape ✔"]],
    [
      "a value is left out",
      { ...english, says: { ...says, counted: (count: number) => `${count} nicht` } },
      ["x.ts says counted leaves out 1"],
    ],
    [
      "a list is left out",
      { ...english, says: { ...says, listed: () => "Auch" } },
      ["x.ts says listed leaves out 0"],
    ],
    ["a value is added", withDeed((it) => `${says.deed(it)} (${it.kind})`), ["x.ts says deed adds 0.kind"]],
    [
      "a value is left out in one branch",
      withDeed(
        ({ of, by, kind }) =>
          `${kind === "write" ? "geändert" : "gelöscht"} ${of}${by === null ? "" : by.isPerson ? ` von ${by.name}` : " von einer Anwendung"}`,
      ),
      ["x.ts says deed leaves out 0.by.name"],
    ],
    [
      "a condition is left out",
      withDeed(
        ({ of, by, kind }) =>
          `${kind === "write" ? "geändert" : "gelöscht"} ${of}${by === null ? "" : ` von ${by.name}`}`,
      ),
      ["x.ts says deed says the same whatever 0.by.isPerson is"],
    ],
    [
      "a word that English compares with is not compared with",
      withDeed(
        ({ of, by }) =>
          `geändert ${of}${by === null ? "" : ` von ${by.isPerson ? "" : "Anwendung "}${by.name}`}`,
      ),
      ["x.ts says deed says the same whatever 0.kind is"],
    ],
    [
      "a value that may be missing is not looked at",
      withDeed(
        ({ of, by, kind }) =>
          `${kind === "write" ? "geändert" : "gelöscht"} ${of} von ${by?.isPerson ? "" : "Anwendung "}${(by as By).name}`,
      ),
      ["x.ts says deed fails"],
    ],
    [
      "other words in another order",
      withDeed(
        ({ of, by, kind }) =>
          `${by === null ? "" : `von ${by.isPerson ? "" : "Anwendung "}${by.name}: `}${of} ${kind === "write" ? "geändert" : "gelöscht"}`,
      ),
      [],
    ],
  ])("%s", (_name, other, found) => {
    expect(differences({ "x.ts": english }, { "x.ts": other }, { "x.ts": ["write"] })).toEqual(found);
  });

  test("a sentence stayed English; a word may be the same", () => {
    const other = {
      ...english,
      title: "✔ Fertig",
      says: { ...says, listed: (names: readonly string[]) => `Auch: ${names}` },
    };
    expect(stillEnglish({ "x.ts": english }, { "x.ts": other })).toEqual(["x.ts note", "x.ts says counted"]);
  });

  test("a text is borrowed from English; its type may be", () => {
    const code = (how: string) => `${how} { runTexts } from "../en/runs.ts"; import { x } from "./words.ts";`;
    expect(borrowedIn(code("import"), "de")).toEqual(["../en/runs.ts"]);
    expect(borrowedIn(code("import type"), "de")).toEqual([]);
  });

  test("a file is missing, or has no business here", () => {
    expect(differences({ "x.ts": english }, { "y.ts": english })).toEqual([
      "x.ts is missing",
      "y.ts is too many",
    ]);
  });
});
