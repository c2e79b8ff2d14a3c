// Nobody is sent away to look something up: the cluster is found where it can be, and examples are about one that is known.
import { people } from "../../simulator/people.ts";
import { channelThread, type Harness, startHarness, wordsOf } from "./harness.ts";

let chain: Harness;
beforeAll(async () => {
  chain = await startHarness();
});
afterAll(() => chain?.close());

test("the only cluster that somebody can see is taken, and said first", async () => {
  const shown = await chain.ask(people.patti, "kubectl get ns", /Exit 0/);
  expect(wordsOf(shown.activity)).toMatch(/^On prod-1 \(the only cluster that you can see\):/);
});

test("somebody who sees none is told what would show one", async () => {
  const shown = await chain.ask(people.diego, "diagnose", /No clusters/);
  expect(wordsOf(shown.activity)).toMatch(/Reader on a cluster/);
});

test("help names no cluster before one is known here, and then that one", async () => {
  const before = await chain.ask(people.alex, "help", /AKS On-Call/, channelThread);
  expect(wordsOf(before.activity)).toContain("diagnose NAME");
  expect(wordsOf(before.activity)).not.toContain("prod-1");
  await chain.ask(people.alex, "run `kubectl get ns` on prod-1", /Exit 0/, channelThread);
  const after = await chain.ask(people.alex, "help", /AKS On-Call/, channelThread);
  expect(wordsOf(after.activity)).toContain("diagnose prod-1");
  const unclear = await chain.ask(people.alex, "blorp", /did not understand/, channelThread);
  expect(wordsOf(unclear.activity)).toContain("diagnose prod-1");
});
