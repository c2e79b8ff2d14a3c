// Subscriptions, resource groups, resource providers, and the cloud's description that `az cloud register` reads.
import { jsonBody, type Reply } from "../http.ts";
import type { JsonObject } from "../json.ts";
import type { World } from "../world.ts";
import { authorizationFailed, resourceGroupNotFound } from "./arm-errors.ts";
import { isWithin, sameId } from "./arm-path.ts";
import { type ArmHandler, type ArmRequest, pageOf, refuse } from "./arm-request.ts";
import { keepDeleted } from "./key-vaults.ts";
import { resourceGroup, resourceGroupIds } from "./resources.ts";

/** `GET /metadata/endpoints`, needed before anyone has a token. */
export function metadataEndpoints(world: World): Reply {
  const { url } = world;
  return {
    status: 200,
    body: {
      name: "LocalAzure",
      portal: url,
      authentication: {
        loginEndpoint: url,
        audiences: [url, `${url}/`],
        tenant: "common",
        identityProvider: "AAD",
      },
      graphAudience: url,
      graph: url,
      microsoftGraphResourceId: `${url}/`,
      resourceManager: url,
      suffixes: { acrLoginServer: "azurecr.example", keyVaultDns: "vault.example", storage: "core.example" },
      media: url,
      sqlManagement: url,
      batch: url,
      gallery: url,
      vmImageAliasDoc: `${url}/aliases.json`,
    },
  };
}

const subscriptionBody = (
  { world }: ArmRequest,
  item: World["scenario"]["subscriptions"][number],
): JsonObject => ({
  id: `/subscriptions/${item.subscriptionId}`,
  subscriptionId: item.subscriptionId,
  tenantId: world.scenario.tenantId,
  displayName: item.displayName,
  state: "Enabled",
  subscriptionPolicies: { quotaId: "EnterpriseAgreement_2014-09-01", spendingLimit: "Off" },
  managedByTenants: [],
});

/** One subscription, or those in which the caller has any right. */
export const subscriptions: ArmHandler = (request) => {
  const { world, path, caller } = request;
  const visible = world.scenario.subscriptions.filter((item) =>
    world.access.sees(caller.oid, `/subscriptions/${item.subscriptionId}`),
  );
  if (path.name === null)
    return pageOf(
      request,
      visible.map((item) => subscriptionBody(request, item)),
    );
  const one = visible.find((item) => sameId(item.subscriptionId, path.name ?? ""));
  return one === undefined
    ? (refuse(request) ?? { status: 404 })
    : { status: 200, body: subscriptionBody(request, one) };
};

export const tenants: ArmHandler = (request) => {
  const { tenantId } = request.world.scenario;
  return pageOf(request, [
    { id: `/tenants/${tenantId}`, tenantId, displayName: "Contoso", tenantType: "AAD" },
  ]);
};

/** Resource groups: list (what the caller may read), get, create. */
export const resourceGroups: ArmHandler = (request) => {
  const { world, path, call, caller } = request;
  const action = "Microsoft.Resources/subscriptions/resourceGroups/read";
  if (path.name === null) {
    const visible = resourceGroupIds(request).filter((id) => world.access.allows(caller.oid, action, id));
    return pageOf(
      request,
      visible.map((id) => resourceGroup(request, id)),
    );
  }
  const refusal = refuse(request);
  if (refusal !== null) return refusal;
  if (call.method === "PUT") {
    world.store.put(path.text, { ...jsonBody(call), type: "Microsoft.Resources/resourceGroups" });
    return { status: 201, body: resourceGroup(request, path.text) };
  }
  const found = resourceGroupIds(request).find((id) => sameId(id, path.text));
  if (found === undefined) return resourceGroupNotFound(path.name);
  if (call.method !== "DELETE") return { status: 200, body: resourceGroup(request, found) };
  deleteGroup(world, found);
  return { status: 200 };
};

/** With all that stands in it, and who had a role there; key vaults can be brought back. */
function deleteGroup(world: World, id: string): void {
  const vaults = world.store.list("Microsoft.KeyVault/vaults", id);
  world.store.delete(id);
  for (const vault of vaults) keepDeleted(world, vault);
  const within = world.assignments.filter(({ scope }) => isWithin(id, scope));
  for (const each of within) world.assignments.splice(world.assignments.indexOf(each), 1);
  for (const each of [...world.deployments.byId.keys()])
    if (isWithin(id, each)) world.deployments.byId.delete(each);
}

/** `/resources` of a subscription or group, with `$filter=resourceType eq '…'`. */
export const allResources: ArmHandler = (request) => {
  const { world, path, call, caller } = request;
  const wanted = /resourceType eq '([^']+)'/i.exec(call.query.get("$filter") ?? "")?.[1];
  const visible = world.store
    .all()
    .filter((item) => item.id.toLowerCase().startsWith(`${path.parent.toLowerCase()}/`))
    .filter(
      (item) =>
        item.type.split("/").length === 2 &&
        // What stands on another resource is of no group by itself.
        item.id.split("/providers/").length === 2 &&
        (wanted === undefined || sameId(item.type, wanted)),
    )
    .filter((item) => world.access.allows(caller.oid, `${item.type}/read`, item.id));
  return pageOf(
    request,
    visible.map(({ id, name, type, location, tags }) => ({
      id,
      name,
      type,
      location: location ?? null,
      tags: tags ?? {},
    })),
  );
};

// What the clients in use send; `az resource update` takes the newest where it is given none.
const apiVersions = [
  "2026-06-01",
  "2026-01-01",
  "2025-03-01",
  "2024-06-01",
  "2024-05-01",
  "2022-01-01",
  "2018-09-01",
];

const providerId = (subscriptionId: string | null, namespace: string): string =>
  `/subscriptions/${subscriptionId}/providers/${namespace}`;

function provider(world: World, subscriptionId: string | null, namespace: string): JsonObject {
  const id = providerId(subscriptionId, namespace);
  const stated = world.store.get(id);
  const types = world.store
    .all()
    .map((item) => item.type)
    .filter((type) => type.toLowerCase().startsWith(`${namespace.toLowerCase()}/`))
    .map((type) => type.split("/").slice(1).join("/"));
  return {
    id,
    namespace,
    registrationState: stated?.properties.registrationState ?? "Registered",
    resourceTypes: [...new Set(types)].map((resourceType) => ({
      resourceType,
      locations: [],
      apiVersions,
    })),
  };
}

/** A resource provider, with the types that are there: registered, unless a scenario states otherwise. */
export const providers: ArmHandler = ({ world, path }) => ({
  status: 200,
  body: provider(world, path.subscriptionId, path.name ?? ""),
});

/** `POST …/providers/{namespace}/register`: done at once. */
export const registerProvider: ArmHandler = (request) => {
  const { world, path } = request;
  const refusal = refuse(request, undefined, path.parent);
  if (refusal !== null) return refusal;
  const namespace = path.type.split("/")[0] ?? "";
  world.store.delete(providerId(path.subscriptionId, namespace));
  return { status: 200, body: provider(world, path.subscriptionId, namespace) };
};

const regions = [
  "eastus",
  "germanywestcentral",
  "northeurope",
  "swedencentral",
  "uksouth",
  "westeurope",
  "westus3",
];

/** https://learn.microsoft.com/rest/api/resources/subscriptions/list-locations */
export const locations: ArmHandler = (request) => {
  const { path, world, caller } = request;
  const id = `/subscriptions/${path.subscriptionId}`;
  if (!world.access.sees(caller.oid, id))
    return authorizationFailed(caller, "Microsoft.Resources/subscriptions/locations/read", id);
  return { status: 200, body: { value: regions.map((name) => ({ id: `${id}/locations/${name}`, name })) } };
};
