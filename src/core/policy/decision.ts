// The answer of the policy, always with the rule that decided.
import type { CommandRequest } from "../command/command-request.ts";
import type { DenialReason } from "./denial.ts";

/** A cluster as policy matches it. Both are empty for the one that was last spoken of, where no rule allows any. */
export type ClusterRef = Readonly<{ id: string; name: string }>;

export type PolicyAction =
  /** `watch`: have a channel follow the cluster, or follow it no more. */
  | Readonly<{ kind: "diagnose" | "watch"; cluster: ClusterRef }>
  /** Look inside it for a diagnosis, by reads of ours: each of them is asked for as `run` besides. */
  | Readonly<{ kind: "diagnose-inside"; cluster: ClusterRef; clusterAdmin: boolean }>
  /** `clusterAdmin`: the cluster has no Entra integration, so the command would run as cluster-admin. */
  | Readonly<{ kind: "run"; cluster: ClusterRef; request: CommandRequest; clusterAdmin: boolean }>;

export type PolicyGroup = Readonly<{ id: string; name: string }>;

/** No matching rule is `deny` with `rule: null`; deny beats allow, whatever the order. */
export type Decision =
  /** `unmasked`: the person may see the output as it is, too. */
  | Readonly<{ effect: "allow"; rule: string; show: "thread" | "personal"; unmasked: boolean }>
  | Readonly<{
      effect: "deny";
      rule: string | null;
      reason: DenialReason;
      /** Groups whose members would be allowed; empty when nobody would. */
      wouldAllow: readonly PolicyGroup[];
      /** The mode in force forbids it, whatever the policy says. */
      byMode?: true;
    }>;
