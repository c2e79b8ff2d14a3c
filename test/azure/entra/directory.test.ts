// Groups: from the token, else from Graph as the person; never "none" when nobody could tell.

import { groups, people } from "../../../simulator/people.ts";
import { createDirectory } from "../../../src/azure/entra/directory.ts";
import { type LocalAzure, startLocalAzure } from "../local-azure.ts";
import { scenario } from "../scenario.ts";

let azure: LocalAzure;
beforeAll(async () => {
  azure = await startLocalAzure(scenario({ groupOverageLimit: 0 }));
});
afterAll(() => azure.simulator.close());
beforeEach(() => {
  azure.simulator.setFaults([]);
  azure.simulator.clearRequests();
});

const graphRequests = () =>
  azure.simulator.requests().filter((request) => request.path.startsWith("/v1.0/me"));

test("the token's groups are enough, and no request is sent", async () => {
  const alex = {
    ...(await azure.signIn(people.alex)),
    tokenGroups: [groups.aksOncall.toUpperCase(), "other"],
  };
  const membership = await createDirectory(azure.environment).membership(alex, [
    groups.aksOncall,
    groups.aksLeads,
  ]);
  expect(membership).toEqual({ status: "known", groupIds: [groups.aksOncall], source: "token" });
  expect(graphRequests()).toHaveLength(0);
});

test("with too many groups for a token, Graph says it, nested groups included", async () => {
  const patti = await azure.signIn(people.patti);
  expect(patti.tokenGroups).toBeNull();
  const membership = await createDirectory(azure.environment).membership(patti, [
    groups.aksOncall,
    groups.aksLeads,
  ]);
  expect(membership).toEqual({ status: "known", groupIds: [groups.aksOncall], source: "graph" });
});

test("Graph takes twenty ids at a time", async () => {
  const wanted = Array.from(
    { length: 41 },
    (_, index) => `00000000-0000-4000-8000-${String(index).padStart(12, "0")}`,
  );
  const membership = await createDirectory(azure.environment).membership(
    await azure.signIn(people.alex),
    wanted,
  );
  expect(membership).toEqual({ status: "known", groupIds: [], source: "graph" });
  expect(graphRequests()).toHaveLength(3);
});

test("an answer is kept for five minutes, for that person and those groups only", async () => {
  let time = 0;
  const directory = createDirectory(azure.environment, () => time);
  const [alex, megan] = await Promise.all([azure.signIn(people.alex), azure.signIn(people.megan)]);
  await directory.membership(alex, [groups.aksOncall]);
  await directory.membership(alex, [groups.aksOncall]);
  expect(graphRequests()).toHaveLength(1);
  expect(await directory.membership(megan, [groups.aksOncall])).toMatchObject({ groupIds: [] });
  await directory.membership(alex, [groups.aksOncall, groups.aksLeads]);
  expect(graphRequests()).toHaveLength(3);
  time = 5 * 60_000;
  await directory.membership(alex, [groups.aksOncall]);
  expect(graphRequests()).toHaveLength(4);
});

test.each([
  ["no permission", { status: 403, body: {} }, { is: "graphForbids" }],
  ["throttled", { status: 429, body: {} }, { is: "graphThrottles" }],
  ["broken", { status: 500, body: {} }, { is: "graphFailed", status: 500 }],
  ["an answer that is none", { status: 200, body: "<html>" }, { is: "graphSilent" }],
])("Graph %s: unknown, with the reason", async (_case, fault, reason) => {
  azure.simulator.setFaults([{ match: { path: "/v1.0/me" }, ...fault }]);
  const membership = await createDirectory(azure.environment).membership(await azure.signIn(people.alex), [
    groups.aksOncall,
  ]);
  expect(membership).toEqual({ status: "unknown", reason });
});

test("one refused batch of several makes the whole unknown, and nothing is kept", async () => {
  const wanted = [groups.aksOncall, ...Array.from({ length: 25 }, () => crypto.randomUUID())];
  azure.simulator.setFaults([{ match: { path: "/v1.0/me" }, status: 500, body: {}, times: 1 }]);
  const directory = createDirectory(azure.environment);
  const alex = await azure.signIn(people.alex);
  expect(await directory.membership(alex, wanted)).toMatchObject({ status: "unknown" });
  expect(await directory.membership(alex, wanted)).toMatchObject({
    status: "known",
    groupIds: [groups.aksOncall],
  });
});

test("no token for Graph: unknown, with Entra's reason", async () => {
  const failure = { code: "consentMissing", why: "consentMissing" } as const;
  const credential = {
    ...(await azure.signIn(people.alex)),
    exchange: () => Promise.resolve({ ok: false as const, failure }),
  };
  expect(await createDirectory(azure.environment).membership(credential, [groups.aksOncall])).toEqual({
    status: "unknown",
    reason: { is: "noToken", failure },
  });
});
