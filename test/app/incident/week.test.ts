// A channel's week: what somebody is shown who asks, who switches the weekly card on, and when it is posted.
import { answerQuestion } from "../../../src/app/conversation/answer-question.ts";
import { sendWeeklyCards } from "../../../src/app/incident/week.ts";
import { policyOf } from "../../core/policy/policies.ts";
import { adele, alex, askerIn, chatOf, threadOf } from "../../fakes/people.ts";
import type { FakeServices } from "../../fakes/services.ts";
import { setMode, trail } from "../setup.ts";
import { channels, receive, show, watching } from "./watching.ts";

const rule = (more: string) =>
  policyOf(
    `{ id: oncall, effect: allow, groups: [oncall], clusters: ["*"], show: thread, diagnose: true, ${more} }`,
  );
const policy = rule("watch: true");
const [here = ""] = channels;

const ask = (fake: FakeServices, text: string, who = alex, conversation = threadOf(who)) =>
  answerQuestion(
    fake.services,
    askerIn(() => conversation, who),
    text,
  );
const said = (fake: FakeServices) => fake.said.at(-1)?.answer;
/** The clock of the fakes begins on a Wednesday, 2026-11-25 03:00. */
const until = (fake: FakeServices, iso: string) =>
  fake.services.clock.sleep(Date.parse(iso) - fake.services.clock.now().getTime());
async function posted(fake: FakeServices) {
  await sendWeeklyCards(fake.services);
  await show(fake);
  return fake.said.flatMap(({ answer, to }) => (answer.kind === "week" ? [{ to, until: answer.to }] : []));
}
const monday = "2026-11-30T09:00:00.000Z";

describe("on demand", () => {
  test.each(["week", "numbers", "Wochenbericht", "周报"])("%s", async (line) => {
    const fake = await watching({ policy });
    await receive(fake);
    await fake.services.clock.sleep(60_000);
    await ask(fake, line);
    expect(said(fake)).toMatchObject({
      ...{ kind: "week", clusters: ["prod-1"], weekly: false },
      ...{ from: "2026-11-18T03:01:00.000Z", to: "2026-11-25T03:01:00.000Z" },
      week: { opened: 1, alerts: { fired: 1 } },
    });
    expect(fake.memory.audit.at(-1)).toMatchObject({
      action: "incident.week",
      detail: { place: here, shown: 1 },
    });
  });

  test("whoever may not diagnose the cluster is told nothing of it", async () => {
    const fake = await watching({ policy });
    await ask(fake, "week", adele);
    expect(said(fake)).toEqual({ kind: "watches", watches: [] });
  });

  test("in a personal chat there is no channel to tell of", async () => {
    const fake = await watching({ policy });
    await ask(fake, "week", alex, chatOf(alex));
    expect(said(fake)).toMatchObject({ kind: "watchElsewhere" });
  });
});

describe("weekly", () => {
  async function wanted(change: Parameters<typeof watching>[0] = {}): Promise<FakeServices> {
    const fake = await watching({ policy, ...change });
    await ask(fake, "weekly on");
    return fake;
  }

  test("is switched on and off by whoever may watch the cluster, and the trail keeps it", async () => {
    const fake = await wanted();
    expect(said(fake)).toEqual({ kind: "weekly", outcome: "on", next: monday });
    expect(fake.memory.audit.at(-1)).toMatchObject({
      ...{ action: "watch.weekly", outcome: "allowed", rule: "oncall" },
      detail: { place: here, on: true },
    });
    await ask(fake, "weekly on");
    expect(said(fake)).toMatchObject({ outcome: "alreadyOn" });
    await ask(fake, "week");
    expect(said(fake)).toMatchObject({ weekly: true });
    await ask(fake, "weekly off");
    expect(said(fake)).toMatchObject({ outcome: "off" });
    await ask(fake, "weekly off");
    expect(said(fake)).toMatchObject({ outcome: "alreadyOff" });
    expect(trail(fake).filter((entry) => entry.startsWith("watch.weekly"))).toHaveLength(2);
  });

  test.each([
    ["no rule lets them watch", adele, policy],
    [
      "they may diagnose the cluster and not watch it",
      alex,
      rule("run: { verbs: [get], resources: [pods], namespaces: [web] }"),
    ],
  ])("not where %s", async (_, who, given) => {
    const fake = await watching({ policy: given });
    await ask(fake, "weekly on", who);
    expect(said(fake)).toEqual({ kind: "watches", watches: [] });
    expect(await fake.services.store.hasWeekly(here)).toBe(false);
  });

  test("comes on Monday at nine, once, in that channel alone; and on the next Monday again", async () => {
    const fake = await wanted();
    await until(fake, "2026-11-30T08:59:59.000Z");
    expect(await posted(fake)).toEqual([]);
    await until(fake, "2026-11-30T09:00:00.000Z");
    const first = { to: here, until: monday };
    expect(await posted(fake)).toEqual([first]);
    expect(await posted(fake)).toEqual([first]);
    await until(fake, "2026-12-07T10:00:00.000Z");
    expect(await posted(fake)).toEqual([first, { to: here, until: "2026-12-07T09:00:00.000Z" }]);
    expect(trail(fake).filter((entry) => entry.startsWith("week.send"))).toHaveLength(2);
  });

  test("of two processes at once, one posts it", async () => {
    const fake = await wanted();
    await until(fake, monday);
    await Promise.all([sendWeeklyCards(fake.services), sendWeeklyCards(fake.services)]);
    expect(await posted(fake)).toHaveLength(1);
  });

  test("is given up after a day, and comes the next week", async () => {
    const fake = await wanted();
    await until(fake, "2026-12-01T09:00:00.000Z");
    expect(await posted(fake)).toEqual([]);
    await until(fake, "2026-12-07T09:00:00.000Z");
    expect(await posted(fake)).toHaveLength(1);
  });

  test("waits while the product is switched off", async () => {
    const fake = await wanted();
    await setMode(fake, "off");
    await until(fake, monday);
    expect(await posted(fake)).toEqual([]);
    await setMode(fake, "full");
    expect(await posted(fake)).toHaveLength(1);
  });

  test.each(["weekly off", "unwatch prod-1"])("does not come after %s", async (line) => {
    const fake = await wanted();
    await ask(fake, line);
    await until(fake, monday);
    expect(await posted(fake)).toEqual([]);
  });
});
