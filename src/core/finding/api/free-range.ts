// Room to let a subnet grow in place.
import { coverage, overlaps, parseCidr, textOf } from "../../network/cidr.ts";
import type { Subnet, VirtualNetwork } from "../../snapshot/network.ts";
import { sameId } from "../../snapshot/resource-id.ts";

/** The prefix twice the size that holds the subnet's own; null where another subnet or the network's end is in the way. */
export function doubledPrefix(subnet: Subnet, network: VirtualNetwork): string | null {
  const [only, ...more] = subnet.addressPrefixes;
  const own = parseCidr(only ?? "");
  if (own === null || own.bits === 0 || more.length > 0) return null;
  const wider = parseCidr(`${own.network}/${own.bits - 1}`);
  if (wider === null) return null;
  const others = network.subnets
    .filter(({ id }) => !sameId(id, subnet.id))
    .flatMap(({ addressPrefixes }) => addressPrefixes.flatMap((prefix) => parseCidr(prefix) ?? []));
  const free = others.every((other) => !overlaps(other, wider));
  return free && coverage(network.addressPrefixes, textOf(wider)) === "yes" ? textOf(wider) : null;
}
