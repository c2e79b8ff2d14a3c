// Which commands are accepted, and as what; which are refused, and what the person is told.
import type { CommandRequest } from "../../../src/core/command/command-request.ts";
import { verbs } from "../../../src/core/command/grammar/verbs.ts";
import { parseKubectl } from "../../../src/core/command/parse-kubectl.ts";
import { refusedInWords, saidRefusal } from "../../said.ts";

function accepted(text: string): CommandRequest {
  const parsed = parseKubectl(text);
  if (!parsed.ok) throw new Error(saidRefusal(parsed.reason));
  return parsed.request;
}

test.each([
  ["kubectl get pods", "get pods --namespace=default"],
  ["kubectl get po -n pay", "get pods --namespace=pay"],
  ["kubectl get pod -npay", "get pods --namespace=pay"],
  ["kubectl get pods -n=pay", "get pods --namespace=pay"],
  ["kubectl get pods --namespace pay", "get pods --namespace=pay"],
  ["kubectl -n pay get pods", "get pods --namespace=pay"],
  ["kubectl --namespace=pay --request-timeout 5s get pods", "get pods --namespace=pay --request-timeout=5s"],
  ["Kubectl get Pods —namespace pay", "get pods --namespace=pay"],
  ...[
    `{.items[?(@.status.phase=="Running")].metadata.name}`,
    `{.spec.containers[*].env[?(@.name=="LOG_LEVEL")].value}`,
    `{.status.conditions[?(@.type=="Ready")].status}`,
    "{.items[?(@.value>1000)].metadata.name}",
    String.raw`{.items[?(@.metadata.annotations.storageclass\.kubernetes\.io/is-default-class=="true")].metadata.name}`,
  ].map((path) => [
    `kubectl get pods -o 'jsonpath=${path}'`,
    `get pods --namespace=default --output=jsonpath=${path}`,
  ]),
  ["kubectl get pods -A", "get pods --all-namespaces"],
  ["kubectl get pods -A -n pay", "get pods --all-namespaces"],
  ["kubectl get pods --all-namespaces=false", "get pods --namespace=default"],
  ["kubectl get pods -Ao wide", "get pods --all-namespaces --output=wide"],
  ["kubectl get pods -Aowide", "get pods --all-namespaces --output=wide"],
  ["kubectl get deploy,svc,deployment", "get deployments,services --namespace=default"],
  ["kubectl get deployments.apps api", "get deployments api --namespace=default"],
  ["kubectl get pod api-0 api-1", "get pods api-0 api-1 --namespace=default"],
  ["kubectl get deploy/api svc/web", "get deployments/api services/web --namespace=default"],
  ["kubectl get no", "get nodes"],
  ["kubectl get nodes -n pay", "get nodes"],
  ["kubectl get nodes,pods -n pay", "get nodes,pods --namespace=pay"],
  ["kubectl get node aks-0 -A", "get nodes aks-0"],
  [
    "kubectl get all -n pay",
    "get pods,replicationcontrollers,services,daemonsets,deployments,replicasets,statefulsets,horizontalpodautoscalers,cronjobs,jobs --namespace=pay",
  ],
  [
    "kubectl get pods -o jsonpath='{.items[*].metadata.name}'",
    "get pods --namespace=default --output=jsonpath={.items[*].metadata.name}",
  ],
  [
    "kubectl get po -o custom-columns=NAME:.metadata.name",
    "get pods --namespace=default --output=custom-columns=NAME:.metadata.name",
  ],
  [
    "kubectl get pods -l 'env in (prod, stage)' --field-selector=status.phase!=Running",
    "get pods --namespace=default --selector=env in (prod, stage) --field-selector=status.phase!=Running",
  ],
  [
    "kubectl get events --sort-by='{.lastTimestamp}' -L app --no-headers",
    "get events --namespace=default --sort-by={.lastTimestamp} --label-columns=app --no-headers",
  ],
  ["kubectl get secrets -n pay", "get secrets --namespace=pay"],
  ["kubectl get secrets -o name", "get secrets --namespace=default --output=name"],
  ["kubectl describe secret db", "describe secrets db --namespace=default"],
  ["kubectl describe clusterrole system:node", "describe clusterroles system:node"],
  // Else a name that is none would be taken for the beginning of other namespaces' names.
  ["kubectl describe ns pay", "describe namespaces/pay"],
  ["kubectl describe ns,po a b -n pay", "describe namespaces/a namespaces/b pods/a pods/b --namespace=pay"],
  ["kubectl describe ns", "describe namespaces"],
  ["kubectl logs api-0", "logs api-0 --namespace=default"],
  ["kubectl logs pod/api-0 web", "logs api-0 --namespace=default --container=web"],
  [
    "kubectl logs deploy/api -c web -p --tail 50",
    "logs deployments/api --namespace=default --container=web --previous --tail=50",
  ],
  [
    "kubectl logs -l app=api --tail=-1 --since=10m --prefix",
    "logs --namespace=default --selector=app=api --tail=-1 --since=10m --prefix",
  ],
  ["kubectl top pod -n pay --containers", "top pods --namespace=pay --containers"],
  ["kubectl top nodes --sort-by=cpu", "top nodes --sort-by=cpu"],
  [
    "kubectl events --for pod/api-0 --types=Warning",
    "events --namespace=default --for=pod/api-0 --types=Warning",
  ],
  ["kubectl rollout status deploy/api", "rollout status deployments/api --namespace=default --watch=false"],
  [
    "kubectl rollout history sts db --revision=2",
    "rollout history statefulsets db --namespace=default --revision=2",
  ],
  ["kubectl auth can-i list pods -n pay", "auth can-i list pods --namespace=pay"],
  ["kubectl auth can-i --list", "auth can-i --namespace=default --list"],
  ["kubectl auth can-i '*' '*' -A", "auth can-i * * --all-namespaces"],
  ["kubectl auth whoami -o yaml", "auth whoami --output=yaml"],
  ["kubectl explain deploy.spec.replicas --recursive", "explain deployments.spec.replicas --recursive"],
  ["kubectl api-resources --namespaced=false -o wide", "api-resources --namespaced=false --output=wide"],
  ["kubectl api-versions", "api-versions"],
  ["kubectl version --client", "version --client"],
  ["kubectl cluster-info", "cluster-info"],
])("accepts %s", (text, canonical) => {
  const { argv } = accepted(text);
  expect(argv[0]).toBe("kubectl");
  expect(argv.slice(1).join(" ")).toBe(canonical);
});

test("one value stays one argument", () => {
  expect(accepted("kubectl get pods -l 'env in (prod, stage)'").argv).toEqual([
    "kubectl",
    "get",
    "pods",
    "--namespace=default",
    "--selector=env in (prod, stage)",
  ]);
});

const inNamespace = (name: string) => ({ kind: "namespace", name }) as const;

test.each<[string, Partial<CommandRequest>]>([
  [
    "kubectl get po a b -n pay",
    { verb: "get", resources: ["pods"], names: ["a", "b"], scope: inNamespace("pay") },
  ],
  ["kubectl get pods", { scope: inNamespace("default"), names: [], risks: [], filters: [] }],
  ["kubectl get pods -A", { scope: { kind: "allNamespaces" } }],
  ["kubectl get nodes", { scope: { kind: "cluster" }, resources: ["nodes"] }],
  ["kubectl get nodes,pods", { scope: inNamespace("default"), resources: ["nodes", "pods"] }],
  [
    "kubectl logs deploy/api",
    { verb: "logs", resources: ["pods"], subresource: "log", names: ["deployments/api"] },
  ],
  ["kubectl top node", { verb: "top", resources: ["nodes"], scope: { kind: "cluster" } }],
  [
    "kubectl rollout status deploy api",
    { verb: "rollout status", resources: ["deployments"], names: ["api"] },
  ],
  [
    "kubectl auth can-i get secrets",
    { verb: "auth can-i", resources: [], names: [], scope: inNamespace("default") },
  ],
  ["kubectl explain secrets", { verb: "explain", resources: [], names: [], scope: { kind: "cluster" } }],
  [
    "kubectl cluster-info",
    { verb: "cluster-info", resources: ["services"], scope: inNamespace("kube-system") },
  ],
  ["kubectl events", { verb: "events", resources: ["events"], scope: inNamespace("default") }],
  [
    "kubectl version",
    { verb: "version", resources: [], scope: { kind: "cluster" }, access: "read", tool: "kubectl" },
  ],
])("understands %s", (text, expected) => {
  expect(accepted(text)).toMatchObject(expected);
});

test("no sub-resource where none is read", () => {
  expect(accepted("kubectl get pods")).not.toHaveProperty("subresource");
});

test("filters behind the command stay out of the argv", () => {
  const { argv, filters } = accepted("kubectl get pods | grep -i 'back off' | head -n 3");
  expect(argv).toEqual(["kubectl", "get", "pods", "--namespace=default"]);
  expect(filters).toEqual([
    { kind: "grep", pattern: "back off", ignoreCase: true, invert: false },
    { kind: "head", lines: 3 },
  ]);
});

test.each([
  ["kubectl logs api-0", 1],
  ["kubectl describe configmap app", 1],
  ["kubectl get cm app -o yaml", 1],
  ["kubectl get cm", 0],
  ["kubectl get cm -o wide", 0],
  ["kubectl get pods -o yaml", 0],
])("%s names %i risks", (text, count) => {
  expect(accepted(text).risks).toHaveLength(count);
});

test.each([
  // Another command beside it.
  ["kubectl get pods; rm -rf /", "shell-metacharacter", "`;`"],
  ["kubectl get pods && id", "shell-metacharacter", "`&`"],
  ["kubectl get pods $(id)", "shell-metacharacter", "`$`"],
  ["kubectl get pods `id`", "shell-metacharacter", "backtick"],
  ["kubectl get pods > /tmp/x", "shell-metacharacter", "`>`"],
  ["kubectl describe pod <name>", "shell-metacharacter", "placeholder"],
  ["kubectl get pods 'a", "unclosed-quote", "close it"],
  ["kubectl get pods | sh", "filter-unknown", "`sh`"],
  ["kubectl get pods | xargs kubectl delete", "filter-unknown", "`xargs`"],
  // Another person, another cluster.
  ["kubectl get pods --as admin", "flag-not-allowed", "your own rights"],
  ["kubectl --as=admin get pods", "flag-not-allowed", "your own rights"],
  ["kubectl get pods --as-group=system:masters", "flag-not-allowed", "your own rights"],
  ["kubectl get pods --token abc", "flag-not-allowed", "your own rights"],
  ["kubectl get pods --client-key x", "flag-not-allowed", "your own rights"],
  ["kubectl get pods --kubeconfig /etc/k", "flag-not-allowed", "which cluster"],
  ["kubectl --context other get pods", "flag-not-allowed", "which cluster"],
  ["kubectl get pods -s https://x", "flag-not-allowed", "which cluster"],
  ["kubectl get pods --insecure-skip-tls-verify", "flag-not-allowed", "secured"],
  ["kubectl get pods --certificate-authority=x", "flag-not-allowed", "secured"],
  // Past the rules.
  ["kubectl get --raw /api/v1/namespaces/x/secrets", "flag-not-allowed", "API server"],
  ["kubectl get -f x.yaml", "flag-not-allowed", "files"],
  ["kubectl get -k .", "flag-not-allowed", "files"],
  ["kubectl get pods -o go-template='{{.}}'", "flag-not-allowed", "jsonpath"],
  ["kubectl get pods --template='{{.}}'", "flag-not-allowed", "jsonpath"],
  ["kubectl get pods -o jsonpath-file=x", "flag-value", "jsonpath="],
  ["kubectl get pods -o custom-columns-file=x", "flag-value", "custom-columns="],
  ["kubectl get pods -v 9", "flag-not-allowed", "tokens"],
  ["kubectl get pods --v=9", "flag-not-allowed", "tokens"],
  ["kubectl get pods --cache-dir /x", "flag-not-allowed", "machine"],
  ["kubectl get pods --profile=cpu", "flag-not-allowed", "machine"],
  // Without an end.
  ["kubectl get pods -w", "watch-not-supported", "answers once"],
  ["kubectl get pods -Aw", "watch-not-supported", "answers once"],
  ["kubectl get pods --watch=true", "watch-not-supported", "answers once"],
  ["kubectl logs -f api-0", "watch-not-supported", "--tail=200"],
  ["kubectl logs api-0 --follow", "watch-not-supported", "--tail=200"],
  ["kubectl wait pod/api-0 --for=condition=Ready", "watch-not-supported", "answers once"],
  ["kubectl rollout status deploy/api --watch", "watch-not-supported", "answers once"],
  // Changes.
  ["kubectl delete pod x", "write-not-supported", "only reading"],
  ["kubectl -n pay delete pod x", "write-not-supported", "only reading"],
  ["kubectl apply -f x.yaml", "write-not-supported", "only reading"],
  ["kubectl scale deploy api --replicas=0", "write-not-supported", "only reading"],
  ["kubectl rollout restart deploy/api", "write-not-supported", "only reading"],
  ["kubectl rollout undo deploy/api", "write-not-supported", "only reading"],
  ["kubectl cordon aks-0", "write-not-supported", "only reading"],
  ["kubectl edit deploy api", "write-not-supported", "only reading"],
  ["kubectl run x --image=x", "write-not-supported", "only reading"],
  ["kubectl auth reconcile -f x", "write-not-supported", "only reading"],
  // Sessions.
  ["kubectl exec api-0 -- sh", "interactive-not-supported", "session"],
  ["kubectl attach api-0", "interactive-not-supported", "session"],
  ["kubectl port-forward api-0 80", "interactive-not-supported", "session"],
  ["kubectl proxy", "interactive-not-supported", "session"],
  ["kubectl debug node/aks-0", "interactive-not-supported", "session"],
  ["kubectl cp api-0:/etc/passwd x", "interactive-not-supported", "copies files"],
  // Neither of these.
  ["kubectl config view", "verb-not-supported", "kubeconfig"],
  ["kubectl diff -f x", "verb-not-supported", "files"],
  ["kubectl cluster-info dump", "verb-not-supported", "whole cluster"],
  ["kubectl plugin list", "verb-not-supported", "help"],
  ["get pods", "not-kubectl", "begin with kubectl"],
  ["k get pods", "not-kubectl", "begin with kubectl"],
  ["helm list", "not-kubectl", "begin with kubectl"],
  ["/usr/bin/kubectl get pods", "not-kubectl", "begin with kubectl"],
  ["kubectl", "verb-missing", "kubectl get pods"],
  ["kubectl -o yaml get pods", "verb-missing", "before `-o`"],
  ["kubectl gett pods", "verb-unknown", "`kubectl get`"],
  ["kubectl neat", "verb-unknown", "get, describe, logs"],
  ["kubectl top", "verb-unknown", "kubectl top pods or kubectl top nodes"],
  ["kubectl auth", "verb-unknown", "kubectl auth can-i"],
  ["kubectl rollout stats deploy/api", "verb-unknown", "kubectl rollout status"],
  // Secrets.
  ["kubectl get secrets -o yaml", "secret-values", "describe secret"],
  ["kubectl get secret/db -o json", "secret-values", "describe secret"],
  ["kubectl get secret db -ojsonpath='{.data}'", "secret-values", "-o jsonpath"],
  ["kubectl get secrets -o custom-columns=X:.data", "secret-values", "describe secret"],
  ["kubectl get pods,secrets -o yaml", "secret-values", "describe secret"],
  ["kubectl get pod/a secret/b -o yaml", "secret-values", "describe secret"],
  ["kubectl get secrets --sort-by=.data.password", "secret-values", "metadata"],
  ["kubectl get secrets --sort-by=.data.metadata", "secret-values", "metadata"],
  ["kubectl get secrets --sort-by=.metadatas.name", "secret-values", "metadata"],
  // What is masked.
  ...[
    `jsonpath={.spec.containers[0].env[?(@.value>"m")].name}`,
    `jsonpath={.spec.containers[0].env[?(@['value']=="m")].name}`,
    `jsonpath={.spec.containers[0].env[?(@.val\\ue>"m")].name}`,
    `jsonpath={.spec.containers[0].env[?("m"<@.value)].name}`,
    `jsonpath={.spec.containers[0].env[?("a\\"b"<@.value)].name}`,
    `jsonpath={.spec.containers[0].args[?(@>"m")]}`,
    `jsonpath={.items[?(@.data.password>"m")].metadata.name}`,
    `jsonpath={.items[?(@.data.*>"m")].metadata.name}`,
    `jsonpath={.items[?(@.spec.containers[0].args[1]>"m")].metadata.name}`,
    `custom-columns=A:.spec.containers[*].env[?(@.value>"m")].name`,
    `jsonpath={.items[?(@.metadata.annotations.kubectl\\.kubernetes\\.io/last-applied-configuration>"m")].metadata.name}`,
  ].map((output): [string, string, string] => [
    `kubectl get pods -o '${output.replaceAll("'", String.raw`'\''`)}'`,
    "secret-values",
    "filter by a name",
  ]),
  // What it is about.
  ["kubectl get", "resource-missing", "kubectl get pods"],
  ["kubectl logs", "resource-missing", "which pod"],
  ["kubectl explain", "resource-missing", "kubectl explain"],
  ["kubectl get podz", "resource-unknown", "`pod`"],
  ["kubectl get virtualservices", "resource-unknown", "Kubernetes' own resource types"],
  ["kubectl get pods,", "resource-unknown", "``"],
  ["kubectl get pods.v1.apps", "resource-unknown", "`pods.v1.apps`"],
  ["kubectl get __proto__", "resource-unknown", "`__proto__`"],
  ["kubectl get all/x", "resource-unknown", "`all`"],
  ["kubectl rollout status pod/x", "resource-not-supported", "deployments"],
  ["kubectl logs node/aks-0", "resource-not-supported", "pods"],
  ["kubectl get pods a/b", "name-invalid", "TYPE/NAME"],
  ["kubectl get pods/a/b", "name-invalid", "TYPE/NAME"],
  ["kubectl get pods 'a b'", "name-invalid", "`a b`"],
  ["kubectl get pods ../x", "name-invalid", "TYPE/NAME"],
  ["kubectl logs 'a b'", "name-invalid", "`a b`"],
  ["kubectl logs a 'b c'", "name-invalid", "`b c`"],
  ["kubectl explain pods.spec..x", "name-invalid", "pods.spec..x"],
  ["kubectl explain pods.spec.x-y", "name-invalid", "pods.spec.x-y"],
  ["kubectl explain podz.spec", "resource-unknown", "`podz`"],
  ["kubectl explain pods spec", "argument-invalid", "`spec` is too much"],
  ["kubectl auth can-i get -- x", "flag-unknown", "`--`"],
  ["kubectl auth can-i get", "argument-invalid", "verb and a resource"],
  ["kubectl logs a b c", "argument-invalid", "`c` is too much"],
  ["kubectl top pods a b", "argument-invalid", "`b` is too much"],
  ["kubectl version x", "argument-invalid", "`x` is too much"],
  ["kubectl events x", "argument-invalid", "`x` is too much"],
  ["kubectl get pod api-0 -A", "name-in-all-namespaces", "-n NAMESPACE"],
  // Flags.
  ["kubectl get pods --show-label", "flag-unknown", "`--show-labels`"],
  ["kubectl get pods -x", "flag-unknown", "`-x`"],
  ["kubectl get pods -", "flag-unknown", "dash alone"],
  ["kubectl get nodes --containers", "flag-unknown", "`--containers`"],
  ["kubectl describe pod a -o yaml", "flag-unknown", "`-o`"],
  ["kubectl version -n pay", "flag-unknown", "`-n`"],
  ["kubectl get pods -n a -n b", "flag-repeated", "twice"],
  ["kubectl logs a b -c c", "flag-repeated", "twice"],
  ["kubectl get pods -n", "flag-value", "needs a value"],
  ["kubectl get pods -n ''", "flag-value", "needs a value"],
  ["kubectl get pods -n -A", "flag-value", "name of a namespace"],
  ["kubectl get pods -n Pay", "flag-value", "name of a namespace"],
  ["kubectl get pods -n a/b", "flag-value", "name of a namespace"],
  ["kubectl get pods -o xml", "flag-value", "one of wide, yaml"],
  ["kubectl get pods -o jsonpath", "flag-value", "jsonpath=…"],
  ["kubectl get pods -A=true", "flag-value", "takes no value"],
  ["kubectl get pods --show-labels=maybe", "flag-value", "on or off"],
  ["kubectl get pods --sort-by='@file'", "flag-value", ".metadata.creationTimestamp"],
  ["kubectl logs a --tail=x", "flag-value", "whole number"],
  ["kubectl logs a --since=yesterday", "flag-value", "duration"],
  ["kubectl logs a --since-time=9:30", "flag-value", "2026-03-01T09:30:00Z"],
])("refuses %s", (text, code, reason) => {
  const refused = { ok: false, code, reason: expect.stringContaining(reason) };
  expect(refusedInWords(parseKubectl(text))).toEqual(refused);
});

test.each(verbs.map((verb) => [verb.example, verb] as const))(
  "the example %s is accepted",
  (example, verb) => {
    expect(accepted(example).verb).toBe(verb.verb);
  },
);
