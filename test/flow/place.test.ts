// Where somebody is: asked on the card where it decides, answered with one press that edits that card, and remembered.
import { people } from "../../simulator/people.ts";
import { chatOf, type Harness, startHarness, wordsOf } from "./harness.ts";

let chain: Harness;
beforeAll(async () => {
  chain = await startHarness("simulator/scenarios/vpn-healthy.json");
});
afterAll(() => chain?.close());

const place = chatOf(people.alex);
const question = /[Ww]here are you\?/;
const pressOn = (activity: unknown, data: RegExp) =>
  JSON.parse(data.exec(JSON.stringify(activity))?.[0] ?? "{}");

test("one press answers from there in the same message; later questions name it under the access paths, until it is forgotten", async () => {
  const asked = await chain.ask(people.alex, "diagnose prod-1", question);
  const before = chain.teams.shown().length;
  const home = pressOn(asked.activity, /\{"v":1,"verb":"place","run":"R-\w+","place":"internet"\}/);
  const [message] = chain.teams.shown().slice(-1);
  const press = { replyToId: message?.id };
  expect(await chain.press(people.alex, place, home, press)).toMatchObject({
    value: expect.stringMatching(/Started/),
  });
  const edited = await chain.answer(before - 1, /You cannot reach prod-1 from the Internet/, place);
  expect(edited.id).toBe(message?.id);
  expect(wordsOf(edited.activity)).not.toMatch(question);
  expect(chain.teams.shown()).toHaveLength(before);

  const later = await chain.ask(
    people.alex,
    "diagnose prod-1",
    /Reachable: prod-1[\s\S]*nothing leads to it from the Internet/,
  );
  expect(wordsOf(later.activity)).toMatch(/seen from the Internet \(you said so [-\d]+ [:\d]+ UTC\)/);
  const office = await chain.ask(
    people.alex,
    "diagnose prod-1 from the office VPN",
    /From the office or VPN/,
  );
  expect(wordsOf(office.activity)).toContain("✔ From the office or VPN the API server is reached.");
  await chain.ask(people.alex, "forget my place", /is forgotten/);
  await chain.ask(people.alex, "diagnose prod-1", question);
});

test("it is each person's own", async () => {
  await chain.ask(people.alex, "diagnose prod-1 from home", /You cannot reach prod-1/);
  await chain.ask(people.patti, "diagnose prod-1", question, chatOf(people.patti));
});
