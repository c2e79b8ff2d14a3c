// `diagnose` and `access` as a person of each scenario, against the local Azure: what they print is what the engine
// says of the same snapshot. Once as a process of its own, with nothing but the environment.
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { type Person, people, tenantId } from "../../../simulator/people.ts";
import { createClusterReader } from "../../../src/azure/collect/cluster-reader.ts";
import { diagnose } from "../../../src/core/diagnosis/diagnose.ts";
import { clusterNotProbed } from "../../../src/core/diagnosis/merge-in-cluster.ts";
import { inClusterFindings } from "../../../src/core/in-cluster/findings/all.ts";
import type { Client } from "../../../src/core/snapshot/snapshot.ts";
import { diagnosisDocument as documentOf } from "../../../src/doors/cli/diagnose.ts";
import { exitCodes } from "../../../src/doors/cli/stop.ts";
import { armRequests, type LocalAzure, startLocalAzure } from "../../azure/local-azure.ts";
import { scenario } from "../../azure/scenario.ts";
import { inWords } from "../../diagnosed.ts";
import { speakPseudo, unmarked } from "../../presenters/messages/pseudo.ts";
import { scenarioFile } from "../../simulator/support.ts";
import { accessDocument, clustersDocument, diagnosisDocument, failureDocument } from "./documents.ts";
import { runAlone, runHere, runProcess } from "./terminal.ts";

const qps = speakPseudo();

let azure: LocalAzure;
let nobody: string;
beforeAll(async () => {
  azure = await startLocalAzure(scenario());
  nobody = await mkdtemp(`${tmpdir()}/no-sign-in-`);
  // What the real one says there; to start it takes longer than all the rest of this file.
  const az = "#!/bin/sh\necho \"ERROR: Please run 'az login' to setup account.\" >&2\nexit 1\n";
  await writeFile(`${nobody}/az`, az, { mode: 0o755 });
});
afterAll(() => azure.simulator.close());

const as = (person: Pick<Person, "oid">) => ({
  ...azure.simulator.environment,
  AZURE_CLIENT_ID: person.oid,
  AZURE_CLIENT_SECRET: "any",
  AZURE_TENANT_ID: tenantId,
});

const ask = (person: Person, ...args: readonly string[]) => runAlone(args, as(person));
const { good, wrongUse, broken, unknown, failure } = exitCodes;

type Case = readonly [
  scenario: string,
  cluster: string,
  flags: readonly string[],
  client: Client,
  verdict: string,
  check: string | null,
  code: number,
];

test("a test's output on standard input is read as what is seen", async () => {
  await azure.simulator.loadScenario(scenarioFile("hub-spoke"));
  const output = [
    "$ nc -vz 10.10.0.99 443",
    "Unable to connect to the server: dial tcp 10.10.0.99:443: i/o timeout",
  ];
  const ran = await runAlone(
    ["diagnose", "prod-1", "--no-inside", "--symptom", "-", "-o", "json"],
    as(people.alex),
    output,
  );
  const document = diagnosisDocument.parse(JSON.parse(ran.out));
  expect([ran.code, document.verdict, document.headline]).toEqual([broken, "degraded", "cutOff"]);
  expect(document.shown).toMatchObject([{ is: "nameOther", address: "10.10.0.99" }]);
  expect(document.clientTest?.lines[0]).toMatch(/^nslookup prod-1/);
});

test.each([
  ["diagnose", diagnosisDocument],
  ["access", accessDocument],
] as const)("%s speaks the language of the shell, and its document English", async (verb, document) => {
  await azure.simulator.loadScenario(scenarioFile("dns-link-missing"));
  const shell = { ...as(people.alex), LANG: `${qps}.UTF-8` };
  expect((await runAlone([verb, "prod-1"], shell)).out).toMatch(/^⟦+prod-1: /m);
  const { out } = await runAlone([verb, "prod-1", "-o", "json"], shell);
  expect(unmarked(out)).toBe(out);
  expect(document.safeParse(JSON.parse(out)).error).toBeUndefined();
});

describe("on every scenario", () => {
  test.each<Case>([
    ["hub-spoke", "prod-1", [], {}, "healthy", null, good],
    ["dns-link-missing", "rg-prod/prod-1", [], {}, "broken", "dns.link-client", broken],
    [
      "stopped",
      "PROD-1",
      ["--symptom", "no such host"],
      { symptom: "no such host" },
      "broken",
      "cluster.power-state",
      broken,
    ],
    [
      "public-ranges",
      "edge-1",
      ["--client-ip", "20.50.9.9"],
      { ip: "20.50.9.9" },
      "broken",
      "api.authorized-ip-client",
      broken,
    ],
  ])("%s: %s %p", async (scenario, cluster, flags, client, verdict, check, code) => {
    await azure.simulator.loadScenario(scenarioFile(scenario));
    const ran = await ask(people.alex, "diagnose", cluster, "--no-inside", ...flags, "-o", "json");
    expect(ran).toMatchObject({ code, err: "" });
    const document = diagnosisDocument.parse(JSON.parse(ran.out));
    expect([document.verdict, document.rootCause?.check ?? null]).toEqual([verdict, check]);

    const snapshot = await createClusterReader(azure.options).collect(
      await azure.signIn(people.alex),
      document.cluster.id,
      client,
    );
    const outside = inWords(clusterNotProbed(diagnose(snapshot), "leftOut"));
    const { arm: _cost, ...expected } = documentOf(outside, client);
    // The activity log is given three seconds, which a busy machine may need for one of both.
    const withoutLog = ({ checks, ...rest }: typeof document) => ({
      ...rest,
      checks: checks.filter(({ id }) => id !== "cluster.recent-change"),
    });
    const read = diagnosisDocument.parse({ ...JSON.parse(JSON.stringify(expected)), arm: document.arm });
    expect(withoutLog(document)).toEqual(withoutLog(read));
  });
});

describe("a look inside", () => {
  const deep = async (person: Person, ...flags: readonly string[]) => {
    const ran = await ask(person, "diagnose", "prod-1", ...flags, "-o", "json");
    return { ...ran, document: diagnosisDocument.parse(JSON.parse(ran.out)) };
  };
  const commands = () =>
    azure.simulator.requests().filter(({ method, path }) => method === "POST" && /runCommand$/i.test(path));

  beforeAll(async () => {
    await azure.simulator.loadScenario(scenarioFile("hub-spoke"));
    await azure.simulator.loadScenario({ ...azure.simulator.scenario, runCommand: { startDelayMs: 0 } });
  });

  test("looks inside as whoever has signed in, and says what is wrong there", async () => {
    azure.simulator.clearRequests();
    const { code, document } = await deep(people.alex);
    expect([code, document.verdict, document.headline]).toEqual([broken, "degraded", "wrongInside"]);
    expect(document.rootCause).toMatchObject({ check: "k8s.crashloop", confidence: "certain" });
    expect(document.inside).toMatchObject({
      is: "reachableWithFaults",
      faults: ["k8s.crashloop"],
      way: "healthy",
      summary: expect.stringContaining("one thing is wrong"),
    });
    const inside = document.checks.map(({ id }) => id).filter((id) => id.startsWith("k8s."));
    expect(inside.toSorted()).toEqual(inClusterFindings.map(({ id }) => id).toSorted());
    expect(commands().map(({ caller }) => caller)).toEqual([people.alex.oid, people.alex.oid]);
  });

  test("whoever may run no command is told so, and gets the way's answer", async () => {
    azure.simulator.clearRequests();
    const { document } = await deep(people.isaiah);
    expect(document.inside).toMatchObject({ is: "notLookedInside", why: "mayNotRun" });
    expect(document.checks.some(({ id }) => id.startsWith("k8s."))).toBe(false);
    expect(commands()).toEqual([]);
  });

  test("on a terminal, what is known without it is said meanwhile", async () => {
    const { out, err } = await ask(people.alex, "diagnose", "prod-1");
    expect(err).toBe("");
    const wide = await runAlone(["diagnose", "prod-1"], as(people.alex), [], { width: 200 });
    expect(wide.err).toMatch(/^prod-1: reachable\. .*\nLooking inside the cluster as you/s);
    expect([out, wide.out]).toEqual(
      Array(2).fill(expect.stringContaining("prod-1: reachable, something is wrong inside.")),
    );
  });

  test("left out, no command is sent", async () => {
    azure.simulator.clearRequests();
    const { out } = await ask(people.alex, "diagnose", "prod-1", "--no-inside");
    expect(out).toMatch(/^prod-1: reachable\. .*\nNot looked inside: you left it out\.\n/);
    expect(commands()).toEqual([]);
  });
});

describe("as somebody", () => {
  beforeAll(() => azure.simulator.loadScenario(scenarioFile("dns-link-missing")));

  test("every request to Azure is made as the person who asks", async () => {
    const before = armRequests(azure.simulator).length;
    const { code, out } = await runProcess(["diagnose", "prod-1"], as(people.megan));
    expect(code).toBe(broken);
    expect(out).toMatch(/^prod-1: broken\. .*vnet-hub/m);
    const callers = armRequests(azure.simulator)
      .slice(before)
      .map(({ caller }) => caller);
    expect(new Set(callers)).toEqual(new Set([people.megan.oid]));
  });

  test("who may read a part gets unknown, never green", async () => {
    const { code, out } = await ask(people.isaiah, "diagnose", "rg-prod/prod-1", "-o", "json");
    expect(code).toBe(unknown);
    const document = diagnosisDocument.parse(JSON.parse(out));
    expect(document).toMatchObject({ verdict: "unknown", rootCause: null });
    const open = document.checks.find(({ id }) => id === "pe.exists");
    expect(open).toMatchObject({ status: "notAssessed", needs: [{ action: expect.any(String) }] });
  });

  test("who sees no cluster is told so", async () => {
    const { code, out } = await ask(people.adele, "diagnose", "prod-1", "-o", "json");
    expect(code).toBe(unknown);
    const document = failureDocument.parse(JSON.parse(out));
    expect(document).toMatchObject({
      code: "clusterNotFound",
      reason: expect.stringContaining("Adele Vance"),
    });
  });

  test("a name mistyped", async () => {
    const { code, err } = await ask(people.alex, "diagnose", "prd-1");
    expect(code).toBe(unknown);
    expect(err).toMatch(/Did you mean [\w-]+\/rg-prod\/prod-1\?/);
  });

  test("a resource id of what is not there", async () => {
    const id =
      "/subscriptions/8a6c2f10-5b3d-4f7e-91c4-2d70e8b9a653/resourceGroups/rg-prod/providers/Microsoft.ContainerService/managedClusters/gone";
    const { code, out } = await ask(people.alex, "diagnose", id, "-o", "json");
    expect(code).toBe(unknown);
    expect(diagnosisDocument.parse(JSON.parse(out))).toMatchObject({ verdict: "unknown", accessPaths: [] });
    expect((await ask(people.alex, "access", id)).code).toBe(unknown);
  });

  test("two clusters of one name", async () => {
    const base = "/subscriptions/8a6c2f10-5b3d-4f7e-91c4-2d70e8b9a653/resourceGroups";
    const twin = {
      id: `${base}/rg-two/providers/Microsoft.ContainerService/managedClusters/prod-1`,
      location: "westeurope",
      properties: {},
    };
    const loaded = azure.simulator.scenario;
    await azure.simulator.loadScenario({ ...loaded, resources: [...loaded.resources, twin] });
    const { code, err } = await ask(people.alex, "access", "prod-1");
    await azure.simulator.loadScenario(scenarioFile("dns-link-missing"));
    expect(code).toBe(wrongUse);
    expect(err).toMatch(/rg-prod\/prod-1 or .*rg-two\/prod-1/);
  });
});

describe("clusters", () => {
  beforeAll(() => azure.simulator.loadScenario(scenarioFile("hub-spoke")));

  test("what a person can see, in columns and as a document", async () => {
    const { code, out, err } = await ask(people.alex, "clusters");
    expect([code, err]).toEqual([good, ""]);
    const [head, ...rows] = out.split("\n");
    expect(head?.split(/ {2,}/)).toEqual([
      ...["NAME", "GROUP", "SUBSCRIPTION", "REGION", "POWER", "API SERVER", "VERSION", "SUPPORT UNTIL"],
    ]);
    const prod = rows.find((row) => row.startsWith("prod-1 "))?.split(/ {2,}/);
    expect(prod?.slice(0, 6)).toEqual([
      ...["prod-1", "rg-prod", expect.any(String), "westeurope", "Running", "private"],
    ]);
    expect(prod?.slice(6).join(" ")).toMatch(/^(1\.\d+\.\d+|-) (\d{4}-\d\d-\d\d|-)$/);
    const json = await ask(people.alex, "clusters", "-o", "json");
    const { clusters } = clustersDocument.parse(JSON.parse(json.out));
    expect(clusters.map(({ name }) => name)).toEqual(rows.map((row) => row.split(" ")[0]));
  });

  test("who sees none is told what it takes", async () => {
    const { out } = await ask(people.adele, "clusters");
    expect(out).toBe("Azure shows you no cluster at all: it takes the role Reader on one.");
  });

  test("their names are completed afterwards, without a call", async () => {
    const cache = await mkdtemp(`${tmpdir()}/clusters-`);
    await runAlone(["clusters"], { ...as(people.alex), XDG_CACHE_HOME: cache });
    azure.simulator.clearRequests();
    const words = ["completion", "--before=diagnose", "--word=prod"];
    expect((await runHere(words, { variables: { XDG_CACHE_HOME: cache } })).out).toBe("prod-1");
    expect(azure.simulator.requests()).toEqual([]);
  });
});

describe("access", () => {
  test.each<readonly [string, string, readonly string[], string | undefined, number]>([
    ["hub-spoke", "prod-1", ["--from", "vnet-hub"], "P13", good],
    ["stopped", "prod-1", [], undefined, broken],
    ["public-ranges", "edge-1", ["--from", "20.50.9.9"], "P13", good],
  ])("%s: %s %p", async (scenario, cluster, flags, best, code) => {
    await azure.simulator.loadScenario(scenarioFile(scenario));
    const ran = await ask(people.alex, "access", cluster, ...flags, "-o", "json");
    const { accessPaths } = accessDocument.parse(JSON.parse(ran.out));
    expect([accessPaths.find(({ rank }) => rank === 1)?.id, ran.code]).toEqual([best, code]);
    const ranks = accessPaths.flatMap(({ rank }) => rank ?? []);
    expect(ranks).toEqual(ranks.map((_rank, index) => index + 1));
    expect(accessPaths.slice(0, ranks.length).every(({ rank }) => rank !== undefined)).toBe(true);
  });
});

describe("access for an address or a range", () => {
  test.each<readonly [string, string, string, string, number]>([
    ["public-ranges", "edge-1", "20.50.9.9", "no", broken],
    ["public-ranges", "edge-1", "20.50.9.9/24", "no", broken],
    ["hub-spoke", "prod-1", "20.50.9.0/24", "unknown", unknown],
  ])("%s: %s for %s", async (scenario, cluster, of, is, code) => {
    await azure.simulator.loadScenario(scenarioFile(scenario));
    const ran = await ask(people.alex, "access", cluster, "--for", of, "-o", "json");
    const { allowed } = accessDocument.parse(JSON.parse(ran.out));
    expect([allowed?.is, ran.code]).toEqual([is, code]);
    expect(allowed?.of).toBe(of.replace("20.50.9.9/24", "20.50.9.0/24"));
  });
});

test("access from a network that is not there says so first", async () => {
  await azure.simulator.loadScenario(scenarioFile("hub-spoke"));
  const { out } = await ask(people.alex, "access", "prod-1", "--from", "nonet");
  expect(out.split("\n")[0]).toMatch(/^prod-1: .*No network called "nonet" is peered/);
});

describe("without Azure", () => {
  test("an account that Entra does not know", async () => {
    const { code, out } = await runAlone(
      ["diagnose", "prod-1", "-o", "json"],
      as({ oid: "00000000-0000-4000-8000-000000000000" }),
    );
    expect(code).toBe(failure);
    expect(failureDocument.parse(JSON.parse(out)).reason).toMatch(/AADSTS700016.*run az login/);
  });

  test("nobody signed in", async () => {
    const { AZURE_AUTHORITY_HOST: _other, ...variables } = azure.simulator.environment;
    const ran = await runAlone(["access", "prod-1"], {
      ...variables,
      HOME: nobody,
      PATH: `${nobody}:/bin:/usr/bin`,
      AZURE_TOKEN_CREDENTIALS: "AzureCliCredential",
    });
    expect(ran).toMatchObject({ code: failure, out: "" });
    expect(ran.err).toContain("run az login");
  });

  test("Azure does not answer as it should", async () => {
    azure.simulator.setFaults([
      { match: { path: "/subscriptions" }, status: 400, body: { error: { code: "Odd", message: "no" } } },
    ]);
    const ran = await ask(people.alex, "diagnose", "prod-1");
    azure.simulator.setFaults([]);
    expect(ran).toMatchObject({
      code: failure,
      err: expect.stringContaining("Could not read your subscriptions"),
    });
  });
});
