// What `diagnose` and `access` find is said in the language of the shell (azure.test.ts); all else on the command line is
// English, as is every document.
import { shellLocale } from "../../../src/doors/cli/run-cli.ts";
import { speakPseudo, unmarked } from "../../presenters/messages/pseudo.ts";
import { runHere } from "./terminal.ts";

const variables = { LANG: `${speakPseudo().replace("-", "_")}.UTF-8` };
const example = "policies/example.yaml";
const oncall = "5e0d3c9a-71b4-4d28-8f6e-c3a9b2e41d70";
const asks = ["--policy", example, "--group", oncall, "--cluster", "prod-1"];

test.each<readonly [Record<string, string>, string]>([
  [{ LANG: "de_DE.UTF-8" }, "de_DE.UTF-8"],
  [{ LANG: "de_DE.UTF-8", LC_MESSAGES: "zh_CN.UTF-8" }, "zh_CN.UTF-8"],
  [{ LANG: "de_DE.UTF-8", LC_MESSAGES: "zh_CN.UTF-8", LC_ALL: "C" }, "C"],
  [{ LANG: "de_DE.UTF-8", LC_MESSAGES: "", LC_ALL: "" }, "de_DE.UTF-8"],
  [{ LC_TIME: "de_DE.UTF-8" }, ""],
  [{}, ""],
])("%j is the language %j", (set, locale) => {
  expect(shellLocale(set)).toBe(locale);
});

describe("in English, whatever the shell speaks", () => {
  test.each<readonly [string, readonly string[], string]>([
    ["help", ["--help"], "Usage: aks-oncall VERB …"],
    ["help on a verb", ["audit", "verify", "--help"], "a key that rows were sealed with"],
    ["an answer", ["policy", "check", example], `${example} is valid: `],
    [
      "a decision",
      ["policy", "can", ...asks, "--", "kubectl", "get", "pods"],
      "Allowed by the rule oncall-reads",
    ],
    ["a denial", ["policy", "can", ...asks, "--", "kubectl", "get", "secrets"], "Denied by the rule"],
    ["a policy", ["policy", "check", "package.json"], "is not valid and would not take effect"],
    ["why there is no answer, as a document", ["diagnose", "-o", "json"], '"reason": "CLUSTER is missing."'],
    [
      "a refusal, as a document",
      ["policy", "can", ...asks, "-o", "json", "--", "kubectl", "edit"],
      '"reason": "`kubectl edit` opens',
    ],
    [
      "a denial, as a document",
      ["policy", "can", ...asks, "-o", "json", "--", "kubectl", "get", "secrets"],
      '"reason": "The rule',
    ],
    ["what the guard says", ["explain", "--", "kubectl", "edit"], '"reason":"`kubectl edit` opens'],
    ["a policy, as a document", ["policy", "check", "package.json", "-o", "json"], '"message": "'],
  ])("%s", async (_name, args, text) => {
    const { out } = await runHere(args, { variables });
    expect(out).toContain(text);
    expect(unmarked(out)).toBe(out);
  });

  test.each<readonly [string, readonly string[], string]>([
    ["no verb", ["diagnos"], '"diagnos" is not a verb: did you mean "diagnose"?'],
    ["a flag that is not known", ["access", "p", "--fro", "x"], "The flag --fro is not known"],
    ["no cluster", ["diagnose"], "CLUSTER is missing."],
    ["no cluster, beside the document", ["diagnose", "-o", "json"], "CLUSTER is missing."],
    ["a name that is none", ["diagnose", "prod 1"], '"prod 1" cannot be the name of a cluster'],
    [
      "a command that is refused",
      ["policy", "can", ...asks, "--", "kubectl", "edit"],
      "`kubectl edit` opens",
    ],
  ])("a sentence about %s", async (_name, args, text) => {
    const { err } = await runHere(args, { variables });
    expect(err).toContain(text);
    expect(unmarked(err)).toBe(err);
  });
});
