// What a diagnosis leaves open, and why: for draws of rights that the person lacks and of fields that Azure leaves out, a
// right is named only where Azure refused something in its scope, and is not named again once it was granted as it is written,
// with the others or alone; what Azure "was not asked for", no request asked for; and what no right would settle, all rights
// do not settle.
import fc from "fast-check";
import { people } from "../../simulator/people.ts";
import { loadScenario } from "../../simulator/scenario/load.ts";
import type { Scenario } from "../../simulator/scenario/schema.ts";
import { createClusterReader } from "../../src/azure/collect/cluster-reader.ts";
import { diagnose } from "../../src/core/diagnosis/diagnose.ts";
import type { Unavailable } from "../../src/core/snapshot/section.ts";
import { armRequests, type LocalAzure, startLocalAzure } from "../azure/local-azure.ts";
import { scenario } from "../azure/scenario.ts";
import { clientOf, type ScenarioRow, scenarioRows } from "../scenarios.ts";
import { scenarioFile } from "../simulator/support.ts";
import { draws } from "./sample.ts";

const count = draws(40, 500);
const seed = Number(process.env.SEED ?? 29);

let azure: LocalAzure;
beforeAll(async () => {
  azure = await startLocalAzure(scenario());
});
afterAll(() => azure.simulator.close());

type Permission = Unavailable["needs"][number];
type Assignment = Scenario["roleAssignments"][number];
type Draw = Readonly<{
  row: ScenarioRow;
  /** Of the types of the resources there: what may not be read; and of the resource groups, which hold all that may be. */
  lacks: readonly number[];
  groups: readonly number[] | null;
  /** Which field of which resource is left out. */
  hides: readonly (readonly [number, number])[];
}>;

const number = fc.nat({ max: 10_000 });
const drawn: fc.Arbitrary<Draw> = fc.record({
  row: fc.constantFrom(...scenarioRows),
  lacks: fc.array(number, { minLength: 0, maxLength: 3 }),
  groups: fc.option(fc.array(number, { minLength: 1, maxLength: 3 }), { freq: 3 }),
  hides: fc.array(fc.tuple(number, number), { maxLength: 2 }),
});

const some = <T>(all: readonly T[], numbers: readonly number[]): readonly T[] =>
  all.length === 0 ? [] : [...new Set(numbers.map((each) => all[each % all.length] as T))];

const typeOf = (id: string): string => {
  const [, after = ""] = id.split(/\/providers\/(?!.*\/providers\/)/i);
  const [namespace = "", ...rest] = after.split("/");
  return [namespace, ...rest.filter((_, at) => at % 2 === 0)].join("/");
};
const groupOf = (id: string): string | undefined =>
  /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+/i.exec(id)?.[0];

const { oid } = people.alex;
const ofOthers = ({ roleAssignments, groups }: Scenario): readonly Assignment[] => {
  const own = new Set([oid, ...groups.filter(({ members }) => members.includes(oid)).map(({ id }) => id)]);
  return roleAssignments.filter(({ principalId }) => !own.has(principalId));
};
const mayDo = (scope: string, actions: string[], notActions: string[] = []): Assignment => ({
  ...{ principalId: oid, scope, actions, notActions, dataActions: [], notDataActions: [] },
});

const everywhere = ({ subscriptions }: Scenario): readonly Assignment[] =>
  subscriptions.map(({ subscriptionId }) => mayDo(`/subscriptions/${subscriptionId}`, ["*"]));

/** The cluster itself may be read: without it there is no diagnosis. */
function rightsOf({ lacks, groups }: Draw, whole: Scenario, cluster: string): readonly Assignment[] {
  const types = [...new Set(whole.resources.map(({ id }) => typeOf(id)))].toSorted();
  const notActions = some(types, lacks).map((type) => `${type}/*`);
  const all = [...new Set(whole.resources.flatMap(({ id }) => groupOf(id) ?? []))].toSorted();
  const scopes =
    groups === null
      ? whole.subscriptions.map(({ subscriptionId }) => `/subscriptions/${subscriptionId}`)
      : some(all, groups);
  return [mayDo(cluster, ["*"]), ...scopes.map((scope) => mayDo(scope, ["*/read", "*/action"], notActions))];
}

function without(
  resources: Scenario["resources"],
  hides: Draw["hides"],
  cluster: string,
): Scenario["resources"] {
  return hides.reduce((now, [which, field]) => {
    const at = which % now.length;
    const { id, properties } = now[at] ?? { id: "", properties: {} };
    const names = Object.keys(properties);
    const name = names[field % Math.max(1, names.length)];
    if (name === undefined || id.toLowerCase() === cluster.toLowerCase()) return now;
    const rest = Object.fromEntries(Object.entries(properties).filter(([field]) => field !== name));
    return now.map((each, index) => (index === at ? { ...each, properties: rest } : each));
  }, resources);
}

type Said = Readonly<{
  lacking: ReadonlyMap<string, Permission>;
  notAsked: readonly string[];
  /** What no right would settle. */
  beyond: ReadonlySet<string>;
}>;
type Found = Readonly<{ lacking: Map<string, Permission>; notAsked: Set<string>; beyond: Set<string> }>;

const beyondRights = ["notModelled", "notShown", "inNoNetwork"];

/** Wherever in it something is open. */
function reasonsIn(value: unknown, found: Found): void {
  if (typeof value !== "object" || value === null) return;
  const { status, state, needs, is, name, what, because, reason, component } = Object(value);
  if ((status === "notAssessed" || state === "unknown") && Array.isArray(needs))
    for (const need of needs as Permission[])
      found.lacking.set(`${need.action} ${need.scope}`.toLowerCase(), need);
  if (state === "unknown" && beyondRights.includes(because))
    found.beyond.add(`${because} ${JSON.stringify([component, reason])}`);
  if (is === "resourceNotAsked") found.notAsked.add(String(name));
  if (is === "notAsked" && what?.name !== undefined) found.notAsked.add(String(what.name));
  for (const inner of Object.values(value)) reasonsIn(inner, found);
}

async function asked(row: ScenarioRow, cluster: string): Promise<Said> {
  azure.simulator.clearRequests();
  const reader = createClusterReader({ ...azure.options, budgetMs: 20_000 });
  const diagnosis = diagnose(await reader.collect(await azure.signIn(people.alex), cluster, clientOf(row)));
  const found: Found = { lacking: new Map(), notAsked: new Set(), beyond: new Set() };
  reasonsIn(diagnosis, found);
  return { ...found, notAsked: [...found.notAsked] };
}

/** Whatever Azure answered. */
const askedOf = (name: string): readonly string[] =>
  armRequests(azure.simulator)
    .filter(({ path }) => path.toLowerCase().split("/").at(-1) === name.toLowerCase())
    .map(({ path }) => path);

const isRefused = ({ scope }: Permission): boolean =>
  armRequests(azure.simulator).some(
    ({ path, status }) => status === 403 && path.toLowerCase().startsWith(scope.toLowerCase()),
  );

test("a right that is named was refused, and granted it is named no more; what was not asked for was not", async () => {
  let [granted, without403, beyond] = [0, 0, 0];
  await fc.assert(
    fc.asyncProperty(drawn, async (draw) => {
      const whole = await loadScenario(scenarioFile(draw.row.name));
      const wanted = `/managedclusters/${draw.row.cluster}`;
      const cluster =
        draw.row.id ?? whole.resources.find(({ id }) => id.toLowerCase().endsWith(wanted))?.id ?? "";
      const resources = without(whole.resources, draw.hides, cluster);
      const load = (rights: readonly Assignment[]) =>
        azure.simulator.loadScenario({
          ...{ ...whole, resources },
          roleAssignments: [...ofOthers(whole), ...rights],
        } as never);

      const rights = rightsOf(draw, whole, cluster);
      await load(rights);
      const first = await asked(draw.row, cluster);
      expect(first.notAsked.flatMap(askedOf)).toEqual([]);

      const claims = [...first.lacking.values()];
      expect(claims.filter((claim) => !isRefused(claim))).toEqual([]);
      // Whoever may read everything is told of no right, whatever Azure leaves out.
      if (draw.groups === null && draw.lacks.length === 0) expect(claims).toEqual([]);
      if (claims.length === 0) without403 += 1;
      granted += claims.length;
      const after = async (more: readonly Permission[]) => {
        await load([...rights, ...more.map(({ action, scope }) => mayDo(scope, [action]))]);
        return await asked(draw.row, cluster);
      };
      const second = await after(claims);
      expect([...second.lacking.keys()].filter((claim) => first.lacking.has(claim))).toEqual([]);
      for (const [key, claim] of claims.length > 1 ? first.lacking : [])
        expect([...(await after([claim])).lacking.keys()]).not.toContain(key);

      await load(everywhere(whole));
      const { beyond: left } = await asked(draw.row, cluster);
      expect([...first.beyond].filter((each) => !left.has(each))).toEqual([]);
      beyond += first.beyond.size;
    }),
    { numRuns: count, seed, endOnFailure: true },
  );
  console.log(
    `${count} draws: ${granted} rights were named and granted, together and each alone, and none was named again; ${without403} without any. ${beyond} reasons that no right settles, and none was settled by all rights.`,
  );
  expect(granted).toBeGreaterThan(count);
});
