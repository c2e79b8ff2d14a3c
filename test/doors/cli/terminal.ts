// Runs the command line: in this process, which is quick, or as one of its own, as a shell would.

import { spawn } from "node:child_process";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import type { Terminal } from "../../../src/doors/cli/io.ts";
import { runCli, shellLocale } from "../../../src/doors/cli/run-cli.ts";
import { messages } from "../../../src/presenters/messages/messages.ts";

export type Ran = Readonly<{ code: number | null; out: string; err: string }>;

type Given = Partial<Pick<Terminal, "variables" | "width" | "paint">> &
  Readonly<{ stdin?: readonly string[] }>;

/** Without colours and without an end of a line. */
export const pipe: Pick<Terminal, "paint" | "width" | "isTyped" | "onInterrupt"> = {
  isTyped: false,
  onInterrupt: () => {},
  paint: (_style, text) => text,
  width: Number.POSITIVE_INFINITY,
};

async function* each(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}

/** As in a pipe, where nothing else is said. */
export async function runHere(
  args: readonly string[],
  { stdin = [], variables = {}, ...terminal }: Given = {},
): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCli(args, {
    out: (line) => void out.push(line),
    err: (line) => void err.push(line),
    lines: () => each(stdin),
    ...{ ...pipe, ...terminal, variables },
    texts: messages(shellLocale(variables)),
  });
  return { code, out: out.join("\n"), err: err.join("\n") };
}

/** As `runProcess`, in this process: `variables` are its whole environment while it runs, and nothing runs beside it. */
export async function runAlone(
  args: readonly string[],
  variables: Record<string, string>,
  stdin: readonly string[] = [],
  terminal: Partial<typeof pipe> = {},
): Promise<Ran> {
  const { env } = process;
  // Credentials of the SDK read it, whatever we hand to our own code.
  process.env = variables;
  try {
    return await runHere(args, { ...terminal, variables, stdin });
  } finally {
    process.env = env;
  }
}

/** `variables` are the whole environment besides PATH and HOME. */
export async function runProcess(
  args: readonly string[],
  variables: Record<string, string> = {},
  stdin = "",
  cwd = process.cwd(),
): Promise<Ran> {
  const { PATH = "", HOME = "" } = process.env;
  const cli = join(process.cwd(), "src/cli.ts");
  const child = spawn(process.execPath, [cli, ...args], { cwd, env: { PATH, HOME, ...variables } });
  child.stdin.end(stdin);
  const code = new Promise<number | null>((resolve) => child.once("close", resolve));
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await code, out, err };
}

/**
 * In a real terminal, which nobody closes: `script` of util-linux makes one. Each line is typed once the text before it stands
 * there; "^C" is the key.
 */
export async function runInTerminal(
  args: readonly string[],
  variables: Record<string, string>,
  typed: readonly (readonly [after: string, line: string])[],
  cwd: string,
): Promise<Readonly<{ code: number | null; out: string }>> {
  const { PATH = "", HOME = "" } = process.env;
  const line = [process.execPath, join(process.cwd(), "src/cli.ts"), ...args].join(" ");
  const child = spawn("script", ["--quiet", "--return", "--command", line, "/dev/null"], {
    ...{ cwd, env: { PATH, HOME, TERM: "dumb", ...variables } },
  });
  const left = [...typed];
  let out = "";
  let read = 0;
  child.stdout.on("data", (chunk: Buffer) => {
    out += chunk.toString().replaceAll("\r", "");
    for (const [after, next] of [...left]) {
      const at = out.indexOf(after, read);
      if (at === -1) return;
      read = at + after.length;
      left.shift();
      child.stdin.write(next === "^C" ? "\x03" : `${next}\n`);
    }
  });
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { code, out };
}
