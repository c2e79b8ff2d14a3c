// Collects snapshots from the local Azure for these tests, and looks at all of their sections at once.
import { type Person, people } from "../../../simulator/people.ts";
import type { Fault } from "../../../simulator/simulator.ts";
import { createClusterReader } from "../../../src/azure/collect/cluster-reader.ts";
import type { Section } from "../../../src/core/snapshot/section.ts";
import type { Client, ClusterSnapshot } from "../../../src/core/snapshot/snapshot.ts";
import type { LocalAzure } from "../local-azure.ts";
import { type Changes, ids, scenario } from "../scenario.ts";

type Asked = Readonly<{ person?: Person; client?: Client; faults?: readonly Fault[]; budgetMs?: number }>;

/** A snapshot of `prod-1` in the scenario with these changes; by Alex, unless said otherwise. */
export const collect = async (
  azure: LocalAzure,
  changes: Changes = {},
  { person = people.alex, client = {}, faults = [], budgetMs = 20_000 }: Asked = {},
): Promise<ClusterSnapshot> => {
  await azure.simulator.loadScenario(scenario(changes));
  azure.simulator.setFaults(faults);
  azure.simulator.clearRequests();
  const reader = createClusterReader({ ...azure.options, budgetMs });
  return reader.collect(await azure.signIn(person), ids.cluster, client);
};

const sections = (snapshot: ClusterSnapshot) => ({
  managedCluster: snapshot.managedCluster,
  permissions: snapshot.permissions,
  resourceHealth: snapshot.resourceHealth,
  privateEndpointConnections: snapshot.privateEndpointConnections,
  privateEndpoint: snapshot.privateEndpoint,
  privateEndpointNic: snapshot.privateEndpointNic,
  privateDnsZone: snapshot.privateDnsZone,
  privateDnsLinks: snapshot.privateDnsLinks,
  apiServerRecord: snapshot.apiServerRecord,
  clusterNetwork: snapshot.clusterNetwork,
  peerNetworks: snapshot.peerNetworks,
  jumpHosts: snapshot.jumpHosts,
});

/** `collected`, or the reason, of every section by name. */
export const statuses = (snapshot: ClusterSnapshot): Record<string, string> =>
  Object.fromEntries(
    Object.entries(sections(snapshot)).map(([name, section]: [string, Section<unknown>]) => [
      name,
      section.status === "collected" ? "collected" : section.reason,
    ]),
  );

/** Actions and scopes that would settle a section, in lower case, as ARM spells them in any. */
export const needsOf = (section: Section<unknown>): readonly (readonly [string, string])[] =>
  section.status === "unavailable"
    ? section.needs.map(({ action, scope }) => [action.toLowerCase(), scope.toLowerCase()])
    : [];
