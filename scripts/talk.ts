// Types what tired people type into the demo's Teams client and keeps what answers: `npm run talk [LANGUAGE…]`
// draws pictures/talk, each language at the width of a desktop and of a phone. Ends with 1 where an answer is another one.
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { messages } from "../src/presenters/messages/messages.ts";
import { openPlayground, startDemo, type } from "../test/e2e/demo-process.ts";
import { openBrowser } from "./browser.ts";
import { lines } from "./talk/lines.ts";

const ports = { bot: 4301, simulator: 4302, playground: 4303 };
const widths = ["desktop", "phone"] as const;
type Width = (typeof widths)[number];

/** The client keeps its cards as wide as on a desktop; on a phone of 375 pixels Teams leaves this. */
const narrow = ".ac-adaptiveCard { width: 343px !important }";

/** The card of the last answer, once nothing goes on in it. */
async function answerTo(page: Page, typed: string, language: string): Promise<string> {
  const looking = messages(language).sayInsideVerdict({ is: "looking" });
  const cards = page.locator(".ac-adaptiveCard");
  const before = await cards.count();
  await type(page, typed);
  await cards.nth(before).waitFor();
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const words = (await cards.last().allInnerTexts()).join("\n");
    if (!/^… /m.test(words) && !words.includes(looking)) return words;
    await page.waitForTimeout(200);
  }
  throw new Error(`“${typed}” is still worked on.`);
}

const pictureOf = (page: Page, width: Width): Promise<Buffer> =>
  page
    .locator(".ac-adaptiveCard")
    .last()
    .screenshot(width === "phone" ? { style: narrow } : {});

const sheetStyle = `
  body { margin: 0; background: #f0f0f0; font: 15px sans-serif }
  main { columns: 4; margin: 20px }
  div { break-inside: avoid; padding-bottom: 24px; max-width: 500px }
  p { margin: 0 0 6px; font-weight: bold }
`;

async function sheet(browser: Browser, file: string, pictures: readonly (readonly [string, Buffer])[]) {
  const page = await browser.newPage({ viewport: { width: 2_200, height: 400 } });
  const each = pictures.map(
    ([, png]) => `<div><p></p><img alt="" src="data:image/png;base64,${png.toString("base64")}"></div>`,
  );
  await page.setContent(`<!doctype html><style>${sheetStyle}</style><main>${each.join("")}</main>`);
  const titles = page.locator("p");
  for (const [at, [typed]] of pictures.entries())
    await titles.nth(at).evaluate((element, text) => {
      element.textContent = text;
    }, typed);
  await page.screenshot({ path: file, type: "jpeg", quality: 70, fullPage: true });
  await page.close();
}

async function talk(browser: Browser, language: string): Promise<readonly string[]> {
  const data = await mkdtemp(join(tmpdir(), "aks-oncall-talk-"));
  process.env.DATA_DIR = data;
  const demo = await startDemo(ports, "--locale", language);
  const page = await openPlayground(browser, ports);
  // No card is taller: what is scrolled would lie under the client's own bars.
  await page.setViewportSize({ width: 1_280, height: 2_000 });
  const other: string[] = [];
  const pictures: Record<Width, (readonly [string, Buffer])[]> = { desktop: [], phone: [] };
  for (const [typed, answered] of lines[language] ?? []) {
    const words = await answerTo(page, typed, language);
    if (!answered.test(words)) other.push(`${language}: “${typed}” is answered by “${words.slice(0, 200)}”`);
    for (const width of widths) pictures[width].push([typed, await pictureOf(page, width)]);
  }
  for (const width of widths) await sheet(browser, `pictures/talk/${language}-${width}.jpg`, pictures[width]);
  await page.close();
  await demo.stop();
  await rm(data, { recursive: true, force: true });
  return other;
}

await mkdir("pictures/talk", { recursive: true });
const asked = process.argv.slice(2);
const browser = await openBrowser();
const other: string[] = [];
for (const language of asked.length > 0 ? asked : Object.keys(lines))
  other.push(...(await talk(browser, language)));
await browser.close();
for (const each of other) console.error(each);
process.exitCode = other.length > 0 ? 1 : 0;
