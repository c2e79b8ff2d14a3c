// Draws cards in a headless Chromium, as a desktop and as a phone would, for the pictures and the render test.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Browser, Page } from "playwright-core";
import { openBrowser } from "../browser.ts";

type Theme = "light" | "dark";

/** `standIns`: whether code blocks and badges exist there; a phone shows their fallbacks. */
export type Profile = Readonly<{
  name: string;
  theme: Theme;
  width: number;
  targetWidth: "Narrow" | "Standard";
  standIns: boolean;
}>;

const desktop = { width: 560, targetWidth: "Standard", standIns: true } as const;
const phone = { width: 300, targetWidth: "Narrow", standIns: false } as const;

export const profiles = {
  desktopLight: { name: "desktop light", theme: "light", ...desktop },
  desktopDark: { name: "desktop dark", theme: "dark", ...desktop },
  phoneLight: { name: "phone light", theme: "light", ...phone },
  phoneDark: { name: "phone dark", theme: "dark", ...phone },
} as const satisfies Readonly<Record<string, Profile>>;

/** Parser's objections, clipped texts and faint texts; all empty for a good card. */
type Drawn = Readonly<{ objections: string[]; clipped: string[]; faint: string[] }>;

const COLOURS: Readonly<Record<Theme, string>> = {
  light: "--pane:#f5f5f5;--line:#c7c7c7;--control:#ffffff;--text:#252424;--quiet:#616161;--link:#4f52b2",
  dark: "--pane:#1f1f1f;--line:#5c5c5c;--control:#3b3a3a;--text:#ffffff;--quiet:#c8c6c4;--link:#7f85f5",
};

const SIDE_BY_SIDE = "display:inline-flex;gap:24px;padding:20px;align-items:flex-start;background:#f0f0f0";

const WIDTHS = ["VeryNarrow", "Narrow", "Standard", "Wide"];

/** Whether an element is shown at a width; the renderer itself ignores `targetWidth`. */
function fits(rule: string, width: Profile["targetWidth"]): boolean {
  const [name = "", bound] = rule.split(":").reverse();
  const distance = WIDTHS.indexOf(width) - WIDTHS.indexOf(name);
  if (bound === "atLeast") return distance >= 0;
  return bound === "atMost" ? distance <= 0 : distance === 0;
}

/** The card without what is not for this width. */
function prune(node: unknown, width: Profile["targetWidth"]): unknown {
  const stays = (item: unknown): boolean =>
    typeof item !== "object" ||
    item === null ||
    !("targetWidth" in item) ||
    fits(String(item.targetWidth), width);
  if (Array.isArray(node)) return node.filter(stays).map((item) => prune(item, width));
  if (typeof node !== "object" || node === null) return node;
  const entries = Object.entries(node).filter(([key]) => key !== "targetWidth");
  return Object.fromEntries(entries.map(([key, value]) => [key, prune(value, width)]));
}

const resolve = createRequire(import.meta.url).resolve;
const file = (specifier: string): Promise<string> => readFile(resolve(specifier), "utf8");

/** Of the reader, whose client writes the times of a card. */
export const readersZone = "Europe/Berlin";

async function openPage(browser: Browser, profile: Profile, locale: string): Promise<Page> {
  const viewport = { width: profile.width + 2, height: 900 };
  const page = await browser.newPage({ viewport, locale, timezoneId: readersZone });
  const style = `:root{--width:${profile.width}px;${COLOURS[profile.theme]}}`;
  await page.setContent('<!doctype html><html lang="en"><body><div id="card"></div></body></html>');
  await page.addStyleTag({ content: await file("adaptivecards/dist/adaptivecards.css") });
  await page.addStyleTag({ content: style + (await file("./page.css")) });
  await page.addScriptTag({ content: await file("adaptivecards/dist/adaptivecards.min.js") });
  await page.addScriptTag({ content: await file("markdown-it/dist/markdown-it.min.js") });
  await page.addScriptTag({ content: await file("./page.js") });
  const host = await file(`adaptivecards-designer/lib/hostConfigs/microsoft-teams-${profile.theme}.json`);
  await page.addScriptTag({ content: `const hostConfig = ${host};` });
  if (profile.standIns) await page.evaluate("registerStandIns()");
  return page;
}

export type Renderer = Readonly<{
  draw(card: object, profile: Profile): Promise<Drawn>;
  /** Pixels from the top of a card to the lower edge of each of its buttons that are seen, by its title. */
  buttons(card: object, profile: Profile): Promise<Readonly<Record<string, number>>>;
  /** PNG of a card. */
  picture(card: object, profile: Profile): Promise<Buffer>;
  /** The same as WebP, half its size, with the letters of a language. */
  small(card: object, profile: Profile, language: string): Promise<Buffer>;
  /** PNG of several pictures beside each other on a quiet ground. */
  sideBySide(pictures: readonly Buffer[]): Promise<Buffer>;
  close(): Promise<void>;
}>;

export async function openRenderer(): Promise<Renderer> {
  const browser = await openBrowser();
  const pages = new Map<string, Promise<Page>>();

  const pageOf = (profile: Profile, locale = "en-GB"): Promise<Page> => {
    const key = `${profile.name} ${locale}`;
    const page = pages.get(key) ?? openPage(browser, profile, locale);
    pages.set(key, page);
    return page;
  };

  const rendered = (card: object, profile: Profile): string =>
    `renderCard(${JSON.stringify(prune(card, profile.targetWidth))}, hostConfig)`;

  async function show(card: object, profile: Profile, locale?: string): Promise<Page> {
    const page = await pageOf(profile, locale);
    await page.evaluate(rendered(card, profile));
    return page;
  }

  return {
    async draw(card, profile) {
      const page = await pageOf(profile);
      return page.evaluate(
        `({ objections: ${rendered(card, profile)}, clipped: findClipped(), faint: findFaint() })`,
      );
    },
    async buttons(card, profile) {
      const page = await show(card, profile);
      return page.evaluate("buttonsSeen()");
    },
    async picture(card, profile) {
      const page = await show(card, profile);
      return page.locator("#card").screenshot();
    },
    async small(card, profile, language) {
      const page = await show(card, profile, language);
      await page.evaluate(`document.documentElement.lang = ${JSON.stringify(language)}`);
      const png = await page.locator("#card").screenshot();
      const webp: string = await page.evaluate(`toWebp("${png.toString("base64")}")`);
      return Buffer.from(webp, "base64");
    },
    async sideBySide(pictures) {
      const page = await browser.newPage({ viewport: { width: 930, height: 400 } });
      const images = pictures.map(
        (png) => `<img alt="" src="data:image/png;base64,${png.toString("base64")}">`,
      );
      await page.setContent(`<div id="all" style="${SIDE_BY_SIDE}">${images.join("")}</div>`);
      const png = await page.locator("#all").screenshot();
      await page.close();
      return png;
    },
    close: () => browser.close(),
  };
}
