// What is understood of a command that changes something: what is sent, what it changes, and what people should know of.
import type { Write } from "../../../../src/core/command/change/change-request.ts";
import { parseChange } from "../../../../src/core/command/change/parse-change.ts";
import { parseKubectl } from "../../../../src/core/command/parse-command.ts";

/** `patch deployments/scale in payments: api` */
function told({ verb, resource, scope, names }: Write): string {
  const where =
    scope.kind === "namespace"
      ? `in ${scope.name}`
      : scope.kind === "namespaceObjects"
        ? "of namespaces"
        : scope.kind === "allNamespaces"
          ? "everywhere"
          : "outside";
  return `${verb} ${resource} ${where}: ${names.join(" ") || "any"}`;
}

type Row = [typed: string, sent: string, writes: string, risks?: string];

const manyNames = (count: number): string =>
  Array.from({ length: count }, (_, nth) => `api-${nth}`).join(" ");

const rows: readonly Row[] = [
  [
    "kubectl scale deploy/api --replicas=3 -n payments",
    "kubectl scale deployments/api --namespace=payments --replicas=3",
    "patch deployments/scale in payments: api",
  ],
  [
    "kubectl scale deployment api -n payments --replicas 0",
    "kubectl scale deployments api --namespace=payments --replicas=0",
    "patch deployments/scale in payments: api",
    "stops",
  ],
  [
    "kubectl scale sts/db sts/cache --replicas=1 --current-replicas=2",
    "kubectl scale statefulsets/db statefulsets/cache --namespace=default --replicas=1 --current-replicas=2",
    "update statefulsets/scale in default: db cache",
    "severalObjects",
  ],
  [
    "kubectl scale rc,replicationcontrollers api --replicas=1 --resource-version=7",
    "kubectl scale replicationcontrollers api --namespace=default --replicas=1 --resource-version=7",
    "update replicationcontrollers/scale in default: api",
  ],
  [
    "kubectl rollout restart deployment/api -n payments",
    "kubectl rollout restart deployments/api --namespace=payments",
    "patch deployments in payments: api",
  ],
  [
    "kubectl rollout restart ds kube-proxy -n kube-system",
    "kubectl rollout restart daemonsets kube-proxy --namespace=kube-system",
    "patch daemonsets in kube-system: kube-proxy",
    "system",
  ],
  [
    "kubectl rollout undo deploy/api --to-revision=4 -n payments",
    "kubectl rollout undo deployments/api --namespace=payments --to-revision=4",
    "patch deployments in payments: api",
  ],
  ["kubectl cordon vmss000001", "kubectl cordon vmss000001", "patch nodes outside: vmss000001"],
  [
    "kubectl cordon node/vmss000001 vmss000002",
    "kubectl cordon vmss000001 vmss000002",
    "patch nodes outside: vmss000001 vmss000002",
    "severalObjects",
  ],
  [
    "kubectl uncordon vmss000001 vmss000002",
    "kubectl uncordon vmss000001 vmss000002",
    "patch nodes outside: vmss000001 vmss000002",
    "severalObjects",
  ],
  [
    "kubectl drain vmss000001 --ignore-daemonsets",
    "kubectl drain vmss000001 --ignore-daemonsets --timeout=4m",
    "patch nodes outside: vmss000001; create pods/eviction everywhere: any",
    "drainsNode",
  ],
  [
    // Pods that nobody makes again go too; those that end do so in their own time.
    "kubectl drain vmss000001 --ignore-daemonsets --force",
    "kubectl drain vmss000001 --ignore-daemonsets --force --timeout=4m",
    "patch nodes outside: vmss000001; create pods/eviction everywhere: any",
    "drainsNode irreversible",
  ],
  [
    "kubectl drain vmss000001 --ignore-daemonsets --delete-emptydir-data --disable-eviction --timeout=90s",
    "kubectl drain vmss000001 --ignore-daemonsets --delete-emptydir-data --disable-eviction --timeout=90s",
    "patch nodes outside: vmss000001; delete pods everywhere: any",
    "drainsNode forced irreversible",
  ],
  [
    "kubectl delete pod api-0 -n payments",
    "kubectl delete pods api-0 --namespace=payments --timeout=1m",
    "delete pods in payments: api-0",
  ],
  [
    "kubectl delete po api-0 --grace-period=0 --force",
    "kubectl delete pods api-0 --namespace=default --grace-period=0 --force --timeout=1m",
    "delete pods in default: api-0",
    "forced",
  ],
  [
    "kubectl delete pods/a pods/b",
    "kubectl delete pods/a pods/b --namespace=default --timeout=1m",
    "delete pods in default: a b",
    "severalObjects",
  ],
  [
    "kubectl delete deploy,svc api",
    "kubectl delete deployments/api services/api --namespace=default --timeout=1m",
    "delete deployments in default: api; delete services in default: api",
    "irreversible severalObjects",
  ],
  [
    // Its value stands behind `=` alone: to kubectl `orphan` is the name of another pod.
    "kubectl delete pod api-0 --cascade orphan",
    "kubectl delete pods api-0 orphan --namespace=default --cascade=background --timeout=1m",
    "delete pods in default: api-0 orphan",
    "severalObjects",
  ],
  [
    "kubectl delete pod api-0 --grace-period=1",
    "kubectl delete pods api-0 --namespace=default --grace-period=1 --timeout=1m",
    "delete pods in default: api-0",
    "forced",
  ],
  [
    "kubectl delete secret x",
    "kubectl delete secrets x --namespace=default --timeout=1m",
    "delete secrets in default: x",
    "irreversible",
  ],
  [
    "kubectl delete pvc data-0 -n payments --wait=false",
    "kubectl delete persistentvolumeclaims data-0 --namespace=payments --wait=false --timeout=1m",
    "delete persistentvolumeclaims in payments: data-0",
    "deletesVolume irreversible",
  ],
  [
    // It waits by itself, and would for a week.
    "kubectl delete pod api-0 --wait",
    "kubectl delete pods api-0 --namespace=default --wait --timeout=1m",
    "delete pods in default: api-0",
  ],
  [
    "kubectl delete secret db sh.helm.release.v1.api.v3",
    "kubectl delete secrets db sh.helm.release.v1.api.v3 --namespace=default --timeout=1m",
    "delete secrets in default: db sh.helm.release.v1.api.v3; delete secrets/helm in default: sh.helm.release.v1.api.v3",
    "irreversible severalObjects",
  ],
  [
    "kubectl delete ns sandbox",
    "kubectl delete namespaces sandbox --timeout=1m",
    "delete namespaces of namespaces: sandbox",
    "deletesNamespace deletesVolume irreversible",
  ],
  [
    "kubectl delete clusterrolebinding a",
    "kubectl delete clusterrolebindings a --timeout=1m",
    "delete clusterrolebindings outside: a",
    "irreversible widensRights",
  ],
  [
    "kubectl delete workspace tuning -n ai",
    "kubectl delete workspace tuning --namespace=ai --timeout=1m",
    "delete workspace in ai: tuning; delete workspace outside: tuning",
    "irreversible",
  ],
  [
    "kubectl label node vmss000001 tier=web old-",
    "kubectl label nodes vmss000001 tier=web old-",
    "patch nodes outside: vmss000001",
  ],
  [
    "kubectl label ns web pod-security.kubernetes.io/enforce=privileged --overwrite",
    "kubectl label namespaces web pod-security.kubernetes.io/enforce=privileged --overwrite",
    "patch namespaces of namespaces: web",
    "widensRights",
  ],
  [
    "kubectl annotate deploy/api 'note=restarted by hand' -n payments",
    "kubectl annotate deployments/api note=restarted by hand --namespace=payments",
    "patch deployments in payments: api",
  ],
  [
    "kubectl taint nodes vmss000001 dedicated=web:NoSchedule old:NoExecute-",
    "kubectl taint nodes vmss000001 dedicated=web:NoSchedule old:NoExecute-",
    "patch nodes outside: vmss000001",
  ],
  [
    // kubectl takes the nodes in this form alone.
    "kubectl taint node/vmss000001 no/vmss000002 dedicated=web:NoSchedule",
    "kubectl taint nodes vmss000001 vmss000002 dedicated=web:NoSchedule",
    "patch nodes outside: vmss000001 vmss000002",
    "severalObjects",
  ],
  [
    "kubectl taint nodes vmss000001 dedicated=web:NoExecute",
    "kubectl taint nodes vmss000001 dedicated=web:NoExecute",
    "patch nodes outside: vmss000001",
    "drainsNode",
  ],
  [
    "kubectl set image deployment/api api=contoso.azurecr.io/api:1.4.2 -n payments",
    "kubectl set image deployments/api api=contoso.azurecr.io/api:1.4.2 --namespace=payments",
    "patch deployments in payments: api",
  ],
  [
    "kubectl set env deploy/api LOG_LEVEL=debug OLD- -c api",
    "kubectl set env deployments/api LOG_LEVEL=debug OLD- --namespace=default --containers=api",
    "patch deployments in default: api",
  ],
  [
    "kubectl set resources deploy/api --limits=cpu=500m,memory=512Mi",
    "kubectl set resources deployments/api --namespace=default --limits=cpu=500m,memory=512Mi",
    "patch deployments in default: api",
  ],
  [
    `kubectl patch deploy/api -n payments -p '{"spec": {"paused": true}}'`,
    `kubectl patch deployments/api --namespace=payments --patch={"spec":{"paused":true}}`,
    "patch deployments in payments: api",
  ],
  [
    `kubectl patch deploy api --type=json -p '[{"op":"add","path":"/spec/template/spec/hostNetwork","value":true}]'`,
    `kubectl patch deployments api --namespace=default --type=json --patch=[{"op":"add","path":"/spec/template/spec/hostNetwork","value":true}]`,
    "patch deployments in default: api",
    "widensRights",
  ],
  [
    `kubectl patch pvc data-0 -p '{"metadata":{"finalizers":null}}'`,
    `kubectl patch persistentvolumeclaims data-0 --namespace=default --patch={"metadata":{"finalizers":null}}`,
    "patch persistentvolumeclaims in default: data-0",
    "irreversible",
  ],
  [
    `kubectl patch pvc data-0 -p '{"metadata":{"$deleteFromPrimitiveList/finalizers":["a"]}}'`,
    `kubectl patch persistentvolumeclaims data-0 --namespace=default --patch={"metadata":{"$deleteFromPrimitiveList/finalizers":["a"]}}`,
    "patch persistentvolumeclaims in default: data-0",
    "irreversible",
  ],
  [
    `kubectl patch cm a -p '{"metadata":{"ownerReferences":[{"uid":"u"}]}}'`,
    `kubectl patch configmaps a --namespace=default --patch={"metadata":{"ownerReferences":[{"uid":"u"}]}}`,
    "patch configmaps in default: a",
    "irreversible",
  ],
  [
    `kubectl patch cronjob a -p '{"spec":{"suspend":true}}'`,
    `kubectl patch cronjobs a --namespace=default --patch={"spec":{"suspend":true}}`,
    "patch cronjobs in default: a",
    "stops",
  ],
  [
    `kubectl patch node vmss000001 -p '{"spec":{"taints":[{"key":"a","effect":"NoExecute"}]}}'`,
    `kubectl patch nodes vmss000001 --patch={"spec":{"taints":[{"key":"a","effect":"NoExecute"}]}}`,
    "patch nodes outside: vmss000001",
    "drainsNode",
  ],
  [
    `kubectl patch deploy api --type=json -p '[{"op":"replace","path":"/spec/replicas","value":0}]'`,
    `kubectl patch deployments api --namespace=default --type=json --patch=[{"op":"replace","path":"/spec/replicas","value":0}]`,
    "patch deployments in default: api",
    "stops",
  ],
  [
    `kubectl patch deploy api -p '{"spec":{"replicas":0}}'`,
    `kubectl patch deployments api --namespace=default --patch={"spec":{"replicas":0}}`,
    "patch deployments in default: api",
    "stops",
  ],
  [
    "kubectl autoscale deployment/api --min=2 --max=5 --cpu-percent=80",
    "kubectl autoscale deployments/api --namespace=default --min=2 --max=5 --cpu-percent=80",
    "create horizontalpodautoscalers in default: api",
  ],
  [
    "kubectl autoscale deployment/api --max=5 --name=web",
    "kubectl autoscale deployments/api --namespace=default --max=5 --name=web",
    "create horizontalpodautoscalers in default: web",
  ],
];

test.each<Row>(rows)("%s", (...[typed, sent, writes, risks = ""]) => {
  const parsed = parseChange(typed);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed));
  const { request } = parsed;
  expect(request.argv.join(" ")).toBe(sent);
  expect(request.writes.map(told).join("; ")).toBe(writes);
  expect(request.risks.join(" ")).toBe(risks);
  expect(request.access).toBe("write");
});

test.each([
  ["kubectl delete pods --all -n payments", "resource-missing changeUnnamed"],
  ["kubectl delete pods -l app=api", "resource-missing changeUnnamed"],
  ["kubectl delete pods --field-selector status.phase=Failed", "resource-missing changeUnnamed"],
  ["kubectl delete -f api.yaml", "flag-not-allowed knownAndRefused"],
  ["kubectl delete pods", "resource-missing changeUnnamed"],
  ["kubectl delete all api", "argument-invalid changeOfSeveralTypes"],
  ["kubectl delete all,pods api", "argument-invalid changeOfSeveralTypes"],
  ["kubectl delete pod api-0 -A", "resource-missing changeUnnamed"],
  ["kubectl delete pod api-0 --dry-run=client", "flag-not-allowed knownAndRefused"],
  ["kubectl delete pod api-0 --cascade=true", "flag-value valueWrong"],
  ["kubectl delete pod api-0 --timeout=0s", "flag-value valueWrong"],
  ["kubectl delete pod api-0 --timeout=0m0s", "flag-value valueWrong"],
  ["kubectl delete pod api-0 --grace-period=-0", "flag-value valueWrong"],
  ["kubectl delete pod api-0 --grace-period=00", "flag-value valueWrong"],
  ["kubectl scale deploy/api --replicas=010", "flag-value valueWrong"],
  [`kubectl delete pod ${manyNames(21)}`, "argument-invalid changeOfMany"],
  [`kubectl delete pod,svc ${manyNames(11)}`, "argument-invalid changeOfMany"],
  ["kubectl delete pod api-0 | grep x", "filter-invalid changeFiltered"],
  ["kubectl delete pod api-0; kubectl get pods", "shell-metacharacter metacharacter"],
  ["kubectl scale deploy/api", "flag-value changeFlagMissing"],
  ["kubectl scale deploy/api --replicas=-1", "flag-value valueWrong"],
  ["kubectl scale pods/api --replicas=2", "resource-not-supported resourceNotOfVerb"],
  ["kubectl rollout restart deployment", "resource-missing changeUnnamed"],
  ["kubectl rollout pause ds/api", "resource-not-supported resourceNotOfVerb"],
  ["kubectl label pod api-0", "argument-invalid changeUnsaid"],
  ["kubectl label pod api-0 a=b api-1", "argument-invalid changeWord"],
  [
    `kubectl delete pod ${Array.from({ length: 21 }, (_, at) => `p${at}`).join(" ")}`,
    "argument-invalid changeOfMany",
  ],
  ["kubectl label pod api-0 a=b a=c", "argument-invalid changeTwice"],
  ["kubectl taint nodes n dedicated=web", "argument-invalid changeUnsaid"],
  ["kubectl set env deploy/api DB_PASSWORD=hunter2hunter2", "typed-secret changeWithSecret"],
  [`kubectl patch deploy/api -p '{"spec":{"replicas":12345678901234567890}}'`, "flag-value patchNumber"],
  [`kubectl patch deploy/api -p '{"spec":{"replicas":1e999}}'`, "flag-value patchNumber"],
  ["kubectl patch deploy/api -p 'spec: {paused: true}'", "flag-value patchUnread"],
  [`kubectl patch deploy/api --type=json -p '{"a":1}'`, "flag-value patchUnread"],
  // To the library that applies it, what stands before the first slash is nothing.
  [
    `kubectl patch deploy/api --type=json -p '[{"op":"remove","path":"x/metadata/finalizers"}]'`,
    "flag-value patchPath",
  ],
  [
    `kubectl patch deploy/api --type=json -p '[{"op":"move","from":"x/metadata/labels/a","path":"/spec/b"}]'`,
    "flag-value patchPath",
  ],
  [`kubectl patch deploy/api --type=json -p '[{"op":"remove"}]'`, "flag-value patchUnread"],
  // What is masked where it stands is not where it would stand.
  [
    `kubectl patch deploy/api --type=json -p '[{"op":"copy","from":"/spec/template/spec/containers/0/env/0/value","path":"/metadata/annotations/note"}]'`,
    "flag-value patchCopy",
  ],
  // JSON says in six letters what the command would be refused for.
  [
    `kubectl patch deploy/api -p '{"metadata":{"annotations":{"a":"x\\u202ey"}}}'`,
    "control-character invisible",
  ],
  [
    `kubectl patch deploy/api -p '{"metadata":{"annotations":{"a":"x\\u0085y"}}}'`,
    "control-character invisible",
  ],
  [
    `kubectl patch deploy/api -p '{"metadata":{"annotations":{"a":"x\\u2028y"}}}'`,
    "control-character invisible",
  ],
  // Its name stands in the path.
  [
    `kubectl patch cm/a --type=json -p '[{"op":"replace","path":"/data/password","value":"hunter2-prod"}]'`,
    "typed-secret changeWithSecret",
  ],
  [
    `kubectl patch cm/a --type=json -p '[{"value":"hunter2-prod","path":"/data/db~1password","op":"add"}]'`,
    "typed-secret changeWithSecret",
  ],
  [
    `kubectl patch deploy/api --type=json -p '[{"op":"add","path":"/spec/template/spec/containers/0/args","value":["--password","hunter2-prod"]}]'`,
    "typed-secret changeWithSecret",
  ],
  [`kubectl patch secret db -p '{"data":{"a":"YQ=="}}'`, "secret-values changeOfSecret"],
  ["kubectl annotate secret db note=x", "secret-values changeOfSecret"],
  ["kubectl edit deploy/api", "verb-unknown verbUnknown"],
  ["kubectl drain", "resource-missing changeUnnamed"],
  ["kubectl drain n --ignore-daemonsets --timeout=10m", "flag-value valueWrong"],
  ["kubectl drain n", "flag-value changeFlagMissing"],
  ["kubectl drain n --ignore-daemonsets --delete-local-data", "flag-not-allowed knownAndRefused"],
  ["kubectl drain pod/n --ignore-daemonsets", "resource-not-supported resourceNotOfVerb"],
  ["kubectl get pods", "verb-unknown verbUnknown"],
])("%s is refused: %s", (typed, expected) => {
  const parsed = parseChange(typed);
  expect(parsed.ok || `${parsed.code} ${parsed.reason.is}`).toBe(expected);
});

test("nothing that changes something comes through the door of what only reads", () => {
  for (const [typed] of rows) expect(parseKubectl(typed)).toMatchObject({ ok: false });
});
