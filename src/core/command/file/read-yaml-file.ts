// The text of a file as the values that it stands for. kubectl reads YAML as version 1.1 says, editors and people mostly as
// 1.2: a file that is not the same in both is not taken, so that what is approved is what is meant.
import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  type Node,
  parseAllDocuments,
  visit,
  type YAMLMap,
} from "yaml";
import { type NotTaken, problem } from "./file-problem.ts";

/** Deeper than any object of Kubernetes' own, and shallow enough to walk. */
const deepest = 60;

/** Of which nobody sees that it is there; breaks of lines and tabs are what a text is made of, joiners what letters are. */
const hidden = /(?![\n\r\t\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\ufffd]/u;

export const holdsHidden = (text: string): boolean => hidden.test(text);

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
    if (odd?.is === "alias") return problem({ is: "fileAlias", line: lineAt(odd.at) });
    if (odd?.is === "hidden") return problem({ is: "fileNoText" });
    if (odd !== null) return problem({ is: "fileNoYaml", line: lineAt(odd.at) });
  }
  if (depthOf(now) > deepest) return problem({ is: "fileTooDeep" });
  const different = firstDifference(old, now);
  if (different !== null)
    return problem({ is: "fileTwoReadings", line: lineAt(different.at), word: different.word });
  return { ok: true, values: now.map((document) => document.toJS() as unknown).filter(isThere) };
}

const isThere = (value: unknown): boolean => value !== null && value !== undefined;

/** Keys that stand twice are looked for below: the parser compares each with each. */
function documentsIn(text: string, version: "1.1" | "1.2", lines?: LineCounter): readonly Document[] {
  const found = parseAllDocuments(text, {
    ...{ version, prettyErrors: false, uniqueKeys: false, logLevel: "silent" },
    ...(lines && { lineCounter: lines }),
  });
  return Array.isArray(found) ? found : [];
}

type Odd = Readonly<{ is: "alias" | "key" | "hidden"; at: number }>;

/** A document that says by itself how it is to be read would be read as it says, here and by nobody else. */
function isDirected({ directives }: Document): boolean {
  const { explicit = false } = directives?.yaml ?? {};
  const named = Object.entries(directives?.tags ?? {});
  return explicit || named.some(([handle, prefix]) => handle !== "!!" || prefix !== "tag:yaml.org,2002:");
}

/** Aliases stand for what is written elsewhere; keys that are no words, or stand twice, make no field. */
function oddNode(document: Document): Odd | null {
  if (isDirected(document)) return { is: "key", at: (document.range?.[0] ?? 1) - 1 };
  let odd: Odd | null = null;
  const stopAt = (found: Odd | null) => {
    odd = found;
    return found === null ? undefined : visit.BREAK;
  };
  visit(document, {
    Node: (_, node) => stopAt(oddIn(node)),
    Pair: (_, { key }) => {
      if (isScalar(key) && typeof key.value === "string" && key.value !== "__proto__") return undefined;
      return stopAt({ is: "key", at: (isNode(key) ? key.range?.[0] : undefined) ?? 0 });
    },
  });
  return odd;
}

function oddIn(node: Node): Odd | null {
  const at = node.range?.[0] ?? 0;
  if (isAlias(node) || node.anchor !== undefined) return { is: "alias", at };
  if (node.tag !== undefined && !isOrdinary(node.tag)) return { is: "key", at };
  if (isScalar(node) && typeof node.value === "string" && holdsHidden(node.value))
    return { is: "hidden", at };
  const second = isMap(node) ? secondKey(node) : null;
  return second === null ? null : { is: "key", at: second };
}

/** Where a key begins that stood before; null where none did. */
function secondKey({ items }: YAMLMap): number | null {
  const seen = new Set<unknown>();
  for (const { key } of items) {
    if (!isScalar(key)) continue;
    if (seen.has(key.value)) return key.range?.[0] ?? 0;
    seen.add(key.value);
  }
  return null;
}

const isOrdinary = (tag: string): boolean => /^tag:yaml\.org,2002:(?:map|seq|str)$/.test(tag);

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
