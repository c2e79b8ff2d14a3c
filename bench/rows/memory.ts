// Resident memory of the product's process: idle after the start on a store that exists, and after many messages.
import { withChain } from "../support/chain.ts";
import { load } from "../support/load.ts";
import { type Measurement, megabytes, type Row } from "../support/row.ts";
import { openFolder, openPostgres } from "../support/stores.ts";

const idleAimMb = 220;
const loadedAimMb = 300;
const idleMs = 5_000;

export const memory: Measurement = {
  name: "memory",
  async measure({ quick }) {
    const half = quick ? 250 : 5_000;
    const rows: Row[] = [];
    for (const open of [openFolder, openPostgres])
      rows.push(
        ...(await withChain(open, async ({ azure, teams, bot }, { name }) => {
          // PGlite is a whole database in the process; the aims are for the product itself.
          const row = (what: string, mb: number | null, aimMb: number): Row => ({
            what: `Resident memory ${what}, on ${name}`,
            figure: megabytes(mb),
            ...(open === openPostgres
              ? { aim: `under ${aimMb} MB`, met: mb === null ? null : mb < aimMb }
              : {}),
          });
          await new Promise((resolve) => setTimeout(resolve, idleMs));
          const idle = await bot.residentMb();
          const peak = {
            what: `The most of it until then, on ${name}`,
            figure: megabytes(await bot.peakMb()),
          };
          await load(azure, teams, bot.url, "help", half);
          const halfway = await bot.residentMb();
          await load(azure, teams, bot.url, "help", half);
          const after = await bot.residentMb();
          return [
            row("idle", idle, idleAimMb),
            peak,
            row(`after ${half} messages`, halfway, loadedAimMb),
            row(`after ${2 * half} messages`, after, loadedAimMb),
          ];
        })),
      );
    return rows;
  },
};
