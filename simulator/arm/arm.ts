// Azure Resource Manager: who calls, whether the request makes sense, and which handler answers.
import { armAudiences } from "../entra/audiences.ts";
import type { Identity } from "../entra/tokens.ts";
import { bearerToken, type Call, type Reply } from "../http.ts";
import type { World } from "../world.ts";
import { activityLog, recordActivity } from "./activity-log.ts";
import { effectiveAdminRules } from "./admin-rules.ts";
import { armError, subscriptionNotFound } from "./arm-errors.ts";
import { type ArmPath, parseArmPath, sameId } from "./arm-path.ts";
import { type ArmHandler, type ArmRequest, pageOf, refuse } from "./arm-request.ts";
import { permissions, roleAssignments, roleDefinitions } from "./authorization.ts";
import {
  adminCredential,
  operationResult,
  rotateCertificates,
  startCluster,
  stopCluster,
  userCredential,
} from "./cluster-actions.ts";
import { startContainers } from "./container-groups.ts";
import { deploymentHandlers } from "./deployments/deployments.ts";
import { eligibleRoles } from "./eligible-roles.ts";
import { askBgpPeers, bgpPeers, circuitStats, resetGateway } from "./gateway-routes.ts";
import { availability } from "./health.ts";
import { initiate } from "./just-in-time.ts";
import { deletedVaults, deleteVault, purgeVault, putVault } from "./key-vaults.ts";
import { lockedBy, locks } from "./locks.ts";
import { networkUsages } from "./network-usages.ts";
import { policyAssignments } from "./policy-assignments.ts";
import { present, recordSets } from "./present.ts";
import { handleResource } from "./resources.ts";
import { commandResults, runCommand } from "./run-command.ts";
import { scaleSetInterfaces } from "./scale-set-interfaces.ts";
import { scaleSetMachines } from "./scale-set-machines.ts";
import {
  allResources,
  locations,
  metadataEndpoints,
  providers,
  registerProvider,
  resourceGroups,
  subscriptions,
  tenants,
} from "./subscriptions.ts";
import { instanceView, powerAction, virtualMachine } from "./virtual-machines.ts";

const allRecordSets: ArmHandler = (request) => {
  const { world, path } = request;
  return (
    refuse(request) ??
    pageOf(
      request,
      recordSets(world, path.parent).map((item) => present(world, item)),
    )
  );
};

const compute = "microsoft.compute/virtualmachines";
const aks = "microsoft.containerservice/managedclusters";
const zones = "microsoft.network/privatednszones";
const groups = "microsoft.resources/subscriptions/resourcegroups";

/** What Azure computes, by method and type; any other request is answered from the store. */
const handlers: Readonly<Record<string, ArmHandler>> = {
  "GET microsoft.resources/tenants": tenants,
  "GET microsoft.resources/subscriptions": subscriptions,
  "GET microsoft.resources/subscriptions/locations": locations,
  "GET microsoft.resources/subscriptions/resources": allResources,
  [`GET ${groups}`]: resourceGroups,
  [`HEAD ${groups}`]: resourceGroups,
  [`PUT ${groups}`]: resourceGroups,
  [`DELETE ${groups}`]: resourceGroups,
  [`GET ${groups}/resources`]: allResources,
  "GET microsoft.resources/providers": providers,
  "GET microsoft.authorization/permissions": permissions,
  "GET microsoft.authorization/roledefinitions": roleDefinitions,
  "GET microsoft.authorization/roleassignments": roleAssignments,
  "PUT microsoft.authorization/roleassignments": roleAssignments,
  "DELETE microsoft.authorization/roleassignments": roleAssignments,
  "GET microsoft.authorization/roleeligibilityscheduleinstances": eligibleRoles,
  "GET microsoft.authorization/policyassignments": policyAssignments,
  "GET microsoft.authorization/locks": locks,
  "GET microsoft.compute/virtualmachinescalesets/virtualmachines": scaleSetMachines,
  "GET microsoft.compute/virtualmachinescalesets/networkinterfaces": scaleSetInterfaces,
  "GET microsoft.insights/eventtypes/values": activityLog,
  "GET microsoft.keyvault/deletedvaults": deletedVaults,
  "PUT microsoft.keyvault/vaults": putVault,
  "DELETE microsoft.keyvault/vaults": deleteVault,
  "POST microsoft.keyvault/locations/deletedvaults/purge": purgeVault,
  "GET microsoft.network/virtualnetworks/usages": networkUsages,
  "POST microsoft.network/virtualnetworks/listnetworkmanagereffectivesecurityadminrules": effectiveAdminRules,
  "POST microsoft.network/virtualnetworkgateways/getbgppeerstatus": askBgpPeers,
  "GET microsoft.network/virtualnetworkgateways/getbgppeerstatus": bgpPeers,
  "POST microsoft.network/virtualnetworkgateways/reset": resetGateway,
  "GET microsoft.network/expressroutecircuits/peerings/stats": circuitStats,
  "GET microsoft.resourcehealth/availabilitystatuses": availability,
  [`GET ${compute}`]: virtualMachine,
  [`GET ${compute}/instanceview`]: instanceView,
  [`POST ${compute}/start`]: powerAction,
  [`POST ${compute}/restart`]: powerAction,
  [`POST ${compute}/poweroff`]: powerAction,
  [`POST ${compute}/deallocate`]: powerAction,
  [`GET ${zones}/all`]: allRecordSets,
  [`GET ${zones}/recordsets`]: allRecordSets,
  [`POST ${aks}/runcommand`]: runCommand,
  [`GET ${aks}/commandresults`]: commandResults,
  [`POST ${aks}/start`]: startCluster,
  [`POST ${aks}/stop`]: stopCluster,
  [`POST ${aks}/rotateclustercertificates`]: rotateCertificates,
  [`POST ${aks}/listclusterusercredential`]: userCredential,
  [`POST ${aks}/listclusteradmincredential`]: adminCredential,
  "POST microsoft.security/locations/jitnetworkaccesspolicies/initiate": initiate,
  "GET microsoft.containerservice/locations/operationresults": operationResult,
  "POST microsoft.containerinstance/containergroups/start": startContainers,
  "GET microsoft.containerinstance/locations/operations": operationResult,
  ...deploymentHandlers((request) => answer(request)),
};

/** Answers a request for ARM. */
export async function handleArm(world: World, call: Call): Promise<Reply> {
  if (call.path === "/metadata/endpoints") return metadataEndpoints(world);
  const caller = await authenticate(world, call);
  if ("status" in caller) return caller;
  const challenge = claimsChallenge(world, caller);
  if (challenge !== null) return challenge;
  if (!call.query.has("api-version")) {
    const message = "The api-version query parameter (?api-version=) is required for all requests.";
    return armError(400, "MissingApiVersionParameter", message);
  }
  const path = parseArmPath(call.path);
  const request = { world, call, path, caller };
  const { oid } = caller;
  const budget = world.throttling.take({ oid, subscriptionId: path.subscriptionId, method: call.method });
  const reply =
    budget.refusal ?? checkSubscription(world, path) ?? lockedBy(request) ?? (await answer(request));
  recordActivity(request, reply.status);
  const requestId = crypto.randomUUID();
  return {
    ...reply,
    headers: {
      "x-ms-request-id": requestId,
      "x-ms-correlation-request-id": requestId,
      ...budget.headers,
      ...reply.headers,
    },
  };
}

/** Every resource provider is registered in the same way, by a request below its own namespace. */
const handlerOf = (method: string, type: string): ArmHandler | undefined =>
  method === "POST" && /^[^/]+\/register$/.test(type) ? registerProvider : handlers[`${method} ${type}`];

/** These look themselves for what a scenario states. */
const computed: readonly (ArmHandler | undefined)[] = [virtualMachine, resourceGroups, providers];

function answer(request: ArmRequest): Reply | Promise<Reply> {
  const { call, path, world } = request;
  const handler = handlerOf(call.method, path.type.toLowerCase());
  // A scenario may state what would be computed: a resource that is there goes first.
  const isStated = handler !== undefined && call.method === "GET" && world.store.get(path.text) !== undefined;
  const isComputed = computed.includes(handler);
  return handler === undefined || (isStated && !isComputed) ? handleResource(request) : handler(request);
}

function checkSubscription(world: World, { subscriptionId }: ArmPath): Reply | null {
  if (subscriptionId === null) return null;
  const known = world.scenario.subscriptions.some((item) => sameId(item.subscriptionId, subscriptionId));
  return known ? null : subscriptionNotFound(subscriptionId);
}

async function authenticate(world: World, call: Call): Promise<Identity | Reply> {
  const token = bearerToken(call);
  if (token === null) {
    const message = "Authentication failed. The 'Authorization' header is missing.";
    return unauthorized(world, "AuthenticationFailed", message);
  }
  const verified = await world.tokens.verify(token);
  if (!verified.ok && verified.reason === "expired") {
    return unauthorized(world, "ExpiredAuthenticationToken", "The access token has expired.");
  }
  if (!verified.ok) {
    return unauthorized(world, "InvalidAuthenticationToken", "The access token is invalid.");
  }
  const { audience } = verified.identity;
  const allowed = armAudiences(world.url);
  if (allowed.includes(audience)) return verified.identity;
  const list = allowed.map((item) => `'${item}'`).join(",");
  const message = `The access token has been obtained for wrong audience or resource '${audience}'. It should exactly match with one of the allowed audiences ${list}.`;
  return unauthorized(world, "InvalidAuthenticationTokenAudience", message);
}

/** https://learn.microsoft.com/entra/identity-platform/claims-challenge */
function claimsChallenge(world: World, { oid, shown }: Identity): Reply | null {
  const { armClaims } = world.directory.principal(oid) ?? {};
  if (armClaims === undefined || shown === armClaims) return null;
  const claims = Buffer.from(armClaims).toString("base64");
  const header = `Bearer realm="", authorization_uri="${world.url}/${world.scenario.tenantId}", error="insufficient_claims", claims="${claims}"`;
  const message = "Continuous access evaluation resulted in a challenge: the token has not the claims.";
  return { ...armError(401, "AuthenticationFailed", message), headers: { "www-authenticate": header } };
}

function unauthorized(world: World, code: string, message: string): Reply {
  const challenge = `Bearer authorization_uri="${world.url}/${world.scenario.tenantId}", error="invalid_token", error_description="${message.replaceAll('"', "'")}"`;
  return { ...armError(401, code, message), headers: { "www-authenticate": challenge } };
}
