// Learning what lines ask for takes seconds and 200 MB. In a process of its own neither is missed: what a thread has used, this
// process would keep. What was learned is kept beside the code that Node.js compiled, until the code or the examples change.
import { fork } from "node:child_process";
import { createHash } from "node:crypto";
import { glob, readFile, rename, rm, writeFile } from "node:fs/promises";
import { getCompileCacheDir } from "node:module";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { deserialize, serialize } from "node:v8";
import { gunzip, gzip } from "node:zlib";
import { know, type learnAbilities } from "../core/conversation/ability/ability.ts";
import { knowNamed, type learnNamed } from "../core/conversation/plain-words/named-words.ts";

type Learned = Readonly<{
  abilities: ReturnType<typeof learnAbilities>;
  named: ReturnType<typeof learnNamed>;
}>;

/** Less room for what is thrown away: slower by a tenth, and half as large. */
const sparing = ["--max-semi-space-size=4"];

/** Never rejects: after it `failed`, the first line that needs it learns it itself. */
export async function learnWords(failed: (error: unknown) => void): Promise<void> {
  try {
    const file = await fileOfThese();
    const kept = file === null ? null : await keptIn(file);
    const learned = kept ?? (await learnAside());
    know(learned.abilities);
    knowNamed(learned.named);
    if (file !== null && kept === null) await keep(file, learned);
  } catch (error) {
    failed(error);
  }
}

const learner = new URL("./learn-process.ts", import.meta.url);

function learnAside(): Promise<Learned> {
  const child = fork(learner, {
    execArgv: [...process.execArgv, ...sparing],
    serialization: "advanced",
    // It needs no setting, and no secret among them.
    env: {},
  });
  process.once("exit", () => child.kill());
  return new Promise((done, failed) => {
    child.once("message", (message) => done(message as Learned));
    child.once("error", failed);
    child.once("exit", (code) => failed(new Error(`The process that learns ended with ${code}.`)));
  });
}

// Only this user may write into the folder of what Node.js compiled, or the image's build alone: what is read there is our own.

/** Where the source is joined into few files (`scripts/bundle.ts`) it is not there; the process names those by their hashes. */
const lessons = join(import.meta.dirname, "../core/conversation");

/** Null where Node.js keeps nothing. Its folder is named after its version. */
async function fileOfThese(): Promise<string | null> {
  const folder = getCompileCacheDir();
  if (folder === undefined) return null;
  const files: string[] = [];
  for await (const file of glob("**/*.{ts,js,json}", { cwd: lessons })) files.push(file);
  const hash = createHash("sha256").update(await readFile(learner));
  for (const file of files.sort()) hash.update(await readFile(join(lessons, file)));
  return join(folder, `words-${hash.digest("hex").slice(0, 32)}`);
}

/** Null where nothing, or nothing whole, is kept. */
async function keptIn(file: string): Promise<Learned | null> {
  try {
    return deserialize(await promisify(gunzip)(await readFile(file)));
  } catch {
    return null;
  }
}

/** In place of what was learned of other examples. A folder that nothing can be written to keeps nothing. */
async function keep(file: string, learned: Learned): Promise<void> {
  const folder = dirname(file);
  const part = `${file}.${process.pid}`;
  try {
    await writeFile(part, await promisify(gzip)(serialize(learned)), { mode: 0o600 });
    for await (const other of glob("words-*[0-9a-f]", { cwd: folder }))
      if (!part.endsWith(other)) await rm(join(folder, other), { force: true });
    await rename(part, file);
  } catch {}
}
