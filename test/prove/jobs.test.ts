// Incidents are shown wherever the queue is kept, many of them at once, and again where Teams did not take them.
import type { Store } from "../../src/app/ports.ts";
import { type Backend, backends, type Opened } from "../store/backends.ts";
import { databases, query } from "../store/postgres-server.ts";
import {
  at,
  auditEntry,
  conversation,
  eventually,
  handlers,
  incident,
  opened,
  received,
  recordingLog,
  unique,
} from "../store/samples.ts";

describe.each(backends)("%s", (_name, create) => {
  let backend: Backend;
  let current: Opened;
  let store: Store;
  const reopen = async () => {
    await current.close();
    current = await backend.open();
    store = current.store;
  };

  beforeAll(async () => {
    backend = await create();
    current = await backend.open();
    store = current.store;
  });
  afterAll(async () => {
    await current.close();
    await backend.remove();
  });

  test("every incident is shown that an alert opened or closed", async () => {
    const opened = incident();
    const key = unique("alert");
    await received(store, { key, condition: "fired" }, [opened]);
    await reopen();
    const shown: string[] = [];
    const showIncident = async (id: string) => void (id === opened.id && shown.push(id));
    await current.jobs.start(handlers({ execute: async () => {}, showIncident }));
    await eventually(() => shown.length === 1);
    await received(store, { key, condition: "resolved", resolvedAt: at(5) }, []);
    await eventually(() => shown.length === 2, 15);
    await current.jobs.stop();
  });

  test("three hundred alerts about one cluster are shown on one card: one post, and an edit for all that came until then", async () => {
    const where = { conversation: conversation(), cluster: { id: `/c/${unique("c")}`, name: "prod-1" } };
    const first = incident(where);
    const receive = async (opened: ReturnType<typeof incident>) => {
      const key = unique("alert");
      await received(store, { key, condition: "fired" }, [opened], [auditEntry()]);
    };
    await receive(first);
    for (let more = 1; more < 300; more += 1) await receive(incident(where));
    await reopen();
    const shown: number[] = [];
    await current.jobs.start(
      handlers({
        execute: async () => {},
        showIncident: async (id) => {
          const found = await store.incidentToShow(id);
          if (id === first.id) shown.push(1 + (found?.joined.fired ?? 0));
        },
      }),
    );
    await eventually(() => shown.length === 2, 20);
    await Promise.all([receive(incident(where)), receive(incident(where))]);
    await eventually(() => shown.at(-1) === 302, 20);
    await current.jobs.stop();
    expect(shown.slice(0, 2)).toEqual([300, 300]);
  });
});

test("an incident is tried for a day, as long as a message is", async () => {
  const server = await databases();
  const databaseUrl = await server.newDatabase();
  const place = await opened({ databaseUrl });
  await received(place.store, { key: unique("alert"), condition: "fired" }, [incident()], [auditEntry()]);
  const [job] = await query(
    databaseUrl,
    "select retry_limit * retry_delay_max / 3600 as hours, retry_backoff from pgboss.job where name = 'incident'",
  );
  expect(job).toEqual({ hours: 25, retry_backoff: true });
  await place.close();
  await server.stop();
});

test("an incident that could not be shown is shown later, and the queue keeps no text of the error", async () => {
  const server = await databases();
  const log = recordingLog();
  const place = await opened({ databaseUrl: await server.newDatabase() }, log);
  const calls: string[] = [];
  await place.jobs.start(
    handlers({
      showIncident: async (id) => {
        calls.push(id);
        if (calls.length === 1) throw new Error("Teams is unwell.");
      },
    }),
  );
  await received(place.store, { key: unique("alert"), condition: "fired" }, [incident({ id: "I-LATER" })]);
  await eventually(() => calls.length === 2, 20);
  expect(calls).toEqual(["I-LATER", "I-LATER"]);
  expect(log.lines).toEqual([
    'incident not shown yet {"incidentId":"I-LATER","error":"Error: Teams is unwell."}',
  ]);
  await place.close();
  await server.stop();
});
