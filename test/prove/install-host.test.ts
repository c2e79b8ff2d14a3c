// The host by `install` with no right too many and none too few; and killed at every request to Azure Resource Manager,
// before it sees it and after it has done it, and started again. A sample in every run, all of it with PROVE=1.
import { people, subscriptions } from "../../simulator/people.ts";
import { install, uninstall } from "../../src/app/install/install.ts";
import type { Answer, Requests } from "../../src/azure/install/requests.ts";
import { hostActions } from "../../src/core/install/host.ts";
import { allSteps, emptyTenantFor, hostAnswers, memoryFile, memoryFiles } from "../azure/install/support.ts";
import { type LocalAzure, startLocalAzure } from "../azure/local-azure.ts";
import { hostTemplate } from "../fixtures/host-template.ts";
import { sampleBy } from "./sample.ts";

const scope = `/subscriptions/${subscriptions.prod}`;
const group = `${scope}/resourceGroups/aks-oncall`;

let local: LocalAzure;
beforeAll(async () => {
  local = await startLocalAzure(await emptyTenantFor(people.megan, { role: "Owner" }));
});
afterAll(() => local.simulator.close());

const needs = () => [
  ...new Set(
    allSteps(local, people.megan).flatMap((step) =>
      step.needs.flatMap((each) => ("azure" in each ? [each.azure] : [])),
    ),
  ),
];

/** Installed and taken back, once with something of others in the group. */
async function wholeLife(actions: readonly string[]): Promise<boolean> {
  const scenario = await emptyTenantFor(people.megan, { actions });
  const other = { principalId: people.diego.oid, scope, role: "Contributor" };
  await local.simulator.loadScenario({ ...scenario, roleAssignments: [...scenario.roleAssignments, other] });
  for (const withOthers of [false, true]) {
    const files = memoryFiles();
    const steps = allSteps(local, people.megan, files);
    const made = await install(steps, hostAnswers, memoryFile(), () => {});
    if (!made.ok) return false;
    if (withOthers) await addTheirs();
    const gone = await uninstall(steps, hostAnswers, memoryFile(), () => {});
    if (!gone.ok) return false;
  }
  return true;
}

async function addTheirs(): Promise<void> {
  const token = await local.simulator.tokenFor(people.diego.oid, "https://management.azure.com");
  const theirs = `${group}/providers/Microsoft.Network/routeTables/theirs`;
  const { status } = await fetch(`${local.simulator.url}${theirs}?api-version=2024-05-01`, {
    method: "PUT",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify({ location: "westeurope" }),
  });
  if (status !== 201) throw new Error(`Somebody else could not write: ${status}`);
}

test("the rights that it asks for are enough", async () => {
  expect(await wholeLife(needs())).toBe(true);
});

test("and each of its template's types is among them", () => {
  const types = [...new Set(hostTemplate.resources.map(({ type }) => type))];
  const writes = hostActions.filter((action) => action.endsWith("/write") && !/Resources\//.test(action));
  expect(writes.toSorted()).toEqual(types.map((type) => `${type}/write`).toSorted());
});

// What the other steps ask for, besides reads.
const groupActions = [
  "Microsoft.Resources/subscriptions/resourceGroups/write",
  "Microsoft.Resources/subscriptions/resourceGroups/delete",
  "Microsoft.KeyVault/locations/deletedVaults/purge/action",
  "Microsoft.ManagedIdentity/userAssignedIdentities/write",
  "Microsoft.ManagedIdentity/userAssignedIdentities/delete",
];
const needed = [...hostActions, ...groupActions];
test.each(sampleBy(needed, (action) => action, "install-host", 4))("not without %s", async (action) => {
  expect(await wholeLife(needs().filter((each) => each !== action))).toBe(false);
});

class Killed extends Error {}

/** Lets requests to ARM through until this one; no more come after it. */
const killedAt =
  (at: number, when: "before" | "after") =>
  (requests: Requests): Requests => {
    let count = 0;
    const counted = async <T>(send: () => Promise<Answer<T>>): Promise<Answer<T>> => {
      count += 1;
      if (count >= at && when === "before") throw new Killed();
      const answer = await send();
      if (count >= at) throw new Killed();
      return answer;
    };
    return { graph: requests.graph, arm: (shape, sent) => counted(() => requests.arm(shape, sent)) };
  };

const inGroup = () =>
  local.simulator
    .state()
    // Each identity has an id of its own.
    .resources.map(({ id }) => id.replace(/administrators\/.*/, "administrators/ID"))
    .filter((id) => id.startsWith(`${group}/`))
    .toSorted();
const isWrite = ({ method, path }: { method: string; path: string }) =>
  method !== "GET" && path.startsWith("/subscriptions") && !path.endsWith("/whatIf");

const kills = Array.from({ length: 24 }, (_, index) => index + 1).flatMap((at) =>
  (["before", "after"] as const).map((when) => ({ at, when })),
);

test.each(sampleBy(kills, ({ at, when }) => `${at} ${when}`, "install-host", 4))(
  "killed $when request $at: it goes on, ends the same, and changes nothing the next time",
  async ({ at, when }) => {
    const begin = async () =>
      local.simulator.loadScenario(await emptyTenantFor(people.megan, { role: "Owner" }));
    await begin();
    await install(allSteps(local, people.megan), hostAnswers, memoryFile(), () => {});
    const whole = inGroup();
    await begin();
    const files = memoryFiles();
    const cut = allSteps(local, people.megan, files, killedAt(at, when));
    await install(cut, hostAnswers, memoryFile(), () => {}).catch((error) => {
      if (!(error instanceof Killed)) throw error;
    });
    const steps = allSteps(local, people.megan, files);
    expect((await install(steps, hostAnswers, memoryFile(), () => {})).ok).toBe(true);
    expect(inGroup()).toEqual(whole);
    local.simulator.clearRequests();
    await install(steps, hostAnswers, memoryFile(), () => {});
    expect(local.simulator.requests().filter(isWrite)).toEqual([]);
  },
);
