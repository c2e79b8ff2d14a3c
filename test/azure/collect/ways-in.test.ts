// Containers, Cloud Shell's profiles, session hosts and just-in-time policies: read where something shows that they may
// be there, each item alone, and what is refused is said.
import { people, subscriptions } from "../../../simulator/people.ts";
import { unreadInWords } from "../../said.ts";
import { armRequests, type LocalAzure, startLocalAzure } from "../local-azure.ts";
import { ids, scenario } from "../scenario.ts";
import { collect } from "./collecting.ts";

let azure: LocalAzure;
beforeAll(async () => {
  azure = await startLocalAzure(scenario());
});
afterAll(() => azure.simulator.close());

const kinds = /containerGroups|networkProfiles|DesktopVirtualization|jitNetworkAccessPolicies/i;
const sent = (pattern = kinds) => armRequests(azure.simulator).filter(({ path }) => pattern.test(path));
const refused = (path: string) => ({
  match: { path },
  status: 403,
  body: { error: { code: "AuthorizationFailed", message: "no" } },
});

const subnetId = `${ids.hub}/subnets/containers`;
const original = scenario().resources?.find(({ id }) => id === ids.hub);
/** The hub with one more subnet. */
function hubWith(subnet: Readonly<{ name: string; properties: object }>) {
  const hub = JSON.parse(JSON.stringify(original));
  hub.properties.subnets.push(subnet);
  return hub;
}
const delegated = hubWith({
  name: "containers",
  properties: {
    addressPrefix: "10.10.9.0/24",
    delegations: [
      { name: "aci", properties: { serviceName: "Microsoft.ContainerInstance/containerGroups" } },
    ],
  },
});

const container = (name: string, port: number, properties: object = {}) => ({
  id: `${ids.hubGroup}/providers/Microsoft.ContainerInstance/containerGroups/${name}`,
  location: "westeurope",
  properties: {
    subnetIds: [{ id: subnetId }],
    ipAddress: { type: "Private", ip: "10.10.9.4", ports: [{ protocol: "TCP", port }] },
    instanceView: { state: "Running" },
    ...properties,
  },
});
const profile = {
  id: `${ids.hubGroup}/providers/Microsoft.Network/networkProfiles/aci-networkProfile-westeurope`,
  location: "westeurope",
  properties: {
    containerNetworkInterfaceConfigurations: [
      {
        name: "eth0",
        properties: { ipConfigurations: [{ name: "ip", properties: { subnet: { id: subnetId } } }] },
      },
    ],
  },
};

test("where nothing shows them, none of them is asked for", async () => {
  const snapshot = await collect(azure, { resources: [container("ssh", 22), profile] });
  expect(sent()).toEqual([]);
  expect([snapshot.containerGroups, snapshot.networkProfiles, snapshot.sessionHosts]).toEqual(
    Array.from({ length: 3 }, () => ({ items: [], missing: [] })),
  );
});

describe("beside a subnet that is delegated to containers", () => {
  test("containers are listed as the requester, and those with SSH are asked whether they run", async () => {
    const resources = [delegated, container("ssh", 2222), container("web", 8080), profile];
    const { containerGroups, networkProfiles } = await collect(azure, { resources });
    expect(containerGroups).toMatchObject({
      items: [
        {
          name: "ssh",
          subnetId,
          ipAddress: "10.10.9.4",
          ports: ["2222"],
          containerState: { data: "Running" },
        },
        { name: "web", ports: ["8080"], containerState: { reason: "notReached" } },
      ],
      missing: [],
    });
    expect(networkProfiles.items).toEqual([
      { id: profile.id, name: "aci-networkProfile-westeurope", subnetIds: [subnetId] },
    ]);
    const asked = sent().map(({ path }) => path.split("/providers/")[1] ?? "");
    expect(asked.toSorted()).toEqual([
      "Microsoft.ContainerInstance/containerGroups",
      "Microsoft.ContainerInstance/containerGroups/ssh",
      "Microsoft.Network/networkProfiles",
      // Whose roles on it are asked for.
      "Microsoft.Network/networkProfiles/aci-networkProfile-westeurope",
    ]);
    expect(new Set(sent().map(({ caller }) => caller))).toEqual(new Set([people.alex.oid]));
  });

  test("one that stands in no network is none", async () => {
    const resources = [delegated, container("public", 22, { subnetIds: null })];
    expect((await collect(azure, { resources })).containerGroups).toEqual({ items: [], missing: [] });
  });

  test("one that nobody understands is named, and hides only itself", async () => {
    const odd = container("odd", 22, { subnetIds: "x" });
    const { containerGroups } = await collect(azure, { resources: [delegated, container("ssh", 22), odd] });
    expect(containerGroups.items.map(({ name }) => name)).toEqual(["ssh"]);
    expect(unreadInWords(containerGroups.missing)).toMatchObject([
      { message: expect.stringContaining("odd") },
    ]);
  });

  test.each([
    ["containerGroups", "Microsoft.ContainerInstance/containerGroups/read", "containerGroups"],
    ["networkProfiles", "Microsoft.Network/networkProfiles/read", "networkProfiles"],
  ] as const)("%s that were refused are missing, with the right", async (part, action, section) => {
    const snapshot = await collect(
      azure,
      { resources: [delegated, container("ssh", 22), profile] },
      { faults: [refused(`/${part}\\?`)] },
    );
    expect(snapshot[section]).toMatchObject({
      items: [],
      missing: [{ reason: "denied", needs: [{ action, scope: ids.hubGroup }] }],
    });
  });

  test("a state that was refused is open", async () => {
    const { containerGroups } = await collect(
      azure,
      { resources: [delegated, container("ssh", 22)] },
      { faults: [refused("/containerGroups/ssh")] },
    );
    expect(containerGroups.items).toMatchObject([{ containerState: { reason: "denied" } }]);
  });
});

describe("beside a subnet that is called like desktops", () => {
  const resources = [
    hubWith({ name: "snet-avd", properties: { addressPrefix: "10.10.9.0/24" } }),
    {
      id: `${ids.hubGroup}/providers/Microsoft.DesktopVirtualization/hostPools/desks`,
      location: "westeurope",
      properties: { startVMOnConnect: true },
    },
    {
      id: `${ids.hubGroup}/providers/Microsoft.DesktopVirtualization/hostPools/desks/sessionHosts/jump-1`,
      properties: { resourceId: ids.jump, status: "Available", allowNewSession: false },
    },
  ];
  const scope = `/subscriptions/${subscriptions.connectivity}`;

  test("host pools of its subscription are asked for their hosts", async () => {
    const { sessionHosts } = await collect(azure, { resources });
    expect(sessionHosts).toMatchObject({
      items: [
        {
          pool: "desks",
          machineId: ids.jump,
          status: "Available",
          allowNewSession: false,
          startsOnConnect: true,
        },
      ],
      missing: [],
    });
    // Pools, their hosts, and the groups that give their desktops.
    expect(sent()).toHaveLength(3);
  });

  test("pools that were refused are missing, with the right", async () => {
    const { sessionHosts } = await collect(azure, { resources }, { faults: [refused("/hostPools\\?")] });
    expect(sessionHosts).toMatchObject({
      items: [],
      missing: [
        { reason: "denied", needs: [{ action: "Microsoft.DesktopVirtualization/hostPools/read", scope }] },
      ],
    });
  });
});

describe("behind a rule of just-in-time access", () => {
  const guarded = (access: string) => ({
    id: ids.farNsg,
    location: "westeurope",
    properties: {
      securityRules: [
        {
          name: "MicrosoftDefenderForCloud-JITRule_1_2",
          properties: {
            ...{ priority: 1000, direction: "Inbound", access, protocol: "*" },
            ...{ sourceAddressPrefix: "*", sourcePortRange: "*" },
            ...{ destinationAddressPrefix: "*", destinationPortRange: "22" },
          },
        },
      ],
    },
  });
  const policy = {
    id: `${ids.hubGroup}/providers/Microsoft.Security/locations/westeurope/jitNetworkAccessPolicies/default`,
    properties: {
      virtualMachines: [{ id: ids.jump, ports: [{ number: 22, maxRequestAccessDuration: "PT3H" }] }],
      requests: [
        {
          requestor: "megan",
          virtualMachines: [
            {
              id: ids.jump,
              ports: [
                {
                  ...{ number: 22, endTimeUtc: "2026-01-01T00:00:00Z", status: "Initiated" },
                  allowedSourceAddressPrefixes: ["10.0.0.0/8"],
                },
              ],
            },
          ],
        },
      ],
    },
  };

  test("the policies of the machine's group and region are read", async () => {
    const { jitPolicies } = await collect(azure, { resources: [guarded("Deny"), policy] });
    expect(jitPolicies).toEqual({
      items: [
        {
          id: policy.id,
          machines: [{ machineId: ids.jump, openings: [{ port: 22, longest: "PT3H" }] }],
          windows: [
            {
              ...{ machineId: ids.jump, port: 22, sources: ["10.0.0.0/8"], caller: "megan" },
              ...{ endTime: "2026-01-01T00:00:00Z", status: "Initiated" },
            },
          ],
        },
      ],
      missing: [],
    });
    expect(sent()).toHaveLength(1);
  });

  test("not where the rule lets in", async () => {
    await collect(azure, { resources: [guarded("Allow"), policy] });
    expect(sent()).toEqual([]);
  });

  test("refused, they are missing, with the right", async () => {
    const { jitPolicies } = await collect(
      azure,
      { resources: [guarded("Deny"), policy] },
      { faults: [refused("jitNetworkAccessPolicies")] },
    );
    const action = "Microsoft.Security/locations/jitNetworkAccessPolicies/read";
    expect(jitPolicies).toMatchObject({
      items: [],
      missing: [{ reason: "denied", needs: [{ action, scope: ids.hubGroup }] }],
    });
  });
});
