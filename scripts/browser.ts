// Headless Chromium for pictures and browser tests: Debian's, or the one that CHROMIUM names.
import { type Browser, chromium } from "playwright-core";

/** Without the background flags Chromium asks the internet for things, which a closed network refuses one by one. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
    ],
  });
