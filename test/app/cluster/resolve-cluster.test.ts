// From what was written to one cluster, among those that Azure shows this person.
import { resolveCluster } from "../../../src/app/cluster/resolve-cluster.ts";
import { collected } from "../../../src/core/snapshot/section.ts";
import { alex, askerIn, chatOf, megan, threadOf, userIdOf } from "../../fakes/people.ts";
import type { FakeServices } from "../../fakes/services.ts";
import { ids } from "../../fixtures/healthy-snapshot.ts";
import { unavailable } from "../../unavailable.ts";
import { prod, start, submitted, summaryOf } from "../setup.ts";

const asker = askerIn(threadOf);
const visible = [
  summaryOf("prod-1"),
  summaryOf("prod-2"),
  summaryOf("twin", "rg-a"),
  summaryOf("twin", "rg-b"),
];
const seeing = (clusters = visible): FakeServices =>
  start({ clusters: collected({ clusters, problem: null }) });

async function resolve(fake: FakeServices, written: string | null) {
  const signedIn = await fake.services.credentials.forUser(userIdOf(alex), alex);
  if (!signedIn.ok) throw new Error("not signed in");
  return resolveCluster(
    { services: fake.services, asker, credential: signedIn.credential, asked: "diagnose it" },
    written,
  );
}

describe("one cluster", () => {
  test.each([
    ["prod-1", visible[0]],
    ["PROD-1", visible[0]],
    ["rg-prod/prod-2", visible[1]],
    ["rg-b/twin", visible[3]],
    [`${prod.subscriptionId}/rg-a/twin`, visible[2]],
  ])("%s", async (written, cluster) => {
    expect(await resolve(seeing(), written)).toEqual({
      ok: true,
      cluster: { id: cluster?.id, name: cluster?.name },
    });
  });

  test.each([ids.cluster, ids.cluster.slice(1), `${ids.cluster}/`])(
    "%s: a resource id, spelled in one way and not listed for",
    async (written) => {
      const fake = seeing([]);
      expect(await resolve(fake, written)).toEqual({
        ok: true,
        cluster: { id: ids.cluster, name: "prod-1" },
      });
      expect(fake.azure).toEqual([]);
    },
  );

  test("none written: the one that this place last spoke of, not another place", async () => {
    const fake = seeing();
    const [, cluster] = visible;
    await fake.services.store.rememberCluster(chatOf(alex).key, { id: ids.cluster, name: "prod-1" });
    expect(await resolve(fake, null)).toMatchObject({
      answer: { kind: "pickCluster", by: "any", matches: visible },
    });
    await fake.services.store.rememberCluster(asker.conversation.key, {
      id: cluster?.id ?? "",
      name: "prod-2",
    });
    expect(await resolve(fake, null)).toEqual({
      ok: true,
      cluster: { id: cluster?.id, name: "prod-2", remembered: true },
    });
  });
});

describe("none written, and none spoken of", () => {
  const only = summaryOf("edge-1", "rg-edge");
  const listed = (clusters: readonly (typeof only)[], more = {}) =>
    start({ clusters: collected({ clusters, problem: null, ...more }) });
  const unread = { is: "unread", said: { is: "kept", said: "Azure did not answer." } } as const;

  test("the only one that the asker can see is taken", async () => {
    expect(await resolve(listed([only]), null)).toEqual({
      ok: true,
      cluster: { id: only.id, name: "edge-1", only: true },
    });
  });

  test("one beside others that the asker has no right to list, too", async () => {
    expect(await resolve(listed([only], { problem: unread }), null)).toMatchObject({ ok: true });
  });

  test.each([
    ["one, and Azure failed to list the rest", [only], { problem: unread, passing: true }, "pickCluster"],
    ["none", [], {}, "clusters"],
  ])("%s", async (_what, clusters, more, kind) => {
    expect(await resolve(listed(clusters, more), null)).toMatchObject({ ok: false, answer: { kind } });
  });

  test("nothing is listed: said as what it is", async () => {
    const fake = start({ clusters: unavailable("failed", "Azure did not answer.") });
    expect(await resolve(fake, null)).toMatchObject({ ok: false, answer: { kind: "failure" } });
  });
});

describe("not one cluster: an answer that says what to do", () => {
  test.each([
    [
      "prod-3",
      visible,
      { kind: "clusterUnknown", wanted: "prod-3", closest: [{ name: "prod-1" }, { name: "prod-2" }] },
    ],
    ["zzzzzzzz", visible, { kind: "clusterUnknown", closest: [] }],
    ["a b; c", visible, { kind: "clusterUnknown", wanted: "a b; c" }],
    [
      "prod-1",
      [],
      {
        kind: "azureDenied",
        cluster: "prod-1",
        role: "Reader",
        requester: alex,
        needs: { action: "Microsoft.ContainerService/managedClusters/read" },
      },
    ],
  ])("%s among %j", async (written, clusters, answer) => {
    expect(await resolve(seeing(clusters), written)).toMatchObject({ ok: false, answer });
  });

  test("the clusters cannot be listed", async () => {
    const fake = start({ clusters: unavailable("failed", "The clusters could not be listed.") });
    expect(await resolve(fake, "prod-1")).toMatchObject({
      ok: false,
      answer: {
        kind: "failure",
        failure: { happened: { is: "unread", section: { message: "The clusters could not be listed." } } },
      },
    });
  });

  test("several of one name: the question waits for its asker's choice", async () => {
    const fake = seeing();
    const resolved = await resolve(fake, "twin");
    if (resolved.ok || resolved.answer.kind !== "pickCluster") throw new Error("expected a choice");
    expect(resolved.answer.matches.map(({ resourceGroup }) => resourceGroup)).toEqual(["rg-a", "rg-b"]);
    const match = { id: resolved.answer.pendingId, userId: userIdOf(alex) };
    expect(await fake.services.store.takePending(match, "2026-01-01")).toEqual([
      {
        ...match,
        reason: "pickCluster",
        offered: resolved.answer.matches.map(({ id }) => ({ cluster: id, as: "name" })),
        text: "diagnose it",
        conversation: threadOf(alex),
        createdAt: "2026-11-25T03:00:00.000Z",
      },
    ]);
  });
});

describe("one that Azure does not list any more", () => {
  const gone = summaryOf("old-1");
  async function seenBefore(who = alex) {
    const fake = start({ clusters: collected({ clusters: [...visible, gone], problem: null }) });
    await submitted(fake, "diagnose old-1", askerIn(threadOf, who));
    fake.world.clusters = collected({ clusters: visible, problem: null });
    return fake;
  }

  test.each(["old-1", "OLD-1", "rg-prod/old-1"])(
    "%s, asked about before: the diagnosis of its id says what became of it",
    async (written) => {
      expect(await resolve(await seenBefore(), written)).toEqual({
        ok: true,
        cluster: { id: gone.id, name: "old-1" },
      });
    },
  );

  test.each<[string, string, typeof alex]>([
    ["by somebody else", "old-1", megan],
    ["in another resource group", "rg-b/old-1", alex],
  ])("asked about %s: unknown", async (_what, written, who) => {
    expect(await resolve(await seenBefore(who), written)).toMatchObject({
      ok: false,
      answer: { kind: "clusterUnknown" },
    });
  });
});
