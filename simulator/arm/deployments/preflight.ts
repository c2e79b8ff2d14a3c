// What Azure refuses of a deployment before it makes anything: a group that is not there, providers that are not registered,
// rights that are missing, and what Azure Policy denies.
import type { Reply } from "../../http.ts";
import { armError, resourceGroupNotFound } from "../arm-errors.ts";
import { sameId } from "../arm-path.ts";
import type { ArmRequest } from "../arm-request.ts";
import { resourceGroupIds } from "../resources.ts";
import { denialOf, disallowed } from "./azure-policy.ts";
import type { Plan } from "./template.ts";
import { bodyNow } from "./what-if.ts";

/** Null: nothing. */
export const refusedBefore = (request: ArmRequest, plan: Plan): Reply | null =>
  groupRefused(request) ??
  providersRefused(request, plan) ??
  rightsRefused(request, plan) ??
  policyRefused(request, plan);

function groupRefused(request: ArmRequest): Reply | null {
  const { resourceGroup, subscriptionId } = request.path;
  if (resourceGroup === null) return null;
  const id = `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}`;
  return resourceGroupIds(request).some((each) => sameId(each, id))
    ? null
    : resourceGroupNotFound(resourceGroup);
}

const providerIdOf = ({ path }: ArmRequest, namespace: string): string =>
  `/subscriptions/${path.subscriptionId}/providers/${namespace}`;

const namespacesOf = ({ resources }: Plan): string[] => [
  ...new Set(resources.map(({ type }) => type.split("/")[0] ?? "")),
];

const isUnregistered = (request: ArmRequest, namespace: string): boolean => {
  const state = request.world.store.get(providerIdOf(request, namespace))?.properties.registrationState;
  return state !== undefined && state !== "Registered";
};

/** Whoever may register a provider has it registered by the deployment. */
function providersRefused(request: ArmRequest, plan: Plan): Reply | null {
  const { world, caller, path } = request;
  const missing = namespacesOf(plan).find(
    (namespace) =>
      isUnregistered(request, namespace) &&
      !world.access.allows(
        caller.oid,
        `${namespace}/register/action`,
        `/subscriptions/${path.subscriptionId}`,
      ),
  );
  if (missing === undefined) return null;
  const code = "MissingSubscriptionRegistration";
  const message = `The subscription is not registered to use namespace '${missing}'. See https://aka.ms/rps-not-found for how to register subscriptions.`;
  return { status: 409, body: { error: { code, message, details: [{ code, target: missing, message }] } } };
}

export function registerProviders(request: ArmRequest, plan: Plan): void {
  for (const namespace of namespacesOf(plan))
    if (isUnregistered(request, namespace)) request.world.store.delete(providerIdOf(request, namespace));
}

function rightsRefused({ world, caller }: ArmRequest, { resources }: Plan): Reply | null {
  const failed = resources
    .map((planned) => ({ planned, action: `${planned.type}/write` }))
    .filter(({ planned, action }) => !world.access.allows(caller.oid, action, planned.id))
    .map(
      ({ planned, action }) =>
        `Authorization failed for template resource '${planned.name}' of type '${planned.type}'. The client '${caller.name}' with object id '${caller.oid}' does not have permission to perform action '${action}' at scope '${planned.id}'.`,
    );
  if (failed.length === 0) return null;
  const begin =
    failed.length === 1
      ? "The template deployment failed with error"
      : "Deployment failed with multiple errors";
  return armError(403, "InvalidTemplateDeployment", `${begin}: '${failed.join(":")}'.`);
}

function policyRefused({ world }: ArmRequest, { resources }: Plan): Reply | null {
  const denied = resources.flatMap((planned) => {
    const denial = denialOf(world, { id: planned.id, body: bodyNow(world, planned) });
    return denial === null ? [] : [disallowed(planned.name, denial)];
  });
  if (denied.length === 0) return null;
  const message =
    "The template deployment failed because of policy violation. Please see details for more information.";
  return {
    status: 400,
    body: { error: { code: "InvalidTemplateDeployment", message, details: denied } },
  };
}
