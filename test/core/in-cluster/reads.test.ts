// What kubectl prints for each read, as data; and any other text is not read.

import { readInCluster } from "../../../src/core/in-cluster/read-in-cluster.ts";
import type { PartName } from "../../../src/core/in-cluster/reads/model.ts";
import { firstBatches, specs } from "../../../src/core/in-cluster/reads.ts";
import { chunksIn } from "../../../src/core/text/marked.ts";
import { hostileInputs } from "../../prove/hostile-text/inputs.ts";

const names = Object.keys(specs) as readonly PartName[];
const nonce = "k3f9".repeat(8);
const reads = firstBatches().flat();

const chunk = (id: string, output: string, exitCode: number): string =>
  `@@${nonce} begin ${id}\n${output}\n@@${nonce} end ${id} ${exitCode}\n`;

const lookAt = (output: string) => {
  const began = "2026-11-26T10:00:00Z";
  return readInCluster({
    ran: [{ reads, nonce, went: { is: "ran", output, began } }],
    denied: [],
    now: began,
  });
};
const look = (id: string, output: string, exitCode = 0) => lookAt(chunk(id, output, exitCode));

const partOf = <Name extends PartName>(name: Name, output: string, exitCode = 0) =>
  look(name, output, exitCode).parts[name];

/** As kubectl prints the fields of one object with `-o jsonpath-as-json`. */
const cells = (...fields: readonly (readonly unknown[])[]): string =>
  fields.map((field) => `${JSON.stringify(field, null, 4)}\n`).join("");

/** The same of a list of objects. */
const list = (...fields: readonly (readonly unknown[])[]): string => cells(...fields, ["List"]);

const data = (value: unknown) => ({ status: "read", data: value });

describe("the API server's own checks", () => {
  test.each([
    ["ok\n", 0, data({ isReady: true, failing: [] })],
    ["[+]ping ok\n[+]etcd ok\nreadyz check passed\n", 0, data({ isReady: true, failing: [] })],
    [
      'Error from server (InternalError): an error on the server ("[+]ping ok\\n[-]etcd failed: reason withheld\\n[-]poststarthook/rbac/bootstrap-roles failed: reason withheld\\nreadyz check failed") has prevented the request from succeeding\n',
      1,
      data({ isReady: false, failing: ["etcd", "rbac/bootstrap-roles"] }),
    ],
    [
      "Unable to connect to the server: net/http: TLS handshake timeout\n",
      1,
      expect.objectContaining({ why: "timedOut" }),
    ],
    ["ok\n", 1, expect.objectContaining({ status: "unread" })],
    ["<html>ok</html>\n", 0, expect.objectContaining({ why: "odd" })],
  ])("%j", (output, exitCode, expected) => {
    expect(partOf("ready", output, exitCode)).toEqual(expected);
  });
});

const version = (server: unknown) =>
  JSON.stringify({ clientVersion: { gitVersion: "v1.32.3" }, serverVersion: server }, null, 2);

test.each([
  [version({ major: "1", minor: "33+", gitVersion: "v1.33.5" }), data({ server: 33, kubectl: 32 })],
  [
    `E1126 10:00:00.000000 1 memcache.go:265] "Unhandled Error"\n${version({ gitVersion: "v1.30.0" })}`,
    data({ server: 30, kubectl: 32 }),
  ],
  [version(undefined), expect.objectContaining({ why: "odd" })],
  [version("v1.33"), expect.objectContaining({ why: "odd" })],
])("the version in %j", (output, expected) => {
  expect(partOf("version", output)).toEqual(expected);
});

const settings = (more: object = {}) => ({ zones: [], forwards: [], rewrites: [], ...more });
const corefile = (text: string) => list(["coredns-custom"], [{ "own.server": text }]);

test.each([
  [list(), settings()],
  [
    corefile(
      "contoso.example:53 azmk8s.io {\n    errors\n    forward . 10.9.0.4 10.9.0.5:53\n    cache 30\n}\n",
    ),
    settings({ zones: ["contoso.example", "azmk8s.io"], forwards: ["10.9.0.4", "10.9.0.5"] }),
  ],
  [
    corefile(
      "rewrite name suffix .contoso.example .azmk8s.io\n# forward . 1.2.3.4\nforward . /etc/resolv.conf {\n  prefer_udp\n}\n",
    ),
    settings({ rewrites: ["name", "suffix", ".contoso.example", ".azmk8s.io"] }),
  ],
  [corefile("forward . [fd00::10]:53 dns://10.9.0.6"), settings({ forwards: ["fd00::10", "10.9.0.6"] })],
  [list(["coredns-custom"], []), settings()],
])("settings of CoreDNS in %j", (output, expected) => {
  expect(partOf("customNames", output)).toEqual(data(expected));
});

const status = (more: object = {}) => ({
  exists: true,
  isHealthy: true,
  backsOff: false,
  stuck: null,
  ...more,
});
const statusText = (text: string) => list(["cluster-autoscaler-status"], [text]);

test.each([
  [list(), { exists: false, isHealthy: true, backsOff: false, stuck: null }],
  [statusText("clusterWide:\n  health:\n    status: Healthy\n  scaleUp:\n    status: NoActivity"), status()],
  [
    statusText(
      "nodeGroups:\n- scaleUp:\n    status: Backoff\n    backoffInfo:\n      errorCode: OutOfResourcesErrorClass\n      errorMessage: 'Code=\"SubnetIsFull\"'",
    ),
    status({ backsOff: true, stuck: "subnet" }),
  ],
  [statusText("Health: Unhealthy (ready=1 unready=3)"), status({ isHealthy: false })],
  [
    statusText(
      "ScaleUp: Backoff … Operation could not be completed as it results in exceeding approved Total Regional Cores quota",
    ),
    status({ backsOff: true, stuck: "quota" }),
  ],
  [statusText("health:\n  status: Healthy\nnodeGroups:\n- name: aks-quota-31846275-vmss"), status()],
])("the autoscaler's status in %j", (output, expected) => {
  expect(partOf("autoscaler", output)).toEqual(data(expected));
});

test.each<readonly [PartName, string]>([
  ["autoscaler", statusText("autoscalerStatus: Initializing")],
  ["autoscaler", list(["cluster-autoscaler-status"], [{ status: "Healthy" }])],
  ["autoscaler", list(["cluster-autoscaler-status"], ["health: Healthy", "health: Healthy"])],
  ["autoscaler", list(["cluster-autoscaler-status"], [])],
  ["autoscaler", list(["another"], ["health: Healthy"])],
  [
    "autoscaler",
    list(
      ...Array(2)
        .fill([["cluster-autoscaler-status"], ["health: Healthy"]])
        .flat(),
    ),
  ],
  ["autoscaler", cells(["cluster-autoscaler-status"], ["health: Healthy"])],
  ["autoscaler", ""],
  ["customNames", list(["coredns-custom"], ["own.server"])],
  ["customNames", list(["coredns-custom"], [7])],
  ["customNames", list(["another"], [{}])],
  ["customNames", cells(["coredns-custom"], [{}])],
  ["customNames", ""],
  ["deployments", list(["coredns"], [], [2])],
  ["deployments", list(["coredns"], ["2"], [2])],
  ["daemonSets", list(["kube-proxy"], [], [])],
  ["signingRequests", list(["csr-1"], [], ["kubernetes.io/kubelet-serving"], [])],
  ["pods", list(["shop"], ["cart-1"], ["Pending"], [], [], ...Array(12).fill([]))],
])("%s without what Kubernetes always says, in %j, is not read", (name, output) => {
  expect(partOf(name, output)).toMatchObject({ status: "unread", why: "odd" });
});

test.each([
  ["deny", true],
  ["", true],
  ["scoped", true],
  ["dryrun", false],
  ["warn", false],
])("a constraint whose action is %j denies: %j", (action, denies) => {
  expect(partOf("constraints", list(["K8sA"], ["a"], [action], []))).toMatchObject({ data: [{ denies }] });
});

const tunnel = (more: object = {}) => ({ pods: 0, fault: null, address: "", ...more });
const failure = (text: string) => `[pod/cloud-node-manager-a/cloud-node-manager] ok\n${text}\n`;

test.each([
  ["[pod/a-1/c] x\n[pod/a-2/c] y\n", 0, tunnel({ pods: 2 })],
  ["No resources found in kube-system namespace.\n", 0, tunnel()],
  [
    failure(
      'Error from server: Get "https://10.240.0.6:10250/containerLogs/kube-system/x/y?tailLines=1": dial tcp 10.240.0.6:10250: i/o timeout',
    ),
    1,
    tunnel({ pods: 1, fault: "nodeSilent", address: "10.240.0.6" }),
  ],
  [
    'Error from server: Get "https://10.240.0.4:10250/containerLogs/kube-system/x/y": No agent available\n',
    1,
    tunnel({ fault: "noAgent" }),
  ],
  [failure("Error from server (BadRequest): container not valid"), 1, tunnel({ pods: 1, fault: "other" })],
  ["[pod/a-1/c] a line without an end", 1, tunnel({ pods: 1, fault: "other" })],
  ["[pod/a-1/c] Error from server: dial tcp 10.240.0.6:10250: i/o timeout\n", 0, tunnel({ pods: 1 })],
])("the tunnel in %j", (output, exitCode, expected) => {
  expect(partOf("tunnel", output, exitCode)).toEqual(data(expected));
});

test("what CoreDNS complains of is counted", () => {
  const line = "[ERROR] plugin/errors: 2 a.example. A: read udp 10.244.0.7:41234->10.1.0.4:53: i/o timeout\n";
  const log = `${line}${line}[INFO] 10.244.0.9:3 - 4 "A IN b.example. udp 40" SERVFAIL qr 40 0.1s\n`;
  expect(partOf("nameErrors", log)).toEqual(
    data({ lines: 3, silent: ["10.1.0.4", "10.1.0.4"], serverFailures: 1 }),
  );
});

const started = ".:53\ncontoso.example.:53\nCoreDNS-1.12.1\nlinux/amd64, go1.24.6, 51e11f1\n";

test.each([
  ["its start", started, { lines: 4 }],
  [
    "its start and what its client says",
    `W1126 10:00:00.000000       1 warnings.go:70] deprecated\n${started}`,
    { lines: 4 },
  ],
  [
    "a query in its log",
    '[INFO] 10.244.0.9:3 - 4 "A IN b.example. udp 40" NOERROR qr 40 0.1s\n',
    { lines: 1 },
  ],
  [
    "a line of its own that is cut",
    "[INFO] plugin/reload: Running configuration SHA512 = 8a3c\n[ERR",
    { lines: 1 },
  ],
])("%s is a log of CoreDNS", (_what, output, expected) => {
  expect(partOf("nameErrors", output)).toMatchObject({ status: "read", data: expected });
});

test.each([
  ["a page of a proxy", "<html>\n<head><title>200 OK</title></head>\n<body>ok</body>\n</html>\n"],
  ["one in one line", "<html><body>ok</body></html>\n"],
  ["the log of something else", '10.0.0.4 - - [26/Nov/2026:10:00:00] "GET / HTTP/1.1" 200\n'],
  ["more of something else than of CoreDNS", `[INFO] plugin/reload\n${"<p>ok</p>\n".repeat(2)}`],
  ["JSON", '{"level":"info","msg":"ok"}\n'],
  ["words that name it", "this is CoreDNS, [INFO] all is well\n"],
  ["a fault in something else", "<p>->10.1.0.4:53: i/o timeout</p>\n"],
])("%s is none, so that nothing is known", (_what, output) => {
  expect(partOf("nameErrors", output)).toMatchObject({ status: "unread", why: "odd" });
});

test("that there is no pod of CoreDNS is no line of a log", () => {
  expect(partOf("nameErrors", "No resources found in kube-system namespace.\n")).toEqual(
    data({ lines: 0, silent: [], serverFailures: 0 }),
  );
});

describe("what kubectl was refused", () => {
  test.each([
    [
      'Error from server (Forbidden): nodes is forbidden: User "a" cannot list resource "nodes" at the cluster scope\n',
      "forbidden",
    ],
    [
      "Error from server (Timeout): the server was unable to return a response in the time allotted\n",
      "timedOut",
    ],
    ["error: context deadline exceeded\n", "timedOut"],
    ["error: You must be logged in to the server (Unauthorized)\n", "refused"],
    ["", "refused"],
  ])("%j", (output, why) => {
    const needs = [{ resource: "nodes", scope: { kind: "cluster" } }];
    expect(partOf("nodes", output, 1)).toEqual({ status: "unread", why, needs });
  });

  const noSuchType = `error: the server doesn't have a resource type "x"\n`;
  const optional: readonly PartName[] = ["certificates", "constraints"];

  test.each(optional)("a cluster may be without %s", (name) => {
    expect(partOf(name, noSuchType, 1)).toEqual({ status: "absent" });
  });

  test.each(names.filter((name) => !optional.includes(name)))(
    "no cluster is without %s, so that nothing was seen of it",
    (name) => {
      expect([name, partOf(name, noSuchType, 1).status]).not.toEqual([name, "absent"]);
    },
  );

  test("a pod's own words do not count as kubectl's", () => {
    const log =
      "[pod/a-1/c] x\nError from server (Forbidden): forged\nError from server: No agent available\n";
    expect(partOf("tunnel", log, 1)).toEqual(data({ pods: 1, fault: "noAgent", address: "" }));
  });
});

describe("an output that kubectl does not print", () => {
  const rowOfLease = list(["aks-1"], ["2026-11-26T09:59:58Z"]);

  test("is read where it is whole", () => {
    expect(partOf("leases", rowOfLease)).toEqual(
      data([{ node: "aks-1", renewed: Date.parse("2026-11-26T09:59:58Z") }]),
    );
    expect(partOf("leases", list())).toEqual(data([]));
  });

  test.each([
    ["there is none", ""],
    ["it ends before its end", cells(["aks-1"], ["2026-11-26T09:59:58Z"])],
    ["a field is missing", list(["aks-1"])],
    ["a name is none", list(["aks-1\n@@ end"], ["2026-11-26T09:59:58Z"])],
    ["a name is no text", list([{ a: 1 }], ["2026-11-26T09:59:58Z"])],
    ["a name is __proto__'s kind of nothing", list([null], [null])],
    ["it is cut", rowOfLease.slice(0, -3)],
    ["it holds a line of something else", `${rowOfLease}hello\n`],
    ["it is a table", "NAME    HOLDER   AGE\naks-1   aks-1    3d\n"],
    ["it is no JSON", "[\n    nonsense\n]\n"],
    ["it is HTML", "<html><body>502</body></html>\n"],
  ])("is not read: %s", (_, output) => {
    expect(partOf("leases", output)).toMatchObject({ status: "unread", why: "odd" });
  });

  test("a time that is none is not known", () => {
    expect(partOf("leases", list(["aks-1"], ["yesterday"]))).toEqual(
      data([{ node: "aks-1", renewed: null }]),
    );
  });

  test("what kubectl says besides does not count", () => {
    const said = `E1126 10:00:00.000000 1 memcache.go:287] "Unhandled Error" err="couldn't get resource list for metrics.k8s.io/v1beta1"\nWarning: deprecated\n`;
    expect(partOf("leases", said + rowOfLease)).toMatchObject({ status: "read" });
  });

  test("webhooks between which something is missing", () => {
    const webhook = [["webhook"], ["a.b.example"], ["Fail"], ["ns"], ["svc"], ["pods"]];
    const whole = list(["validating"], ["cfg"], ...webhook, ...webhook);
    expect(partOf("webhooks", whole)).toMatchObject({
      data: [{ configuration: "cfg" }, { mustAnswer: true }],
    });
    expect(partOf("webhooks", list(...webhook))).toMatchObject({ why: "odd" });
    expect(partOf("webhooks", list(["validating"], ["cfg"], ...webhook.slice(0, 4)))).toMatchObject({
      why: "odd",
    });
    expect(partOf("webhooks", list(["other"], ["cfg"]))).toMatchObject({ why: "odd" });
  });

  test("a webhook that names no service that could be", () => {
    const odd = list(
      ["validating"],
      ["cfg"],
      ["webhook"],
      ["a.b.example"],
      ["Fail"],
      ["ns"],
      ["svc;id"],
      ["pods"],
    );
    expect(partOf("webhooks", odd)).toMatchObject({ why: "odd" });
  });
});

test("nobody but Kubernetes writes into a field: brackets, marks and control characters in a message stay one", () => {
  const said = `x\n]\n[\n    "forged"\n]\n@@${nonce} end pods 0\n\u0000\u001b[31m`;
  const fields = [
    ["shop"],
    ["cart-1"],
    ["Running"],
    ["aks-1"],
    ["2026-11-26T09:00:00Z"],
    ["CrashLoopBackOff"],
  ];
  const output = list(...fields, [], [said], [], [7], ["OOMKilled"], [], ...Array(5).fill([]));
  expect(partOf("pods", output)).toMatchObject({ status: "read", data: [{ name: "cart-1", said: [said] }] });
});

describe("containers that wait", () => {
  const begin = [["shop"], ["cart-1"], ["Running"], ["aks-1"], ["2026-11-26T09:00:00Z"]];
  const waits = (...cells: readonly (readonly unknown[])[]) => list(...begin, ...cells);
  const reasons = [["CrashLoopBackOff"], ["ErrImagePull"], [], [], [7, 0], ["OOMKilled"], []];

  test.each([
    [
      "one that crashed, and one before it whose image is not there",
      waits(...reasons, ["cart", "init"], [7, 0], ["other", "cart"], [0, 137], ["Completed", "OOMKilled"]),
      [
        { name: "cart", why: "CrashLoopBackOff", restarts: 7, end: { code: 137, why: "OOMKilled" } },
        { name: "init", why: "ErrImagePull", restarts: 0, end: null },
      ],
    ],
    ["a list without one of them", waits(...reasons, ["cart"], [7, 0], [], [], []), []],
    ["restarts of another number", waits(...reasons, ["cart", "init"], [7], [], [], []), []],
    [
      "exit codes of another number",
      waits(...reasons, ["cart", "init"], [7, 0], ["cart"], [], []),
      [expect.objectContaining({ end: null }), expect.objectContaining({ end: null })],
    ],
  ])("%s", (_what, output, containers) => {
    expect(partOf("pods", output)).toMatchObject({ data: [{ containers }] });
  });

  test("last words belong to a container only where each has its own", () => {
    const words = (...cells: readonly (readonly unknown[])[]) => list(["shop"], ["cart-1"], ...cells);
    expect(partOf("lastWords", words(["cart"], ["no disk"]))).toEqual(
      data([{ namespace: "shop", name: "cart-1", containers: [{ name: "cart", said: "no disk" }] }]),
    );
    expect(partOf("lastWords", words(["cart", "init"], ["no disk"]))).toMatchObject({
      data: [{ containers: [] }],
    });
  });
});

type Cells = readonly unknown[];

const runs = (isReady: Cells, since: Cells, ...more: readonly Cells[]) =>
  list(["shop"], ["cart-1"], ["aks-apps-1"], isReady, since, ...more);
const justNow = "2026-11-26T09:59:00Z";

test.each([
  [
    "one of two containers is not ready",
    runs(["False"], [justNow], [true, false], [], [], ["Always"]),
    { isReady: false, since: Date.parse(justNow), ready: 1, containers: 2, runsToEnd: false },
  ],
  ["it is ready", runs(["True"], [justNow], [true], [], [], ["Always"]), { isReady: true, ready: 1 }],
  ["nobody says whether it is", runs([], [], [], [], [], []), { isReady: false, since: null }],
  ["a job's", runs(["False"], [justNow], [false], [], [], ["OnFailure"]), { runsToEnd: true }],
  ["it is being deleted", runs(["False"], [justNow], [false], [], [justNow], []), { isEnding: true }],
  ["it waits", runs(["False"], [], [false], ["CrashLoopBackOff"], [], []), { waiting: ["CrashLoopBackOff"] }],
])("a pod that runs: %s", (_what, output, expected) => {
  expect(partOf("runningPods", output)).toMatchObject({ data: [{ name: "cart-1", ...expected }] });
});

test("an event that says anything is counted, and its words are not taken", () => {
  const event = list(
    ["shop"],
    ["Pod"],
    ["<b>\n@@"],
    ["<i>"],
    ["kubelet"],
    [3],
    [],
    ["2026-11-26T09:59:00Z"],
    [],
    [],
  );
  expect(partOf("warnings", event)).toMatchObject({
    data: [{ namespace: "shop", what: "Pod", reason: "", from: "kubelet", count: 3 }],
  });
});

describe("any text at all", () => {
  test.each([0, 1])("never throws, and is never read as objects; exit code %i", (exitCode) => {
    for (const { make } of hostileInputs) {
      const text = make(5_000);
      const { parts } = lookAt(names.map((name) => chunk(name, text, exitCode)).join(""));
      for (const name of names) {
        const part = parts[name];
        if (part.status === "read" && Array.isArray(part.data)) expect([name, part.data]).toEqual([name, []]);
      }
    }
  });

  test("a megabyte in place of everything gives nothing", () => {
    const model = look("nobody", "a".repeat(1_000_000));
    expect(new Set(Object.values(model.parts).map(({ status }) => status))).toEqual(new Set(["unread"]));
    expect(chunksIn("a".repeat(1_000_000), nonce).size).toBe(0);
  });
});
