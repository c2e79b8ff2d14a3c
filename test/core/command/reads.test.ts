// What a command makes kubectl read: what was asked for, and besides. All of it has to be allowed.
import { parseKubectl } from "../../../src/core/command/parse-command.ts";
import { saidRefusal } from "../../said.ts";

/** `pods in pay`, with `+` before what kubectl reads besides. */
function readsOf(text: string): readonly string[] {
  const parsed = parseKubectl(text);
  if (!parsed.ok) throw new Error(saidRefusal(parsed.reason));
  return parsed.request.reads.map(({ resource, scope, also }) => {
    const named = scope.kind === "namespaceObjects" ? scope.names.join(" ") || "any name" : "";
    const where = scope.kind === "namespace" ? `in ${scope.name}` : named || scope.kind;
    return `${also ? "+ " : ""}${resource} ${where}`;
  });
}

test.each([
  ["kubectl get pods", ["pods in default"]],
  ["kubectl get deploy,pods,nodes -n pay", ["deployments in pay", "pods in pay", "nodes cluster"]],
  ["kubectl get pods -A", ["pods allNamespaces"]],
  ["kubectl get ns", ["namespaces any name"]],
  ["kubectl get ns pay shop", ["namespaces pay shop"]],
  ["kubectl logs api-0 -n pay", ["pods/log in pay", "pods in pay"]],
  ["kubectl logs deploy/api", ["pods/log in default", "pods in default", "deployments in default"]],
  ["kubectl describe pod api-0 -n pay", ["pods in pay", "+ events in pay"]],
  ["kubectl describe pod api-0 --show-events", ["pods in default", "+ events in default"]],
  ["kubectl describe pod api-0 --show-events=false", ["pods in default"]],
  [
    "kubectl describe deploy api",
    ["deployments in default", "+ replicasets in default", "+ events in default"],
  ],
  [
    "kubectl describe node aks-0",
    ["nodes cluster", "+ pods allNamespaces", "+ leases in kube-node-lease", "+ events allNamespaces"],
  ],
  ["kubectl describe ns pay", ["namespaces pay", "+ resourcequotas in pay", "+ limitranges in pay"]],
  [
    "kubectl describe ns",
    ["namespaces any name", "+ resourcequotas allNamespaces", "+ limitranges allNamespaces"],
  ],
  ["kubectl describe secret db", ["secrets in default"]],
  // Read once, and asked for.
  ["kubectl describe rs,po -n pay", ["replicasets in pay", "pods in pay", "+ events in pay"]],
  ["kubectl rollout history sts/db", ["statefulsets in default", "+ controllerrevisions in default"]],
  ["kubectl rollout status deploy/api", ["deployments in default"]],
  ["kubectl top pods -n pay", ["pods in pay"]],
  ["kubectl events", ["events in default"]],
  ["kubectl cluster-info", ["services in kube-system"]],
  ["kubectl wait ns/pay --for=create", ["namespaces pay"]],
  ["kubectl get deploy/api --subresource=scale -n pay", ["deployments in pay"]],
  // Which of them lie in namespaces only the cluster knows.
  ["kubectl get certificates -n pay", ["certificates in pay", "certificates cluster"]],
  [
    "kubectl get gtw.gateway,po -A",
    ["gtw.gateway allNamespaces", "gtw.gateway cluster", "pods allNamespaces"],
  ],
  [
    "kubectl describe certificates a -n pay",
    ["certificates in pay", "certificates cluster", "+ events allNamespaces"],
  ],
  [
    "kubectl describe certificates a --show-events=false",
    ["certificates in default", "certificates cluster"],
  ],
  [
    "kubectl cluster-info dump -n pay",
    [
      "nodes cluster",
      ..."events replicationcontrollers services daemonsets deployments replicasets pods pods/log"
        .split(" ")
        .map((resource) => `${resource} in pay`),
    ],
  ],
  ["kubectl get --raw /livez", []],
  ["helm list -A", ["secrets/helm allNamespaces"]],
  ["helm get values api -n pay", ["secrets/helm in pay"]],
  ["helm status api -n pay", ["secrets/helm in pay", "+ * allNamespaces", "+ * cluster"]],
  ["kubectl explain pods.spec", []],
  ["kubectl auth can-i get secrets", []],
  ["kubectl version", []],
])("%s", (text, reads) => {
  expect(readsOf(text)).toEqual(reads);
});
