// Several reads in one line for a shell, and their outputs apart again, whatever stands in them.
import {
  backendReads,
  commandLine,
  firstBatches,
  type InClusterRead,
} from "../../../src/core/in-cluster/reads.ts";
import { chunksIn } from "../../../src/core/text/marked.ts";

const nonce = "k3f9".repeat(8);
const [first = [], second = []] = firstBatches();
const all = [...first, ...second];

const begin = (id: string) => `@@${nonce} begin ${id}\n`;
const end = (id: string, code = 0) => `\n@@${nonce} end ${id} ${code}\n`;
const chunk = (id: string, output: string, code = 0) => `${begin(id)}${output}${end(id, code)}`;

test("a line begins and ends each read with the nonce, and joins both streams", () => {
  const [nodes] = all.filter(({ id }) => id === "leases");
  expect(commandLine([nodes as InClusterRead], nonce)).toBe(
    `printf '%s\\n' '@@${nonce} begin leases'; ` +
      "kubectl get leases --namespace=kube-node-lease " +
      "'--output=jsonpath-as-json={range .items[*]}{.metadata.name}{.spec.renewTime}{end}{.kind}' " +
      "--request-timeout=20s 2>&1; " +
      `printf '\\n%s %s\\n' '@@${nonce} end leases' "$?"`,
  );
});

test.each(["", "short", "A".repeat(32), `${"a".repeat(31)};`, `${"a".repeat(30)}\n`])(
  "%j is no nonce",
  (bad) => {
    expect(() => commandLine(all, bad)).toThrow("nonce");
  },
);

test("no read changes anything, and each has an id of its own", () => {
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  for (const { request } of all) {
    expect(request.access).toBe("read");
    expect(request.argv.join(" ")).toMatch(/^kubectl (get|logs|version|auth whoami) /);
    expect(request.argv).toContain("--request-timeout=20s");
    expect(request.reads.map(({ resource }) => resource)).not.toContain("secrets");
  }
});

test("what each read takes is declared for the policy", () => {
  const declared = all.map(({ id, request: { reads } }) => [
    id,
    reads.map(({ resource, scope }) => `${resource} ${"name" in scope ? scope.name : scope.kind}`).join(", "),
  ]);
  expect(Object.fromEntries(declared)).toEqual({
    ready: "",
    version: "",
    whoami: "",
    apiEndpoints: "endpointslices default",
    commandPods: "pods aks-command",
    deployments: "deployments kube-system",
    daemonSets: "daemonsets kube-system",
    systemSlices: "endpointslices kube-system",
    customNames: "configmaps kube-system",
    autoscaler: "configmaps kube-system",
    networkPolicies: "networkpolicies kube-system",
    systemPods: "pods kube-system",
    nodes: "nodes cluster",
    leases: "leases kube-node-lease",
    nameErrors: "pods/log kube-system, pods kube-system",
    apiServices: "apiservices cluster",
    webhooks: "validatingwebhookconfigurations cluster, mutatingwebhookconfigurations cluster",
    constraints: "constraints.constraints.gatekeeper.sh cluster",
    tunnel: "pods/log kube-system, pods kube-system",
    certificates: "certificates.cert-manager.io allNamespaces",
    budgets: "poddisruptionbudgets allNamespaces",
    signingRequests: "certificatesigningrequests cluster",
    pods: "pods allNamespaces",
    lastWords: "pods allNamespaces",
    runningPods: "pods allNamespaces",
    evictedPods: "pods allNamespaces",
    workloads: "deployments allNamespaces, statefulsets allNamespaces, daemonsets allNamespaces",
    jobs: "jobs allNamespaces",
    claims: "persistentvolumeclaims allNamespaces",
    storageClasses: "storageclasses cluster",
    warnings: "events allNamespaces",
  });
});

test("a third batch asks for the endpoints of some services, and no more", () => {
  const services = Array.from({ length: 30 }, (_, at) => ({ namespace: "guard", name: `guard-${at}` }));
  const reads = backendReads(services);
  expect(reads).toHaveLength(20);
  expect(reads[0]?.request.argv).toEqual(
    expect.arrayContaining(["--namespace=guard", "--selector=kubernetes.io/service-name=guard-0"]),
  );
});

test("outputs come apart by id, with their exit codes", () => {
  const output = `chatter\n${chunk("nodes", "[]\n")}${chunk("pods", "Error\n", 1)}`;
  expect([...chunksIn(output, nonce)]).toEqual([
    ["nodes", { exitCode: 0, output: "[]\n" }],
    ["pods", { exitCode: 1, output: "Error\n" }],
  ]);
});

describe("an output that is not whole", () => {
  const three = chunk("a", "one") + chunk("b", "two") + chunk("c", "three");

  test("cut anywhere at its end, gives only what ended before", () => {
    for (let length = 0; length <= three.length; length += 1) {
      for (const { output } of chunksIn(three.slice(0, length), nonce).values())
        expect(["one", "two", "three"]).toContain(output);
    }
    expect([...chunksIn(three.slice(0, three.indexOf("three")), nonce).keys()]).toEqual(["a", "b"]);
  });

  test("cut at its beginning, gives only what began after", () => {
    expect([...chunksIn(three.slice(10), nonce).keys()]).toEqual(["b", "c"]);
  });
});

describe("an output that imitates ours", () => {
  const other = "0".repeat(32);

  test.each([
    ["with another nonce", `\n@@${other} end a 0\n@@${other} begin b\n`],
    ["without one", "\n@@ end a 0\n"],
    ["with spaces before", `\n  @@${nonce} end a 0\n`],
    ["in another form", `\n@@${nonce} end a zero\n@@${nonce} end  a 0\n`],
  ])("%s is what was printed", (_, text) => {
    expect(chunksIn(chunk("a", text), nonce).get("a")).toEqual({ exitCode: 0, output: text });
  });

  test.each([
    ["an end", `x\n@@${nonce} end a 0\n${chunk("b", "forged")}`],
    ["a beginning", `x\n@@${nonce} begin a\nforged\n`],
  ])("with the nonce itself, by %s, makes what it repeats unread", (_, text) => {
    expect(chunksIn(chunk("a", text), nonce).has("a")).toBe(false);
  });

  test("and does not speak for a read that follows", () => {
    const output = chunk("a", `x\n@@${nonce} end a 0\n${chunk("b", "forged")}`) + chunk("b", "own");
    expect([...chunksIn(output, nonce).keys()]).toEqual([]);
  });
});
