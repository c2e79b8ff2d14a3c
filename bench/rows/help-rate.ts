// Messages that the product takes and answers in a second, against a bot that does nothing but echo.
import { startTeams } from "../../test/flow/teams.ts";
import { startAzure } from "../support/azure.ts";
import { withChain } from "../support/chain.ts";
import { type Load, load } from "../support/load.ts";
import { startEchoBot } from "../support/processes.ts";
import { type Measurement, milliseconds, quantile, type Row } from "../support/row.ts";
import { openFolder, openPostgres } from "../support/stores.ts";

const share = 0.5;

export const helpRate: Measurement = {
  name: "help-rate",
  async measure({ quick }) {
    const [warmUp, count] = quick ? [50, 300] : [300, 3_000];
    const echo = await echoLoad(warmUp, count);
    const rows: Row[] = [{ what: "Bare echo bot", figure: words(echo) }];
    for (const open of [openFolder, openPostgres])
      rows.push(
        await withChain(open, async ({ azure, teams, bot }, { name }) => {
          await load(azure, teams, bot.url, "help", warmUp);
          const ours = await load(azure, teams, bot.url, "help", count);
          const ratio = ours.rate / echo.rate;
          return {
            what: `\`help\` on ${name}`,
            figure: `${words(ours)}: ${ratio.toFixed(2)} of the echo bot's rate`,
            aim: `${share} or better`,
            met: ratio >= share,
          };
        }),
      );
    return rows;
  },
};

async function echoLoad(warmUp: number, count: number): Promise<Load> {
  const [azure, teams] = [await startAzure(), await startTeams()];
  const bot = await startEchoBot(azure);
  await load(azure, teams, bot.url, "hello", warmUp);
  const measured = await load(azure, teams, bot.url, "hello", count);
  await bot.stop();
  await Promise.all([azure.close(), teams.close()]);
  return measured;
}

const words = ({ rate, acks }: Load): string =>
  `${Math.round(rate)} messages/s, ack p99 ${milliseconds(quantile(acks, 0.99))}`;
