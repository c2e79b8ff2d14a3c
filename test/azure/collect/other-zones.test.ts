// Other private DNS zones that could hold the API server's name, in the subscriptions that reading came past.
import { people, subscriptions } from "../../../simulator/people.ts";
import { armRequests, type LocalAzure, startLocalAzure } from "../local-azure.ts";
import { ids, scenario, zoneWithRecord } from "../scenario.ts";
import { collect } from "./collecting.ts";

let azure: LocalAzure;
beforeAll(async () => {
  azure = await startLocalAzure(scenario());
});
afterAll(() => azure.simulator.close());

const second = { resources: zoneWithRecord(ids.ownZone) };
const lists = () =>
  armRequests(azure.simulator).filter(({ path }) =>
    /^\/subscriptions\/[^/]+\/providers\/.*zones$/i.test(path),
  );

test("one of the same name in the hub's subscription, with its links and what it says, in four round trips", async () => {
  const { otherZones, arm } = await collect(azure, second);
  expect(otherZones).toMatchObject({
    items: [
      {
        zone: { id: ids.ownZone },
        links: { data: [{ virtualNetworkId: ids.spoke }] },
        record: { data: { addresses: ["10.20.0.4"] } },
      },
    ],
    missing: [],
  });
  expect(arm.levels).toBe(4);
});

test("one without the record says so; one of another name, and the cluster's own, are left out", async () => {
  const other = ids.ownZone.replace(/[^/]+$/, "privatelink.northeurope.azmk8s.io");
  const parent = ids.ownZone.replace(/[^/]+$/, "privatelink.westeurope.azmk8s.io");
  const bare = [other, parent].map((id) => ({ id, location: "global", properties: {} }));
  const { otherZones } = await collect(azure, { resources: bare });
  expect(otherZones.items).toEqual([
    expect.objectContaining({
      zone: expect.objectContaining({ id: parent }),
      record: { status: "collected", data: null },
    }),
  ]);
});

test("each subscription is listed once", async () => {
  await collect(azure);
  expect(lists().map(({ path }) => path.split("/")[2])).toEqual(
    expect.arrayContaining([subscriptions.prod, subscriptions.connectivity]),
  );
  expect(lists()).toHaveLength(2);
});

test("a subscription that cannot be listed is a gap; the other one is read all the same", async () => {
  const denied = {
    match: { path: `^/subscriptions/${subscriptions.prod}/providers/[^?]*privateDnsZones\\?` },
    status: 403,
    body: {},
  };
  const { otherZones } = await collect(azure, second, { faults: [denied] });
  expect(otherZones.items).toHaveLength(1);
  expect(otherZones.missing).toMatchObject([
    {
      reason: "denied",
      needs: [
        { action: "Microsoft.Network/privateDnsZones/read", scope: `/subscriptions/${subscriptions.prod}` },
      ],
    },
  ]);
});

test("links that may not be read hide neither the zone nor its record", async () => {
  const denied = { match: { path: "/rg-hub/.*/virtualNetworkLinks\\?" }, status: 403, body: {} };
  const { otherZones } = await collect(azure, second, { faults: [denied] });
  expect(otherZones.items).toMatchObject([
    { links: { status: "unavailable", reason: "denied" }, record: { status: "collected" } },
  ]);
});

test("nothing is listed for a public cluster, or one without a zone", async () => {
  for (const access of [{ enablePrivateCluster: false }, { privateDNSZone: "none" }]) {
    const { otherZones } = await collect(azure, { access, ...second }, { person: people.alex });
    expect(otherZones).toEqual({ items: [], missing: [] });
    expect(lists()).toEqual([]);
  }
});
