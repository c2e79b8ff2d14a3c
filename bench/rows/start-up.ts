// From the start of the process until it answers /readyz with 200, on a store that exists already.
import { startAzure } from "../support/azure.ts";
import { startProduct } from "../support/processes.ts";
import { type Measurement, median, type Row, seconds } from "../support/row.ts";
import { openFolder, openPostgres } from "../support/stores.ts";

const aimMs = 2_000;

export const startUp: Measurement = {
  name: "start-up",
  async measure({ quick }) {
    const azure = await startAzure();
    const rows: Row[] = [];
    for (const open of [openFolder, openPostgres]) {
      const store = await open();
      await (await startProduct(azure, store.place)).stop();
      const starts: number[] = [];
      for (let round = 0; round < (quick ? 2 : 7); round += 1) {
        const bot = await startProduct(azure, store.place);
        starts.push(bot.readyMs);
        await bot.stop();
      }
      await store.close();
      const ms = median(starts);
      rows.push({
        what: `Start until ready, on ${store.name}`,
        figure: seconds(ms),
        aim: `${aimMs / 1000} s`,
        met: ms <= aimMs,
      });
    }
    await azure.close();
    return rows;
  },
};
