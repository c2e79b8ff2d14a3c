// Why something is not allowed, as data: who asked for what, which rule is in the way, and what would be allowed
// instead. The catalogue makes the sentence.
import type { Severity } from "../alert/alert.ts";
import type { Read } from "../command/command-request.ts";
import type { ModeForbids } from "../mode/mode.ts";
import type { MembershipUnknown } from "../requester.ts";

/** What was asked for; of a command, with the part of it that is in the way, null where it reads nothing. */
export type Deed =
  | Readonly<{ kind: "diagnose" | "diagnose-inside" | "watch" | "fix"; cluster: string }>
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
  noIncident: { rule: string; deed: Deed; least: Severity; known: boolean };
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
