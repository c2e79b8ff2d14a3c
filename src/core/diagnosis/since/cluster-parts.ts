// The cluster, its endpoint, and what answers its name.
import type { ManagedCluster } from "../../snapshot/cluster.ts";
import type { ARecordSet, OtherZone } from "../../snapshot/network.ts";
import type { Section } from "../../snapshot/section.ts";
import type { ClusterSnapshot } from "../../snapshot/snapshot.ts";
import { alone, dataOf, joined, listed, nothingRead, type PartsRead, steady } from "./part.ts";

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

export function clusterParts(snapshot: ClusterSnapshot): PartsRead {
  const cluster = dataOf(snapshot.managedCluster);
  if (cluster === undefined) return nothingRead;
  return joined(
    ofCluster(cluster),
    ofEndpoint(cluster.id, snapshot),
    ofZones(cluster.id, snapshot),
    ofServers(snapshot),
  );
}
