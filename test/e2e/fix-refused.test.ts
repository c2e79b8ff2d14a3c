// A fix by a button that is not made, or not whole: what was sent, and what is said of it.
import { people } from "../../simulator/people.ts";
import type { Fault } from "../../simulator/simulator.ts";
import type { FixTask } from "../../src/core/change/agreed-task.ts";
import { wordsOf } from "../flow/harness.ts";
import { arm } from "../simulator/support.ts";
import { fixRows } from "./arm-writing.ts";
import { openPressing, type Pressing } from "./fix-pressing.ts";

let pressing: Pressing;
beforeAll(async () => {
  pressing = await openPressing();
});
afterAll(() => pressing?.close());

async function broken(wanted: string) {
  const row = fixRows.find(({ what }) => what === wanted);
  if (row === undefined) throw new Error(wanted);
  await pressing.load(await row.load());
  const place = pressing.newThread();
  return { place, question: row.question, ...(await pressing.diagnose(people.alex, row.question, place)) };
}

const idOf = ({ writes }: FixTask, at: number): string => writes[at]?.id ?? "";
const onWrite = (id: string, fault: Omit<Fault, "match">): Fault => ({
  match: { method: "PUT", path: `${id.replaceAll(/[.()]/g, String.raw`\$&`)}\\?` },
  ...fault,
});
const writers = () => pressing.writes().map(({ path, caller }) => [path, caller]);

test("asked for by somebody without the right: refused before anything is proposed, with the right and the role", async () => {
  const { place, id } = await broken("dns-link-missing");
  pressing.chain.azure.clearRequests();
  const before = pressing.chain.teams.shown().length;
  const { status } = await pressing.ask(people.alex, place, "fix.request", id);
  const action = "Microsoft.Network/privateDnsZones/virtualNetworkLinks/write";
  expect(status).toMatchObject({
    state: "failed",
    failure: { done: "nothingChanged", needs: { action, role: "Private DNS Zone Contributor" } },
  });
  expect(status).not.toHaveProperty("proposed");
  const card = await pressing.chain.answer(before, /Private DNS Zone Contributor/, place);
  expect(wordsOf(card.activity)).toContain(action);
  expect(writers()).toEqual([]);
});

test("changed by somebody else after it was looked at: nothing is sent", async () => {
  const { place, id } = await broken("record leads to an old address");
  const waiting = await pressing.ask(people.megan, place, "fix.request", id);
  const record = { properties: { ttl: 60, aRecords: [{ ipv4Address: "10.20.0.9" }] } };
  await arm(pressing.chain.azure, people.megan, "PUT", idOf(waiting.task, 0), record);
  const { status } = await pressing.agree(place, waiting);
  expect(status).toMatchObject({
    ...{ state: "failed", made: 0 },
    failure: { code: "objectChanged", done: "nothingSent" },
  });
  expect(writers()).toEqual([]);
});

test("asked for twice: told who asked, and which request is open", async () => {
  const { place, id } = await broken("dns-link-missing");
  const one = await pressing.ask(people.megan, place, "fix.request", id);
  const openAlready = `Megan Bowen asked for this already, and ${one.id} has not ended`;
  expect(await pressing.press(people.patti, place, "fix.request", id)).toContain(openAlready);
  await pressing.chain.ask(people.megan, `fix ${id}`, new RegExp(openAlready), place);
  await pressing.chain.ask(people.megan, `withdraw ${one.id}`, /Withdrawn/, place);
});

test("found by two diagnoses: asked for of one of them, until that has ended", async () => {
  const { place, id, question } = await broken("dns-link-missing");
  const again = await pressing.diagnose(people.alex, question, place);
  const one = await pressing.askInWords(people.megan, place, id);
  expect(await pressing.press(people.megan, place, "fix.request", again.id)).toContain(one.id);
  expect((await pressing.agree(place, one)).status.state).toBe("succeeded");
  pressing.chain.azure.clearRequests();
  const { status } = await pressing.ask(people.megan, place, "fix.request", again.id);
  expect(status).toMatchObject({ state: "failed", failure: { code: "madeSince", done: "nothingChanged" } });
  expect(writers()).toEqual([]);
});

test("Azure answers a write with 500: sent once, looked at, and nobody says that it was not made", async () => {
  const { place, id } = await broken("nsg-denies-443");
  const waiting = await pressing.ask(people.megan, place, "fix.request", id);
  pressing.chain.azure.setFaults([onWrite(idOf(waiting.task, 0), { status: 500, body: {} })]);
  const { status } = await pressing.agree(place, waiting);
  expect(status).toMatchObject({
    ...{ state: "lost", made: 0, seen: { is: "unchanged" } },
    failure: { happened: { is: "changeUnanswered" }, done: "sentUnknown" },
  });
  expect(writers()).toEqual([[idOf(waiting.task, 0), people.megan.oid]]);
});

test("the second of two writes is refused: the first stays made, and it is said so", async () => {
  const { place, id } = await broken("name-servers-shut");
  const waiting = await pressing.ask(people.megan, place, "fix.request", id);
  expect(waiting.task.writes).toHaveLength(2);
  const locked = { error: { code: "ScopeLocked", message: "The scope is locked." } };
  pressing.chain.azure.setFaults([onWrite(idOf(waiting.task, 1), { status: 409, body: locked })]);
  const { status } = await pressing.agree(place, waiting);
  expect(status).toMatchObject({
    ...{ state: "failed", made: 1 },
    failure: { code: "ScopeLocked", done: "partlyMade" },
  });
  expect(writers()).toEqual([0, 1].map((at) => [idOf(waiting.task, at), people.megan.oid]));
  expect(await pressing.press(people.megan, place, "fix.undo", waiting.id)).toContain(
    "no fix under that run",
  );
});

test("a mode without commands: closed, and nothing is proposed", async () => {
  const { place, id } = await broken("dns-link-missing");
  await pressing.chain.ask(people.megan, "mode diagnose because freeze", /freeze/);
  const before = pressing.chain.teams.shown().length;
  await pressing.press(people.megan, place, "fix.request", id);
  expect(wordsOf((await pressing.chain.answer(before, /freeze/, place)).activity)).toMatch(/Megan Bowen/);
  await pressing.chain.ask(people.megan, "mode full because done", /full/);
});
