// The five questions of `install`: what is taken, and what is asked again where a person types.

import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Answers } from "../../../src/core/install/answers.ts";
import { askedAnswers } from "../../../src/doors/cli/install-answers.ts";
import { exitCodes } from "../../../src/doors/cli/stop.ts";
import { runProcess } from "./terminal.ts";

const id = (digit: string) => `${digit.repeat(8)}-2222-3333-4444-555555555555`;
const subscriptions = [
  { subscriptionId: id("1"), displayName: "prod" },
  { subscriptionId: id("2"), displayName: "twice" },
  { subscriptionId: id("3"), displayName: "twice" },
];
const good = ["", "prod", "westeurope", "aks-oncall", "reg.example/aks-oncall:0.1.0"];

/** `reached`: its tenants and subscriptions. */
async function asked(
  lines: readonly string[],
  isTyped = true,
  reached = { tenants: ["", ""], subscriptions },
) {
  const left = [...lines];
  const whys: string[] = [];
  const told: string[] = [];
  const end = await askedAnswers(async () => left.shift() ?? null, {
    ...{ tenantId: id("9"), ...reached, tell: (line) => void told.push(line) },
    again: isTyped ? (why) => void whys.push(why) : null,
    problemOf: async (question, { region, groups }: Answers) => {
      if (question === "region" && region !== "westeurope")
        return { is: "regionUnknown", region, regions: ["westeurope"] };
      return question === "groups" && groups[0] === "none" ? { is: "groupUnknown", written: "none" } : null;
    },
  });
  return { end, whys, told, left };
}
const at = (index: number, ...lines: readonly string[]) => [
  ...good.slice(0, index),
  ...lines,
  ...good.slice(index),
];

test("five answers", async () => {
  const { end, whys } = await asked(good);
  expect([end, whys]).toEqual([
    {
      ok: true,
      answers: {
        ...{ tenantId: id("9"), subscriptionId: id("1"), region: "westeurope", groups: ["aks-oncall"] },
        ...{ runsAt: "container-apps", image: "reg.example/aks-oncall:0.1.0", name: "aks-oncall" },
        subject: "system:serviceaccount:oncall:aks-oncall",
      },
    },
    [],
  ]);
});

describe("what has one answer only is told, and not asked", () => {
  const tenants = [id("9")];
  const [prod = { subscriptionId: "", displayName: "" }] = subscriptions;
  const tenant = `Tenant: ${id("9")}, the only one that you see.`;
  test.each([true, false])("typed: %s", async (isTyped) => {
    const { end, told, left } = await asked(good.slice(2), isTyped, { tenants, subscriptions: [prod] });
    expect([end, told, left]).toEqual([
      (await asked(good)).end,
      [tenant, `Subscription: prod (${id("1")}), the only one that you see.`],
      [],
    ]);
  });

  test("several subscriptions are asked for", async () => {
    const { end, told } = await asked(good.slice(1), true, { tenants, subscriptions });
    expect([end.ok, told]).toEqual([true, [tenant]]);
  });

  test.each([
    ["several tenants", [id("8"), id("9")]],
    ["tenants that could not be read", []],
  ])("%s are asked for, and then the only subscription is proposed", async (_what, all) => {
    const reached = { tenants: all, subscriptions: [prod] };
    const { end, told } = await asked(["", "", ...good.slice(2)], true, reached);
    expect([end, told]).toMatchObject([{ answers: { tenantId: id("9"), subscriptionId: id("1") } }, []]);
  });
});

const again: [string, readonly string[], RegExp][] = [
  [
    "a tenant by its name",
    at(0, "contoso"),
    /^contoso must be an id like .* \(az account show shows it\)\.$/,
  ],
  ["no subscription", at(1, ""), /^This needs an answer\.$/],
  ["a subscription that nobody sees", at(1, "pord"), /^You see no subscription pord: write .*prod \(1{8}/],
  ["an id that nobody sees", at(1, id("7")), /^You see no subscription 7{8}/],
  ["a name that two have", at(1, "TWICE"), /^Several subscriptions are called TWICE: .*2{8}.* or 3{8}/],
  ["a region that is none", at(2, "westeurop"), /did you mean westeurope\?$/],
  ["a group that is none", at(3, "none"), /^Entra shows you no group called none\.$/],
  ["groups without a name", at(3, ","), /^, /],
  [
    "an image without a version",
    at(4, "reg.example/aks-oncall"),
    /names no version of the image: write reg\.example\/aks-oncall:\d/,
  ],
  ["no address", at(4, "my server"), /must be the address of an image with its version/],
  [
    "an issuer that is no address",
    at(4, "https://oncall.example westeurope"),
    /https:\/\/ address of an OIDC/,
  ],
];
test.each(again)("%s is asked again", async (_what, lines, why) => {
  const { end, whys, left } = await asked(lines);
  expect([end.ok, whys, left]).toEqual([true, [expect.stringMatching(why)], []]);
});

test.each(again.filter(([what]) => !/is none|no subscription/.test(what)))(
  "%s ends it in a pipe",
  async (_what, lines, why) => {
    const { end, whys } = await asked(lines, false);
    expect([end, whys]).toEqual([expect.objectContaining({ reason: expect.stringMatching(why) }), []]);
  },
);

test.each([
  ["another subscription by id", 1, id("2").toUpperCase(), { subscriptionId: id("2") }],
  ["a name in other letters", 1, "PROD", { subscriptionId: id("1") }],
  ["a region as the portal shows it", 2, "West Europe", { region: "westeurope" }],
  ["a host", 4, "https://oncall.example/", { runsAt: "https://oncall.example" }],
  ["a host and its issuer", 4, "https://o.example https://i.example/1/", { issuer: "https://i.example/1/" }],
])("%s is taken", async (_what, index, line, answers) => {
  const { end } = await asked([...good.slice(0, index), line, ...good.slice(index + 1)]);
  expect(end).toMatchObject({ ok: true, answers });
});

test.each([true, false])("the end of the input ends it, typed: %s", async (isTyped) => {
  expect((await asked(good.slice(0, 3), isTyped)).end).toMatchObject({
    reason: expect.stringContaining("has no answer"),
  });
});

test("doctor without settings, in the folder of an installation, asks for no settings", async () => {
  const folder = mkdtempSync(join(tmpdir(), "installed-"));
  const told = () => runProcess(["doctor"], {}, "", folder).then(({ code, out, err }) => [code, out + err]);
  expect(await told()).toEqual([exitCodes.broken, expect.stringContaining("MICROSOFT_APP_ID is not set")]);
  writeFileSync(join(folder, "aks-oncall.install.json"), "{}");
  const unreadable = "aks-oncall.install.json cannot be used: answers ";
  expect(await told()).toEqual([exitCodes.wrongUse, expect.stringContaining(unreadable)]);
});

/** Nobody has signed in there, which is found out once the answers were taken. */
test.each<[string, object, ReturnType<typeof expect.stringContaining>]>([
  ["the same", {}, expect.stringContaining("az login")],
  ["another image is taken", { image: "reg.example/aks-oncall:0.2.0" }, expect.stringContaining("az login")],
  [
    "another region is refused",
    { region: "northeurope", groups: ["others"] },
    expect.stringMatching(/other answers \(region, groups\).*deletes its data/),
  ],
])("a file of answers beside an installation: %s", async (_what, change, said) => {
  const folder = mkdtempSync(join(tmpdir(), "installed-"));
  const { end } = await asked(good);
  const answers = end.ok ? end.answers : {};
  writeFileSync(join(folder, "aks-oncall.install.json"), JSON.stringify({ answers }));
  writeFileSync(join(folder, "answers.json"), JSON.stringify({ ...answers, ...change }));
  const { err } = await runProcess(["install", "--plan", "--answers", "answers.json"], {}, "", folder);
  expect(err).toEqual(said);
});
