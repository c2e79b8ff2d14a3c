// What a diagnosis asks of Azure Resource Manager, and how near it comes to the least time that this can take.
import { signedInReader, startAzure } from "../support/azure.ts";
import { roundTrips } from "../support/round-trips.ts";
import { latencyMs, type Measurement, median, milliseconds, timed } from "../support/row.ts";

/** Requests that the product has under way at most for one person. */
const parallel = 12;
/** Of a private cluster in a hub and spoke, as the demo has it. */
const mostRequests = 38;
const slack = 1.3;

export const armReads: Measurement = {
  name: "arm-reads",
  async measure({ quick }) {
    const azure = await startAzure();
    const { collect } = await signedInReader(azure);
    await collect();
    const { arm } = await collect();
    const walls: number[] = [];
    const observed: (readonly number[])[] = [];
    for (let round = 0; round < (quick ? 3 : 15); round += 1) {
      azure.clearRequests();
      walls.push(await timed(collect));
      observed.push(roundTrips(azure.requests()));
    }
    await azure.close();
    // A busy machine may tear a level apart, and never joins two.
    const perLevel = observed.reduce((best, next) => (next.length < best.length ? next : best));
    const least = perLevel.reduce((sum, requests) => sum + Math.ceil(requests / parallel), 0) * latencyMs;
    const wall = median(walls);
    return [
      {
        what: "ARM levels of a diagnosis",
        figure: String(arm.levels),
        aim: "4",
        met: arm.levels <= 4,
      },
      {
        what: "ARM requests of a diagnosis",
        figure: `${arm.requests} (${perLevel.join(" + ")})`,
        aim: `${mostRequests} or fewer`,
        met: arm.requests <= mostRequests,
      },
      {
        what: "Wall time of these reads, signed in",
        figure: `${milliseconds(wall)}, ${(wall / least).toFixed(2)} × the least`,
        aim: `${slack} × ${least} ms`,
        met: wall <= slack * least,
      },
    ];
  },
};
