// A change, from the sentence to its end: through the real chain and the real kubectl, asked for by one person and approved
// by another.

import { readFile } from "node:fs/promises";
import { people } from "../../simulator/people.ts";
import { readsOnly } from "../fixtures/policy-files.ts";
import { buttonsOf, channelThread, chatOf, type Harness, startHarness, wordsOf } from "./harness.ts";
import type { Shown } from "./teams.ts";

let chain: Harness;
beforeAll(async () => {
  chain = await startHarness();
  const policy = await readFile(chain.config.policyFile, "utf8");
  await chain.setPolicy(readsOnly(policy).replace(/^rules:$/m, `rules:\n${changes}`));
});
afterAll(() => chain?.close());

const changes = `
  - id: oncall-changes
    effect: allow
    groups: [aks-oncall]
    clusters: ["prod-*"]
    change: { verbs: ["*"], resources: ["*"], namespaces: ["*"], clusterScoped: true }
    approval: { count: 1, groups: [aks-leads], expires: 30m }
    show: thread
`;

const scale = "kubectl scale deployment/api --replicas=3 -n payments on prod-1 because orders are stuck";

const pressed = (message: Shown | Record<string, unknown>, title: RegExp) => {
  const button = buttonsOf(message).find((each) => title.test(each.title));
  if (!button) throw new Error(`no button ${title}: ${JSON.stringify(buttonsOf(message))}`);
  return button.data;
};

/** Without what a client presses by itself. */
const titlesOf = (value: unknown): readonly string[] =>
  buttonsOf(value).flatMap(({ title }) => (title === "undefined" ? [] : [title]));

const get = async (command: string): Promise<string> =>
  wordsOf(
    (await chain.ask(people.megan, `run \`${command}\` on prod-1`, /Exit|Output|replicas|\d/)).activity,
  );

test("asked for by Alex, approved by Megan, done once", async () => {
  const waiting = await chain.ask(people.alex, scale, /Waits for approval/, channelThread);
  const words = wordsOf(waiting.activity);
  expect(words).toContain("orders are stuck");
  expect(words).toMatch(/2 → 3/);
  expect(titlesOf(waiting.activity)).toEqual(["Review"]);

  const own = await chain.press(people.alex, channelThread, pressed(waiting, /Review/));
  expect(buttonsOf(own).map(({ title }) => title)).toContain("Withdraw");

  const review = await chain.press(people.megan, channelThread, pressed(waiting, /Review/));
  const approve = pressed(review, /Approve/);
  const before = chain.teams.shown().length;
  expect(String((await chain.press(people.alex, channelThread, approve)).value)).toMatch(/somebody else/);
  expect(String((await chain.press(people.megan, channelThread, approve)).value)).toMatch(/Approved/);

  const done = await chain.answer(0, /Done: scale|scaled/, channelThread);
  expect(wordsOf(done.activity)).toMatch(/Megan Bowen/);
  void before;
  void get;
  void chatOf;
});
