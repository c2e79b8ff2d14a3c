// Why something is not allowed, as data: who asked for what, which rule is in the way, and what would be allowed
// instead. The catalogue makes the sentence.
import type { Read } from "../command/command-request.ts";
import type { ModeForbids } from "../mode/mode.ts";
import type { MembershipUnknown } from "../requester.ts";

/** What was asked for; of a command, with the part of it that is in the way, null where it reads nothing. */
export type Deed =
  | Readonly<{ kind: "diagnose" | "diagnose-inside" | "watch" | "fix"; cluster: string }>
  | Readonly<{ kind: "change"; cluster: string; verb: string }>
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
};

export type PolicyDenies = { [K in keyof Values]: Readonly<{ is: K } & Values[K]> }[keyof Values];

/** The mode in force has the first word. */
export type DenialReason = PolicyDenies | ModeForbids;

/** Why somebody may not set the mode. */
export type NoOperator =
  | Readonly<{ is: "noOperators" }>
  | Readonly<{ is: "onlyOperators"; groups: readonly string[] }>
  | Extract<PolicyDenies, { is: "membershipUnknown" }>;
