// Lets a network use its peer's gateway: the half that offers it first, since the other one cannot use it before.
// https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-peering-gateway-transit
import { nameOf } from "../snapshot/resource-id.ts";
import { changePeering } from "./change.ts";
import { turnOn } from "./peering-setting.ts";
import type { Mend } from "./repair.ts";

export const openTransit: Mend = ({ reason }) => {
  if (reason.is !== "transitMissing") return null;
  const { halves } = reason;
  return {
    fix: {
      steps: halves.flatMap(({ networkId, peering, setting }) => turnOn(networkId, peering, setting) ?? []),
      risks: [{ is: "transitOpened" }],
      disruptive: false,
      roles: [{ role: "Network Contributor", on: halves.map(({ networkId }) => nameOf(networkId)) }],
    },
    apply: (model) =>
      halves.reduce(
        (each, { networkId, peering, setting }) =>
          changePeering(each, networkId, peering, { [setting]: true }),
        model,
      ),
  };
};
