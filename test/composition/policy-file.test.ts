// A policy out of its file: its version is that of exactly this text, and a file that is none is a list of sentences.
import { createHash } from "node:crypto";
import { mkdtemp, readFile, rename, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { lookAtPolicyFile, readPolicyFile } from "../../src/composition/policy-file.ts";

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

describe("a look at the file tells one state of it from another", () => {
  const file = join(folder, "looked-at.yaml");

  test("left alone, it is the same", async () => {
    await writeFile(file, example);
    expect(await lookAtPolicyFile(file)).toBe(await lookAtPolicyFile(file));
  });

  test.each<[string, () => Promise<void>]>([
    ["written anew", () => writeFile(file, `${example}\n# reviewed\n`)],
    ["written anew at as many bytes", () => utimes(file, new Date(), new Date(Date.now() + 5_000))],
    [
      "another renamed into its place, as old and as long",
      async () => {
        const other = join(folder, "other.yaml");
        await writeFile(other, await readFile(file, "utf8"));
        await rename(other, file);
      },
    ],
    ["gone", () => rename(file, join(folder, "moved.yaml"))],
  ])("%s", async (_, change) => {
    const before = await lookAtPolicyFile(file);
    await change();
    expect(await lookAtPolicyFile(file)).not.toBe(before);
  });
});
