// Azure, Entra or the token service is slow: something is being written at once, then a card says what is waited for, and
// becomes the progress and the answer. One message, whatever its steps.
import { people } from "../../simulator/people.ts";
import { timeouts } from "../../src/app/ports/services.ts";
import { buttonsOf, cardsOf, channelThread, chatOf, type Harness, startHarness, wordsOf } from "./harness.ts";
import type { Shown } from "./teams.ts";

let chain: Harness;
beforeAll(async () => {
  chain = await startHarness();
  Object.assign(chain.timeouts, { waiting: timeouts.waiting, progress: timeouts.progress });
});
afterAll(() => chain?.close());
afterEach(() => chain.azure.setFaults([]));

/** Longer than it is from one telling to the next, so that one of them falls into it wherever it begins in ten seconds. */
const slow = (path: string, delay = 4_500) => chain.azure.setFaults([{ match: { path }, delay, times: 1 }]);

/** What the message showed, in order: its first two lines, each once. */
const stepsOf = ({ history, activity }: Shown): readonly string[] => [
  ...new Set([...history, activity].map((each) => wordsOf(each).split("\n").slice(0, 2).join(" "))),
];

const rows = [
  ["the token service", "usertoken/gettoken", people.alex, "diagnose prod-1", /On it .*your sign-in/],
  ["Entra", "oauth2/v2\\.0/token", people.megan, "diagnose prod-1", /On it .*a token in your name/],
  [
    "the list of clusters",
    "/managedClusters\\?",
    people.alex,
    "diagnose prod-1",
    /On it .*Listing the clusters/,
  ],
  [
    "the cluster",
    "/managedClusters/prod-1\\?",
    people.alex,
    "kubectl get ns on prod-1",
    /On it .*Reading the cluster/,
  ],
] as const;

test.each(rows)("%s is slow: said first, in the message that becomes the answer", async (...row) => {
  const [, path, person, text, first] = row;
  const before = chain.teams.shown().length;
  slow(path);
  await chain.send(person, text);
  const shown = await chain.answer(before, /Exit 0|Reachable: prod-1/, chatOf(person));
  const said = stepsOf(shown).join("\n");
  expect(said).toMatch(/^… On it/);
  expect(said).toMatch(first);
  expect(cardsOf(chain.teams.shown().slice(before))).toEqual([shown]);
});

test("something is being written before there is a card, in a chat", async () => {
  const [before, typed] = [chain.teams.shown().length, chain.teams.typing().length];
  slow("/managedClusters\\?");
  await chain.ask(people.alex, "diagnose prod-1", /Reachable: prod-1/);
  expect(chain.teams.typing().slice(typed)).toEqual([
    { conversation: chatOf(people.alex).id, after: before },
  ]);
});

test("in a channel Teams shows no typing, and the card comes all the same", async () => {
  const [before, typed] = [chain.teams.shown().length, chain.teams.typing().length];
  slow("/managedClusters\\?");
  const shown = await chain.ask(people.alex, "access prod-1", /✔ \d+ access paths?/, channelThread);
  expect(stepsOf(shown).join("\n")).toMatch(/On it/);
  expect(cardsOf(chain.teams.shown().slice(before))).toEqual([shown]);
  expect(chain.teams.typing().slice(typed)).toEqual([]);
});

test("a press that takes its time says so as well", async () => {
  const { activity } = await chain.ask(people.alex, "run `kubectl get ns` on prod-1", /Exit 0/);
  const [again] = buttonsOf(activity).filter(({ title }) => title === "Run again");
  const before = chain.teams.shown().length;
  slow("/managedClusters/prod-1\\?");
  await chain.press(people.alex, chatOf(people.alex), again?.data ?? {});
  const shown = await chain.answer(before, /Exit 0/, chatOf(people.alex));
  expect(stepsOf(shown).join("\n")).toMatch(/On it .*Reading the cluster/);
  expect(cardsOf(chain.teams.shown().slice(before))).toEqual([shown]);
});

test("a slow diagnosis says its steps and its time in the card that it becomes", async () => {
  const before = chain.teams.shown().length;
  chain.azure.setFaults([
    { match: { path: "/managedClusters/prod-1\\?" }, delay: 4_500, times: 1 },
    { match: { path: "privateDnsZones" }, delay: 6_500, times: 1 },
  ]);
  await chain.send(people.alex, "diagnose prod-1");
  const shown = await chain.answer(before, /Reachable: prod-1/, chatOf(people.alex));
  const steps = stepsOf(shown).join("\n");
  expect(steps).toMatch(
    /Step 1 of 2: reading the cluster\. \d+ s so far[\s\S]*Step 2 of 2: reading networks/,
  );
  expect(cardsOf(chain.teams.shown().slice(before))).toEqual([shown]);
});
