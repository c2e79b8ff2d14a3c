// Every kind of table that is judged.
import type { TableKind } from "../table.ts";
import { autoscalers } from "./autoscalers.ts";
import { cronjobs } from "./cronjobs.ts";
import { daemonsets } from "./daemonsets.ts";
import { deployments } from "./deployments.ts";
import { endpoints } from "./endpoints.ts";
import { events } from "./events.ts";
import { ingresses } from "./ingresses.ts";
import { jobs } from "./jobs.ts";
import { namespaces } from "./namespaces.ts";
import { nodes } from "./nodes.ts";
import { pods } from "./pods.ts";
import { replicasets } from "./replicasets.ts";
import { services } from "./services.ts";
import { statefulsets } from "./statefulsets.ts";
import { topNodes, topPods } from "./top.ts";
import { claims, volumes } from "./volumes.ts";

export const tableKinds: readonly TableKind[] = [
  ...[pods, nodes, deployments, replicasets, statefulsets, daemonsets, jobs, cronjobs],
  ...[services, endpoints, ingresses, claims, volumes, events, autoscalers, namespaces],
  ...[topPods, topNodes],
];
