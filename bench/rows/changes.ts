// A hundred changes at once, each by somebody else: how soon the bot has taken what asks for one and what approves it, and what
// it adds, from the approval to the final card, to the time that Azure takes.
import { type Person, people } from "../../simulator/people.ts";
import type { Simulator } from "../../simulator/simulator.ts";
import {
  approvalOf,
  askChange,
  type Change,
  changeOf,
  endOf,
  withDeployments,
  wordsAbout,
} from "../../test/prove/changes.ts";
import { arm } from "../../test/simulator/support.ts";
import { type Chain, withChain } from "../support/chain.ts";
import { personOf, withLeads, withPeople } from "../support/people.ts";
import { type Measurement, median, milliseconds, quantile, seconds, timed } from "../support/row.ts";
import { openPostgres } from "../support/stores.ts";

/** Until a command's pod runs. */
const podMs = 2_000;
const patienceMs = 600_000;

export const changes: Measurement = {
  name: "changes",
  measure: ({ quick }) =>
    withChain(
      openPostgres,
      async (chain) => {
        const count = quick ? 10 : 100;
        const { azure, bot } = chain;
        // Each approved by somebody else, too: whoever presses on many cards in one moment is taken for somebody who tries out ids.
        const asked = Array.from({ length: count }, (_, index) => ({
          ...changeOf(index, personOf(index)),
          approver: personOf(count + index),
        }));
        const more = withDeployments(asked.map(({ object }) => object))(azure.scenario);
        const leads = withLeads(withPeople(azure.scenario, 2 * count), count);
        const scenario = { ...leads, ...more };
        await azure.loadScenario({ ...scenario, runCommand: { startDelayMs: podMs } });
        const acks = await Promise.all(
          asked.map((change) => timed(() => askChange(worldOf(chain), () => [bot.url], change))),
        );
        await until(chain, asked, "waits");
        // Read one after the other: what counts is the press that approves.
        const reviewed: [Change, Press][] = [];
        for (const change of asked) reviewed.push([change, await review(chain, change)]);
        const presses = await Promise.all(
          reviewed.map(([change, approve]) => approved(chain, change, approve)),
        );
        const added = presses.map(({ wholeMs, azureMs }) => wholeMs - azureMs);
        const resident = await bot.residentMb();
        return [
          { what: `${count} changes asked for at once: ack p99`, figure: milliseconds(quantile(acks, 0.99)) },
          {
            what: `${count} changes approved at once: the press answered, p99`,
            figure: milliseconds(
              quantile(
                presses.map(({ pressMs }) => pressMs),
                0.99,
              ),
            ),
          },
          {
            what: `${count} changes at once, from the approval to the final card`,
            figure: `${seconds(median(presses.map(({ wholeMs }) => wholeMs)))}: ${seconds(median(added))} more than Azure took, p99 ${seconds(quantile(added, 0.99))}`,
          },
          {
            what: `Resident memory after ${count} changes, on PostgreSQL`,
            figure: resident === null ? "not measured: only Linux says it" : `${Math.round(resident)} MB`,
          },
        ];
      },
      { changes: true },
    ),
};

const worldOf = ({ azure, teams }: Chain) => ({ azure, teams, close: async () => {} });

type Approved = Readonly<{ pressMs: number; wholeMs: number; azureMs: number }>;

type Press = NonNullable<Awaited<ReturnType<typeof approvalOf>>>;

async function review(chain: Chain, change: Change): Promise<Press> {
  const approve = await approvalOf(worldOf(chain), () => [chain.bot.url], change);
  if (approve === null) throw new Error("A change could not be approved.");
  return approve;
}

async function approved(chain: Chain, change: Change, approve: Press): Promise<Approved> {
  const from = performance.now();
  const pressMs = await timed(approve);
  await until(chain, [change], "done");
  return { pressMs, wholeMs: performance.now() - from, azureMs: await azureTook(chain.azure, change.person) };
}

async function until(chain: Chain, asked: readonly Change[], end: "waits" | "done"): Promise<void> {
  const world = worldOf(chain);
  const from = performance.now();
  while (!asked.every((change) => endOf(world, change) === end)) {
    const other = asked.find((change) => !["none", "open", "waits", end].includes(endOf(world, change)));
    if (other !== undefined) throw new Error(`A change ended otherwise:\n${wordsAbout(world, other)}`);
    if (performance.now() - from > patienceMs) {
      const ends = Map.groupBy(asked, (change) => endOf(world, change));
      const counts = [...ends].map(([name, all]) => `${name} ${all.length}`).join(", ");
      throw new Error(`Not every change ${end} in time: ${counts}.`);
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** From the second command of this person (the first looks) to its end, as Azure says. */
async function azureTook(azure: Simulator, { oid }: Person): Promise<number> {
  const theirs = azure.requests().filter(({ caller }) => caller === oid);
  const sent = theirs.filter(({ path }) => /\/runCommand$/i.test(path)).at(-1);
  const result = theirs.filter(({ path }) => /\/commandResults\//i.test(path)).at(-1);
  const { body } = await arm(azure, people.alex, "GET", result?.path ?? "");
  return Date.parse(String(body.properties?.finishedAt)) - Date.parse(sent?.startedAt ?? "");
}
