// Local Azure, the product as its own process on a store, and Teams' side: what a question needs from end to end.
import type { Simulator } from "../../simulator/simulator.ts";
import { startTeams, type Teams } from "../../test/flow/teams.ts";
import { startAzure } from "./azure.ts";
import { type BotProcess, type Starting, startProduct } from "./processes.ts";
import type { BenchStore } from "./stores.ts";

export type Chain = Readonly<{ azure: Simulator; teams: Teams; bot: BotProcess }>;

/** Runs `act` on a fresh chain, whose store has seen a process before, and takes it down again, also when it throws. */
export async function withChain<T>(
  openStore: () => Promise<BenchStore>,
  act: (chain: Chain, store: BenchStore) => Promise<T>,
  starting: Starting = {},
): Promise<T> {
  const [azure, teams, store] = [await startAzure(), await startTeams(), await openStore()];
  await (await startProduct(azure, store.place, starting)).stop();
  const bot = await startProduct(azure, store.place, starting);
  azure.setBotUrl(bot.url);
  try {
    return await act({ azure, teams, bot }, store);
  } finally {
    await bot.stop();
    await Promise.all([azure.close(), teams.close(), store.close()]);
  }
}
