// The subscriptions that a person can see, so that no id has to be looked up.
import { z } from "zod";
import type { Requests } from "./requests.ts";

const listShape = z.object({
  value: z.array(z.object({ subscriptionId: z.string(), displayName: z.string() })),
});

export type Subscription = z.infer<typeof listShape>["value"][number];

export async function listSubscriptions(requests: Requests): Promise<readonly Subscription[]> {
  const path = "/subscriptions?api-version=2022-12-01";
  return (await requests.arm(listShape, { method: "GET", path })).body.value;
}
