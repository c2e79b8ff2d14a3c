// Deployments of templates: what Azure refuses of one, what it foresees, and what it makes.
import { people, subscriptions } from "../../simulator/people.ts";
import type { ScenarioInput } from "../../simulator/scenario/schema.ts";
import type { Simulator } from "../../simulator/simulator.ts";
import { hostParameters, hostTemplate, valuesOf } from "../fixtures/host-template.ts";
import { arm, scenarioFile, startTrusted } from "./support.ts";

const subscription = `/subscriptions/${subscriptions.prod}`;
const group = `${subscription}/resourceGroups/rg-oncall`;
const deployment = `${group}/providers/Microsoft.Resources/deployments/host`;
const owner = people.diego;

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startTrusted();
});
afterAll(() => simulator.close());
beforeEach(() => scenario());

type Given = Partial<Pick<ScenarioInput, "resources" | "roleAssignments">>;

/** An empty group, and somebody who owns the subscription. */
async function scenario({ resources = [], roleAssignments = [] }: Given = {}): Promise<void> {
  await simulator.loadScenario(scenarioFile("hub-spoke"));
  const { scenario: base } = simulator;
  const owns = { principalId: owner.oid, scope: subscription, role: "Owner" };
  await simulator.loadScenario({
    ...base,
    resources: [
      ...base.resources,
      { id: group, type: "Microsoft.Resources/resourceGroups", location: "westeurope" },
      ...resources,
    ],
    roleAssignments: [...base.roleAssignments, owns, ...roleAssignments],
  });
}

const deploying = (template: unknown, parameters: Readonly<Record<string, unknown>> = {}) => ({
  properties: { mode: "Incremental", template, parameters: valuesOf(parameters) },
});
const host = deploying(hostTemplate, hostParameters);

/** Asked until it is done, as clients do. */
async function deployed(body: object, as = owner) {
  const put = await arm(simulator, as, "PUT", deployment, body);
  if (put.status >= 300) return put;
  for (;;) {
    const { status, body: shown } = await arm(simulator, as, "GET", deployment);
    const state = shown.properties.provisioningState;
    if (state !== "Accepted" && state !== "Running") return { status, body: shown };
  }
}

async function foreseen(body: object) {
  const begun = await arm(simulator, owner, "POST", `${deployment}/whatIf`, body);
  expect(begun.status).toBe(202);
  const { body: result } = await arm(simulator, owner, "GET", begun.headers.get("location") ?? "");
  const changes: { resourceId: string; changeType: string; delta?: unknown }[] = result.properties.changes;
  return changes;
}

const kinds = (changes: readonly { changeType: string }[]) => [
  ...new Set(changes.map(({ changeType }) => changeType)),
];

describe("the template of the host", () => {
  test("is valid, and foreseen as new as a whole", async () => {
    const { status, body } = await arm(simulator, owner, "POST", `${deployment}/validate`, host);
    expect([status, body.properties.validatedResources.length]).toEqual([200, hostTemplate.resources.length]);
    const changes = await foreseen(host);
    expect([kinds(changes), changes.length]).toEqual([["Create"], hostTemplate.resources.length]);
  });

  test("is made: each operation is shown, and its outputs", async () => {
    const { body } = await deployed(host);
    expect(body).toMatchObject({
      properties: {
        provisioningState: "Succeeded",
        outputs: {
          endpoint: { value: expect.stringMatching(/^https:\/\/aks-oncall\.ambitioussea-/) },
          botName: { value: expect.stringMatching(/^oncall-[a-z2-7]{13}$/) },
        },
      },
    });
    const { body: operations } = await arm(simulator, owner, "GET", `${deployment}/operations`);
    const states = operations.value.map(
      (each: { properties: { provisioningState: string } }) => each.properties,
    );
    expect(states).toHaveLength(hostTemplate.resources.length);
    expect(new Set(states.map((each: { provisioningState: string }) => each.provisioningState))).toEqual(
      new Set(["Succeeded"]),
    );
  });

  test("once more changes nothing, and another image changes the container alone", async () => {
    await deployed(host);
    const before = simulator.state().resources;
    expect(kinds(await foreseen(host))).toEqual(["NoChange"]);
    expect((await deployed(host)).body.properties.provisioningState).toBe("Succeeded");
    expect(simulator.state().resources).toEqual(before);
    const next = await foreseen(
      deploying(hostTemplate, { ...hostParameters, image: "ghcr.io/contoso/next" }),
    );
    const changed = next.filter(({ changeType }) => changeType !== "NoChange");
    expect(changed).toEqual([
      expect.objectContaining({
        resourceId: `${group}/providers/Microsoft.App/containerApps/aks-oncall`,
        changeType: "Modify",
      }),
    ]);
    expect(JSON.stringify(changed[0]?.delta)).toContain('"after":"ghcr.io/contoso/next"');
  });

  test("before its group is there, a deployment to the subscription foresees the group too", async () => {
    const wrapped = {
      location: "westeurope",
      ...deploying({
        resources: [
          {
            ...{ type: "Microsoft.Resources/resourceGroups", apiVersion: "2022-09-01" },
            ...{ name: "rg-new", location: "westeurope" },
          },
          {
            ...{ type: "Microsoft.Resources/deployments", apiVersion: "2022-09-01", name: "host" },
            resourceGroup: "rg-new",
            dependsOn: ["[subscriptionResourceId('Microsoft.Resources/resourceGroups', 'rg-new')]"],
            properties: { ...host.properties, expressionEvaluationOptions: { scope: "inner" } },
          },
        ],
      }),
    };
    const whole = `${subscription}/providers/Microsoft.Resources/deployments/all`;
    const begun = await arm(simulator, owner, "POST", `${whole}/whatIf`, wrapped);
    const { body } = await arm(simulator, owner, "GET", begun.headers.get("location") ?? "");
    expect(body.properties.changes).toHaveLength(hostTemplate.resources.length + 1);
    expect(kinds(body.properties.changes)).toEqual(["Create"]);
  });

  test("a vault that was deleted with its group keeps its name until it is purged", async () => {
    await deployed(host);
    await arm(simulator, owner, "DELETE", group);
    await arm(simulator, owner, "PUT", group, { location: "westeurope" });
    const again = await deployed(host);
    expect(again.body.properties).toMatchObject({
      provisioningState: "Failed",
      error: { code: "DeploymentFailed", details: [{ code: "ConflictError" }] },
    });
    const list = `${subscription}/providers/Microsoft.KeyVault/deletedVaults`;
    const [vault] = (await arm(simulator, owner, "GET", list)).body.value;
    expect((await arm(simulator, owner, "POST", `${vault.id}/purge`)).status).toBe(200);
    expect((await deployed(host)).body.properties.provisioningState).toBe("Succeeded");
  });
});

test("for a host of somebody else, the Azure Bot and the action group alone", async () => {
  const ownHost = "https://oncall.contoso.example";
  const body = deploying(hostTemplate, { ...hostParameters, ownHost });
  const kinds = (await foreseen(body)).map(
    ({ resourceId }) => resourceId.split("/providers/")[1]?.split("/")[0],
  );
  expect([...new Set(kinds)].toSorted()).toEqual(["Microsoft.BotService", "Microsoft.Insights"]);
  expect((await deployed(body)).body.properties.outputs.endpoint.value).toBe(ownHost);
});

describe("refused before anything is made", () => {
  const unregistered = {
    id: `${subscription}/providers/Microsoft.App`,
    properties: { registrationState: "NotRegistered" },
  };
  const deny = {
    id: `${subscription}/providers/Microsoft.Authorization/policyDefinitions/regions`,
    properties: {
      displayName: "Allowed locations",
      parameters: { allowed: { type: "Array" } },
      policyRule: {
        if: {
          allOf: [
            { field: "location", notIn: "[parameters('allowed')]" },
            { field: "location", notEquals: "global" },
            { field: "type", equals: "Microsoft.KeyVault/vaults" },
          ],
        },
        // biome-ignore lint/suspicious/noThenProperty: so a rule of Azure Policy is written.
        then: { effect: "deny" },
      },
    },
  };
  const assigned = {
    id: `${group}/providers/Microsoft.Authorization/policyAssignments/regions`,
    properties: {
      policyDefinitionId: deny.id,
      parameters: { allowed: { value: ["northeurope"] } },
    },
  };
  const mayDeploy = {
    principalId: people.adele.oid,
    scope: group,
    role: "Contributor",
  };

  test.each<[string, Given, (typeof people)["adele"], number, string, RegExp]>([
    [
      "whoever may not deploy",
      {},
      people.alex,
      403,
      "AuthorizationFailed",
      /Microsoft\.Resources\/deployments\/write' over scope/,
    ],
    [
      "whoever may not give roles",
      {},
      people.megan,
      403,
      "InvalidTemplateDeployment",
      /multiple errors: 'Authorization failed for template resource '.*roleAssignments\/write' at scope/,
    ],
    [
      "a provider that is not registered, and that they may not register",
      { resources: [unregistered], roleAssignments: [{ ...mayDeploy, role: "Owner" }] },
      people.adele,
      409,
      "MissingSubscriptionRegistration",
      /not registered to use namespace 'Microsoft\.App'/,
    ],
    [
      "what Azure Policy denies",
      { resources: [deny, assigned] },
      owner,
      400,
      "InvalidTemplateDeployment",
      /because of policy violation/,
    ],
  ])("%s", async (_what, given, as, status, code, message) => {
    await scenario(given);
    const { status: got, body } = await deployed(host, as);
    expect({ got, code: body.error.code, message: body.error.message }).toEqual({
      got: status,
      code,
      message: expect.stringMatching(message),
    });
    expect(
      simulator.state().resources.filter(({ id }) => id.startsWith(`${group}/providers/Microsoft.K`)),
    ).toEqual([]);
  });

  test("whoever may register a provider has it registered", async () => {
    await scenario({ resources: [unregistered] });
    expect((await deployed(host)).body.properties.provisioningState).toBe("Succeeded");
  });

  test("the denial of Azure Policy names the resource, the assignment and the definition", async () => {
    await scenario({ resources: [deny, assigned] });
    const { body } = await deployed(host);
    expect(body.error.details).toEqual([
      expect.objectContaining({
        code: "RequestDisallowedByPolicy",
        target: expect.stringMatching(/^oncall-/),
        message: expect.stringContaining("Allowed locations"),
      }),
    ]);
  });

  test("a group that is not there", async () => {
    const elsewhere = deployment.replace("rg-oncall", "rg-nowhere");
    const { status, body } = await arm(simulator, owner, "POST", `${elsewhere}/validate`, host);
    expect([status, body.error.code]).toEqual([404, "ResourceGroupNotFound"]);
  });
});

test("a quota stops it on the way: what was made stays, and the operation says why", async () => {
  await scenario({
    resources: [
      {
        id: `${subscription}/providers/Microsoft.App/locations/westeurope/usages/ManagedEnvironmentCount`,
        limit: 0,
      },
    ],
  });
  const { body } = await deployed(host);
  const code = "MaxNumberOfRegionalEnvironmentsInSubExceeded";
  expect(body.properties).toMatchObject({
    provisioningState: "Failed",
    error: { code: "DeploymentFailed", details: [{ code }] },
  });
  const { body: operations } = await arm(simulator, owner, "GET", `${deployment}/operations`);
  expect(operations.value.at(-1).properties).toMatchObject({
    provisioningState: "Failed",
    statusCode: "BadRequest",
    statusMessage: { error: { code } },
    targetResource: { resourceType: "Microsoft.App/managedEnvironments" },
  });
  expect(operations.value[0].properties.provisioningState).toBe("Succeeded");
});

describe("what is wrong with a template is said", () => {
  const network = (fields: object) => ({
    ...{ type: "Microsoft.Network/routeTables", apiVersion: "2024-05-01", name: "rt" },
    ...{ location: "westeurope" },
    ...fields,
  });
  const tableId = "[resourceId('Microsoft.Network/routeTables', 'rt')]";
  test.each([
    [
      "a parameter that is missing",
      { parameters: { image: { type: "string" } }, resources: [] },
      /'image' is not provided/,
    ],
    [
      "a value that is not allowed",
      { parameters: { cloud: { type: "string", defaultValue: "x", allowedValues: ["y"] } }, resources: [] },
      /'cloud' is not valid\. The value 'x'/,
    ],
    [
      "a parameter that it does not have",
      { resources: [network({ name: "[parameters('x')]" })] },
      /'x' is not found/,
    ],
    [
      "a function that is not there",
      { resources: [network({ name: "[secret('x')]" })] },
      /function 'secret'/,
    ],
    ["brackets that do not close", { resources: [network({ name: "[concat('x']" })] }, /cannot be parsed/],
    ["a name of another depth", { resources: [network({ name: "a/b" })] }, /number of segments/],
    [
      "what is not in it",
      { resources: [network({ dependsOn: [`${tableId.slice(0, -3)}2')]`] })] },
      /not defined/,
    ],
    ["a circle", { resources: [network({ dependsOn: [tableId] })] }, /Circular dependency/],
  ])("%s", async (_what, template, message) => {
    const { status, body } = await arm(
      simulator,
      owner,
      "POST",
      `${deployment}/validate`,
      deploying(template),
    );
    expect([status, body.error.code]).toEqual([400, "InvalidTemplate"]);
    expect(body.error.message).toMatch(message);
  });
});

test.each([
  ["[concat('a', 'b''c')]", "ab'c"],
  ["[format('{0}-{1}', 'x', 2)]", "x-2"],
  ["[[no expression]", "[no expression]"],
  ["[if(empty(''), 'yes', secret())]", "yes"],
  ["[createArray('a', 'b')[1]]", "b"],
  ["[resourceGroup().location]", "westeurope"],
  ["[resourceId('ns/a/b', 'x', 'y')]", `${group}/providers/ns/a/x/b/y`],
  ["[subscriptionResourceId('ns/a', 'x')]", `${subscription}/providers/ns/a/x`],
  ["[extensionResourceId(resourceGroup().id, 'ns/a', 'x')]", `${group}/providers/ns/a/x`],
  [
    "[guid('a', 'b')]",
    expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/),
  ],
  ["[uniqueString('a')]", expect.stringMatching(/^[a-z2-7]{13}$/)],
])("%s is %j", async (expression, value) => {
  const template = { resources: [], outputs: { it: { type: "string", value: expression } } };
  const { body } = await deployed(deploying(template));
  expect(body.properties.outputs.it.value).toEqual(value);
});
