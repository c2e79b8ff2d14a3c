// Which policy each replica decides by, as the others see it: of those that are alive, and of nobody else.
import type { OpenedStore } from "../../../src/store/open-store.ts";
import { type Databases, databases, query } from "../postgres-server.ts";
import { at, opened } from "../samples.ts";

let server: Databases;
const replicas: OpenedStore[] = [];
beforeAll(async () => {
  server = await databases();
});
afterAll(async () => {
  // Closed here, since a server waits for whoever is connected when a test has failed.
  await Promise.all(replicas.map(({ close }) => close()));
  await server.stop();
});

test("each sees the others that are alive and have said it, and not itself", async () => {
  const databaseUrl = await server.newDatabase();
  const replica = async () => {
    const store = await opened({ databaseUrl });
    replicas.push(store);
    return store;
  };
  const [one, other, silent] = [await replica(), await replica(), await replica()];
  await one.store.setPolicyVersion({ version: "aaa", since: at(1) });
  await other.store.setPolicyVersion({ version: "bbb", since: at(2) });
  expect(await one.store.otherPolicyVersions()).toEqual([{ version: "bbb", since: at(2) }]);
  expect(await other.store.otherPolicyVersions()).toEqual([{ version: "aaa", since: at(1) }]);
  expect(await silent.store.otherPolicyVersions()).toHaveLength(2);

  await one.store.setPolicyVersion({ version: "ccc", since: at(3) });
  expect(await other.store.otherPolicyVersions()).toEqual([{ version: "ccc", since: at(3) }]);
  await other.close();
  expect(await one.store.otherPolicyVersions()).toEqual([]);
  // One that was killed gives no sign of life any more.
  await query(
    databaseUrl,
    "insert into processes (id, release, seen_at, policy, policy_since) values ('killed', '1.0.0', now() - interval '1 minute', 'old', now())",
  );
  expect(await one.store.otherPolicyVersions()).toEqual([]);
});
