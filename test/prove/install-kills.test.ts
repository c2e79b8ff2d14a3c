// `install` and `uninstall`, each a process that a SIGKILL ends at every request that writes, to Entra, Graph and Azure, before
// it is taken and after it was done; and started again: all ends the same, and what is there is never written again. A
// sample in every run, all of it with PROVE=1.
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadKeyMaterial } from "../../simulator/key-material.ts";
import { people, subscriptions } from "../../simulator/people.ts";
import { type AzureState, type Simulator, startSimulator } from "../../simulator/simulator.ts";
import { exitCodes } from "../../src/doors/cli/stop.ts";
import { emptyTenantFor, hostAnswers } from "../azure/install/support.ts";
import { type Ended, fakeAz, filesIn, type Kill, runInstall, startFront } from "./install-process.ts";
import { sampleBy } from "./sample.ts";

const scope = `/subscriptions/${subscriptions.prod}`;
const registry = `${scope}/resourceGroups/rg-shared/providers/Microsoft.ContainerRegistry/registries/contoso`;

/** Every step has something to make. */
async function tenant() {
  const full = await emptyTenantFor(people.megan, { role: "Owner" });
  const shared = [
    { id: `${scope}/resourceGroups/rg-shared`, location: "westeurope" },
    { id: registry, location: "westeurope", properties: { loginServer: "contoso.azurecr.io" } },
  ];
  const unknownApis = ["461e8683-5575-4561-ac7f-899cc907d62a"];
  return {
    ...full,
    resources: [...full.resources, ...shared],
    registration: { ...full.registration, unknownApis },
  };
}

let azure: Simulator;
let front: Awaited<ReturnType<typeof startFront>>;
let az: string;
let answersFile: string;
let tokens: readonly string[];
beforeAll(async () => {
  const localDir = mkdtempSync(join(tmpdir(), "local-azure-"));
  azure = await startSimulator({ scenario: await tenant(), localDir });
  front = await startFront(azure, (await loadKeyMaterial(localDir)).tls);
  az = await fakeAz(azure, people.megan, join(localDir, "az"));
  tokens = ["arm", "graph"].map(
    (name) => JSON.parse(readFileSync(join(az, `${name}.json`), "utf8")).accessToken,
  );
  answersFile = join(localDir, "answers.json");
  const { subject: _usual, ...answers } = hostAnswers;
  writeFileSync(answersFile, JSON.stringify({ ...answers, image: "contoso.azurecr.io/aks-oncall:0.1.0" }));
});
afterAll(async () => {
  await front?.close();
  await azure?.close();
});

/** A folder of its own, and a tenant that knows nothing of the bot. */
async function begun() {
  await azure.loadScenario(await tenant());
  const cwd = mkdtempSync(join(tmpdir(), "install-"));
  const run = async (words: readonly string[], kill: Kill | null = null): Promise<Ended> => {
    const ended = await runInstall(front, azure, { words, az, cwd, kill });
    const kept = Object.values(filesIn(cwd)).map((file) => Buffer.from(file, "base64").toString());
    const seen = [ended.said, readFileSync(join(az, "environment"), "utf8"), ...kept].join("\n");
    expect(tokens.filter((token) => seen.includes(token))).toEqual([]);
    return ended;
  };
  return {
    install: (kill?: Kill) => run(["install", "--yes", "--answers", answersFile], kill),
    uninstall: (kill?: Kill) => run(["uninstall", "--yes", "--answers", answersFile], kill),
    files: () => filesIn(cwd),
  };
}

/** What is of the installation, without the ids that are drawn, and in an order of their own. */
const drawn = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const likeness = ({ resources, assignments, apps }: AzureState): readonly string[] =>
  [...resources.filter(({ id }) => id.includes("/aks-oncall")), ...assignments, ...Object.values(apps).flat()]
    // The name of a revision comes of the ids that it has.
    .map((each) =>
      JSON.stringify(each)
        .replace(drawn, "ID")
        .replace(/--[0-9a-f]{7}"/g, '--REVISION"'),
    )
    .toSorted();

const good = { code: exitCodes.good, signal: null };
const killed = { code: null, signal: "SIGKILL" };

/** Undisturbed: how it ends, and how many requests write on the way. */
async function undisturbed() {
  const it = await begun();
  const before = azure.state();
  const { said, ...ended } = await it.install();
  expect([said, ended]).toEqual([said, good]);
  const installs = front.writes().length;
  const whole = likeness(azure.state());
  expect(await it.uninstall()).toMatchObject(good);
  expect([azure.state(), it.files()]).toEqual([before, {}]);
  return { installs, uninstalls: front.writes().length, whole };
}

const killsIn = (writes: number, of: string): readonly Kill[] =>
  sampleBy(
    Array.from({ length: writes }, (_, index) => index + 1).flatMap((at) => [
      { at, when: "before" as const },
      { at, when: "after" as const },
    ]),
    ({ at, when }) => `${at} ${when}`,
    `20261202 ${of}`,
    1,
  );

test("wherever it is killed, all ends the same, and the run after that writes nothing", async () => {
  const { installs, uninstalls, whole } = await undisturbed();
  expect(installs).toBeGreaterThan(10);
  expect(uninstalls).toBeGreaterThan(3);
  for (const kill of killsIn(installs, "install")) {
    const it = await begun();
    const before = azure.state();
    expect([kill, await it.install(kill)]).toEqual([kill, expect.objectContaining(killed)]);
    expect([kill, await it.install()]).toEqual([kill, expect.objectContaining(good)]);
    expect([kill, likeness(azure.state())]).toEqual([kill, whole]);
    const [state, files] = [azure.state(), it.files()];
    expect([kill, await it.install()]).toEqual([kill, expect.objectContaining(good)]);
    expect([kill, front.writes(), azure.state(), it.files()]).toEqual([kill, [], state, files]);
    expect([kill, await it.uninstall()]).toEqual([kill, expect.objectContaining(good)]);
    expect([kill, azure.state(), it.files()]).toEqual([kill, before, {}]);
  }
  for (const kill of killsIn(uninstalls, "uninstall")) {
    const it = await begun();
    const before = azure.state();
    await it.install();
    expect([kill, await it.uninstall(kill)]).toEqual([kill, expect.objectContaining(killed)]);
    expect([kill, await it.uninstall()]).toEqual([kill, expect.objectContaining(good)]);
    expect([kill, azure.state(), it.files()]).toEqual([kill, before, {}]);
  }
});
