// The tenants and subscriptions that a person can see, so that no id has to be looked up.
import { z } from "zod";
import type { Requests } from "./requests.ts";

const tenantsShape = z.object({ value: z.array(z.object({ tenantId: z.string() })) });

const listShape = z.object({
  value: z.array(z.object({ subscriptionId: z.string(), displayName: z.string() })),
});

export type Subscription = z.infer<typeof listShape>["value"][number];

export async function listSubscriptions(requests: Requests): Promise<readonly Subscription[]> {
  const path = "/subscriptions?api-version=2022-12-01";
  return (await requests.arm(listShape, { method: "GET", path })).body.value;
}

/** Each that the person is a member or guest of. https://learn.microsoft.com/rest/api/resources/tenants/list */
export async function listTenants(requests: Requests): Promise<readonly string[]> {
  const path = "/tenants?api-version=2022-12-01";
  return (await requests.arm(tenantsShape, { method: "GET", path })).body.value.map(
    ({ tenantId }) => tenantId,
  );
}
