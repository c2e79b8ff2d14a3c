// What is missing of an output, and who left it out.
import type { CommandResult } from "../../../src/core/command/grammar/command-request.ts";
import { cutsOf } from "../../../src/core/command/output-filter.ts";
import { parseKubectl } from "../../../src/core/command/parse-command.ts";

const lines = (count: number) => `${"line\n".repeat(count)}`;

const who = (command: string, result: Partial<CommandResult>) => {
  const parsed = parseKubectl(command);
  if (!parsed.ok) throw new Error(`${command} is refused`);
  const whole = { exitCode: 0, output: lines(5), truncated: false, masked: 0, operationId: "op1" };
  return cutsOf(parsed.request, { ...whole, ...result }).map(({ by }) => by);
};

test.each<[string, string, Partial<CommandResult>, string[]]>([
  ["whole", "kubectl get pods", {}, []],
  ["at AKS's limit", "kubectl get pods", { truncated: true }, ["aks"]],
  ["by the bot, before it looked for secrets", "kubectl get pods", { truncated: true, leftOut: 12 }, ["bot"]],
  ["a log that ends before the bot's own --tail=1000", "kubectl logs api-0", { output: lines(999) }, []],
  ["a log that may go on behind it", "kubectl logs api-0", { output: lines(1_000) }, ["tail"]],
  ["a log behind a --tail that was typed", "kubectl logs api-0 --tail=5", {}, ["tail"]],
  ["a log that is shorter than that", "kubectl logs api-0 --tail=6", {}, []],
  ["what a filter left of one", "kubectl logs api-0 | grep line", {}, ["tail"]],
  ["a log since a time", "kubectl logs api-0 --since=1h", {}, []],
  ["logs of pods that labels select", "kubectl logs -l app=api", {}, ["selector"]],
  ["the same with a number", "kubectl logs -l app=api --tail=50", {}, []],
  ["the same, and AKS cut it besides", "kubectl logs -l app=api", { truncated: true }, ["aks", "selector"]],
  ["none that was printed", "kubectl logs -l app=api", { output: "" }, []],
])("%s: %s", (_what, command, result, expected) => {
  expect(who(command, result)).toEqual(expected);
});
