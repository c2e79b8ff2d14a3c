// A DNS server at a public address: out on the Internet, where nobody knows a private zone, or inside after all.
import { coverage, parseCidr } from "./cidr.ts";
import type { Place } from "./flow.ts";
import { rangesLearnedBy } from "./gateways.ts";
import { learnedBy } from "./learned.ts";
import { type NetworkModel, networkIn, readNetworksOf } from "./model.ts";
import { subnetById, tableOf } from "./route.ts";
import { joinsVirtualHub } from "./virtual-hub.ts";
import { learnsRoutes } from "./virtual-network-tag.ts";

/** Those of Google, Cloudflare, Quad9, OpenDNS, Level 3 and others that everybody knows. */
const everybodys: readonly string[] = [
  ...["8.8.8.8", "8.8.4.4", "1.1.1.1", "1.0.0.1", "9.9.9.9", "149.112.112.112"],
  ...["208.67.222.222", "208.67.220.220", "4.2.2.1", "4.2.2.2", "64.6.64.6", "64.6.65.6"],
];

export const isEverybodys = (ip: string): boolean => everybodys.includes(ip);

/** Some companies number what is theirs from public ranges: then a route leads there, or a gateway may have learned one. */
export function mayStandInside(model: NetworkModel, { networkId, subnetId }: Place, ip: string): boolean {
  const network = networkIn(model, networkId);
  if (isEverybodys(ip)) return false;
  if (network.status === "unavailable") return true;
  const table = tableOf(subnetById(network.data, subnetId), model.routeTables);
  if (table.status === "unavailable") return true;
  const routed = (table.data?.routes ?? []).filter(
    ({ addressPrefix, nextHopType }) =>
      parseCidr(addressPrefix)?.bits !== 0 && !/^internet$/i.test(nextHopType),
  );
  const ranges = [
    ...routed.map(({ addressPrefix }) => addressPrefix),
    ...rangesLearnedBy(model, network.data),
    ...network.data.peerings.flatMap(({ remoteAddressPrefixes }) => remoteAddressPrefixes),
  ];
  const mayLearn =
    joinsVirtualHub(network.data) ||
    (learnsRoutes(network.data) && learnedBy(network.data, readNetworksOf(model), model.gateways) === null);
  return mayLearn || coverage(ranges, ip) !== "no";
}
