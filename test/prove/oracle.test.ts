// The product's verdict against a second opinion that was written from Azure's documents alone: whole topologies, each
// with one change, a break or a harmless one. Where both disagree, `known-disagreements.ts` says who is right and why.
import { loadScenario } from "../../simulator/scenario/load.ts";
import { type LocalAzure, startLocalAzure } from "../azure/local-azure.ts";
import { scenario } from "../azure/scenario.ts";
import { disagreement, inShort, type Said, stateOf } from "../oracle/compare.ts";
import { harmlessIn } from "../oracle/harmless.ts";
import { explanationOf, knownDisagreements } from "../oracle/known-disagreements.ts";
import { type Change, moreBreaksIn } from "../oracle/more-breaks.ts";
import { opinionOf } from "../oracle/oracle.ts";
import type { ScenarioRow } from "../scenarios.ts";
import { scenarioFile } from "../simulator/support.ts";
import { breaksIn, type Resource } from "./broken/breaks.ts";
import { diagnoseBroken, healthyRows } from "./broken/diagnose-broken.ts";
import { sampleBy } from "./sample.ts";

const topologies = [
  ...[
    "hub-spoke",
    "private-byo-zone",
    "private-no-zone",
    "vnet-private",
    "jump-in-spoke",
    "custom-dns",
    "two-hubs",
  ],
  ...["hub-firewall", "firewall-ip-groups", "vpn-healthy", "expressroute-healthy"],
  ...["public-open", "public-ranges", "public-nat", "vnet-public"],
  ...["one-network", "three-subscriptions", "own-name-servers", "leased-line", "kubenet-ranges"],
];
const rows = healthyRows.filter(({ name, symptom }) => topologies.includes(name) && symptom === undefined);

let azure: LocalAzure;
beforeAll(async () => {
  azure = await startLocalAzure(scenario());
});
afterAll(() => azure.simulator.close());

const began = Date.now();
const tally = { breaks: 0, harmless: 0, broken: 0, cannotTell: 0, agreed: 0, explained: 0 };
const met = new Set<string>();

/** What both say of one change, where they disagree and nobody has explained it. */
async function compare(
  row: ScenarioRow,
  whole: Awaited<ReturnType<typeof loadScenario>>,
  change: Change,
): Promise<string | null> {
  const found = { ...change, also: [] };
  const { verdict, rootCause, summary } = await diagnoseBroken(azure, whole, row, found);
  const opinion = opinionOf(
    { ...whole, resources: change.apply([...whole.resources]) },
    clusterIn(whole.resources, row),
    row.from,
  );
  const state = stateOf(opinion);
  if (state === "broken") tally.broken += 1;
  if (state === "cannot tell") tally.cannotTell += 1;
  const said: Said = { verdict, cause: rootCause };
  const kind = disagreement(said, opinion);
  if (kind === null) {
    tally.agreed += 1;
    return null;
  }
  const explained = explanationOf({ topology: row.name, change: change.name, kind, check: rootCause?.check });
  if (explained !== undefined) {
    tally.explained += 1;
    met.add(explained.title);
    return null;
  }
  return `${kind}: ${row.name}, ${change.name}: ${verdict}, ${rootCause?.check}: ${summary} Oracle: ${state}, ${inShort(opinion)}`;
}

const clusterIn = (resources: readonly Resource[], { cluster }: ScenarioRow): string =>
  resources.find(({ id }) => id.toLowerCase().endsWith(`/managedclusters/${cluster}`))?.id ?? "";

test.each(rows.map((row) => [`${row.name} ${row.from ?? ""}`.trim(), row] as const))(
  "%s",
  async (title, row) => {
    const whole = await loadScenario(scenarioFile(row.name));
    expect(stateOf(opinionOf(whole, clusterIn(whole.resources, row), row.from))).toBe("works");
    const drawn = (changes: readonly Change[], size: number): readonly Change[] =>
      sampleBy(changes, ({ name, at }) => `${name} ${at}`, title, size);
    const breaks = drawn([...breaksIn(whole.resources), ...moreBreaksIn(whole.resources)], 5);
    const harmless = drawn(harmlessIn(whole.resources), 3);
    tally.breaks += breaks.length;
    tally.harmless += harmless.length;
    const unexplained: string[] = [];
    for (const change of [...breaks, ...harmless]) {
      const line = await compare(row, whole, change);
      if (line !== null) unexplained.push(line);
    }
    expect(unexplained).toEqual([]);
  },
);

test("every explanation is still of something", () => {
  const { breaks, harmless, broken, cannotTell, agreed, explained } = tally;
  console.log(
    `${breaks} breaks and ${harmless} harmless changes in ${Math.round((Date.now() - began) / 1000)} s: both agree on ${agreed}, ${explained} are explained; the oracle calls ${broken} broken, and cannot tell of ${cannotTell}.`,
  );
  const stale = knownDisagreements.map(({ title }) => title).filter((title) => !met.has(title));
  expect(process.env.PROVE === "1" ? stale : []).toEqual([]);
});
