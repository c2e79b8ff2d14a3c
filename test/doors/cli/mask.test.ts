// `mask`: standard input as an output of the command would be kept and shown.

import { maskVerb } from "../../../src/doors/cli/mask.ts";
import { exitCodes } from "../../../src/doors/cli/stop.ts";
import { messages } from "../../../src/presenters/messages/messages.ts";
import { defaultTextWork } from "../../../src/text-worker/text-work.ts";
import { maskDocument } from "./documents.ts";
import { pipe, runHere } from "./terminal.ts";

const pod = ["spec:", "  containers:", "  - env:", "    - name: LEGACY", "      value: Tr0ub4dor-3"];

test.each<[string, readonly string[], readonly string[], string]>([
  ["a log, without a command", [], ["a", "DB_PASSWORD1=hunter2 next"], "a\nDB_PASSWORD1=[masked] next"],
  [
    "an object",
    ["--", "kubectl", "get", "pods", "-o", "yaml"],
    pod,
    [...pod.slice(0, -1), "      value: [masked]"].join("\n"),
  ],
  [
    "values whose names only the command says",
    ["--", "kubectl", "get", "pods", "-o", "jsonpath={.items[*].spec.containers[*].env[*].value}"],
    ["info falcon7"],
    "info [masked]",
  ],
  ["what a filter leaves", ["--", "kubectl logs api-0 | grep pass"], ["pass=12a", "other"], "pass=[masked]"],
])("of %s, what is secret is masked", async (_, args, stdin, expected) => {
  expect(await runHere(["mask", ...args], { stdin })).toEqual({
    code: exitCodes.good,
    out: expected,
    err: "",
  });
});

test("as JSON, with what gave the values away", async () => {
  const { code, out } = await runHere(["mask", "-o", "json", "--", "kubectl", "logs", "api-0"], {
    stdin: ["password=hunter2"],
  });
  expect(maskDocument.parse(JSON.parse(out))).toEqual({
    ...{ schema: "aks-oncall/mask/v1", command: "kubectl logs api-0", text: "password=[masked]" },
    ...{ masked: 1, kinds: { named: 1 }, leftOut: 0 },
  });
  expect(code).toBe(exitCodes.good);
});

test("says how much is beyond what is looked through", async () => {
  const stdin = ["x".repeat(600 * 1024)];
  const { err } = await runHere(["mask", "--", "kubectl", "logs", "api-0"], { stdin });
  expect(err).toMatch(/left out .*characters/);
  const { out } = await runHere(["mask", "-o", "json"], { stdin });
  expect(maskDocument.parse(JSON.parse(out)).leftOut).toBeGreaterThan(80_000);
});

test.each<[string, readonly string[], number]>([
  ["a command that is not read", ["--", "kubectl", "edit", "deploy/api"], exitCodes.denied],
  ["a secret in the command", ["--", "kubectl logs api-0 | grep token=hunter2x"], exitCodes.denied],
  ["no command after --", ["--"], exitCodes.denied],
  ["words before --", ["kubectl", "logs"], exitCodes.wrongUse],
])("%s ends it with a sentence, and prints nothing of the input", async (_, args, code) => {
  const ran = await runHere(["mask", ...args], { stdin: ["password=hunter2"] });
  expect(ran).toEqual({ code, out: "", err: expect.stringMatching(/^[^\n]+\.?(\nUsage: [^\n]+)?$/) });
});

test("what cannot be looked through in time is not printed", async () => {
  const thread = new URL(
    `data:text/javascript,${encodeURIComponent('import { parentPort } from "node:worker_threads"; parentPort.on("message", () => {});')}`,
  );
  const printed: string[] = [];
  async function* lines() {
    yield `password=hunter2 ${"x ".repeat(20_000)}`;
  }
  const io = {
    ...{ out: (text: string) => void printed.push(text), err: (text: string) => void printed.push(text) },
    ...{ ...pipe, lines, variables: {}, texts: messages("en"), output: "table" as const, usage: "" },
  };
  expect(await maskVerb([], io, { ...defaultTextWork, deadlineMs: 1, thread })).toBe(exitCodes.failure);
  expect(printed).toEqual(["Looking through it for secrets took too long, so nothing of it is printed."]);
});
