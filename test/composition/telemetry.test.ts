// How often the database is asked for what metrics tell, and what they tell where it does not answer.
import { lately, startWatching } from "../../src/composition/telemetry.ts";
import type { Numbers } from "../../src/core/incident/numbers.ts";
import { silent } from "../../src/telemetry/request-scope.ts";

const numbers: Numbers = {
  ...{ incidents: [], open: [], rules: [], messages: [], alerts: [{ source: "grafana", count: 7 }] },
  waiting: { message: 0, alert: 0, request: 0, seal: 0, head: 0 },
  auditFaults: 0,
};

function counting() {
  const world = { now: 0, asked: 0, problem: null as string | null, isDown: false, logged: 0 };
  const warn = () => {
    world.logged += 1;
  };
  const log = { info: () => {}, error: () => {}, warn };
  const count = async () => {
    world.asked += 1;
    if (world.isDown) throw new Error("down");
    return numbers;
  };
  const counted = { store: { problem: async () => world.problem }, numbers: count };
  return { world, counted, log, read: lately(counted, log, () => world.now) };
}

test("where nobody is to be told, nothing is set up", async () => {
  const { counted, log } = counting();
  const off = { url: null, everyMs: 1 };
  const config = { door: null, metrics: off, traces: { ...off, share: 1 } };
  const { telemetry, server } = await startWatching(config, counted, log);
  expect([telemetry, server]).toEqual([silent, null]);
});

test("they are counted once in 15 seconds, however many ask", async () => {
  const { world, read } = counting();
  await Promise.all([read(), read()]);
  world.now = 14_999;
  await read();
  expect(world.asked).toBe(1);
  world.now = 15_000;
  expect(await read()).toMatchObject({
    alerts: [{ labels: { source: "grafana" }, value: 7 }],
    store_writable: [{ labels: {}, value: 1 }],
  });
  expect(world.asked).toBe(2);
});

test("where nothing can be written, that is all that is told", async () => {
  const { world, read } = counting();
  world.problem = "The database can only be read.";
  expect(await read()).toEqual({ store_writable: [{ labels: {}, value: 0 }] });
  expect(world.asked).toBe(0);
});

test("where it cannot be counted, the log says so, and the store is not blamed", async () => {
  const { world, read } = counting();
  world.isDown = true;
  expect(await read()).toEqual({ store_writable: [{ labels: {}, value: 1 }] });
  expect(world.logged).toBe(1);
});
