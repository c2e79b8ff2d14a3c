// A half of a peering that is there and refuses what comes over it.

import type { Fix } from "../fix/write/fix.ts";
import type { Risk } from "../fix/write/risk.ts";
import type { PeeringSetting } from "../network/step.ts";
import { nameOf } from "../snapshot/resource-id.ts";
import { changePeering } from "./change.ts";
import { turnOn } from "./peering-setting.ts";
import type { Mend } from "./repair.ts";

const risks: Readonly<Record<PeeringSetting, Risk>> = {
  allowVirtualNetworkAccess: { is: "networksJoined" },
  allowForwardedTraffic: { is: "forwardedLetIn" },
};

export function allowing(networkId: string, peering: string, setting: PeeringSetting): Fix | null {
  const step = turnOn(networkId, peering, setting);
  if (step === null) return null;
  return {
    steps: [step],
    risks: [risks[setting]],
    disruptive: false,
    roles: [{ role: "Network Contributor", on: [nameOf(networkId)] }],
  };
}

export const allowOnPeering: Mend = ({ reason, component: { name } }) => {
  if (reason.is !== "peeringForbids") return null;
  const { fromId, setting } = reason;
  const fix = allowing(fromId, name, setting);
  return fix && { fix, apply: (model) => changePeering(model, fromId, name, { [setting]: true }) };
};
