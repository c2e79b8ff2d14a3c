// One command, sent once, as the requester; and what is known about it when something breaks.
import { createServer, type Server } from "node:net";
import { type Person, people } from "../../../simulator/people.ts";
import type { CommandProgress, RequesterCredential } from "../../../src/app/ports/azure.ts";
import { type ArmBudget, ThrottledError } from "../../../src/azure/arm/budget.ts";
import {
  createCommandTransport,
  operationIdIn,
  progressOf,
} from "../../../src/azure/run-command/command-transport.ts";
import { armRequests, type LocalAzure, startLocalAzure } from "../local-azure.ts";
import { ids, scenario } from "../scenario.ts";

let azure: LocalAzure;
beforeAll(async () => {
  azure = await startLocalAzure(scenario());
});
afterAll(() => azure.simulator.close());
beforeEach(async () => {
  azure.simulator.setFaults([]);
  azure.simulator.clearRequests();
});

const allowed = async () => null;

const start = async (command = "kubectl get pods -A", person: Person = people.alex) =>
  createCommandTransport(azure.options).start(
    await azure.signIn(person),
    ids.cluster,
    { line: command },
    true,
    allowed,
  );

const posts = () => armRequests(azure.simulator).filter((request) => request.method === "POST");

const finish = async (operationId: string): Promise<CommandProgress> => {
  const transport = createCommandTransport(azure.options);
  const alex = await azure.signIn(people.alex);
  for (;;) {
    const progress = await transport.progress(alex, ids.cluster, operationId);
    if (progress.status !== "running") return progress;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

test("kubectl get pods -A runs in the cluster as the requester", async () => {
  const started = await start();
  if (started.status !== "accepted") throw new Error(JSON.stringify(started));
  expect(started.operationId).toMatch(/^[0-9a-f]{32}$/);
  const progress = await finish(started.operationId);
  expect(progress).toMatchObject({
    status: "finished",
    result: { exitCode: 0, truncated: false, masked: 0, operationId: started.operationId },
  });
  expect(progress.status === "finished" && progress.result.output).toMatch(/default\s+web-0/);
  expect(new Set(armRequests(azure.simulator).map((request) => request.caller))).toEqual(
    new Set([people.alex.oid]),
  );
});

test("a command that Kubernetes refuses has run: its exit code says so", async () => {
  const started = await start("kubectl delete pod web-0 -n default");
  if (started.status !== "accepted") throw new Error(JSON.stringify(started));
  const progress = await finish(started.operationId);
  expect(progress).toMatchObject({
    status: "finished",
    result: { exitCode: 1, output: expect.stringContaining("Forbidden") },
  });
});

test("without the right it is refused, with action and scope", async () => {
  expect(await start("kubectl get pods", people.isaiah)).toMatchObject({
    status: "refused",
    failure: {
      status: 403,
      needs: { action: expect.stringMatching(/managedClusters\/runCommand\/action/i) },
    },
  });
});

describe("the POST is sent exactly once", () => {
  test.each([
    ["500", { status: 500, body: {} }, "unknown"],
    ["503 with Retry-After", { status: 503, headers: { "retry-after": "1" }, body: {} }, "unknown"],
    ["408", { status: 408, body: {} }, "unknown"],
    ["429", { status: 429, headers: { "retry-after": "1" }, body: {} }, "refused"],
    ["429 with a long wait", { status: 429, headers: { "retry-after": "600" }, body: {} }, "refused"],
    ["400", { status: 400, body: { code: "BadRequest", message: "flat" } }, "refused"],
    ["202 without a Location", { status: 202 }, "unknown"],
  ] as const)("after HTTP %s it is %s", async (_case, fault, status) => {
    azure.simulator.setFaults([{ match: { method: "POST", path: "/runCommand" }, ...fault }]);
    const started = await start();
    expect(started.status).toBe(status);
    expect(posts()).toHaveLength(1);
  });

  test("what the 429 says about waiting is handed on", async () => {
    azure.simulator.setFaults([
      {
        match: { method: "POST", path: "/runCommand" },
        status: 429,
        headers: { "retry-after": "7" },
        body: {},
      },
    ]);
    expect(await start()).toMatchObject({ failure: { status: 429, retryAfterSeconds: 7 } });
  });
});

describe("nobody answers", () => {
  const startAt = async (port: number) => {
    const armEndpoint = `https://localhost:${port}`;
    const transport = createCommandTransport({
      ...azure.options,
      environment: { ...azure.environment, armEndpoint },
    });
    return transport.start(
      await azure.signIn(people.alex),
      ids.cluster,
      { line: "kubectl get pods" },
      false,
      allowed,
    );
  };
  const listen = (server: Server): Promise<number> =>
    new Promise((resolve) => {
      server.listen(0, "127.0.0.1", () => {
        const address = server.address();
        resolve(typeof address === "object" && address !== null ? address.port : 0);
      });
    });

  test("no connection: it was never sent", async () => {
    const server = createServer();
    const port = await listen(server);
    server.close();
    expect(await startAt(port)).toMatchObject({ status: "refused", failure: { code: "ECONNREFUSED" } });
  });

  test("the connection breaks: it may be running", async () => {
    const server = createServer((socket) => socket.on("data", () => socket.destroy()));
    const port = await listen(server);
    expect((await startAt(port)).status).toBe("unknown");
    server.close();
  });
});

describe("the last word before it is sent", () => {
  const failure = { code: "denied", happened: { is: "noLongerHere" }, done: "nothingSent" } as const;
  const startWith = async (whyNotNow: () => Promise<typeof failure | null>, alex: RequesterCredential) =>
    createCommandTransport(azure.options).start(
      alex,
      ids.cluster,
      { line: "kubectl get pods" },
      true,
      whyNotNow,
    );

  test("is heard: nothing is sent", async () => {
    const started = await startWith(async () => failure, await azure.signIn(people.alex));
    expect(started).toEqual({ status: "withheld", failure });
    expect(posts()).toHaveLength(0);
  });

  test("is asked once, after the last token was waited for", async () => {
    const order: string[] = [];
    const alex = await azure.signIn(people.alex);
    const exchange: typeof alex.exchange = async (resource, claims) => {
      const result = await alex.exchange(resource, claims);
      order.push("token");
      return result;
    };
    const whyNotNow = async () => {
      order.push("last word");
      expect(posts()).toHaveLength(0);
      return null;
    };
    expect((await startWith(whyNotNow, { ...alex, exchange })).status).toBe("accepted");
    expect(order.slice(0, -1)).not.toContain("last word");
    expect(order.at(-1)).toBe("last word");
  });

  test("is asked after the wait for Azure's budget", async () => {
    let allowedByNow = true;
    const budget: ArmBudget = {
      send: async (errand, send) => {
        expect(errand).toMatchObject({ kind: "writes" });
        allowedByNow = false;
        return send();
      },
    };
    const started = await createCommandTransport({ ...azure.options, budget }).start(
      await azure.signIn(people.alex),
      ids.cluster,
      { line: "kubectl get pods" },
      true,
      async () => (allowedByNow ? null : failure),
    );
    expect(started.status).toBe("withheld");
    expect(posts()).toHaveLength(0);
  });
});

test.each([
  ["Azure's budget is used up", new ThrottledError(7), { status: 429, retryAfterSeconds: 7 }],
  [
    "too much else is under way",
    Object.assign(new Error("late"), { name: "TimeoutError" }),
    { code: "TimedOut" },
  ],
])(
  "time is up before it is its turn, since %s: nothing was sent, and that is known",
  async (_case, error, failure) => {
    const budget: ArmBudget = { send: () => Promise.reject(error) };
    const transport = createCommandTransport({ ...azure.options, budget });
    const alex = await azure.signIn(people.alex);
    const started = await transport.start(alex, ids.cluster, { line: "kubectl get pods" }, true, allowed);
    expect(started).toMatchObject({ status: "refused", failure });
    expect(posts()).toHaveLength(0);
  },
);

test("no token for the cluster: nothing is sent", async () => {
  const failure = { code: "conditionalAccess", why: "conditionalAccess" } as const;
  const alex = await azure.signIn(people.alex);
  const credential: typeof alex = {
    ...alex,
    exchange: (resource, claims) =>
      resource === "kubernetes" ? Promise.resolve({ ok: false, failure }) : alex.exchange(resource, claims),
  };
  const started = await createCommandTransport(azure.options).start(
    credential,
    ids.cluster,
    { line: "kubectl get pods" },
    true,
    allowed,
  );
  expect(started).toMatchObject({ status: "refused", failure: { signIn: failure } });
  expect(posts()).toHaveLength(0);
});

test("a cluster without managed Entra gets no token of the person", async () => {
  const asked: string[] = [];
  const alex = await azure.signIn(people.alex);
  const credential: typeof alex = {
    ...alex,
    exchange: (resource, claims) => {
      asked.push(resource);
      return alex.exchange(resource, claims);
    },
  };
  await createCommandTransport(azure.options).start(
    credential,
    ids.cluster,
    { line: "kubectl get pods" },
    false,
    allowed,
  );
  expect(new Set(asked)).toEqual(new Set(["arm"]));
});

describe("progress", () => {
  test.each([
    ["no body (202)", undefined, { status: "running" }],
    ["no state", {}, { status: "running" }],
    ["200 that still runs", { provisioningState: "Running" }, { status: "running" }],
    ["a state nobody knows", { provisioningState: "Queued" }, { status: "running" }],
    [
      "succeeded in lower case",
      { provisioningState: "succeeded", exitCode: 0, logs: "ok" },
      { status: "finished" },
    ],
    [
      "failed with a reason",
      { provisioningState: "failed", reason: "ImagePullBackoff" },
      { status: "failed", reason: "ImagePullBackoff" },
    ],
    ["Failed without one", { provisioningState: "Failed" }, { status: "failed", reason: null }],
  ] as const)("%s", (_case, answer, expected) => {
    expect(progressOf(answer, "id")).toMatchObject(expected);
  });

  test("an exit code that is not given is not zero", () => {
    expect(progressOf({ provisioningState: "Succeeded" }, "id")).toMatchObject({
      result: { exitCode: null, output: "" },
    });
  });

  test.each([
    [511_999, false],
    [512_000, true],
    [524_288, true],
  ])("an output of %i bytes: cut %s", (length, truncated) => {
    expect(progressOf({ provisioningState: "Succeeded", logs: "x".repeat(length) }, "id")).toMatchObject({
      result: { truncated },
    });
  });

  test("times are ISO, and an unreadable one is left out", () => {
    const progress = progressOf(
      {
        provisioningState: "Succeeded",
        startedAt: new Date("2026-02-17T00:28:20Z"),
        finishedAt: new Date("?"),
      },
      "id",
    );
    expect(progress).toMatchObject({ result: { startedAt: "2026-02-17T00:28:20.000Z" } });
    expect(progress.status === "finished" && "finishedAt" in progress.result).toBe(false);
  });

  test("a result that is gone, or that the person may not read, is unreadable", async () => {
    const transport = createCommandTransport(azure.options);
    const gone = await transport.progress(await azure.signIn(people.alex), ids.cluster, "0123456789abcdef");
    expect(gone).toMatchObject({ status: "unreadable", failure: { status: 404 } });
    const denied = await transport.progress(
      await azure.signIn(people.adele),
      ids.cluster,
      "0123456789abcdef",
    );
    expect(denied).toMatchObject({
      status: "unreadable",
      failure: { status: 403, needs: { scope: expect.any(String) } },
    });
  });

  test("reading is repeated when Azure stumbles", async () => {
    const started = await start();
    if (started.status !== "accepted") throw new Error(started.status);
    azure.simulator.setFaults([
      { match: { method: "GET", path: "/commandResults" }, status: 500, body: {}, times: 1 },
    ]);
    expect((await finish(started.operationId)).status).toBe("finished");
  });
});

test.each([
  ["https://x/subscriptions/s/resourcegroups/g/providers/p/commandResults/DEF7b3?api-version=1", "DEF7b3"],
  ["https://x/operations/1", null],
  [undefined, null],
])("operationIdIn(%s)", (location, expected) => {
  expect(operationIdIn(location)).toBe(expected);
});
