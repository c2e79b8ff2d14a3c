// One write to Azure: sent once, only where it is still what was seen, and what is known when something breaks.
import { people } from "../../../simulator/people.ts";
import { loadScenario } from "../../../simulator/scenario/load.ts";
import type { Fault } from "../../../simulator/simulator.ts";
import { createArmWriter, type WriterTimes } from "../../../src/azure/arm/arm-writer.ts";
import { type FixStep, writesOf } from "../../../src/core/fix/write/actions.ts";
import type { ArmWrite } from "../../../src/core/fix/write/arm-write.ts";
import { target } from "../../../src/core/fix/write/az.ts";
import { undoOf } from "../../../src/core/fix/write/inverse-of.ts";
import { set, withChanges } from "../../e2e/changes.ts";
import * as ids from "../../simulator/ids.ts";
import { arm, scenarioFile } from "../../simulator/support.ts";
import { type LocalAzure, startLocalAzure } from "../local-azure.ts";

let azure: LocalAzure;
beforeAll(async () => {
  azure = await startLocalAzure(await loadScenario(scenarioFile("hub-spoke")));
});
afterAll(() => azure.simulator.close());
beforeEach(async () => {
  azure.simulator.setFaults([]);
  await azure.simulator.loadScenario(scenarioFile("hub-spoke"));
  azure.simulator.clearRequests();
});

const subscriptionOf = (id: string) => id.split("/")[2] ?? "";
const within = (group: string, ...names: readonly string[]) =>
  target({ subscriptionId: subscriptionOf(group), resourceGroup: group.split("/").at(-1) ?? "" }, ...names);
const record = `${ids.zone}/A/prod-1-dns-7k2m9x4q`;
const addRule: FixStep = {
  ...{ kind: "createRule", at: within(ids.hubGroup, "nsg-jump", "allow-aks") },
  ...{ priority: 201, direction: "Outbound", protocol: "Tcp", sources: ["10.10.1.4"] },
  ...{ destinations: ["10.20.0.4"], ports: ["443"] },
};
const openPeering: FixStep = {
  ...{ kind: "enableOnPeering", at: within(ids.hubGroup, "vnet-hub", "hub-to-spoke") },
  setting: "allowForwardedTraffic",
};
const writeRecord = (label: string): FixStep => ({
  ...{ kind: "setRecord", at: within(ids.nodeGroup, ids.zoneName, label) },
  address: "10.20.0.7",
});
const setRecord = writeRecord("prod-1-dns-7k2m9x4q");
const restart: FixStep = { kind: "restartMachine", at: within(ids.hubGroup, "vm-jump") };

const allowed = async () => null;
const writeOf = (step: FixStep): ArmWrite => {
  const [write] = writesOf([step]) ?? [];
  if (write === undefined) throw new Error(step.kind);
  return write;
};
const sent = () =>
  azure.simulator
    .requests()
    .filter(({ method, path }) => method !== "GET" && path.startsWith("/subscriptions"));

/** Seen as Megan, then `meanwhile`, then written. */
async function write(
  step: FixStep,
  meanwhile: () => unknown = () => {},
  { times, whyNotNow = allowed }: { times?: WriterTimes; whyNotNow?: typeof allowed } = {},
) {
  const megan = await azure.signIn(people.megan);
  const writer = createArmWriter(azure.options, times);
  const preview = await writer.preview(megan, [writeOf(step)]);
  if (!preview.ok) throw new Error(preview.failure.code);
  await meanwhile();
  azure.simulator.clearRequests();
  const applied = await writer.apply(megan, writeOf(step), preview.objects[0]?.version ?? null, whyNotNow);
  const writes = sent().length;
  azure.simulator.setFaults([]);
  return { applied, writes, look: async () => writer.look(megan, writeOf(step)) };
}

const onWrite = (fault: Omit<Fault, "match">): Fault => ({
  match: { method: "PUT", path: "securityRules" },
  ...fault,
});

describe("the write is sent once", () => {
  test.each([
    ["500", "unknown", { status: 500, body: {} }],
    ["503 with Retry-After", "unknown", { status: 503, headers: { "retry-after": "1" }, body: {} }],
    ["408", "unknown", { status: 408, body: {} }],
    ["429", "refused", { status: 429, headers: { "retry-after": "1" }, body: {} }],
    ["409", "refused", { status: 409, body: { error: { code: "AnotherOperationInProgress" } } }],
    ["412", "changedSince", { status: 412, body: { error: { code: "PreconditionFailed" } } }],
  ] as const)(
    "after HTTP %s it is %s, and looking finds that it was not made",
    async (_case, status, fault) => {
      const { applied, writes, look } = await write(addRule, () =>
        azure.simulator.setFaults([onWrite(fault)]),
      );
      expect([applied.status, writes]).toEqual([status, 1]);
      expect(await look()).toEqual({ status: "notMade" });
    },
  );

  test("no answer in time, and Azure makes it all the same: unknown, and looking tells", async () => {
    const times = { read: 5_000, answer: 200, whole: 5_000 };
    const late = () => azure.simulator.setFaults([onWrite({ delay: 600 })]);
    const { applied, look } = await write(addRule, late, { times });
    expect(applied.status).toBe("unknown");
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(sent()).toHaveLength(1);
    expect(await look()).toEqual({ status: "made" });
  });

  test("a restart leaves nothing to tell it by", async () => {
    const broken = () => azure.simulator.setFaults([{ match: { method: "POST" }, status: 500, body: {} }]);
    const { applied, writes, look } = await write(restart, broken);
    expect([applied.status, writes]).toEqual(["unknown", 1]);
    expect(await look()).toEqual({ status: "cannotTell" });
  });
});

describe("what Azure takes its time for is asked after to its end", () => {
  const operation = "/subscriptions/0/providers/Microsoft.Network/operations/1";
  const taken = (): Fault => ({
    ...{ match: { method: "PUT", path: "virtualNetworkPeerings" }, status: 201, body: {} },
    headers: {
      "azure-asyncoperation": `${azure.simulator.url}${operation}?api-version=1`,
      "x-ms-correlation-request-id": "c-1",
      "retry-after": "0",
    },
  });
  const asked = (fault: Omit<Fault, "match">): Fault => ({
    match: { method: "GET", path: operation },
    ...fault,
  });
  const questions = () => azure.simulator.requests().filter(({ path }) => path === operation).length;

  test("two questions without an answer are asked again", async () => {
    const faults = [
      taken(),
      asked({ status: 500, times: 2 }),
      asked({ status: 200, body: { status: "Succeeded" } }),
    ];
    const { applied, writes } = await write(openPeering, () => azure.simulator.setFaults(faults));
    expect(applied).toMatchObject({ status: "done", correlationId: "c-1" });
    expect([writes, questions()]).toEqual([1, 3]);
  });

  test.each([
    ["no question is answered", { status: 500 }],
    ["a question is refused", { status: 403, body: { error: { code: "AuthorizationFailed" } } }],
    [
      "the sign-in ends before Azure does",
      { status: 401, body: { error: { code: "ExpiredAuthenticationToken" } } },
    ],
    ["Azure forgot what it was at", { status: 404, body: { error: { code: "NotFound" } } }],
    ["questions are too many", { status: 429, headers: { "retry-after": "1" } }],
    ["what it writes differs by then", { status: 412, body: { error: { code: "PreconditionFailed" } } }],
    ["it fails in the end", { status: 200, body: { status: "Failed", error: { code: "X", message: "no" } } }],
  ])("%s: unknown", async (_case, fault) => {
    const faults = [taken(), asked(fault)];
    const times = { read: 5_000, answer: 5_000, whole: 3_000 };
    const { applied, writes } = await write(openPeering, () => azure.simulator.setFaults(faults), { times });
    expect(applied).toMatchObject({ status: "unknown", correlationId: "c-1" });
    expect(writes).toBe(1);
  });
});

describe("what stands there once Azure says that it is done", () => {
  const peering = `${ids.hubNetwork}/virtualNetworkPeerings/hub-to-spoke`;
  test.each([
    ["Failed", "unknown"],
    ["Canceled", "unknown"],
    ["Succeeded", "done"],
    ["Updating", "done"],
  ])("%s: %s", async (provisioningState, status) => {
    const match = { method: "GET", path: "virtualNetworkPeerings" };
    const { applied, writes } = await write(openPeering, async () => {
      const { body } = await arm(azure.simulator, people.megan, "GET", peering);
      const after = { ...body, properties: { ...body.properties, provisioningState } };
      // Both reads before it is sent find what was there.
      azure.simulator.setFaults([
        { match, status: 200, body, times: 2 },
        { match, status: 200, body: after },
      ]);
    });
    expect([applied.status, writes]).toEqual([status, 1]);
  });

  const removePeering: FixStep = {
    kind: "deletePeering",
    at: within(ids.hubGroup, "vnet-hub", "hub-to-spoke"),
  };
  test.each([
    ["what was deleted, still", removePeering, { status: 204 }],
    ["nothing where something was made: a proxy answered", addRule, { status: 200, body: "<html></html>" }],
  ])("%s: unknown", async (_case, step, fault) => {
    const match = { method: step === removePeering ? "DELETE" : "PUT" };
    const { applied, look } = await write(step, () => azure.simulator.setFaults([{ match, ...fault }]));
    expect(applied).toMatchObject({ status: "unknown", failure: { code: "UnexpectedAnswer" } });
    expect(await look()).toEqual({ status: "notMade" });
  });

  test("a machine whose extension failed long ago is started all the same", async () => {
    const match = { method: "GET", path: "virtualMachines/vm-jump" };
    const { applied } = await write(restart, async () => {
      const vm = `${ids.hubGroup}/providers/Microsoft.Compute/virtualMachines/vm-jump`;
      const { body } = await arm(azure.simulator, people.megan, "GET", vm);
      const failed = { ...body, properties: { ...body.properties, provisioningState: "Failed" } };
      azure.simulator.setFaults([{ match, status: 200, body: failed }]);
    });
    expect(applied.status).toBe("done");
  });
});

describe("only where it is still what was seen", () => {
  const byMegan = (method: string, id: string, body?: unknown) =>
    arm(azure.simulator, people.megan, method, id, body);
  const rule = `${ids.hubGroup}/providers/Microsoft.Network/networkSecurityGroups/nsg-jump/securityRules/allow-aks`;
  const other = { priority: 202, direction: "Inbound", access: "Deny", protocol: "*" };

  test.each([
    ["made by somebody else since", addRule, () => byMegan("PUT", rule, { properties: other })],
    ["deleted since", setRecord, () => byMegan("DELETE", record)],
    [
      "changed since",
      setRecord,
      () => byMegan("PUT", record, { properties: { ttl: 60, aRecords: [{ ipv4Address: "10.20.0.8" }] } }),
    ],
  ])("%s: nothing is sent", async (_case, step, meanwhile) => {
    const { applied, writes } = await write(step, meanwhile);
    expect(applied).toEqual({ status: "changedSince" });
    expect(writes).toBe(0);
  });

  test("changed between the last read and the write: Azure refuses by its etag", async () => {
    const whyNotNow = async () => {
      const { body } = await byMegan("GET", record);
      await byMegan("PUT", record, { properties: { ttl: 60, aRecords: [{ ipv4Address: "10.20.0.8" }] } });
      // The last read came before that.
      azure.simulator.setFaults([
        { match: { method: "GET", path: "privateDnsZones" }, status: 200, body, times: 1 },
      ]);
      return null;
    };
    expect((await write(setRecord, undefined, { whyNotNow })).applied).toEqual({ status: "changedSince" });
    expect((await byMegan("GET", record)).body).toMatchObject({
      properties: { aRecords: [{ ipv4Address: "10.20.0.8" }] },
    });
  });

  test("the same where Azure takes no etag: what somebody put into a network meanwhile stays in it", async () => {
    const step: FixStep = { kind: "disableEncryption", at: within(ids.hubGroup, "vnet-hub") };
    const subnet = `${ids.hubNetwork}/subnets/snet-new`;
    const whyNotNow = async () => {
      await byMegan("PUT", subnet, { properties: { addressPrefix: "10.10.200.0/24" } });
      return null;
    };
    const { applied, writes } = await write(step, undefined, { whyNotNow });
    expect(applied).toEqual({ status: "changedSince" });
    // The other's alone.
    expect(writes).toBe(1);
    expect((await byMegan("GET", subnet)).status).toBe(200);
  });

  test("where it cannot be read any more at that moment, nothing is sent", async () => {
    const whyNotNow = async () => {
      azure.simulator.setFaults([{ match: { method: "GET", path: "securityRules" }, status: 403, body: {} }]);
      return null;
    };
    const { applied, writes } = await write(addRule, undefined, { whyNotNow });
    expect([applied.status, writes]).toEqual(["refused", 0]);
  });

  test("what Azure alone writes does not count: the other half of a peering, anew", async () => {
    const half = `${ids.spokeNetwork}/virtualNetworkPeerings/spoke-to-hub`;
    const meanwhile = async () => {
      const { body } = await byMegan("GET", half);
      await byMegan("PUT", half, body);
    };
    expect((await write(openPeering, meanwhile)).applied.status).toBe("done");
  });

  test("nor does what stands in a network's subnets: a node that came since", async () => {
    const step: FixStep = { kind: "disableEncryption", at: within(ids.clusterGroup, "vnet-spoke") };
    const subnet = { id: `${ids.spokeNetwork}/subnets/snet-aks` };
    const ipConfigurations = [{ name: "ipconfig1", properties: { primary: true, subnet } }];
    const nic = `${ids.clusterGroup}/providers/Microsoft.Network/networkInterfaces/nic-new`;
    const body = { location: "westeurope", properties: { ipConfigurations } };
    const { applied } = await write(step, () => byMegan("PUT", nic, body));
    expect(applied.status).toBe("done");
  });

  test("nor what becomes of a peering in it, once its other half is gone", async () => {
    const step: FixStep = { kind: "disableEncryption", at: within(ids.clusterGroup, "vnet-spoke") };
    const half = `${ids.hubNetwork}/virtualNetworkPeerings/hub-to-spoke`;
    expect((await write(step, () => byMegan("DELETE", half))).applied.status).toBe("done");
  });
});

test("a table that a fix made is taken back to its end, with the route that it holds", async () => {
  const own = (...names: string[]) => within(ids.clusterGroup, ...names);
  const fix = writesOf([
    { kind: "createRouteTable", at: own("rt-new"), location: "westeurope" },
    { kind: "createRoute", at: own("rt-new", "default"), prefix: "0.0.0.0/0", appliance: "10.10.4.4" },
    { kind: "attachRouteTable", at: own("vnet-spoke", "snet-aks"), table: "rt-new" },
  ]);
  const megan = await azure.signIn(people.megan);
  const writer = createArmWriter(azure.options);
  const make = async (writes: readonly ArmWrite[]) => {
    const seen = await writer.preview(megan, writes);
    if (!seen.ok) throw new Error(seen.failure.code);
    for (const [at, each] of writes.entries()) {
      const { status } = await writer.apply(megan, each, seen.objects[at]?.version ?? null, allowed);
      expect([each.id, status]).toEqual([each.id, "done"]);
    }
    return seen.before ?? [];
  };
  const before = await make(fix ?? []);
  await make(undoOf(fix ?? [], before) ?? []);
  const table = `${ids.clusterGroup}/providers/Microsoft.Network/routeTables/rt-new`;
  expect((await arm(azure.simulator, people.megan, "GET", table)).status).toBe(404);
});

describe("the last word before it is sent", () => {
  const failure = { code: "denied", happened: { is: "noLongerHere" }, done: "nothingSent" } as const;

  test("is heard: nothing is sent", async () => {
    const megan = await azure.signIn(people.megan);
    const applied = await createArmWriter(azure.options).apply(
      megan,
      writeOf(addRule),
      null,
      async () => failure,
    );
    expect(applied).toEqual({ status: "withheld", failure });
    expect(sent()).toHaveLength(0);
  });

  test("is asked once, after everything is read", async () => {
    const before: number[] = [];
    const whyNotNow = async () => {
      before.push(azure.simulator.requests().filter(({ path }) => path.startsWith("/subscriptions")).length);
      return null;
    };
    await write(addRule, undefined, { whyNotNow });
    expect(before).toEqual([1]);
  });
});

describe("what is seen beforehand", () => {
  const preview = async (...steps: FixStep[]) =>
    createArmWriter(azure.options).preview(await azure.signIn(people.megan), writesOf(steps) ?? []);

  test("fields before and after, and nothing is written", async () => {
    expect(await preview(setRecord)).toMatchObject({
      ok: true,
      objects: [
        {
          type: "Microsoft.Network/privateDnsZones/A",
          name: `${ids.zoneName}/prod-1-dns-7k2m9x4q`,
          does: "change",
          version: expect.stringMatching(/^[0-9a-f]{64}$/),
          fields: [
            {
              path: "aRecords",
              before: '[{"ipv4Address":"10.20.0.4"}]',
              after: '[{"ipv4Address":"10.20.0.7"}]',
            },
          ],
        },
      ],
      before: [{ ttl: 300, aRecords: [{ ipv4Address: "10.20.0.4" }] }],
    });
    expect(sent()).toHaveLength(0);
  });

  test("of two writes of one object the second sees what the first leaves", async () => {
    const at = within(ids.hubGroup, "vnet-hub", "hub-to-spoke");
    const make: FixStep = {
      ...{ kind: "createPeering", at, remote: ids.spokeNetwork },
      ...{ allowForwardedTraffic: false, allowGatewayTransit: false, useRemoteGateways: false },
    };
    expect(await preview({ kind: "deletePeering", at }, make)).toMatchObject({
      objects: [{ does: "delete" }, { does: "create", version: null }],
      before: [expect.objectContaining({ allowGatewayTransit: true }), null],
    });
  });

  test("what should be there and is not: Azure's own answer", async () => {
    expect(await preview(writeRecord("prod-1-dns-00000000"))).toEqual({
      ok: false,
      failure: { status: 404, code: "ResourceNotFound", message: "" },
    });
  });

  test("a read that is refused says which right is missing", async () => {
    const writer = createArmWriter(azure.options);
    const seen = await writer.preview(await azure.signIn(people.isaiah), writesOf([setRecord]) ?? []);
    expect(seen).toMatchObject({ ok: false, failure: { status: 403, code: "AuthorizationFailed" } });
  });

  test("what is secret is neither shown nor kept, and stays where it is", async () => {
    const gateway = `${ids.hubGroup}/providers/Microsoft.Network/virtualNetworkGateways/vgw-hub`;
    const secret = "kept-from-everybody";
    const client = {
      vpnClientProtocols: ["IkeV2"],
      radiusServerAddress: "10.10.1.9",
      radiusServerSecret: secret,
    };
    const scenario = await loadScenario(scenarioFile("hub-spoke"));
    await azure.simulator.loadScenario(
      withChanges(scenario, { [gateway]: set({ vpnClientConfiguration: client }) }),
    );
    const step: FixStep = {
      ...{ kind: "setClientProtocols", at: within(ids.hubGroup, "vgw-hub") },
      protocols: ["IkeV2", "OpenVPN"],
    };
    const seen = await preview(step);
    expect(seen).toMatchObject({ objects: [{ fields: [{ before: "IkeV2", after: "IkeV2, OpenVPN" }] }] });
    expect(JSON.stringify(seen)).not.toContain(secret);
    expect((await write(step)).applied.status).toBe("done");
    const { body } = await arm(azure.simulator, people.megan, "GET", gateway);
    expect(body.properties.vpnClientConfiguration).toEqual({
      ...client,
      vpnClientProtocols: ["IkeV2", "OpenVPN"],
    });
  });
});

describe("looked at afterwards, while Azure may be at it still", () => {
  test.each([
    ["Updating", "underWay"],
    ["Creating", "underWay"],
    ["Upgrading", "underWay"],
    ["RotatingClusterCertificates", "underWay"],
    ["Succeeded", "made"],
    ["Failed", "made"],
    ["Canceled", "made"],
    [undefined, "made"],
  ])("%s: %s", async (provisioningState, status) => {
    const step: FixStep = {
      ...{ kind: "enableRunCommand", at: within(ids.clusterGroup, "prod-1") },
      id: ids.cluster,
    };
    const properties = { provisioningState, apiServerAccessProfile: { disableRunCommand: false } };
    azure.simulator.setFaults([
      {
        match: { method: "GET", path: "managedClusters/prod-1\\?" },
        ...{ status: 200, body: JSON.parse(JSON.stringify({ location: "westeurope", properties })) },
      },
    ]);
    const megan = await azure.signIn(people.megan);
    expect(await createArmWriter(azure.options).look(megan, writeOf(step))).toEqual({ status });
  });
});
