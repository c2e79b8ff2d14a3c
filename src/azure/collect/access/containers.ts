// Whether the containers near the cluster that take SSH run.
import { z } from "zod";
import { sshPortOf } from "../../../core/client/likely-hosts.ts";
import type { ContainerGroup } from "../../../core/snapshot/hosts.ts";
import { type Section, unavailable } from "../../../core/snapshot/section.ts";
import { subject } from "../../../core/snapshot/subject.ts";
import type { ArmSession } from "../../arm/arm-client.ts";
import { type ArmReads, type KnownGroups, type ListingRead, listIn } from "../kit/arm-reads.ts";
import { mapRead, readOne } from "../kit/read.ts";
import { containerApiVersion, containerType } from "../kit/read-list.ts";

const withView = z.object({
  properties: z.object({ instanceView: z.object({ state: z.string().nullish() }).nullish() }),
});

/** A list does not say it. */
async function readState(
  arm: ArmSession,
  after: number,
  { id, name }: ContainerGroup,
): Promise<Readonly<{ section: Section<string>; level: number }>> {
  const what = subject("containersRun", name);
  const read = await readOne(
    after,
    { what, needs: { action: `${containerType}/read`, scope: id } },
    () => arm.json.get(id, containerApiVersion, withView),
    ({ properties }) => properties.instanceView?.state ?? "",
  );
  return mapRead(read, (state) =>
    state === "" ? unavailable("failed", { is: "unsaid", what }) : { status: "collected", data: state },
  );
}

/** More of them than anybody keeps at hand as a way in. */
const mostAsked = 3;

export async function readContainerGroups(
  arm: ArmSession,
  reads: ArmReads,
  groups: KnownGroups,
): Promise<ListingRead<ContainerGroup>> {
  const { listing, level } = await listIn(reads.containerGroups, groups);
  const asked = new Set(listing.items.filter((each) => sshPortOf(each) !== null).slice(0, mostAsked));
  const read = await Promise.all(
    listing.items.map(async (each) => {
      if (!asked.has(each)) return { group: each, level };
      const state = await readState(arm, level, each);
      return { group: { ...each, containerState: state.section }, level: state.level };
    }),
  );
  return {
    listing: { items: read.map(({ group }) => group), missing: listing.missing },
    level: Math.max(level, ...read.map((each) => each.level)),
  };
}
