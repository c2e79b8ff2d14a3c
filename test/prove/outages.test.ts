// What happens to the product when PostgreSQL goes away: every question asked meanwhile is answered once, with its
// result or with an error, `/readyz` tells the truth, and the process neither dies nor refuses to end.

import { setTimeout as sleep } from "node:timers/promises";
import { newKeyFile } from "../fixtures/new-keys.ts";
import { type PostgresServer, query, startPostgres } from "../store/postgres-server.ts";
import { alive, deliver, type Look, type ProductProcess, type StorePlace, until } from "./product-process.ts";
import { questions } from "./questions.ts";
import { full, openStage, promised, ready, type Stage } from "./stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

/** Looks at readiness until `stop`, one after the other. */
function watchReadiness(product: ProductProcess) {
  const looks: Look[] = [];
  let stopped = false;
  const watching = (async () => {
    while (!stopped) {
      looks.push(await product.look("/readyz"));
      await sleep(100);
    }
  })();
  return {
    stop: async () => {
      stopped = true;
      await watching;
      const slowest = Math.max(...looks.map(({ milliseconds }) => milliseconds));
      return { slowest, statuses: new Set(looks.map(({ status }) => status)) };
    },
  };
}

describe("PostgreSQL", () => {
  let server: PostgresServer;
  let databaseUrl: string;
  let place: StorePlace;
  let product: ProductProcess;
  beforeAll(async () => {
    server = await startPostgres();
    databaseUrl = await server.newDatabase();
    place = { DATABASE_URL: databaseUrl, AUDIT_KEY_FILE: await newKeyFile() };
    product = await stage.started(place);
    if (!alive(product)) throw new Error(`The product ended at its start:\n${product.said()}`);
  });
  afterAll(async () => {
    await product?.end("SIGKILL", 5);
    await server?.stop();
  });

  async function during(what: string, outage: (ask: () => void) => Promise<void>): Promise<void> {
    const asked = questions(stage.world);
    const readiness = watchReadiness(product);
    await outage(asked.ask);
    await until("ready again", ready(product), 30);
    const { slowest, statuses } = await readiness.stop();
    asked.ask();
    await asked.settled(60);
    stage.figure(
      what,
      `${asked.count()} asked, ${asked.errors()} told of an error, ${asked.doubled()} twice; /readyz ${Math.round(slowest)} ms at worst`,
    );
    expect(alive(product)).toBe(true);
    expect(asked.doubled()).toBe(0);
    expect(statuses).not.toContain(0);
    expect(slowest).toBeLessThan(promised);
  }

  test("every connection is ended again and again, under questions: the process lives", async () => {
    await during("connections ended for a while", async (ask) => {
      const until = performance.now() + full(30_000, 4_000);
      while (performance.now() < until) {
        ask();
        // A chat takes two answers in a second, and each question is answered there.
        await sleep(full(900, 150));
        const other = databaseUrl.replace(/[^/]*$/, "postgres");
        await query(
          other,
          "select pg_terminate_backend(pid) from pg_stat_activity where datname like 'store%'",
        );
      }
    });
  });

  test("stopped: not ready, answered with errors, and well by itself afterwards", async () => {
    await during("PostgreSQL stopped", async (ask) => {
      ask();
      await server.pause();
      ask();
      await until("not ready", async () => (await product.look("/readyz")).status === 503, 5);
      expect((await product.look("/readyz")).problem).toBe("The database does not answer.");
      expect((await product.look("/healthz")).status).toBe(200);
      await sleep(full(30_000, 2_000));
      ask();
      await server.resume();
    });
  });

  test("hung: not ready, answered with errors, and well by itself afterwards", async () => {
    await during("PostgreSQL hung", async (ask) => {
      ask();
      await sleep(30);
      await server.freeze();
      for (let times = 0; times < 3; times += 1) ask();
      await until("not ready", async () => (await product.look("/readyz")).status === 503, 5);
      expect((await product.look("/readyz")).problem).toBe("The database does not answer.");
      expect((await product.look("/healthz")).status).toBe(200);
      await sleep(full(60_000, 8_000));
      ask();
      await server.thaw();
    });
  });

  test("hung when it is told to end: it ends all the same, and a second signal ends it at once", async () => {
    await server.freeze();
    void deliver(stage.world, "help", 1);
    await sleep(500);
    stage.figure("SIGTERM, database hung", `${Math.round(await product.end("SIGTERM", 10))} ms`);
    await server.thaw();
    const impatient = await stage.started(place);
    await server.freeze();
    void deliver(stage.world, "help", 1);
    await sleep(500);
    impatient.child.kill("SIGTERM");
    await until("it has heard", () => impatient.said().includes("stopping"), 5);
    await impatient.end("SIGTERM", 2);
    expect(impatient.said()).toContain("asked twice");
    await server.thaw();
  });
});
