// A second opinion of what a cluster needs of its network, written from Azure's public documentation alone. It imports
// nothing of the product, and knows only the resources of the local Azure.
import { clusterNeeds, type Need, poolNeeds, probeNeeds } from "./cluster-needs.ts";
import { Estate, type Resource, same } from "./estate.ts";
import { peopleNeeds } from "./people-needs.ts";

/** `parts`: single pools, and single ways of people's. */
export type Opinion = Readonly<{ cluster: readonly Need[]; parts: readonly Need[] }>;

/** As much of a scenario as the oracle looks at. */
export type World = Readonly<{
  resources: readonly Resource[];
  kubernetes: Readonly<Record<string, Readonly<{ objects: readonly unknown[] }>>>;
}>;

/** `from`: the address that somebody says they come from. */
export function opinionOf(
  { resources, kubernetes }: World,
  clusterId: string,
  from: string | undefined,
): Opinion {
  const estate = new Estate(resources);
  const cluster = estate.get(clusterId);
  if (cluster === undefined) throw new Error(`no cluster ${clusterId}`);
  const objects = Object.entries(kubernetes).find(([id]) => same(id, clusterId))?.[1].objects ?? [];
  const parts = [
    ...poolNeeds(estate, cluster),
    ...probeNeeds(estate, cluster, objects),
    ...peopleNeeds(estate, cluster, from),
  ];
  return { cluster: clusterNeeds(estate, cluster), parts };
}
