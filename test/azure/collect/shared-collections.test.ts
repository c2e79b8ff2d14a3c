// One collection for the same person's questions about the same cluster, and for nobody else's.

import type { Applied, ArmWriter } from "../../../src/app/ports/arm-writer.ts";
import { type ClusterReader, type RequesterCredential, whoReads } from "../../../src/app/ports/azure.ts";
import { shareCollections } from "../../../src/azure/collect/behind-cluster.ts";
import type { ArmWrite } from "../../../src/core/fix/write/arm-write.ts";
import type { Requester } from "../../../src/core/requester.ts";
import type { Client, ClusterSnapshot } from "../../../src/core/snapshot/snapshot.ts";
import { alex, megan } from "../../fakes/people.ts";
import { healthy, ids } from "../../fixtures/healthy-snapshot.ts";
import { unavailable } from "../../unavailable.ts";

const credentialOf = (requester: Requester): RequesterCredential => ({
  requester,
  tokenGroups: null,
  exchange: async () => ({ ok: true, token: "token", expiresOn: Number.MAX_SAFE_INTEGER }),
});

const unlink: ArmWrite = {
  ...{ id: `${ids.cluster}/link`, type: "Microsoft.Network/privateDnsZones/virtualNetworkLinks" },
  what: { do: "delete" },
};

/** A reader whose collections end when they are told to, and a clock. */
function sharing() {
  let time = 0;
  const begun: {
    as: string;
    clusterId: string;
    client: Client;
    end(snapshot: ClusterSnapshot | Error): void;
  }[] = [];
  const reader: ClusterReader = {
    list: () => Promise.reject(new Error("not asked")),
    read: () => Promise.reject(new Error("not asked")),
    planned: () => Promise.reject(new Error("not asked")),
    permissions: () => Promise.reject(new Error("not asked")),
    collect: (as, clusterId, client) =>
      new Promise((resolve, reject) => {
        const end = (end: ClusterSnapshot | Error) => (end instanceof Error ? reject(end) : resolve(end));
        begun.push({ as: whoReads(as).displayName, clusterId, client, end });
      }),
  };
  let wrote: Applied | Error = new Error("not asked");
  const armWriter: ArmWriter = {
    preview: () => Promise.reject(new Error("not asked")),
    apply: () => (wrote instanceof Error ? Promise.reject(wrote) : Promise.resolve(wrote)),
    look: () => Promise.reject(new Error("not asked")),
  };
  const shared = shareCollections({ reader, armWriter }, 10_000, () => time);
  return {
    begun,
    pass: (milliseconds: number) => {
      time += milliseconds;
    },
    ask: (requester: Requester = alex, clusterId: string = ids.cluster, client: Client = {}) =>
      shared.reader.collect(credentialOf(requester), clusterId, client),
    /** Megan's fix, whatever becomes of it. */
    write: async (becomes: typeof wrote) => {
      wrote = becomes;
      await shared.armWriter.apply(credentialOf(megan), unlink, null, async () => null).catch(() => null);
    },
  };
}

const whole = (patch: Partial<ClusterSnapshot> = {}): ClusterSnapshot => ({ ...healthy, ...patch });
const settle = () => new Promise((resolve) => setImmediate(resolve));
const spelledOtherwise = `${ids.cluster.toUpperCase()}/`;
const elsewhere: Requester = { ...alex, tenantId: "00000000-0000-4000-8000-0000000000ff" };

describe("at once", () => {
  type Row = [string, Parameters<ReturnType<typeof sharing>["ask"]>, number];
  test.each<Row>([
    ["the same person, the same cluster", [alex, ids.cluster, {}], 1],
    ["the cluster's id in another spelling", [alex, spelledOtherwise, {}], 1],
    ["the person's id in another spelling", [{ ...alex, objectId: alex.objectId.toUpperCase() }], 1],
    ["other words about the fault", [alex, ids.cluster, { symptom: "i/o timeout" }], 1],
    ["another person", [megan, ids.cluster, {}], 2],
    ["the same object id in another tenant", [elsewhere, ids.cluster, {}], 2],
    ["another cluster", [alex, `${ids.cluster}2`, {}], 2],
    ["from an address", [alex, ids.cluster, { ip: "20.50.0.9" }], 2],
    ["from a network", [alex, ids.cluster, { virtualNetwork: ids.cluster }], 2],
  ])("%s", async (_name, second, collections) => {
    const { begun, ask } = sharing();
    const answers = [ask(alex, ids.cluster, {}), ask(...second)];
    await settle();
    expect(begun).toHaveLength(collections);
    for (const { end, client } of begun) end(whole({ client }));
    // Each gets their own question back, whoever's reading it is.
    expect((await Promise.all(answers)).map(({ client }) => client)).toEqual([{}, second[2] ?? {}]);
  });

  test("thirty of them: one collection", async () => {
    const { begun, ask } = sharing();
    const answers = Array.from({ length: 30 }, () => ask());
    begun[0]?.end(whole());
    const costs = (await Promise.all(answers)).map(({ arm }) => arm.requests);
    expect(begun).toHaveLength(1);
    expect(costs).toEqual([healthy.arm.requests, ...Array.from({ length: 29 }, () => 0)]);
  });
});

describe("one after the other", () => {
  test.each([
    ["a moment later", 6_000, 1],
    ["ten seconds after it began", 10_000, 2],
  ])("%s", async (_name, later, collections) => {
    const { begun, ask, pass } = sharing();
    const first = ask();
    pass(2_000);
    begun[0]?.end(whole());
    await first;
    pass(later - 2_000);
    const second = ask();
    await settle();
    expect(begun).toHaveLength(collections);
    begun[1]?.end(whole());
    expect((await second).arm.ageMs).toBe(collections === 1 ? later : undefined);
  });

  test("ten seconds after the first began, which is still under way: read anew", async () => {
    const { begun, ask, pass } = sharing();
    const first = ask();
    pass(10_000);
    const second = ask();
    expect(begun).toHaveLength(2);
    for (const { end } of begun) end(whole());
    await Promise.all([first, second]);
    void ask();
    expect(begun).toHaveLength(2);
  });

  test.each([
    ["throttled", unavailable("throttled", "no")],
    ["timed out", unavailable("timedOut", "no")],
    ["failed", unavailable("failed", "no")],
    [
      "refused, since a role may come meanwhile",
      unavailable("denied", "no", [{ action: "a/read", scope: "/" }]),
    ],
    ["not visible", unavailable("notVisible", "no")],
  ])("a part that was %s: read anew", async (_name, privateEndpoint) => {
    const { begun, ask } = sharing();
    const first = ask();
    begun[0]?.end(whole({ privateEndpoint }));
    await first;
    void ask();
    expect(begun).toHaveLength(2);
  });

  test("a list or a network that was left open counts too", async () => {
    const { begun, ask } = sharing();
    const first = ask();
    begun[0]?.end(whole({ loadBalancers: { items: [], missing: [unavailable("throttled", "no")] } }));
    await first;
    void ask();
    expect(begun).toHaveLength(2);
  });
});

describe("nothing that was read before a write is shown after it", () => {
  const done = { status: "done", correlationId: null, versionBefore: null, versionAfter: null } as const;
  const unknown = { status: "unknown", failure: { status: null, code: "x", message: "" } } as const;
  test.each<[string, Applied | Error]>([
    ["it was made", done],
    ["nobody heard whether it was made", { ...unknown, correlationId: null }],
    ["it ended in a bug", new Error("bug")],
  ])("%s: whoever asks reads anew", async (_name, becomes) => {
    const { begun, ask, write } = sharing();
    const first = ask();
    begun[0]?.end(whole());
    await first;
    await write(becomes);
    void ask();
    expect(begun).toHaveLength(2);
  });

  test("a reading that was under way is no answer to who asks afterwards", async () => {
    const { begun, ask, write } = sharing();
    void ask();
    await write(done);
    const second = ask();
    expect(begun).toHaveLength(2);
    for (const { end } of begun) end(whole());
    expect((await second).arm.ageMs).toBeUndefined();
  });
});

test("what is kept is bounded: whoever asked longest ago is read for anew", async () => {
  const { begun, ask } = sharing();
  for (let count = 0; count <= 100; count += 1) {
    const answer = ask(alex, `${ids.cluster}${count}`);
    begun[count]?.end(whole());
    await answer;
  }
  await ask(alex, `${ids.cluster}100`);
  expect(begun).toHaveLength(101);
  void ask(alex, `${ids.cluster}0`);
  expect(begun).toHaveLength(102);
});

describe("what stopped one does not stop the other", () => {
  test.each([
    ["time was up for the first", () => whole({ managedCluster: unavailable("timedOut", "late") })],
    [
      "Azure throttled the first until its time was up",
      () => whole({ managedCluster: unavailable("throttled", "no") }),
    ],
    [
      "the first one's sign-in was taken no more",
      () => whole({ managedCluster: unavailable("denied", "Sign in.") }),
    ],
    ["the first ended in a bug", () => new Error("bug")],
  ])("%s: those who came later read once more, together", async (_name, end) => {
    const { begun, ask, pass } = sharing();
    const first = ask().catch(() => null);
    pass(1_000);
    const later = [ask(), ask(), ask()];
    begun[0]?.end(end());
    await first;
    await settle();
    expect(begun).toHaveLength(2);
    begun[1]?.end(whole());
    for (const answer of await Promise.all(later)) expect(answer.managedCluster.status).toBe("collected");
  });

  test("but once only: what Azure refuses twice is an answer", async () => {
    const { begun, ask, pass } = sharing();
    void ask();
    pass(1_000);
    const later = [ask(), ask()];
    begun[0]?.end(whole({ managedCluster: unavailable("throttled", "no") }));
    await settle();
    begun[1]?.end(whole({ managedCluster: unavailable("throttled", "no") }));
    for (const answer of await Promise.all(later))
      expect(answer.managedCluster).toMatchObject({ reason: "throttled" });
    expect(begun).toHaveLength(2);
  });
});
