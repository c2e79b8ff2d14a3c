// The demo as it starts and the example policy as it stands: two people, two presses, and what was broken is healthy.
import { people } from "../../simulator/people.ts";
import { loadScenario } from "../../simulator/scenario/load.ts";
import { scenarioFile } from "../simulator/support.ts";
import { openPressing, type Pressing, proposedIn } from "./fix-pressing.ts";

let pressing: Pressing;
beforeAll(async () => {
  pressing = await openPressing(true);
});
afterAll(() => pressing?.close());

const everybody = Object.values(people).map(({ oid, displayName, userPrincipalName }) => ({
  ...{ id: `29:${oid}`, aadObjectId: oid, name: displayName, userPrincipalName },
}));

/** Everybody is here. */
const openBroken = async () => {
  await pressing.load(await loadScenario(scenarioFile("dns-link-missing")));
  pressing.chain.teams.setMembers(everybody);
  return pressing.newThread();
};
const writers = () => [...new Set(pressing.writes().map(({ caller }) => caller))];
const fixed = { state: "succeeded", diagnosis: { verdict: "healthy" } };

test("who is on call may only read, and asks; somebody on call without the role approves in vain; a lead's press makes it, as the lead", async () => {
  const place = await openBroken();
  const before = await pressing.diagnose(people.alex, "diagnose prod-1", place);
  expect([before.diagnosis.verdict, before.offersFix]).toEqual(["broken", true]);
  const waiting = await pressing.ask(people.alex, place, "fix.request", before.id);
  expect(waiting.status).toMatchObject({ state: "pendingApproval", proposal: { runAs: "approver" } });
  const { hash } = proposedIn(waiting).proposal;
  const inVain = await pressing.press(people.patti, place, "change.approve", waiting.id, hash);
  expect(inVain).toContain("in Azure you lack");
  const made = await pressing.agree(place, waiting, people.megan, people.alex);
  expect(made.status).toMatchObject(fixed);
  expect(writers()).toEqual([people.megan.oid]);
  const undo = await pressing.ask(people.alex, place, "fix.undo", waiting.id);
  const undone = await pressing.agree(place, undo, people.megan, people.alex);
  expect(undone.status).toMatchObject({ state: "succeeded", diagnosis: { verdict: "broken" } });
  expect(writers()).toEqual([people.megan.oid]);
});

test("who has the role asks, and the one on call agrees: made as who asked", async () => {
  const place = await openBroken();
  const before = await pressing.diagnose(people.megan, "diagnose prod-1", place);
  const waiting = await pressing.ask(people.megan, place, "fix.request", before.id);
  expect((await pressing.agree(place, waiting, people.alex)).status).toMatchObject(fixed);
  expect(writers()).toEqual([people.megan.oid]);
});
