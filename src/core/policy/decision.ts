// The answer of the policy, always with the rule that decided.
import type { ChangeRequest } from "../command/change/change-request.ts";
import type { CommandRequest } from "../command/command-request.ts";
import type { DenialReason } from "./denial.ts";

/** A cluster as policy matches it. Both are empty for the one that was last spoken of, where no rule allows any. */
export type ClusterRef = Readonly<{
  id: string;
  name: string;
  /** Its tags in Azure, of which names have no case; absent where they are not known. */
  tags?: Readonly<Record<string, string>>;
}>;

export type PolicyAction =
  /** `watch`: have a channel follow the cluster, or follow it no more. */
  | Readonly<{ kind: "diagnose" | "watch"; cluster: ClusterRef }>
  /** Look inside it for a diagnosis, by reads of ours: each of them is asked for as `run` besides. */
  | Readonly<{ kind: "diagnose-inside"; cluster: ClusterRef; clusterAdmin: boolean }>
  /** `clusterAdmin`: the cluster has no Entra integration, so the command would run as cluster-admin. */
  | Readonly<{ kind: "run"; cluster: ClusterRef; request: CommandRequest; clusterAdmin: boolean }>
  /** `breakGlass`: asked for as an emergency, with a reason. */
  | Readonly<{
      kind: "change";
      cluster: ClusterRef;
      request: ChangeRequest;
      clusterAdmin: boolean;
      breakGlass?: true;
    }>
  /** Have the repair that a diagnosis proved made in Azure. */
  | Readonly<{ kind: "fix"; cluster: ClusterRef; breakGlass?: true }>;

/**
 * Who has to agree before it is done, and for how many minutes that may be waited for. `groups`: names of the policy;
 * one of their members counts once, and never whoever asked. `escalate`: whom else to ask after so many minutes.
 */
export type Approval =
  | Readonly<{
      by: "others";
      count: number;
      groups: readonly string[];
      minutes: number;
      escalate?: Readonly<{ afterMinutes: number; groups: readonly string[] }>;
    }>
  /** A rule says that one person is enough: whoever asked, once they have seen what it does. */
  | Readonly<{ by: "requester"; minutes: number }>;

export type PolicyGroup = Readonly<{ id: string; name: string }>;

/** No matching rule is `deny` with `rule: null`; deny beats allow, whatever the order. */
export type Decision =
  /** `unmasked`: the person may see the output as it is, too. */
  | Readonly<{
      effect: "allow";
      rule: string;
      show: "thread" | "personal";
      unmasked: boolean;
      /** Of what changes something, always. */
      approval?: Approval;
      /** Allowed as an emergency alone. */
      breakGlass?: true;
    }>
  | Readonly<{
      effect: "deny";
      rule: string | null;
      reason: DenialReason;
      /** Groups whose members would be allowed; empty when nobody would. */
      wouldAllow: readonly PolicyGroup[];
      /** The mode in force forbids it, whatever the policy says. */
      byMode?: true;
    }>;
