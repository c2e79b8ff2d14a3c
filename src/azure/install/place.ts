// The subscription and the region of the answers, before anything is made anywhere.
// https://learn.microsoft.com/rest/api/resources/subscriptions/list-locations
import { z } from "zod";
import type { Step } from "../../app/ports/install.ts";
import { isRefused, Refused } from "../../core/install/refused.ts";
import type { Requests } from "./requests.ts";

const locationsShape = z.object({ value: z.array(z.object({ name: z.string() })) });

export const placeStep = (requests: Requests): Step => ({
  name: "place",
  needs: [{ azure: "Microsoft.Resources/subscriptions/locations/read" }],
  byMarksAlone: true,
  makes: () => [],
  look: async (made) => {
    const { subscriptionId, region } = made.answers;
    const regions = await regionsOf(requests, subscriptionId);
    if (regions.includes(region)) return { is: "there", made };
    throw new Refused({ is: "regionUnknown", region, regions });
  },
  make: async (made) => made,
  undo: () => null,
});

async function regionsOf(requests: Requests, subscriptionId: string): Promise<readonly string[]> {
  const path = `/subscriptions/${subscriptionId}/locations?api-version=2022-12-01`;
  try {
    return (await requests.arm(locationsShape, { method: "GET", path })).body.value.map(({ name }) => name);
  } catch (error) {
    // Of another tenant it is told like one that is not there.
    if (isRefused(error, 404) || isRefused(error, 401))
      throw new Refused({ is: "subscriptionUnknown", subscriptionId });
    throw error;
  }
}
