// What Azure gives to new resources of an installation: names in its DNS, ids of identities, regions' domains.
import { createHash } from "node:crypto";
import { type JsonObject, objectOf, textOf } from "../json.ts";
import type { World } from "../world.ts";
import { parseArmPath } from "./arm-path.ts";
import type { Resource } from "./resource-store.ts";

type Values = (world: World, resource: Resource) => JsonObject;

/** Letters that stay the same for the same resource. */
const letters = (text: string, length: number): string =>
  createHash("sha256").update(text.toLowerCase()).digest("hex").slice(0, length);

/** Made once: `readOnlyOf` keeps them over later writes. */
const identityIds: Values = (world, { properties }) => ({
  principalId: properties.principalId ?? crypto.randomUUID(),
  clientId: properties.clientId ?? crypto.randomUUID(),
  tenantId: world.scenario.tenantId,
});

const domainOf = (id: string, location: string): string =>
  `ambitioussea-${letters(id, 8)}.${location}.azurecontainerapps.io`;

function containerApp(world: World, { id, name, location, properties }: Resource): JsonObject {
  const environment = world.store.get(textOf(properties.environmentId));
  const domain = domainOf(environment?.id ?? id, textOf(environment?.location) || textOf(location));
  const configuration = objectOf(properties.configuration);
  const ingress = objectOf(configuration.ingress);
  const fqdn = `${name}.${ingress.external === true ? "" : "internal."}${domain}`;
  const template = letters(JSON.stringify(properties.template ?? {}), 7);
  return {
    runningStatus: "Running",
    latestRevisionName: `${name}--${template}`,
    configuration: { ...configuration, ingress: { ...ingress, fqdn } },
  };
}

const keyUri = ({ id, name }: Resource): string =>
  `https://${parseArmPath(parseArmPath(id).parent).name}.vault.azure.net/keys/${name}`;

const byType: Readonly<Record<string, Values>> = {
  "microsoft.app/managedenvironments": (_, { id, location }) => ({
    defaultDomain: domainOf(id, textOf(location)),
  }),
  "microsoft.app/containerapps": containerApp,
  "microsoft.containerregistry/registries": (_, { name }) => ({ loginServer: `${name}.azurecr.io` }),
  "microsoft.dbforpostgresql/flexibleservers": (_, { name }) => ({
    fullyQualifiedDomainName: `${name}.postgres.database.azure.com`,
    state: "Ready",
  }),
  "microsoft.keyvault/vaults": (_, { name }) => ({ vaultUri: `https://${name}.vault.azure.net/` }),
  "microsoft.keyvault/vaults/keys": (_, resource) => ({
    keyUri: keyUri(resource),
    keyUriWithVersion: `${keyUri(resource)}/${letters(resource.id, 32)}`,
  }),
  "microsoft.managedidentity/userassignedidentities": identityIds,
  "microsoft.operationalinsights/workspaces": (_, { id }) => ({ customerId: letters(id, 32) }),
  "microsoft.storage/storageaccounts": (_, { name }) => ({
    primaryEndpoints: { blob: `https://${name}.blob.core.windows.net/` },
  }),
};

export function writePlatformValues(world: World, resource: Resource): void {
  const values = byType[resource.type.toLowerCase()];
  if (values !== undefined) Object.assign(resource.properties, values(world, resource));
  // Every account has this one service, which nobody makes.
  if (/^Microsoft\.Storage\/storageAccounts$/i.test(resource.type))
    world.store.load({ id: `${resource.id}/blobServices/default` });
}
