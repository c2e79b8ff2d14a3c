// `policy check` and `policy can` answer as the bot would.
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exitCodes } from "../../../src/doors/cli/exit-codes.ts";
import { decisionDocument, failureDocument, policyCheckDocument } from "./documents.ts";
import { runHere } from "./terminal.ts";

const example = "policies/example.yaml";
const oncall = "5e0d3c9a-71b4-4d28-8f6e-c3a9b2e41d70";
const leads = "c7a1f684-2e95-4b03-a6d9-18f0e57b3c42";
const stranger = "00000000-0000-4000-8000-000000000000";

const broken = join(await mkdtemp(join(tmpdir(), "policy-")), "broken.yaml");
await writeFile(broken, "version: 1\ngroups: {}\nrules: []\nrulez: []\n");

describe("policy check", () => {
  test("the example is valid", async () => {
    const ran = await runHere(["policy", "check", example]);
    expect(ran).toEqual({
      code: exitCodes.good,
      out: `${example} is valid: 2 groups, 4 rules, 29 tests passed.`,
      err: "",
    });
    const document = policyCheckDocument.parse(
      JSON.parse((await runHere(["policy", "check", example, "--json"])).out),
    );
    expect(document).toMatchObject({ valid: true, problems: [] });
  });

  test("a mistake is told with its place", async () => {
    const ran = await runHere(["policy", "check", broken]);
    expect(ran.code).toBe(exitCodes.broken);
    expect(ran.out).toContain(`${broken}:4:1 `);
    const json = await runHere(["policy", "check", broken, "--json"]);
    const document = policyCheckDocument.parse(JSON.parse(json.out));
    expect(document.valid).toBe(false);
    expect(document.problems).toContainEqual(expect.objectContaining({ line: 4, column: 1 }));
    expect(json.code).toBe(exitCodes.broken);
  });

  test("a file that is not there", async () => {
    const ran = await runHere(["policy", "check", "nowhere.yaml"]);
    expect(ran).toMatchObject({ code: exitCodes.wrongUse, err: expect.stringContaining("nowhere.yaml") });
  });
});

const can = (...args: readonly string[]) => runHere(["policy", "can", "--policy", example, ...args]);

describe("policy can", () => {
  test.each([
    ["a group that reads", [oncall], "prod-1", [], "kubectl get pods -A", "allow", "oncall-reads"],
    ["one of two groups", [stranger, oncall], "prod-1", [], "kubectl get nodes", "allow", "oncall-reads"],
    ["a deny rule", [oncall], "prod-1", [], "kubectl get secrets", "deny", "no-secrets"],
    ["a deny rule by cluster", [leads], "pci-1", [], "kubectl get pods -A", "deny", "vault-is-closed"],
    ["what is read besides", [oncall], "prod-1", [], "kubectl describe sa api", "deny", "no-secrets"],
    ["what is read besides", [leads], "pci-1", [], "kubectl describe node a", "deny", "vault-is-closed"],
    ["no rule at all", [stranger], "prod-1", [], "kubectl get pods", "deny", null],
    ["a cluster without Entra", [oncall], "legacy", ["--without-entra"], "kubectl get pods", "deny", null],
    ["the same for leads", [leads], "legacy", ["--without-entra"], "kubectl get pods", "allow", "leads-read"],
    ["a diagnosis", [oncall], "prod-1", [], "diagnose", "allow", "oncall-reads"],
    ["a look inside", [oncall], "prod-1", [], "diagnose-inside", "allow", "oncall-reads"],
    [
      "a look inside as cluster-admin",
      [oncall],
      "old-1",
      ["--without-entra"],
      "diagnose-inside",
      "deny",
      null,
    ],
  ])("%s", async (_name, groups, cluster, flags, command, effect, rule) => {
    const words = command.split(" ");
    const args = ["--group", ...groups, "--cluster", cluster, ...flags];
    const { code, out } = await can(...args, "--json", "--", ...words);
    expect(decisionDocument.parse(JSON.parse(out))).toMatchObject({ effect, rule });
    expect(code).toBe(effect === "allow" ? exitCodes.good : exitCodes.denied);
    const text = await can(...args, "--", ...words);
    expect(text.code).toBe(code);
    expect(text.out).toContain(rule ?? "no rule allows it");
  });

  test("a resource id is matched in one spelling", async () => {
    const id =
      "/subscriptions/8A6C2F10-5b3d-4f7e-91c4-2d70e8b9a653/resourcegroups/rg/providers/microsoft.containerservice/managedclusters/prod-1";
    const { out } = await can("--group", oncall, "--cluster", id, "--json", "--", "diagnose");
    expect(JSON.parse(out).cluster).toContain(
      "/resourceGroups/rg/providers/Microsoft.ContainerService/managedClusters/prod-1",
    );
  });

  test("a rule that goes by resource id is not decided by a name: the id is asked for", async () => {
    const file = join(await mkdtemp(join(tmpdir(), "policy-")), "by-id.yaml");
    const subscription = "/subscriptions/8a6c2f10-5b3d-4f7e-91c4-2d70e8b9a653";
    await writeFile(
      file,
      [
        "version: 1",
        `groups: { oncall: ${oncall} }`,
        "rules:",
        '  - { id: reads, effect: allow, groups: [oncall], clusters: ["*"], show: thread, diagnose: true }',
        `  - { id: closed, effect: deny, groups: ["*"], clusters: ["${subscription}/*"], diagnose: true }`,
      ].join("\n"),
    );
    const asked = (cluster: string) =>
      runHere([
        "policy",
        "can",
        "--policy",
        file,
        "--group",
        oncall,
        "--cluster",
        cluster,
        "--json",
        "--",
        "diagnose",
      ]);
    const byName = await asked("prod-1");
    expect(failureDocument.parse(JSON.parse(byName.out)).code).toBe("idNeeded");
    expect(byName).toMatchObject({ code: exitCodes.unknown, err: expect.stringContaining("closed goes by") });
    const id = `${subscription}/resourceGroups/rg/providers/Microsoft.ContainerService/managedClusters/prod-1`;
    const byId = await asked(id);
    expect(decisionDocument.parse(JSON.parse(byId.out))).toMatchObject({ effect: "deny", rule: "closed" });
    expect((await asked(id.replace("8a6c", "9a6c"))).code).toBe(exitCodes.good);
  });

  test("a command that the guard refuses is refused whatever the policy says", async () => {
    const ran = await can(
      "--group",
      oncall,
      "--cluster",
      "prod-1",
      "--json",
      "--",
      "kubectl",
      "delete",
      "pod",
      "x",
    );
    expect(failureDocument.parse(JSON.parse(ran.out)).code).toBe("write-not-supported");
    expect(ran.code).toBe(exitCodes.denied);
  });

  test("a policy with a mistake decides nothing", async () => {
    const args = ["--policy", broken, "--group", oncall, "--cluster", "prod-1", "--", "diagnose"];
    const ran = await runHere(["policy", "can", ...args]);
    expect(ran).toMatchObject({
      code: exitCodes.broken,
      out: "",
      err: expect.stringContaining("decides nothing"),
    });
  });

  test.each([
    ["no cluster", ["--group", oncall, "--", "diagnose"], "--cluster NAME is missing"],
    ["no group", ["--cluster", "prod-1", "--", "diagnose"], "--group ID is missing"],
    [
      "a group's name",
      ["--group", "aks-oncall", "--cluster", "p", "--", "diagnose"],
      '"aks-oncall" is not the object id',
    ],
    [
      "a second group that is none",
      ["--group", oncall, "x", "--cluster", "p", "--", "diagnose"],
      '"x" is not',
    ],
    ["nothing asked", ["--group", oncall, "--cluster", "p"], "Write what is asked after --"],
  ])("%s is wrong use", async (_name, args, sentence) => {
    const ran = await can(...args);
    expect(ran).toMatchObject({ code: exitCodes.wrongUse, err: expect.stringContaining(sentence) });
  });
});
