// What findings about the nodes of pools say alike.
import type { Thing } from "../../outcome/fact.ts";

export type NoPools = Readonly<{ is: "noPools"; cluster: string }>;

/** Azure does not say how many nodes a pool has. */
export type PoolsFact = NoPools | Readonly<{ is: "nodesUncounted"; of: Thing }>;
