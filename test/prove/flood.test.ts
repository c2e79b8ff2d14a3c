// One person writes without end, two colleagues once each, over the real chain: all of it is taken and answered, and no
// answer is an error of ours. Who comes first: test/doors/teams/person-queue.test.ts.
import { people } from "../../simulator/people.ts";
import { type Harness, startHarness, wordsOf } from "../flow/harness.ts";

const count = process.env.PROVE === "1" ? 200 : 30;

let chain: Harness;
beforeAll(async () => {
  chain = await startHarness();
});
afterAll(() => chain?.close());

/** Each in a place of its own, since a place has its own pace of answers. */
const placeOf = (name: string) =>
  ({ id: `19:flood-${name}@thread.v2`, conversationType: "groupChat" }) as const;

const answered = (name: string) =>
  chain.teams
    .shown()
    .filter(({ conversation }) => conversation === placeOf(name).id)
    .map(({ activity }) => wordsOf(activity))
    .filter((words) => !/On it/.test(words));

test(`${count} messages of one person and two of others`, async () => {
  const names = Array.from({ length: count }, (_, index) => `alex-${index}`);
  const others = ["megan", "megan-again"];
  const ask = async (who: typeof people.alex, name: string) => {
    const { status } = await chain.send(who, "can i kubectl get pods on prod-1", placeOf(name));
    expect(status).toBe(200);
  };
  // As fast as they are acknowledged, which is faster than they are answered.
  for (const name of names) await ask(people.alex, name);
  for (const name of others) await ask(people.megan, name);

  const missing = (wanted: readonly string[]) => wanted.filter((name) => answered(name).length === 0);
  const untilAnswered = async (wanted: readonly string[]) => {
    while (missing(wanted).length > 0) await new Promise((resolve) => setTimeout(resolve, 50));
  };
  await untilAnswered([...others, ...names]);

  const said = [...names, ...others].flatMap(answered);
  expect(said.filter((words) => !/[Aa]llowed|may/.test(words))).toEqual([]);
  expect(said.filter((words) => /went wrong|database|log line/i.test(words))).toEqual([]);
  expect(chain.logged.filter((line) => /failed|could not be read/.test(line))).toEqual([]);
});
