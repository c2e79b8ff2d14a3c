// `policy check` and `policy can` answer as the bot would.
import { readFileSync } from "node:fs";
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exitCodes } from "../../../src/doors/cli/stop.ts";
import { decisionDocument, failureDocument, policyCheckDocument, policyDiffDocument } from "./documents.ts";
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
      out: `${example} is valid: 2 groups, 11 rules, 55 tests passed.`,
      err: "",
    });
    const document = policyCheckDocument.parse(
      JSON.parse((await runHere(["policy", "check", example, "-o", "json"])).out),
    );
    expect(document).toMatchObject({ valid: true, problems: [] });
  });

  test("a mistake is told with its place", async () => {
    const ran = await runHere(["policy", "check", broken]);
    expect(ran.code).toBe(exitCodes.broken);
    expect(ran.out).toContain(`${broken}:4:1 `);
    const json = await runHere(["policy", "check", broken, "-o", "json"]);
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

/** Whoever asks about `aks-oncall` should not have to look up its id, nor whose id they read. */
describe("a group that the policy names", () => {
  const question = ["--cluster", "prod-1", "--", "diagnose"];

  test.each([
    ["by its name", "aks-oncall"],
    ["by its id", oncall],
    ["by its id in capitals", oncall.toUpperCase()],
  ])("is asked of %s, and named with both", async (_name, group) => {
    expect((await can("--group", group, ...question)).out).toContain(`group aks-oncall (${oncall}).`);
    const { out } = await can("--group", group, "-o", "json", ...question);
    const named = { effect: "allow", groups: [{ id: oncall, name: "aks-oncall" }] };
    expect(decisionDocument.parse(JSON.parse(out))).toMatchObject(named);
  });

  test("another is an id alone", async () => {
    expect((await can("--group", stranger, ...question)).out).toContain(`in the group ${stranger}.`);
  });
});

const can = (...args: readonly string[]) => runHere(["policy", "can", "--policy", example, ...args]);

describe("policy can", () => {
  test.each(["fix", "diagnose", "diagnose-inside", "watch", "volunteer", "reader"])(
    "%s is asked like a command, and its usage and its page name it",
    async (word) => {
      expect([exitCodes.good, exitCodes.denied]).toContain(
        (await can("--group", oncall, "--cluster", "prod-1", "--", word)).code,
      );
      expect((await runHere(["policy", "can", "--help"])).out.replaceAll(/\s+/g, " ")).toContain(
        ` -- ${word}`,
      );
      expect(readFileSync("docs/cli.md", "utf8")).toMatch(new RegExp(`After \`--\`.*\`${word}\``));
    },
  );

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
    const { code, out } = await can(...args, "-o", "json", "--", ...words);
    expect(decisionDocument.parse(JSON.parse(out))).toMatchObject({ effect, rule });
    expect(code).toBe(effect === "allow" ? exitCodes.good : exitCodes.denied);
    const text = await can(...args, "--", ...words);
    expect(text.code).toBe(code);
    expect(text.out).toContain(rule ?? "no rule allows it");
  });

  test.each<[string, string, readonly string[], string, string, string | null, object]>([
    [
      "a change, with who has to agree",
      oncall,
      ["--cluster", "prod-1"],
      "kubectl scale deploy/api --replicas=2",
      "Has to be approved by 1 of aks-leads, within 30 minutes; where the requester has no role in Azure for it, it runs as the approver.",
      "oncall-changes",
      { approval: { by: "others", count: 1, groups: ["aks-leads"], minutes: 30 } },
    ],
    [
      "a fix",
      oncall,
      ["--cluster", "prod-1"],
      "fix",
      "within 30 minutes; where the requester has no role in Azure for it, it runs as the approver.",
      "oncall-fixes",
      {
        approval: {
          ...{ by: "others", count: 1, groups: ["aks-oncall", "aks-leads"], minutes: 30 },
          runAs: "approver",
        },
      },
    ],
    [
      "a fix elsewhere",
      oncall,
      ["--cluster", "stage-1"],
      "fix",
      "making the fix in Azure for stage-1",
      null,
      {},
    ],
    [
      "in an incident",
      oncall,
      ["--cluster", "prod-1", "--incident", "Sev2"],
      "kubectl delete pod api-0",
      "Has to be approved by the requester alone.",
      "oncall-in-incident",
      { approval: { by: "requester", minutes: 30 } },
    ],
    [
      "without an incident",
      oncall,
      ["--cluster", "prod-1"],
      "kubectl delete pod api-0",
      "only while an alert of Sev2 or worse is open whose rule is set on prod-1, and none is",
      null,
      {},
    ],
    [
      "within the hours, on a cluster with the tag",
      leads,
      ["--cluster", "stage-1", "--tag", "Env=test", "--at", "2026-11-25T12:00:00+02:00"],
      "kubectl delete deploy api",
      "Allowed by the rule leads-change-tests",
      "leads-change-tests",
      {},
    ],
    [
      "outside the hours",
      leads,
      ["--cluster", "stage-1", "--tag", "env=test", "--at", "2026-11-27T18:00Z"],
      "kubectl delete deploy api",
      "It opens at 2026-11-30 07:00 UTC.",
      null,
      {},
    ],
    [
      "of a cluster whose tags nobody said",
      leads,
      ["--cluster", "stage-1", "--at", "2026-11-25T12:00:00Z"],
      "kubectl delete deploy api",
      "goes by tags in Azure",
      null,
      {},
    ],
  ])("%s", async (_name, group, flags, command, said, rule, more) => {
    const args = ["--group", group, ...flags];
    const { code, out } = await can(...args, "-o", "json", "--", command);
    const document = decisionDocument.parse(JSON.parse(out));
    expect(document).toMatchObject({ rule, ...more });
    expect(code).toBe(document.effect === "allow" ? exitCodes.good : exitCodes.denied);
    expect((await can(...args, "--", command)).out).toContain(said);
  });

  test("an emergency is said to be one", async () => {
    const text = (await readFile(example, "utf8")).replace(/^ *#(?=- | {2})/gm, (mark) => mark.slice(0, -1));
    const file = join(await mkdtemp(join(tmpdir(), "policy-")), "urgent.yaml");
    await writeFile(file, text);
    const asked = ["--policy", file, "--group", oncall, "--cluster", "prod-1"];
    const ask = (...more: readonly string[]) =>
      runHere(["policy", "can", ...asked, ...more, "--", "kubectl scale deploy/api --replicas=2"]);
    expect((await ask("--break-glass")).out).toContain("As an emergency alone");
    expect(decisionDocument.parse(JSON.parse((await ask("--break-glass", "-o", "json")).out))).toMatchObject({
      ...{ rule: "oncall-emergency", breakGlass: true },
    });
    expect((await ask()).out).not.toContain("emergency");
  });

  test("a resource id is matched in one spelling", async () => {
    const id =
      "/subscriptions/8A6C2F10-5b3d-4f7e-91c4-2d70e8b9a653/resourcegroups/rg/providers/microsoft.containerservice/managedclusters/prod-1";
    const { out } = await can("--group", oncall, "--cluster", id, "-o", "json", "--", "diagnose");
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
      runHere(
        `policy can --policy ${file} --group ${oncall} --cluster ${cluster} -o json -- diagnose`.split(" "),
      );
    const byName = await asked("prod-1");
    expect(failureDocument.parse(JSON.parse(byName.out)).code).toBe("idNeeded");
    expect(byName).toMatchObject({ code: exitCodes.unknown, err: expect.stringContaining("closed goes by") });
    const id = `${subscription}/resourceGroups/rg/providers/Microsoft.ContainerService/managedClusters/prod-1`;
    const byId = await asked(id);
    expect(decisionDocument.parse(JSON.parse(byId.out))).toMatchObject({ effect: "deny", rule: "closed" });
    expect((await asked(id.replace("8a6c", "9a6c"))).code).toBe(exitCodes.good);
  });

  test("a command that the guard refuses is refused whatever the policy says", async () => {
    const ran = await can(...`--group ${oncall} --cluster prod-1 -o json -- kubectl exec x date`.split(" "));
    expect(failureDocument.parse(JSON.parse(ran.out)).code).toBe("interactive-not-supported");
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

  test("of several rules that allow it, it names the one whose show counts", async () => {
    const file = join(await mkdtemp(join(tmpdir(), "policy-")), "two.yaml");
    const rule = (id: string, show: string) =>
      `  - { id: ${id}, effect: allow, groups: [oncall], clusters: ["*"], show: ${show}, run: { verbs: [get], resources: [pods], namespaces: ["*"] } }\n`;
    await writeFile(
      file,
      `version: 1\ngroups: { oncall: ${oncall} }\nrules:\n${rule("all-see", "thread")}${rule("careful", "personal")}`,
    );
    const asked = ["--policy", file, "--group", oncall, "--cluster", "prod-1"];
    const words = ["--", "kubectl", "get", "pods", "-n", "web"];
    const text = await runHere(["policy", "can", ...asked, ...words]);
    expect(text.out).toContain(
      "Several rules allow it: the output is shown as the rule careful says (show: personal)",
    );
    const json = await runHere(["policy", "can", ...asked, "-o", "json", ...words]);
    expect(decisionDocument.parse(JSON.parse(json.out))).toMatchObject({
      show: "personal",
      showBy: "careful",
    });
  });

  test.each([
    ["no cluster", ["--group", oncall, "--", "diagnose"], "--cluster NAME is missing"],
    ["no group", ["--cluster", "prod-1", "--", "diagnose"], "--group ID is missing"],
    [
      "a group's name mistyped",
      ["--group", "aks-oncal", "--cluster", "p", "--", "diagnose"],
      "did you mean aks-oncall?",
    ],
    [
      "a second group that is none",
      ["--group", oncall, "x", "--cluster", "p", "--", "diagnose"],
      '"x" is neither the object id of a group in Entra nor a group of the policy: it names aks-oncall',
    ],
    [
      "a time without its zone",
      ["--group", oncall, "--cluster", "p", "--at", "2026-11-25T03:00:00", "--", "diagnose"],
      '"2026-11-25T03:00:00" is not a time with its zone',
    ],
    [
      "a tag without a value",
      ["--group", oncall, "--cluster", "p", "--tag", "prod", "--", "diagnose"],
      '"prod" is not a tag',
    ],
    ["nothing asked", ["--group", oncall, "--cluster", "p"], "Write what is asked after --"],
  ])("%s is wrong use", async (_name, args, sentence) => {
    const ran = await can(...args);
    expect(ran).toMatchObject({ code: exitCodes.wrongUse, err: expect.stringContaining(sentence) });
  });
});

describe("policy diff", () => {
  const less = async (): Promise<string> => {
    const file = join(await mkdtemp(join(tmpdir(), "policy-")), "less.yaml");
    const text = await readFile(example, "utf8");
    const rules = text.slice(0, text.indexOf("\ntests:"));
    await writeFile(
      file,
      rules.replace(
        'clusters: ["prod-*"]\n    change:\n      # kubectl',
        "clusters: [old]\n    change:\n      # kubectl",
      ),
    );
    return file;
  };

  test("two alike differ in nothing", async () => {
    const ran = await runHere(["policy", "diff", example, example]);
    expect(ran).toEqual({
      code: exitCodes.good,
      out: "Nothing of what was asked becomes possible or impossible.",
      err: "",
    });
    const json = await runHere(["policy", "diff", example, example, "-o", "json"]);
    expect(policyDiffDocument.parse(JSON.parse(json.out)).changes).toEqual([]);
  });

  test("what may be done no longer is told, and what may be done now", async () => {
    const file = await less();
    const { code, out } = await runHere(["policy", "diff", example, file]);
    expect(code).toBe(exitCodes.good);
    expect(out.split("\n")).toEqual([
      "aks-oncall may now: kubectl scale deployments, statefulsets on old, approved by 1 of aks-leads, within 30 minutes; where the requester has no role in Azure for it, it runs as the approver (before: not at all)",
      "aks-oncall may now: kubectl rollout restart, rollout undo, rollout pause, rollout resume on old, approved by 1 of aks-leads, within 30 minutes; where the requester has no role in Azure for it, it runs as the approver (before: not at all)",
      "aks-oncall may no longer: kubectl scale deployments, statefulsets on prod-* (before: approved by 1 of aks-leads, within 30 minutes; where the requester has no role in Azure for it, it runs as the approver)",
      "aks-oncall may no longer: kubectl rollout restart, rollout undo, rollout pause, rollout resume on prod-* (before: approved by 1 of aks-leads, within 30 minutes; where the requester has no role in Azure for it, it runs as the approver)",
    ]);
    const json = await runHere(["policy", "diff", example, file, "-o", "json"]);
    expect(policyDiffDocument.parse(JSON.parse(json.out)).changes).toContainEqual(
      expect.objectContaining({
        kind: "change",
        groups: ["aks-oncall"],
        clusters: ["old"],
        before: { effect: "deny" },
      }),
    );
  });

  test.each([
    ["no file", [], "OLD is missing"],
    ["one file", [example], "NEW is missing"],
    ["three files", [example, example, "more.yaml"], "more.yaml"],
    ["one that is not there", [example, "nowhere.yaml"], "nowhere.yaml"],
  ])("%s is wrong use", async (_name, files, sentence) => {
    const ran = await runHere(["policy", "diff", ...files]);
    expect(ran).toMatchObject({ code: exitCodes.wrongUse, err: expect.stringContaining(sentence) });
  });

  test.each([
    ["the old one", [broken, example]],
    ["the new one", [example, broken]],
  ])("%s has a mistake", async (_name, files) => {
    const ran = await runHere(["policy", "diff", ...files]);
    expect(ran).toMatchObject({
      code: exitCodes.broken,
      out: "",
      err: expect.stringContaining("decides nothing"),
    });
  });
});
