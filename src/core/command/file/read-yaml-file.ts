// The text of a file as the values that it stands for. kubectl reads YAML as version 1.1 says, editors and people mostly as
// 1.2: a file that is not the same in both is not taken, so that what is approved is what is meant.
import { type Document, isNode, isScalar, LineCounter, parseAllDocuments, visit } from "yaml";
import { type NotTaken, problem } from "./file-problem.ts";

/** Deeper than any object of Kubernetes' own, and shallow enough to walk. */
const deepest = 60;

type Values = Readonly<{ ok: true; values: readonly unknown[] }> | NotTaken;

/** One value for each document that holds any. JSON is YAML. Throws nothing. */
export function readYamlFile(text: string): Values {
  try {
    return readDocuments(text);
  } catch (error) {
    // The parser, and whoever walks through what it found, calls itself for each level.
    if (error instanceof RangeError) return problem({ is: "fileTooDeep" });
    return problem({ is: "fileNoYaml", line: null });
  }
}

function readDocuments(text: string): Values {
  const lines = new LineCounter();
  const lineAt = (offset: number): number => Math.max(1, lines.linePos(offset).line);
  const old = documentsIn(text, "1.1");
  const now = documentsIn(text, "1.2", lines);
  for (const document of now) {
    const [wrong] = [...document.errors, ...document.warnings];
    if (wrong !== undefined) return problem({ is: "fileNoYaml", line: lineAt(wrong.pos[0]) });
    const odd = oddNode(document);
    if (odd !== null)
      return odd.is === "alias"
        ? problem({ is: "fileAlias", line: lineAt(odd.at) })
        : problem({ is: "fileNoYaml", line: lineAt(odd.at) });
  }
  if (depthOf(now) > deepest) return problem({ is: "fileTooDeep" });
  const different = firstDifference(old, now);
  if (different !== null)
    return problem({ is: "fileTwoReadings", line: lineAt(different.at), word: different.word });
  return { ok: true, values: now.map((document) => document.toJS() as unknown).filter(isThere) };
}

const isThere = (value: unknown): boolean => value !== null && value !== undefined;

/** A key that stands twice is an error of its own kind, and looked for once. */
function documentsIn(text: string, version: "1.1" | "1.2", lines?: LineCounter): readonly Document[] {
  const found = parseAllDocuments(text, {
    ...{ version, prettyErrors: false, uniqueKeys: lines !== undefined, logLevel: "silent" },
    ...(lines && { lineCounter: lines }),
  });
  return Array.isArray(found) ? found : [];
}

type Odd = Readonly<{ is: "alias" | "key"; at: number }>;

/** Aliases stand for what is written elsewhere; keys that are no words make no field. */
function oddNode(document: Document): Odd | null {
  let odd: Odd | null = null;
  visit(document, {
    Alias: (_, { range }) => {
      odd = { is: "alias", at: range?.[0] ?? 0 };
      return visit.BREAK;
    },
    Node: (_, node) => {
      if (node.anchor === undefined && node.tag === undefined) return undefined;
      if (node.anchor === undefined && isOrdinary(node.tag)) return undefined;
      odd = { is: node.anchor === undefined ? "key" : "alias", at: node.range?.[0] ?? 0 };
      return visit.BREAK;
    },
    Pair: (_, { key }) => {
      if (isScalar(key) && typeof key.value === "string" && key.value !== "__proto__") return undefined;
      odd = { is: "key", at: (isNode(key) ? key.range?.[0] : undefined) ?? 0 };
      return visit.BREAK;
    },
  });
  return odd;
}

const isOrdinary = (tag: string | undefined): boolean =>
  /^tag:yaml\.org,2002:(?:map|seq|str)$/.test(tag ?? "");

function depthOf(documents: readonly Document[]): number {
  let most = 0;
  for (const document of documents)
    visit(document, {
      Node: (_key, _node, path) => {
        most = Math.max(most, path.length);
        return most > deepest * 2 ? visit.BREAK : undefined;
      },
    });
  return most / 2;
}

type Difference = Readonly<{ at: number; word: string }>;

/** The first scalar whose value is another one. */
function firstDifference(old: readonly Document[], now: readonly Document[]): Difference | null {
  const scalars = (documents: readonly Document[]) => {
    const all: Readonly<{ value: unknown; source: string; at: number }>[] = [];
    for (const document of documents)
      visit(document, {
        Scalar: (_, { value, source, range }) => {
          all.push({ value, source: source ?? "", at: range?.[0] ?? 0 });
        },
      });
    return all;
  };
  const before = scalars(old);
  const after = scalars(now);
  for (const [index, { value, source, at }] of after.entries()) {
    const other = before[index];
    if (other === undefined || !Object.is(other.value, value) || other.source !== source)
      return { at, word: source.slice(0, 40) };
  }
  return before.length === after.length ? null : { at: 0, word: "" };
}
