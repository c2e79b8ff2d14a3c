// What somebody was shown last in a conversation: what their next line may lean on ("the second one", "since 02:40").

import type { ClusterRef } from "../cluster-name.ts";
import type { ChangeRequest } from "../command/change/change-request.ts";
import type { CommandRequest } from "../command/grammar/command-request.ts";
import { findResource } from "../command/grammar/resources.ts";
import type { Run } from "../run/run.ts";
import { toldOutput } from "../table/table-of.ts";

/** `namespace`: null of what lies in none. */
export type ShownObject = Readonly<{ type: string; name: string; namespace: string | null }>;

/** `objects`: in the order of the card. `asked`: null where it was a diagnosis or the access paths. `at`: ISO time, UTC. */
export type Shown = Readonly<{
  cluster: ClusterRef;
  asked: CommandRequest | ChangeRequest | null;
  objects: readonly ShownObject[];
  at: string;
}>;

export function shownBy({ task, cluster, status, createdAt }: Run): Shown {
  const shown = { cluster: { id: cluster.id, name: cluster.name }, at: createdAt };
  if (task.kind === "change") return { ...shown, asked: task.request, objects: namedBy(task.request) };
  if (task.kind !== "command") return { ...shown, asked: null, objects: failingIn(status) };
  const { request } = task;
  const told =
    status.state === "succeeded" && status.result !== null ? toldOutput(request, status.result) : null;
  if (told?.as !== "table" || request.names.length > 0)
    return { ...shown, asked: request, objects: namedBy(request) };
  const space = request.scope.kind === "namespace" ? request.scope.name : null;
  const { resource, rows } = told.table;
  const objects = rows.flatMap(({ name, namespace }): readonly ShownObject[] => {
    // Of several types each name has its own before it.
    const [, type = resource, bare = name] = /^([a-z]+)[a-z.]*\/(.+)$/.exec(name) ?? [];
    return resource === "events"
      ? []
      : [{ type: findResource(type)?.name ?? type, name: bare, namespace: namespace ?? space }];
  });
  return { ...shown, asked: request, objects };
}

/** What the command names itself. */
function namedBy({ resources, names, scope }: CommandRequest | ChangeRequest): readonly ShownObject[] {
  const [type, other] = resources;
  if (type === undefined || other !== undefined) return [];
  const namespace = scope.kind === "namespace" ? scope.name : null;
  return names.map((written) => {
    // `logs deployments/cart` reads pods.
    const [name = written, of = type] = written.split("/").toReversed();
    return { type: of, name, namespace };
  });
}

/** The pod that a diagnosis names. */
function failingIn(status: Run["status"]): readonly ShownObject[] {
  const failing = status.state === "succeeded" ? status.diagnosis?.inside?.failing : undefined;
  return failing === undefined ? [] : [{ type: "pods", name: failing.pod, namespace: failing.namespace }];
}
