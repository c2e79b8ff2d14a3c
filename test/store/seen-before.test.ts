// Whether the cause of an incident was met before on its cluster, as far as its channel may know, and what ended it then.
import type { Store } from "../../src/app/ports/store.ts";
import { parseChange } from "../../src/core/command/change/parse-change.ts";
import type { Incident, IncidentStatus, SeenBefore } from "../../src/core/incident/incident.ts";
import type { PersonsRun, Run, RunTask } from "../../src/core/run/run.ts";
import { brokenDiagnosis, healthyDiagnosis } from "../fixtures/diagnoses.ts";
import { backends, openedFor } from "./backends.ts";
import { auditEntry, card, conversation, declared, fixTask, place, run, unique } from "./samples.ts";

const day = (count: number): string => new Date(Date.UTC(2026, 0, count, 9)).toISOString();
const alex = { objectId: "alex", tenantId: "tenant", displayName: "Alex Wilber" };
const check = brokenDiagnosis.rootCause?.check ?? "";
const itself: IncidentStatus = { state: "resolved", at: day(11), by: null, because: null };
const byHand: IncidentStatus = { ...itself, by: alex };

const parsed = parseChange("kubectl rollout restart deployment/api -n payments");
if (!parsed.ok) throw new Error("no change");
const restart: RunTask = {
  ...{ kind: "change", clusterAdmin: false, reason: null },
  request: parsed.request,
};
const ended = (more: object): Run["status"] => ({
  ...{ state: "succeeded", finishedAt: day(10), result: null, diagnosis: null },
  ...more,
});
const printed = (exitCode: number) =>
  ended({
    result: {
      ...{ exitCode, output: "", truncated: false, masked: 0, operationId: "op-1" },
      ...{ startedAt: day(10), finishedAt: day(10) },
    },
  });
const diagnosed = (diagnosis = brokenDiagnosis): Partial<PersonsRun> => ({
  createdAt: day(10),
  status: ended({ diagnosis }),
});
const made = (task: RunTask, status = ended({})): Partial<PersonsRun> => ({
  task,
  status,
  createdAt: day(11),
});
const undone: Partial<PersonsRun> = { ...made({ ...fixTask("R-1"), undoes: true }), createdAt: day(12) };

type Where = Pick<Incident, "cluster" | "conversation">;
type Earlier = Readonly<{
  incident?: Partial<Incident>;
  runs?: readonly Partial<PersonsRun>[];
  check?: string;
}>;

describe.each(backends)("%s", (_name, create) => {
  let store: Store;
  openedFor(create, (opened) => {
    store = opened;
  });

  async function incident(where: Where, fields: Partial<Incident> = {}) {
    const one = declared({ ...where, id: unique("I"), ...fields });
    await store.declareIncident(one, card(one), auditEntry());
    return one;
  }

  /** Of an incident of day 100, what is said of the one before it. */
  async function seen({ incident: fields, runs = [diagnosed()], check: asked = check }: Earlier) {
    const where = place();
    const before = await incident(where, { openedAt: day(10), status: itself, ...fields });
    for (const one of runs)
      await store.createRun(run({ incident: before.id, ...one }), null, [], auditEntry());
    const now = await incident(where, { openedAt: day(100) });
    await store.createRun(run({ incident: now.id, ...diagnosed() }), null, [], auditEntry());
    const known = await store.incident(now.id);
    if (known === null) throw new Error("no incident");
    const found = await store.seenBefore(known, asked, day(10));
    return found === null ? null : { ...found, incident: found.incident === before.id };
  }

  test.each<[string, Earlier, SeenBefore["endedBy"]]>([
    ["that ended by itself", {}, "itself"],
    ["that somebody closed", { incident: { status: byHand } }, "person"],
    [
      "whose open alerts were split off",
      { incident: { status: { ...byHand, by: null, into: "I-OTHER" } } },
      "split",
    ],
    [
      "that was fixed, and closed",
      { incident: { status: byHand }, runs: [diagnosed(), made(fixTask("R-1"))] },
      "fix",
    ],
    ["in which a change was made", { runs: [diagnosed(), made(restart, printed(0))] }, "change"],
    ["in which the cluster refused the change", { runs: [diagnosed(), made(restart, printed(1))] }, "itself"],
    ["whose fix was taken back", { runs: [diagnosed(), made(fixTask("R-1")), undone] }, "itself"],
    [
      "that was diagnosed green afterwards",
      { runs: [diagnosed(), { ...diagnosed(healthyDiagnosis), createdAt: day(12) }] },
      "itself",
    ],
  ])("an earlier one %s", async (_case, earlier, endedBy) => {
    expect(await seen(earlier)).toEqual({
      ...{ incident: true, at: day(10), times: 1, because: null, endedBy, others: [] },
      cause: { check: brokenDiagnosis.rootCause?.check, facts: brokenDiagnosis.rootCause?.facts },
      changed: brokenDiagnosis.rootCause?.changed,
    });
  });

  test.each<[string, Earlier]>([
    ["of another cause", { check: "nodes.not-ready" }],
    ["that nobody diagnosed", { runs: [] }],
    ["that one alone was shown the diagnosis of", { runs: [{ ...diagnosed(), show: "personal" }] }],
    ["of longer ago", { incident: { openedAt: day(9) } }],
    ["that began later", { incident: { openedAt: day(101) } }],
    ["in another channel", { incident: { conversation: conversation() } }],
    ["of another cluster", { incident: { cluster: { id: "/c/other", name: "prod-1" } } }],
  ])("none %s", async (_case, earlier) => {
    expect(await seen(earlier)).toBeNull();
  });

  test("several earlier ones: the newest three, and how many there were", async () => {
    const where = place();
    for (const count of [10, 20, 30, 40]) {
      const before = await incident(where, { openedAt: day(count), status: itself });
      await store.createRun(run({ incident: before.id, ...diagnosed() }), null, [], auditEntry());
    }
    const now = await incident(where, { openedAt: day(60) });
    const found = await store.seenBefore(now, check, day(1));
    expect(found).toMatchObject({ at: day(40), times: 4 });
    expect(found?.others.map(({ at }) => at)).toEqual([day(30), day(20)]);
  });
});
