// The real kubectl is the judge: a change declares all that kubectl reads and writes at the API server for it, and no
// write that it does not make.
import { findKubectl } from "../../simulator/kubernetes/kubectl.ts";
import type { ChangeRequest } from "../../src/core/command/change/change-request.ts";
import { parseChange } from "../../src/core/command/change/parse-change.ts";
import { keptFile } from "../fixtures/sent-files.ts";
import { isNamespaced, isWithin, isWrite, isWriteDeclared, looksForNamespace, writesIn } from "./declared.ts";
import { type Recorded, recordRuns } from "./record.ts";

const objects = "deployments/one statefulsets/one daemonsets/one".split(" ");

const commands: readonly string[] = [
  ...["deployments", "statefulsets", "replicasets", "replicationcontrollers"].flatMap((type) => [
    `kubectl scale ${type}/one --replicas=3 -n pay`,
    `kubectl scale ${type} one one-more --replicas=2 --current-replicas=1`,
    `kubectl autoscale ${type}/one --max=5 -n pay`,
  ]),
  "kubectl scale deployment one --replicas=3 --resource-version=1",
  ...objects.flatMap((object) => [
    `kubectl rollout restart ${object} -n pay`,
    `kubectl rollout undo ${object} -n pay`,
    `kubectl rollout undo ${object} --to-revision=1`,
    `kubectl set image ${object} c=contoso.example/c:2 -n pay`,
    `kubectl set env ${object} LEVEL=debug -n pay`,
    `kubectl set resources ${object} --limits=memory=1Gi -n pay`,
  ]),
  "kubectl set image cronjob/one c=contoso.example/c:2",
  "kubectl rollout pause deployment/one -n pay",
  "kubectl rollout resume deployment vault -n pay",
  "kubectl cordon one",
  "kubectl uncordon vault",
  "kubectl drain one --ignore-daemonsets --force --delete-emptydir-data",
  "kubectl drain one --ignore-daemonsets --force --delete-emptydir-data --disable-eviction --grace-period=1",
  ...["pod", "deployment", "configmap", "secret", "pvc", "job", "pdb", "ingress", "rolebinding"].flatMap(
    (type) => [
      `kubectl delete ${type} one -n pay`,
      `kubectl delete ${type}/one ${type}/one-more --wait=false`,
    ],
  ),
  "kubectl delete pod one --grace-period=0 --force -n pay",
  "kubectl delete pod one --now --ignore-not-found",
  ...["node", "pv", "clusterrolebinding", "namespace", "crd"].map((type) => `kubectl delete ${type} vault`),
  "kubectl delete certificates.cert-manager.io one -n pay",
  "kubectl delete clusterissuer one",
  ...["pod", "node", "namespace", "deployment", "secret", "clusterrole"].flatMap((type) => [
    `kubectl label ${type} vault tier=web`,
    `kubectl label ${type}/vault app- --overwrite --resource-version=1`,
  ]),
  ...["pod", "node", "namespace", "deployment", "clusterrole"].map(
    (type) => `kubectl annotate ${type} vault note=restarted`,
  ),
  "kubectl label certificate one tier=web -n pay",
  "kubectl taint nodes one dedicated=web:NoSchedule",
  "kubectl taint node one one-more dedicated:NoExecute",
  `kubectl patch deployment one -n pay -p '{"spec":{"paused":true}}'`,
  `kubectl patch node one --type=merge -p '{"spec":{"unschedulable":true}}'`,
  `kubectl patch service one --type=json -p '[{"op":"add","path":"/metadata/labels/a","value":"b"}]'`,
  `kubectl patch clusterissuer one --type=merge -p '{"spec":{"a":"b"}}'`,
];

/** Of each type that a file may hold, as few fields as the API server asks for. */
const inFiles: readonly (readonly [version: string, kind: string, more?: object])[] = [
  ["apps/v1", "Deployment", { spec: workload("Always") }],
  ["apps/v1", "StatefulSet", { spec: { ...workload("Always"), serviceName: "one" } }],
  ["apps/v1", "DaemonSet", { spec: workload("Always") }],
  ["batch/v1", "Job", { spec: { template: workload("Never").template } }],
  ["v1", "ConfigMap", { data: { a: "b" } }],
  ["v1", "Service", { spec: { ports: [{ port: 80 }] } }],
  ["v1", "ServiceAccount"],
  ["v1", "Pod", { spec: workload("Always").template.spec }],
  ["networking.k8s.io/v1", "NetworkPolicy", { spec: { podSelector: {} } }],
  ["policy/v1", "PodDisruptionBudget", { spec: { minAvailable: 1 } }],
  ["rbac.authorization.k8s.io/v1", "Role", { rules: [] }],
  ["rbac.authorization.k8s.io/v1", "ClusterRole", { rules: [] }],
  ["v1", "Namespace"],
];

function workload(restartPolicy: string) {
  const spec = { restartPolicy, containers: [{ name: "c", image: "contoso.example/c:1" }] };
  const template = { metadata: { labels: { app: "one" } }, spec };
  return { selector: { matchLabels: { app: "one" } }, template };
}

const fileRuns = () =>
  inFiles.flatMap(([apiVersion, kind, more = {}], nth) =>
    // One that is there, and one that is not.
    ["vault", "new-one"].flatMap((name) => {
      const given = JSON.stringify({ apiVersion, kind, metadata: { name }, ...more });
      const { file, text: held } = keptFile(`file-${nth}-${name}.json`, given);
      return ["apply", "create", "replace"].map((verb) => {
        const text = `kubectl ${verb} -f ${file.name} -n pay`;
        const parsed = parseChange(text, file);
        if (!parsed.ok) throw new Error(`${text}: ${JSON.stringify(parsed.reason)}`);
        const { request } = parsed;
        return { text: `${text} (${kind})`, request, argv: request.argv, files: { [file.name]: held } };
      });
    }),
  );

let recorded: readonly Recorded<ChangeRequest>[];
beforeAll(async () => {
  const kubectl = await findKubectl();
  if (kubectl === null) throw new Error("these tests need kubectl on the PATH or linux-x64");
  const runs = commands.map((text) => {
    const parsed = parseChange(text);
    if (!parsed.ok) throw new Error(`${text}: ${JSON.stringify(parsed.reason)}`);
    return { text, request: parsed.request, argv: parsed.request.argv };
  });
  recorded = await recordRuns(kubectl, [...runs, ...fileRuns()], ["full"]);
}, 300_000);

const written = ({ reads }: Recorded<ChangeRequest>) => writesIn(reads);
const readsIn = ({ reads }: Recorded<ChangeRequest>) => reads.filter((read) => !isWrite(read));

test("each of them changes something", () => {
  const silent = recorded.filter((each) => written(each).length === 0);
  expect(silent.map(({ text, errors }) => [text, errors])).toEqual([]);
});

test("kubectl writes nothing that is not declared", () => {
  const undeclared = recorded.flatMap((each) =>
    written(each)
      .filter((one) => !each.request.writes.some((declared) => isWriteDeclared(one, declared)))
      .map((one) => [each.text, one]),
  );
  expect(undeclared).toEqual([]);
});

test("kubectl reads nothing that is not declared", () => {
  const undeclared = recorded.flatMap((each) =>
    readsIn(each)
      .filter((read) => !looksForNamespace(read, each.request))
      .filter((read) => !each.request.reads.some((declared) => isWithin(read, declared)))
      .map((read) => [each.text, read]),
  );
  expect(undeclared).toEqual([]);
});

test("nothing is declared that kubectl does not write", () => {
  const unused = recorded.flatMap((each) =>
    each.request.writes
      // Of a type that only the cluster knows both places are declared, and one of them is written.
      .filter(
        (declared) =>
          !each.request.writes.some(
            (other) =>
              other.resource === declared.resource &&
              written(each).some((one) => isWriteDeclared(one, other)),
          ),
      )
      .map((declared) => [each.text, declared]),
  );
  expect(unused).toEqual([]);
});

test("what is written in a namespace is declared there", () => {
  const elsewhere = recorded.flatMap((each) =>
    written(each).filter(
      (one) =>
        isNamespaced(one) &&
        !each.request.writes.some(
          ({ scope }) =>
            scope.kind === "allNamespaces" || (scope.kind === "namespace" && scope.name === one.namespace),
        ),
    ),
  );
  expect(elsewhere).toEqual([]);
});
