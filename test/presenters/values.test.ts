// Values stay values: whatever a person, a cluster or a command says, the card keeps its structure.
import fc from "fast-check";
import { type AlertFacts, factsOf } from "../../src/core/alert/alert.ts";
import type { Answer } from "../../src/core/conversation/answer.ts";
import type { Incident } from "../../src/core/incident/incident.ts";
import type { Touched } from "../../src/core/run/proposed.ts";
import type { Run } from "../../src/core/run/run.ts";
import { CARD_BUDGET, cardSize } from "../../src/presenters/card/presented.ts";
import { clip, visible } from "../../src/presenters/card/text.ts";
import { messages } from "../../src/presenters/messages/messages.ts";
import { present } from "../../src/presenters/present.ts";
import { azureAlert } from "../fixtures/alerts.ts";
import { answers } from "../fixtures/answers.ts";
import { faultsOf, nodesOf } from "./card-rules.ts";

const en = messages("en");

// biome-ignore lint/suspicious/noTemplateCurlyInString: the syntax of the template engine, as a value
const BINDING = "${title}";
// biome-ignore lint/suspicious/noTemplateCurlyInString: the syntax of the template engine, as a value
const CALL = "${json('{}')}";

const nasty = fc.constantFrom(
  BINDING,
  CALL,
  '"}],"actions":[]',
  "<at>Megan Bowen</at>",
  "**bold** _it_ `tick`",
  "[click](https://evil.example)",
  "![x](https://evil.example/x.png)",
  "\\",
  "{{DATE(2020-01-01T00:00:00Z)}}",
  "\u202egnp.exe",
  "\ud800",
  "# heading",
);
/** One line of text, never empty: line breaks would add lines to a code block, as they should. */
const text = fc
  .tuple(fc.oneof(nasty, fc.string({ unit: "binary" })), fc.oneof(nasty, fc.string()))
  .map(([a, b]) => `x${a}${b}`.replace(/[\n\r]/g, " "));

/** The card with every text blanked: what is left is its structure. */
const skeleton = (value: unknown): unknown => {
  if (typeof value === "string") return "";
  if (Array.isArray(value)) return value.map(skeleton);
  if (typeof value !== "object" || value === null) return value;
  const kept = ["type", "style", "verb", "version", "mode", "targetWidth"];
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => [key, kept.includes(key) ? child : skeleton(child)]),
  );
};

const fixture = <K extends Answer["kind"]>(name: string, kind: K): Extract<Answer, { kind: K }> => {
  const answer = answers[name];
  if (answer?.kind !== kind) throw new Error(`${name} is no ${kind}`);
  return answer as Extract<Answer, { kind: K }>;
};

const named = (name: string, cluster: string): Answer => {
  const answer = fixture(name, "run");
  const { status } = answer.run;
  const diagnosis = status.state === "succeeded" && status.diagnosis;
  const renamed = diagnosis ? { ...diagnosis, cluster: { ...diagnosis.cluster, name: cluster } } : null;
  return {
    ...answer,
    run: {
      ...answer.run,
      cluster: { ...answer.run.cluster, name: cluster },
      status: status.state === "succeeded" ? { ...status, diagnosis: renamed } : status,
    },
  };
};

const printing = (output: string): Answer => {
  const answer = fixture("command-result", "run");
  const { status } = answer.run;
  if (status.state !== "succeeded" || status.result === null) throw new Error("no result");
  return { ...answer, run: { ...answer.run, status: { ...status, result: { ...status.result, output } } } };
};

const offering = (name: string): Answer => {
  const answer = fixture("diagnosis", "run");
  const { status } = answer.run;
  if (status.state !== "succeeded" || status.whoMay === undefined) throw new Error("nobody may");
  return { ...answer, run: { ...answer.run, status: { ...status, whoMay: { ...status.whoMay, name } } } };
};

const fixAsk = fixture("fix-ask", "fixAsk");
const wanted = fixture("approval-wanted", "approvalWanted");

type Change = Extract<Run["task"], { kind: "change" }>;

/** A change that somebody is to approve. */
const reviewing = (task: Partial<Change>, touched: Partial<Touched> = {}): Answer => {
  const answer = fixture("change-review", "review");
  const { run } = answer;
  const { status } = run;
  if (run.task.kind !== "change" || status.state !== "pendingApproval") throw new Error("no change");
  const objects = status.proposal.objects.map((object) => ({ ...object, ...touched }));
  return {
    ...answer,
    run: {
      ...run,
      task: { ...run.task, ...task },
      status: { ...status, proposal: { ...status.proposal, objects } },
    },
  };
};

const rejecting = (word: string): Answer => {
  const answer = fixture("change-rejected", "run");
  return { ...answer, run: { ...answer.run, status: { ...answer.run.status, word } as Run["status"] } };
};
const denied = fixture("denied", "denied");
const refused = fixture("refused", "refused");
const failure = fixture("failure", "failure");

/** An alert through the door, so that what is kept of it is what the card gets. */
const alerting = (essentials: Record<string, unknown>, context: unknown = {}): Answer =>
  incidentWith(withAlert(factsOf(azureAlert(essentials, context))));
function withAlert(alert: AlertFacts): Partial<Incident> {
  const { alerts } = fixture("incident", "incident").incident;
  return { alerts: { ...alerts, listed: [{ alert, status: { state: "fired" } }] } };
}
function incidentWith(fields: Partial<Incident>): Answer {
  const answer = fixture("incident", "incident");
  return { ...answer, incident: { ...answer.incident, ...fields } };
}
const somebody = (displayName: string) => ({ objectId: "o", tenantId: "t", displayName });
const at = "2026-07-27T01:19:16Z";

/** Each makes an answer that holds the value. */
const places: readonly (readonly [string, (value: string) => Answer])[] = [
  ["the name of a diagnosed cluster", (value) => named("diagnosis", value)],
  ["the name of a cluster with ways in", (value) => named("access", value)],
  ["the name of a cluster that a command runs on", (value) => named("progress-command", value)],
  ["the output of a command", printing],
  ["whoever may make a fix", offering],
  ["whoever is asked for a fix", (name) => ({ ...fixAsk, person: { userId: "29:x", name } })],
  ["the reason of a change", (reason) => reviewing({ reason })],
  ["an object of a change", (name) => reviewing({}, { name })],
  [
    "what stands in a field",
    (value) => reviewing({}, { fields: [{ path: value, before: value, after: `${value}x` }] }),
  ],
  ["the word of whoever rejects a change", rejecting],
  ["whoever may approve a change", (name) => ({ ...wanted, people: [{ userId: "29:x", name }] })],
  ["whoever asks for a fix", (displayName) => ({ ...fixAsk, by: { ...fixAsk.by, displayName } })],
  [
    "the reason of a denial",
    (rule) => ({
      ...denied,
      decision: {
        ...denied.decision,
        reason: { is: "ruleForbids", rule, deed: { kind: "diagnose", cluster: "prod-1" }, instead: null },
      },
    }),
  ],
  ["the question that was denied", (asked) => ({ ...denied, asked })],
  [
    "the reason of a refusal",
    (tool) => ({ ...refused, refusal: { ...refused.refusal, reason: { is: "notKubectl", tool } } }),
  ],
  [
    "what happened",
    (said) => ({ ...failure, failure: { ...failure.failure, happened: { is: "commandNotRun", said } } }),
  ],
  ["the rule of an alert", (alertRule) => alerting({ alertRule })],
  ["the description of an alert", (description) => alerting({ description })],
  ["the service of an alert", (monitoringService) => alerting({ monitoringService })],
  [
    "the summary of an alert's rule",
    (summary) => alerting({ monitoringService: "Prometheus" }, { annotations: { summary } }),
  ],
  ["whoever has an incident", (name) => incidentWith({ owner: { person: somebody(name), since: at } })],
  [
    "whoever declares an incident",
    (name) => incidentWith({ declared: { by: somebody(name), because: "x" } }),
  ],
  ["why an incident is declared", (because) => incidentWith({ declared: { by: somebody("Alex"), because } })],
  [
    "why an incident is over",
    (because) => incidentWith({ status: { state: "resolved", at, by: somebody("Alex"), because } }),
  ],
  [
    "the rule of an alert that rings",
    (rule) => {
      const answer = fixture("incident-worse", "incidentRing");
      return { ...answer, ring: { why: "worse", at, severity: "Sev0", rule } };
    },
  ],
  [
    "a cluster that does not exist",
    (wanted) => ({ ...fixture("cluster-unknown", "clusterUnknown"), wanted }),
  ],
];

describe.each(places)("%s", (_, put) => {
  const expected = skeleton(present(put("plain"), en).card);

  test("never changes the structure", () => {
    fc.assert(
      fc.property(text, (value) => {
        const { card } = present(put(value), en);
        expect(skeleton(card)).toEqual(expected);
        expect(faultsOf(card)).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });
});

test("an output is shown character by character", () => {
  fc.assert(
    fc.property(text, (value) => {
      const card = nodesOf(present(printing(value), en).card);
      const shown = card.find(({ type }) => type === "CodeBlock")?.codeSnippet;
      expect(shown).toBe(clip(visible(value), 200));
    }),
    { numRuns: 30 },
  );
});

test.each([
  ["quotes", '"'.repeat(200_000)],
  ["backslashes", "\\".repeat(200_000)],
  ["control characters", "\u0001".repeat(50_000)],
  ["short lines", "a\n".repeat(50_000)],
  ["long lines", `${"x".repeat(5_000)}\n`.repeat(100)],
])("an output of %s fits one message", (_, output) => {
  expect(cardSize(present(printing(output), en).card)).toBeLessThan(CARD_BUDGET);
});

test.each([
  ["of checks that pass", "pass", "trouble"],
  ["of every check, and the single rights as well,", "fail", "none"],
] as const)("where the evidence does not fit, that %s is left out and said so", (_, status, level) => {
  const answer = fixture("diagnosis", "run");
  const { status: state } = answer.run;
  if (state.state !== "succeeded" || state.diagnosis === null) throw new Error("no diagnosis");
  const evidence = Array.from({ length: 10 }, () => "x".repeat(100));
  const check = { severity: "low", status, facts: [{ is: "x" }], explainedBy: "y", evidence } as const;
  const cardWith = (count: number) => {
    const checks = Array.from({ length: count }, (_each, index) => ({ ...check, id: `many.${index}` }));
    const diagnosis = { ...state.diagnosis, checks: [...(state.diagnosis?.checks ?? []), ...checks] };
    return present({ ...answer, run: { ...answer.run, status: { ...state, diagnosis } } } as never, en).card;
  };
  const says = (count: number): boolean =>
    JSON.stringify(cardWith(count)).includes(en.diagnosis.lessEvidence[level]);
  // How many it takes depends on what else the card holds.
  const count = Array.from({ length: 60 }, (_each, index) => index * 2).find(says) ?? -1;
  expect(count).toBeGreaterThanOrEqual(0);
  expect(cardSize(cardWith(count))).toBeLessThan(CARD_BUDGET);
  if (count > 0) expect(JSON.stringify(cardWith(count))).toContain(`many.${count - 1}`);
});

test("an alert that gives a cluster's name alone says so", () => {
  const answer = fixture("incident", "incident");
  const [first] = answer.incident.alerts.listed;
  if (first === undefined) throw new Error("no alert");
  const byName = incidentWith(withAlert({ ...first.alert, byName: true }));
  expect(JSON.stringify(present(byName, en))).toContain("by its name alone");
  expect(JSON.stringify(present(answer, en))).not.toContain("by its name alone");
});
