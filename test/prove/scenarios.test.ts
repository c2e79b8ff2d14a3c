// Scenarios, asked in chat and on the command line by the same person: one answer, and the right one. All of them with
// PROVE=1.
import type { z } from "zod";
import { people, tenantId } from "../../simulator/people.ts";
import { loadScenario } from "../../simulator/scenario/load.ts";
import type { Impact } from "../../src/core/diagnosis/impact.ts";
import { messages } from "../../src/presenters/messages/messages.ts";
import { objectionsTo } from "../doors/cli/diagnosis-schema.ts";
import { diagnosisDocument } from "../doors/cli/documents.ts";
import { runAlone } from "../doors/cli/terminal.ts";
import { type Harness, startHarness, wordsOf } from "../flow/harness.ts";
import { questionOf, type ScenarioRow, scenarioNames, scenarioRows } from "../scenarios.ts";
import { insideRows } from "../scenarios-inside.ts";
import { scenarioFile } from "../simulator/support.ts";
import { sampleBy } from "./sample.ts";

let chain: Harness;
beforeAll(async () => {
  chain = await startHarness();
});
afterAll(() => chain?.close());

test("every scenario in which the bot can ask has a row", async () => {
  const named = new Set([...scenarioRows, ...insideRows].map(({ name }) => name));
  const others = scenarioNames().filter((name) => !named.has(name));
  const scenarios = await Promise.all(others.map((name) => loadScenario(scenarioFile(name))));
  expect(scenarios.filter(({ registration }) => registration.application !== null)).toEqual([]);
});

async function onCommandLine({
  cluster,
  id = cluster,
  from,
  symptom,
}: ScenarioRow): Promise<z.infer<typeof diagnosisDocument>> {
  const place = from === undefined ? [] : ["--client-ip", from];
  const text = symptom === undefined ? [] : ["--symptom", symptom];
  const { out } = await runAlone(["diagnose", id, "--no-inside", ...place, ...text, "-o", "json"], {
    ...chain.azure.environment,
    AZURE_CLIENT_ID: people.alex.oid,
    AZURE_CLIENT_SECRET: "any",
    AZURE_TENANT_ID: tenantId,
  });
  expect(objectionsTo(JSON.parse(out))).toEqual([]);
  return diagnosisDocument.parse(JSON.parse(out));
}

/** What a card says of the cause: "Certain · dns.link-client · resource". */
const causeOn = (words: string): string | null =>
  /^(?:Certain|Likely) · ([a-z]+(?:\.[a-z0-9-]+)+)/m.exec(words)?.[1] ?? null;

const cases = scenarioRows.map((row) => [`${row.name}: ${questionOf(row)}`, row] as const);
/** What each of them is said to be, `every-right` asks of all. */
const some = sampleBy(cases, ([title]) => title, "scenarios", 8);

test.each(some)("%s", async (_title, row) => {
  await chain.azure.loadScenario(scenarioFile(row.name));
  // The row before may have said where they are.
  await chain.ask(people.alex, "forget my place", /Where you are is forgotten/);
  const title = new RegExp(`^[✔✖▲■?] .*${row.cluster}.*$`, "m");
  const shown = await chain.ask(people.alex, questionOf(row), title);
  // As a client of Teams shows it: a name with underscores is no emphasis.
  const words = wordsOf(shown.activity).replaceAll("\\_", "_");
  const document = await onCommandLine(row);

  expect([document.verdict, document.rootCause?.check ?? null]).toEqual([row.verdict, row.cause]);
  const texts = messages();
  const word = row.verdict === "healthy" ? "reachable" : row.verdict;
  const hurt = document.impact as Impact | null;
  const said =
    hurt === null
      ? texts.diagnosis.title({ verdict: texts.verdict[word], cluster: row.cluster })
      : texts.sayImpact(hurt, { cluster: row.cluster, person: null });
  expect([title.exec(words)?.[0], causeOn(words)]).toEqual([said, row.cause]);
  expect(words).toContain(document.summary);
  // Asked a moment apart, a window of access ends a moment later.
  const timeless = (text: string): string => text.replaceAll(/T\d\d:\d\d:00Z/g, "");
  for (const line of document.rootCause?.fix?.commands ?? [])
    expect(timeless(words)).toContain(timeless(line));
  const inOrder = words.includes(messages().diagnosis.lessEvidence.counts) ? ["pass", "notConfigured"] : [];
  for (const { id, status } of document.checks.filter((check) => !inOrder.includes(check.status)))
    expect([id, new RegExp(`${id.replace(".", "\\.")}[,:] `).test(words)]).toEqual([
      id,
      status !== "notApplicable",
    ]);
});
