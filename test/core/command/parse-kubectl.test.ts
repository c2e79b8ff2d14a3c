// Which commands are accepted, and as what; which are refused, and what the person is told.
import type { CommandRequest } from "../../../src/core/command/grammar/command-request.ts";
import { verbs } from "../../../src/core/command/grammar/verbs.ts";
import { parseKubectl } from "../../../src/core/command/parse-command.ts";
import { understoodNow } from "../../../src/core/command/understood-now.ts";
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
  ["kubectl get pods -A=true --show-labels=F", "get pods --all-namespaces --show-labels=false"],
  // As kubectl takes them: the last of a flag counts, and a list grows.
  ["kubectl get pods -n a -n b -l x=1 -l y=2", "get pods --namespace=b --selector=y=2"],
  ["kubectl get pods -L app -L tier,zone", "get pods --namespace=default --label-columns=app,tier,zone"],
  ["kubectl get pods --field-selector '' -l ''", "get pods --namespace=default"],
  [
    "kubectl --disable-compression -n pay get pods --watch=false",
    "get pods --namespace=pay --disable-compression",
  ],
  ["kubectl get pods # all of them", "get pods --namespace=default"],
  [
    "kubectl get pods -o jsonpath={.items[*].metadata.name}",
    "get pods --namespace=default --output=jsonpath={.items[*].metadata.name}",
  ],
  [
    "kubectl get deploy/api --subresource scale",
    "get deployments/api --namespace=default --subresource=scale",
  ],
  // A program that prints fields.
  [
    "kubectl get pods -o go-template='{{.kind}}'",
    "get pods --namespace=default --output=go-template={{.kind}}",
  ],
  ["kubectl get pods -o=template={{.kind}}", "get pods --namespace=default --output=go-template={{.kind}}"],
  [
    "kubectl get pods -o go-template --template {{.kind}} -A",
    "get pods --all-namespaces --output=go-template={{.kind}}",
  ],
  [
    "kubectl get pods --template={{.kind}} --no-headers",
    "get pods --namespace=default --output=go-template={{.kind}} --no-headers",
  ],
  [
    "kubectl get pods -o jsonpath --template={.kind}",
    "get pods --namespace=default --output=jsonpath={.kind}",
  ],
  // Types that only the cluster knows.
  ["kubectl get certificates", "get certificates --namespace=default"],
  [
    "kubectl get Certificates.v1.cert-manager.io a -n pay",
    "get certificates.v1.cert-manager.io a --namespace=pay",
  ],
  ["kubectl get vs,dr,po -A", "get vs,dr,pods --all-namespaces"],
  ["kubectl describe gateway/web", "describe gateway/web --namespace=default"],
  ["kubectl get hpa.v2.autoscaling", "get hpa.v2.autoscaling --namespace=default"],
  ["kubectl get events.events.k8s.io", "get events.events.k8s.io --namespace=default"],
  ["kubectl explain certificates.spec", "explain certificates.spec"],
  [
    "kubectl get api-extensions",
    "get mutatingwebhookconfigurations,validatingadmissionpolicies,validatingadmissionpolicybindings,validatingwebhookconfigurations,customresourcedefinitions,apiservices",
  ],
  // What the API server says of itself.
  ["kubectl get --raw '/readyz?verbose'", "get --raw=/readyz?verbose"],
  ["kubectl get --raw=/livez/etcd -n pay", "get --raw=/livez/etcd"],
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
  ["kubectl logs api-0", "logs api-0 --namespace=default --tail=1000"],
  ["kubectl logs pod/api-0 web", "logs api-0 --namespace=default --container=web --tail=1000"],
  [
    "kubectl logs job/load -c a -c b --limit-bytes=9",
    "logs jobs/load --namespace=default --container=b --limit-bytes=9",
  ],
  ["kubectl logs deploy/api --since=0 --follow=false", "logs deployments/api --namespace=default --since=0"],
  [
    "kubectl logs -l app=api --all-containers",
    "logs --namespace=default --selector=app=api --all-containers",
  ],
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
  ["kubectl cluster-info dump -n pay", "cluster-info dump --namespaces=pay --request-timeout=20s"],
  ["kubectl cluster-info dump --namespaces pay", "cluster-info dump --namespaces=pay --request-timeout=20s"],
  [
    "kubectl wait pod/a --for=condition=Ready",
    "wait pods/a --namespace=default --for=condition=Ready --timeout=30s",
  ],
  [
    "kubectl wait --for=jsonpath={.status.phase}=Running pod -l app=api --timeout 2m30s",
    "wait pods --namespace=default --for=jsonpath={.status.phase}=Running --selector=app=api --timeout=2m30s",
  ],
  ["helm list", "list --namespace=default"],
  ["helm ls -A --failed -o json", "list --all-namespaces --failed --output=json"],
  ["helm -n pay status api --revision 3", "status api --namespace=pay --revision=3"],
  ["helm history api", "history api --namespace=default"],
  ["helm get values api -a -n pay", "get values api --namespace=pay --all"],
  ["helm get manifest api", "get manifest api --namespace=default"],
])("accepts %s", (text, canonical) => {
  const { argv, tool } = accepted(text);
  expect(argv[0]).toBe(tool);
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
  [
    "kubectl get deploy/api --subresource=status",
    { resources: ["deployments"], names: ["api"], subresource: "status" },
  ],
  ["kubectl get --raw /version", { verb: "get", resources: [], scope: { kind: "cluster" } }],
  ["kubectl get certificates.v1.cert-manager.io", { resources: ["certificates.cert-manager.io"] }],
  ["kubectl get deploy.v1.apps,events.events.k8s.io", { resources: ["deployments", "events"] }],
  [
    "helm get values api -n pay",
    {
      tool: "helm",
      verb: "helm get",
      resources: ["secrets/helm"],
      names: ["api"],
      scope: inNamespace("pay"),
    },
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
  ["kubectl cluster-info dump", 1],
  ["helm get notes api", 1],
  ["helm list", 0],
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
  ["kubectl get --raw /api/v1/namespaces/x/secrets", "flag-not-allowed", "kubectl get TYPE"],
  ["kubectl get -f x.yaml", "flag-not-allowed", "files"],
  ["kubectl get -k .", "flag-not-allowed", "files"],
  ["kubectl get --raw '/metrics'", "flag-not-allowed", "/readyz"],
  ["kubectl get --raw /readyz/../api/v1/secrets", "flag-not-allowed", "kubectl get TYPE"],
  ["kubectl get --raw '/readyz?x=/api'", "flag-not-allowed", "kubectl get TYPE"],
  ["kubectl get --raw https://x/readyz", "flag-value", "path of the API server"],
  ["kubectl get --raw /readyz pods", "argument-invalid", "stands alone"],
  ["kubectl get pods --raw /readyz -o yaml", "argument-invalid", "stands alone"],
  ["kubectl get pods -o jsonpath-file=x", "flag-not-allowed", "reads files"],
  ["kubectl get pods -o go-template-file=x", "flag-not-allowed", "reads files"],
  ["kubectl get pods -o custom-columns-file=x", "flag-not-allowed", "reads files"],
  // Programs that do more than print fields.
  ["kubectl get cm -o go-template='{{.data.a | base64decode}}'", "template-not-supported", "`base64decode`"],
  ["kubectl get cm -o go-template='{{slice .data.a 0 3}}'", "template-not-supported", "`slice`"],
  ["kubectl get cm -o go-template='{{define \"x\"}}{{end}}'", "template-not-supported", "`define`"],
  [`kubectl get cm -o go-template='{{printf "%.3s" .data.a}}'`, "template-not-supported", "%.3s"],
  [`kubectl get cm -o go-template='{{printf "%x" .data.a}}'`, "template-not-supported", "%x"],
  ["kubectl get cm -o go-template='{{printf .data.a}}'", "template-not-supported", "`printf`"],
  [
    `kubectl get cm -o go-template='{{index .data (printf "pass%s" "word")}}'`,
    "template-not-supported",
    "`printf`",
  ],
  [`kubectl get cm -o go-template='{{"x" | printf "%s" | index .}}'`, "template-not-supported", "`printf`"],
  [
    `kubectl get cm -o go-template='{{$x := printf "a"}}{{index . $x}}'`,
    "template-not-supported",
    "`printf`",
  ],
  ["kubectl get cm -o go-template='{{print print .a}}'", "template-not-supported", "`print`"],
  [
    String.raw`kubectl get cm -o go-template='{{index .a "p\x61ss"}}'`,
    "template-not-supported",
    "cannot be read",
  ],
  ["kubectl get cm -o go-template='{{.a'", "template-not-supported", "not closed"],
  ["kubectl get pods -o yaml --template={{.a}}", "flag-value", "`-o yaml`"],
  ["kubectl get pods -o go-template=a --template={{.a}}", "flag-value", "`-o go-template`"],
  ["kubectl get pods -o go-template", "flag-value", "-o go-template=…"],
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
  ["kubectl wait pod/api-0 --for=condition=Ready --timeout=-1s", "flag-value", "four minutes"],
  ["kubectl wait pod/api-0", "argument-invalid", "--for"],
  ["kubectl rollout status deploy/api --watch", "watch-not-supported", "answers once"],
  // Changes.
  ["kubectl delete pod x", "write-not-supported", "not done here"],
  ["kubectl -n pay delete pod x", "write-not-supported", "not done here"],
  ["kubectl apply -f x.yaml", "write-not-supported", "send me the file in our chat"],
  ["kubectl scale deploy api --replicas=0", "write-not-supported", "not done here"],
  ["kubectl rollout restart deploy/api", "write-not-supported", "not done here"],
  ["kubectl rollout undo deploy/api", "write-not-supported", "not done here"],
  ["kubectl cordon aks-0", "write-not-supported", "not done here"],
  ["kubectl create ns x", "write-not-supported", "from a file"],
  ["kubectl edit deploy api", "write-not-supported", "kubectl patch"],
  ["kubectl run x --image=x", "write-not-supported", "your own terminal"],
  ["kubectl auth reconcile -f x", "write-not-supported", "your own terminal"],
  // Sessions.
  ["kubectl exec api-0 -- sh", "interactive-not-supported", "session"],
  ["kubectl attach api-0", "interactive-not-supported", "session"],
  ["kubectl port-forward api-0 80", "interactive-not-supported", "session"],
  ["kubectl proxy", "interactive-not-supported", "session"],
  ["kubectl debug node/aks-0", "interactive-not-supported", "session"],
  ["kubectl cp api-0:/etc/passwd x", "interactive-not-supported", "copies files"],
  // Neither of these.
  ["kubectl config view", "verb-not-supported", "kubeconfig"],
  ["kubectl diff -f x", "verb-not-supported", "-o yaml"],
  ["kubectl cluster-info dump -A", "flag-not-allowed", "-n"],
  ["kubectl cluster-info dump --namespaces=a,b", "flag-value", "name of a namespace"],
  ["kubectl cluster-info dump --output-directory=/tmp", "flag-not-allowed", "machine"],
  ["kubectl plugin list", "verb-not-supported", "help"],
  ["get pods", "not-kubectl", "begin with kubectl"],
  ["k get pods", "not-kubectl", "begin with kubectl"],
  ["az aks list", "not-kubectl", "kubectl and helm"],
  ["helm", "verb-missing", "helm list"],
  ["helm install api ./chart", "write-not-supported", "from your own terminal"],
  ["helm rollback api 3", "write-not-supported", "from your own terminal"],
  ["helm template .", "verb-not-supported", "about charts"],
  ["helm get secrets api", "verb-unknown", "helm get values"],
  ["helm get values", "resource-missing", "which release"],
  ["helm get values api b", "argument-invalid", "`b` is too much"],
  ["helm get values API", "name-invalid", "`API`"],
  ["helm get values api --template x", "flag-unknown", "`--template`"],
  ["helm list --kube-context other", "flag-not-allowed", "which cluster"],
  ["helm list --kube-as-user admin", "flag-not-allowed", "your own rights"],
  ["helm list --kube-token x", "flag-not-allowed", "your own rights"],
  ["helm list --kubeconfig x", "flag-not-allowed", "which cluster"],
  ["helm list --debug", "flag-not-allowed", "tokens"],
  ["helm get pods", "verb-unknown", "helm get values"],
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
  ["kubectl get secrets -o go-template='{{.data}}'", "secret-values", "describe secret"],
  ["kubectl get secrets.v1. --template='{{.data}}'", "secret-values", "describe secret"],
  ["kubectl wait secret/db --for=jsonpath={.type}=x", "secret-values", "--for=create"],
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
    "compare a name",
  ]),
  ...[
    "{{range .args}}{{if gt . `m`}}x{{end}}{{end}}",
    "{{range $k, $v := .data}}{{if gt $v `m`}}x{{end}}{{end}}",
    "{{if eq .data.password `m`}}x{{end}}",
    "{{if eq (index .data `a`) `m`}}x{{end}}",
    "{{with .value}}{{len .}}{{end}}",
  ].map((template): [string, string, string] => [
    `kubectl get cm -o go-template='${template}'`,
    "secret-values",
    "compare a name",
  ]),
  ["kubectl wait cm/a --for=jsonpath={.data.password}=x", "secret-values", "compare a name"],
  ["kubectl wait pod/a --for='jsonpath={.spec.containers[0].args}=x'", "secret-values", "compare a name"],
  // What it is about.
  ["kubectl get", "resource-missing", "kubectl get pods"],
  ["kubectl logs", "resource-missing", "which pod"],
  ["kubectl explain", "resource-missing", "kubectl explain"],
  ["kubectl get deploymnts", "resource-unknown", "`deployments`"],
  ["kubectl get deploymnts", "resource-unknown", "certificates.cert-manager.io"],
  ["kubectl get pods,", "resource-unknown", "``"],
  ["kubectl get pod[0]", "resource-unknown", "`pod[0]`"],
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
  ["kubectl explain deploymnts.spec", "resource-unknown", "`deployments`"],
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
  ["kubectl logs a b -c c", "flag-repeated", "twice"],
  ["kubectl get pods -n", "flag-value", "needs a value"],
  ["kubectl get pods -n ''", "flag-value", "needs a value"],
  ["kubectl get pods -n -A", "flag-value", "name of a namespace"],
  ["kubectl get pods -n Pay", "flag-value", "name of a namespace"],
  ["kubectl get pods -n a/b", "flag-value", "name of a namespace"],
  ["kubectl get pods -o xml", "flag-value", "one of wide, yaml"],
  ["kubectl get pods -o jsonpath", "flag-value", "jsonpath=…"],
  ["kubectl get pods -A=yes", "flag-value", "on or off"],
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

test.each([
  ["kubectl get pods", true],
  ["kubectl get pods -n default", undefined],
  ["kubectl get pods -A", undefined],
  ["kubectl get nodes", undefined],
  ["kubectl logs api-0", true],
  ["kubectl cluster-info", undefined],
])("%s: its namespace is assumed: %s", (text, assumed) => {
  expect(accepted(text).namespaceAssumed).toBe(assumed);
});

test.each([
  ["4m", "4m", undefined],
  ["240s", "240s", undefined],
  ["5m", "4m", "5m"],
  ["10m", "4m", "10m"],
  ["1h30m", "4m", "1h30m"],
])("a wait of %s is sent as %s, and what was asked for is kept", (asked, sent, kept) => {
  const parsed = parseKubectl(`kubectl wait pod/api-0 --for=condition=Ready --timeout=${asked}`);
  if (!parsed.ok) throw new Error(parsed.code);
  expect(parsed.request.argv).toContain(`--timeout=${sent}`);
  expect(parsed.request.waitAsked).toBe(kept);
  expect(understoodNow(parsed.request).waitAsked).toBe(kept);
});
