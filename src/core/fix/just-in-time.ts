// A port that just-in-time access keeps shut: a window is asked for, no wider than the connection and no longer than its
// policy lets anybody have one.
// https://learn.microsoft.com/rest/api/defenderforcloud/jit-network-access-policies/initiate

import { isJitRule, longestUntil, policyFor } from "../network/filter/jit.ts";
import type { NetworkModel } from "../network/model/model.ts";
import type { Step } from "../network/model/step.ts";
import { idKey, nameOf } from "../snapshot/resource-id.ts";
import type { JitPolicy, SecurityRule } from "../snapshot/security.ts";
import { type Mend, withGroup } from "./repair.ts";
import { forResource } from "./write/az.ts";
import { type Fix, fixOf } from "./write/fix.ts";

const initiate = "Microsoft.Security/locations/jitNetworkAccessPolicies/initiate/action";

type Window = Readonly<{ policy: JitPolicy; machineId: string; port: number; source: string; until: string }>;

function windowFor({ reason }: Step, { holders, justInTime }: NetworkModel): Window | null {
  if (reason.is !== "ruleDenies" || !isJitRule(reason.rule)) return null;
  const { source, destination, port } = reason.packet;
  const machineId = holders.find(
    ({ kind, addresses }) => kind === "virtualMachine" && addresses.includes(destination),
  )?.id;
  if (machineId === undefined) return null;
  const policy = policyFor(justInTime.policies, machineId, port);
  return policy === undefined
    ? null
    : { policy, machineId, port, source, until: longestUntil(policy, machineId, port, justInTime.now) };
}

const fixFor = ({ policy, machineId, port, source, until }: Window): Fix | null =>
  forResource(policy.id, ({ resourceGroup }) =>
    fixOf(
      { kind: "openWindow", policy: policy.id, machine: machineId, port, source, until },
      { is: "windowOpened", machine: nameOf(machineId), port, source, until },
      { role: "Contributor", on: [resourceGroup], orOwnWith: initiate },
    ),
  );

export const openForAWhile: Mend = (stop, model) => {
  const window = windowFor(stop, model);
  const fix = window && fixFor(window);
  const group = model.securityGroups[idKey(stop.component.id ?? "")];
  if (window === null || fix === null || group?.status !== "collected" || stop.reason.is !== "ruleDenies")
    return null;
  const { packet, priority } = stop.reason;
  const rule: SecurityRule = {
    ...{ name: "just-in-time", priority: priority - 1, direction: "Inbound", access: "Allow" },
    ...{ protocol: "Tcp", sourcePortRanges: ["*"], destinationPortRanges: [String(packet.port)] },
    sourceAddressPrefixes: [packet.source],
    destinationAddressPrefixes: [packet.destination],
    usesApplicationSecurityGroups: false,
  };
  const opened = { ...group.data, rules: [...group.data.rules, rule] };
  return { fix, apply: (before) => withGroup(before, opened) };
};
