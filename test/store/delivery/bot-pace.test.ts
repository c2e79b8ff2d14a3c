// The bot's own limit in Teams, over all chats: in no second more than it is told, whatever was saved up before.
import fc from "fast-check";
import type { OutboxStore } from "../../../src/app/ports/outbox.ts";
import { botPace, withinPace } from "../../../src/store/delivery/bot-pace.ts";
import { conversation } from "../samples.ts";

/** Calls that begin at these looks, `milliseconds` apart, each taking all the room there is. */
function begun(perSecond: number, processes: number, gaps: readonly number[]): readonly number[] {
  let time = 0;
  const pace = botPace(perSecond, () => time);
  pace.share(processes);
  return gaps.flatMap((gap) => {
    time += gap;
    const room = pace.room();
    for (let count = 0; count < room; count += 1) pace.take();
    return Array<number>(room).fill(time);
  });
}

const busiestSecond = (times: readonly number[]): number =>
  Math.max(0, ...times.map((from) => times.filter((at) => at >= from && at < from + 1_000).length));

test("whatever the looks: never more than the limit in a second, over all processes", () => {
  const gaps = fc.array(fc.integer({ min: 0, max: 3_000 }), { maxLength: 60 });
  fc.assert(
    fc.property(gaps, fc.integer({ min: 1, max: 5 }), (between, processes) => {
      expect(busiestSecond(begun(30, processes, between)) * processes).toBeLessThanOrEqual(30);
    }),
  );
});

test("what is asked for steadily is taken at two thirds of the limit, and something always goes on", () => {
  const steady = Array<number>(100).fill(100);
  expect(begun(30, 1, steady).length).toBeGreaterThanOrEqual(200);
  expect(begun(30, 40, steady).length).toBeGreaterThanOrEqual(4);
});

test("what is sent past the outbox counts as well, and waits where there is no room", async () => {
  const pace = botPace(6, () => 0);
  const taken: boolean[] = [];
  const outbox = { takeTurn: async () => true } as unknown as OutboxStore;
  const to = conversation();
  for (let count = 0; count < 3; count += 1) taken.push(await withinPace(outbox, pace).takeTurn(to));
  expect(taken).toEqual([true, true, false]);
  const shut = { takeTurn: async () => false } as unknown as OutboxStore;
  const other = botPace(6, () => 0);
  expect(await withinPace(shut, other).takeTurn(to)).toBe(false);
  expect(other.room()).toBe(2);
});
