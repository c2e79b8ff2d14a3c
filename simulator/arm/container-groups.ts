// Container groups that a client starts.
import { objectOf } from "../json.ts";
import { resourceNotFound } from "./arm-errors.ts";
import { parseArmPath } from "./arm-path.ts";
import { type ArmHandler, refuse } from "./arm-request.ts";

/** `POST {group}/start`: done at once. */
export const startContainers: ArmHandler = (request) => {
  const { world, path, call } = request;
  const refusal = refuse(request);
  if (refusal !== null) return refusal;
  const group = world.store.get(path.parent);
  if (group === undefined) return resourceNotFound(parseArmPath(path.parent));
  group.properties.instanceView = { ...objectOf(group.properties.instanceView), state: "Running" };
  const base = `${world.url}/subscriptions/${path.subscriptionId}/providers/Microsoft.ContainerInstance`;
  const location = `${base}/locations/westeurope/operations/${crypto.randomUUID()}?${call.query}`;
  return { status: 202, headers: { location, "retry-after": "1" } };
};
