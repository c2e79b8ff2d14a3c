// `npm run demo` as a newcomer starts it, on free ports, and a browser on its page.
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import type { Browser, Locator, Page } from "playwright-core";
import { fillFolder } from "../store/new-folder.ts";

export type Ports = Readonly<{ bot: number; simulator: number; playground: number }>;
export type Demo = Readonly<{
  ports: Ports;
  output: () => string;
  child: ChildProcess;
  stop(): Promise<number | null>;
}>;

/**
 * Resolves once the demo says that it is ready; rejects with what it printed when it ends before. It keeps its rows in a
 * folder of its own, or in `DATA_DIR`: what somebody said to an earlier demo of this checkout is not remembered here.
 */
export async function startDemo(ports: Ports, ...options: string[]): Promise<Demo> {
  const { DATA_DIR: given } = process.env;
  const data = given ?? (await mkdtemp(path.join(tmpdir(), "aks-oncall-demo-")));
  if (given === undefined) fillFolder(data);
  const child = spawn(
    "npm",
    [
      ...["run", "demo", "--", "--bot-port", `${ports.bot}`, "--simulator-port", `${ports.simulator}`],
      ...["--playground-port", `${ports.playground}`, ...options],
    ],
    { stdio: ["ignore", "pipe", "pipe"], detached: true, env: { ...process.env, DATA_DIR: data } },
  );
  let output = "";
  child.stdout.on("data", (chunk) => {
    output += chunk;
  });
  child.stderr.on("data", (chunk) => {
    output += chunk;
  });
  const exited = new Promise<number | null>((resolve) => child.once("exit", (code) => resolve(code)));
  const deadline = Date.now() + 300_000;
  while (!output.includes("Ready.")) {
    if (child.exitCode !== null || Date.now() > deadline)
      throw new Error(`The demo did not start:\n${output}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return {
    ports,
    child,
    output: () => output,
    stop: async () => {
      // Ctrl-C in a terminal reaches the whole process group.
      if (child.exitCode === null && child.signalCode === null && child.pid !== undefined) {
        process.kill(-child.pid, "SIGINT");
      }
      const code = await exited;
      if (given === undefined) await rm(data, { recursive: true, force: true });
      return code;
    },
  };
}

/** `npm run alert` against this demo; rejects with what it printed when it fails. */
export async function fireAlert({ bot, simulator }: Ports, ...options: string[]): Promise<void> {
  const ports = ["--bot-port", `${bot}`, "--simulator-port", `${simulator}`];
  await promisify(execFile)("npm", ["run", "alert", "--", ...ports, ...options]);
}

/** `prepare`: what has to be there before the page asks for anything. */
export async function openPlayground(
  browser: Browser,
  ports: Ports,
  prepare: (page: Page) => Promise<void> = async () => undefined,
): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 1000 } });
  await prepare(page);
  await page.goto(`http://localhost:${ports.playground}`);
  await editor(page).waitFor();
  return page;
}

const editor = (page: Page): Locator => page.locator("[contenteditable=true], textarea").first();

export async function type(page: Page, text: string, box = editor(page)): Promise<void> {
  await box.click();
  await page.keyboard.type(text);
  await sendTyped(page, box);
}

/** On a busy machine the client shows its editor before it can send: what is still in it then was not sent. */
async function sendTyped(page: Page, box: Locator): Promise<void> {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    await page.keyboard.press("Enter");
    for (let look = 0; look < 10; look += 1) {
      await page.waitForTimeout(50);
      const left = await box.evaluate((editor) => ("value" in editor ? editor.value : editor.textContent));
      if (String(left ?? "").trim() === "") return;
    }
  }
  throw new Error("The Playground sends nothing.");
}

/** A new post in a channel; without a mention the bot would get nothing. */
export async function typeWithMention(page: Page, text: string, box = editor(page)): Promise<void> {
  await box.click();
  await page.keyboard.type("@");
  await page.locator("#typeahead-menu [role=menuitem]").first().click();
  await page.keyboard.type(` ${text}`);
  await page.keyboard.press("Enter");
}
