// A YAML text as data, with the place of every value in it, so that each problem can name its line.
import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
} from "yaml";
import type { PolicyFault } from "./fault.ts";

export type Problem = Readonly<{ line: number; column: number; fault: PolicyFault }>;
export type Path = readonly PropertyKey[];
/** A problem that knows its place but not yet its line; `key` names a key of the mapping at `path`. */
export type Fault = Readonly<{ path: Path; fault: PolicyFault; key?: string }>;
export type YamlText = Readonly<{ value: unknown; locate: (fault: Fault) => Problem }>;

/** Reads YAML 1.2 without aliases: a policy says everything where it stands. Lines and columns count from 1. */
export function readYaml(
  text: string,
): Readonly<{ ok: true; yaml: YamlText } | { ok: false; problems: readonly Problem[] }> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, version: "1.2" });
  const problem = (offset: number, fault: PolicyFault): Problem => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1), fault };
  };
  const problems = [...document.errors, ...document.warnings].map(({ pos, code, message }) =>
    problem(pos[0], code === "MULTIPLE_DOCS" ? { is: "severalDocuments" } : { is: "notYaml", said: message }),
  );
  visit(document, {
    Alias: (_, { range }) => {
      problems.push(problem(range?.[0] ?? 0, { is: "alias" }));
    },
  });
  if (problems.length > 0) return { ok: false, problems };
  /** Where the path leads to nothing, the nearest value on the way counts. */
  const locate = ({ path, fault, key }: Fault) => problem(offsetOf(document, path, key), fault);
  return { ok: true, yaml: { value: document.toJS(), locate } };
}

function offsetOf(document: Document, path: Path, key?: string): number {
  let node: unknown = document.contents;
  for (const segment of path) {
    const next = childOf(node, segment);
    if (next === undefined) break;
    node = next;
  }
  if (key !== undefined && isMap(node)) {
    const found = node.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === key)?.key;
    if (isNode(found)) return found.range?.[0] ?? 0;
  }
  return isNode(node) ? (node.range?.[0] ?? 0) : 0;
}

function childOf(node: unknown, segment: PropertyKey): unknown {
  if (isAlias(node)) return undefined;
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(segment));
    return pair?.value ?? pair?.key;
  }
  return isSeq(node) && typeof segment === "number" ? node.items[segment] : undefined;
}
