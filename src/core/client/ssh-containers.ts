// Containers that people sign in to: those in a network near the cluster that take connections on a port of SSH.
import type { Place } from "../network/flow.ts";
import { networkIdOf, sameId } from "../snapshot/resource-id.ts";
import type { ClusterSnapshot } from "../snapshot/snapshot.ts";
import type { ContainerGroup } from "../snapshot/ways-in.ts";
import { networksNear } from "./networks-near.ts";

/** A container has its own listener; those that may not open a port below 1024 take 2222. */
const sshPorts = ["22", "2222"];

export const sshPortOf = ({ ports }: Pick<ContainerGroup, "ports">): string | null =>
  sshPorts.find((port) => ports.includes(port)) ?? null;

export type SshContainer = Readonly<{ group: ContainerGroup; port: string; address: string; place: Place }>;

export function sshContainersOf(
  snapshot: Pick<ClusterSnapshot, "containerGroups" | "clusterNetwork" | "peerNetworks">,
): readonly SshContainer[] {
  const networks = networksNear(snapshot);
  return snapshot.containerGroups.items.flatMap((group) => {
    const { name, subnetId, ipAddress: address } = group;
    const port = sshPortOf(group);
    const network = networks.find(({ id }) => sameId(id, networkIdOf(subnetId) ?? ""));
    if (port === null || address === undefined || network === undefined) return [];
    const place = { name, address, networkId: network.id, subnetId, groupIds: [] };
    return [{ group, port, address, place }];
  });
}

export const isRunning = ({ group: { containerState } }: SshContainer): boolean =>
  containerState.status === "collected" && /^running$/i.test(containerState.data);

/** Ended, or stopped by somebody. */
export const isOff = ({ group: { containerState } }: SshContainer): boolean =>
  containerState.status === "collected" &&
  /^(stopped|stopping|succeeded|failed|terminated)$/i.test(containerState.data);
