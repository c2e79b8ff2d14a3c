// Fields that Azure leaves out, gives as null, in another type or with a word that nobody knows, in the whole
// scenarios of the local Azure: the diagnosis stands, and is never green for what was not read.
import fc from "fast-check";
import { loadScenario } from "../../../simulator/scenario/load.ts";
import type { Scenario } from "../../../simulator/scenario/schema.ts";
import type { SaidDiagnosis } from "../../../src/presenters/diagnosis/localize-diagnosis.ts";
import { type LocalAzure, startLocalAzure } from "../../azure/local-azure.ts";
import { scenario } from "../../azure/scenario.ts";
import { scenarioFile } from "../../simulator/support.ts";
import type { Break } from "./breaks.ts";
import { diagnoseBroken, healthyRows } from "./diagnose-broken.ts";

const draws = process.env.PROVE === "1" ? 5_000 : 48;
const seed = Number(process.env.SEED ?? 8);

let azure: LocalAzure;
beforeAll(async () => {
  azure = await startLocalAzure(scenario());
});
afterAll(() => azure.simulator.close());

type Resource = Scenario["resources"][number];
type Path = readonly string[];

/** Every field below `properties`, whole objects and lists too. */
function pathsIn(value: unknown, at: Path): readonly Path[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]: [string, unknown]) => [
    [...at, name],
    ...pathsIn(inner, [...at, name]),
  ]);
}

const odd = {
  dropped: () => undefined,
  null: () => null,
  retyped: (value: unknown) =>
    typeof value === "string" ? 7 : typeof value === "number" ? "seven" : Array.isArray(value) ? {} : [],
  "an unknown word": (value: unknown) => (typeof value === "string" ? "Xqzwurble" : value),
};
type Kind = keyof typeof odd;
const kinds: readonly Kind[] = ["dropped", "null", "retyped", "an unknown word"];

function changed(value: unknown, [name, ...rest]: Path, to: (value: unknown) => unknown): unknown {
  if (name === undefined) return to(value);
  if (Array.isArray(value))
    return value
      .map((each, at) => (String(at) === name ? changed(each, rest, to) : each))
      .filter((each) => each !== undefined);
  const entries = Object.entries(Object(value)).map(
    ([key, inner]) => [key, key === name ? changed(inner, rest, to) : inner] as const,
  );
  return Object.fromEntries(entries.filter(([, inner]) => inner !== undefined));
}

const oddField = ({ id }: Resource, path: Path, kind: Kind): Break => ({
  name: `${id.split("/").slice(-2).join("/")} ${path.join(".")} ${kind}`,
  at: id,
  also: [],
  apply: (resources) =>
    resources.map((each) => (each.id === id ? (changed(each, path, odd[kind]) as Resource) : each)),
});

/**
 * Green means that each requirement was delivered, and that nothing grave was left open; of a place that people come
 * from, or a DNS server, beside another that works, the first sentence says what is.
 */
const isProved = ({ requirements, checks, summary }: SaidDiagnosis): boolean =>
  requirements.every(({ end, id }) => end === "delivered" || id === "gateway.api" || id === "bastion.jump") &&
  checks.every(
    (check) =>
      check.status !== "notAssessed" ||
      check.severity !== "critical" ||
      ((check.need === "people.api" || check.need === "nodes.dns") && summary.includes("; ")),
  );

const each = Math.ceil(draws / healthyRows.length);
const tally = new Map<string, number>();

test.each(healthyRows.map((row) => [`${row.name} ${row.from ?? ""}`.trim(), row] as const))(
  "%s",
  async (title, row) => {
    const whole = await loadScenario(scenarioFile(row.name));
    const fields = whole.resources.flatMap((resource) =>
      pathsIn(resource.properties, ["properties"]).map((path) => [resource, path] as const),
    );
    const drawn = fc.sample(fc.tuple(fc.constantFrom(...fields), fc.constantFrom(...kinds)), {
      numRuns: Number(process.env.DRAWS ?? each),
      seed,
    });
    const wrong: string[] = [];
    for (const [[resource, path], kind] of drawn) {
      const change = oddField(resource, path, kind);
      try {
        const diagnosis = await diagnoseBroken(azure, whole, row, change);
        tally.set(diagnosis.verdict, (tally.get(diagnosis.verdict) ?? 0) + 1);
        if (diagnosis.verdict === "healthy" && !isProved(diagnosis))
          wrong.push(`green without proof: ${change.name}`);
        if (/undefined|NaN|\[object/.test(diagnosis.summary))
          wrong.push(`no sentence: ${change.name}: ${diagnosis.summary}`);
      } catch (error) {
        wrong.push(`${title}, ${change.name}: ${String(error)}`);
      }
    }
    expect(wrong).toEqual([]);
  },
);

test("most of what is odd is seen, and some of it decides nothing", () => {
  console.log(`${[...tally].map(([verdict, count]) => `${count} ${verdict}`).join(", ")}`);
  expect(tally.size).toBeGreaterThan(1);
});
