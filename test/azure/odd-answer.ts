// A cluster as the local Azure answers it, with one field of the answer in another type than Azure documents.
import { people } from "../../simulator/people.ts";
import { loadScenario } from "../../simulator/scenario/load.ts";
import { type Scenario, scenarioSchema } from "../../simulator/scenario/schema.ts";
import { createClusterReader } from "../../src/azure/collect/cluster-reader.ts";
import { diagnose } from "../../src/core/diagnosis/diagnose.ts";
import type { Diagnosis } from "../../src/core/diagnosis/diagnosis.ts";
import type { LocalAzure } from "./local-azure.ts";

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };
export type Path = readonly (string | number)[];

/** An object for whatever is none, and a number for whatever is an object. */
const oddFor = (value: Json): Json => (typeof value === "object" && value !== null ? 7 : { x: 1 });

/** Every field, whole profiles and lists too. */
export function pathsIn(value: Json, at: Path = []): readonly Path[] {
  if (typeof value !== "object" || value === null) return [at];
  const names = Array.isArray(value) ? value.keys() : Object.keys(value);
  const inner = [...names].flatMap((name) => pathsIn(valueAt(value, [name]), [...at, name]));
  return at.length === 0 ? inner : [at, ...inner];
}

const valueAt = (value: Json, path: Path): Json =>
  path.reduce<Json>((inner, name) => new Map(Object.entries(Object(inner))).get(String(name)) as Json, value);

export function changedAt(value: Json, [first, ...rest]: Path, to: (value: Json) => Json): Json {
  if (first === undefined) return to(value);
  if (Array.isArray(value)) return value.map((each, at) => (at === first ? changedAt(each, rest, to) : each));
  const own = Object(value) as Record<string, Json>;
  return { ...own, [first]: changedAt(own[first] ?? null, rest, to) };
}

export const odd = (answer: Json, path: Path): Json => changedAt(answer, path, oddFor);

/** `answer`: what Azure says of the cluster; `diagnosed` looks at it again with another answer in its place. */
export async function clusterIn(azure: LocalAzure, scenarioPath: string) {
  const scenario: Scenario = scenarioSchema.parse(await loadScenario(scenarioPath));
  // Those of the cluster before this one.
  azure.simulator.setFaults([]);
  await azure.simulator.loadScenario(scenario as never);
  const id = scenario.resources.find((each) => /\/managedClusters\/[^/]+$/i.test(each.id))?.id ?? "";
  const credential = await azure.signIn(people.alex);
  const token = await azure.simulator.tokenFor(people.alex.oid, "https://management.azure.com/");
  const response = await fetch(`${azure.simulator.url}${id}?api-version=2025-05-01`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const answer = (await response.json()) as Json;
  const diagnosed = async (body: Json): Promise<Diagnosis> => {
    azure.simulator.setFaults([
      { match: { method: "GET", path: `${id}\\?api-version` }, status: 200, body: body as never },
    ]);
    const reader = createClusterReader({ ...azure.options, budgetMs: 20_000 });
    return diagnose(await reader.collect(credential, id, {}));
  };
  return { answer, diagnosed };
}
