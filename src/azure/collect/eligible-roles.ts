// Roles that the asker could activate, where something was refused. Beside what was read: where it fails, nothing is said.
import { z } from "zod";
import type { EligibleRole } from "../../core/snapshot/rights.ts";
import type { Unavailable } from "../../core/snapshot/section.ts";
import type { ArmSession } from "../arm/arm-client.ts";

/** https://learn.microsoft.com/rest/api/authorization/role-eligibility-schedule-instances/list-for-scope */
const version = "2020-10-01";

const instance = z.object({
  properties: z.object({
    expandedProperties: z.object({
      scope: z.object({ id: z.string() }),
      roleDefinition: z.object({ displayName: z.string() }),
    }),
  }),
});

/** Where the first refusal was: one request says what there is, and further subscriptions are not asked. */
const subscriptionOf = ({ needs }: Unavailable): string | undefined =>
  needs.map(({ scope }) => /^\/subscriptions\/[^/]+/i.exec(scope)?.[0]).find((id) => id !== undefined);

/** Sent once, after everything else, and only for what a right was missing for. */
export async function readEligibleRoles(
  arm: ArmSession,
  unread: readonly Unavailable[],
): Promise<Readonly<{ roles: readonly EligibleRole[]; asked: boolean }>> {
  const refused = unread.find((each) => each.reason === "denied" && subscriptionOf(each) !== undefined);
  const scope = refused === undefined ? undefined : subscriptionOf(refused);
  if (scope === undefined) return { roles: [], asked: false };
  const path = `${scope}/providers/Microsoft.Authorization/roleEligibilityScheduleInstances`;
  const items = await arm.json
    .list(path, version, z.unknown(), { $filter: "asTarget()" })
    .catch((): readonly unknown[] => []);
  const roles = items.flatMap((item) => {
    const read = instance.safeParse(item).data?.properties.expandedProperties;
    return read === undefined ? [] : [{ role: read.roleDefinition.displayName, scope: read.scope.id }];
  });
  return { roles, asked: true };
}
