// `kubectl logs`: a pod's log is written in the scenario as annotations of the pod.

import { type KubeObject, list, text } from "./kube-object.ts";
import { type Answer, badRequest } from "./status.ts";

const logAnnotation = "simulator/log";
const previousLogAnnotation = "simulator/previous-log";

/**
 * The log of one container: `simulator/log.CONTAINER`, else `simulator/log`; with `previous=true` the same of
 * `simulator/previous-log`. `tailLines` is honoured; a log does not grow, so following it ends at once.
 */
export function podLog(pod: KubeObject, query: URLSearchParams): Answer {
  const containers = ["initContainers", "containers"]
    .flatMap((part) => list(pod, `spec.${part}`))
    .map((container) => text(container, "name"));
  const main = list(pod, "spec.containers");
  const container = query.get("container") ?? text(main[0], "name");
  const podName = pod.metadata.name;
  if (query.get("container") === null && main.length > 1) {
    const choices = main.map((candidate) => text(candidate, "name")).join(" ");
    return badRequest(`a container name must be specified for pod ${podName}, choose one of: [${choices}]`);
  }
  if (!containers.includes(container)) {
    return badRequest(`container ${container} is not valid for pod ${podName}`);
  }
  const previous = query.get("previous") === "true";
  const log = annotation(pod, previous ? previousLogAnnotation : logAnnotation, container);
  if (previous && log === undefined) {
    return badRequest(`previous terminated container "${container}" in pod "${podName}" not found`);
  }
  return { status: 200, body: lastLines(log ?? "", query.get("tailLines")) };
}

function annotation(pod: KubeObject, name: string, container: string): string | undefined {
  return pod.metadata.annotations?.[`${name}.${container}`] ?? pod.metadata.annotations?.[name];
}

function lastLines(log: string, tailLines: string | null): string {
  const lines = log === "" ? [] : log.replace(/\n$/, "").split("\n");
  const wanted = tailLines === null ? lines.length : Number(tailLines);
  const kept = wanted > 0 ? lines.slice(-wanted) : [];
  return kept.map((line) => `${line}\n`).join("");
}
