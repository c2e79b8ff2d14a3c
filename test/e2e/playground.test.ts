// What a newcomer does: one command, one page, two sentences; then a channel, a sign-in and a button.
import { mkdirSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { openBrowser } from "../../scripts/browser.ts";
import { lines as talk } from "../../scripts/talk/lines.ts";
import { type Demo, fireAlert, openPlayground, startDemo, type, typeWithMention } from "./demo-process.ts";

const pictures = "test-results/playground";
mkdirSync(pictures, { recursive: true });

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

/** A cluster that is reached. */
const reached = ["--scenario", "simulator/scenarios/hub-spoke.json"] as const;

const seen = (page: Page, text: string | RegExp, timeout = 120_000) =>
  page.getByText(text).last().waitFor({ timeout });

describe("Alex Wilber, on call", () => {
  let demo: Demo;
  let page: Page;
  beforeAll(async () => {
    const ports = { bot: 4101, simulator: 4102, playground: 4103 };
    demo = await startDemo(ports, "--as", "Alex Wilber", ...reached);
    page = await openPlayground(browser, demo.ports);
  });
  afterAll(() => demo?.stop());
  afterEach(async () => {
    const name = expect.getState().currentTestName?.replaceAll(/\W+/g, "-");
    await page.screenshot({ path: `${pictures}/${name}.png` });
  });

  test("a diagnosis in the personal chat", async () => {
    await type(page, "diagnose cluster prod-1");
    await seen(page, /pods in payments on prod-1 crash/);
  });

  test("a command in the personal chat, with its output", async () => {
    await type(page, "run `kubectl get pods -A` on prod-1");
    await seen(page, /Exit 0/);
    await page
      .getByRole("button", { name: /^\d+ other rows$/ })
      .last()
      .click();
    await seen(page, /coredns/);
  });

  test("a button goes on where the card stands", async () => {
    await type(page, "diagnose prod-1");
    await seen(page, /pods in payments on prod-1 crash/);
    const cards = page.getByText(/pods in payments on prod-1 crash/);
    const before = await cards.count();
    await page.getByRole("button", { name: "Check again" }).last().click();
    await cards.nth(before).waitFor();
  });

  test("a channel thread: both sentences, answered in their threads", async () => {
    await page.locator('[aria-label="Contoso - Incidents"]').click();
    await typeWithMention(page, "diagnose cluster prod-1");
    await seen(page, /pods in payments on prod-1 crash/);
    await typeWithMention(page, "run `kubectl get pods -A` on prod-1");
    await seen(page, /Exit 0/);
  });

  test("an alert becomes a card in the channel, and its button a diagnosis in that thread", async () => {
    await typeWithMention(page, "watch prod-1");
    await seen(page, /This channel follows prod-1/);
    await fireAlert(demo.ports, "--cluster", "prod-1");
    await seen(page, /Sev 1 · prod-1: api-server-availability/);
    await page.getByRole("button", { name: "Diagnose", exact: true }).last().click();
    await seen(page, "Started. The answer comes here.");
    const thread = page
      .locator("div")
      .filter({ hasText: /Sev 1 · / })
      .filter({ hasText: /pods in payments on prod-1 crash/ })
      .filter({ hasNotText: /This channel follows/ });
    await thread.first().waitFor();
    await fireAlert(demo.ports, "--cluster", "prod-1", "--resolve");
    await seen(page, /Resolved after/);
    expect(await page.getByText(/Sev 1 · prod-1: api-server-availability/).count()).toBe(0);
  });

  test("one Ctrl-C ends all of it", async () => {
    await demo.stop();
    await expect(fetch(`http://127.0.0.1:${demo.ports.bot}/healthz`)).rejects.toThrow();
    await expect(fetch(`http://localhost:${demo.ports.playground}`)).rejects.toThrow();
    await expect(fetch(`https://localhost:${demo.ports.simulator}`)).rejects.toThrow();
  });
});

describe("Alex Wilber, who may not make the fix", () => {
  let demo: Demo;
  let page: Page;
  beforeAll(async () => {
    demo = await startDemo({ bot: 4121, simulator: 4122, playground: 4123 });
    page = await openPlayground(browser, demo.ports);
  });
  afterAll(() => demo?.stop());

  test("asks Megan Bowen in the thread", async () => {
    await page.locator('[aria-label="Contoso - Incidents"]').click();
    const button = page.getByRole("button", { name: "Ask Megan Bowen" }).last();
    // A card waits two seconds for names: on a busy machine the first one goes without.
    for (let asked = 0; asked < 5 && (await button.count()) === 0; asked += 1) {
      await typeWithMention(page, "diagnose cluster prod-1");
      await button.waitFor({ timeout: 20_000 }).catch(() => undefined);
    }
    await button.click();
    await seen(page, "Asked Megan Bowen, in a message here. Nothing was run.");
    await seen(page, /Megan Bowen: Alex Wilber asks you to make this fix/);
    await page.screenshot({ path: `${pictures}/alex-asks-megan.png` });
  });
});

describe("Lee Gu, whose Teams is set to German, and who is not signed in", () => {
  let demo: Demo;
  let page: Page;
  beforeAll(async () => {
    const ports = { bot: 4111, simulator: 4112, playground: 4113 };
    demo = await startDemo(ports, "--as", "Lee Gu", "--locale", "de-DE", ...reached);
    page = await openPlayground(browser, demo.ports);
  });
  afterAll(() => demo?.stop());

  const card = (words: RegExp | string) => page.locator(".ac-adaptiveCard").filter({ hasText: words }).last();
  // All fifteen, in each language: `npm run talk`.
  const lines = [0, 2, 6, 10].flatMap((at) => (talk.de ?? []).slice(at, at + 1));

  test("signs in and the question is answered by itself", async () => {
    await type(page, "diagnose cluster prod-1");
    const popup = page.context().waitForEvent("page");
    await page.getByText("Anmelden", { exact: true }).last().click();
    const signIn = await popup;
    await signIn
      .getByRole("button", { name: /sign in/i })
      .first()
      .click();
    await signIn.getByText(/close this page/i).waitFor();
    await card(/prod-1 stürzen immer wieder ab/).waitFor();
    await page.screenshot({ path: `${pictures}/lee-gu-signed-in.png` });
  });

  test("is understood and answered in German", async () => {
    for (const [typed, answer] of lines) {
      await type(page, typed);
      await card(answer).waitFor();
    }
    await page.screenshot({ path: `${pictures}/german.png` });
  });
});
