// Running commands: what is refused before kubectl starts, how output is cut, how a run is stopped.
import { access, realpath } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { startTestCluster, type TestCluster } from "../simulator/kubernetes/test-cluster.ts";

/** One byte, then characters of two bytes: the limit falls inside a character. */
const longLog = `x${"é".repeat(300 * 1024)}`;
const talker = {
  apiVersion: "v1",
  kind: "Pod",
  metadata: { name: "talker", namespace: "shop", annotations: { "simulator/log": longLog } },
  spec: { containers: [{ name: "talker" }] },
};

let shop: TestCluster;
beforeAll(async () => {
  shop = await startTestCluster({ objects: [talker] });
});
afterAll(() => shop.close());

test.each([
  ["az aks list", 'only kubectl and helm are run, not "az"'],
  ["A=b kubectl get pods", 'only kubectl and helm are run, not "A=b"'],
  ["/bin/kubectl get pods", "only kubectl and helm are run"],
  ["", "it is no command"],
  ["kubectl get pods | grep web", '"|" would need a shell'],
  ["kubectl get pods; id", 'only kubectl and helm are run, not "id"'],
  ["kubectl get pods $(id)", '"$" would need a shell'],
  ["kubectl get pods 'web", "a single quote is not closed"],
])("%j is refused with exit code 127", async (command, reason) => {
  expect(await shop.run("admin", command)).toEqual({ exitCode: 127, logs: expect.stringContaining(reason) });
});

test("kubectl's own errors keep their exit code", async () => {
  expect(await shop.run("admin", "kubectl frobnicate")).toEqual({
    exitCode: 1,
    logs: expect.stringContaining('unknown command "frobnicate"'),
  });
});

test("stdout and stderr are one text in the order of writing", async () => {
  const { logs } = await shop.run("admin", "kubectl logs coredns-1 -n kube-system --ignore-errors");
  expect(logs).toBe('Defaulted container "coredns" out of: coredns, sidecar\n');
});

test("output ends at 512 kB, never inside a character", async () => {
  const { exitCode, logs } = await shop.run("admin", "kubectl logs talker -n shop");
  expect(exitCode).toBe(0);
  expect(Buffer.byteLength(logs)).toBe(512 * 1024 - 1);
  expect(logs).toBe(longLog.slice(0, logs.length));
});

test("a signal stops a run that does not end", async () => {
  const outcome = await shop.run("admin", "kubectl get pods -n shop -w", AbortSignal.timeout(8_000));
  expect(outcome).toEqual({ exitCode: 137, logs: expect.stringContaining("web-1") });
});

test("the folder with the token is gone after the run", async () => {
  const { logs } = await shop.run("admin", "kubectl kustomize .");
  // Beside the one in which the command ran.
  const folder = path.dirname(/in directory '([^']+)'/.exec(logs)?.[1] ?? "");
  expect(path.dirname(folder)).toBe(await realpath(tmpdir()));
  await expect(access(folder)).rejects.toThrow("ENOENT");
});
