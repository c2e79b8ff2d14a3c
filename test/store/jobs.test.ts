// Showing an incident is tried again.
import { databases, query } from "./postgres-server.ts";
import { auditEntry, eventually, handlers, incident, opened, recordingLog, unique } from "./samples.ts";

test("an incident is tried for a day, as long as a message is", async () => {
  const server = await databases();
  const databaseUrl = await server.newDatabase();
  const place = await opened({ databaseUrl });
  await place.store.receiveAlert(
    { key: unique("alert"), id: unique("alert"), origin: null, condition: "fired" },
    { kind: "fired", incidents: [incident()] },
    [auditEntry()],
  );
  const [job] = await query(
    databaseUrl,
    "select retry_limit * retry_delay_max / 3600 as hours, retry_backoff from pgboss.job where name = 'incident'",
  );
  expect(job).toEqual({ hours: 25, retry_backoff: true });
  await place.close();
  await server.stop();
});

test("an incident that could not be shown is shown later, and the queue keeps no text of the error", async () => {
  const log = recordingLog();
  const place = await opened({ dataDir: ":memory:" }, log);
  const calls: string[] = [];
  await place.jobs.start(
    handlers({
      showIncident: async (id) => {
        calls.push(id);
        if (calls.length === 1) throw new Error("Teams is unwell.");
      },
    }),
  );
  await place.store.receiveAlert(
    { key: unique("alert"), id: unique("alert"), origin: null, condition: "fired" },
    { kind: "fired", incidents: [incident({ id: "I-LATER" })] },
    [auditEntry()],
  );
  await eventually(() => calls.length === 2, 20);
  expect(calls).toEqual(["I-LATER", "I-LATER"]);
  expect(log.lines).toEqual([
    'incident not shown yet {"incidentId":"I-LATER","error":"Error: Teams is unwell."}',
  ]);
  await place.close();
});
