// Resource health: what a scenario does not state is available.
import { resourceNotFound } from "./arm-errors.ts";
import { parseArmPath } from "./arm-path.ts";
import { type ArmHandler, refuse } from "./arm-request.ts";

/** `GET {resource}/providers/Microsoft.ResourceHealth/availabilityStatuses/current`. */
export const availability: ArmHandler = (request) => {
  const { world, path } = request;
  const refusal = refuse(request, undefined, path.scope);
  if (refusal !== null) return refusal;
  const resource = world.store.get(path.scope);
  if (resource === undefined) return resourceNotFound(parseArmPath(path.scope));
  return {
    status: 200,
    body: {
      id: path.text,
      name: "current",
      type: "Microsoft.ResourceHealth/availabilityStatuses",
      location: resource.location ?? null,
      properties: {
        availabilityState: "Available",
        title: "Available",
        summary: "There aren't any known Azure platform problems affecting this resource.",
        reasonType: "",
        occuredTime: world.startedAt.toISOString(),
        reportedTime: new Date().toISOString(),
      },
    },
  };
};
