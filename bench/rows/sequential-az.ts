// The same facts as a diagnosis reads, asked for with the Azure CLI one after another.

import { notInstalled, openAz } from "../support/az.ts";
import { azCommand } from "../support/az-commands.ts";
import { signedInReader, startAzure } from "../support/azure.ts";
import { type Measurement, median, seconds, timed, times } from "../support/row.ts";

const aim = 20;
const what = "The same reads by `az`, one after another";

export const sequentialAz: Measurement = {
  name: "sequential-az",
  async measure({ quick }) {
    const azure = await startAzure();
    const cli = await openAz(azure);
    if (cli === null) {
      await azure.close();
      return [{ what, figure: notInstalled, aim: `${aim} × faster`, met: null }];
    }
    const { collect } = await signedInReader(azure);
    await collect();
    azure.clearRequests();
    await collect();
    const reads = azure.requests().filter(({ path }) => path.startsWith("/subscriptions"));
    const walls: number[] = [];
    for (let round = 0; round < (quick ? 3 : 9); round += 1) walls.push(await timed(collect));
    const byHand = await timed(async () => {
      for (const read of reads) await cli.az(...azCommand(read));
    });
    await cli.close();
    await azure.close();
    const ratio = byHand / median(walls);
    return [
      {
        what,
        figure: `${seconds(byHand)} for ${reads.length} calls against ${seconds(median(walls))}: ${times(ratio)}`,
        aim: `${aim} × faster`,
        met: ratio >= aim,
      },
    ];
  },
};
