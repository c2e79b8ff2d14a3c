// The head of the audit trail in the operators' channel: once a day, by one of several replicas, for as long as it is set.
import { announceHead } from "../../../src/app/delivery/post-audit-head.ts";
import type { AuditEntry } from "../../../src/core/audit/audit-event.ts";
import { alex, otherChannelOf, threadOf } from "../../fakes/people.ts";
import { start } from "../setup.ts";

const thread = threadOf(alex);
const channel = thread.key.split(";")[0] ?? "";

const entry: AuditEntry = {
  ...{ time: "t", actor: "a", tenant: null, action: "a", outcome: "recorded" },
  ...{ cluster: null, runId: null, rule: null, detail: {} },
};

async function spokenTo() {
  const fake = start();
  await fake.services.store.saveConversation(otherChannelOf(alex));
  await fake.services.store.saveConversation(thread);
  await fake.services.store.appendAudit(entry);
  return fake;
}

test("is posted into the channel itself, once a day, and again on the next", async () => {
  const { services, said } = await spokenTo();
  for (let hour = 0; hour < 30; hour += 1) {
    await announceHead(services, channel);
    await services.clock.sleep(3_600_000);
  }
  const answer = { kind: "auditHead", seq: 1, hash: "a".repeat(64), unsealed: 0 };
  expect(said.map((each) => [each.to, each.answer])).toEqual([
    [channel, answer],
    [channel, answer],
  ]);
});

test("goes on when the one who spoke there is forgotten", async () => {
  const { services, said } = await spokenTo();
  await announceHead(services, channel);
  const person = { ...alex, userId: thread.userId };
  const forgotten = await services.store.forget(person, () => entry);
  expect(forgotten.conversations).toBe(2);
  await services.clock.sleep(25 * 3_600_000);
  await announceHead(services, channel);
  expect(said).toHaveLength(2);
});

test("nobody has spoken to the bot there: said in the log, and in no other place", async () => {
  const { services, said, logged } = await spokenTo();
  await announceHead(services, "19:elsewhere@thread.tacv2");
  expect(said).toEqual([]);
  expect(logged.map(({ message }) => message)).toEqual([
    "audit head not posted: nobody has spoken to the bot in this channel",
  ]);
});

test("no row is sealed yet: nothing, and the day is not used up", async () => {
  const { services, said } = start();
  await services.store.saveConversation(thread);
  await announceHead(services, channel);
  expect(said).toEqual([]);
  expect(await services.store.firstTime("audit-head|2026-11-25")).toBe(true);
});

test("Teams does not take it: said in the log", async () => {
  const { services, world, logged } = await spokenTo();
  world.teamsDown = "closed";
  await announceHead(services, channel);
  expect(logged.map(({ message }) => message)).toEqual(["audit head not posted"]);
});
