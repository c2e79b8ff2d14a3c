// One setting of a half of a peering, turned on.
import { target } from "../fix/write/action.ts";
import type { FixStep } from "../fix/write/actions.ts";
import { forResource } from "../fix/write/az.ts";

type Setting = Extract<FixStep, Readonly<{ kind: "enableOnPeering" }>>["setting"];

export const turnOn = (networkId: string, peering: string, setting: Setting): FixStep | null =>
  forResource(networkId, (network) => ({
    kind: "enableOnPeering",
    at: target(network, network.name, peering),
    setting,
  }));
