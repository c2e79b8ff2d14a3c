// How long somebody waits for a diagnosis in Teams: for the first card, and for the cause on it.
import { ask } from "../support/ask.ts";
import { withChain } from "../support/chain.ts";
import { type Measurement, median, milliseconds } from "../support/row.ts";
import { openFolder } from "../support/stores.ts";

export const cards: Measurement = {
  name: "cards",
  measure: ({ quick }) =>
    withChain(openFolder, async ({ azure, teams }) => {
      const again = () => ask(azure, teams, "diagnose prod-1", /Reachable/);
      const cold = await again();
      const warm = [];
      for (let round = 0; round < (quick ? 3 : 9); round += 1) warm.push(await again());
      return [
        {
          what: "`diagnose` in Teams: first card",
          figure: `${milliseconds(median(warm.map(({ firstMs }) => firstMs)))} (first question: ${milliseconds(cold.firstMs)})`,
        },
        {
          what: "`diagnose` in Teams: final card",
          figure: `${milliseconds(median(warm.map(({ finalMs }) => finalMs)))} (first question: ${milliseconds(cold.finalMs)})`,
        },
      ];
    }),
};
