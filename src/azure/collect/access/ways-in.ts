// What people may come in by beside machines and Bastion, where something near the cluster shows that it is there.
import { z } from "zod";
import { sshPortOf } from "../../../core/client/likely-hosts.ts";
import type { ContainerGroup } from "../../../core/snapshot/hosts.ts";
import { collected, unavailable } from "../../../core/snapshot/section.ts";
import { subject } from "../../../core/snapshot/subject.ts";
import type { ArmSession } from "../../arm/arm-client.ts";
import type { ArmReads } from "../kit/arm-reads.ts";
import { type KnownGroups, type ListingRead, listIn, readFurther } from "../kit/group-reads.ts";
import { mapRead, type Read, readOne } from "../kit/read.ts";
import { containerApiVersion, containerType } from "../kit/read-list.ts";
import { groupsFor, type NetworkReads } from "../network/networks.ts";
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

// Whether the containers near the cluster that take SSH run.

const withView = z.object({
  properties: z.object({ instanceView: z.object({ state: z.string().nullish() }).nullish() }),
});

/** A list does not say it. */
async function readState(
  arm: ArmSession,
  after: number,
  { id, name }: ContainerGroup,
): Promise<Read<string>> {
  const what = subject("containersRun", name);
  const read = await readOne(
    after,
    { what, needs: { action: `${containerType}/read`, scope: id } },
    () => arm.json.get(id, containerApiVersion, withView),
    ({ properties }) => properties.instanceView?.state ?? "",
  );
  return mapRead(read, (state) =>
    state === "" ? unavailable("failed", { is: "unsaid", what }) : collected(state),
  );
}

/** More of them than anybody keeps at hand as an access path. */
const mostAsked = 3;

async function readContainerGroups(
  arm: ArmSession,
  reads: ArmReads,
  groups: KnownGroups,
): Promise<ListingRead<ContainerGroup>> {
  const found = await listIn(reads.containerGroups, groups);
  const asked = new Set(found.listing.items.filter((each) => sshPortOf(each) !== null).slice(0, mostAsked));
  return readFurther(found, async (group, level) => {
    if (!asked.has(group)) return { item: group, level };
    const state = await readState(arm, level, group);
    return { item: { ...group, containerState: state.section }, level: state.level };
  });
}
