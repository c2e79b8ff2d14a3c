// What is kept of a diagnosis, to be held against the next one of the same cluster: the parts of the network that its
// walks met and the settings that decide, and not the snapshot.
import type { RequirementResult } from "../../requirement/requirement.ts";
import { isInNodeGroup, type ManagedCluster, nodeGroupPrefix } from "../../snapshot/cluster.ts";
import type { ARecordSet, OtherZone } from "../../snapshot/network.ts";
import { idKey, idsIn } from "../../snapshot/resource-id.ts";
import { dataOf, type Section } from "../../snapshot/section.ts";
import type { ClusterSnapshot } from "../../snapshot/snapshot.ts";
import { edgeParts } from "./edge-parts.ts";
import {
  alone,
  type ComparedPart,
  joined,
  listed,
  listKey,
  networkParts,
  nothingRead,
  type PartKind,
  type PartsRead,
  part,
  steady,
} from "./part.ts";

// The cluster, its endpoint, and what answers its name.

function ofCluster({ id, powerState, apiServerAccess, agentPools, ...rest }: ManagedCluster): PartsRead {
  const settings = {
    ...steady(rest.provisioningState),
    powerState,
    ranges: apiServerAccess.authorizedIpRanges,
    privateDnsZone: apiServerAccess.privateDnsZone ?? "",
    runCommandOff: apiServerAccess.disableRunCommand,
    subnet: apiServerAccess.subnetId ?? "",
    outboundType: rest.outboundType ?? "",
    httpsProxy: rest.httpsProxy ?? "",
  };
  return joined(
    alone("microsoft.containerservice/managedclusters", id, settings),
    listed(id, "microsoft.containerservice/managedclusters/agentpools", agentPools, (pool) => ({
      id: `${id}/agentPools/${pool.name}`,
      settings: { powerState: pool.powerState, subnet: pool.vnetSubnetId ?? "" },
    })),
  );
}

/** Listed by the cluster, of which one is proved to be absent. */
function ofEndpoint(cluster: string, snapshot: ClusterSnapshot): PartsRead {
  const { privateEndpoint, privateEndpointNic, privateEndpointConnections } = snapshot;
  const of = "microsoft.network/privateendpoints" as const;
  if (privateEndpoint.status === "unavailable") return nothingRead;
  const nic = dataOf(privateEndpointNic);
  const places = nic === null ? [] : nic?.ipConfigurations;
  const addresses = places?.flatMap(({ privateIpAddress }) => privateIpAddress ?? []);
  const own = privateEndpoint.data === null ? [] : [privateEndpoint.data];
  const connections = dataOf(privateEndpointConnections);
  return joined(
    listed(cluster, of, own, ({ id, subnetId, provisioningState }) => ({
      id,
      settings: {
        subnet: subnetId ?? "",
        ...steady(provisioningState),
        ...(addresses === undefined ? {} : { addresses }),
      },
    })),
    connections === undefined
      ? nothingRead
      : listed(
          cluster,
          "microsoft.containerservice/managedclusters/privateendpointconnections",
          connections,
          ({ id, status }) => ({ id, settings: { connectionState: status } }),
        ),
  );
}

function ofRecord(zone: string, record: Section<ARecordSet | null>): PartsRead {
  const data = dataOf(record);
  if (data === undefined) return nothingRead;
  return listed(zone, "microsoft.network/privatednszones/a", data === null ? [] : [data], (each) => ({
    id: each.id,
    settings: { addresses: each.addresses },
  }));
}

function inZone({ zone, links, record }: OtherZone): PartsRead {
  const read = dataOf(links);
  return joined(
    read === undefined
      ? nothingRead
      : listed(zone.id, "microsoft.network/privatednszones/virtualnetworklinks", read, (link) => ({
          id: link.id,
          settings: { networks: [link.virtualNetworkId], state: link.linkState },
        })),
    ofRecord(zone.id, record),
  );
}

/** The cluster's own zone is read or proved to be absent. */
function ofZones(cluster: string, snapshot: ClusterSnapshot): PartsRead {
  const { privateDnsZone: zone, privateDnsLinks: links, apiServerRecord: record, otherZones } = snapshot;
  const of = "microsoft.network/privatednszones" as const;
  const others = otherZones.items.map((each) => joined(alone(of, each.zone.id, {}), inZone(each)));
  if (zone.status === "unavailable") return joined(...others);
  const own = zone.data === null ? [] : [zone.data];
  return joined(
    listed(cluster, of, own, ({ id }) => ({ id, settings: {} })),
    ...own.map((each) => inZone({ zone: each, links, record })),
    ...others,
  );
}

const ofServers = ({ dnsInboundEndpoints, dnsRulesets }: ClusterSnapshot): PartsRead =>
  joined(
    ...dnsInboundEndpoints.items.map(({ id, addresses, provisioningState }) =>
      alone("microsoft.network/dnsresolvers/inboundendpoints", id, {
        addresses,
        ...steady(provisioningState),
      }),
    ),
    ...dnsRulesets.items.map(({ id, linkedNetworkIds, rules }) => {
      const networks = dataOf(linkedNetworkIds);
      const read = dataOf(rules);
      const settings = networks === undefined ? {} : { networks };
      return joined(
        alone("microsoft.network/dnsforwardingrulesets", id, settings),
        read === undefined
          ? nothingRead
          : listed(id, "microsoft.network/dnsforwardingrulesets/forwardingrules", read, (rule) => ({
              id: `${id}/forwardingRules/${rule.name}`,
              settings: { domain: rule.domainName, state: rule.ruleState, dnsServers: rule.servers },
            })),
      );
    }),
  );

function clusterParts(snapshot: ClusterSnapshot): PartsRead {
  const cluster = dataOf(snapshot.managedCluster);
  if (cluster === undefined) return nothingRead;
  return joined(
    ofCluster(cluster),
    ofEndpoint(cluster.id, snapshot),
    ofZones(cluster.id, snapshot),
    ofServers(snapshot),
  );
}

// What AKS made for a cluster and keeps: balancers and scale sets of its node resource group. It adds some for services
// and pools, so only one that is gone, or that changed, is told.

type Made = Pick<ComparedPart, "id" | "settings">;

function nodeGroupParts({ managedCluster, loadBalancers, scaleSets }: ClusterSnapshot): PartsRead {
  const cluster = dataOf(managedCluster);
  if (cluster === undefined) return nothingRead;
  const group = nodeGroupPrefix(cluster);
  const made = (of: PartKind, items: readonly Made[], hasGaps: boolean): PartsRead => {
    const parts = items
      .filter(({ id }) => isInNodeGroup(id, cluster))
      .map(({ id, settings }) => part(of, id, settings, group));
    return { parts, whole: hasGaps ? [] : [listKey(group, of)] };
  };
  return joined(
    made(
      "microsoft.network/loadbalancers",
      loadBalancers.items.map(({ id, provisioningState, leadsOut }) => ({
        ...{ id, settings: { ...steady(provisioningState), leadsOut } },
      })),
      loadBalancers.missing.length > 0,
    ),
    made(
      "microsoft.compute/virtualmachinescalesets",
      scaleSets.items.map(({ id }) => ({ id, settings: {} })),
      scaleSets.missing.length > 0,
    ),
  );
}

/** Raised when what is kept means something else than before; what another release kept is not compared. */
export const digestVersion = 1;

/** `stop`: ids around where it was stopped, the nearest first. */
export type Digest = PartsRead & Readonly<{ version: typeof digestVersion; stop: readonly string[] }>;

/** In characters of JSON. What does not fit is left out, the parts of the walks' own last. */
const largest = 200_000;
const mostStops = 40;

export const partsOf = (snapshot: ClusterSnapshot): PartsRead =>
  joined(clusterParts(snapshot), nodeGroupParts(snapshot), networkParts(snapshot), edgeParts(snapshot));

const keysOf = (ids: readonly string[]): ReadonlySet<string> => new Set(ids.map((id) => idKey(id)));

const metIn = (requirements: readonly RequirementResult[]): ReadonlySet<string> =>
  keysOf(requirements.flatMap(({ walks }) => walks.flatMap(({ trace }) => idsIn(trace.steps))));

/** What no walk meets: the cluster, what AKS made for it, as the balancer that nodes leave by, and the access path by Bastion. */
function besideWalks(snapshot: ClusterSnapshot, parts: readonly ComparedPart[]): readonly string[] {
  const { clusterId, managedCluster: cluster, bastionHosts } = snapshot;
  const made = parts.filter(({ id }) => cluster.status === "collected" && isInNodeGroup(id, cluster.data));
  return [clusterId, ...[...made, ...bastionHosts.items].map(({ id }) => id)];
}

/** Of a part, itself and each thing that it is inside of. */
function aroundOf(id: string): readonly string[] {
  const segments = idKey(id).split("/");
  return segments.map((_, index) => segments.slice(0, index + 1).join("/"));
}

/** Those on the walks first, then what these name, then what is inside of any of them. */
function concerned(parts: readonly ComparedPart[], met: ReadonlySet<string>): readonly ComparedPart[] {
  const isIn = (keys: ReadonlySet<string>) => (each: ComparedPart) => keys.has(idKey(each.id));
  const onWalk = parts.filter(isIn(met));
  const named = parts.filter(isIn(keysOf(onWalk.flatMap(({ settings }) => idsIn(settings)))));
  const behind = parts.filter(isIn(keysOf(named.flatMap(({ settings }) => idsIn(settings)))));
  const owners = keysOf([...onWalk, ...named, ...behind].map(({ id }) => id));
  const inside = parts.filter(({ id }) => aroundOf(id).some((key) => owners.has(key)));
  return [...new Set([...onWalk, ...named, ...behind, ...inside])];
}

function fitting(parts: readonly ComparedPart[]): readonly ComparedPart[] {
  let size = 0;
  return parts.filter((each) => {
    size += JSON.stringify(each).length + 1;
    return size <= largest;
  });
}

/** `stop`: ids around the place where it is stopped, the nearest first. */
export function digestOf(
  snapshot: ClusterSnapshot,
  requirements: readonly RequirementResult[],
  stop: readonly string[],
): Digest {
  const all = partsOf(snapshot);
  const met = new Set([...metIn(requirements), ...keysOf(stop), ...keysOf(besideWalks(snapshot, all.parts))]);
  const parts = fitting(concerned(all.parts, met));
  const kept = new Set(parts);
  const cut = new Set(all.parts.filter((each) => !kept.has(each)).flatMap(({ lists }) => lists));
  const named = new Set(parts.map(({ id }) => idKey(id)));
  // A list that is whole tells what was added to it: only of what is kept itself.
  const whole = all.whole.filter((list) => !cut.has(list) && named.has(list.split("|")[0] ?? ""));
  return { version: digestVersion, stop: stop.slice(0, mostStops), parts, whole };
}
