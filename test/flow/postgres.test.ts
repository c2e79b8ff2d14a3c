// On PostgreSQL, and without it: readiness tells the truth, and a question that could not be kept is answered all the same.
import { people } from "../../simulator/people.ts";
import { type PostgresServer, startPostgres } from "../store/postgres-server.ts";
import { type Harness, startHarness, wordsOf } from "./harness.ts";

let server: PostgresServer;
let chain: Harness;
beforeAll(async () => {
  server = await startPostgres();
  chain = await startHarness("simulator/scenarios/hub-spoke.json", {
    databaseUrl: await server.newDatabase(),
  });
});
afterAll(async () => {
  await chain?.close();
  await server?.stop().catch(() => {});
});

const ready = async () => (await fetch(chain.botUrl().replace("/api/messages", "/readyz"))).status;

test("the whole chain on PostgreSQL", async () => {
  expect(await ready()).toBe(200);
  await chain.ask(people.alex, "run `kubectl get ns` on prod-1", /Exit 0/);
  await chain.ask(people.alex, "diagnose prod-1", /Reachable/);
});

test("the database is gone: not ready, and the person hears it at once", async () => {
  await server.stop();
  expect(await ready()).toBe(503);
  const shown = await chain.ask(people.alex, "diagnose prod-1", /Something failed/);
  expect(wordsOf(shown.activity)).toMatch(/R-[0-9A-Z]{10}/);
});
