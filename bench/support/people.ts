// Many people who are on call, since of one person's runs few are under way at once.
import { type Person, people } from "../../simulator/people.ts";
import type { Scenario } from "../../simulator/scenario/schema.ts";

export const personOf = (index: number): Person => ({
  oid: `00000000-0000-4000-8000-${String(index).padStart(12, "0")}`,
  displayName: `Person ${index}`,
  userPrincipalName: `person-${index}@contoso.example`,
});

/** So many more who are on call, with Alex's roles: of one person's two are under way at once. */
export function withPeople(scenario: Scenario, count: number): Scenario {
  const more = Array.from({ length: count }, (_, index) => personOf(index));
  const likeAlex = scenario.roleAssignments.filter(({ principalId }) => principalId === people.alex.oid);
  return {
    ...scenario,
    principals: [...scenario.principals, ...more.map((person) => ({ ...person, signedIn: true }))],
    groups: scenario.groups.map((group) =>
      group.members.includes(people.alex.oid)
        ? { ...group, members: [...group.members, ...more.map(({ oid }) => oid)] }
        : group,
    ),
    roleAssignments: [
      ...scenario.roleAssignments,
      ...more.flatMap(({ oid }) => likeAlex.map((role) => ({ ...role, principalId: oid }))),
    ],
  };
}

/** Those behind the first `count` of them lead as well. */
export function withLeads(scenario: Scenario, count: number): Scenario {
  const leads = Array.from({ length: count }, (_, index) => personOf(count + index).oid);
  return {
    ...scenario,
    groups: scenario.groups.map((group) =>
      group.members.includes(people.megan.oid) ? { ...group, members: [...group.members, ...leads] } : group,
    ),
  };
}
