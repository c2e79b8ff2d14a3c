// A security group that stops a connection: one rule before the one that denies, no wider than the connection.

import { networkTagOf } from "../network/guard.ts";
import { isJitRule } from "../network/jit.ts";
import type { NetworkModel } from "../network/model.ts";
import { azureHost } from "../network/nsg.ts";
import { isNodePort, nodePorts } from "../network/probe.ts";
import type { Step } from "../network/step.ts";
import { idKey } from "../snapshot/resource-id.ts";
import { collected } from "../snapshot/section.ts";
import type { NetworkSecurityGroup } from "../snapshot/security.ts";
import { type Blocked, openings } from "./nsg-repair.ts";
import type { Mend } from "./repair.ts";

/** The group that stops it, and what it has to let through; null where it is no group that stops it, or one that is meant to. */
export function blockedBy(
  { reason, component }: Step,
  model: NetworkModel,
): Readonly<{ group: NetworkSecurityGroup; flow: Blocked }> | null {
  if (reason.is !== "ruleDenies" || component.id === null) return null;
  // What just-in-time access keeps shut is opened by it, for a while: a rule beside it would keep it open for good.
  if (isJitRule(reason.rule)) return null;
  const group = model.securityGroups[idKey(component.id)];
  const network = model.networks[idKey(reason.network)];
  if (group?.status !== "collected" || network?.status !== "collected") return null;
  const { packet, direction } = reason;
  const { protocol, port, source, destination } = packet;
  const virtualNetwork = networkTagOf(model, network.data);
  const opening = {
    name: `allow-aks-${protocol.toLowerCase()}-${port}`,
    protocol,
    sources: [source === azureHost ? "AzureLoadBalancer" : source],
    destinations: [destination],
    // A service may be probed on any of them.
    ports: [source === azureHost && isNodePort(port) ? nodePorts : String(port)],
    risk: { is: "flowOpened", protocol, port, source, destination } as const,
  };
  return { group: group.data, flow: { flow: { ...packet, direction, virtualNetwork }, opening } };
}

export const openGroup: Mend = (stop, model) => {
  const blocked = blockedBy(stop, model);
  const opened = blocked === null ? null : openings(blocked.group, [blocked.flow]);
  if (blocked === null || opened === null) return null;
  const { group } = blocked;
  const amended = { ...group, rules: [...group.rules, ...opened.added] };
  return {
    fix: opened.fix,
    apply: (before) => ({
      ...before,
      securityGroups: { ...before.securityGroups, [idKey(group.id)]: collected(amended) },
    }),
  };
};
