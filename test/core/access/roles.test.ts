// The role to ask for.
import { activationLine, smallestRole } from "../../../src/core/access/roles.ts";

test.each([
  ["Microsoft.Network/virtualNetworks/read", "Reader"],
  ["Microsoft.ContainerService/managedClusters/commandResults/read", "Reader"],
  [
    "microsoft.containerservice/managedclusters/runcommand/action",
    "Azure Kubernetes Service Contributor Role",
  ],
  ["Microsoft.ContainerService/managedClusters/start/action", "Azure Kubernetes Service Contributor Role"],
  [
    "Microsoft.ContainerService/managedClusters/listClusterUserCredential/action",
    "Azure Kubernetes Service Cluster User Role",
  ],
  ["Microsoft.Network/privateDnsZones/virtualNetworkLinks/write", "Private DNS Zone Contributor"],
  ["Microsoft.Network/virtualNetworks/subnets/join/action", "Network Contributor"],
  ["Microsoft.Compute/virtualMachines/start/action", "Virtual Machine Contributor"],
  ["Microsoft.Authorization/roleAssignments/write", "Role Based Access Control Administrator"],
  ["Contoso.Custom/things/write", "Contributor"],
])("%s takes %s", (action, role) => {
  expect(smallestRole(action)).toBe(role);
});

// https://learn.microsoft.com/rest/api/authorization/role-assignment-schedule-requests/create
describe("the line that activates a role", () => {
  const scope = "/subscriptions/s/resourceGroups/rg-prod";
  const role = {
    ...{ role: "Network Contributor", scope, definitionId: `${scope}/roleDefinitions/d` },
    scheduleId: `${scope}/roleEligibilitySchedules/e`,
  };
  test("for two hours, by the person themself, at exactly that scope", () => {
    const line = activationLine(role, "oid", "R-0000000001") ?? "";
    const [, url, body = ""] = /^az rest --method put --url "(.+)" --body '(.+)'$/.exec(line) ?? [];
    expect(url).toBe(
      `${scope}/providers/Microsoft.Authorization/roleAssignmentScheduleRequests/$(uuidgen)?api-version=2020-10-01`,
    );
    expect(JSON.parse(body)).toEqual({
      properties: {
        ...{ principalId: "oid", roleDefinitionId: role.definitionId, requestType: "SelfActivate" },
        ...{ linkedRoleEligibilityScheduleId: role.scheduleId, justification: "R-0000000001" },
        scheduleInfo: { expiration: { type: "AfterDuration", duration: "PT2H" } },
      },
    });
  });
  test.each([
    ["a scope that a shell would act on", { ...role, scope: "/subscriptions/$(rm)" }],
    ["an id with a quotation mark", { ...role, definitionId: "d'; rm" }],
  ])("%s gives none", (_, odd) => {
    expect(activationLine(odd, "oid", "R-0000000001")).toBeNull();
  });
});
