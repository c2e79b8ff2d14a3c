// One setting of a half of a peering, turned on.
import { azIn, forResource } from "./az.ts";

export const turnOn = (networkId: string, peering: string, setting: string): string | null =>
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
