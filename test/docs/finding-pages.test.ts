// A page a finding, as the findings are now: none stale, none missing, none left over.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { findingPages } from "../../scripts/finding-pages/pages.ts";

const folder = join(import.meta.dirname, "../../docs/findings");
const pages = findingPages();

test("every finding has its page, and no page is left over (npm run findings)", () => {
  expect(readdirSync(folder).toSorted()).toEqual([...pages.keys()].toSorted());
});

test("every page says what the finding is now (npm run findings)", () => {
  const stale = [...pages].filter(([name, text]) => readFileSync(join(folder, name), "utf8") !== text);
  expect(stale.map(([name]) => name)).toEqual([]);
});

test("pages lead to pages that are there", () => {
  const links = [...pages].flatMap(([name, text]) =>
    [...text.matchAll(/\]\(([^)#:]+\.md)/g)].map(([, to = ""]) => `${name} → ${to}`),
  );
  expect(links.length).toBeGreaterThan(pages.size);
  expect(links.filter((link) => !existsSync(join(folder, link.split(" → ")[1] ?? "")))).toEqual([]);
});
