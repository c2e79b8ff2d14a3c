// Resident memory of the product's process: idle after the start on a store that exists, and after many messages.
import { withChain } from "../support/chain.ts";
import { load } from "../support/load.ts";
import type { Measurement, Row } from "../support/row.ts";
import { openFolder, openPostgres } from "../support/stores.ts";

const aimMb = 220;
const idleMs = 5_000;

export const memory: Measurement = {
  name: "memory",
  async measure({ quick }) {
    const count = quick ? 500 : 10_000;
    const rows: Row[] = [];
    for (const open of [openFolder, openPostgres])
      rows.push(
        ...(await withChain(open, async ({ azure, teams, bot }, { name }) => {
          await new Promise((resolve) => setTimeout(resolve, idleMs));
          const idle = await bot.residentMb();
          await load(azure, teams, bot.url, "help", count);
          const after = await bot.residentMb();
          // PGlite is a whole database in the process; the aim is for the product itself.
          const aim =
            open === openPostgres
              ? { aim: `under ${aimMb} MB`, met: idle === null ? null : idle < aimMb }
              : {};
          return [
            { what: `Resident memory idle, on ${name}`, figure: words(idle), ...aim },
            {
              what: `Resident memory after ${count} messages, on ${name}`,
              figure: words(after),
            },
          ];
        })),
      );
    return rows;
  },
};

const words = (megabytes: number | null): string =>
  megabytes === null ? "not measured: only Linux says it" : `${Math.round(megabytes)} MB`;
