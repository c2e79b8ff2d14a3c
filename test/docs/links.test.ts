// What the documents name and link stands there: a promise whose proof was moved away is no promise.
import { existsSync, readdirSync, statSync } from "node:fs";
import { basename } from "node:path";
import { codeOn, leadsTo, linksOn, pages, placesOn } from "./pages.ts";

const modules = new Set(
  ["src", "test", "scripts", "simulator"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((path) => basename(path)),
  ),
);
const places = new Map(pages.map((page) => [page.path, placesOn(page)]));

describe.each(pages.map((page) => [page.path, page] as const))("%s", (_path, page) => {
  test("links files that are there, and places that are on them", () => {
    const lost = linksOn(page).filter((link) => {
      const { file, place } = leadsTo(page, link);
      if (!existsSync(file)) return true;
      return place !== "" && places.get(file)?.has(place) !== true;
    });
    expect(lost).toEqual([]);
  });

  test("names files and folders that are there", () => {
    const folders = /^(?:src|test|docs|simulator|scripts|cards|bench|policies|manifest|deploy)\/[\w./-]+$/;
    // Tests are named without their ending.
    const isThere = (path: string) => ["", ".test.ts", ".ts"].some((ending) => existsSync(path + ending));
    const lost = codeOn(page).filter((code) => folders.test(code) && !isThere(code));
    expect(lost).toEqual([]);
  });

  test("names modules that are there, also by their name alone", () => {
    const lost = codeOn(page).filter((code) => /^[\w-]+\.ts$/.test(code) && !modules.has(code));
    expect(lost).toEqual([]);
  });
});

test("every page is linked from another one", () => {
  const linked = new Set(
    pages.flatMap((page) =>
      linksOn(page)
        .map((link) => leadsTo(page, link).file)
        .filter((file) => file !== page.path),
    ),
  );
  const folders = [...linked].filter((file) => existsSync(file) && statSync(file).isDirectory());
  const isLinked = (path: string) => linked.has(path) || folders.some((folder) => path.startsWith(folder));
  const alone = pages.map(({ path }) => path).filter((path) => path !== "README.md" && !isLinked(path));
  expect(alone).toEqual([]);
});
