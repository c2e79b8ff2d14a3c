// What is agreed on before something is changed: what it would do, as it was seen, and who has agreed to exactly that.
import type { ChangeRisk } from "../command/change/change-risks.ts";
import { findResource } from "../command/grammar/resources.ts";
import type { JsonBody } from "../fix/write/arm-write.ts";
import type { Approval } from "../policy/decision.ts";
import type { Requester } from "../requester.ts";

/** One field that would be another one. Values are masked, and cut where they are long; null: it is not there. */
export type FieldChange = Readonly<{
  path: string;
  before: string | null;
  after: string | null;
  /** Some of what differs is in neither: it is too long to be kept, or a mask stands in its place. */
  hidden?: "cut" | "masked";
}>;

/** One object that a change names. */
export type Touched = Readonly<{
  /** Full plural name of its type; of a resource of Azure, its type as Azure writes it. */
  type: string;
  name: string;
  /** Null where it lies in none. */
  namespace: string | null;
  /** What differs once somebody else has changed it, opaque; null where it does not exist yet. */
  version: string | null;
  does: "change" | "create" | "delete" | "restart" | "evict";
  /** So many pods end with it; absent where that is not known, or none does. */
  pods?: number;
  /** Empty where nothing was seen beforehand: `preview` says why. */
  fields: readonly FieldChange[];
  /** So many more fields than are shown. */
  moreFields?: number;
  /** What the object alone shows of it, besides what the command says. */
  risks?: readonly ChangeRisk[];
}>;

/** `preview`: `server`: the API server, or Azure, was asked what would come of it; `none`: it does not offer that. */
export type Proposal = Readonly<{
  /** Of a fix: what people wrote into each object before, to take it back by; no secrets. */
  before?: readonly (JsonBody | null)[];
  /** SHA-256 in hex of what is approved: command, cluster, objects as they were seen. */
  hash: string;
  objects: readonly Touched[];
  preview: "server" | "none";
  /** ISO time, UTC. */
  seenAt: string;
  /** Azure does not let whoever asked: the last who approves and may does it, as themselves. Absent: whoever asked does. */
  runAs?: "approver";
}>;

/**
 * Who has agreed to what; `userId`: of Teams, to find their sign-in again. `at`: ISO time, UTC. `mayRun`: Azure let them do
 * it when they agreed, where it is done as one of those who agree.
 */
export type Approver = Readonly<{
  requester: Requester;
  userId: string;
  at: string;
  hash: string;
  mayRun?: true;
}>;

/** `expiresAt`: ISO time, UTC: nothing is done after it. */
export type Proposed = Readonly<{
  proposal: Proposal;
  approval: Approval;
  expiresAt: string;
  approvals: readonly Approver[];
  /** Those who come second were asked, too. */
  escalated?: true;
  /** Who did it, or began to, as themselves, where that is not whoever asked. */
  ranBy?: Requester;
}>;

/** Without what a state knows besides. */
export const proposedOf = ({
  proposal,
  approval,
  expiresAt,
  approvals,
  escalated,
  ranBy,
}: Proposed): Proposed => ({
  ...{ proposal, approval, expiresAt, approvals },
  ...(escalated && { escalated }),
  ...(ranBy && { ranBy }),
});

/** What would be written, and nobody could see. `hidden`: a value that is not whole, or a mask that differs. */
export type Unseen =
  | Readonly<{ is: "hidden"; why: "cut" | "masked"; object: string; path: string }>
  | Readonly<{ is: "leftOut"; object: string; fields: number }>
  | Readonly<{ is: "tooLong" }>;

// What people call an object that a change names.

/** `deployments` is `deployment`, as kubectl itself writes an object; of Azure, its name with the type behind it. */
export const objectName = (type: string, name: string): string => {
  if (type.includes("/")) return `${name} (${type.split("/").slice(1).join("/")})`;
  const known = findResource(type);
  const one = known?.aliases.find((alias) => known.name.startsWith(alias.slice(0, -1)));
  return `${one !== undefined && one.length > 2 ? one : type}/${name}`;
};
