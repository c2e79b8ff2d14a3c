// A command that changes something, as data: what it changes, what kubectl reads for it, and what people should know of.
import type { CommandRequest, Read } from "../grammar/command-request.ts";
import type { Refusal } from "../grammar/refusal.ts";
import type { ChangeRisk } from "./change-risks.ts";
import type { SentFile } from "./sent-file.ts";

/** As Kubernetes' RBAC calls it. `*`: any of them. */
export type WriteVerb = "create" | "update" | "patch" | "delete" | "*";

/** Objects of one kind that a command changes. All of its writes have to be allowed. */
export type Write = Readonly<{
  verb: WriteVerb;
  /** Full plural name, with its sub-resource: `deployments/scale`, `pods/eviction`. `*`: of any type. */
  resource: string;
  scope: Read["scope"];
  /** Empty: whichever the cluster finds, such as the pods of a node. */
  names: readonly string[];
}>;

export type ChangeRequest = Omit<CommandRequest, "access" | "risks" | "filters"> &
  Readonly<{
    access: "write";
    /** What it changes, each once. Never empty. */
    writes: readonly Write[];
    risks: readonly ChangeRisk[];
    /** In which its objects stand; absent where they are named in the command. */
    file?: SentFile;
  }>;

/** Each is read before and after, by a call of kubectl: more would take longer than anybody waits. */
export const mostObjects = 20;

export type ParsedChange = Readonly<{ ok: true; request: ChangeRequest }> | Refusal;
