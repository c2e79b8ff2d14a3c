// A process that died while it showed an incident is noticed at the next start.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eventually, handlers, incident, opened, received, unique } from "../store/samples.ts";

test("an incident whose worker vanished is handed out again after a restart", async () => {
  const dataDir = await mkdtemp(join(tmpdir(), "aks-oncall-jobs-"));
  const first = await opened({ dataDir });
  let begun = false;
  await first.jobs.start(
    handlers({
      showIncident: () => {
        begun = true;
        return new Promise(() => {});
      },
    }),
  );
  await received(first.store, { key: unique("alert"), condition: "fired" }, [incident({ id: "I-VANISHED" })]);
  await eventually(() => begun);
  await first.close();
  const second = await opened({ dataDir });
  const shown: string[] = [];
  await second.jobs.start(handlers({ showIncident: async (id) => void shown.push(id) }));
  await eventually(() => shown.length === 1, 30);
  expect(shown).toEqual(["I-VANISHED"]);
  await second.close();
  await rm(dataDir, { recursive: true });
});
