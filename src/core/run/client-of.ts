// Where whoever asked stands, as a run keeps it.
import type { Client } from "../snapshot/snapshot.ts";
import type { Run } from "./run.ts";

/** Nothing is said of it where something is done in a cluster. */
export const clientOf = ({ task }: Pick<Run, "task">): Client => ("client" in task ? task.client : {});
