// The Playground's file of people and places, made from the scenario, so that both speak of the same persons.
import { stringify } from "yaml";
import type { Scenario } from "../../simulator/scenario/schema.ts";

/** Teams' user id of a person is `29:<object id>` everywhere in the local Azure. */
export const teamsUserId = (oid: string): string => `29:${oid}`;

/** YAML for `M365_AGENTS_PLAYGROUND_CONFIG_PATH`; `currentOid` is who types in the page. It takes exactly five other people. */
export function playgroundConfig(scenario: Scenario, currentOid: string): string {
  const users = scenario.principals.map(({ oid, displayName, userPrincipalName }) => {
    const [givenName = displayName, surname = ""] = displayName.split(" ");
    return {
      id: teamsUserId(oid),
      name: displayName,
      userPrincipleName: userPrincipalName,
      aadObjectId: oid,
      givenName,
      surname,
      email: userPrincipalName,
    };
  });
  const isCurrent = (user: { aadObjectId: string }) => user.aadObjectId === currentOid;
  return stringify({
    version: "0.1.1",
    tenantId: scenario.tenantId,
    bot: { id: `28:${scenario.appId}`, name: "AKS On-Call" },
    currentUser: users.find(isCurrent),
    users: users.filter((user) => !isCurrent(user)).slice(0, 5),
    personalChat: { id: "a:personal-chat" },
    groupChat: { id: "19:group-chat@thread.v2", name: "AKS on call" },
    team: {
      id: "19:team@thread.tacv2",
      name: "Contoso",
      aadGroupId: "2b8e9a54-71c3-4df0-86b5-09e1d7f3c6a2",
      channels: [{ id: "19:incidents@thread.tacv2", name: "Incidents" }],
    },
  });
}
