// Privileged Identity Management: the roles that the caller could activate.
import { sameId } from "./arm-path.ts";
import { type ArmHandler, pageOf } from "./arm-request.ts";
import { findRole } from "./roles.ts";

/** One's own take no right; in the subscription that is asked, and below it. */
export const eligibleRoles: ArmHandler = (request) => {
  const { world, path, caller } = request;
  const within = (scope: string): boolean =>
    sameId(scope, path.parent) || scope.toLowerCase().startsWith(`${path.parent.toLowerCase()}/`);
  const mine = world.scenario.roleEligibilities.filter(
    ({ principalId, scope }) => principalId === caller.oid.toLowerCase() && within(scope),
  );
  return pageOf(
    request,
    mine.map(({ principalId, scope, role }) => ({
      id: `${scope}/providers/Microsoft.Authorization/roleEligibilityScheduleInstances/${findRole(role)?.id}`,
      name: findRole(role)?.id ?? "",
      type: "Microsoft.Authorization/roleEligibilityScheduleInstances",
      properties: {
        ...{ principalId, scope, memberType: "Direct", status: "Provisioned" },
        roleEligibilityScheduleId: `${scope}/providers/Microsoft.Authorization/roleEligibilitySchedules/${findRole(role)?.id}`,
        roleDefinitionId: `/providers/Microsoft.Authorization/roleDefinitions/${findRole(role)?.id}`,
        expandedProperties: {
          scope: { id: scope, displayName: scope.split("/").at(-1) ?? "" },
          roleDefinition: { displayName: findRole(role)?.roleName ?? "", type: "BuiltInRole" },
        },
      },
    })),
  );
};
