// Containers in subnets of a resource group, and whether those that take SSH run.
// https://learn.microsoft.com/rest/api/container-instances/container-groups
import { z } from "zod";
import { sshPortOf } from "../../core/client/ssh-containers.ts";
import { type Section, unavailable } from "../../core/snapshot/section.ts";
import type { ContainerGroup } from "../../core/snapshot/ways-in.ts";
import type { ArmSession } from "../arm/arm-client.ts";
import { type ResourceGroupRef, resourceGroupId } from "../arm/resource-id.ts";
import { present } from "../map/present.ts";
import type { ArmReads } from "./arm-reads.ts";
import { mapRead, readOne } from "./read.ts";
import { type ListRead, readItems } from "./read-list.ts";
import { type KnownGroups, type ListingRead, listIn } from "./surroundings.ts";

const containerType = "Microsoft.ContainerInstance/containerGroups";
const apiVersion = "2023-05-01";

const listedGroup = z.object({
  id: z.string(),
  name: z.string(),
  properties: z.object({
    subnetIds: z.array(z.object({ id: z.string() })).nullish(),
    ipAddress: z
      .object({ ip: z.string().nullish(), ports: z.array(z.object({ port: z.number() })).nullish() })
      .nullish(),
  }),
});

const withView = z.object({
  properties: z.object({ instanceView: z.object({ state: z.string().nullish() }).nullish() }),
});

const notAsked = unavailable("notReached", "Containers that take no SSH are not asked whether they run.");

const mapGroup = ({ id, name, properties }: z.infer<typeof listedGroup>): readonly ContainerGroup[] =>
  (properties.subnetIds ?? []).slice(0, 1).map(({ id: subnetId }) => ({
    ...{ id, name, subnetId, containerState: notAsked },
    ports: (properties.ipAddress?.ports ?? []).map(({ port }) => String(port)),
    ...present({ ipAddress: properties.ipAddress?.ip }),
  }));

/** Each a list of one, or of none where it stands in no network. */
export const listContainerGroups = (
  arm: ArmSession,
  after: number,
  group: ResourceGroupRef,
): Promise<ListRead<readonly ContainerGroup[]>> => {
  const scope = resourceGroupId(group);
  const subject = {
    what: `the containers of resource group ${group.resourceGroup}`,
    needs: { action: `${containerType}/read`, scope },
  };
  const list = () => arm.json.list(`${scope}/providers/${containerType}`, apiVersion, z.unknown());
  return readItems(after, subject, list, listedGroup, mapGroup);
};

/** A list does not say it. */
async function readState(
  arm: ArmSession,
  after: number,
  { id, name }: ContainerGroup,
): Promise<Readonly<{ section: Section<string>; level: number }>> {
  const what = `whether the containers of ${name} run`;
  const read = await readOne(
    after,
    { what, needs: { action: `${containerType}/read`, scope: id } },
    () => arm.json.get(id, apiVersion, withView),
    ({ properties }) => properties.instanceView?.state ?? "",
  );
  return mapRead(read, (state) =>
    state === ""
      ? unavailable("failed", `Azure does not say ${what}.`)
      : { status: "collected", data: state },
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
