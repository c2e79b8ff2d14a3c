// Session hosts of Azure Virtual Desktop that stand in a network near the cluster: machines that were found there.
import type { Place } from "../network/flow.ts";
import type { JumpHost } from "../snapshot/hosts.ts";
import { sameId } from "../snapshot/resource-id.ts";
import type { ClusterSnapshot } from "../snapshot/snapshot.ts";
import type { SessionHost } from "../snapshot/ways-in.ts";
import { networksNear } from "./networks-near.ts";
import { isCalledLikeDesktop } from "./signs.ts";

type Sources = Pick<ClusterSnapshot, "sessionHosts" | "jumpHosts" | "clusterNetwork" | "peerNetworks">;

/** `place`: null while no address of it is known. */
export type Desktop = Readonly<{ host: SessionHost; machine: JumpHost; place: Place | null }>;

const placeOf = ({ name, privateIpAddress, ...machine }: JumpHost): Place | null =>
  privateIpAddress === undefined
    ? null
    : {
        ...{ name, address: privateIpAddress, subnetId: machine.subnetId },
        networkId: machine.virtualNetworkId,
        groupIds: machine.networkSecurityGroupId === undefined ? [] : [machine.networkSecurityGroupId],
      };

const machinesIn = ({ jumpHosts }: Pick<Sources, "jumpHosts">): readonly JumpHost[] =>
  jumpHosts.status === "collected" ? jumpHosts.data : [];

export const desktopsOf = (snapshot: Sources): readonly Desktop[] =>
  machinesIn(snapshot).flatMap((machine) =>
    snapshot.sessionHosts.items
      .filter(({ machineId }) => sameId(machineId, machine.id))
      .map((host) => ({ host, machine, place: placeOf(machine) })),
  );

/** Whether anything near is called like a desktop: host pools are looked for only then. */
export const areDesktopsSought = (snapshot: Sources): boolean =>
  [...machinesIn(snapshot), ...networksNear(snapshot).flatMap(({ subnets }) => subnets)].some(
    isCalledLikeDesktop,
  );

export const takesSessions = ({ host: { status, allowNewSession, startsOnConnect } }: Desktop): boolean =>
  allowNewSession && (/^available$/i.test(status) || (/^shutdown$/i.test(status) && startsOnConnect));
