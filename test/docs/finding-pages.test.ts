// A page a group of findings, as the findings are now: none stale, none missing, none left over.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { findingPages } from "../../scripts/finding-pages/pages.ts";

const folder = join(import.meta.dirname, "../../docs/findings");
const pages = findingPages();

const hasHeading = (page: string, place: string): boolean =>
  [...page.matchAll(/^#+ (.+)$/gm)].some(
    ([, head = ""]) => head.toLowerCase().replaceAll(" ", "-") === place,
  );

test("every group has its page, and no page is left over (npm run findings)", () => {
  expect(readdirSync(folder).toSorted()).toEqual([...pages.keys()].toSorted());
});

test("every page says what its findings are now (npm run findings)", () => {
  const stale = [...pages].filter(([name, text]) => readFileSync(join(folder, name), "utf8") !== text);
  expect(stale.map(([name]) => name)).toEqual([]);
});

test("links lead to pages, and to places on them, that are there", () => {
  const links = [...pages].flatMap(([from, text]) =>
    [...text.matchAll(/\]\(((?!https:)[^)]+)\)/g)].map(([, to = ""]) => [from, ...to.split("#")] as const),
  );
  expect(links.length).toBeGreaterThan(200);
  const lost = links.filter(([from, to = "", place]) => {
    const page = to === "" ? pages.get(from) : pages.get(to);
    if (page === undefined) return !existsSync(join(folder, to));
    return place !== undefined && !page.includes(`<a id="${place}"></a>`) && !hasHeading(page, place);
  });
  expect(lost).toEqual([]);
});
