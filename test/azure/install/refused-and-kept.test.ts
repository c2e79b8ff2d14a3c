// What `install` refuses before it makes anything, what it leaves to others, and what it never touches.
import { people, subscriptions } from "../../../simulator/people.ts";
import type { Scenario } from "../../../simulator/scenario/schema.ts";
import { install, plan, planUninstall, uninstall } from "../../../src/app/install/install.ts";
import type { InstallEnd } from "../../../src/app/ports/install.ts";
import { type Answers, markOf } from "../../../src/core/install/answers.ts";
import { typeAndName } from "../../../src/core/install/host.ts";
import { type LocalAzure, startLocalAzure } from "../local-azure.ts";
import { allSteps, emptyTenantFor, hostAnswers, memoryFile, memoryFiles } from "./support.ts";

const subscription = `/subscriptions/${subscriptions.prod}`;
const group = `${subscription}/resourceGroups/aks-oncall`;
const ownHost = "https://oncall.contoso.example";
const { image: _none, ...withoutImage } = hostAnswers;
const ownAnswers: Answers = { ...withoutImage, runsAt: ownHost };
const issuer = "https://westeurope.oic.prod-aks.azure.com/00000000-1111-2222-3333-444444444444/";

const tenant = (role = "Owner") => emptyTenantFor(people.megan, { role });

let local: LocalAzure;
beforeAll(async () => {
  local = await startLocalAzure(await tenant());
});
afterAll(() => local.simulator.close());
beforeEach(async () => local.simulator.loadScenario(await tenant()));

const steps = (files = memoryFiles()) => allSteps(local, people.megan, files);
const made = (answers: Answers, files = memoryFiles()): Promise<InstallEnd> =>
  install(steps(files), answers, memoryFile(), () => {});
const gone = (answers: Answers, files = memoryFiles()): Promise<InstallEnd> =>
  uninstall(steps(files), answers, memoryFile(), () => {});
const openOf = (end: InstallEnd) => (end.ok ? end.made.open : end.refused.why);
const state = () => local.simulator.state();
const types = () => state().resources.flatMap(({ id, type }) => (id.startsWith(`${group}/`) ? [type] : []));
const loaded = async (resources: readonly object[], role?: string): Promise<void> => {
  const full = await tenant(role);
  await local.simulator.loadScenario({
    ...full,
    resources: [...full.resources, ...resources] as Scenario["resources"],
  });
};

/** As somebody who may do all: what others do in Azure meanwhile. */
async function arm(method: string, id: string, body?: object): Promise<number> {
  const token = await local.simulator.tokenFor(people.megan.oid, "https://management.azure.com");
  const response = await fetch(`${local.simulator.url}${id}?api-version=2024-05-01`, {
    method,
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    ...(body && { body: JSON.stringify(body) }),
  });
  return response.status;
}

describe("before anything is made", () => {
  test.each<[string, Partial<Answers>, object]>([
    [
      "a region that is none",
      { region: "westeurop" },
      { is: "regionUnknown", regions: expect.arrayContaining(["westeurope"]) },
    ],
    [
      "a subscription of somebody else",
      { subscriptionId: "11111111-2222-3333-4444-555555555555" },
      { is: "subscriptionUnknown" },
    ],
  ])("%s", async (_what, change, why) => {
    const before = state();
    for (const end of [
      await plan(steps(), { ...hostAnswers, ...change }, () => {}),
      await made({ ...hostAnswers, ...change }),
    ])
      expect(end).toMatchObject({ ok: false, at: { name: "place" }, refused: { why } });
    expect(state()).toEqual(before);
  });

  test.each<[string, string, Answers, readonly string[]]>([
    ["Reader", "all", hostAnswers, ["Microsoft.Resources/subscriptions/resourceGroups/write"]],
    ["Contributor", "that", hostAnswers, ["Microsoft.Authorization/roleAssignments/write"]],
    ["Reader", "less", ownAnswers, ["Microsoft.BotService/botServices/write"]],
  ])("a %s lacks %s", async (role, _much, answers, some) => {
    await loaded([], role);
    local.simulator.clearRequests();
    for (const end of [await plan(steps(), answers, () => {}), await made(answers)])
      expect(end).toMatchObject({
        ok: false,
        at: { name: "resourceGroup" },
        refused: { why: { is: "rightsMissing", scope: subscription, actions: expect.arrayContaining(some) } },
      });
    expect(local.simulator.requests().filter(({ path }) => /whatIf/.test(path))).toEqual([]);
  });

  test("an edited policy that the bot would not take", async () => {
    const files = memoryFiles();
    expect((await made(hostAnswers, files)).ok).toBe(true);
    await files.policy.write("version: 1\nrules: everything\n");
    local.simulator.clearRequests();
    expect(await made(hostAnswers, files)).toMatchObject({
      ok: false,
      at: { name: "policy" },
      refused: { why: { is: "policyRefused" } },
    });
    expect(local.simulator.requests().filter(({ method }) => !["GET", "POST"].includes(method))).toEqual([]);
  });
});

describe("of the same name, and not ours", () => {
  const ours = { "aks-oncall": markOf(hostAnswers) };
  const ownGroup = {
    ...{ id: group, type: "Microsoft.Resources/resourceGroups", location: "westeurope", tags: ours },
  };
  test.each([
    ["an identity", "Microsoft.ManagedIdentity/userAssignedIdentities", "managed identity aks-oncall"],
    ["a network", "Microsoft.Network/virtualNetworks", "Microsoft.Network/virtualNetworks aks-oncall"],
  ])("%s in our own group is not taken over, and stays", async (_what, type, what) => {
    const id = `${group}/providers/${type}/aks-oncall`;
    const properties = { principalId: people.diego.oid, clientId: people.diego.oid };
    await loaded([ownGroup, { id, location: "westeurope", tags: { team: "theirs" }, properties }]);
    const before = state().resources.find((each) => each.id === id);
    expect(await made(hostAnswers)).toMatchObject({ ok: false, refused: { why: { is: "notOurs", what } } });
    expect(state().resources.find((each) => each.id === id)).toEqual(before);
    expect(JSON.stringify(state().apps)).not.toContain(people.diego.oid);
    expect((await gone(hostAnswers)).ok).toBe(true);
    expect(state().resources.find((each) => each.id === id)).toEqual(before);
  });
});

describe("a host of one's own", () => {
  test("has no managed identity, and needs a credential of its own", async () => {
    const before = state();
    const files = memoryFiles();
    const end = await made(ownAnswers, files);
    expect(openOf(end)).toEqual([{ is: "credential", appId: expect.any(String) }]);
    expect(types()).not.toContain("Microsoft.ManagedIdentity/userAssignedIdentities");
    expect(files.settings.now()).not.toContain("TOKEN_FILE");
    await gone(ownAnswers, files);
    expect(state()).toEqual(before);
    expect([files.settings.now(), files.policy.now()]).toEqual([null, null]);
  });

  test("on AKS it signs in with the token of its service account", async () => {
    const files = memoryFiles();
    const end = await made({ ...ownAnswers, issuer }, files);
    expect(openOf(end)).toEqual([]);
    const [app] = state().apps.application;
    expect(app?.federatedIdentityCredentials).toContainEqual(
      expect.objectContaining({ name: "host", issuer, subject: "system:serviceaccount:oncall:aks-oncall" }),
    );
    expect(files.settings.now()?.split("\n")).toEqual([
      expect.stringMatching(/^# /),
      `MICROSOFT_APP_ID=${app?.appId}`,
      `MICROSOFT_APP_TENANT_ID=${ownAnswers.tenantId}`,
      "MICROSOFT_APP_TOKEN_FILE=/var/run/secrets/azure/tokens/azure-identity-token",
      "OAUTH_CONNECTION_NAME=aks-oncall",
      `ALERTS_APP_ID=${app?.appId}`,
      "POLICY_FILE=policy.yaml",
      `PUBLIC_URL=${ownHost}`,
      "",
    ]);
  });

  test("what somebody added to the settings stays, and what they broke is mended", async () => {
    const files = memoryFiles();
    await made({ ...ownAnswers, issuer }, files);
    const first = files.settings.now() ?? "";
    await files.settings.write(`${first.replace(ownHost, "https://old.example")}PORT=4000\n`);
    await made({ ...ownAnswers, issuer }, files);
    expect(files.settings.now()?.split("\n")).toEqual(
      expect.arrayContaining([`PUBLIC_URL=${ownHost}`, "PORT=4000"]),
    );
    expect(files.settings.now()).not.toContain("old.example");
    const edited = files.settings.now();
    await gone({ ...ownAnswers, issuer }, files);
    expect(files.settings.now()).toBe(edited);
  });
});

test("the page that answers Conditional Access is a redirect address, beside those of others", async () => {
  const end = await made(hostAnswers);
  if (!end.ok) throw end.refused;
  const uri = `${end.made.deployment?.endpoint}/signin/challenge/answer`;
  expect(state().apps.application[0]?.web).toEqual({
    redirectUris: ["https://token.botframework.com/.auth/web/redirect", uri],
  });
  const app = state().resources.find(({ type }) => type === "Microsoft.App/containerApps");
  expect(JSON.stringify(app)).toContain(`"PUBLIC_URL","value":"${end.made.deployment?.endpoint}"`);
});

describe("an image in a registry of Azure's", () => {
  const registry = `${subscription}/resourceGroups/rg-shared/providers/Microsoft.ContainerRegistry/registries/contoso`;
  const shared = [
    { id: `${subscription}/resourceGroups/rg-shared`, location: "westeurope" },
    { id: registry, location: "westeurope", properties: { loginServer: "contoso.azurecr.io" } },
  ];
  const answers: Answers = { ...hostAnswers, image: "contoso.azurecr.io/aks-oncall:0.1.0" };
  const pulls = () => state().assignments.filter(({ scope }) => scope === registry);

  test("is pulled by a right on that registry, which goes with the installation", async () => {
    await loaded(shared);
    const before = state();
    expect(openOf(await made(answers))).toEqual([]);
    expect(pulls()).toEqual([expect.objectContaining({ role: "AcrPull" })]);
    const after = state();
    expect((await made(answers)).ok).toBe(true);
    expect(state()).toEqual(after);
    expect((await gone(answers)).ok).toBe(true);
    expect(state()).toEqual(before);
  });

  test("that this person does not see: who sees it is told what to type, and install goes on", async () => {
    const end = await made(answers);
    expect(openOf(end)).toEqual([
      { is: "imageRight", server: "contoso.azurecr.io", registry: null, principalId: expect.any(String) },
    ]);
  });
});

describe("uninstall says before it begins what it deletes and what stays", () => {
  const said = async (run: typeof planUninstall, answers: Answers, files: ReturnType<typeof memoryFiles>) => {
    const gone: string[] = [];
    const stays: object[] = [];
    const end = await run(steps(files), answers, (news) => {
      if (!("gone" in news)) throw new Error(`${news.is} is not of uninstall`);
      gone.push(...news.gone);
      stays.push(...news.stays);
    });
    return { ok: end.ok, gone: gone.toSorted(), stays };
  };
  const deleting: typeof planUninstall = (all, answers, tell) => uninstall(all, answers, memoryFile(), tell);
  const named = (id: string) => `${typeAndName({ id })}`;
  const teamsApp = { is: "teamsApp", appId: expect.any(String) };

  test.each<[string, Answers, boolean, readonly object[]]>([
    ["all of it is ours", hostAnswers, false, [teamsApp, { is: "image", image: hostAnswers.image }]],
    [
      "others have something in the group",
      hostAnswers,
      true,
      [
        teamsApp,
        { is: "image", image: hostAnswers.image },
        {
          ...{ is: "group", name: "aks-oncall", subscriptionId: subscriptions.prod },
          others: ["Microsoft.Network/routeTables theirs"],
        },
      ],
    ],
    [
      "on a host of one's own",
      { ...ownAnswers, issuer },
      false,
      [teamsApp, { is: "host", address: ownHost }],
    ],
  ])("%s", async (_what, answers, withOthers, stays) => {
    const files = memoryFiles();
    const apps = state().apps;
    expect((await made(answers, files)).ok).toBe(true);
    const theirs = `${group}/providers/Microsoft.Network/routeTables/theirs`;
    if (withOthers) expect(await arm("PUT", theirs, { location: "westeurope" })).toBe(201);
    const before = state();
    const foreseen = await said(planUninstall, answers, files);
    expect(state()).toEqual(before);
    expect(foreseen).toMatchObject({ ok: true, stays });
    expect(await said(deleting, answers, files)).toEqual(foreseen);
    const left = state().resources.map(({ id }) => id);
    const gone = before.resources.filter(({ id }) => !left.includes(id) && id.split("/").length <= 9);
    for (const { id } of gone.filter(({ id }) => id !== group)) expect(foreseen.gone).toContain(named(id));
    for (const id of left) expect(foreseen.gone).not.toContain(named(id));
    expect(foreseen.gone).toContain("application AKS On-Call");
    expect(foreseen.gone.some((line) => line.startsWith("federatedIdentityCredential host"))).toBe(true);
    expect(state().apps).toEqual(apps);
    // And nothing of it again.
    expect((await said(planUninstall, answers, files)).gone).toEqual([]);
  });

  test("a file that somebody edited stays, and is named", async () => {
    const files = memoryFiles();
    expect((await made(hostAnswers, files)).ok).toBe(true);
    await files.policy.write(`${files.policy.now()}# ours\n`);
    const { gone, stays } = await said(planUninstall, hostAnswers, files);
    expect(gone).not.toContain("policy.yaml");
    expect(stays).toContainEqual({ is: "edited", file: "policy.yaml" });
  });
});

describe("uninstall goes on", () => {
  test("where a group of people was deleted since", async () => {
    const before = state();
    expect((await made(hostAnswers)).ok).toBe(true);
    expect((await gone({ ...hostAnswers, groups: ["deleted-since"] })).ok).toBe(true);
    expect(state()).toEqual(before);
  });

  test("where somebody changed the registration since: Azure Monitor's principal goes all the same", async () => {
    const azureMonitor = "461e8683-5575-4561-ac7f-899cc907d62a";
    const full = await tenant();
    await local.simulator.loadScenario({
      ...full,
      registration: { ...full.registration, unknownApis: [azureMonitor] },
    });
    const before = state();
    expect((await made(hostAnswers)).ok).toBe(true);
    const [app] = state().apps.application;
    const token = await local.simulator.tokenFor(people.megan.oid, "https://graph.microsoft.com");
    await fetch(`${local.simulator.url}/v1.0/applications/${app?.id}`, {
      method: "PATCH",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify({ signInAudience: "AzureADMultipleOrgs" }),
    });
    expect((await gone(hostAnswers)).ok).toBe(true);
    expect(state()).toEqual(before);
  });

  test("where the resource group is gone already", async () => {
    const before = state();
    expect((await made(hostAnswers)).ok).toBe(true);
    expect(await arm("DELETE", group)).toBeLessThan(300);
    expect((await gone(hostAnswers)).ok).toBe(true);
    expect(state()).toEqual(before);
  });
});
