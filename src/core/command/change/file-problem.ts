// Why a sent file is not taken. Its words stand in the catalogue; nothing of what a file holds but names and one word.
import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  type Node,
  type Pair,
  parseAllDocuments,
  type Scalar,
  visit,
  type YAMLMap,
} from "yaml";
import { unseenBut } from "../../text/text.ts";

export type FileProblem = Readonly<
  /** Neither YAML nor JSON by its name. */
  | { is: "fileEnding" }
  | { is: "fileTooLong"; most: number }
  /** It is no text in UTF-8, or holds characters that nobody sees. */
  | { is: "fileNoText" }
  /** `line`: from 1; null where a parser does not say. */
  | { is: "fileNoYaml"; line: number | null }
  | { is: "fileAlias"; line: number }
  /** A word that means one thing in YAML 1.1, which kubectl reads, and another in 1.2. */
  | { is: "fileTwoReadings"; line: number; word: string }
  | { is: "fileNumber"; number: string }
  | { is: "fileTooDeep" }
  | { is: "fileEmpty" }
  /** `at`: which of its objects, from 1. */
  | { is: "fileNoObject"; at: number; lacks: "apiVersion" | "kind" | "metadata" | "metadata.name" }
  | { is: "fileName"; name: string }
  | { is: "fileNamespace"; namespace: string }
  | { is: "fileKind"; kind: string }
  | { is: "fileSecretKind" }
  /** It has a field in which another reader looks for objects. */
  | { is: "fileItems"; kind: string }
  /** `line`: the line in which it looks as if one was, without it. */
  | { is: "fileWithSecret"; line: string }
  | { is: "fileTwice"; object: string }
  | { is: "fileOfMany"; most: number; holds: number }
  | { is: "fileOfSeveralNamespaces"; namespaces: readonly string[] }
>;

export const problem = <Problem extends FileProblem>(
  why: Problem,
): Readonly<{ ok: false; why: Problem }> => ({
  ok: false,
  why,
});

export type NotTaken = Readonly<{ ok: false; why: FileProblem }>;

// The text of a file as the values that it stands for. kubectl reads YAML as version 1.1 says, editors and people mostly as
// 1.2: a file that is not the same in both is not taken, so that what is approved is what is meant.

/** Deeper than any object of Kubernetes' own, and shallow enough to walk. */
const deepest = 60;

/** Breaks of lines and tabs are what a text is made of, and joiners what letters are. */
const hidden = unseenBut(String.raw`\n\r\t\u200c\u200d`);

export const holdsHidden = (text: string): boolean => hidden.test(text) || /[\p{Cs}\ufffd]/u.test(text);

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
  const values: unknown[] = [];
  for (const part of partsOf(text)) {
    const read = readPart(part);
    if (!read.ok) return read;
    values.push(...read.values);
  }
  return { ok: true, values };
}

/** `before`: how many lines of the file stand above it. */
type Part = Readonly<{ text: string; before: number }>;

/**
 * Before it reads any YAML, kubectl cuts a file at these lines, and takes one document of each part:
 * apimachinery's `YAMLReader`, util/yaml/decoder.go.
 */
function partsOf(text: string): readonly Part[] {
  const parts = [{ text: "", before: 0 }];
  // Spaces at the very end are one more line to it.
  const whole = /\n[ \t]+$/.test(text) ? `${text}\n` : text;
  for (const [index, line] of whole.split(/(?<=\n)/).entries()) {
    const last = parts.at(-1);
    if (last === undefined || /^---\s*(?:#|$)/.test(line)) parts.push({ text: "", before: index + 1 });
    else last.text += line;
  }
  return parts;
}

function readPart({ text, before }: Part): Values {
  const lines = new LineCounter();
  const lineAt = (offset: number): number => before + Math.max(1, lines.linePos(offset).line);
  const old = documentsIn(text, "1.1");
  const now = documentsIn(text, "1.2", lines);
  // A directive says which version it is, and of what follows in one part kubectl knows nothing.
  const directive = /^%/m.exec(text);
  if (directive !== null) return problem({ is: "fileNoYaml", line: lineAt(directive.index) });
  const [, second] = now;
  if (second !== undefined) return problem({ is: "fileNoYaml", line: lineAt(second.range?.[0] ?? 0) });
  for (const document of now) {
    const [wrong] = [...document.errors, ...document.warnings];
    if (wrong !== undefined) return problem({ is: "fileNoYaml", line: lineAt(wrong.pos[0]) });
    const odd = oddNode(document);
    if (odd?.is === "alias") return problem({ is: "fileAlias", line: lineAt(odd.at) });
    if (odd?.is === "hidden") return problem({ is: "fileNoText" });
    if (odd !== null) return problem({ is: "fileNoYaml", line: lineAt(odd.at) });
  }
  if (depthOf(now) > deepest) return problem({ is: "fileTooDeep" });
  const different = firstDifference(text, old, now);
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

/** Aliases stand for what is written elsewhere; keys that are no words, or stand twice, make no field, and tags no plain value. */
function oddNode(document: Document): Odd | null {
  let odd: Odd | null = null;
  const stopAt = (found: Odd | null) => {
    odd = found;
    return found === null ? undefined : visit.BREAK;
  };
  visit(document, {
    Node: (_, node) => stopAt(oddIn(node)),
    Pair: (_, pair, path) => {
      const { key } = pair;
      const isField = isScalar(key) && typeof key.value === "string" && key.value !== "__proto__";
      if (isField && !isCutShort(pair, path.at(-1))) return undefined;
      return stopAt({ is: "key", at: (isNode(key) ? key.range?.[0] : undefined) ?? 0 });
    },
  });
  return odd;
}

function oddIn(node: Node): Odd | null {
  const at = node.range?.[0] ?? 0;
  if (isAlias(node) || node.anchor !== undefined) return { is: "alias", at };
  if (node.tag !== undefined) return { is: "key", at };
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

/** `{a:}` and `[a:, b]`: to some readers the colon belongs to the word. */
const isCutShort = ({ value }: Pair, parent: unknown): boolean =>
  isMap(parent) && parent.flow === true && isScalar(value) && value.source === "" && value.type === "PLAIN";

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

/** To Go, which kubectl is written in: it drops underscores, and asks `ParseInt` and `ParseFloat` (go-yaml's resolve.go). */
const numberOfGo = /^[-+]?(?:0[xX][\da-fA-F]+|0[oO]?[0-7]+|0[bB][01]+|(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)$/;

/**
 * One text in both versions, and another in kubectl: a number, in brackets a key, a line that goes on after an empty one,
 * half a character.
 */
function isReadOtherwise({ value, type, range }: Scalar, text: string): boolean {
  if (typeof value !== "string") return false;
  if (!value.isWellFormed()) return true;
  if (type === "QUOTE_DOUBLE") return /\\\r?\n[ \t]*\r?\n/.test(text.slice(range?.[0], range?.[1]));
  if (type !== "PLAIN") return false;
  return value.startsWith("?") || (/^[-+.\d]/.test(value) && numberOfGo.test(value.replaceAll("_", "")));
}

/** The first scalar whose value is another one. */
function firstDifference(
  text: string,
  old: readonly Document[],
  now: readonly Document[],
): Difference | null {
  const scalars = (documents: readonly Document[]) => {
    const all: Readonly<{ value: unknown; source: string; at: number; isOdd: boolean }>[] = [];
    for (const document of documents)
      visit(document, {
        Scalar: (_, scalar) => {
          const { value, source = "", range } = scalar;
          all.push({ value, source, at: range?.[0] ?? 0, isOdd: isReadOtherwise(scalar, text) });
        },
      });
    return all;
  };
  const before = scalars(old);
  const after = scalars(now);
  for (const [index, { value, source, at, isOdd }] of after.entries()) {
    const other = before[index];
    if (isOdd || other === undefined || !Object.is(other.value, value) || other.source !== source)
      return { at, word: source.slice(0, 40).toWellFormed() };
  }
  return before.length === after.length ? null : { at: 0, word: "" };
}
