// Breaks whole scenarios in the local Azure, and tells whether the diagnosis names what broke.
import { people } from "../../../simulator/people.ts";
import type { Scenario } from "../../../simulator/scenario/schema.ts";
import { createClusterReader } from "../../../src/azure/collect/cluster-reader.ts";
import type { SaidDiagnosis } from "../../../src/presenters/diagnosis/localize-diagnosis.ts";
import type { LocalAzure } from "../../azure/local-azure.ts";
import { diagnose } from "../../diagnosed.ts";
import { clientOf, type ScenarioRow, scenarioRows } from "../../scenarios.ts";
import type { Break } from "./breaks.ts";

/** As the person on call finds the scenario's cluster, with all of `breaks` in it. */
export async function diagnoseBroken(
  azure: LocalAzure,
  whole: Scenario,
  row: ScenarioRow,
  ...breaks: readonly Break[]
): Promise<SaidDiagnosis> {
  const resources = breaks.reduce((now, each) => each.apply(now), [...whole.resources]);
  await azure.simulator.loadScenario({ ...whole, resources } as never);
  const wanted = `/managedclusters/${row.cluster}`;
  const id = whole.resources.find((resource) => resource.id.toLowerCase().endsWith(wanted))?.id ?? "";
  const reader = createClusterReader({ ...azure.options, budgetMs: 20_000 });
  return diagnose(await reader.collect(await azure.signIn(people.alex), id, clientOf(row)));
}

const within = (inner: string, outer: string): boolean =>
  inner.toLowerCase() === outer.toLowerCase() || inner.toLowerCase().startsWith(`${outer.toLowerCase()}/`);

type Named = Readonly<{ resourceId?: string; summary: string }>;

/** The component, a part of it, or the whole that it is a part of: a link is missing of a zone. */
export function names({ resourceId = "", summary }: Named, { at, also }: Break): boolean {
  const known = [at, ...also].some(
    (id) => within(resourceId, id) || (resourceId !== "" && within(id, resourceId)),
  );
  return known || [at, ...also].some((id) => summary.includes(id.split("/").at(-1) ?? id));
}

export const healthyRows = scenarioRows.filter(({ verdict }) => verdict === "healthy");
