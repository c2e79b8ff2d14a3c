// A network manager's rules for each network that was read.
import { idKey } from "../../core/diagnosis/resource-id.ts";
import type { AdminRule } from "../../core/diagnosis/snapshot-admin-rules.ts";
import type { ArmReads } from "./arm-reads.ts";
import type { NetworkReads } from "./networks.ts";
import type { Read } from "./read.ts";
import type { ReferencesRead } from "./references.ts";

/** Most people may not ask, and some clouds do not know the question: that is no gap which another try would fill. */
const isRefused = ({ section }: Read<unknown>): boolean =>
  section.status === "unavailable" && (section.reason === "denied" || section.reason === "notVisible");

export const readAdminRules = async (
  reads: ArmReads,
  networks: readonly NetworkReads[],
): Promise<ReferencesRead<readonly AdminRule[]>> => {
  const known = networks.filter(({ network }) => network.section.status === "collected");
  const found = await Promise.all(
    known.map(async ({ id, network, group }) => {
      const read = await reads.adminRules(group?.after ?? network.level, id);
      return [idKey(id), read] as const;
    }),
  );
  return {
    sections: Object.fromEntries(
      found.filter(([, read]) => !isRefused(read)).map(([key, { section }]) => [key, section]),
    ),
    level: Math.max(0, ...found.map(([, { level }]) => level)),
  };
};
