// Which nodes count for what.
import type { Node } from "../reads/model.ts";

export const isNodeReady = ({ on }: Node): boolean => on.includes("Ready");
export const isSystem = ({ mode }: Node): boolean => mode === "system";

/** A taint that turns pods away which know nothing of it. */
export const isTainted = ({ taints }: Node): boolean =>
  taints.some((taint) => /:(NoSchedule|NoExecute)$/.test(taint));
