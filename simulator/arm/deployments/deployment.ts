// One deployment: how far it is, what each of its operations did, and how Azure shows both.
import type { Json, JsonObject } from "../../json.ts";
import type { Plan, Planned } from "./template.ts";

export type DeploymentState = "Accepted" | "Running" | "Succeeded" | "Failed" | "Canceled";

export type Operation = {
  id: string;
  target: Pick<Planned, "id" | "type" | "name">;
  state: "Running" | "Succeeded" | "Failed";
  startedAt: Date;
  status: number;
  /** As the resource's provider answered. */
  said: Json;
};

export type Deployment = {
  id: string;
  name: string;
  state: DeploymentState;
  startedAt: Date;
  endedAt: Date | null;
  correlationId: string;
  template: JsonObject;
  tags: JsonObject;
  location: string | null;
  plan: Plan;
  operations: Operation[];
  outputs: JsonObject;
  error: JsonObject | null;
};

export type Deployments = {
  /** By their ids in lower case. */
  byId: Map<string, Deployment>;
  /** Results of what-if, by the id of their operation. */
  whatIfs: Map<string, { status: number; body: Json }>;
  /** Nothing goes on after that. */
  ended: boolean;
};

export const createDeployments = (): Deployments => ({ byId: new Map(), whatIfs: new Map(), ended: false });

export const isDone = ({ state }: Deployment): boolean => state !== "Accepted" && state !== "Running";

const durationOf = ({ startedAt, endedAt }: Pick<Deployment, "startedAt" | "endedAt">): string =>
  `PT${(((endedAt ?? new Date()).getTime() - startedAt.getTime()) / 1000).toFixed(7)}S`;

export function shownDeployment(deployment: Deployment, hash: string): JsonObject {
  const { id, name, state, plan, startedAt, endedAt, correlationId, tags, location } = deployment;
  const made = deployment.operations.filter((each) => each.state === "Succeeded");
  const namespaces = [...new Set(plan.resources.map(({ type }) => type.split("/")[0] ?? ""))];
  return {
    ...{ id, name, type: "Microsoft.Resources/deployments" },
    ...(location === null ? {} : { location }),
    ...(Object.keys(tags).length === 0 ? {} : { tags }),
    properties: {
      ...{ templateHash: hash, parameters: plan.parameters, mode: "Incremental", provisioningState: state },
      ...{ timestamp: (endedAt ?? startedAt).toISOString(), duration: durationOf(deployment), correlationId },
      providers: namespaces.map((namespace) => ({ namespace, resourceTypes: [] })),
      dependencies: [],
      ...(state === "Succeeded" ? { outputs: deployment.outputs } : {}),
      ...(state === "Succeeded" ? { outputResources: made.map(({ target }) => ({ id: target.id })) } : {}),
      ...(deployment.error === null ? {} : { error: deployment.error }),
    },
  };
}

export function shownOperation({ id: of }: Deployment, operation: Operation): JsonObject {
  const { id, target, state, startedAt, status, said } = operation;
  const { type, name } = target;
  return {
    id: `${of}/operations/${id}`,
    operationId: id,
    properties: {
      ...{ provisioningOperation: "Create", provisioningState: state, timestamp: startedAt.toISOString() },
      ...{ duration: durationOf({ startedAt, endedAt: null }), trackingId: id },
      statusCode: statusCodes[status] ?? String(status),
      ...(state === "Failed" ? { statusMessage: said } : {}),
      targetResource: { id: target.id, resourceType: type, resourceName: name },
    },
  };
}

const statusCodes: Readonly<Record<number, string>> = {
  200: "OK",
  201: "Created",
  202: "Accepted",
  400: "BadRequest",
  403: "Forbidden",
  404: "NotFound",
  409: "Conflict",
};
