// What a card offers and claims for the states of a run.
import type { Answer } from "../../src/core/conversation/answer.ts";
import { readCardAction } from "../../src/core/conversation/card-action.ts";
import { linesOf } from "../../src/core/fix/write/fix.ts";
import type { RunTask } from "../../src/core/run/run.ts";
import { signInText } from "../../src/presenters/conversation/sign-in.ts";
import { say } from "../../src/presenters/messages/catalogue/says.ts";
import { messages } from "../../src/presenters/messages/messages.ts";
import { present } from "../../src/presenters/present.ts";
import { inWords } from "../diagnosed.ts";
import { answers } from "../fixtures/answers.ts";
import { nodesOf } from "./card-rules.ts";

const en = messages("en");
type RunAnswer = Extract<Answer, { kind: "run" }>;

const runAnswer = (name: string): RunAnswer => {
  const answer = answers[name];
  if (answer?.kind !== "run") throw new Error(`${name} is no run`);
  return answer;
};

/** What a person can press; `refresh` is the client's own. */
const presses = (answer: Answer): readonly unknown[] =>
  nodesOf({ ...present(answer, en).card, refresh: null })
    .filter(({ type }) => type === "Action.Execute")
    .map(({ data }) => data);

const verbs = (answer: Answer): readonly unknown[] =>
  nodesOf(present(answer, en).card).flatMap(({ verb }) => (verb === undefined ? [] : [verb]));

/** Every text of a card, hidden ones and stand-ins too. */
const textsOf = (answer: Answer): readonly string[] =>
  nodesOf(present(answer, en).card).flatMap(({ text }) => (typeof text === "string" ? [text] : []));

const bandOf = (answer: Answer): unknown =>
  nodesOf(present(answer, en).card).find(({ type }) => type === "Container")?.style;

const asWrite = (answer: RunAnswer): RunAnswer => {
  const { task } = answer.run;
  if (task.kind !== "command") throw new Error("no command");
  const write: RunTask = { ...task, request: { ...task.request, access: "write" } };
  return { ...answer, run: { ...answer.run, task: write } };
};

test.each(["command-result", "command-result-pages", "run-timed-out"])(
  "%s: a read may run again, a change may not",
  (name) => {
    expect(verbs(runAnswer(name))).toContain("run.again");
    expect(verbs(asWrite(runAnswer(name)))).not.toContain("run.again");
  },
);

test("only what was masked is offered as it is, and only where it may run again", () => {
  expect(verbs(runAnswer("command-result"))).not.toContain("run.unmasked");
  expect(verbs(runAnswer("command-result-pages"))).toContain("run.unmasked");
  expect(verbs(asWrite(runAnswer("command-result-pages")))).not.toContain("run.unmasked");
});

test("what is shown as it is says so, and its notification says nothing of it", () => {
  const answer = answers.unmasked;
  if (answer === undefined) throw new Error("no card");
  const { card, summary } = present(answer, en);
  const { speak, fallbackText }: { speak?: unknown; fallbackText?: unknown } = card;
  expect(JSON.stringify(card)).toContain("correct-horse-battery");
  expect(JSON.stringify(card)).toContain(en.unmasked.warning);
  expect(`${summary} ${speak} ${fallbackText}`).not.toContain("correct-horse-battery");
});

test.each([
  [1, [2]],
  [2, [3, 1]],
  [3, [2]],
  [0, [2]],
  [-4, [2]],
  [99, [2]],
  [Number.NaN, [2]],
])("page %d of 3 leads to %j", (page, expected) => {
  const turns = presses({ ...runAnswer("command-result-pages"), page }).flatMap((data) =>
    typeof data === "object" && data !== null && "page" in data ? [data.page] : [],
  );
  expect(turns).toEqual(expected);
});

test.each([["progress-diagnose"], ["progress-command"], ["progress-queued"], ["run-denied"]])(
  "%s offers nothing to press",
  (name) => {
    expect(presses(runAnswer(name))).toEqual([]);
  },
);

test.each([
  ["read", ["run.again"]],
  ["write", []],
] as const)("of a command that was lost, a %s is offered again: %j", (access, verbs) => {
  const lost = runAnswer("run-lost");
  const { task } = lost.run;
  if (task.kind !== "command") throw new Error("no command");
  const request = { ...task.request, access };
  expect(presses({ ...lost, run: { ...lost.run, task: { ...task, request } } })).toMatchObject(
    verbs.map((verb) => ({ verb })),
  );
});

describe("a table", () => {
  test("what is wrong stands before everything else, and what is well behind a press", () => {
    const { card } = present(runAnswer("table-bad-night"), en);
    const folded = nodesOf(card).filter(({ isVisible }) => isVisible === false);
    expect(folded).toHaveLength(1);
    const hidden = JSON.stringify(folded);
    expect(hidden).not.toMatch(/CrashLoopBackOff|ImagePullBackOff|Pending/);
    expect(hidden).toMatch(/Running/);
    const text = JSON.stringify(card);
    expect(text.indexOf("**CrashLoopBackOff**")).toBeLessThan(text.indexOf("38 other rows"));
  });

  test("a few of the wrong pods are asked about by their own names, each press another one", () => {
    const pressed = presses(runAnswer("table-bad-night")).filter((data) =>
      JSON.stringify(data).includes("row."),
    );
    expect(pressed).toHaveLength(12);
    expect(new Set(pressed.map((data) => JSON.stringify(data))).size).toBe(12);
    expect(pressed[0]).toEqual({
      v: 1,
      verb: "row.previous",
      run: "R-7K3QX2M9AB",
      namespace: "payments",
      name: "api-6d5f9c7b8-9vbnm",
    });
  });

  test.each(["table-nodes-not-ready", "table-events", "table-services", "table-nodes"])(
    "%s: a row that is no pod, or is well, asks about nothing",
    (name) => {
      expect(verbs(runAnswer(name)).filter((verb) => String(verb).startsWith("row."))).toEqual([]);
    },
  );

  test("every press on a row is one that the door takes", () => {
    for (const data of presses(runAnswer("table-bad-night")))
      expect({ v: 1, ...readCardAction(data) }).toEqual(data);
  });

  test("a press that names a container that can be none is none of ours", () => {
    const data = JSON.stringify(
      presses(runAnswer("table-bad-night")).find((each) => JSON.stringify(each).includes("row.previous")),
    );
    const of = (container: string) => readCardAction({ ...JSON.parse(data), container });
    expect(of("api")).toMatchObject({ container: "api" });
    expect(of("api --all-containers")).toBeNull();
  });

  test("leads to its text, and the text back to it", () => {
    expect(verbs(runAnswer("command-result"))).toContain("run.page");
    expect(verbs(runAnswer("table-as-text"))).toContain("run.told");
    expect(verbs(runAnswer("command-result-describe"))).not.toContain("run.told");
  });
});

test.each([
  ["command-result-ends", "AKS cut the output"],
  ["command-result-left-out", "I left out 91244 characters"],
])("%s: who cut it, then how it begins and how it ends", (name, who) => {
  const texts = textsOf(runAnswer(name));
  expect(texts.some((text) => text.includes(who))).toBe(true);
  const blocks = nodesOf(present(runAnswer(name), en).card).filter(({ type }) => type === "CodeBlock");
  expect(blocks.map(({ startLineNumber }) => startLineNumber)).toEqual([1, 391]);
  expect(String(blocks[1]?.codeSnippet)).toMatch(/try 400$/);
});

test("JSON is coloured as JSON", () => {
  const block = nodesOf(present(runAnswer("command-result-json"), en).card).find(
    ({ type }) => type === "CodeBlock",
  );
  expect(block?.language).toBe("Json");
});

test.each([
  "command-result-forbidden",
  "command-result-forbidden-azure",
  "command-result-forbidden-everywhere",
])("%s: Kubernetes' own words, whole", (name) => {
  const answer = runAnswer(name);
  const { status } = answer.run;
  const output = status.state === "succeeded" ? (status.result?.output ?? "") : "";
  expect(textsOf(answer)).toContain(output.trim());
});

test("a role of Azure's is offered only where Azure's roles decide", () => {
  const snippets = (name: string) =>
    nodesOf(present(runAnswer(name), en).card).flatMap(({ codeSnippet }) => codeSnippet ?? []);
  expect(snippets("command-result-forbidden")).toEqual([]);
  expect(snippets("command-result-forbidden-azure")).toEqual([
    expect.stringMatching(/^az role assignment create .*managedClusters\/prod-1\/namespaces\/payments /),
  ]);
});

test("an expired sign-in offers to sign in", () => {
  expect(verbs(runAnswer("run-sign-in"))).toEqual(["sign-in"]);
});

test.each([
  ["diagnosis-healthy", "good"],
  ["diagnosis-unknown", "emphasis"],
  ["diagnosis-degraded", "warning"],
  ["diagnosis", "warning"],
  ["diagnosis-strange-network", "emphasis"],
  ["access", "good"],
  ["access-none", "attention"],
  ["can-i-yes", "good"],
  ["can-i-unknown", "emphasis"],
  ["can-i-azure-missing", "warning"],
  ["can-i-no", "warning"],
])("%s has the band %s: unknown is never green", (name, style) => {
  const answer = answers[name];
  if (answer === undefined || answer.kind === "unmasked") throw new Error(name);
  expect(bandOf(answer)).toBe(style);
});

test("a result that is no longer kept is said so", () => {
  const answer = runAnswer("diagnosis");
  const status = {
    state: "succeeded",
    finishedAt: answer.run.createdAt,
    result: null,
    diagnosis: null,
  } as const;
  const { summary } = present({ ...answer, run: { ...answer.run, status } }, en);
  expect(summary).toContain(say(en.failures.happened, { is: "resultGone" }));
});

test("the diagnosis names what would settle each check that could not be assessed", () => {
  expect(textsOf(runAnswer("diagnosis-unknown"))).toContainEqual(
    expect.stringMatching(/^\? Reader on vnet-hub \(virtualNetworks\) would settle: .*and \d+ more\.$/),
  );
});

test("checks that wait for the same thing are one sentence", () => {
  const texts = textsOf(runAnswer("diagnosis-strange-network"));
  const lines = texts.filter((text) => text.startsWith("? Needs the network that you come from."));
  expect(lines).toEqual([expect.stringMatching(/That leaves open: .*, .*\.$/)]);
});

test.each(["diagnosis", "diagnosis-unknown", "diagnosis-several"])("%s: every check can be read", (name) => {
  const { status } = runAnswer(name).run;
  const checks = status.state === "succeeded" ? (status.diagnosis?.checks ?? []) : [];
  const texts = textsOf(runAnswer(name)).join("\n");
  for (const { id } of checks.filter((check) => check.status !== "notApplicable"))
    expect(texts).toMatch(new RegExp(`(^| )${id.replace(".", "\\.")}[,:] `, "m"));
});

test("the fixes of a diagnosis are whole wherever they stand", () => {
  const { status } = runAnswer("diagnosis-several").run;
  if (status.state !== "succeeded") throw new Error("no diagnosis");
  const { checks = [], rootCause = null } = status.diagnosis ?? {};
  const texts = textsOf(runAnswer("diagnosis-several"));
  expect(texts).toContain(rootCause?.fix && linesOf(rootCause.fix)[0]);
  const others = checks.filter(({ id }) => id !== rootCause?.check);
  const lines = others.flatMap((check) => ("fix" in check && check.fix ? linesOf(check.fix) : []));
  expect(lines).not.toEqual([]);
  for (const line of lines) expect(texts).toContain(`${en.diagnosis.fixLine}: ${line}`);
});

test("clients without code blocks read the whole page", () => {
  const nodes = nodesOf(present(runAnswer("command-result-pages"), en).card);
  const block = nodes.find(({ type }) => type === "CodeBlock");
  const shown = String(block?.codeSnippet).split("\n");
  const read = nodesOf(block?.fallback).flatMap(({ type, text }) => (type === "TextRun" ? [text] : []));
  expect(shown.length).toBeGreaterThan(30);
  expect(read).toEqual(shown.map((line) => line.replace(/(?<=\S) {3,}/g, "  ")));
});

test.each([
  ["clusterStopped", "diagnose"],
  ["commandNotRun", "diagnose"],
  ["runCommandDisabled", "access"],
])("what ends with %s leads to %s", (code, verb) => {
  const answer = runAnswer("run-stopped");
  const { status } = answer.run;
  if (status.state !== "failed") throw new Error("not failed");
  const failure = { ...status.failure, code };
  expect(verbs({ ...answer, run: { ...answer.run, status: { ...status, failure } } })).toEqual([verb]);
});

test.each([
  ["access", ["access prod-1 from ADDRESS"]],
  ["access-from", []],
  ["access-none", []],
])("%s asks for the place only where that would help: %j", (name, asked) => {
  const found = textsOf(runAnswer(name)).flatMap((text) => /access \S+ from ADDRESS/.exec(text) ?? []);
  expect(found).toEqual(asked);
});

test.each([
  ["prod-1", '--scope "$(az aks list --query "[?name==\'prod-1\'].id" --output tsv)"'],
  ["rg-prod/prod-1", '--scope "$(az aks list --query "[?name==\'prod-1\'].id" --output tsv)"'],
  ["$(reboot)", null],
  ["prod-1'].id\" && reboot", null],
])("a scope that is known by name alone, %s, is looked up by whoever gives the role", (cluster, scope) => {
  const answer = answers["azure-denied-by-name"];
  if (answer?.kind !== "azureDenied") throw new Error("no denial");
  const byName = nodesOf(present({ ...answer, cluster }, en).card);
  const [line] = byName.filter(({ type }) => type === "CodeBlock");
  if (scope === null)
    expect(byName.map(({ text }) => text)).toContainEqual(expect.stringMatching(/^An owner of/));
  else expect(line?.codeSnippet).toContain(scope);
  expect(line === undefined).toBe(scope === null);
});

test.each([
  ["sign in", "Sign in so that I can read Azure as you."],
  ["Login", "Sign in so that I can read Azure as you."],
  ["diagnose prod-1", "Sign in so that I can go on as you with: diagnose prod-1"],
])("asked %j, the sign-in card says %j", (asked, text) => {
  expect(signInText(asked, en)).toBe(text);
});

test("who may run what is one line a rule, none twice", () => {
  const answer = answers["who-am-i"];
  if (answer?.kind !== "whoAmI") throw new Error("no who am I");
  const on = (cluster: string) => ({ is: "clusters", never: false, clusters: [cluster] }) as const;
  const texts = textsOf({ ...answer, mayRun: [on("prod"), on("dev"), on("prod")] });
  const lines = texts.filter((text) => text.startsWith(`**${en.whoAmI.run}**`));
  expect(lines).toEqual([`**${en.whoAmI.run}** prod`, `**${en.whoAmI.run}** dev`]);
});

test("the line for an owner names the person by object id and asks nothing", () => {
  const snippets = nodesOf(present(runAnswer("run-failed-azure"), en).card).map(
    ({ codeSnippet }) => codeSnippet,
  );
  expect(snippets).toContainEqual(
    expect.stringMatching(
      /^az role assignment create --role 'Azure Kubernetes .*--assignee-object-id 1b7c5a52/,
    ),
  );
});

test("the cause has its own sentence where the summary does not hold it", () => {
  const answer = runAnswer("diagnosis");
  const { status } = answer.run;
  if (status.state !== "succeeded" || status.diagnosis === null) throw new Error("no diagnosis");
  const summary = { is: "throttled", open: 1, seconds: 9 } as const;
  const diagnosis = { ...status.diagnosis, summary };
  const changed = { ...answer, run: { ...answer.run, status: { ...status, diagnosis } } };
  const texts = nodesOf(present(changed, en).card).map(({ text }) => text);
  expect(texts.filter((text) => text === inWords(diagnosis).rootCause?.summary)).toHaveLength(1);
});

test.each(["diagnosis-healthy", "access"])(
  "%s, read for an earlier question: the card says how long before",
  (name) => {
    const answer = runAnswer(name);
    const { status } = answer.run;
    if (status.state !== "succeeded" || status.diagnosis === null) throw new Error("no diagnosis");
    const footers = (ageMs: number) => {
      const arm = { requests: 0, levels: 0, ms: 0, ageMs };
      const diagnosis = { ...status.diagnosis, arm } as typeof status.diagnosis;
      return textsOf({ ...answer, run: { ...answer.run, status: { ...status, diagnosis } } }).join();
    };
    expect(footers(6_200)).toContain("Azure was read 6 s before this was asked");
    expect(footers(300)).not.toContain("Azure was read");
  },
);
