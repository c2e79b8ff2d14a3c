// Who may make a fix: role assignments at its scopes, against the people of a conversation.
import { isAllowed, type RoleAssignment, type Roles, roleKey } from "../snapshot/rights.ts";
import { foldCase } from "../text/text.ts";

/** Somebody of a conversation, as Teams names them. `isGuest`: invited there from elsewhere. */
export type Member = Readonly<{ objectId: string; userId: string; name: string; isGuest?: true }>;

/** Of those whom a post calls: more mentions read as noise, and the post only names the others. */
export const mostMentioned = 5;

/** What is kept with a diagnosis. `askedAt`: ISO time, UTC, at which they were asked to make the fix. */
export type WhoMay = Readonly<({ is: "person"; askedAt?: string } & Member) | { is: "group"; name: string }>;

/** Object ids that hold one right; groups that are nearest to its scope first. */
export type Holders = Readonly<{ users: readonly string[]; groups: readonly string[] }>;

/** Assignments that may lead to somebody: a group's, or one of a person of this conversation. */
export const assignmentsThatCount = (
  assignments: readonly RoleAssignment[],
  people: readonly Member[],
): readonly RoleAssignment[] => {
  const here = new Set(people.map(({ objectId }) => foldCase(objectId)));
  return assignments.filter(
    ({ principal, principalId, conditional }) =>
      !conditional && (principal === "group" || (principal === "user" && here.has(foldCase(principalId)))),
  );
};

/** A role that could not be read allows nothing. */
export function holdersOf(action: string, assignments: readonly RoleAssignment[], roles: Roles): Holders {
  const allowing = assignments
    .filter(({ conditional, roleDefinitionId }) => {
      const entries = conditional ? undefined : roles.get(roleKey(roleDefinitionId));
      return entries !== undefined && isAllowed(entries, action);
    })
    .toSorted((a, b) => b.scope.length - a.scope.length);
  const those = (kind: RoleAssignment["principal"]) => [
    ...new Set(
      allowing.filter(({ principal }) => principal === kind).map(({ principalId }) => foldCase(principalId)),
    ),
  ];
  return { users: those("user"), groups: those("group") };
}

/** Who may do all of it: whoever holds it themself, then whoever holds it through a group; by name among equals. */
export function personWhoMay(
  rights: readonly Holders[],
  members: ReadonlyMap<string, readonly string[]>,
  people: readonly Member[],
): Member | null {
  const inGroup = (group: string, id: string) =>
    (members.get(group) ?? []).some((one) => foldCase(one) === id);
  const holds = ({ objectId }: Member, through: boolean) => {
    const id = foldCase(objectId);
    return rights.every(
      ({ users, groups }) => users.includes(id) || (through && groups.some((group) => inGroup(group, id))),
    );
  };
  if (rights.length === 0) return null;
  const byName = people.toSorted(
    (a, b) => a.name.localeCompare(b.name) || a.objectId.localeCompare(b.objectId),
  );
  return byName.find((each) => holds(each, false)) ?? byName.find((each) => holds(each, true)) ?? null;
}

/** Groups that hold all of it. */
export const groupsThatMay = ([first, ...others]: readonly Holders[]): readonly string[] =>
  (first?.groups ?? []).filter((group) => others.every(({ groups }) => groups.includes(group)));
