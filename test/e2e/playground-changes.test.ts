// What others agree on, in a Teams client: a change asked for in a channel, and a fix of a diagnosis that is taken back.
// Nobody approves what they asked for themselves, and whoever comes to a card late is told what became of it.
import { mkdirSync, writeFileSync } from "node:fs";
import type { Browser } from "playwright-core";
import { openBrowser } from "../../scripts/browser.ts";
import { openRenderer, profiles, type Renderer } from "../../scripts/cards/renderer.ts";
import { type Demo, startDemo, typeWithMention } from "./demo-process.ts";
import { openWindow, type PersonsWindow } from "./playground-window.ts";

const pictures = "test-results/playground";
mkdirSync(pictures, { recursive: true });

let browser: Browser;
let renderer: Renderer;
let demo: Demo;
let alex: PersonsWindow;
let megan: PersonsWindow;
beforeAll(async () => {
  const scenario = "simulator/scenarios/dns-link-missing.json";
  const ports = { bot: 4141, simulator: 4142, playground: 4143 };
  [browser, renderer, demo] = await Promise.all([
    openBrowser(),
    openRenderer(),
    startDemo(ports, "--as", "Alex Wilber", "--scenario", scenario),
  ]);
  alex = await openWindow(browser, ports, "alex");
  megan = await openWindow(browser, ports, "megan");
});
afterAll(async () => {
  await Promise.all([browser?.close(), renderer?.close(), demo?.stop()]);
});

/** Teams leaves this on a phone of 390 pixels. */
const phone = { ...profiles.phoneLight, width: 358 };

/** The window as it is, and its card as a phone draws it: nothing cut off, nothing too faint. */
async function picture(window: PersonsWindow, words: RegExp, name: string): Promise<void> {
  const card = await window.card(words);
  await card.evaluate((element) => element.scrollIntoView({ block: "start" }));
  await window.page.screenshot({ path: `${pictures}/${name}.png` });
  const sent = window.sent(words);
  expect(await renderer.draw(sent, phone)).toEqual({ objections: [], clipped: [], faint: [] });
  writeFileSync(`${pictures}/${name}-phone.png`, await renderer.picture(sent, phone));
}

const approve = "Approve once";
const ownRequest = "You asked for this, so somebody else has to approve it.";

test("in a channel's thread Alex asks for a change, cannot approve it, and Megan does", async () => {
  const { page, card } = alex;
  const needed = /Your approval is needed: scale deployment\/api on prod-1/;
  await page.locator('[aria-label="Contoso - Incidents"]').click();
  await typeWithMention(
    page,
    "kubectl scale deployment/api --replicas=3 -n payments on prod-1 because orders are stuck",
  );
  await picture(alex, /Waits for approval: scale deployment\/api on prod-1/, "change-asked");
  alex.handTo("megan");
  await alex.press(/Approval wanted/, "Review");
  await picture(alex, needed, "change-review");
  alex.handTo("alex");
  await alex.press(needed, approve);
  const refused = page.getByText(ownRequest);
  await refused.scrollIntoViewIfNeeded();
  await page.screenshot({ path: `${pictures}/change-own-approval.png` });
  alex.handTo("megan");
  await alex.press(needed, approve);
  const done = await card(/✔ Done: scale deployment\/api on prod-1/);
  expect(await done.textContent()).toMatch(/replicas: 2 → 3[\s\S]*Approved by\s*Megan Bowen/);
  await card(/✔ Approved: scale deployment\/api on prod-1/);
  expect(await page.getByText(/Approval wanted|Your approval is needed/).count()).toBe(0);
  await picture(alex, /✔ Done/, "change-done");
});

test("in a group chat Alex, who may only read, asks for a fix and takes it back; each is made as Megan, by her press", async () => {
  for (const { page } of [alex, megan]) await page.getByRole("treeitem", { name: "AKS on call" }).click();
  alex.handTo("alex");
  await typeWithMention(alex.page, "diagnose cluster prod-1 without inside");
  await alex.press(/Engineers behind vnet-hub cannot reach the API server of prod-1/, "Request this fix");
  await picture(alex, /Waits for approval: fix prod-1/, "fix-asked");
  await megan.press(/Approval wanted: fix prod-1/, "Review");
  await picture(megan, /Your approval is needed: fix prod-1/, "fix-review");
  await megan.press(/Your approval is needed: fix prod-1/, approve);
  const fixed = await alex.card(/✔ Fixed: prod-1 is reachable/);
  expect(await fixed.textContent()).toMatch(/Asked by Alex Wilber, approved and run by Megan Bowen/);
  expect(await fixed.textContent()).toMatch(
    /The path before[\s\S]*✖ Name\s*zone not linked to vnet-hub[\s\S]*The path now[\s\S]*✔ Name/,
  );
  await picture(alex, /✔ Fixed/, "fix-made");
  await alex.press(/✔ Fixed/, "Undo");
  await picture(megan, /Approval wanted: undo the fix of prod-1/, "undo-asked");
  await megan.press(/Approval wanted: undo the fix of prod-1/, "Review");
  await megan.press(/Your approval is needed: undo/, approve);
  const undone = await alex.card(/✔ Taken back: the fix of prod-1/);
  expect(await undone.textContent()).toMatch(
    /The path before[\s\S]*✔ Name[\s\S]*The path now[\s\S]*✖ Name\s*zone not linked to vnet-hub/,
  );
  await picture(alex, /✔ Taken back/, "undo-made");
});
