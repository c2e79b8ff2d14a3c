// Lets a network use its peer's gateway: the half that offers it first, since the other one cannot use it before.
// https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-peering-gateway-transit
import { azIn, forResource } from "../diagnosis/az.ts";
import { idKey, nameOf } from "../diagnosis/resource-id.ts";
import { collected } from "../diagnosis/section.ts";
import type { NetworkModel } from "../network/model.ts";
import type { TransitHalf } from "../network/step.ts";
import type { Mend } from "./repair.ts";

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

function turnOn(model: NetworkModel, { networkId, peering, setting }: TransitHalf): NetworkModel {
  const key = idKey(networkId);
  const network = model.networks[key];
  if (network?.status !== "collected") return model;
  const peerings = network.data.peerings.map((each) =>
    each.name === peering ? { ...each, [setting]: true } : each,
  );
  return { ...model, networks: { ...model.networks, [key]: collected({ ...network.data, peerings }) } };
}

export const openTransit: Mend = ({ reason }) => {
  if (reason.is !== "transitMissing") return null;
  const { halves } = reason;
  return {
    fix: {
      commands: halves.flatMap((half) => set(half) ?? []),
      risk: "Adds routes between the network and what is behind the gateway; VPN clients on Windows need a new profile.",
      disruptive: false,
      role: `Network Contributor on ${halves.map(({ networkId }) => nameOf(networkId)).join(" and ")}`,
    },
    apply: (model) => halves.reduce(turnOn, model),
  };
};
