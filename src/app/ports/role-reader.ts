// What naming somebody who may make a fix needs of the outside; part of the ports. Null: it may not be read, or not
// now. `ms`: the time that one answer may take; what comes later is worth nothing.
import type { Member } from "../../core/access/who-may.ts";
import type { PlaceName } from "../../core/conversation/answer.ts";
import type { ConversationRef } from "../../core/run/run.ts";
import type { ActivatableRole, RoleAssignment, Roles } from "../../core/snapshot/rights.ts";
import type { RequesterCredential } from "./azure.ts";

export interface RoleReader {
  /** Assignments at this scope and above it. */
  assignments(as: RequesterCredential, scope: string, ms: number): Promise<readonly RoleAssignment[] | null>;
  /** Roles that they could activate themself at this scope, or above it in its subscription. */
  activatable(as: RequesterCredential, scope: string, ms: number): Promise<readonly ActivatableRole[] | null>;
  /** Those of the definitions that could be read; `scope`: where they are assigned, or below. */
  roles(as: RequesterCredential, scope: string, definitionIds: readonly string[], ms: number): Promise<Roles>;
}

export interface GroupReader {
  /** Object ids of people, also those who are in it through other groups; not all of a very large one. */
  members(as: RequesterCredential, groupId: string, ms: number): Promise<readonly string[] | null>;
  name(as: RequesterCredential, groupId: string, ms: number): Promise<string | null>;
}

/**
 * `addresses`: mail address and user principal name, as far as Teams tells them. Kept nowhere. `tenantId`: null where Teams
 * does not tell it.
 */
export type AddressedMember = Readonly<{
  member: Member;
  addresses: readonly string[];
  tenantId: string | null;
}>;

export interface Roster {
  /** People of the channel or chat, of this tenant; not all of a very large one. */
  members(of: ConversationRef, ms: number): Promise<readonly Member[] | null>;
  /** The same people, for whoever knows somebody by their address. */
  addressed(of: ConversationRef, ms: number): Promise<readonly AddressedMember[] | null>;
  named(of: ConversationRef, ms: number): Promise<PlaceName>;
}
