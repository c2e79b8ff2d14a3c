// Who of this conversation may make the fix of a diagnosis. Read as the requester, and never what a diagnosis waits for
// or fails by: where it cannot be told in time, the card names roles and nobody.
import { rightsOf } from "../../core/access/fix-rights.ts";
import {
  assignmentsThatCount,
  groupsThatMay,
  type Holders,
  holdersOf,
  type Member,
  personWhoMay,
  type WhoMay,
} from "../../core/access/who-may.ts";
import type { Diagnosis } from "../../core/diagnosis/diagnosis.ts";
import type { Run } from "../../core/run/run.ts";
import { idKey } from "../../core/snapshot/resource-id.ts";
import { isAllowed, type Permission, type RoleAssignment } from "../../core/snapshot/rights.ts";
import { inTime } from "../identity/lookups.ts";
import type { RequesterCredential } from "../ports/azure.ts";
import type { Services } from "../ports/services.ts";

/** Groups whose members are read. */
const mostGroups = 5;

export type Search = Readonly<{
  services: Services;
  as: RequesterCredential;
  run: Run;
  rights: readonly Permission[];
  isOver: () => boolean;
}>;

/** Null: nobody is named. The requester never is, and nobody else where they hold the roles themself. */
export async function findWhoMay(
  services: Services,
  as: RequesterCredential,
  run: Run,
  { rootCause, cluster }: Diagnosis,
): Promise<WhoMay | null> {
  if (run.task.kind !== "diagnose" || run.conversation.personal || rootCause?.fix === undefined) return null;
  const { fix, resourceId } = rootCause;
  const rights = rightsOf(fix, { clusterId: cluster.id, resourceId });
  if (rights === null) return null;
  return inTime(services, run, "nobody could be named for a fix", (isOver) =>
    look({ services, as, run, rights, isOver }),
  );
}

async function look(search: Search): Promise<WhoMay | null> {
  const { services, as, run } = search;
  const [members, theirOwn, assigned] = await Promise.all([
    services.roster.members(run.conversation, services.timeouts.names),
    holdsThemself(search),
    assignmentsAt(search),
  ]);
  if (members === null || theirOwn !== false || assigned === null || search.isOver()) return null;
  const people = members.filter(({ objectId }) => !sameObject(objectId, run.requester.objectId));
  const { person, holders } = await personAmong(search, people, assigned);
  if (person !== null || search.isOver()) return named(person);
  const [group] = groupsThatMay(holders);
  const name = group === undefined ? null : await services.groups.name(as, group, services.timeouts.names);
  return name === null ? null : { is: "group", name };
}

/** Somebody of these who holds all of it: by themself, else through a group. */
async function personAmong(search: Search, people: readonly Member[], assigned: Assigned) {
  const holders = await holdersOfAll(search, people, assigned);
  const direct = personWhoMay(holders, new Map(), people);
  if (direct !== null || search.isOver()) return { person: direct, holders };
  return { person: personWhoMay(holders, await membersOfGroups(search, holders), people), holders };
}

/** Whether one of these holds all of it; null: that could not be told. */
export async function doesOneHold(search: Search, people: readonly Member[]): Promise<boolean | null> {
  const assigned = await assignmentsAt(search);
  if (assigned === null || search.isOver()) return null;
  const { person } = await personAmong(search, people, assigned);
  return person !== null ? true : search.isOver() ? null : false;
}

const named = (person: Member | null): WhoMay | null => person && { is: "person", ...person };

const sameObject = (left: string, right: string): boolean => left.toLowerCase() === right.toLowerCase();

const scopesOf = (rights: readonly Permission[]): readonly string[] => [
  ...new Map(rights.map(({ scope }) => [idKey(scope), scope])).values(),
];

/** Null: that could not be told. */
async function holdsThemself({ services, as, rights }: Search): Promise<boolean | null> {
  const own = await Promise.all(
    scopesOf(rights).map(
      async (scope) => [idKey(scope), await services.reader.permissions(as, scope)] as const,
    ),
  );
  const byScope = new Map(own);
  const answers = rights.map(({ action, scope }) => {
    const section = byScope.get(idKey(scope));
    return section?.status === "collected" ? isAllowed(section.data, action) : null;
  });
  // One right that they lack is enough to know, whatever else could not be read.
  return answers.includes(false) ? false : answers.includes(null) ? null : true;
}

type Assigned = ReadonlyMap<string, readonly RoleAssignment[]>;

async function assignmentsAt({ services, as, rights }: Search): Promise<Assigned | null> {
  const read = await Promise.all(
    scopesOf(rights).map(
      async (scope) =>
        [idKey(scope), await services.roleReader.assignments(as, scope, services.timeouts.names)] as const,
    ),
  );
  const known = read.flatMap(([scope, list]) => (list === null ? [] : [[scope, list] as const]));
  return known.length < read.length ? null : new Map(known);
}

async function holdersOfAll(
  { services, as, rights }: Search,
  people: readonly Member[],
  assigned: Assigned,
): Promise<readonly Holders[]> {
  const at = await Promise.all(
    scopesOf(rights).map(async (scope) => {
      const counting = assignmentsThatCount(assigned.get(idKey(scope)) ?? [], people);
      const ids = counting.map(({ roleDefinitionId }) => roleDefinitionId);
      const roles = await services.roleReader.roles(as, scope, ids, services.timeouts.names);
      const actions = rights.filter((right) => idKey(right.scope) === idKey(scope));
      return actions.map(({ action }) => holdersOf(action, counting, roles));
    }),
  );
  return at.flat();
}

/** Groups that hold all of it come first, since one of those is enough. */
async function membersOfGroups({ services, as }: Search, holders: readonly Holders[]) {
  const all = [...groupsThatMay(holders), ...holders.flatMap(({ groups }) => groups)];
  const asked = [...new Set(all)].slice(0, mostGroups);
  const read = await Promise.all(
    asked.map(
      async (id) => [id, (await services.groups.members(as, id, services.timeouts.names)) ?? []] as const,
    ),
  );
  return new Map(read);
}
