// The network that the requester named: read where the cluster's network does not lead to it anyway.
import { armRequests, type LocalAzure, startLocalAzure } from "../local-azure.ts";
import { ids, scenario } from "../scenario.ts";
import { collect } from "./collecting.ts";

let azure: LocalAzure;
beforeAll(async () => {
  azure = await startLocalAzure(scenario());
});
afterAll(() => azure.simulator.close());

const tools = ids.hub.replace(/hub$/, "tools");
const resources = [
  { id: tools, location: "westeurope", properties: { addressSpace: { addressPrefixes: ["10.40.0.0/16"] } } },
];

test("by its id", async () => {
  const { peerNetworks } = await collect(azure, { resources }, { client: { virtualNetwork: tools } });
  expect(peerNetworks).toMatchObject({
    data: [{ id: ids.hub }, { id: tools, network: { data: { addressPrefixes: ["10.40.0.0/16"] } } }],
  });
});

test("one that may not be read is named, with what that takes", async () => {
  const denied = { match: { path: "/virtualNetworks/tools\\?" }, status: 403, body: {} };
  const asked = { client: { virtualNetwork: tools }, faults: [denied] };
  const { peerNetworks } = await collect(azure, { resources }, asked);
  expect(peerNetworks).toMatchObject({
    data: [{ id: ids.hub }, { id: tools, network: { reason: "denied", needs: [{ scope: tools }] } }],
  });
});

test.each(["hub", ids.hub.toUpperCase(), ids.spoke])("not %s, which is known", async (virtualNetwork) => {
  const { peerNetworks } = await collect(azure, {}, { client: { virtualNetwork } });
  expect(peerNetworks).toMatchObject({ data: [{ id: ids.hub }] });
  const paths = armRequests(azure.simulator).filter(({ path }) => /virtualNetworks\/[^/]+$/i.test(path));
  expect(paths).toHaveLength(2);
});
