// What judges and acts hands on data: no sentence stands in `core`, `app` or `azure`. Words stand in the catalogue
// beside the cards. Exceptions and the log speak to whoever runs the product, and may.
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { parseSync } from "@swc/core";

const root = join(import.meta.dirname, "../..");

type Node = Readonly<Record<string, unknown>>;
const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null;

const nameOf = (value: unknown): string => {
  if (!isNode(value)) return "";
  if (value.type === "MemberExpression") return nameOf(value.object) || nameOf(value.property);
  return typeof value.value === "string" ? value.value : "";
};

/** Thrown, or written to the log. */
function isForOperators(node: Node): boolean {
  if (node.type === "ThrowStatement") return true;
  const { callee } = node;
  if (node.type === "NewExpression") return nameOf(callee).endsWith("Error");
  if (node.type !== "CallExpression" || !isNode(callee)) return false;
  if (callee.type === "Super") return true;
  const object = isNode(callee.object) ? callee.object : {};
  return nameOf(object) === "log" || nameOf(object.property) === "log";
}

/** The text of a literal, with `…` for what is inserted. */
function textOf({ type, value, quasis }: Node): string | null {
  if (type === "StringLiteral") return String(value);
  if (type !== "TemplateLiteral" || !Array.isArray(quasis)) return null;
  return quasis.map((quasi: unknown) => (isNode(quasi) ? String(quasi.cooked) : "")).join("…");
}

/** Four words or more, two of them in small letters, that begin like a sentence or end like one. */
function isSentence(text: string): boolean {
  const words = text.trim().split(/\s+/);
  const small = words.filter((word) => /^["'`(]?[a-z’']+[…:,;.!?)"'`]*$/.test(word));
  return words.length >= 4 && small.length >= 2 && (/^["'`]?[A-Z]/.test(text) || /[.!?]$/.test(text.trim()));
}

function sentencesIn(code: string): readonly string[] {
  const found: string[] = [];
  const look = (value: unknown): void => {
    if (Array.isArray(value)) for (const each of value) look(each);
    if (!isNode(value) || Array.isArray(value) || isForOperators(value)) return;
    const text = textOf(value);
    if (text !== null && isSentence(text)) found.push(text);
    for (const each of Object.values(value)) look(each);
  };
  look(parseSync(code, { syntax: "typescript" }).body);
  return found;
}

const filesIn = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));

const files = ["src/core", "src/app", "src/azure"].flatMap(filesIn);
const sentencesOf = (file: string) => sentencesIn(readFileSync(join(root, file), "utf8"));

test.each(files)("no sentence in %s", (file) => {
  expect(sentencesOf(file)).toEqual([]);
});

describe("what counts as a sentence", () => {
  test.each([
    ['const a = "The cluster is not there.";', 1],
    [`const a = \`The cluster \${name} is not there\`;`, 1],
    [`const a = \`you lack \${action} on that scope.\`;`, 1],
    ['const a = { why: () => "Ask for less at once" };', 1],
    ['const a = "kubectl get pods -n payments";', 0],
    ['const a = "AuthorizationFailed LinkedAuthorizationFailed ScopeLocked Forbidden";', 0],
    ['const a = "select key from jobs where state";', 0],
    ['throw new Error("The healthy snapshot has no cluster.");', 0],
    ['services.log.warn("The policy was not read again.", {});', 0],
    ['const a = new BudgetError("Azure was asked too often for that.");', 0],
  ])("%s: %i", (code, count) => {
    expect(sentencesIn(code)).toHaveLength(count);
  });
});
