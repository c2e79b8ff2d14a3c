// Showing an incident is tried again, and a process that died in the middle of it is noticed at the next start.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { auditEntry, eventually, handlers, incident, opened, recordingLog, unique } from "./samples.ts";

const idle = { execute: async () => {} };
const receive = async ({ store }: Awaited<ReturnType<typeof opened>>, id: string) =>
  store.receiveAlert(
    { key: unique("alert"), id: unique("alert"), origin: null, condition: "fired" },
    { kind: "fired", incidents: [incident({ id })] },
    [auditEntry()],
  );

test("an incident that could not be shown is shown later, and the queue keeps no text of the error", async () => {
  const log = recordingLog();
  const place = await opened({ dataDir: ":memory:" }, log);
  const calls: string[] = [];
  await place.jobs.start(
    handlers({
      ...idle,
      showIncident: async (id) => {
        calls.push(id);
        if (calls.length === 1) throw new Error("Teams is unwell.");
      },
    }),
  );
  await receive(place, "I-LATER");
  await eventually(() => calls.length === 2, 20);
  expect(calls).toEqual(["I-LATER", "I-LATER"]);
  expect(log.lines).toEqual([
    'incident not shown yet {"incidentId":"I-LATER","error":"Error: Teams is unwell."}',
  ]);
  await place.close();
});

test("an incident whose worker vanished is handed out again after a restart", async () => {
  const dataDir = await mkdtemp(join(tmpdir(), "aks-oncall-jobs-"));
  const first = await opened({ dataDir });
  let begun = false;
  await first.jobs.start(
    handlers({
      ...idle,
      showIncident: () => {
        begun = true;
        return new Promise(() => {});
      },
    }),
  );
  await receive(first, "I-VANISHED");
  await eventually(() => begun);
  await first.close();
  const second = await opened({ dataDir });
  const shown: string[] = [];
  await second.jobs.start(handlers({ ...idle, showIncident: async (id) => void shown.push(id) }));
  await eventually(() => shown.length === 1, 30);
  expect(shown).toEqual(["I-VANISHED"]);
  await second.close();
  await rm(dataDir, { recursive: true });
});
