// Just-in-time access: Defender for Cloud denies ports of a machine by rules of its own, which it calls so.
// https://learn.microsoft.com/azure/defender-for-cloud/just-in-time-access-usage

import type { JumpHost } from "../../snapshot/hosts.ts";
import type { VirtualNetwork } from "../../snapshot/network.ts";
import { idKey, sameId } from "../../snapshot/resource-id.ts";
import type { ById } from "../../snapshot/section.ts";
import type { JitPolicy, NetworkSecurityGroup, SecurityRule } from "../../snapshot/security.ts";
import { subnetById } from "../route/route.ts";

const names = /^(MicrosoftDefenderForCloud|SecurityCenter)-JITRule/i;

export const isJitRule = (name: string): boolean => names.test(name);

const shuts = ({ name, direction, access }: SecurityRule): boolean =>
  isJitRule(name) && /^inbound$/i.test(direction) && /^deny$/i.test(access);

/** The rules of just-in-time access before a machine. One that names others of the same group says nothing of it. */
export function shutByJit(
  host: Pick<JumpHost, "subnetId" | "networkSecurityGroupId" | "privateIpAddress">,
  network: VirtualNetwork,
  groups: ById<NetworkSecurityGroup>,
): readonly SecurityRule[] {
  const ids = [host.networkSecurityGroupId, subnetById(network, host.subnetId)?.networkSecurityGroupId];
  const rules = ids.flatMap((id) => {
    const group = id === undefined ? undefined : groups[idKey(id)];
    return group?.status === "collected" ? group.data.rules.filter(shuts) : [];
  });
  const isMeant = ({ destinationAddressPrefixes: named }: SecurityRule): boolean =>
    named.some((each) => each === "*" || each.replace(/\/32$/, "") === host.privateIpAddress);
  return rules.filter(isMeant);
}

export const policyFor = (
  policies: readonly JitPolicy[],
  machineId: string,
  port: number,
): JitPolicy | undefined =>
  policies.find(({ machines }) =>
    machines.some(
      (each) => sameId(each.machineId, machineId) && each.openings.some((opening) => opening.port === port),
    ),
  );

const hour = 3_600_000;
const units = [24 * hour, hour, hour / 60, 1000];

/** Of an ISO 8601 duration in days and smaller, in milliseconds; an hour where it is another. */
function lengthOf(duration: string): number {
  const match = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(duration);
  const length = units.reduce((sum, unit, index) => sum + unit * Number(match?.[index + 1] ?? 0), 0);
  return length > 0 ? length : hour;
}

/** When the longest window ends that may be asked for at a time. */
export function longestUntil({ machines }: JitPolicy, machineId: string, port: number, now: string): string {
  const opening = machines
    .filter((each) => sameId(each.machineId, machineId))
    .flatMap(({ openings }) => openings)
    .find((each) => each.port === port);
  const end = new Date(Date.parse(now) + lengthOf(opening?.longest ?? ""));
  // By the minute, as people read it.
  return `${end.toISOString().slice(0, 16)}:00Z`;
}
