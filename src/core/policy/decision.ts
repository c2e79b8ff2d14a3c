// The answer of the policy, always with the rule that decided.

import type { AlertSeverity } from "../alert/alert.ts";
import type { ClusterRef } from "../cluster-name.ts";
import type { ChangeRequest } from "../command/change/change-request.ts";
import type { CommandRequest, Read } from "../command/grammar/command-request.ts";
import type { ModeForbids } from "../mode.ts";
import type { MembershipUnknown } from "../requester.ts";

// Why something is not allowed, as data: who asked for what, which rule is in the way, and what would be allowed
// instead. The catalogue makes the sentence.

/** What was asked for; of a command, with the part of it that is in the way, null where it reads nothing. */
export type Deed =
  | Readonly<{
      kind: "diagnose" | "diagnose-inside" | "watch" | "volunteer" | "reader" | "fix";
      cluster: string;
    }>
  | Readonly<{ kind: "change"; cluster: string; verb: string; of: Pick<Read, "resource" | "scope"> | null }>
  | Readonly<{ kind: "run"; cluster: string; verb: string; read: Read | null }>;

/** What to ask instead; `also`: the part in the way is one that kubectl reads besides. */
export type Instead =
  | Readonly<{ is: "perhapsOneNamespace" }>
  | Readonly<{ is: "oneNamespace"; also: boolean }>
  | Readonly<{ is: "narrower"; command: string }>;

type Values = {
  /** Never "you are in no group": that is what could not be found out. */
  membershipUnknown: { why: MembershipUnknown };
  inNoGroup: { deed: Deed };
  noRule: { groups: readonly string[]; deed: Deed; instead: Instead | null };
  ruleForbids: { rule: string; deed: Deed; instead: Instead | null };
  /** No Entra integration: the command would run as cluster-admin. */
  clusterAdmin: { cluster: string; groups: readonly string[] };
  /** `rule` is null where none allows it; `closed`: the namespaces that all of them would include. */
  alsoReads: {
    verb: string;
    read: Read;
    cluster: string;
    groups: readonly string[];
    rule: string | null;
    closed: readonly string[];
    instead: Instead | null;
  };
  /** Rules allow it together, and nobody is in a group that all of them let agree. */
  approvalsContradict: { rules: readonly string[]; deed: Deed };
  /** A rule allows it in an emergency. */
  emergencyOnly: { rule: string; deed: Deed };
  /** A rule allows it while such an alert or a worse one is open; `known`: none is, else that could not be found out. */
  noIncident: { rule: string; deed: Deed; least: AlertSeverity; known: boolean };
  /** A rule allows it at other hours; `opens`: ISO time, UTC, when that is next, null where it is not known. */
  outsideHours: { rule: string; deed: Deed; opens: string | null };
  /** A rule allows it on clusters with tags, and those of this one are not known. */
  tagsUnknown: { rule: string; deed: Deed };
};

export type PolicyDenies = { [K in keyof Values]: Readonly<{ is: K } & Values[K]> }[keyof Values];

/** The mode in force has the first word. */
export type DenialReason = PolicyDenies | ModeForbids;

/** Why somebody may not set the mode. */
export type NoOperator =
  | Readonly<{ is: "noOperators" }>
  | Readonly<{ is: "onlyOperators"; groups: readonly string[] }>
  | Extract<PolicyDenies, { is: "membershipUnknown" }>;

export type PolicyAction =
  /**
   * `watch`: have a channel follow the cluster, or follow it no more. `volunteer`: have the incidents of such a channel
   * diagnosed with one's own rights. `reader`: have the bot's own read-only identity read them.
   */
  | Readonly<{ kind: "diagnose" | "watch" | "volunteer" | "reader"; cluster: ClusterRef }>
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
 * `runAs`: where Azure does not let whoever asked make a fix, the last who agrees and may makes it, as themselves.
 */
export type Approval =
  | Readonly<{
      by: "others";
      count: number;
      groups: readonly string[];
      minutes: number;
      escalate?: Readonly<{ afterMinutes: number; groups: readonly string[] }>;
      runAs?: "approver";
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
      /** The rules whose `show` counts, where another that allows it too says otherwise. */
      showBy?: string;
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
