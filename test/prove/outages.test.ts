// What happens to the product when what it stands on goes away: every question asked meanwhile is answered once, with
// its result or with an error, `/readyz` tells the truth, and the process neither dies nor refuses to end.
// `PROVE=1`: as long and as often as an outage may be. Else a short sample.
import { execFileSync } from "node:child_process";
import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type PostgresServer, query, startPostgres } from "../store/postgres-server.ts";
import {
  alive,
  deliver,
  type Look,
  launch,
  type ProductProcess,
  type StorePlace,
  settled,
  startWorld,
  until,
  type World,
} from "./product-process.ts";
import { questions } from "./questions.ts";

const proving = process.env.PROVE === "1";
const full = <T>(whole: T, sample: T): T => (proving ? whole : sample);
/** For a test, in milliseconds. */
const patience = full(1_200_000, 180_000);

let world: World;
let folder: string;
const products: ProductProcess[] = [];
const figures: [string, string][] = [];

beforeAll(async () => {
  world = await startWorld();
  folder = await mkdtemp(join(tmpdir(), "aks-oncall-outages-"));
  // PostgreSQL does not run as root, and has to pass through.
  await chmod(folder, 0o755);
}, patience);
afterAll(async () => {
  for (const { child } of products) child.kill("SIGKILL");
  await world?.close();
  await rm(folder, { recursive: true, force: true });
  if (proving) console.log(figures.map(([what, figure]) => `${what}: ${figure}`).join("\n"));
}, patience);

async function started(store: StorePlace, more: Record<string, string> = {}): Promise<ProductProcess> {
  const product = launch(world, store, more);
  products.push(product);
  await settled(product);
  return product;
}

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

const ready = (product: ProductProcess) => async () => (await product.look("/readyz")).status === 200;

/** The promise is two seconds; a sample on a machine that is busy with other tests only has to be answered. */
const promised = full(2_000, 5_000);

describe("PostgreSQL", () => {
  let server: PostgresServer;
  let databaseUrl: string;
  let product: ProductProcess;
  beforeAll(async () => {
    server = await startPostgres();
    databaseUrl = await server.newDatabase();
    product = await started({ DATABASE_URL: databaseUrl });
  }, patience);
  afterAll(async () => {
    await product?.end("SIGKILL", 5);
    await server?.stop();
  }, patience);

  async function during(what: string, outage: (ask: () => void) => Promise<void>): Promise<void> {
    const asked = questions(world);
    const readiness = watchReadiness(product);
    await outage(asked.ask);
    await until("ready again", ready(product), 30);
    const { slowest, statuses } = await readiness.stop();
    asked.ask();
    await asked.settled(60);
    figures.push([
      what,
      `${asked.count()} asked, ${asked.errors()} told of an error, ${asked.doubled()} twice; /readyz ${Math.round(slowest)} ms at worst`,
    ]);
    expect(alive(product)).toBe(true);
    expect(asked.doubled()).toBe(0);
    expect(statuses).not.toContain(0);
    expect(slowest).toBeLessThan(promised);
  }

  test(
    "every connection is ended again and again, under questions: the process lives",
    async () => {
      await during("connections ended for a while", async (ask) => {
        const until = performance.now() + full(30_000, 4_000);
        while (performance.now() < until) {
          ask();
          await sleep(150);
          const other = databaseUrl.replace(/[^/]*$/, "postgres");
          await query(
            other,
            "select pg_terminate_backend(pid) from pg_stat_activity where datname like 'store%'",
          );
        }
      });
    },
    patience,
  );

  test(
    "stopped: not ready, answered with errors, and well by itself afterwards",
    async () => {
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
    },
    patience,
  );

  test(
    "hung: not ready, answered with errors, and well by itself afterwards",
    async () => {
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
    },
    patience,
  );

  test(
    "hung when it is told to end: it ends all the same, and a second signal ends it at once",
    async () => {
      await server.freeze();
      void deliver(world, "help", 1);
      await sleep(500);
      figures.push(["SIGTERM, database hung", `${Math.round(await product.end("SIGTERM", 10))} ms`]);
      await server.thaw();
      const impatient = await started({ DATABASE_URL: databaseUrl });
      await server.freeze();
      void deliver(world, "help", 1);
      await sleep(500);
      impatient.child.kill("SIGTERM");
      await until("it has heard", () => impatient.said().includes("stopping"), 5);
      await impatient.end("SIGTERM", 2);
      expect(impatient.said()).toContain("asked twice");
      await server.thaw();
    },
    patience,
  );
});

describe("what else may hang when it is told to end", () => {
  let hole: Server;
  let url: string;
  beforeAll(async () => {
    hole = createServer(() => {});
    await new Promise<void>((resolve) => hole.listen(0, "127.0.0.1", resolve));
    const address = hole.address();
    url = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}/`;
  }, patience);
  afterAll(() => void hole.close());

  test.each<[string, () => Promise<unknown>]>([
    ["Teams", () => deliver(world, "help", 1, url)],
    [
      "Azure",
      () => {
        world.azure.setFaults([{ match: { method: "GET", path: "managedClusters" }, delay: 120_000 }]);
        return deliver(world, "diagnose prod-1", 1);
      },
    ],
  ])(
    "%s: it ends within ten seconds",
    async (what, ask) => {
      const product = await started({ DATA_DIR: await mkdtemp(join(folder, "hang-")) });
      void ask();
      await sleep(1_000);
      figures.push([`SIGTERM, ${what} hung`, `${Math.round(await product.end("SIGTERM", 10))} ms`]);
      world.azure.setFaults([]);
    },
    patience,
  );
});

describe("a folder", () => {
  test(
    "belongs to one process: the second says so and ends",
    async () => {
      const place = { DATA_DIR: join(folder, "shared") };
      const first = await started(place);
      const second = await started(place);
      expect(second.child.exitCode).toBe(1);
      expect(second.said()).toContain(`is in use by process ${first.child.pid}`);
      await first.end("SIGKILL", 5);
      const third = await started(place);
      expect(alive(third)).toBe(true);
      await third.end("SIGTERM", 10);
    },
    patience,
  );

  test(
    "is whole however its process is killed: at the first start, at any other, and under questions",
    async () => {
      const opened: number[] = [];
      for (let kill = 0; kill < full(80, 4); kill += 1) {
        const dataDir = kill % 4 === 0 ? await mkdtemp(join(folder, "killed-")) : join(folder, "killed");
        const killed = launch(world, { DATA_DIR: dataDir });
        if (kill % 2 === 1) {
          await settled(killed);
          for (let times = 0; times < 5; times += 1) void deliver(world, "diagnose prod-1", 1);
        }
        await sleep(Math.random() * (kill % 2 === 1 ? 500 : 3_000));
        await killed.end("SIGKILL", 5);
        const from = performance.now();
        const next = await started({ DATA_DIR: dataDir });
        expect(next.said()).not.toContain("cannot be opened");
        expect(alive(next)).toBe(true);
        opened.push(performance.now() - from);
        await next.end("SIGKILL", 5);
      }
      opened.sort((a, b) => a - b);
      figures.push([
        `${opened.length} kills, ready again`,
        `median ${Math.round(opened[opened.length >> 1] ?? 0)} ms, slowest ${Math.round(opened.at(-1) ?? 0)} ms`,
      ]);
    },
    patience,
  );

  test(
    "its clock an hour ahead, an hour behind, right: what was asked is answered, and a wrong clock is said",
    async () => {
      const product = await started(
        { DATA_DIR: join(folder, "clock") },
        { NODE_OPTIONS: "--import ./test/prove/moved-clock.ts" },
      );
      const moved = (problem: RegExp) => async () => problem.test((await product.look("/readyz")).problem);
      const asked = questions(world);
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
    },
    patience,
  );
});

// Needs the right to mount; the rule itself is tested without it in test/store.
const canMount = process.platform === "linux" && process.getuid?.() === 0;
(canMount ? describe : describe.skip)("a full disk", () => {
  let disk: string;
  beforeEach(async () => {
    disk = await mkdtemp(join(folder, "disk-"));
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=200m,mode=755", "tmpfs", disk]);
  }, patience);
  afterEach(() => void execFileSync("umount", [disk]));

  test.each<[string, () => Promise<{ place: StorePlace; stop: () => Promise<void> }>]>([
    ["of a folder", async () => ({ place: { DATA_DIR: join(disk, "data") }, stop: async () => {} })],
    [
      "of PostgreSQL",
      async () => {
        await mkdir(join(disk, "server"), { mode: 0o755 });
        const server = await startPostgres(join(disk, "server"));
        return { place: { DATABASE_URL: await server.newDatabase() }, stop: () => server.stop() };
      },
    ],
  ])(
    "%s: said to the asker and to the orchestrator, and forgotten once there is room",
    async (_name, open) => {
      const { place, stop } = await open();
      const product = await started(place);
      const filler = join(disk, "filler");
      await writeFile(filler, Buffer.alloc(200_000_000)).catch(() => {});
      const asked = questions(world);
      for (let times = 0; times < 10; times += 1) asked.ask();
      await asked.settled(60);
      expect(asked.errors()).toBeGreaterThan(0);
      await until("not ready", async () => (await product.look("/readyz")).status === 503, 10);
      const { problem, milliseconds } = await product.look("/readyz");
      expect(problem).toBe("The database takes nothing more: its disk is full.");
      expect(milliseconds).toBeLessThan(promised);
      await rm(filler);
      await until("ready again", ready(product), 10);
      const again = questions(world);
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
