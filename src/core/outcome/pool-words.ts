// What the words of a node pool say: its mode, its system, whether it runs.

import type { AgentPool } from "../snapshot/cluster.ts";
import { lookUp } from "../text/look-up.ts";

/** `gateway`: nodes for static egress, which take no pods. */
export type PoolMode = "system" | "user" | "gateway" | "unknown";

const modes: Readonly<Record<string, PoolMode>> = {
  system: "system",
  managedsystem: "system",
  user: "user",
  gateway: "gateway",
};

export const modeOf = ({ mode }: AgentPool): PoolMode => lookUp(modes, mode.toLowerCase()) ?? "unknown";

/** Of a pool that AKS manages itself, nodes are not always counted. */
export const isHosted = (pool: AgentPool): boolean =>
  /^managedsystem$/i.test(pool.mode) && !isStopped(pool) && (pool.count ?? 0) === 0;

export const isRunning = ({ powerState }: AgentPool): boolean => /^running$/i.test(powerState);
export const isStopped = ({ powerState }: AgentPool): boolean => /^stopped$/i.test(powerState);

/** Where Azure says none it is Linux. */
export const isLinux = ({ osType }: AgentPool): boolean => /^(linux)?$/i.test(osType);
export const isWindows = ({ osType }: AgentPool): boolean => /^windows$/i.test(osType);

export const isSpot = ({ scaleSetPriority = "" }: AgentPool): boolean => /^spot$/i.test(scaleSetPriority);
export const isRegular = ({ scaleSetPriority = "" }: AgentPool): boolean =>
  /^(regular)?$/i.test(scaleSetPriority);
