// The template of deploy/azure: held to the schemas that Microsoft publishes, and to the settings that the product reads.
import { readFile } from "node:fs/promises";
import Ajv from "ajv-draft-04";
import { planOf } from "../simulator/arm/deployments/template.ts";
import { type Json, type JsonObject, objectOf } from "../simulator/json.ts";
import { readConfig } from "../src/config/config.ts";
import { hostParameters, hostTemplate, identityClientId, valuesOf } from "./fixtures/host-template.ts";

type Published = Readonly<{
  types: Readonly<Record<string, { schema: JsonObject; definitions: JsonObject }>>;
}>;
const published: Published = JSON.parse(await readFile("test/fixtures/arm-schemas.json", "utf8"));

const tenantId = "3f2b7c64-8d19-4e57-9a02-6c1de5b840f7";
const group = "/subscriptions/8a6c2f10-5b3d-4f7e-91c4-2d70e8b9a653/resourceGroups/rg-oncall";
const plan = (parameters: object = {}) =>
  planOf(
    JSON.parse(JSON.stringify(hostTemplate)),
    valuesOf({ ...hostParameters, ...parameters }) as JsonObject,
    {
      subscription: { subscriptionId: "8a6c2f10-5b3d-4f7e-91c4-2d70e8b9a653", tenantId },
      resourceGroup: { id: group, name: "rg-oncall", location: "westeurope" },
      groupNamed: () => ({}),
    },
  );

/** What Azure tells of each once it is there. */
const told = () => ({
  defaultDomain: "example.azurecontainerapps.io",
  fullyQualifiedDomainName: "oncall.postgres.database.azure.com",
  vaultUri: "https://oncall.vault.azure.net/",
  primaryEndpoints: { blob: "https://oncall.blob.core.windows.net/" },
  configuration: { ingress: { fqdn: "aks-oncall.example.azurecontainerapps.io" } },
});

/** Microsoft's schemas let unknown names pass; here a misspelt one does not. */
function strict(schema: Json): Json {
  if (Array.isArray(schema)) return schema.map(strict);
  if (typeof schema !== "object" || schema === null) return schema;
  const named = (all: JsonObject): JsonObject =>
    Object.fromEntries(Object.entries(all).map(([name, value]) => [name, strict(value)]));
  const { properties, definitions, ...rest } = schema;
  const inner: JsonObject = {
    ...named(rest),
    ...(properties === undefined ? {} : { properties: named(objectOf(properties)) }),
    ...(definitions === undefined ? {} : { definitions: named(objectOf(definitions)) }),
  };
  return inner.properties === undefined || inner.additionalProperties !== undefined
    ? inner
    : { ...inner, additionalProperties: false };
}

/** What every resource of a template may have. */
const everywhere = { scope: {}, dependsOn: {}, condition: {} };
const expression = {
  id: "https://schema.management.azure.com/schemas/common/definitions.json#",
  definitions: { expression: { type: "string", pattern: "^\\[([^\\[].*)?\\]$" } },
};

const kindOf = ({ type, apiVersion }: { type: string; apiVersion: string }) => `${type}@${apiVersion}`;

describe("each resource is as Microsoft's schema of its type and version wants it", () => {
  test.each(hostTemplate.resources.map((each) => [`${kindOf(each)} ${each.name}`, each] as const))(
    "%s",
    (_name, each) => {
      const of = published.types[kindOf(each)];
      if (of === undefined) throw new Error("There is no schema of it in test/fixtures/arm-schemas.json.");
      const ajv = new Ajv.default({ strict: false, allErrors: true });
      ajv.addSchema(expression);
      const schema = objectOf(strict({ ...of.schema, definitions: of.definitions }));
      const check = ajv.compile({ ...schema, properties: { ...objectOf(schema.properties), ...everywhere } });
      check(each);
      expect(check.errors ?? []).toEqual([]);
    },
  );
});

/** Settings of the container, and what stands for a secret there. */
function container(parameters: object = {}) {
  const app = plan(parameters).resources.find(({ type }) => type === "Microsoft.App/containerApps");
  const properties = objectOf(app?.body(told).properties);
  return JSON.parse(JSON.stringify(properties)) as {
    configuration: { secrets: { name: string; value: string }[]; registries: object[] };
    template: { containers: [{ env: { name: string; value?: string; secretRef?: string }[] }] };
  };
}

test("the settings in it are the product's own, all that it needs, and none is a secret", () => {
  const { env } = container().template.containers[0];
  expect(env.filter(({ value }) => value === undefined)).toEqual([]);
  const read = readConfig(Object.fromEntries(env.map(({ name, value }) => [name, value])));
  expect(read).toMatchObject({
    ok: true,
    config: {
      app: { tenantId, auth: { kind: "managedIdentity", clientId: identityClientId } },
      store: {
        databaseUrl: expect.stringMatching(
          /^postgres:\/\/aks-oncall@oncall\.postgres\.database\.azure\.com:5432\//,
        ),
        managedIdentity: identityClientId,
      },
      audit: {
        key: { kind: "vault", id: "https://oncall.vault.azure.net/keys/audit" },
        heads: { kind: "blob", url: "https://oncall.blob.core.windows.net/audit/heads" },
      },
      filesKey: { kind: "vault", id: "https://oncall.vault.azure.net/keys/files" },
      publicUrl: "https://aks-oncall.example.azurecontainerapps.io",
      alerts: { azureMonitor: { appId: hostParameters.appId } },
    },
  });
});

test("nothing in it is a secret, nor asks Azure for one", () => {
  const { configuration } = container();
  expect(configuration.secrets).toEqual([
    { name: expect.stringMatching(/^policy-[a-z2-7]{13}$/), value: hostParameters.policy },
  ]);
  const types = Object.values(hostTemplate.parameters).map(({ type }) => type);
  expect(types.filter((type) => type.startsWith("secure"))).toEqual([]);
  expect(JSON.stringify(hostTemplate)).not.toMatch(
    /list(Keys|Secrets|Credentials)|adminPassword|adminUserPassword|sharedKey"/i,
  );
});

test("another policy is another secret, so that the containers start anew with it", () => {
  const nameOf = (policy: string) => container({ policy }).configuration.secrets[0]?.name;
  expect(nameOf("version: 1\nrules: []\n")).not.toBe(nameOf(hostParameters.policy));
});

test.each([
  ["", []],
  [
    "oncall.azurecr.io",
    [
      {
        server: "oncall.azurecr.io",
        identity: `${group}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/aks-oncall`,
      },
    ],
  ],
])("pulled from the registry %j as the identity", (registry, registries) => {
  expect(container({ registry }).configuration.registries).toEqual(registries);
});

test("all that may have a tag has the mark of the installation", () => {
  const without = plan().resources.filter(
    ({ body, type }) => objectOf(body(told).tags)["aks-oncall"] === undefined && type.split("/").length === 2,
  );
  expect(without.map(({ type }) => type)).toEqual([
    "Microsoft.Authorization/roleAssignments",
    "Microsoft.Authorization/roleAssignments",
    "Microsoft.Authorization/roleAssignments",
    "Microsoft.Insights/diagnosticSettings",
  ]);
});
