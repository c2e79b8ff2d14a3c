// What stands on the terminal: the cause first, and nothing of Azure's that a terminal would obey.

import { accessLines, diagnosisLines } from "../../../src/doors/cli/format.ts";
import { clean, renderText } from "../../../src/doors/cli/print.ts";
import type { SaidDiagnosis } from "../../../src/presenters/diagnosis/localize-diagnosis.ts";
import { messages } from "../../../src/presenters/messages/messages.ts";
import { linkMissing } from "../../core/diagnosis/faults.ts";
import { diagnose, inWords } from "../../diagnosed.ts";
import { brokenDiagnosis, letInDiagnosis, partLetInDiagnosis } from "../../fixtures/diagnoses.ts";
import { healthy, readOnly } from "../../fixtures/healthy-snapshot.ts";
import { setData } from "../../fixtures/snapshot-changes.ts";
import { clusterDenied, hubDenied, stop } from "../../fixtures/snapshot-variants.ts";
import { pipe } from "./terminal.ts";

const texts = messages("en");
const textOf = (snapshot: typeof healthy): string =>
  renderText(diagnosisLines(diagnose(snapshot), texts), pipe);
const titlesOf = (text: string): readonly string[] => text.match(/^[A-Z][\w ]+$/gm) ?? [];

describe("a diagnosis", () => {
  test("one fault: cause, fix, what follows from it, ways in", () => {
    const snapshot = linkMissing;
    const { rootCause, summary } = diagnose(snapshot);
    const text = textOf(snapshot);
    expect(text.split("\n").slice(0, 2)).toEqual([
      "▲ Engineers behind vnet-hub cannot reach the API server of prod-1; nodes reach it",
      `prod-1: broken. ${summary}`,
    ]);
    expect(titlesOf(text).slice(0, 3)).toEqual(["The path", "Cause", "Fix"]);
    for (const command of rootCause?.fix?.commands ?? ["missing"])
      expect(text).toContain(`\n    ${command}\n`);
  });

  test("a stopped cluster is called stopped", () => {
    expect(textOf(stop(healthy))).toMatch(/^prod-1: stopped\. prod-1 is stopped/);
  });

  test("a fix says what it does and who may do it, before the lines", () => {
    const lines = textOf(linkMissing).split("\n");
    const fix = lines.slice(lines.indexOf("Fix") + 1);
    expect(fix[0]).toMatch(/^ {2}Links the private DNS zone to vnet-hub\. Adds one link/);
    expect(fix[1]).toMatch(/^ {2}Who may: Private DNS Zone Contributor on /);
    expect(fix[2]).toMatch(/^ {4}az network private-dns link vnet create /);
  });

  test("nothing wrong: the ways in, best first", () => {
    const text = textOf(healthy);
    expect(text).toMatch(/^prod-1: reachable\. /);
    expect(titlesOf(text)).toEqual(["The path", "Access paths", "Test from where you are"]);
    const numbered = [...text.matchAll(/^(\d)\. \S+ +(P\d\d)/gm)].map(([, rank, id]) => `${rank} ${id}`);
    expect(numbered.slice(0, 2)).toEqual(["1 P13", "2 P07"]);
  });

  test("what could not be read is named with the right that would settle it", () => {
    const text = textOf(hubDenied(healthy));
    expect(text).toMatch(/^prod-1: unknown\. /);
    expect(titlesOf(text)).toContain("Could not be assessed");
    expect(text).toContain("Microsoft.Network/virtualNetworks/read");
  });
});

describe("the way drawn", () => {
  const drawn = (diagnosis: SaidDiagnosis): readonly string[] => {
    const lines = renderText(diagnosisLines(diagnosis, texts, {}, 80), pipe).split("\n");
    return lines.slice(lines.indexOf("The path") + 1, lines.indexOf("The path") + 6);
  };

  test("a line for each thing, aligned, with why it ends", () => {
    expect(drawn(diagnose(linkMissing))).toEqual([
      "  ✔ From        jump-1",
      "  ✖ Name        zone not linked to vnet-hub",
      "  ✔ Rules       nsg-jump",
      "  ✔ Peering     vnet-hub ↔ vnet-aks",
      "  ✔ API server  10.10.0.4",
    ]);
  });

  test("no name makes a line longer than a terminal is wide", () => {
    const long = JSON.parse(
      JSON.stringify(diagnose(linkMissing)).replaceAll("vnet-hub", "vnet-hub".repeat(20)),
    );
    const lines = drawn(long);
    expect(Math.max(...lines.map((line) => line.length))).toBe(80);
    expect(lines[1]).toMatch(/^ {2}✖ Name {8}zone not linked to vnet-hub.*…$/);
  });
});

describe("ways in", () => {
  const access = (snapshot: typeof healthy) =>
    renderText(accessLines(diagnose(snapshot), texts), pipe).split("\n")[0];

  test.each([
    ["some", healthy, expect.stringMatching(/^prod-1: \d access paths, best first\.$/)],
    ["none", setData("permissions", readOnly)(healthy), "prod-1: no access path."],
    ["none, of a stopped cluster", stop(healthy), "prod-1: no access path, since prod-1 is stopped."],
    ["not known", clusterDenied(healthy), expect.stringContaining("managedClusters/read")],
  ])("%s", (_name, snapshot, head) => {
    expect(access(snapshot)).toEqual(head);
  });
});

test.each([
  [letInDiagnosis, "edge-1: 20.40.0.9 is let in. It is in the authorized IP range 20.40.0.0/24."],
  [
    partLetInDiagnosis,
    "edge-1: 20.40.0.0/23 is let in in part. Of it, only 20.40.0.0/24 is in the authorized IP ranges.",
  ],
])("what is asked of an address comes before the ways in", (diagnosis, head) => {
  const [first, second] = renderText(accessLines(inWords(diagnosis), texts), pipe).split("\n");
  expect([first, second]).toEqual([head, expect.stringMatching(/^edge-1: \d access paths/)]);
});

test("a control character that came from Azure does not reach the terminal", () => {
  const evil = { ...inWords(brokenDiagnosis), summary: "gone\u001b[2J\u0007\u009b31m\nall" };
  const text = renderText(diagnosisLines(evil, texts), pipe);
  expect(text).not.toMatch(/(?!\n)\p{Cc}/u);
  expect(text.split("\n")[1]).toContain("gone [2J 31m all");
});

test("nor one that turns the direction of a line", () => {
  expect(clean("\u202ebas\u2066 x")).toBe(" bas  x");
  expect(clean("a\u200bb\u2028c\u061cd\u{e0041}e")).toBe("a b c d e");
});

test("colours are put on by whoever knows the terminal", () => {
  const marked = renderText(diagnosisLines(diagnose(healthy), texts), {
    ...pipe,
    paint: (style, text) => `<${style}>${text}</${style}>`,
  });
  expect(marked).toMatch(/^<bold>prod-1<\/bold>: <green>reachable<\/green>\. /);
});
