// Changes whose objects stand in a file that was sent before.
import type { Write } from "../../../../src/core/command/change/change-request.ts";
import { parseChange } from "../../../../src/core/command/change/parse-change.ts";
import { parseCommand } from "../../../../src/core/command/parse-command.ts";
import { changeUnderstoodNow } from "../../../../src/core/command/understood-now.ts";
import { configMapYaml, deploymentYaml, keptFile } from "../../../fixtures/sent-files.ts";

const { file: web } = keptFile("web.yaml", deploymentYaml());
const { file: settings } = keptFile("settings.yaml", configMapYaml("settings", "hello"));
const { file: roles } = keptFile(
  "roles.yaml",
  `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: viewers }
---
apiVersion: v1
kind: Namespace
metadata: { name: kube-more }
---
${configMapYaml("settings", "hello")}`,
);

const { file: half } = keptFile("half.yaml", `${deploymentYaml()}---\n${configMapYaml("page", "x")}`);
const { file: besides } = keptFile(
  "besides.yaml",
  `${deploymentYaml()}---\napiVersion: v1\nkind: Namespace\nmetadata: { name: shop }\n`,
);

const told = ({ verb, resource, scope, names }: Write): string => {
  const place = scope.kind === "namespace" ? scope.name : scope.kind;
  return `${verb} ${resource} in ${place}: ${names.join(" ")}`;
};

test.each<[string, typeof web, string, readonly string[], readonly string[]]>([
  [
    "kubectl apply -f web.yaml",
    web,
    "kubectl apply --namespace=shop --filename=web.yaml",
    ["create deployments in shop: web", "patch deployments in shop: web"],
    [],
  ],
  [
    "kubectl create --filename=settings.yaml -n pay",
    settings,
    "kubectl create --namespace=pay --filename=settings.yaml",
    ["create configmaps in pay: settings"],
    [],
  ],
  [
    "kubectl replace -fsettings.yaml",
    settings,
    "kubectl replace --namespace=default --filename=settings.yaml",
    ["update configmaps in default: settings"],
    [],
  ],
  [
    "kubectl create -f half.yaml -n shop",
    half,
    "kubectl create --namespace=shop --filename=half.yaml",
    ["create deployments in shop: web", "create configmaps in shop: page"],
    ["severalObjects"],
  ],
  // What lies in no namespace needs none.
  [
    "kubectl create -f besides.yaml",
    besides,
    "kubectl create --namespace=shop --filename=besides.yaml",
    ["create deployments in shop: web", "create namespaces in namespaceObjects: shop"],
    ["severalObjects", "widensRights"],
  ],
  [
    "kubectl -n kube-system apply -f=roles.yaml",
    roles,
    "kubectl apply --namespace=kube-system --filename=roles.yaml",
    [
      "create clusterroles in cluster: viewers",
      "patch clusterroles in cluster: viewers",
      "create namespaces in namespaceObjects: kube-more",
      "patch namespaces in namespaceObjects: kube-more",
      "create configmaps in kube-system: settings",
      "patch configmaps in kube-system: settings",
    ],
    ["severalObjects", "system", "widensRights"],
  ],
])("%s", (text, file, sent, writes, risks) => {
  const parsed = parseCommand(text, file);
  if (!parsed.ok || parsed.is !== "change") throw new Error(JSON.stringify(parsed));
  const { request } = parsed;
  expect(request.argv.join(" ")).toBe(sent);
  expect(request.writes.map(told)).toEqual(writes);
  expect(request.risks).toEqual(risks);
  expect(request.file).toEqual(file);
  // As it is read again from the store, before anybody is asked and before anything is sent.
  expect(changeUnderstoodNow(request)).toEqual({ ...request, namespaceAssumed: undefined });
});

test.each<[string, typeof web | undefined, object]>([
  ["kubectl apply -f web.yaml", undefined, { is: "fileUnknown", name: "web.yaml" }],
  ["kubectl apply -f web.yaml", settings, { is: "fileUnknown", name: "web.yaml" }],
  ["kubectl apply", web, { is: "changeFlagMissing", flags: ["--filename"] }],
  ["kubectl apply -f web.yaml -f settings.yaml", web, { is: "fileOne" }],
  ["kubectl apply -f web.yaml web", web, { is: "changeOnlyFromFile", word: "web" }],
  ["kubectl create deployment web --image=web", web, { is: "flagUnknown", flag: "--image" }],
  ["kubectl create namespace shop", web, { is: "changeOnlyFromFile", word: "namespace" }],
  ["kubectl apply -f half.yaml", half, { is: "fileHalfPlaced", name: "half.yaml", says: "shop" }],
  ["kubectl apply -f web.yaml -n pay", web, { is: "fileElsewhere", says: "shop", typed: "pay" }],
  ["kubectl apply -f https://contoso.example/web.yaml", web, { is: "valueWrong", wants: "fileName" }],
  ["kubectl apply -f ./web.yaml", web, { is: "valueWrong", wants: "fileName" }],
  ["kubectl apply -f -", web, { is: "valueWrong", wants: "fileName" }],
  ["kubectl apply -f .", web, { is: "valueWrong", wants: "fileName" }],
  ["kubectl apply -f web.yaml --prune", web, { is: "flagUnknown", flag: "--prune" }],
  ["kubectl apply -f web.yaml --server-side --force-conflicts", web, { is: "flagUnknown" }],
  ["kubectl apply -f web.yaml --dry-run=client", web, { is: "knownAndRefused", word: "--dry-run" }],
  ["kubectl replace --force -f web.yaml", web, { is: "flagUnknown", flag: "--force" }],
  ["kubectl apply -k web.yaml", web, { is: "knownAndRefused", word: "-k" }],
  ["kubectl apply -f web.yaml | grep web", web, { is: "changeFiltered" }],
  ["kubectl delete -f web.yaml", web, { is: "knownAndRefused", word: "-f" }],
])("not accepted: %s", (text, file, reason) => {
  const parsed = parseChange(text, file);
  expect(parsed.ok ? parsed.request : parsed.reason).toMatchObject(reason);
});
