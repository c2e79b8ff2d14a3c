// Lets a network use its peer's gateway: the half that offers it first, since the other one cannot use it before.
// https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-peering-gateway-transit
import type { TransitHalf } from "../network/step.ts";
import { azIn, forResource } from "./az.ts";
import type { Fix } from "./check.ts";
import { nameOf } from "./resource-id.ts";

const set = ({ networkId, peering, setting }: TransitHalf): string | null =>
  forResource(networkId, (network) =>
    azIn(
      network,
      "network vnet peering update",
      "--vnet-name",
      network.name,
      "--name",
      peering,
      "--set",
      `${setting}=true`,
    ),
  );

/** `halves`: the offering one comes before the using one. */
export const openTransit = (halves: readonly TransitHalf[]): Fix => ({
  commands: halves.flatMap((half) => set(half) ?? []),
  risk: "Adds routes between the network and what is behind the gateway; VPN clients on Windows need a new profile.",
  disruptive: false,
  role: `Network Contributor on ${halves.map(({ networkId }) => nameOf(networkId)).join(" and ")}`,
});
