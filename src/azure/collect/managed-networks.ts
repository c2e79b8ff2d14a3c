// A network manager's rules for each network that was read.

import { idKey } from "../../core/snapshot/resource-id.ts";
import type { Permission } from "../../core/snapshot/rights.ts";
import type { AdminRule } from "../../core/snapshot/security.ts";
import type { ArmReads } from "./arm-reads.ts";
import type { NetworkReads } from "./networks.ts";
import type { Read } from "./read.ts";
import type { ReferencesRead } from "./references.ts";

/** Most people may not ask, and some clouds do not know the question: that is no gap which another try would fill. */
const isRefused = ({ section }: Read<unknown>): boolean =>
  section.status === "unavailable" && (section.reason === "denied" || section.reason === "notVisible");

/** The rights that it takes; none where the question itself is not known. */
const refusedIn = (reads: readonly Read<unknown>[]): readonly Permission[] => {
  const needs = reads.flatMap(({ section }) =>
    section.status === "unavailable" && section.reason === "denied" ? section.needs : [],
  );
  return [...new Map(needs.map((need) => [`${need.action} ${need.scope}`, need])).values()];
};

type Managers = Readonly<{ any: boolean; level: number; refused: readonly Permission[] }>;

/** Where one stands that this person may not see, its rules are not known to them either. */
async function findManagers(reads: ArmReads, networks: readonly NetworkReads[]): Promise<Managers> {
  const found = await Promise.all(
    networks.flatMap(({ group, network }) =>
      group === null ? [] : [reads.networkManagers(group.after ?? network.level, group.group.subscriptionId)],
    ),
  );
  const any = found.some((read) =>
    read.section.status === "collected" ? read.section.data.length > 0 : !isRefused(read),
  );
  return { any, level: Math.max(0, ...found.map(({ level }) => level)), refused: refusedIn(found) };
}

export const readAdminRules = async (
  reads: ArmReads,
  networks: readonly NetworkReads[],
): Promise<ReferencesRead<readonly AdminRule[]> & Pick<Managers, "refused">> => {
  const known = networks.filter(({ network }) => network.section.status === "collected");
  const managers = await findManagers(reads, networks);
  const { refused } = managers;
  if (!managers.any) return { sections: {}, level: managers.level, refused };
  const found = await Promise.all(
    known.map(async ({ id }) => [idKey(id), await reads.adminRules(managers.level, id)] as const),
  );
  return {
    sections: Object.fromEntries(
      found.filter(([, read]) => !isRefused(read)).map(([key, { section }]) => [key, section]),
    ),
    level: Math.max(managers.level, ...found.map(([, { level }]) => level)),
    refused: [...refused, ...refusedIn(found.map(([, read]) => read))],
  };
};
