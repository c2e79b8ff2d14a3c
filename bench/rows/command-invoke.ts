// A command that takes two seconds in the cluster: asked in Teams, and by `az aks command invoke`.

import { subscriptions } from "../../simulator/people.ts";
import { ask } from "../support/ask.ts";
import { notInstalled, openAz } from "../support/az.ts";
import { withChain } from "../support/chain.ts";
import { type Measurement, median, seconds, timed, times } from "../support/row.ts";
import { openFolder } from "../support/stores.ts";

const aim = 3;
const commandMs = 2_000;
const command = "kubectl get ns";
const names = ["-g", "rg-prod", "-n", "prod-1", "--subscription", subscriptions.prod];

export const commandInvoke: Measurement = {
  name: "command-invoke",
  measure: ({ quick }) =>
    withChain(openFolder, async ({ azure, teams }) => {
      await azure.loadScenario({ ...azure.scenario, runCommand: { startDelayMs: commandMs } });
      const inTeams = async () => (await ask(azure, teams, `run \`${command}\` on prod-1`, /Exit 0/)).finalMs;
      await inTeams();
      const rounds = quick ? 1 : 5;
      const ours: number[] = [];
      for (let round = 0; round < rounds; round += 1) ours.push(await inTeams());
      const what = "A 2 s command in Teams, against `az aks command invoke`";
      const cli = await openAz(azure);
      if (cli === null)
        return [
          { what, figure: `${seconds(median(ours))}; ${notInstalled}`, aim: `${aim} × faster`, met: null },
        ];
      const theirs: number[] = [];
      for (let round = 0; round < rounds; round += 1)
        theirs.push(await timed(() => cli.az("aks", "command", "invoke", ...names, "-c", command)));
      await cli.close();
      const ratio = median(theirs) / median(ours);
      return [
        {
          what,
          figure: `${seconds(median(ours))} against ${seconds(median(theirs))}: ${times(ratio)} (without the command itself ${seconds(median(ours) - commandMs)} against ${seconds(median(theirs) - commandMs)})`,
          aim: `${aim} × faster`,
          met: ratio >= aim,
        },
      ];
    }),
};
