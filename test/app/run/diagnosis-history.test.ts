// What a diagnosis saw is kept once it was delivered, and held against the next; no answer fails for it.
import type { ClusterSnapshot } from "../../../src/core/snapshot/snapshot.ts";
import { healthy } from "../../fixtures/healthy-snapshot.ts";
import { changed, setClient, setRules } from "../../fixtures/snapshot-changes.ts";
import { done, start } from "../setup.ts";

const broken = changed(setRules({ name: "deny-443" }));

function world() {
  let now: ClusterSnapshot = healthy;
  const fake = start({ snapshot: () => now });
  return {
    fake,
    become: (next: ClusterSnapshot) => {
      now = next;
    },
  };
}
const sinceOf = ({ status }: Awaited<ReturnType<typeof done>>) =>
  status.state === "succeeded" ? status.diagnosis?.since : undefined;

test("the next diagnosis says what differs, and the trail with which it was compared", async () => {
  const { fake, become } = world();
  const first = await done(fake, "diagnose prod-1");
  expect(sinceOf(first)).toBeUndefined();
  become(broken);
  const second = await done(fake, "diagnose prod-1");
  expect(sinceOf(second)).toMatchObject({ runId: first.id, verdict: "healthy", better: false, more: 0 });
  expect(fake.memory.audit.findLast(({ action }) => action === "diagnose.finish")?.detail).toMatchObject({
    comparedWith: first.id,
  });
});

test("the ways in are no diagnosis: nothing is kept of them, and nothing compared", async () => {
  const { fake, become } = world();
  await done(fake, "access prod-1");
  expect(await fake.services.store.digestsOf(healthy.clusterId)).toEqual([]);
  await done(fake, "diagnose prod-1");
  become(broken);
  expect(sinceOf(await done(fake, "access prod-1"))).toBeUndefined();
});

test("somebody at another place is told of what was changed, and of nothing else", async () => {
  const { fake, become } = world();
  await done(fake, "diagnose prod-1");
  become(changed(setClient({ ip: "20.50.0.9" })));
  const elsewhere = await done(fake, "diagnose prod-1 from 20.50.0.9");
  expect(elsewhere.status).toMatchObject({ diagnosis: { verdict: "degraded" } });
  expect(sinceOf(elsewhere)).toBeUndefined();
});

test.each(["keepDigest", "digestsOf"] as const)(
  "the database fails at %s: the answer stands",
  async (name) => {
    const { fake, become } = world();
    await done(fake, "diagnose prod-1");
    become(broken);
    const { store } = fake.services;
    const failing = { ...store, [name]: () => Promise.reject(new Error("connection lost")) };
    const run = await done({ ...fake, services: { ...fake.services, store: failing } }, "diagnose prod-1");
    expect(run.status).toMatchObject({
      state: "succeeded",
      diagnosis: { rootCause: { check: "nsg.client-443" } },
    });
  },
);

test("what is kept is of no shape that this release knows: the answer stands, and is kept for the next", async () => {
  const { fake, become } = world();
  await done(fake, "diagnose prod-1");
  become(broken);
  const { store } = fake.services;
  const digestsOf = async (id: string) =>
    (await store.digestsOf(id)).map((each) => ({ ...each, digest: { version: 1 } as typeof each.digest }));
  const run = await done(
    { ...fake, services: { ...fake.services, store: { ...store, digestsOf } } },
    "diagnose prod-1",
  );
  expect(run.status).toMatchObject({ state: "succeeded", diagnosis: { verdict: "broken" } });
  expect(sinceOf(run)).toBeUndefined();
  expect(await store.digestsOf(healthy.clusterId)).toHaveLength(2);
});

test("the trail says with which model it was compared though nothing is told of that", async () => {
  const { fake, become } = world();
  const first = await done(fake, "diagnose prod-1");
  become(changed(setClient({ ip: "20.50.0.9" })));
  expect(sinceOf(await done(fake, "diagnose prod-1 from 20.50.0.9"))).toBeUndefined();
  const [last] = fake.memory.audit.filter(({ action }) => action === "diagnose.finish").slice(-1);
  expect(last?.detail).toMatchObject({ comparedWith: first.id });
});
