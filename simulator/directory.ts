// Entra's directory: who exists, and who is in which group, groups in groups included.
import type { Principal, Scenario } from "./scenario/schema.ts";

export type Directory = {
  principal(oid: string): Principal | undefined;
  principals: readonly Principal[];
  /** Ids of every group the principal is in, directly or through other groups. */
  groupsOf(oid: string): readonly string[];
  /** People who are in the group, directly or through other groups. */
  peopleOf(groupId: string): readonly Principal[];
};

/** The directory of a scenario. The bot's own service principal has its application id as object id. */
export function createDirectory(scenario: Scenario): Directory {
  const byOid = new Map(scenario.principals.map((item) => [item.oid, item]));
  const memo = new Map<string, readonly string[]>();
  const groupsOf = (oid: string): readonly string[] => {
    const known = memo.get(oid);
    if (known !== undefined) return known;
    const found = containingGroups(scenario.groups, oid.toLowerCase());
    memo.set(oid, found);
    return found;
  };
  return {
    principals: scenario.principals,
    principal: (oid) => byOid.get(oid.toLowerCase()),
    groupsOf,
    peopleOf: (groupId) =>
      scenario.principals.filter(({ oid }) => groupsOf(oid).includes(groupId.toLowerCase())),
  };
}

function containingGroups(groups: Scenario["groups"], oid: string): string[] {
  const found = new Set<string>();
  const pending = [oid];
  for (let member = pending.pop(); member !== undefined; member = pending.pop()) {
    for (const group of groups) {
      if (!group.members.includes(member) || found.has(group.id)) continue;
      found.add(group.id);
      pending.push(group.id);
    }
  }
  return [...found];
}
