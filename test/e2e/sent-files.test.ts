// A file from a person's own chat to the cluster, through the real chain with the real kubectl: what its cards say, what is
// made of it once somebody has agreed, and that nothing of it stays.
import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import pg from "pg";
import { people } from "../../simulator/people.ts";
import { newFilesKey } from "../fixtures/new-keys.ts";
import { buttonsOf, channelThread, chatOf, type Harness, startHarness, wordsOf } from "../flow/harness.ts";

const { alex, megan } = people;
const word = "a-word-of-its-own";

const page = (greeting: string) => `apiVersion: v1
kind: ConfigMap
metadata:
  name: page
  namespace: payments
data:
  greeting: ${greeting}
`;
const apply = "kubectl apply -f page.yaml on prod-1 because CHG-1180";

let chain: Harness;
let database: pg.Client;
let oneDrive: Server;
let lies = "";
let gets = 0;
beforeAll(async () => {
  chain = await startHarness(undefined, undefined, { FILES_KEY_FILE: await newFilesKey() });
  await chain.setPolicy(await readFile("policies/example.yaml", "utf8"));
  if (!("databaseUrl" in chain.config.store)) throw new Error("a database of its own is expected");
  database = new pg.Client({ connectionString: chain.config.store.databaseUrl });
  await database.connect();
  oneDrive = createServer((_request, response) => {
    gets += 1;
    response.end(lies);
  });
  await new Promise<void>((resolve) => oneDrive.listen(0, "127.0.0.1", resolve));
});
afterAll(async () => {
  oneDrive?.close();
  await database?.end();
  await chain?.close();
});

/** As Teams delivers a message with a file in a personal chat. */
async function send(text: string, words: RegExp, name = "page.yaml", host = "127.0.0.1"): Promise<string> {
  lies = text;
  const { port } = oneDrive.address() as AddressInfo;
  const content = { downloadUrl: `http://${host}:${port}/download`, uniqueId: "1150D938", fileType: "yaml" };
  const attachments = [{ contentType: "application/vnd.microsoft.teams.file.download.info", name, content }];
  const before = chain.teams.shown().length;
  await chain.send(alex, "", chatOf(alex), { attachments });
  return wordsOf((await chain.answer(before, words, chatOf(alex))).activity);
}

/** Asked by Alex in the channel, agreed to by Megan, and done. */
async function applied(): Promise<Readonly<{ id: string; waiting: string; done: string }>> {
  const shown = await chain.ask(alex, apply, /Waits for approval/, channelThread);
  const waiting = wordsOf(shown.activity);
  const id = /R-[0-9A-Z]{10}/.exec(waiting)?.[0] ?? "";
  const view = await chain.press(megan, channelThread, { v: 1, verb: "change.review", run: id });
  const { data = {} } = buttonsOf(view).find(({ title }) => title === "Approve once") ?? {};
  await chain.press(megan, channelThread, data);
  for (let attempt = 0; attempt < 800 && !/✔ Done|✖/.test(wordsOf(shown.activity)); attempt += 1)
    await new Promise((resolve) => setTimeout(resolve, 25));
  return { id, waiting, done: wordsOf(shown.activity) };
}

const rows = async (statement: string) => (await database.query<{ text: string }>(statement)).rows;

test("from the chat to the cluster, once somebody has agreed", async () => {
  expect(await send(page(word), /I have page\.yaml/)).toMatch(/configmap\/page in payments/);
  const [kept] = await rows("select t::text as text from sent_files t");
  expect(kept?.text).toContain("page.yaml");
  expect(kept?.text).not.toContain(word);

  const { id, waiting, done } = await applied();
  expect(waiting).toMatch(
    /configmap\/page in payments[\s\S]*created[\s\S]*data\.greeting: \(not set\) → a-word-of-its-own/,
  );
  expect(waiting).toMatch(/page\.yaml, SHA-256 [0-9a-f]{12}…/);
  expect(done).toMatch(/✔ Done[\s\S]*configmap\/page created[\s\S]*Approved by[\s\S]*Megan Bowen/);
  expect(await rows(`select run_id as text from sent_files where run_id = '${id}'`)).toEqual([]);
  const [asked] = await rows(
    `select detail::text as text from audit where run_id = '${id}' order by row_id limit 1`,
  );
  expect(asked?.text).toMatch(/"file": "page\.yaml"[\s\S]*"sha256": "[0-9a-f]{64}"|"sha256"[\s\S]*"file"/);

  const read = await chain.ask(
    alex,
    "run `kubectl get configmap page -n payments -o yaml` on prod-1",
    /greeting/,
  );
  expect(wordsOf(read.activity)).toContain(`greeting: ${word}`);
});

test("the same again, changed: before and after, in the order of the file", async () => {
  await send(
    `${page("later")}---\n${page("other").replace("name: page", "name: second")}`,
    /I have page\.yaml/,
  );
  const { waiting, done } = await applied();
  expect(waiting).toMatch(/data\.greeting: a-word-of-its-own → later[\s\S]*configmap\/second in payments/);
  expect(done).toMatch(/✔ Done[\s\S]*configmap\/page configured\nconfigmap\/second created/);
});

test("from somewhere else: not even asked for it", async () => {
  const before = gets;
  expect(await send(page("x"), /Not taken/, "page.yaml", "localhost")).toMatch(
    /neither in OneDrive nor in SharePoint/,
  );
  expect(gets).toBe(before);
});

test("what no rule lets be applied is denied, and nothing is sent", async () => {
  const role =
    "apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata: { name: r, namespace: payments }\n";
  await send(role, /I have page\.yaml/);
  const posts = () => chain.azure.requests().filter(({ path }) => /\/runcommand$/i.test(path)).length;
  const before = posts();
  const said = await chain.ask(alex, apply, /roles/, channelThread);
  expect(wordsOf(said.activity)).toMatch(/allowed|denied|rule/i);
  expect(posts()).toBe(before);
});
