// `install` and `uninstall` against the local Entra and Graph: what is made, that it is made once, and that the tenant is
// left as it was.

import { permissionFor } from "../../../simulator/graph/routes.ts";
import { type Person, people } from "../../../simulator/people.ts";
import { install, plan, uninstall } from "../../../src/app/install/install.ts";
import type { Step, StepNews } from "../../../src/app/ports/install.ts";
import { operatorLooks } from "../../../src/azure/doctor/operator-looks.ts";
import { createRequests, nothing } from "../../../src/azure/install/requests.ts";
import { judgeAlertRole, judgeConsents, judgeRegistration } from "../../../src/core/doctor/registration.ts";
import type { Made, StepName } from "../../../src/core/install/made.ts";
import { wantedPermissions } from "../../../src/core/install/registration.ts";
import { type LocalAzure, startLocalAzure } from "../local-azure.ts";
import {
  allSteps,
  answers,
  emptyTenant,
  emptyTenantFor,
  hostAnswers,
  identity,
  memoryFile,
  signedInAs,
  stepsOf,
} from "./support.ts";

const admin = { megan: ["Application Administrator"] };
const aksServer = "6dae42f8-4368-4678-94ff-3960e28e3630";
const azureMonitor = "461e8683-5575-4561-ac7f-899cc907d62a";

let local: LocalAzure;
beforeAll(async () => {
  local = await startLocalAzure(await emptyTenant(admin));
});
afterAll(() => local.simulator.close());
beforeEach(async () => {
  await local.simulator.loadScenario(await emptyTenant(admin));
  local.simulator.clearRequests();
});

const requestsAs = (person: Person) =>
  createRequests({ environment: local.environment, as: signedInAs(local, person) });
const nobody = () => {};
const apps = () => local.simulator.state().apps;
const writes = () => local.simulator.requests().filter(({ method }) => method !== "GET");
const installAs = (person: Person, tell: (news: StepNews) => void = nobody) =>
  install(stepsOf(local, person), answers, memoryFile(), tell);

async function installed(person: Person) {
  const end = await installAs(person);
  if (!end.ok) throw end.refused;
  return end.made;
}

/** Principals that the tenant has anyway. */
const before = [
  "797f4846-ba00-4fd7-ba43-dac1f8f63013",
  aksServer,
  "00000003-0000-0000-c000-000000000000",
  azureMonitor,
];

test("makes a registration that needs no secret, with its consents and its trusts", async () => {
  const made = await installed(people.megan);
  const [app] = apps().application;
  expect(apps().application).toHaveLength(1);
  expect(app).toMatchObject({
    ...{ displayName: "AKS On-Call", uniqueName: "aks-oncall", signInAudience: "AzureADMyOrg" },
    identifierUris: [`api://botid-${app?.appId}`, `api://${app?.appId}`],
    web: { redirectUris: ["https://token.botframework.com/.auth/web/redirect"] },
    passwordCredentials: [],
    federatedIdentityCredentials: [
      {
        name: "bot-service-token-store",
        subject: `/eid1/c/pub/t/ZHwrPxmNV06aAmwd5bhA9w/a/9ExAW52n_ky4ZiS_jhpJIQ/aks-oncall-connection`,
      },
      { name: "host", subject: identity.principalId },
    ],
  });
  expect(apps().grants.map(({ consentType, scope }) => [consentType, scope])).toEqual([
    ["AllPrincipals", "user_impersonation"],
    ["AllPrincipals", "user.read"],
    ["AllPrincipals", "User.Read GroupMember.Read.All"],
  ]);
  expect(apps().assignments).toHaveLength(1);
  expect(made.open).toEqual([]);
  expect(made.groups?.map(({ displayName }) => displayName)).toEqual(["aks-oncall", "aks-leads"]);
});

test("doctor finds nothing wrong with what was made", async () => {
  const { registration } = await installed(people.megan);
  const appId = registration?.appId ?? "";
  const as = { ...(await local.signIn(people.megan)), ...signedInAs(local, people.megan) };
  const apis = wantedPermissions.map((each) => each.appId);
  const looks = operatorLooks({ environment: local.environment, appId, connection: "aks-oncall", as, apis });
  const redirectUris = ["https://token.botframework.com/.auth/web/redirect"];
  const lines = [
    ...judgeRegistration(await looks.registration(), {
      appId,
      redirectUris,
      secretHint: null,
      now: new Date(),
    }),
    ...judgeConsents(await looks.grants(), wantedPermissions, appId),
    judgeAlertRole(await looks.alertRole(appId, azureMonitor), appId),
  ];
  expect(lines.filter(({ state }) => state !== "right")).toEqual([]);
});

test("twice in a row writes nothing", async () => {
  await installed(people.megan);
  local.simulator.clearRequests();
  const seen: string[] = [];
  await installAs(people.megan, ({ is, step }) => void seen.push(`${step.name} ${is}`));
  expect(writes()).toEqual([]);
  expect(seen.filter((each) => !each.endsWith(" there"))).toEqual([]);
});

test("a plan names all of it and writes nothing", async () => {
  const seen: string[] = [];
  await plan(stepsOf(local, people.megan), answers, ({ step }) => void seen.push(step.name));
  expect(seen).toEqual(stepsOf(local, people.megan).map(({ name }) => name));
  expect(writes()).toEqual([]);
});

test("what the plan calls to be made is not called to be changed while it is made", async () => {
  const how: string[] = [];
  await installAs(people.megan, (news) => {
    if (news.is === "making" && news.looked.is === "differs") how.push(news.step.name, ...news.looked.how);
  });
  expect(how).toEqual([]);
});

test("what somebody changed is put right, and what they added stays", async () => {
  const made = await installed(people.megan);
  const path = `/applications/${made.registration?.objectId}`;
  const added = "https://example.com/other";
  const body = { signInAudience: "AzureADMultipleOrgs", web: { redirectUris: [added] } };
  await requestsAs(people.megan).graph(nothing, { method: "PATCH", path, body });
  const how: string[] = [];
  await installAs(people.megan, (news) => {
    if (news.is === "making" && news.looked.is === "differs") how.push(...news.looked.how);
  });
  expect(how).toEqual(["signInAudience", "web.redirectUris"]);
  expect(apps().application[0]).toMatchObject({
    signInAudience: "AzureADMyOrg",
    web: { redirectUris: [added, "https://token.botframework.com/.auth/web/redirect"] },
  });
});

describe("who may not", () => {
  test.each<[string, readonly string[], boolean]>([
    ["by a role", ["Application Developer"], false],
    ["as every member of the tenant", ["Directory Readers"], true],
  ])("consent, but may register %s, gets the link, and install goes on", async (_by, roles, everybody) => {
    await local.simulator.loadScenario(await emptyTenant({ ...admin, adele: roles }, [], everybody));
    const { open, registration } = await installed(people.adele);
    const link = `${local.simulator.url}/${answers.tenantId}/adminconsent?client_id=${registration?.appId}`;
    expect(open).toEqual([
      { is: "consent", link, names: expect.arrayContaining(["Azure Service Management user_impersonation"]) },
      { is: "alertRole" },
    ]);
    expect(apps().application[0]?.federatedIdentityCredentials).toHaveLength(2);
    // Whoever may runs it again, and nothing is left.
    expect((await installed(people.megan)).open).toEqual([]);
    expect(apps().grants).toHaveLength(3);
  });

  test.each<[string, readonly string[]]>([
    ["no role", []],
    ["a role that may not", ["Directory Readers"]],
  ])("register an application, with %s, is told so before anything is made", async (_name, has) => {
    await local.simulator.loadScenario(await emptyTenant({ ...admin, adele: has }));
    const refused = { ok: false, at: { name: "registration" }, refused: { why: { is: "roleMissing", has } } };
    expect(await plan(stepsOf(local, people.adele), answers, nobody)).toMatchObject(refused);
    expect(await installAs(people.adele)).toMatchObject(refused);
    expect(writes()).toEqual([]);
    expect(await uninstall(stepsOf(local, people.megan), answers, memoryFile(), nobody)).toMatchObject({
      ok: true,
    });
  });

  test.each([
    ["the names of their roles", "transitiveMemberOf"],
    ["what the tenant lets every member do", "authorizationPolicy"],
  ])("read %s, is told by Entra before anything is made", async (_what, path) => {
    const body = { error: { code: "Authorization_RequestDenied", message: "no" } };
    local.simulator.setFaults([{ match: { path }, times: 1, status: 403, body }]);
    const end = await installAs(people.adele);
    local.simulator.setFaults([]);
    expect(end.ok).toBe(false);
    if (end.ok) return;
    expect(end.refused.why).toMatchObject({ is: "service", status: 403, code: body.error.code });
    expect([end.at.name, end.done.map(({ name }) => name), apps().application]).toEqual([
      ...["registration", ["groups"], []],
    ]);
  });

  test("register an application, changes nothing where all of it is there", async () => {
    await installed(people.megan);
    local.simulator.clearRequests();
    expect((await installAs(people.adele)).ok).toBe(true);
    expect(writes()).toEqual([]);
  });
});

test("an API that the tenant does not know is left open, and consented to once it does", async () => {
  await local.simulator.loadScenario(await emptyTenant(admin, [aksServer]));
  const { open } = await installed(people.megan);
  expect(open).toEqual([{ is: "apiUnknown", api: "Azure Kubernetes Service AAD Server", appId: aksServer }]);
  await requestsAs(people.megan).graph(nothing, {
    ...{ method: "PATCH", path: `/servicePrincipals(appId='${aksServer}')`, createIfMissing: true, body: {} },
  });
  expect((await installed(people.megan)).open).toEqual([]);
  expect(apps().grants).toHaveLength(3);
});

test.each([
  ["none", ["nobody-here"], { is: "groupUnknown", written: "nobody-here" }],
  ["none of that id", [azureMonitor], { is: "groupUnknown", written: azureMonitor }],
])("a group of which there is %s stops before anything is made", async (_name, groups, why) => {
  const end = await install(stepsOf(local, people.megan), { ...answers, groups }, memoryFile(), nobody);
  expect(end).toMatchObject({ ok: false, refused: { why } });
  expect(writes()).toEqual([]);
});

test("what was just made may not be known everywhere yet, and Graph may be busy", async () => {
  const soon = { status: 404, body: { error: { code: "Request_ResourceNotFound", message: "not yet" } } };
  const busy = {
    status: 429,
    headers: { "retry-after": "1" },
    body: { error: { code: "Throttled", message: "" } },
  };
  local.simulator.setFaults([
    { match: { method: "PATCH", path: "servicePrincipals" }, times: 2, ...soon },
    { match: { method: "PATCH", path: "federatedIdentityCredentials" }, times: 1, ...busy },
    { match: { method: "GET", path: "oauth2PermissionGrants" }, times: 1, status: 503 },
  ]);
  await installed(people.megan);
  local.simulator.setFaults([]);
  expect(apps().application[0]?.federatedIdentityCredentials).toHaveLength(2);
});

describe("uninstall", () => {
  const uninstallAs = (person: Person, from = answers) =>
    uninstall(stepsOf(local, person), from, memoryFile(), nobody);

  test.each([
    ["and Azure Monitor was known before", [], before],
    ["and Azure Monitor came with it", [azureMonitor], before.slice(0, 3)],
  ])("leaves the tenant as it was, %s", async (_name, unknown, left) => {
    await local.simulator.loadScenario(await emptyTenant(admin, unknown));
    const was = apps();
    await installed(people.megan);
    expect(await uninstallAs(people.megan)).toMatchObject({ ok: true });
    expect(apps()).toEqual(was);
    expect(apps().servicePrincipal.map(({ appId }) => appId)).toEqual(left);
  });

  test("touches nothing of the same name that install did not make", async () => {
    const body = { displayName: "AKS On-Call", tags: ["somebody else's"] };
    const path = "/applications(uniqueName='aks-oncall')";
    await requestsAs(people.megan).graph(nothing, { method: "PATCH", path, createIfMissing: true, body });
    const was = apps();
    for (const end of [await installAs(people.megan), await uninstallAs(people.megan)])
      expect(end).toMatchObject({ ok: false, refused: { why: { is: "notOurs" } } });
    expect(apps()).toEqual(was);
  });

  test("keeps Azure Monitor's principal where somebody gave it another role since", async () => {
    await local.simulator.loadScenario(await emptyTenant(admin, [azureMonitor]));
    await installed(people.megan);
    const other = { ...answers, name: "second" };
    expect(await install(stepsOf(local, people.megan), other, memoryFile(), nobody)).toMatchObject({
      ok: true,
    });
    await uninstallAs(people.megan);
    expect(apps().servicePrincipal.map(({ appId }) => appId)).toContain(azureMonitor);
    expect(apps().assignments).toHaveLength(1);
  });
});

describe("permissions", () => {
  /** Notes what each step asks of Graph, whatever it is called for; `test/prove/install-host.test.ts` has Azure's. */
  const noted = (steps: readonly Step[], asked: Map<StepName, Set<string>>): readonly Step[] => {
    const noting =
      <T>(name: StepName, work: (made: Made) => Promise<T>) =>
      async (made: Made) => {
        const before = local.simulator.requests().length;
        const done = await work(made);
        const calls = local.simulator
          .requests()
          .slice(before)
          .filter(({ path }) => !path.startsWith("/subscriptions"))
          .map((call) => permissionFor(call) ?? call.path);
        asked.set(name, new Set([...(asked.get(name) ?? []), ...calls]));
        return done;
      };
    return steps.map((step) => ({
      ...step,
      look: noting(step.name, step.look),
      make: noting(step.name, step.make),
      ...(step.takeBack && { takeBack: noting(step.name, step.takeBack) }),
    }));
  };

  /** Who may write may read. */
  const withoutWeaker = (all: ReadonlySet<string> = new Set()): readonly string[] =>
    [...all]
      .filter((each) => !/\.Read\./.test(each) || !all.has(each.replace(".Read.", ".ReadWrite.")))
      .toSorted();

  test("each step says what its requests need, and nothing else", async () => {
    const full = await emptyTenantFor(people.megan, { role: "Owner" });
    await local.simulator.loadScenario({
      ...full,
      registration: { ...full.registration, unknownApis: [azureMonitor] },
    });
    const asked = new Map<StepName, Set<string>>();
    const steps = noted(allSteps(local, people.megan), asked);
    const { image: _none, ...withoutImage } = hostAnswers;
    for (const given of [hostAnswers, { ...withoutImage, runsAt: "https://oncall.contoso.example" }])
      for (const work of [install, install, uninstall])
        expect(await work(steps, given, memoryFile(), nobody)).toMatchObject({ ok: true });
    const said = steps.map(({ name, needs }) => [
      name,
      needs.flatMap((each) => ("graph" in each ? [each.graph] : [])).toSorted(),
    ]);
    expect(steps.map(({ name }) => [name, withoutWeaker(asked.get(name))])).toEqual(said);
  });
});
