// A policy out of its file: its version is that of exactly this text, and a file that is none is a list of sentences.
import { createHash } from "node:crypto";
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readPolicyFile } from "../src/policy-file.ts";

const folder = await mkdtemp(join(tmpdir(), "aks-oncall-policy-"));
const example = await readFile("policies/example.yaml", "utf8");

async function versionOf(text: string): Promise<string> {
  const file = join(folder, "policy.yaml");
  await writeFile(file, text);
  const read = await readPolicyFile(file);
  if (!read.ok) throw new Error(read.problems.join("\n"));
  return read.version;
}

test("the version is the beginning of what sha256sum prints", async () => {
  expect(await versionOf(example)).toBe(createHash("sha256").update(example).digest("hex").slice(0, 12));
});

test("any other text is another version, a comment too", async () => {
  expect(await versionOf(`${example}\n# reviewed\n`)).not.toBe(await versionOf(example));
});

test.each([
  ["not there", "absent.yaml", null, /^It cannot be read: .*ENOENT/],
  ["with a mistake", "broken.yaml", "version: 1\ngroups: {}\nrulez: []\n", /broken\.yaml:3:1 /],
])("%s", async (_what, name, text, problem) => {
  const file = join(folder, name);
  if (text !== null) await writeFile(file, text);
  const read = await readPolicyFile(file);
  expect(read.ok ? [] : read.problems).toContainEqual(expect.stringMatching(problem));
});
