// The process that `kill.test.ts` kills: opens the store, starts a run, and hangs in the middle of it.
import { appendFile } from "node:fs/promises";
import { auditEntry, handlers, opened, run } from "../store/samples.ts";

const [where = "", calls = ""] = process.argv.slice(2);
const { store, jobs } = await opened(
  where.startsWith("postgres:") ? { databaseUrl: where } : { dataDir: where },
);
await jobs.start(
  handlers({
    execute: async (id) => {
      await appendFile(calls, `execute ${id}\n`);
      await store.moveRun(
        id,
        ["queued"],
        { state: "running", startedAt: new Date().toISOString() },
        [],
        auditEntry(),
      );
      process.stdout.write("in the middle\n");
      await new Promise(() => {});
    },
  }),
);
await store.createRun(run({ id: "R-KILLED" }), null, [], auditEntry());
