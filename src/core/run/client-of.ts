// Where whoever asked stands, as a run keeps it.
import type { Client } from "../snapshot/snapshot.ts";
import type { Run } from "./run.ts";

/** Nothing is said of it where something is done in a cluster; a fix is seen from where it was proved. */
export const clientOf = ({ task }: Pick<Run, "task">): Client =>
  "client" in task ? task.client : task.kind === "fix" ? task.seenFrom : {};
