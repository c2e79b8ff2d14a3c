// What the documents name stands there: a promise whose proof was moved away is no promise.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

const root = join(import.meta.dirname, "../..");
const documents = [
  "README.md",
  "CONTRIBUTING.md",
  ...readdirSync(join(root, "docs")).map((name) => `docs/${name}`),
];

const named = documents
  .filter((name) => name.endsWith(".md"))
  .flatMap((document) =>
    [
      ...readFileSync(join(root, document), "utf8").matchAll(
        /`((?:src|test|docs|simulator|scripts|cards|bench|policies|manifest|deploy)\/[\w./-]+)`/g,
      ),
    ].map(([, path = ""]) => [document, path] as const),
  );

/** Tests are named without their ending, and some are a folder. */
const endings = ["", ".test.ts", ".ts"];

test.each(named)("%s names %s", (_document, path) => {
  expect(endings.some((ending) => existsSync(join(root, `${path}${ending}`)))).toBe(true);
});

const links = documents
  .filter((name) => name.endsWith(".md"))
  .flatMap((document) =>
    [...readFileSync(join(root, document), "utf8").matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(
      ([, path = ""]) => [document, path] as const,
    ),
  );

test.each(links)("%s links %s", (document, path) => {
  expect(existsSync(join(root, dirname(document), path))).toBe(true);
});
