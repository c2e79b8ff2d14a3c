// Who may do what with the real kubectl: tokens, RBAC, Azure RBAC, reviews and impersonation.
import type { Attributes } from "../../../simulator/kubernetes/attributes.ts";
import { type Person, startTestCluster, type TestCluster } from "../../simulator/kubernetes/test-cluster.ts";

const cannot = (what: string) => `is forbidden: User "alexw@contoso.example" cannot ${what}`;

describe("with Kubernetes RBAC", () => {
  let shop: TestCluster;
  beforeAll(async () => {
    shop = await startTestCluster();
  });
  afterAll(() => shop.close());

  test.each<[Person, string, string]>([
    [
      "alex",
      "kubectl get pods -n x",
      `Error from server (Forbidden): pods ${cannot('list resource "pods" in API group "" in the namespace "x"')}\n`,
    ],
    [
      "alex",
      "kubectl get nodes",
      `nodes ${cannot('list resource "nodes" in API group "" at the cluster scope')}\n`,
    ],
    [
      "alex",
      "kubectl get cm other -n shop",
      `configmaps "other" ${cannot('get resource "configmaps" in API group "" in the namespace "shop"')}\n`,
    ],
    ["alex", "kubectl get cm -n shop", `configmaps ${cannot('list resource "configmaps"')}`],
    ["alex", "kubectl logs web-1 -n shop", `pods "web-1" ${cannot('get resource "pods/log"')}`],
    [
      "alex",
      "kubectl delete deploy web -n shop",
      `deployments.apps "web" ${cannot('delete resource "deployments" in API group "apps" in the namespace "shop"')}`,
    ],
    [
      "alex",
      "kubectl get ns x",
      `namespaces "x" ${cannot('get resource "namespaces" in API group "" in the namespace "x"')}`,
    ],
    [
      "alex",
      "kubectl get --raw /metrics",
      `forbidden: User "alexw@contoso.example" cannot get path "/metrics"`,
    ],
    ["alex", "kubectl get pods -n shop --as=admin@contoso.example", "(Forbidden)"],
    ["reader", "kubectl scale deploy web -n shop --replicas=0", 'cannot patch resource "deployments/scale"'],
    ["reader", "kubectl get secrets -n shop", "secrets is forbidden"],
    ["reader", "kubectl delete pod web-1 -n shop", 'pods "web-1" is forbidden'],
    ["stranger", "kubectl get pods", "You must be logged in to the server"],
  ])("%s: %s is refused", async (person, command, text) => {
    expect(await shop.run(person, command)).toEqual({ exitCode: 1, logs: expect.stringContaining(text) });
  });

  test.each<[Person, string, string]>([
    ["alex", "kubectl get pods -n shop", "web-1"],
    ["alex", "kubectl get cm settings -n shop", "settings"],
    ["alex", "kubectl get cm -n shop --field-selector=metadata.name=settings", "settings"],
    ["reader", "kubectl logs web-1 -n shop", "one"],
    ["reader", "kubectl get deploy,svc,cm -n shop", "deployment.apps/web"],
    ["reader", "kubectl get ns shop", "Active"],
    ["admin", "kubectl get pods -n shop --as=alexw@contoso.example", "web-1"],
    ["alex", "kubectl auth whoami", "alexw@contoso.example"],
    ["reader", "kubectl auth whoami", "[11111111-1111-4111-8111-111111111111 system:authenticated]"],
    ["alex", "kubectl auth can-i list pods -n shop", "yes"],
    ["alex", "kubectl auth can-i get cm/settings -n shop", "yes"],
    ["reader", "kubectl auth can-i get pods --subresource=log -n shop", "yes"],
    ["alex", "kubectl auth can-i --list -n shop", "[settings]"],
    ["admin", "kubectl auth can-i '*' '*' --all-namespaces", "yes"],
  ])("%s: %s is allowed", async (person, command, text) => {
    expect(await shop.run(person, command)).toEqual({ exitCode: 0, logs: expect.stringContaining(text) });
  });

  test.each<[Person, string]>([
    ["alex", "kubectl auth can-i delete pods -n shop"],
    ["alex", "kubectl auth can-i get cm/other -n shop"],
    ["alex", "kubectl auth can-i get pods --subresource=log -n shop"],
    ["alex", "kubectl auth can-i get /metrics"],
    ["reader", "kubectl auth can-i list pods -n kube-system"],
  ])("%s: %s says no", async (person, command) => {
    const { exitCode, logs } = await shop.run(person, command);
    expect({ exitCode, answer: logs.trim() }).toEqual({ exitCode: 1, answer: "no" });
  });
});

describe("with Azure RBAC", () => {
  const asked: Attributes[] = [];
  let shop: TestCluster;
  beforeAll(async () => {
    const authorize = (_: unknown, attributes: Attributes) => {
      asked.push(attributes);
      return attributes.resource === "nodes";
    };
    shop = await startTestCluster({ authorize });
  });
  afterAll(() => shop.close());

  test("Azure's answer allows and is asked with Kubernetes' attributes", async () => {
    expect(await shop.run("alex", "kubectl get nodes -o name")).toEqual({
      exitCode: 0,
      logs: "node/aks-system-1\n",
    });
    expect(asked).toContainEqual({
      verb: "list",
      group: "",
      resource: "nodes",
      subresource: "",
      namespace: "",
      name: "",
    });
  });

  test("role objects decide nothing, and the refusal names Azure", async () => {
    expect(await shop.run("alex", "kubectl get pods -n shop")).toEqual({
      exitCode: 1,
      logs: expect.stringContaining("Update role assignment to allow access."),
    });
  });

  test("system:masters passes without being asked about", async () => {
    expect((await shop.run("admin", "kubectl get pods -n shop")).exitCode).toBe(0);
  });
});
