// The host by `install`: foreseen by Azure, made once, resumed where it was stopped, and taken back.
import { strFromU8, unzipSync } from "fflate";
import { people, subscriptions } from "../../../simulator/people.ts";
import { install, plan, uninstall } from "../../../src/app/install/install.ts";
import type { StepNews } from "../../../src/app/ports/install.ts";
import { type Answers, markOf } from "../../../src/core/install/answers.ts";
import { firstPolicy } from "../../../src/core/install/first-policy.ts";
import { parsePolicy } from "../../../src/core/policy/parse-policy.ts";
import { type LocalAzure, startLocalAzure } from "../local-azure.ts";
import {
  allSteps,
  hostAnswers as answers,
  emptyTenantFor,
  answers as fromFile,
  memoryFile,
  memoryFiles,
} from "./support.ts";

const subscription = `/subscriptions/${subscriptions.prod}`;
const group = `${subscription}/resourceGroups/aks-oncall`;

const tenant = (role = "Owner") => emptyTenantFor(people.megan, { role });

let local: LocalAzure;
beforeAll(async () => {
  local = await startLocalAzure(await tenant());
});
afterAll(() => local.simulator.close());
beforeEach(async () => local.simulator.loadScenario(await tenant()));

const file = () => ({ kept: memoryFile(), ...memoryFiles() });
const stepsWith = (files = memoryFiles()) => allSteps(local, people.megan, files);
async function installed(files = file(), given = answers) {
  const end = await install(stepsWith(files), given, files.kept, () => {});
  if (!end.ok) throw end.refused;
  return end.made;
}
const inGroup = () => local.simulator.state().resources.filter(({ id }) => id.startsWith(`${group}/`));
const writes = () =>
  local.simulator
    .requests()
    .filter(
      ({ method, path }) => method !== "GET" && path.startsWith("/subscriptions") && !/whatIf$/.test(path),
    );

async function planned(given = answers) {
  const news: StepNews[] = [];
  const end = await plan(stepsWith(), given, (each) => void news.push(each));
  const deployment = news.find(({ step }) => step.name === "deployment");
  const how = deployment?.is === "planned" && "how" in deployment.looked ? deployment.looked.how : undefined;
  return { end, how: how ?? [] };
}

test("a plan shows what Azure foresees, before there is a group, and makes nothing", async () => {
  local.simulator.clearRequests();
  const { end, how } = await planned();
  expect(end.ok).toBe(true);
  expect(how).toContain("+ Microsoft.Resources/resourceGroups aks-oncall");
  expect(how).toContain("+ Microsoft.App/containerApps aks-oncall");
  expect(how.filter((line) => !line.startsWith("+ "))).toEqual([]);
  expect(writes()).toEqual([]);
});

test("made once: a second run changes nothing", async () => {
  const files = file();
  const made = await installed(files);
  expect(made.deployment).toEqual({
    endpoint: expect.stringMatching(/^https:\/\/aks-oncall\./),
    botName: expect.stringMatching(/^oncall-/),
  });
  const before = local.simulator.state().resources;
  local.simulator.clearRequests();
  expect(await installed(files)).toEqual(made);
  expect(writes()).toEqual([]);
  expect(local.simulator.state().resources).toEqual(before);
});

test("the app registration trusts the identity before its container starts", async () => {
  local.simulator.clearRequests();
  const made = await installed();
  const order = local.simulator.requests().filter(({ method }) => ["PUT", "PATCH"].includes(method));
  const at = (part: string) => order.findIndex(({ path }) => path.includes(part));
  expect(at("(name='host')")).toBeGreaterThan(at("userAssignedIdentities"));
  expect(at("deployments/aks-oncall")).toBeGreaterThan(at("(name='host')"));
  expect(made.identity?.principalId).toMatch(/^[0-9a-f-]{36}$/);
});

test.each<[string, (files: ReturnType<typeof file>) => Promise<Answers>, RegExp]>([
  [
    "another policy",
    async ({ policy }) => {
      await policy.write(`${policy.now()}# and more\n`);
      return answers;
    },
    /^~ Microsoft\.App\/containerApps aks-oncall: .*secretRef/,
  ],
  [
    "another image",
    async () => ({ ...answers, image: "ghcr.io/contoso/aks-oncall:0.2.0" }),
    /^~ Microsoft\.App\/containerApps aks-oncall: properties\.template\.containers\.0\.image$/,
  ],
  [
    "a resource that somebody deleted",
    async () => {
      const bot = inGroup().find(({ type }) => /botServices$/.test(type));
      const token = await local.simulator.tokenFor(people.megan.oid, "https://management.azure.com");
      const url = `${local.simulator.url}${bot?.id}?api-version=2022-09-15`;
      await fetch(url, { method: "DELETE", headers: { authorization: `Bearer ${token}` } });
      return answers;
    },
    /^\+ Microsoft\.BotService\/botServices oncall-/,
  ],
])("%s is seen, and mended", async (_what, change, line) => {
  const files = file();
  await installed(files);
  const given = await change(files);
  const news: StepNews[] = [];
  const end = await install(stepsWith(files), given, files.kept, (each) => void news.push(each));
  expect(end.ok).toBe(true);
  const made = news.flatMap((each) => (each.is === "making" ? [each] : []));
  expect(made.map(({ step }) => step.name)).toEqual(["deployment"]);
  expect(made[0]?.looked).toMatchObject({
    is: "differs",
    how: expect.arrayContaining([expect.stringMatching(line)]),
  });
  local.simulator.clearRequests();
  await installed(files, given);
  expect(writes()).toEqual([]);
});

test("what the deployment could not make is said in Azure's words, and a later run goes on", async () => {
  const limit = {
    id: `${subscription}/providers/Microsoft.App/locations/westeurope/usages/ManagedEnvironmentCount`,
    limit: 0,
  };
  const full = await tenant();
  await local.simulator.loadScenario({ ...full, resources: [...full.resources, limit] });
  const files = file();
  const end = await install(stepsWith(files), answers, files.kept, () => {});
  expect(end).toMatchObject({
    ok: false,
    at: { name: "deployment" },
    refused: { why: { is: "service", code: "MaxNumberOfRegionalEnvironmentsInSubExceeded" } },
  });
});

test("whoever may not give roles learns it from the plan", async () => {
  await local.simulator.loadScenario(await tenant("Contributor"));
  const { end } = await planned();
  expect(end).toMatchObject({
    ok: false,
    at: { name: "resourceGroup" },
    refused: { why: { is: "rightsMissing", actions: ["Microsoft.Authorization/roleAssignments/write"] } },
  });
});

test("where the image is has to be said", async () => {
  expect((await planned(fromFile)).end).toMatchObject({
    ok: false,
    refused: { why: { is: "imageMissing" } },
  });
});

test("a group of this name that is somebody else's is left alone", async () => {
  const full = await tenant();
  const theirs = { id: group, type: "Microsoft.Resources/resourceGroups", location: "westeurope", tags: {} };
  await local.simulator.loadScenario({ ...full, resources: [...full.resources, theirs] });
  expect((await planned()).end).toMatchObject({
    ok: false,
    refused: { why: { is: "notOurs", what: "resource group aks-oncall" } },
  });
});

describe("uninstall", () => {
  test("leaves the subscription as it was, so that it can be made again", async () => {
    const before = local.simulator.state();
    const files = file();
    await installed(files);
    expect((await uninstall(stepsWith(files), answers, files.kept, () => {})).ok).toBe(true);
    expect(local.simulator.state()).toEqual(before);
    expect([files.policy.now(), files.teamsPackage.now()]).toEqual([null, null]);
    await installed(file());
  });

  test("a policy that somebody edited stays", async () => {
    const files = file();
    await installed(files);
    await files.policy.write("version: 1\n");
    await uninstall(stepsWith(files), answers, files.kept, () => {});
    expect(files.policy.now()).toBe("version: 1\n");
  });

  test("what somebody else put into the group stays, with the group", async () => {
    const files = file();
    await installed(files);
    const theirs = `${group}/providers/Microsoft.Network/routeTables/theirs`;
    const token = await local.simulator.tokenFor(people.megan.oid, "https://management.azure.com");
    await fetch(`${local.simulator.url}${theirs}?api-version=2024-05-01`, {
      method: "PUT",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify({ location: "westeurope" }),
    });
    const end = await uninstall(stepsWith(files), answers, files.kept, () => {});
    expect(end.ok).toBe(true);
    expect(inGroup().map(({ id }) => id)).toEqual([theirs]);
  });
});

test("the first policy is a valid one, whatever the groups are called", () => {
  const groups = [
    { id: "5e0d3c9a-71b4-4d28-8f6e-c3a9b2e41d70", displayName: "AKS: Bereitschaft (Nacht)" },
    { id: "c7a1f684-2e95-4b03-a6d9-18f0e57b3c42", displayName: "值班" },
    { id: "91d8b5e3-6a4f-4c17-9e20-b7c35f8d0a61", displayName: "值班二" },
  ];
  const parsed = parsePolicy(firstPolicy(groups));
  expect(parsed.ok ? Object.values(parsed.policy.groups) : parsed.problems).toEqual(
    groups.map(({ id }) => id),
  );
});

test("the Teams package is of this app, and the bot's address stands for its page", async () => {
  const files = file();
  const { registration, deployment } = await installed(files);
  const zip = unzipSync(files.teamsPackage.now() ?? new Uint8Array());
  expect(JSON.parse(strFromU8(zip["manifest.json"] ?? new Uint8Array()))).toMatchObject({
    id: registration?.appId,
    developer: { websiteUrl: deployment?.endpoint },
    webApplicationInfo: { resource: `api://botid-${registration?.appId}` },
  });
});

test("all that it makes has its mark", async () => {
  await installed();
  const top = inGroup().filter(
    ({ id, type }) => id.split("/providers/").length === 2 && type.split("/").length === 2,
  );
  expect(new Set(top.map(({ tags }) => JSON.stringify(tags)))).toEqual(
    new Set([JSON.stringify({ "aks-oncall": markOf(answers) })]),
  );
});
