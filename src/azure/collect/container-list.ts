// Containers in subnets of a resource group.
// https://learn.microsoft.com/rest/api/container-instances/container-groups
import { z } from "zod";
import type { ContainerGroup } from "../../core/snapshot/hosts.ts";
import { unavailable } from "../../core/snapshot/section.ts";
import { subject } from "../../core/snapshot/subject.ts";
import type { ArmSession } from "../arm/arm-client.ts";
import { type ResourceGroupRef, resourceGroupId } from "../arm/resource-id.ts";
import { present } from "../map/fields.ts";
import { type ListRead, readItems } from "./read-list.ts";

export const containerType = "Microsoft.ContainerInstance/containerGroups";
export const containerApiVersion = "2023-05-01";

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

const notAsked = unavailable("notReached", { is: "containersTakeNoSsh" });

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
  const query = {
    what: subject("containerGroups", group.resourceGroup),
    needs: { action: `${containerType}/read`, scope },
  };
  const list = () => arm.json.list(`${scope}/providers/${containerType}`, containerApiVersion, z.unknown());
  return readItems(after, query, list, listedGroup, mapGroup);
};
