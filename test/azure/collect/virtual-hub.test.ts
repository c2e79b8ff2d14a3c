// A hub of Virtual WAN: its network lies in a subscription of Microsoft's, where nobody may read anything.
import { unreadInWords } from "../../said.ts";
import { armRequests, type LocalAzure, startLocalAzure } from "../local-azure.ts";
import { ids, scenario } from "../scenario.ts";
import { collect } from "./collecting.ts";

let azure: LocalAzure;
beforeAll(async () => {
  azure = await startLocalAzure(scenario());
});
afterAll(() => azure.simulator.close());

test("it is not asked for, and no right is named", async () => {
  const hub =
    "/subscriptions/2b1c0d9e-8f70-4a61-9b52-c3d4e5f60718/resourceGroups/RG_hub-1_4d3c/providers/Microsoft.Network/virtualNetworks/HV_hub-1_4d3c";
  const spoke = {
    id: ids.spoke,
    location: "westeurope",
    properties: {
      addressSpace: { addressPrefixes: ["10.20.0.0/16"] },
      subnets: [{ name: "nodes", properties: { addressPrefix: "10.20.0.0/24" } }],
      virtualNetworkPeerings: [
        { name: "RemoteVnetToHubPeering_1", properties: { remoteVirtualNetwork: { id: hub } } },
      ],
    },
  };
  const { peerNetworks } = await collect(azure, { resources: [spoke] });
  expect(unreadInWords(peerNetworks)).toMatchObject({
    data: [
      {
        id: hub,
        network: { status: "unavailable", message: expect.stringContaining("Virtual WAN"), needs: [] },
      },
    ],
  });
  expect(armRequests(azure.simulator).filter(({ path }) => path.includes("RG_hub-1"))).toEqual([]);
});
