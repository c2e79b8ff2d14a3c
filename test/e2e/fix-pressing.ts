// A fix by buttons, through the whole chain: who presses what, what became of the run, and who wrote what in Azure.

import { readFile } from "node:fs/promises";
import type { RequestLogEntry } from "../../simulator/control/request-log.ts";
import { groups, type Person, people } from "../../simulator/people.ts";
import type { Scenario } from "../../simulator/scenario/schema.ts";
import type { FixTask } from "../../src/core/change/agreed-task.ts";
import type { Diagnosis } from "../../src/core/diagnosis/diagnosis.ts";
import type { Proposed } from "../../src/core/run/proposed.ts";
import { hasEnded, type Run, type RunState } from "../../src/core/run/run.ts";
import { readsOnly } from "../fixtures/policy-files.ts";
import { channelThread, type Harness, type Place, startHarness } from "../flow/harness.ts";
import { query } from "../store/postgres-server.ts";
import { isWrite } from "./pasting.ts";

const fixRule = `
  - id: oncall-fixes
    effect: allow
    groups: [aks-oncall]
    clusters: ["*"]
    fix: true
    approval: { count: 1, groups: [aks-leads], expires: 30m }
    show: thread
`;

/** Megan has the rights in Azure, so that somebody else of the approvers has to agree. */
const withAnotherLead = (scenario: Scenario): Scenario => ({
  ...scenario,
  groups: scenario.groups.map((group) =>
    group.id === groups.aksLeads ? { ...group, members: [...group.members, people.patti.oid] } : group,
  ),
});

export type Pressing = Awaited<ReturnType<typeof openPressing>>;

export type FixRun = Readonly<{ id: string; status: RunState; task: FixTask }>;
type Row = Pick<Run, "id" | "status" | "task">;

export const proposedIn = ({ status }: Pick<Run, "status">): Proposed => {
  const proposed = "proposal" in status ? status : "proposed" in status ? status.proposed : undefined;
  if (proposed === undefined) throw new Error(`nothing is proposed: ${JSON.stringify(status)}`);
  return proposed;
};

/** `asShipped`: by the example policy as it stands, and the people of the demo in its groups as they are. */
export async function openPressing(asShipped = false) {
  const chain: Harness = await startHarness();
  const { store } = chain.config;
  const databaseUrl = "databaseUrl" in store ? store.databaseUrl : "";
  const policy = await readFile(chain.config.policyFile, "utf8");
  if (!asShipped) await chain.setPolicy(readsOnly(policy).replace(/^rules:$/m, `rules:\n${fixRule}`));
  let threads = 0;

  const rowOf = async (where: string): Promise<Row | undefined> => {
    const newest = `select id, task, status from runs where ${where} order by created_at desc limit 1`;
    const [row] = await query(databaseUrl, newest);
    return row as Row | undefined;
  };
  async function waitFor(where: string, isIt: (row: Row) => boolean): Promise<Row> {
    const deadline = Date.now() + 45_000;
    for (;;) {
      const row = await rowOf(where);
      if (row && isIt(row)) return row;
      if (Date.now() > deadline)
        throw new Error(`No such run: ${where}\n${JSON.stringify(row?.status)}\n${chain.logged.join("\n")}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  const press = async (
    person: Person,
    place: Place,
    verb: string,
    run: string,
    hash?: string,
  ): Promise<string> => {
    const data = { v: 1, verb, run, ...(hash !== undefined && { hash }) };
    return String((await chain.press(person, place, data)).value);
  };
  const writes = (): readonly RequestLogEntry[] => chain.azure.requests().filter(isWrite);
  const whenOver = async (id: string): Promise<RunState> =>
    (await waitFor(`id = '${id}'`, (row) => hasEnded(row.status.state))).status;

  /** Asked for by `how`, and looked at: it waits, or has ended. */
  async function asked(of: string, how: () => Promise<unknown>): Promise<FixRun> {
    const before = (await rowOf(ofFix(of)))?.id;
    await how();
    const { id, status, task } = await waitFor(
      ofFix(of),
      (row) => row.id !== before && (row.status.state === "pendingApproval" || hasEnded(row.status.state)),
    );
    return { id, status, task: task as FixTask };
  }
  const ask = (person: Person, place: Place, verb: FixVerb, of: string): Promise<FixRun> =>
    asked(of, async () =>
      expect(await press(person, place, verb, of)).toContain("Looking at what it would change"),
    );

  /** Whoever asked is told that they cannot agree to it themselves; then somebody else does. */
  async function agree(
    place: Place,
    waiting: FixRun,
    other: Person = people.patti,
    own: Person = people.megan,
  ): Promise<FixRun> {
    const { hash } = proposedIn(waiting).proposal;
    chain.azure.clearRequests();
    const said = await press(own, place, "change.approve", waiting.id, hash);
    expect([said, writes()]).toEqual([expect.stringContaining("somebody else has to approve it"), []]);
    expect(await press(other, place, "change.approve", waiting.id, hash)).toContain("Approved");
    return { ...waiting, status: await whenOver(waiting.id) };
  }

  return {
    chain,
    load: async (scenario: Scenario): Promise<void> => {
      chain.azure.setFaults([]);
      const loaded = asShipped ? scenario : withAnotherLead(scenario);
      await chain.azure.loadScenario({ ...loaded, runCommand: { startDelayMs: 50 } });
    },
    newThread: (): Place => {
      threads += 1;
      return { ...channelThread, id: channelThread.id.replace(/\d+$/, `17000000${10_000 + threads}`) };
    },
    /** Asks, and gives the run as it ended. */
    diagnose: async (person: Person, question: string, place: Place) => {
      const here = `conversation->>'key' like '%${place.id}%' and task->>'kind' = 'diagnose'`;
      const before = (await rowOf(here))?.id;
      await chain.send(person, question, place);
      const { id, status } = await waitFor(here, (row) => row.id !== before && hasEnded(row.status.state));
      if (status.state !== "succeeded" || status.diagnosis === null)
        throw new Error(`${question}: ${JSON.stringify(status)}`);
      return { id, offersFix: status.offersFix === true, diagnosis: status.diagnosis };
    },
    press,
    ask,
    askInWords: (person: Person, place: Place, of: string): Promise<FixRun> =>
      asked(of, () => chain.send(person, `fix ${of}`, place)),
    agree,
    /** Asked for by Megan, agreed on by Patti, and made. */
    make: async (place: Place, verb: FixVerb, of: string): Promise<FixRun> => {
      const waiting = await ask(people.megan, place, verb, of);
      expect(waiting.status.state).toBe("pendingApproval");
      return agree(place, waiting);
    },
    /** What was written in Azure since the last clearing, by whom. */
    writes,
    close: () => chain.close(),
  };
}

type FixVerb = "fix.request" | "fix.undo";
const ofFix = (of: string): string => `task->>'of' = '${of}'`;

export const pictureOf = ({ verdict, rootCause }: Diagnosis): readonly [string, string | undefined] => [
  verdict,
  rootCause?.check,
];
