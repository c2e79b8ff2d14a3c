// `install` killed at every request, before Graph sees it and after Graph has done it, and started again: the tenant ends
// the same. The same of `uninstall`: nothing stays. A sample in every run, all of it with PROVE=1.
import { people } from "../../simulator/people.ts";
import { install, uninstall } from "../../src/app/install/install.ts";
import type { Answer, Requests } from "../../src/azure/install/requests.ts";
import { answers, emptyTenant, memoryFile, stepsOf } from "../azure/install/support.ts";
import { type LocalAzure, startLocalAzure } from "../azure/local-azure.ts";
import { sampleBy } from "./sample.ts";

/** So that every step has something to make. */
const tenant = () =>
  emptyTenant({ megan: ["Application Administrator"] }, ["461e8683-5575-4561-ac7f-899cc907d62a"]);

let local: LocalAzure;
beforeAll(async () => {
  local = await startLocalAzure(await tenant());
});
afterAll(() => local.simulator.close());

type Kill = Readonly<{ at: number; when: "before" | "after" }>;
class Killed extends Error {}

/** Lets requests through until the one of the kill; no more come after it. */
const killedAt =
  ({ at, when }: Kill) =>
  (requests: Requests): Requests => {
    let count = 0;
    const counted = async <T>(send: () => Promise<Answer<T>>): Promise<Answer<T>> => {
      count += 1;
      if (count === at && when === "before") throw new Killed();
      const sent = send();
      if (count !== at) return sent;
      await sent.catch(() => {});
      throw new Killed();
    };
    return {
      graph: (shape, sent) => counted(() => requests.graph(shape, sent)),
      arm: (shape, sent) => counted(() => requests.arm(shape, sent)),
    };
  };

type Run = typeof install | typeof uninstall;

/** Whether it was killed; the file is all that the next run has. */
async function runUntil(kill: Kill | null, run: Run, file: ReturnType<typeof memoryFile>): Promise<boolean> {
  const steps = stepsOf(local, people.megan, kill ? killedAt(kill) : undefined);
  try {
    const end = await run(steps, file.now()?.answers ?? answers, file, () => {});
    if (!end.ok) throw end.refused;
    return false;
  } catch (error) {
    if (error instanceof Killed) return true;
    throw error;
  }
}

/** Without the ids that Graph draws. */
const entra = (): string => JSON.stringify(local.simulator.state().apps).replace(/"id":"[^"]+"/g, '"id":"…"');

/** How many requests a run takes when nobody kills it. */
async function requestsOf(run: Run): Promise<number> {
  local.simulator.clearRequests();
  await runUntil(null, run, memoryFile());
  return local.simulator.requests().length;
}

const killsIn = (requests: number): readonly Kill[] =>
  Array.from({ length: requests }, (_, index) => index + 1).flatMap((at) => [
    { at, when: "before" as const },
    { at, when: "after" as const },
  ]);
const sampled = (kills: readonly Kill[], of: string) =>
  sampleBy(kills, ({ at, when }) => `${at} ${when}`, `20261202 ${of}`);

test("install ends the same, wherever it was killed", async () => {
  await local.simulator.loadScenario(await tenant());
  const count = await requestsOf(install);
  const wanted = entra();
  for (const kill of sampled(killsIn(count), "install")) {
    await local.simulator.loadScenario(await tenant());
    const file = memoryFile();
    expect([kill, await runUntil(kill, install, file)]).toEqual([kill, true]);
    await runUntil(null, install, file);
    expect([kill, entra()]).toEqual([kill, wanted]);
  }
});

test("uninstall leaves nothing, wherever it was killed", async () => {
  await local.simulator.loadScenario(await tenant());
  const was = entra();
  await runUntil(null, install, memoryFile());
  const count = await requestsOf(uninstall);
  for (const kill of sampled(killsIn(count), "uninstall")) {
    await local.simulator.loadScenario(await tenant());
    const file = memoryFile();
    await runUntil(null, install, file);
    expect([kill, await runUntil(kill, uninstall, file)]).toEqual([kill, true]);
    await runUntil(null, uninstall, file);
    expect([kill, entra(), file.now()]).toEqual([kill, was, null]);
  }
});
