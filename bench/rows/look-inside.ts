// How long somebody waits in Teams for a diagnosis that looks inside the cluster: for the way's verdict, and for the whole
// answer, beside one that does not look inside. Nobody can save the time that its commands take.
import { people } from "../../simulator/people.ts";
import type { Simulator } from "../../simulator/simulator.ts";
import { arm } from "../../test/simulator/support.ts";
import { ask, askForStates } from "../support/ask.ts";
import { withChain } from "../support/chain.ts";
import { type Measurement, median, milliseconds, seconds } from "../support/row.ts";
import { openFolder } from "../support/stores.ts";

const aimMs = 1_000;
/** Until a command's pod runs. */
const podMs = 2_000;
const way = /Inside is being looked at/;
const whole = /wrong inside: prod-1/;
const leftOut = /Not looked inside/;

type Times = Readonly<{ plainMs: number; wayMs: number; wholeMs: number; commandsMs: number }>;

export const lookInside: Measurement = {
  name: "look-inside",
  measure: ({ quick }) =>
    withChain(
      openFolder,
      async ({ azure, teams }) => {
        await azure.loadScenario({ ...azure.scenario, runCommand: { startDelayMs: podMs } });
        const once = async (): Promise<Times> => {
          const { finalMs: plainMs } = await ask(azure, teams, "diagnose prod-1 without inside", leftOut);
          azure.clearRequests();
          const { states } = await askForStates(azure, teams, "diagnose prod-1", [way, whole]);
          const [wayMs = Number.NaN, wholeMs = Number.NaN] = states;
          return { plainMs, wayMs, wholeMs, commandsMs: await commandsTook(azure) };
        };
        await once();
        const times: Times[] = [];
        for (let round = 0; round < (quick ? 2 : 7); round += 1) times.push(await once());
        const plain = median(times.map(({ plainMs }) => plainMs));
        const more = median(times.map(({ wholeMs, commandsMs }) => wholeMs - commandsMs));
        return [
          { what: "`diagnose` in Teams that does not look inside", figure: milliseconds(plain) },
          {
            what: "`diagnose` in Teams that looks inside: the way's verdict",
            figure: milliseconds(median(times.map(({ wayMs }) => wayMs))),
          },
          {
            what: "`diagnose` in Teams that looks inside: the whole answer",
            figure: `${seconds(median(times.map(({ wholeMs }) => wholeMs)))}: ${seconds(more)} more than its commands took`,
            aim: `${seconds(aimMs)} more`,
            met: more <= aimMs,
          },
        ];
      },
      { looksInside: true },
    ),
};

/** From the first command that reached Azure to the last that ended, as Azure says: until it is accepted counts, too. */
async function commandsTook(azure: Simulator): Promise<number> {
  const asked = azure.requests();
  const sentAt = asked
    .filter(({ path }) => /\/runCommand$/i.test(path))
    .map(({ startedAt }) => Date.parse(startedAt));
  const results = new Set(asked.map(({ path }) => path).filter((path) => /\/commandResults\//i.test(path)));
  const ran = await Promise.all([...results].map((path) => arm(azure, people.alex, "GET", path)));
  const endedAt = ran.map(({ body }) => Date.parse(String(body.properties?.finishedAt)));
  return Math.max(...endedAt) - Math.min(...sentAt);
}
