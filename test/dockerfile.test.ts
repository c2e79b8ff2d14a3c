// What the image is made of is there: making it takes minutes, and is tried before a release (test/release).
import { existsSync, readFileSync } from "node:fs";

const lines = (file: string): readonly string[] => readFileSync(file, "utf8").split("\n");
const copied = lines("Dockerfile").flatMap(
  (line) => /^COPY (?!--)(.+) \S+$/.exec(line)?.[1]?.split(" ") ?? [],
);
const sent = lines(".dockerignore").flatMap((line) => (line.startsWith("!") ? [line.slice(1)] : []));

test("all that is sent to the engine is there, and all that is copied is sent", () => {
  expect(sent.filter((path) => !existsSync(path))).toEqual([]);
  expect(copied.filter((path) => !sent.some((each) => each.split("/")[0] === path))).toEqual([]);
});
