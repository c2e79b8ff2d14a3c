// What happens to the product when its own machine fails it: killed, given one folder twice, its clock set, its disk
// full, and told to end while others do not answer. Outside of `PROVE=1` a sample; what a disk and a clock do is
// tested by rule in test/store and test/composition/clock.test.ts.

import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { newKeyFile } from "../fixtures/new-keys.ts";
import { startPostgres } from "../store/postgres-server.ts";
import { alive, deliver, type StorePlace, settled, until } from "./product-process.ts";
import { questions } from "./questions.ts";
import { full, openStage, promised, proving, ready, type Stage } from "./stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

const atLength = (what: string, tests: () => void) => {
  if (proving) describe(what, tests);
};

atLength("what else may hang when it is told to end", () => {
  let hole: Server;
  let url: string;
  beforeAll(async () => {
    hole = createServer(() => {});
    await new Promise<void>((resolve) => hole.listen(0, "127.0.0.1", resolve));
    const address = hole.address();
    url = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}/`;
  });
  afterAll(() => void hole.close());

  test.each<[string, () => Promise<unknown>]>([
    ["Teams", () => deliver(stage.world, "help", 1, url)],
    [
      "Azure",
      () => {
        stage.world.azure.setFaults([{ match: { method: "GET", path: "managedClusters" }, delay: 120_000 }]);
        return deliver(stage.world, "diagnose prod-1", 1);
      },
    ],
  ])("%s: it ends within ten seconds", async (what, ask) => {
    const product = await stage.started({ DATA_DIR: await mkdtemp(join(stage.folder, "hang-")) });
    void ask();
    await sleep(1_000);
    stage.figure(`SIGTERM, ${what} hung`, `${Math.round(await product.end("SIGTERM", 10))} ms`);
    stage.world.azure.setFaults([]);
  });
});

describe("a folder", () => {
  test("belongs to one process: the second says so and ends", async () => {
    const place = { DATA_DIR: join(stage.folder, "shared") };
    const first = await stage.started(place);
    const second = await stage.started(place);
    expect(second.child.exitCode).toBe(1);
    expect(second.said()).toContain(`is in use by process ${first.child.pid}`);
    await first.end("SIGKILL", 5);
    const third = await stage.started(place);
    expect(alive(third)).toBe(true);
    await third.end("SIGTERM", 10);
  });

  test("is whole however its process is killed: at the first start, at any other, and under questions", async () => {
    const opened: number[] = [];
    for (let kill = 0; kill < full(80, 2); kill += 1) {
      const dataDir =
        kill % 4 === 0 ? await mkdtemp(join(stage.folder, "killed-")) : join(stage.folder, "killed");
      const killed = await stage.launched({ DATA_DIR: dataDir });
      if (kill % 2 === 1) {
        await settled(killed);
        for (let times = 0; times < 5; times += 1) void deliver(stage.world, "diagnose prod-1", 1);
      }
      await sleep(Math.random() * (kill % 2 === 1 ? 500 : 3_000));
      await killed.end("SIGKILL", 5);
      const from = performance.now();
      const next = await stage.started({ DATA_DIR: dataDir });
      expect(next.said()).not.toContain("cannot be opened");
      expect(alive(next)).toBe(true);
      opened.push(performance.now() - from);
      await next.end("SIGKILL", 5);
    }
    opened.sort((a, b) => a - b);
    stage.figure(
      `${opened.length} kills, ready again`,
      `median ${Math.round(opened[opened.length >> 1] ?? 0)} ms, slowest ${Math.round(opened.at(-1) ?? 0)} ms`,
    );
  });
});

atLength("the clock of its machine is set", () => {
  test("its clock an hour ahead, an hour behind, right: what was asked is answered, and a wrong clock is said", async () => {
    const product = await stage.started(
      { DATA_DIR: join(stage.folder, "clock") },
      { NODE_OPTIONS: "--import ./test/prove/moved-clock.ts" },
    );
    const moved = (problem: RegExp) => async () => problem.test((await product.look("/readyz")).problem);
    const asked = questions(stage.world);
    const askTwice = async () => {
      asked.ask();
      asked.ask();
      await sleep(500);
    };
    await askTwice();
    product.child.kill("SIGUSR2");
    // What was signed lately is valid for an hour, and five minutes more.
    await askTwice();
    await until("a clock ahead is said", moved(/60 minutes ahead/), 10);
    await asked.settled(60);
    // An hour behind, nothing that is signed now is valid: nobody is asked.
    product.child.kill("SIGUSR2");
    await until("a clock behind is said", moved(/60 minutes behind/), 10);
    expect((await product.look("/healthz")).status).toBe(200);
    product.child.kill("SIGUSR2");
    await until("ready again", ready(product), 10);
    await askTwice();
    await asked.settled(60);
    expect(asked.doubled()).toBe(0);
    expect(asked.errors()).toBe(0);
    await product.end("SIGTERM", 10);
  });
});

/** Needs the right to mount. */
atLength("a full disk", () => {
  let disk: string;
  beforeEach(async () => {
    disk = await mkdtemp(join(stage.folder, "disk-"));
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=200m,mode=755", "tmpfs", disk]);
  });
  afterEach(() => void execFileSync("umount", [disk]));

  test.each<[string, () => Promise<{ place: StorePlace; stop: () => Promise<void> }>]>([
    ["of a folder", async () => ({ place: { DATA_DIR: join(disk, "data") }, stop: async () => {} })],
    [
      "of PostgreSQL",
      async () => {
        await mkdir(join(disk, "server"), { mode: 0o755 });
        const server = await startPostgres(join(disk, "server"));
        const place = { DATABASE_URL: await server.newDatabase(), AUDIT_KEY_FILE: await newKeyFile() };
        return { place, stop: () => server.stop() };
      },
    ],
  ])(
    "%s: said to the requester and to the orchestrator, and forgotten once there is room",
    async (_name, open) => {
      const { place, stop } = await open();
      const product = await stage.started(place);
      const filler = join(disk, "filler");
      await writeFile(filler, Buffer.alloc(200_000_000)).catch(() => {});
      const asked = questions(stage.world);
      for (let times = 0; times < 10; times += 1) asked.ask();
      await asked.settled(60);
      expect(asked.errors()).toBeGreaterThan(0);
      await until("not ready", async () => (await product.look("/readyz")).status === 503, 10);
      const { problem, milliseconds } = await product.look("/readyz");
      expect(problem).toBe("The database takes nothing more: its disk is full.");
      expect(milliseconds).toBeLessThan(promised);
      await rm(filler);
      await until("ready again", ready(product), 10);
      const again = questions(stage.world);
      again.ask();
      again.ask();
      await again.settled(60);
      expect(again.errors()).toBe(0);
      expect(alive(product)).toBe(true);
      await product.end("SIGTERM", 10);
      await stop();
    },
  );
});
