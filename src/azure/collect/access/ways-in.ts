// What people may come in by beside machines and Bastion, where something near the cluster shows that it is there.
import type { ArmSession } from "../../arm/arm-client.ts";
import { type ArmReads, type KnownGroups, listIn } from "../kit/arm-reads.ts";
import { groupsFor, type NetworkReads } from "../network/networks.ts";
import { readContainerGroups } from "./containers.ts";
import type { FoundHosts } from "./jump-hosts.ts";
import { readSessionHosts } from "./session-hosts.ts";
import { readShellParts } from "./shell-parts.ts";

type Around = Readonly<{ networks: readonly NetworkReads[]; near: KnownGroups; hosts: FoundHosts }>;

export const readWaysIn = async (arm: ArmSession, reads: ArmReads, { networks, near, hosts }: Around) => {
  const [bastions, containers, profiles, desktops] = await Promise.all([
    listIn(reads.bastionHosts, near),
    readContainerGroups(arm, reads, groupsFor("containerGroups", near, networks)),
    listIn(reads.networkProfiles, groupsFor("networkProfiles", near, networks)),
    readSessionHosts(arm, hosts, networks),
  ]);
  const shell = await readShellParts(arm, reads, profiles);
  return { bastions, containers, profiles, desktops, shell };
};
