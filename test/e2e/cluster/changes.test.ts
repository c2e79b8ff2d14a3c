// The real kubectl changing objects, each time on a fresh cluster: a command, then what a second one shows.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { startTestCluster, type TestCluster } from "../../simulator/kubernetes/test-cluster.ts";

let shop: TestCluster;
let folder: string;
beforeEach(async () => {
  shop = await startTestCluster();
  folder = await mkdtemp(path.join(tmpdir(), "manifest-"));
});
afterEach(async () => {
  await shop.close();
  await rm(folder, { recursive: true });
});

const deployment = (path: string) => `kubectl get deploy web -n shop -o jsonpath='{${path}}'`;

test.each([
  ["kubectl scale deploy web -n shop --replicas=5", "scaled", deployment(".spec.replicas"), "5"],
  [
    "kubectl scale deploy web -n shop --replicas=5 --dry-run=server",
    "(server dry run)",
    deployment(".spec.replicas"),
    "2",
  ],
  [
    "kubectl rollout restart deploy web -n shop",
    "restarted",
    deployment(".spec.template.metadata.annotations"),
    "restartedAt",
  ],
  [
    "kubectl set image deploy/web web=shop/web:1.5 -n shop",
    "image updated",
    deployment(".spec.template.spec.containers"),
    '[{"env":[{"name":"MODE","value":"live"}],"image":"shop/web:1.5","name":"web"}]',
  ],
  [
    'kubectl patch deploy web -n shop --type=merge -p \'{"spec":{"paused":true}}\'',
    "patched",
    deployment(".spec.paused"),
    "true",
  ],
  [
    "kubectl label pod web-1 -n shop team=blue",
    "labeled",
    "kubectl get pods -n shop -l team=blue -o name",
    "pod/web-1",
  ],
  [
    "kubectl annotate pod web-1 -n shop team=blue --overwrite",
    "annotated",
    "kubectl logs web-1 -n shop",
    "three",
  ],
  ["kubectl cordon aks-system-1", "cordoned", "kubectl get nodes", "Ready,SchedulingDisabled"],
  [
    "kubectl taint node aks-system-1 a=b:NoSchedule",
    "tainted",
    "kubectl get nodes -o jsonpath='{.items[0].spec.taints}'",
    '"NoSchedule"',
  ],
  [
    "kubectl delete pod web-1 -n shop",
    'pod "web-1" deleted',
    "kubectl get pods -n shop -o name",
    "pod/web-2",
  ],
  [
    "kubectl delete pod web-1 -n shop --dry-run=server",
    "(server dry run)",
    "kubectl get pods -n shop -o name",
    "pod/web-1",
  ],
  ["kubectl delete cm --all -n shop", '"settings" deleted', "kubectl get cm -n shop", "No resources found"],
  ["kubectl drain aks-system-1 --force", "pod/web-1 evicted", "kubectl get pods -A", "No resources found"],
  [
    "kubectl drain aks-system-1 --force --dry-run=server",
    "drained (server dry run)",
    "kubectl get pods -n shop",
    "web-1",
  ],
  ["kubectl run probe --image=busybox -n shop", "created", "kubectl get pod probe -n shop", "Pending"],
  [
    "kubectl expose deploy web -n shop --port=80 --name=web2",
    "exposed",
    "kubectl get svc web2 -n shop",
    "80/TCP",
  ],
])("%s", async (command, text, check, shown) => {
  expect(await shop.run("admin", command)).toEqual({ exitCode: 0, logs: expect.stringContaining(text) });
  expect(await shop.run("admin", check)).toEqual({ exitCode: 0, logs: expect.stringContaining(shown) });
});

test("apply creates, changes and leaves unchanged", async () => {
  const manifest = path.join(folder, "manifest.json");
  const outputs: string[] = [];
  for (const value of ["1", "2", "2"]) {
    const metadata = { name: "flags", namespace: "shop" };
    await writeFile(
      manifest,
      JSON.stringify({ apiVersion: "v1", kind: "ConfigMap", metadata, data: { value } }),
    );
    outputs.push((await shop.run("admin", `kubectl apply -f ${manifest}`)).logs);
  }
  expect(outputs).toEqual(["created", "configured", "unchanged"].map((done) => `configmap/flags ${done}\n`));
  expect(shop.cluster.objects()).toContainEqual(
    expect.objectContaining({ kind: "ConfigMap", data: { value: "2" } }),
  );
  expect(await shop.run("admin", `kubectl create -f ${manifest}`)).toEqual({
    exitCode: 1,
    logs: expect.stringContaining("AlreadyExists"),
  });
});

test.each([
  ["kubectl delete pod missing -n shop", 'pods "missing" not found'],
  ["kubectl create namespace x", "takes new objects as JSON"],
  ["kubectl patch deploy web -n shop --type=json -p '{}'", "the patch is not a list"],
])("%s is refused", async (command, text) => {
  expect(await shop.run("admin", command)).toEqual({ exitCode: 1, logs: expect.stringContaining(text) });
});

test("a rollout that another command completes is waited for", async () => {
  const scaled = await shop.run("admin", "kubectl scale deploy web -n shop --replicas=1");
  expect(scaled.exitCode).toBe(0);
  const status = shop.run("admin", "kubectl rollout status deploy web -n shop --timeout=20s");
  const patch = JSON.stringify({ status: { replicas: 1, updatedReplicas: 1, availableReplicas: 1 } });
  await shop.run("admin", `kubectl patch deploy web -n shop --type=merge -p '${patch}'`);
  expect(await status).toEqual({ exitCode: 0, logs: expect.stringContaining("successfully rolled out") });
});
