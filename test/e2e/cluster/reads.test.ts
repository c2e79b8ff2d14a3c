// The real kubectl reading from the API server: command → exit code and text.
import { startTestCluster, type TestCluster } from "../../simulator/kubernetes/test-cluster.ts";

let shop: TestCluster;
beforeAll(async () => {
  shop = await startTestCluster();
});
afterAll(() => shop.close());

/** The words of each line, so that the width of columns does not matter. */
const table = (logs: string) =>
  logs
    .trimEnd()
    .split("\n")
    .map((line) =>
      line
        .trim()
        .split(/\s{2,}/)
        .join(" | "),
    );

test.each([
  [
    "kubectl get pods -n shop",
    [
      "NAME | READY | STATUS | RESTARTS | AGE",
      "web-1 | 1/1 | Running | 0 | 3h5m",
      "web-2 | 0/1 | CrashLoopBackOff | 7 (3m6s ago) | 3h5m",
    ],
  ],
  [
    "kubectl get pods -A --no-headers -o wide -l tier!=back",
    [
      "kube-system | coredns-1 | 0/2 | Pending | 0 | 0s | <none> | aks-system-1 | <none> | <none>",
      "shop | web-1 | 1/1 | Running | 0 | 3h5m | 10.244.0.7 | aks-system-1 | <none> | <none>",
    ],
  ],
  [
    "kubectl get nodes",
    ["NAME | STATUS | ROLES | AGE | VERSION", "aks-system-1 | Ready | <none> | 20d | v1.33.5"],
  ],
  [
    "kubectl get deploy -n shop -o wide",
    [
      "NAME | READY | UP-TO-DATE | AVAILABLE | AGE | CONTAINERS | IMAGES | SELECTOR",
      "web | 1/2 | 2 | 1 | 2d2h | web | shop/web:1.4 | app=web",
    ],
  ],
  [
    "kubectl get svc -n shop",
    [
      "NAME | TYPE | CLUSTER-IP | EXTERNAL-IP | PORT(S) | AGE",
      "web | LoadBalancer | 10.0.0.9 | <pending> | 80:31080/TCP | 2d2h",
    ],
  ],
  [
    "kubectl get events -n shop",
    [
      "LAST SEEN | TYPE | REASON | OBJECT | MESSAGE",
      "90s | Warning | BackOff | pod/web-2 | Back-off restarting failed container web",
    ],
  ],
  [
    "kubectl get cm,secrets -n shop --no-headers",
    ["configmap/other | 1 | 0s", "configmap/settings | 1 | 0s", "secret/db | Opaque | 1 | 0s"],
  ],
])("%s prints kubectl's columns", async (command, lines) => {
  const { exitCode, logs } = await shop.run("admin", command);
  const aged = (text: string) => text.replace(/\b(\d+m)?\d+s\b/g, "seconds");
  expect(table(logs).map(aged)).toEqual(lines.map(aged));
  expect(exitCode).toBe(0);
});

test.each([
  ["kubectl version", 0, "Server Version: v1.33.5"],
  ["kubectl cluster-info", 0, "is running at https://127.0.0.1"],
  ["kubectl api-resources --api-group=apps", 0, "deploy"],
  ["kubectl explain pods", 0, "KIND:       Pod"],
  ["kubectl get all -n shop", 0, "deployment.apps/web"],
  ["kubectl get pods -n shop -l 'tier in (back)' -o name", 0, "pod/web-2\n"],
  ["kubectl get pods -A --field-selector=status.phase=Pending -o name", 0, "pod/coredns-1\n"],
  ["kubectl get pods -A --field-selector=spec.x=1", 1, "field label not supported: spec.x"],
  ["kubectl get pods -n shop --sort-by=.metadata.name --no-headers", 0, "web-1"],
  ["kubectl get pod web-1 -n shop -o jsonpath='{.status.podIP}'", 0, "10.244.0.7"],
  ["kubectl get deploy web -n shop -o json", 0, '"kind": "Deployment"'],
  ["kubectl get events.events.k8s.io -n shop -o yaml", 0, "note: Back-off restarting failed container web"],
  ["kubectl get pod missing -n shop", 1, 'Error from server (NotFound): pods "missing" not found'],
  ["kubectl get widgets", 1, `the server doesn't have a resource type "widgets"`],
  ["kubectl get pods -n empty", 0, "No resources found in empty namespace."],
  ["kubectl describe pod web-2 -n shop", 0, "Warning  BackOff"],
  ["kubectl describe node aks-system-1", 0, "Non-terminated Pods:          (3 in total)"],
  ["kubectl events -n shop", 0, "Pod/web-2"],
  ["kubectl top pods -n shop", 1, "Metrics API not available"],
  ["kubectl logs web-1 -n shop", 0, "one\ntwo\nthree\n"],
  ["kubectl logs web-1 -n shop --tail=1", 0, "three\n"],
  ["kubectl logs web-2 -n shop --previous", 0, "panic: no database\n"],
  [
    "kubectl logs web-1 -n shop --previous",
    1,
    'previous terminated container "web" in pod "web-1" not found',
  ],
  ["kubectl logs web-1 -n shop -c other", 1, "container other is not valid for pod web-1"],
  ["kubectl exec web-1 -n shop -- id", 1, "NotFound"],
  ["kubectl get --raw /readyz", 0, "ok"],
])("%s exits with %d", async (command, exitCode, text) => {
  const outcome = await shop.run("admin", command);
  expect(outcome).toEqual({ exitCode, logs: expect.stringContaining(text) });
});

test("annotations that steer the local Azure are not shown", async () => {
  const { logs } = await shop.run("admin", "kubectl get pod web-1 -n shop -o yaml");
  expect(logs).toContain("team: shop");
  expect(logs).not.toContain("simulator/");
});
