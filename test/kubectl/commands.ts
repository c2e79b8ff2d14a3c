// Every form of every command that the guard accepts: each verb, with each type that Kubernetes has.
import type { VerbSpec } from "../../src/core/command/grammar/verb-spec.ts";
import { verbs } from "../../src/core/command/grammar/verbs.ts";
import { parseKubectl } from "../../src/core/command/parse-command.ts";
import { servedTypes } from "./served-types.ts";

const types = servedTypes.filter(
  ({ kind, group }) => !/Review$|Metrics$/.test(kind) && group !== "events.k8s.io",
);

/** One object, none, a list, all namespaces, the beginning of a name, a selector; with a flag that reads less. */
function ofObjects(verb: string): readonly string[] {
  return types.flatMap(({ resource, group, namespaced }) => {
    const type = group === "" ? resource : `${resource}.${group}`;
    const name = resource === "namespaces" ? "vault" : "one";
    const here = namespaced ? " -n pay" : "";
    const forms = [
      `${type} ${name}${here}`,
      `${type}/${name}${here}`,
      `${type}${here}`,
      `${type} ${name.slice(0, -1)}${here}`,
      `${type} -l app=one${here}`,
      ...(namespaced ? [`${type} -A`] : []),
    ];
    const quiet = verb === "describe" ? [`${type} ${name} --show-events=false${here}`] : [];
    return [...forms, ...quiet].map((form) => `kubectl ${verb} ${form}`);
  });
}

const ofLogs = [
  ...types.map(({ resource }) => `${resource}/one -n pay`),
  "one -n pay",
  "one -c c -p -n pay",
  "-l app=one -n pay",
  "-l app=one --all-containers --prefix",
  "deploy/one -n pay --all-pods --all-containers",
].map((form) => `kubectl logs ${form}`);

const others: Readonly<Record<string, readonly string[]>> = {
  events: [
    "",
    "-n pay",
    "-A",
    "--for pod/one -n pay",
    "--for node/one",
    "--for deployment/one -A --types=Warning",
  ],
  "top pods": ["", "-n pay", "-A", "one -n pay", "-l app=one -n pay --containers", "-A --sum"],
  "top nodes": ["", "one", "-l app=one --show-capacity"],
  "auth can-i": ["get pods -n vault", "get pods/one -A", "get zork", "'*' '*'", "--list -n vault"],
  explain: ["pods.spec.containers", "nodes --recursive", "secrets --api-version=v1"],
};

/** What is waited for has happened, is nowhere, or is a list. */
const ofWait = [
  "pod/one -n pay --for=condition=Ready --timeout=1s",
  "pods one -n pay --for=delete --timeout=1s",
  "pods -l app=one -n pay --for=jsonpath={.status.phase}=Running --timeout=1s",
  "deployments --all -A --for=create --timeout=1s",
  "node/one --for=condition=Ready --timeout=1s",
  "ns/vault --for=jsonpath={.status.phase}=Active --timeout=1s",
  "certificates.cert-manager.io/one -n pay --for=condition=Ready --timeout=1s",
].map((form) => `kubectl wait ${form}`);

const ofReleases: Readonly<Record<string, readonly string[]>> = {
  list: ["", "-n pay", "-A", "-n pay --failed -o json"],
  status: ["one -n pay", "one -n pay --revision 1"],
  history: ["one -n pay", "one -n pay --max 1"],
};

const mixed = [
  "get pods -n pay -o wide",
  "get pods -n pay -o yaml --show-managed-fields",
  "get pods -A --sort-by=.metadata.name --chunk-size=1",
  "get pods -n pay --field-selector=metadata.name=one --show-kind --show-labels -L app",
  "describe pods -n pay --chunk-size=1",
  "get all -n pay",
  "get all -A",
  "get nodes,pods -n pay",
  "get deploy/one svc/one-more -n pay",
  "get namespaces,nodes",
  "describe nodes,pods -n pay",
  "describe all -n pay",
  "describe ns/pay pod/one sa/one-more -n pay",
  "describe ns vault pay",
  "describe ns,pods vault",
  "describe ns,sa -A",
  "get deploy/one -n pay --subresource=scale",
  "get deploy one -n pay --subresource=status -o yaml",
  "get api-extensions",
  "get pods -n pay -o go-template={{range.items}}{{.kind}}{{end}}",
  "get events.events.k8s.io -n pay",
  "get nodes.metrics.k8s.io",
  "get hpa.v2.autoscaling -A",
  "get deployments.ap -n pay",
  "get certificates -n pay",
  "get cert,gtw -A",
  "get gc",
  "describe gc one",
  "describe gtw one -n pay",
  "describe certificates.networking -n pay",
  "get --raw=/readyz?verbose",
  "cluster-info dump -n pay",
].map((rest) => `kubectl ${rest}`);

function formsOf({ words, target, tool }: VerbSpec): readonly string[] {
  const verb = words.join(" ");
  if (tool === "helm")
    return (ofReleases[verb] ?? ["one -n pay"]).map((rest) => `helm ${verb} ${rest}`.trim());
  if (verb === "wait") return ofWait;
  if (target.kind === "objects") return ofObjects(verb);
  if (target.kind === "logs") return ofLogs;
  return (others[verb] ?? [""]).map((rest) => `kubectl ${verb} ${rest}`.trim());
}

/** Those that the guard accepts, each once. */
export const commands: readonly string[] = [...new Set([...verbs.flatMap(formsOf), ...mixed])].filter(
  (text) => parseKubectl(text).ok,
);

/** The odd types in every form, every type described once, and all that asks for no type: enough to be run each time. */
export const sampleOfCommands: readonly string[] = commands.filter(
  (text) =>
    mixed.includes(text) ||
    /^kubectl (get namespaces|describe (namespaces|nodes|serviceaccounts))\b/.test(text) ||
    /^kubectl (describe|rollout \w+) \S+ (one|vault)( -n pay)?$/.test(text) ||
    !/^kubectl (get|describe|rollout|explain) /.test(text),
);
