// What stands in a subnet and was not read, an interface or a load balancer of another group: it may own an address there.
import type { Subnet } from "../snapshot/network.ts";
import { nameOf } from "../snapshot/resource-id.ts";
import { type Unavailable, unavailable } from "../snapshot/section.ts";

/** `Microsoft.Network/loadBalancers`, of a resource's id. */
const typeOf = (id: string): string => {
  const [provider = "", ...segments] =
    id
      .split(/\/providers\//i)
      .at(-1)
      ?.split("/") ?? [];
  return [provider, ...segments.filter((_segment, index) => index % 2 === 0)].join("/");
};

export const unreadStranger = (id: string, subnet: Subnet): Unavailable =>
  unavailable("notReached", { is: "mayOwnAddress", name: nameOf(id), subnet: subnet.name }, [
    { action: `${typeOf(id)}/read`, scope: id },
  ]);
