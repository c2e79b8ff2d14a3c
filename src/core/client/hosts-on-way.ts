// Through which jump hosts a way leads: those in the networks that people come from, else those beside the cluster.

import type { JumpHost } from "../snapshot/hosts.ts";
import { sameId } from "../snapshot/resource-id.ts";
import type { Client } from "../snapshot/snapshot.ts";
import { type ClientSources, clientNetworksOf } from "./client-networks.ts";
import { likelyHosts } from "./likely-hosts.ts";

export const isRunning = ({ powerState }: JumpHost): boolean =>
  powerState.status === "collected" && /^running$/i.test(powerState.data);

/** The likely ones in the cluster's own network. */
export const hostsBeside = (sources: ClientSources): readonly JumpHost[] =>
  likelyHosts(sources).filter(({ virtualNetworkId }) => sameId(virtualNetworkId, sources.clusterNetwork.id));

export function hostsOnWay(client: Client, sources: ClientSources): readonly JumpHost[] {
  const found = clientNetworksOf(client, sources);
  return found.status === "known"
    ? found.networks.flatMap(({ jumpHosts }) => jumpHosts)
    : hostsBeside(sources);
}

/** The one to sign in to: one that runs, where one does. */
export const hostToUse = (hosts: readonly JumpHost[]): JumpHost | null =>
  hosts.find(isRunning) ?? hosts[0] ?? null;

/** Those behind an entry such as Bastion, which serves people wherever they are: the asker's first. */
export const hostsBehindEntry = (client: Client, sources: ClientSources): readonly JumpHost[] => [
  ...hostsOnWay(client, sources),
  ...likelyHosts(sources),
];

/** Those that run, where any do. */
export function runningOf(hosts: readonly JumpHost[]): readonly JumpHost[] {
  const running = hosts.filter(isRunning);
  return running.length > 0 ? running : hosts;
}
