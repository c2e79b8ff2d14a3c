// From a diagnosis to a fixed cluster by two people, in a Teams client: one asks for the fix with the first verdict, while the
// look inside goes on; the other approves it on the message that asks them. Each presses once.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser } from "playwright-core";
import { openBrowser } from "../../scripts/browser.ts";
import { people, subscriptions } from "../../simulator/people.ts";
import { type Demo, startDemo, typeWithMention } from "./demo-process.ts";
import { openWindow, type PersonsWindow } from "./playground-window.ts";

const pictures = "test-results/two-presses";
mkdirSync(pictures, { recursive: true });

/** How long AKS takes to run a command: longer than it takes both people. */
const lookInsideMilliseconds = 25_000;

/** A DNS fault that Alex may mend in Azure, too. */
function scenarioIn(folder: string): string {
  const file = path.join(folder, "scenario.json");
  const scenario = {
    name: "dns-link-missing",
    description: "The private DNS zone is not linked to the hub, and Alex may link it.",
    base: path.resolve("simulator/scenarios/dns-link-missing.json"),
    runCommand: { startDelayMs: lookInsideMilliseconds },
    patch: Object.values(subscriptions).map((id) => ({
      ...{ op: "add", path: "/roleAssignments/-" },
      value: { principalId: people.alex.oid, scope: `/subscriptions/${id}`, role: "Contributor" },
    })),
  };
  writeFileSync(file, JSON.stringify(scenario));
  return file;
}

const folder = mkdtempSync(path.join(tmpdir(), "aks-oncall-"));
let browser: Browser;
let demo: Demo;
let alex: PersonsWindow;
let megan: PersonsWindow;
beforeAll(async () => {
  const ports = { bot: 4151, simulator: 4152, playground: 4153 };
  [browser, demo] = await Promise.all([
    openBrowser(),
    startDemo(ports, "--as", "Alex Wilber", "--scenario", scenarioIn(folder)),
  ]);
  alex = await openWindow(browser, ports, "alex", true);
  megan = await openWindow(browser, ports, "megan", true);
});
afterAll(async () => {
  await Promise.all([browser?.close(), demo?.stop()]);
  rmSync(folder, { recursive: true, force: true });
});

const clock: (readonly [part: string, at: number])[] = [];
const mark = (part: string) => void clock.push([part, Date.now()]);
afterAll(() => {
  const lines = clock.slice(1).map(([part, at], index) => {
    const before = clock[index]?.[1] ?? at;
    return `${((at - before) / 1_000).toFixed(1).padStart(6)} s  ${part}`;
  });
  process.stdout.write(`\n${lines.join("\n")}\n`);
});

async function picture({ page, card }: PersonsWindow, words: RegExp, name: string): Promise<void> {
  await (await card(words)).evaluate((element) => element.scrollIntoView({ block: "start" }));
  await page.screenshot({ path: `${pictures}/${name}.png` });
}

test("Alex asks for the fix, Megan approves it, and the cluster is reached: a press each", async () => {
  for (const { page } of [alex, megan]) await page.getByRole("treeitem", { name: "AKS on call" }).click();
  mark("");
  await typeWithMention(alex.page, "diagnose cluster prod-1");
  await alex.card(/Request this fix/);
  mark("the first verdict with its button");
  await picture(alex, /Request this fix/, "1-first-verdict");
  await alex.press(/Request this fix/, "Request this fix");
  mark("Alex has pressed Request this fix");
  const asked = await megan.card(/Your approval is needed: fix prod-1/);
  mark("the approval on Megan's screen");
  expect(await asked.textContent()).toMatch(/virtualNetwork\.id: \(not set\) →[\s\S]*vnet-hub/);
  await picture(megan, /Your approval is needed/, "2-approval");
  // Nobody else finds a button there that decides.
  const others = await alex.card(/Approval wanted: fix prod-1/);
  expect(await others.getByRole("button", { name: "Approve once" }).count()).toBe(0);
  await megan.press(/Your approval is needed: fix prod-1/, "Approve once");
  mark("Megan has pressed Approve once");
  await alex.card(/✔ Fixed: prod-1 is reachable/);
  mark("made, and diagnosed green");
  await picture(alex, /✔ Fixed: prod-1 is reachable/, "3-fixed");
  await alex.card(/✔ Fixed .* by Alex Wilber/);
  mark("the diagnosis says by whom it was fixed, once its look inside has ended");
  await picture(alex, /✔ Fixed .* by Alex Wilber/, "4-diagnosis-afterwards");
  for (const { page } of [alex, megan])
    expect(await page.getByText(/Approval wanted|Your approval is needed/).count()).toBe(0);
});
