// `install`, `install` again, `doctor`'s look and `uninstall` as a person types them: the command line as a process of its
// own, signed in by the real Azure CLI to a local Azure that knows nothing of the bot.
import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { botSecret, people } from "../../simulator/people.ts";
import { type Simulator, startSimulator } from "../../simulator/simulator.ts";
import { exitCodes } from "../../src/doors/cli/stop.ts";
import { answers, emptyTenant } from "../azure/install/support.ts";
import { type Ran, runInTerminal, runProcess } from "../doors/cli/terminal.ts";
import { type AzureCli, openAzureCli } from "./azure-cli.ts";

let azure: Simulator;
let cli: AzureCli;
let folder: string;
beforeAll(async () => {
  azure = await startSimulator({
    scenario: await emptyTenant({ megan: ["Application Administrator"] }),
    localDir: mkdtempSync(join(tmpdir(), "local-azure-")),
  });
  cli = await openAzureCli(azure);
  await cli.logIn(people.megan);
  folder = mkdtempSync(join(tmpdir(), "install-"));
});
afterAll(async () => {
  await cli?.close();
  await azure?.close();
});

/** No setting of the bot and no secret is among them. */
const variables = () => {
  const { AZURE_AUTHORITY_HOST, ARM_ENDPOINT, ARM_SCOPE, GRAPH_ENDPOINT, NODE_EXTRA_CA_CERTS } =
    azure.environment;
  const ofAzure = { AZURE_AUTHORITY_HOST, ARM_ENDPOINT, ARM_SCOPE, GRAPH_ENDPOINT, NODE_EXTRA_CA_CERTS };
  const given = Object.entries(ofAzure).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  return { ...Object.fromEntries(given), ...cli.variables };
};
const typed = (line: string, lines: readonly string[] = []): Promise<Ran> =>
  runProcess(line.split(" "), variables(), lines.map((each) => `${each}\n`).join(""), folder);
/** What changes nothing: reads, what Azure foresees, and a sign-in. */
const isHarmless = ({ method, path }: { method: string; path: string }) =>
  method === "GET" || /\/whatIf$|\/oauth2\/(v2\.0\/)?token$/.test(path);
const wrote = () => azure.requests().filter((request) => !isHarmless(request));

/** There is one tenant only, which is not asked for. */
const typedAnswers = [
  answers.subscriptionId,
  answers.region,
  "aks-oncall",
  "https://oncall.contoso.example https://westeurope.oic.prod-aks.azure.com/1/2/",
];

test("a plan makes nothing; the answers make all of it; again changes nothing; uninstall leaves it as it was", async () => {
  const before = azure.state();

  const planned = await typed("install --plan", typedAnswers);
  expect(planned).toMatchObject({ code: exitCodes.good, out: expect.stringContaining("Nothing was made") });
  expect([azure.state(), wrote(), readdirSync(folder)]).toEqual([before, [], []]);

  const made = await typed("install", [...typedAnswers, "yes"]);
  expect([made.code, made.out]).toEqual([exitCodes.good, expect.stringContaining("All of it is there.")]);
  expect(made.out).toMatch(
    /What is next:\n {2}1\. Upload aks-oncall\.teams\.zip[\s\S]*doctor --env-file aks-oncall\.env/,
  );
  expect(made.out).not.toMatch(/needs *$/m);
  expect(planned.out).toContain("Billed: ");
  const file = readFileSync(join(folder, "aks-oncall.install.json"), "utf8");
  expect(file).not.toContain(botSecret);
  expect(file).not.toMatch(/secret|password/i);

  const after = azure.state();
  azure.clearRequests();
  const replanned = await typed("install --plan");
  expect(replanned.out).not.toMatch(/needs|to be made/);
  const again = await typed("install --yes");
  expect([again.code, again.err]).toEqual([exitCodes.good, ""]);
  expect([azure.state(), wrote()]).toEqual([after, []]);

  const looked = await typed("doctor");
  expect([looked.code, looked.out]).toEqual([
    exitCodes.good,
    expect.stringMatching(
      / 0 wrong, 0 not known\.\nThis is what aks-oncall\.install\.json is about, read as you\./,
    ),
  ]);
  const foreseen = await typed("uninstall --plan");
  expect([foreseen.code, foreseen.out]).toEqual([
    exitCodes.good,
    expect.stringMatching(
      /- App registration\n[\s\S]*What stays:[\s\S]*Nothing was deleted\. Without --plan/,
    ),
  ]);
  expect([azure.state(), wrote()]).toEqual([after, []]);

  const gone = await typed("uninstall", ["yes"]);
  expect([gone.code, gone.out]).toEqual([
    exitCodes.good,
    expect.stringMatching(
      /- App registration\n {4}application AKS On-Call\n[\s\S]*- aks-oncall\.install\.json\nWhat stays:\n[\s\S]*nothing else was touched\. What stays:\n {2}The app in Teams/,
    ),
  ]);
  expect(gone.out).not.toContain("Subscription and region");
  expect([azure.state(), readdirSync(folder)]).toEqual([before, []]);
});

describe("in a real terminal", () => {
  const asked = ["Which subscription", "In which region", "Who may use it?", "Where does it run?"];
  const answered = asked.map((question, index) => [question, typedAnswers[index] ?? ""] as const);
  const inTerminal = (line: string, lines: readonly (readonly [string, string])[]) =>
    runInTerminal(line.split(" "), variables(), lines, folder);

  test("what is wrong is said, and asked again", async () => {
    const [subscription, region, groups, runsAt] = answered.map(([question]) => question);
    const lines = [
      ...[
        [subscription, "no-such"],
        ["You see no subscription no-such: write", answers.subscriptionId],
      ],
      ...[
        [region, "West Europ"],
        ["did you mean westeurope?", "West Europe"],
      ],
      ...[
        [groups, "aks-onkall"],
        ["no group called aks-onkall", "aks-oncall"],
      ],
      ...[
        [runsAt, "contoso.azurecr.io/aks-oncall"],
        ["names no version of the image", typedAnswers[3] ?? ""],
      ],
      ["Make all of this?", "no"],
    ] as [string, string][];
    expect(await inTerminal("install", lines)).toMatchObject({
      code: exitCodes.wrongUse,
      out: expect.stringContaining("Nothing was made."),
    });
  });

  test("Ctrl-C says what was made, and that it goes on from there", async () => {
    const before = azure.state();
    const stop = (line: string, lines: readonly (readonly [string, string])[], said: RegExp) =>
      inTerminal(line, lines).then(({ code, out }) =>
        expect([code, out]).toEqual([130, expect.stringMatching(said)]),
      );
    await stop("install", [["Which subscription", "^C"]], /Stopped\. Nothing was made/);
    await stop(
      "install",
      [...answered, ["Make all of this?", "yes"], ["+ Resource group", "^C"]],
      /Stopped\. Made, or there before: .*Resource group.*Not made, or in part: .*Teams package\. Run the same again/,
    );
    await inTerminal("uninstall", [["Delete all", "yes"]]);
    expect([azure.state(), readdirSync(folder)]).toEqual([before, []]);
  });

  test("it ends when there is no more to do: planned, declined, made, deleted", async () => {
    const before = azure.state();
    const runs: [string, readonly (readonly [string, string])[], string][] = [
      ["install --plan", answered, "Nothing was made or changed."],
      ["install", [...answered, ["Make all of this?", "no"]], "Nothing was made."],
      ["install", [...answered, ["Make all of this?", "yes"]], "All of it is there."],
      ["uninstall", [["Delete all", "no"]], "Nothing was deleted."],
      ["uninstall", [["Delete all", "yes"]], "nothing else was touched"],
    ];
    for (const [line, lines, end] of runs) expect((await inTerminal(line, lines)).out).toContain(end);
    expect([azure.state(), readdirSync(folder)]).toEqual([before, []]);
  });
});

describe("before anything is made it says who gives, in which words,", () => {
  beforeEach(() => azure.clearRequests());
  const containerApps = [...typedAnswers.slice(0, 3), "reg.contoso.example/aks-oncall:0.1.0"];

  test.each<[string, readonly string[]]>([
    ["install --plan", []],
    ["install", ["yes"]],
  ])("a role in Entra: %s", async (line, last) => {
    await cli.logIn(people.alex);
    const { code, err } = await typed(line, [...typedAnswers, ...last]);
    await cli.logIn(people.megan);
    expect([code, err]).toEqual([
      exitCodes.failure,
      expect.stringMatching(
        /no active role in Entra that may .* a Privileged Role Administrator gives it to \S+ .*Nothing was made, changed or deleted/,
      ),
    ]);
    expect(wrote()).toEqual([]);
  });

  test.each(["install --plan", "install"])("a right in Azure: %s", async (line) => {
    const { code, err } = await typed(line, [...containerApps, "yes"]);
    expect([code, err]).toEqual([
      exitCodes.failure,
      expect.stringContaining(
        `An Owner of the subscription types: az role assignment create --role Owner --assignee-object-id ${people.megan.oid} --assignee-principal-type User --scope /subscriptions/${answers.subscriptionId}`,
      ),
    ]);
    const reason = err.slice(err.indexOf("You lack"));
    expect(reason).toMatch(
      /^You lack \d+ rights? on \/subscriptions\/.*Nothing was made, changed or deleted/,
    );
    expect(reason.length).toBeLessThan(800);
    expect(wrote()).toEqual([]);
  });
});

test("without an answer, without a file and without a sign-in it says what to do", async () => {
  expect(await typed("install", [""])).toMatchObject({
    code: exitCodes.wrongUse,
    err: expect.stringContaining("has no answer"),
  });
  expect(await typed("uninstall")).toMatchObject({
    code: exitCodes.wrongUse,
    err: expect.stringContaining("is not in this folder"),
  });
  expect(await typed("install", ["no-such"])).toMatchObject({
    code: exitCodes.wrongUse,
    err: expect.stringContaining("You see no subscription no-such"),
  });
  await cli.az("account", "clear");
  expect(await typed("install", typedAnswers)).toMatchObject({
    code: exitCodes.failure,
    err: expect.stringContaining("az login"),
  });
});
