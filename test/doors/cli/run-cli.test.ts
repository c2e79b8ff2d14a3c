// What is typed finds its verb, or the nearest; help says everything, with exit code 0.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import packageJson from "../../../package.json" with { type: "json" };
import { exitCodes } from "../../../src/doors/cli/stop.ts";
import { cliVerbs } from "../../../src/doors/cli/verbs.ts";
import { failureDocument } from "./documents.ts";
import { runHere, runProcess } from "./terminal.ts";

describe("wrong use: exit code 2, and a sentence on standard error", () => {
  test.each([
    ["no verb", [], "Usage: aks-oncall VERB"],
    ["a verb mistyped", ["diagnos", "prod-1"], 'did you mean "diagnose"?'],
    ["a verb of two words, the first mistyped", ["polcy", "check"], 'did you mean "policy check"?'],
    ["a verb of two words, the second mistyped", ["policy", "chekc", "f"], 'did you mean "policy check"?'],
    [
      "half of a verb",
      ["audit"],
      '"audit" is not a verb: write one of: audit verify, audit timeline, audit export.',
    ],
    ["nothing close", ["xyzzy"], "write one of: diagnose, access, clusters, doctor, install"],
    ["help on what is no verb", ["help", "acess"], 'did you mean "access"?'],
    [
      "a flag mistyped",
      ["diagnose", "prod-1", "--symtom=x"],
      "The flag --symtom is not known: did you mean --symptom?",
    ],
    [
      "a flag of another verb",
      ["access", "prod-1", "--symptom", "x"],
      "these are: --from, --for, --output, --no-color.",
    ],
    ["a flag without its value", ["diagnose", "prod-1", "--where"], "--where needs a value"],
    ["a value for a switch", ["diagnose", "prod-1", "--no-inside=yes"], "--no-inside takes no value."],
    [
      "a flag in place of a value",
      ["diagnose", "p", "--symptom", "--where", "vnet-hub"],
      "--symptom needs a value",
    ],
    ["a flag twice", ["access", "p", "--from", "a1", "--from", "b1"], "--from is given twice."],
    ["no cluster", ["diagnose"], "CLUSTER is missing."],
    ["an output that is none", ["diagnose", "p", "-o", "xml"], '-o takes table, json or yaml, not "xml".'],
    [
      "a table of objects",
      ["explain", "-o", "table", "--", "kubectl"],
      '-o takes json or yaml, not "table".',
    ],
    ["an output without its value", ["diagnose", "p", "-o"], "-o needs a value"],
    ["an output twice", ["diagnose", "p", "-o", "table", "--output=json"], "is given twice"],
    ["an output of a text", ["completion", "bash", "-o", "table"], "it takes no -o"],
    ["a shell mistyped", ["completion", "bsh"], "did you mean bash?"],
    ["two clusters", ["access", "prod-1", "prod-2"], '"prod-2" is too much here'],
    ["a command where none is taken", ["diagnose", "prod-1", "--", "kubectl"], '"--" is too much here'],
    ["no name of a cluster", ["diagnose", "prod 1"], '"prod 1" cannot be the name of a cluster'],
    ["a range as address", ["diagnose", "p", "--client-ip", "10.0.0.0/8"], "is a range"],
    ["a network as address", ["diagnose", "p", "--client-ip", "vnet-hub"], "write --where vnet-hub"],
    ["an address as network", ["diagnose", "p", "--where", "20.50.0.9"], "write --client-ip 20.50.0.9"],
    ["an empty symptom", ["diagnose", "p", "--symptom", ""], "--symptom needs"],
    ["a symptom from an empty input", ["diagnose", "p", "--symptom", "-"], "--symptom needs"],
    ["no fact of a cluster", ["diagnose", "p", "--fact", "egres"], "write one of version, upgrades"],
    ["a place that is none", ["access", "p", "--from", "::1"], "is an IPv6 address"],
    ["a place and an address asked of", ["access", "p", "--from", "a1", "--for", "20.50.0.9"], "not both"],
    ["a name asked of", ["access", "p", "--for", "vnet-hub"], "neither an IPv4 address nor a range"],
    ["no policy file", ["policy", "check"], "FILE is missing."],
    ["an argument too many", ["audit", "verify", "x"], '"x" is too much here'],
  ])("%s", async (_name, args, sentence) => {
    const ran = await runHere(args);
    expect({ code: ran.code, out: ran.out }).toEqual({ code: exitCodes.wrongUse, out: "" });
    expect(ran.err).toContain(sentence);
  });

  test("a setting that is not valid", async () => {
    const ran = await runHere(["diagnose", "p"], { variables: { ARM_ENDPOINT: "http://arm" } });
    expect(ran).toMatchObject({ code: exitCodes.wrongUse, err: expect.stringContaining("ARM_ENDPOINT") });
  });

  test.each([
    ["-o json", ["-o", "json"]],
    ["-o=json", ["-o=json"]],
    ["-ojson", ["-ojson"]],
    ["--output=json", ["--output=json"]],
  ])("with %s the sentence is a document, too, wherever it stands", async (_name, flags) => {
    const reason = "CLUSTER is missing.";
    for (const args of [
      ["diagnose", ...flags],
      [...flags, "diagnose"],
    ]) {
      const { out } = await runHere(args);
      expect(failureDocument.parse(JSON.parse(out))).toMatchObject({ code: "wrongUse", reason });
    }
  });

  test("with -o yaml it is that document in YAML", async () => {
    const { out } = await runHere(["diagnose", "-o", "yaml"]);
    expect(failureDocument.parse(parse(out))).toMatchObject({ code: "wrongUse" });
  });

  test("the usage stands behind the sentence: of the verb, or of the one that is meant", async () => {
    const usage = "Usage: aks-oncall access CLUSTER [--from IP|VNET|--for IP|RANGE]";
    expect((await runHere(["access"])).err.split("\n")).toEqual(["CLUSTER is missing.", usage]);
    expect((await runHere(["acess", "p"])).err.split("\n")[1]).toBe(usage);
    expect((await runHere(["diagnose", "p"], { variables: { ARM_ENDPOINT: "http://arm" } })).err).not.toMatch(
      /Usage/,
    );
  });
});

describe("help", () => {
  test.each([[["--help"]], [["-h"]], [["help"]], [["policy", "--help"]]])(
    "%p names every verb",
    async (args) => {
      const { code, out } = await runHere(args);
      expect(code).toBe(exitCodes.good);
      for (const { name } of cliVerbs) expect(out).toContain(name);
      for (const exitCode of Object.values(exitCodes))
        expect(out).toMatch(new RegExp(`^ {2}${exitCode} `, "m"));
    },
  );

  test.each(cliVerbs.map((verb) => [verb.name, verb] as const))(
    "%s tells its usage and examples",
    async (name, verb) => {
      const asked = await runHere([...name.split(" "), "--help"]);
      expect(asked.code).toBe(exitCodes.good);
      const flags = verb.flags.map(([flag]) => flag);
      for (const part of [verb.usage, "--no-color", ...flags, ...verb.examples])
        expect(asked.out).toContain(part);
      expect(await runHere(["help", ...name.split(" ")])).toEqual(asked);
    },
  );

  test("no line of it is longer than the terminal is wide, but for a usage or an example", async () => {
    for (const args of [["--help"], ["policy", "can", "--help"]]) {
      const lines = (await runHere(args, { width: 80 })).out.split("\n");
      expect(lines.filter((line) => line.length > 80 && !/^ {2}.*aks-oncall /.test(line))).toEqual([]);
    }
  });

  test("a flag after -- belongs to the command", async () => {
    expect((await runHere(["explain", "--", "kubectl", "get", "pods", "--help"])).out).toContain(
      '"ok":false',
    );
  });

  test("the version is the package's, with the commit of the checkout", async () => {
    const commit = execFileSync("git", ["rev-parse", "HEAD"], { encoding: "utf8" }).slice(0, 12);
    const out = `${packageJson.version} (${commit})`;
    expect(await runHere(["--version"])).toEqual({ code: exitCodes.good, out, err: "" });
  });
});

describe("docs/cli.md", () => {
  const page = readFileSync("docs/cli.md", "utf8");

  test.each(cliVerbs.map(({ name }) => [name]))("tells of %s", (name) => {
    expect(page).toMatch(new RegExp(`^\\| \`${name}|· \`${name}`, "m"));
  });

  test.each(Object.entries(exitCodes))("tells of the exit code for %s", (_name, code) => {
    expect(page).toMatch(new RegExp(`^\\| ${code} \\|`, "m"));
  });

  test("leads to every document", () => {
    const json = readFileSync("docs/cli-json.md", "utf8");
    const named = (text: string) => [...new Set(text.match(/aks-oncall\/[a-z-]+\/v\d/g))].toSorted();
    expect(named(json)).toEqual(named(readFileSync("test/doors/cli/documents.ts", "utf8")));
  });
});

describe("as a process", () => {
  test("reads its input, ends with the exit code, and writes no colours into a pipe", async () => {
    const ran = await runProcess(
      ["explain", "--stdin"],
      {},
      "kubectl get pods\r\nkubectl get secrets -o yaml\n",
    );
    expect(ran.code).toBe(exitCodes.denied);
    expect(ran.out.trim().split("\n")).toHaveLength(2);
    const checked = await runProcess(["policy", "check", "policies/example.yaml"]);
    expect(checked).toMatchObject({ code: exitCodes.good, err: "" });
    expect(checked.out).not.toMatch(/(?!\n)\p{Cc}/u);
  });
});
