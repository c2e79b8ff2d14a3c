// The subscriptions that a person can see, so that the only one need not be typed.
import { z } from "zod";
import type { Requests } from "./requests.ts";

const listShape = z.object({ value: z.array(z.object({ subscriptionId: z.string() })) });

export async function listSubscriptions(requests: Requests): Promise<readonly string[]> {
  const { body } = await requests.arm(listShape, {
    method: "GET",
    path: "/subscriptions?api-version=2022-12-01",
  });
  return body.value.map(({ subscriptionId }) => subscriptionId);
}
