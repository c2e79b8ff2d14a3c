#!/usr/bin/env node
// The command line: hands the terminal to the verb that was asked for.
import { writeSync } from "node:fs";
import { createInterface } from "node:readline";
import { styleText } from "node:util";
import { runCli, shellLocale } from "./doors/cli/run-cli.ts";
import { messages } from "./presenters/messages/messages.ts";

// `aks-oncall audit export | head`: whoever reads has enough, and that is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

/** Closed with whoever reads them: an open terminal would keep the process waiting. */
async function* lines(): AsyncGenerator<string> {
  const opened = createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY });
  try {
    yield* opened;
  } finally {
    opened.close();
  }
}

process.exitCode = await runCli(process.argv.slice(2), {
  out: (text) => void process.stdout.write(`${text}\n`),
  err: (text) => void process.stderr.write(`${text}\n`),
  lines,
  onInterrupt: (sentence) => {
    process.removeAllListeners("SIGINT").once("SIGINT", () => {
      // As a shell counts it: 128 and the number of the signal. Every request may be cut off anywhere.
      writeSync(2, `\n${sentence()}\n`);
      process.exit(130);
    });
  },
  isTyped: process.stdin.isTTY === true,
  // No colours in a pipe, nor where NO_COLOR is set (https://no-color.org).
  paint: (style, text) => styleText(style, text, { stream: process.stdout }),
  width: process.stdout.columns ?? Number.POSITIVE_INFINITY,
  variables: process.env,
  texts: messages(shellLocale(process.env)),
});
