// Whoever comes through Bastion is let in to a jump host, over SSH or RDP, whichever that host speaks.
// https://learn.microsoft.com/azure/bastion/bastion-nsg
import { type BastionSources, hostsBehindBastion, isDeveloper } from "../../diagnosis/bastion-on-way.ts";
import { withoutIpv6 } from "../../diagnosis/cidr.ts";
import { networkIdOf } from "../../diagnosis/resource-id.ts";
import { subnetById } from "../../diagnosis/route.ts";
import type { BastionHost, JumpHost } from "../../diagnosis/snapshot.ts";
import type { Place } from "../../network/flow.ts";
import { type NetworkModel, networkIn } from "../../network/model.ts";
import type { Context } from "../context.ts";
import type { Need } from "../need.ts";

/** Null for the Developer kind, which stands in no subnet, and while its subnet was not read. */
function placeOf(model: NetworkModel, bastion: BastionHost): Place | null {
  const { name, subnetId = "" } = bastion;
  const networkId = networkIdOf(subnetId);
  const network = networkId === null || isDeveloper(bastion) ? null : networkIn(model, networkId);
  const subnet = network?.status === "collected" ? subnetById(network.data, subnetId) : undefined;
  const [address] = withoutIpv6(subnet?.addressPrefixes ?? []);
  return networkId === null || address === undefined
    ? null
    : { name, address, networkId, subnetId, groupIds: [] };
}

/** Both while its agent does not say what it runs. */
const portsOf = ({ osName }: JumpHost): readonly number[] => {
  if (osName === undefined) return [22, 3389];
  return /windows/i.test(osName) ? [3389] : [22];
};

const isOff = ({ powerState }: JumpHost): boolean =>
  powerState.status === "collected" && !/^running$/i.test(powerState.data);

/** Whether Bastion and the hosts themselves work, checks say. */
export function bastionJump({ snapshot, network, mode, model }: Context): Need | null {
  if (mode === "public-open" || mode === "public-ranges" || mode === "vnet-public") return null;
  const sources: BastionSources = { ...snapshot, clusterNetwork: network };
  const hosts = hostsBehindBastion(snapshot.client, sources).filter((host) => !isOff(host));
  const places = snapshot.bastionHosts.items.flatMap((bastion) => placeOf(model, bastion) ?? []);
  const ways = places.flatMap((from) =>
    hosts.flatMap((host) =>
      host.privateIpAddress === undefined
        ? []
        : portsOf(host).map((port) => [
            {
              ask: "connection",
              flow: { from, to: host.privateIpAddress ?? "", protocol: "Tcp", port },
            } as const,
          ]),
    ),
  );
  return ways.length === 0 ? null : { id: "bastion.jump", for: "people", enough: "one", ways };
}
