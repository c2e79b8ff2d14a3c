// A command, from what is typed to its output, through the real chain.
import { people } from "../../simulator/people.ts";
import { buttonsOf, cardsOf, channelThread, chatOf, type Harness, startHarness, wordsOf } from "./harness.ts";

let chain: Harness;
beforeAll(async () => {
  chain = await startHarness();
});
afterAll(() => chain?.close());

const posts = () =>
  chain.azure.requests().filter(({ method, path }) => method === "POST" && /runcommand$/i.test(path));

describe("answered with the cluster's own words", () => {
  test.each([
    ["backticks", "run `kubectl get pods -A` on prod-1"],
    ["no backticks at all", "run kubectl get pods -A on prod-1"],
    ["a bare command", "kubectl get pods -A on prod-1"],
    ["as a phone writes it", "run “kubectl get pods —all-namespaces” on prod-1"],
  ])("%s", async (_name, text) => {
    const shown = await chain.ask(people.alex, text, /Exit 0/);
    expect(wordsOf(shown.activity)).toContain("coredns");
  });

  test("in a channel thread, with a mention and no space after it", async () => {
    const before = chain.teams.shown().length;
    await chain.send(people.alex, "<at>AKS On-Call</at>run `kubectl get nodes` on prod-1\n", channelThread, {
      entities: [
        {
          type: "mention",
          text: "<at>AKS On-Call</at>",
          mentioned: { id: `28:${chain.azure.scenario.appId}`, name: "AKS On-Call" },
        },
      ],
    });
    await chain.answer(before, /Exit 0/, channelThread);
  });

  test("the progress card and the result are one message", async () => {
    const before = chain.teams.shown().length;
    const shown = await chain.ask(people.alex, "run `kubectl get ns` on prod-1", /Exit 0/);
    expect(cardsOf(chain.teams.shown().slice(before))).toEqual([shown]);
    // On a busy machine the result may be there before anything of its progress is posted.
    for (const each of shown.history) expect(wordsOf(each)).toMatch(/… (?:Waiting|Running)/);
  });

  test("our own filters, never a shell's", async () => {
    const shown = await chain.ask(
      people.alex,
      "run `kubectl get pods -A | grep coredns` on prod-1",
      /Exit 0/,
    );
    const words = wordsOf(shown.activity);
    expect(words).toContain("coredns");
    expect(words).not.toContain("payments-api");
  });

  test("a non-zero exit is shown as such", async () => {
    const shown = await chain.ask(people.alex, "run `kubectl get pod no-such-pod` on prod-1", /Exit 1/);
    expect(wordsOf(shown.activity)).toContain("NotFound");
  });

  test("the cluster that this chat last spoke of", async () => {
    await chain.ask(people.patti, "run `kubectl get ns` on prod-1", /Exit 0/);
    await chain.ask(people.patti, "kubectl get nodes", /Exit 0/);
  });
});

test("a redelivered activity is answered once and runs once", async () => {
  const activity = chain.activity(people.alex, chatOf(people.alex), {
    text: "run `kubectl get ns` on prod-1",
  });
  const [shown, sent] = [chain.teams.shown().length, posts().length];
  await Promise.all([chain.deliver(activity), chain.deliver(activity), chain.deliver(activity)]);
  await chain.answer(shown, /Exit 0/);
  await chain.deliver(activity);
  expect(await chain.shownSince(shown)).toHaveLength(1);
  expect(posts()).toHaveLength(sent + 1);
});

describe("refused with a reason, and without a single call to Azure", () => {
  test.each([
    ["run `kubectl get pods; rm -rf /` on prod-1"],
    ["run `kubectl get pods --as admin` on prod-1"],
    ["run `kubectl get --raw /api/v1/secrets` on prod-1"],
    ["run `kubectl edit pod api-1` on prod-1"],
    ["run `kubectl exec -it api-1 -- sh` on prod-1"],
    ["run `kubectl get pods $(id)` on prod-1"],
    ["run `kubectl get pods 'open` on prod-1"],
    ["run `kubectl get secrets -o yaml` on prod-1"],
    ["run `kubectl get pods | xargs rm` on prod-1"],
    ["kubectl get pods -f https://example.com/x on prod-1"],
  ])("%s", async (text) => {
    chain.azure.clearRequests();
    const shown = await chain.ask(people.alex, text, /not accepted/i);
    expect(wordsOf(shown.activity)).toMatch(/nothing was run/i);
    const calls = chain.azure.requests().filter(({ audience }) => audience?.includes("management"));
    expect(calls).toEqual([]);
  });
});

test("pages, for the presser alone, authorized again", async () => {
  const shown = await chain.ask(
    people.alex,
    "run `kubectl get pods -A -o yaml` on prod-1",
    /Exit 0/,
    channelThread,
  );
  const run = /R-[0-9A-Z]{10}/.exec(wordsOf(shown.activity))?.[0];
  const data = { v: 1, verb: "run.page", run, page: 2 };
  const mine = await chain.press(people.megan, channelThread, data);
  expect(mine).toMatchObject({ statusCode: 200, type: "application/vnd.microsoft.card.adaptive" });
  const refused = await chain.press(people.adele, channelThread, data);
  expect(refused).toMatchObject({ statusCode: 200, type: "application/vnd.microsoft.activity.message" });
});

test("status says how each ended, and opens it again for whoever may read it", async () => {
  await chain.ask(people.alex, "run `kubectl get pod no-such-pod` on prod-1", /Exit 1/, channelThread);
  const { activity } = await chain.ask(people.alex, "status", /Your latest requests/, channelThread);
  expect(wordsOf(activity)).toContain("**✖ Exit 1**");
  const [open] = buttonsOf(activity).filter(({ title }) => title === "Open 1");
  const mine = await chain.press(people.alex, channelThread, open?.data ?? {});
  expect(mine).toMatchObject({ statusCode: 200, type: "application/vnd.microsoft.card.adaptive" });
  expect(wordsOf(mine)).toContain("no-such-pod");
  const refused = await chain.press(people.adele, channelThread, open?.data ?? {});
  expect(refused).toMatchObject({ statusCode: 200, type: "application/vnd.microsoft.activity.message" });
});

test("run again runs as whoever presses", async () => {
  const shown = await chain.ask(people.alex, "run `kubectl get ns` on prod-1", /Exit 0/, channelThread);
  const run = /R-[0-9A-Z]{10}/.exec(wordsOf(shown.activity))?.[0];
  const before = chain.teams.shown().length;
  chain.azure.clearRequests();
  await chain.press(people.megan, channelThread, { v: 1, verb: "run.again", run });
  await chain.answer(before, /Exit 0[\s\S]*Megan Bowen/, channelThread);
  expect(posts().map(({ caller }) => caller)).toEqual([people.megan.oid]);
  const again = await chain.press(people.megan, channelThread, { v: 1, verb: "run.again", run });
  expect(again).toMatchObject({ statusCode: 200, value: "Already on it." });
});
