// The role of docs/hosting.md, made by the very lines that stand there: the product works under it, and whoever has
// its password can add to the audit trail and change nothing in it.
import { readFile } from "node:fs/promises";
import { exitCodes } from "../../../src/doors/cli/stop.ts";
import type { OpenedStore } from "../../../src/store/open-store.ts";
import { storePrepareDocument } from "../../doors/cli/documents.ts";
import { runHere } from "../../doors/cli/terminal.ts";
import { type PostgresServer, query, startPostgres } from "../postgres-server.ts";
import { auditEntry, eventually, handlers, opened, question, recordingLog, run } from "../samples.ts";

let server: PostgresServer;
let owner: string;
let role: string;
let product: OpenedStore;
let later: OpenedStore;
const log = recordingLog();

beforeAll(async () => {
  server = await startPostgres();
  const admin = await server.newDatabase("empty");
  // An owner of one database, and no superuser: to them every rule applies.
  await query(admin, "create role owner_of_it login createrole password 'owner'");
  const name = new URL(admin).pathname.slice(1);
  await query(
    admin,
    `alter database ${name} owner to owner_of_it`,
    "alter schema public owner to owner_of_it",
  );
  owner = admin.replace("postgres:postgres@", "owner_of_it:owner@");
  role = admin.replace("postgres:postgres@", "aks_oncall:change%20me@");
});
afterAll(async () => {
  await product?.close();
  await later?.close();
  await server.stop();
});

const lines = async (): Promise<string> => {
  const [, sql] = /```sql\n([\s\S]*?)```/.exec(await readFile("docs/hosting.md", "utf8")) ?? [];
  if (sql === undefined) throw new Error("docs/hosting.md has no SQL.");
  return sql;
};

test("the owner prepares it, twice as well as once, and gives the role", async () => {
  for (let time = 0; time < 2; time += 1) {
    const prepared = await runHere(["store", "prepare", "-o", "json"], {
      variables: { DATABASE_URL: owner },
    });
    expect(prepared.code).toBe(exitCodes.good);
    storePrepareDocument.parse(JSON.parse(prepared.out));
    await query(owner, await lines());
  }
});

test("the product works under it: questions, runs, jobs, policy, seals, retention", async () => {
  product = await opened({ databaseUrl: role }, log);
  const { store, jobs, audit } = product;
  expect(await store.claimQuestion(question())).toBe(true);
  const executed: string[] = [];
  await jobs.start(
    handlers({
      execute: async (id) => void executed.push(id),
    }),
  );
  const old = run({ createdAt: new Date(Date.now() - 31 * 86_400_000).toISOString() });
  await store.createRun(
    old,
    null,
    [],
    auditEntry({ time: new Date(Date.now() - 400 * 86_400_000).toISOString() }),
  );
  await eventually(() => executed.includes(old.id));
  await store.setPolicyVersion({ version: "aaa", since: new Date().toISOString() });
  await store.appendAudit(auditEntry({ time: new Date().toISOString() }));
  await eventually(async () => {
    const check = await audit.verify();
    return check.ok && check.unsealed === 0 && check.sealed >= 2;
  }, 20);
  expect(log.lines).toEqual([]);
});

test("old rows of the trail go under it, behind their signed anchor", async () => {
  // The day's work is done anew by a process that comes later.
  await query(owner, "delete from pgboss.job where name = 'retention'");
  later = await opened({ databaseUrl: role }, log);
  await later.jobs.start(handlers());
  await eventually(async () => {
    const check = await later.audit.verify();
    return check.ok && check.removed !== null;
  }, 60);
  expect(log.lines).toEqual([]);
});

test.each([
  ["update audit set actor = 'x'", "permission denied for table audit"],
  ["update audit set detail = '{}' where seq is null", "permission denied for table audit"],
  ["update audit set hash = 'x' where seq = 2", "The audit trail is append-only."],
  ["delete from audit", "permission denied for table audit"],
  ["truncate audit", "permission denied for table audit"],
  [
    "insert into audit (id, time, actor, action, outcome, detail, seq, previous_hash, hash) values ('x', 't', 'a', 'a', 'a', '{}', 99, 'p', 'h')",
    "permission denied for table audit",
  ],
  ["alter table audit disable trigger user", "must be owner of table audit"],
  ["drop trigger audit_append_only on audit", "must be owner of relation audit"],
  ["drop table audit", "must be owner of table audit"],
  [
    "create or replace function audit_append_only() returns trigger language plpgsql as $$ begin return new; end $$",
    "permission denied for schema public",
  ],
  ["create table mine (id int)", "permission denied for schema public"],
  ["create temporary table audit (id int)", "permission denied to create temporary tables"],
  ["update kysely_migration set name = 'x'", "permission denied for table kysely_migration"],
  ["set session_replication_role = replica", "permission denied to set parameter"],
  ["set role owner_of_it", "permission denied to set role"],
])("whoever has its password cannot: %s", async (statement, refused) => {
  await expect(query(role, statement)).rejects.toThrow(refused);
});

test("an anchor that they write themselves removes nothing young, and the verification names it", async () => {
  await query(
    role,
    `insert into audit (id, time, actor, action, outcome, detail)
     select 'forged', time, 'system', 'audit.prune', 'recorded', jsonb_build_object('upTo', seq, 'hash', hash)
     from audit where seq = (select max(seq) from audit)`,
  );
  await expect(query(role, "select audit_prune()")).rejects.toThrow("The audit trail is append-only.");
  expect(await product.audit.verify()).toMatchObject({
    ok: false,
    reason: { is: "anchorUnsigned" },
  });
});
