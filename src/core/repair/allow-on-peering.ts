// A half of a peering that is there and refuses what comes over it.

import type { PeeringSetting } from "../network/step.ts";
import type { Fix } from "../outcome/check.ts";
import { nameOf } from "../snapshot/resource-id.ts";
import { changePeering } from "./change.ts";
import { turnOn } from "./peering-setting.ts";
import type { Mend } from "./repair.ts";

const risks: Readonly<Record<PeeringSetting, string>> = {
  allowVirtualNetworkAccess: "Lets the two networks talk to each other wherever security groups allow it.",
  allowForwardedTraffic:
    "Lets in what the other network's appliances pass on, wherever security groups allow it.",
};

export function allowing(networkId: string, peering: string, setting: PeeringSetting): Fix | null {
  const line = turnOn(networkId, peering, setting);
  if (line === null) return null;
  const role = `Network Contributor on ${nameOf(networkId)}`;
  return { commands: [line], risk: risks[setting], disruptive: false, role };
}

export const allowOnPeering: Mend = ({ reason, component: { name } }) => {
  if (reason.is !== "peeringForbids") return null;
  const { fromId, setting } = reason;
  const fix = allowing(fromId, name, setting);
  return fix && { fix, apply: (model) => changePeering(model, fromId, name, { [setting]: true }) };
};
