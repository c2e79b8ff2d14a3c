// A look inside a cluster whose objects hold secrets wherever it reads, through the whole product: what the real kubectl
// printed must be on no card, in no language, nor in what the command line prints, nor in anything that was kept.
import pg from "pg";
import { people, tenantId } from "../../../simulator/people.ts";
import { commandLine, firstBatches } from "../../../src/core/in-cluster/reads.ts";
import { runAlone } from "../../doors/cli/terminal.ts";
import { chatOf, type Harness, startHarness } from "../../flow/harness.ts";
import { arm } from "../../simulator/support.ts";
import { chanceFrom } from "./chance.ts";
import { readable } from "./corpus.ts";
import { type Planted, plantInside } from "./inside-objects.ts";

const seeds = process.env.PROVE === "1" ? [11, 12, 13, 14, 15, 16, 17, 18] : [11];

/** No read takes a message of these. */
const neverAskedFor = ["messages of events", "why pods are not ready", "requests for certificates"];

let chain: Harness;
beforeAll(async () => {
  chain = await startHarness(undefined, undefined, {}, { looksInside: true });
}, 300_000);
afterAll(() => chain?.close());

async function plant(seed: number): Promise<readonly Planted[]> {
  const planted = plantInside(chanceFrom(seed));
  const { scenario } = chain.azure;
  const [[id, cluster] = ["", { objects: [] }]] = Object.entries(scenario.kubernetes);
  const objects = JSON.parse(
    JSON.stringify([...cluster.objects, ...planted.flatMap((each) => each.objects)]),
  );
  await chain.azure.loadScenario({ ...scenario, kubernetes: { [id]: { ...cluster, objects } } });
  return planted;
}

/** What the commands of a look print, as somebody who may read everything. */
async function printedInside(): Promise<string> {
  const { azure } = chain;
  const id = azure.scenario.resources.find((each) => /\/managedClusters\/prod-1$/i.test(each.id))?.id;
  const clusterToken = await azure.tokenFor(people.megan.oid, "6dae42f8-4368-4678-94ff-3960e28e3630");
  const outputs: string[] = [];
  for (const reads of firstBatches()) {
    const command = commandLine(reads, "n0n5e".repeat(6));
    const sent = await arm(azure, people.megan, "POST", `${id}/runCommand`, { command, clusterToken });
    for (;;) {
      const result = await arm(azure, people.megan, "GET", sent.headers.get("location") ?? "");
      if (result.status === 200) outputs.push(String(Object(result.body.properties).logs));
      if (result.status === 200) break;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  return outputs.join("\n");
}

/** In each language, as Teams gets them. */
async function cards(): Promise<string> {
  const before = chain.teams.shown().length;
  const place = chatOf(people.alex);
  for (const locale of ["en-US", "de-DE", "zh-CN"]) {
    const asked = chain.teams.shown().length;
    await chain.send(people.alex, "diagnose prod-1", place, { locale });
    await chain.answer(asked, /k8s\.image-pull/, place);
  }
  return JSON.stringify(chain.teams.shown().slice(before));
}

async function commandLineOutputs(): Promise<string> {
  const variables = {
    ...chain.azure.environment,
    ...{ AZURE_CLIENT_ID: people.alex.oid, AZURE_CLIENT_SECRET: "any", AZURE_TENANT_ID: tenantId },
  };
  const lines = await runAlone(["diagnose", "prod-1"], variables);
  const json = await runAlone(["diagnose", "prod-1", "-o", "json"], variables);
  expect(JSON.parse(json.out).inside.is).toBe("reachableWithFaults");
  return [lines.out, lines.err, json.out, json.err].join("\n");
}

/** Every row of every table. */
async function kept(): Promise<string> {
  const client = new pg.Client("databaseUrl" in chain.config.store ? chain.config.store.databaseUrl : "");
  await client.connect();
  const { rows: tables } = await client.query(
    "select table_schema, table_name from information_schema.tables where table_schema not in ('pg_catalog', 'information_schema')",
  );
  const all: string[] = [];
  for (const { table_schema: schema, table_name: name } of tables) {
    const { rows } = await client.query(`select to_jsonb(t)::text as row from "${schema}"."${name}" t`);
    all.push(...rows.map(({ row }) => row));
  }
  await client.end();
  return all.join("\n");
}

test.each(seeds)("of what is read inside, no secret leaves (seed %i)", async (seed) => {
  const planted = await plant(seed);
  const printed = await printedInside();
  const unread = planted.filter(({ secrets }) => readable(printed, secrets).length === 0);
  expect(unread.map(({ what }) => what)).toEqual(neverAskedFor);
  const places = {
    cards: await cards(),
    "command line": await commandLineOutputs(),
    database: await kept(),
    log: chain.logged.join("\n"),
  };
  expect(places.database).toContain("k8s.image-pull");
  const left = Object.entries(places).flatMap(([place, text]) =>
    planted.flatMap(({ what, secrets }) =>
      readable(text, secrets).map((each) => `${place}: ${what}: ${each}`),
    ),
  );
  expect(left).toEqual([]);
});
