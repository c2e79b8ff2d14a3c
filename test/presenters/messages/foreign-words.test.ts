// No word of the engine's own reaches a reader: whatever a finding says in Chinese, a Latin word in it is data, a name
// that is alike in every language, or stands in a sentence of the Chinese catalogue.
import { IntlMessageFormat } from "intl-messageformat";
import { type Group, readTopics } from "../../../scripts/messages/read-texts.ts";
import { diagnose } from "../../../src/core/diagnosis/diagnose.ts";
import { catalogue } from "../../../src/core/finding/catalogue.ts";
import { inClusterFindings } from "../../../src/core/in-cluster/findings/all.ts";
import type { CheckResult } from "../../../src/core/outcome/check.ts";
import { columns, labelled } from "../../../src/core/outcome/columns.ts";
import { sayCheck, sayDiagnosis } from "../../../src/presenters/diagnosis/localize-diagnosis.ts";
import { messages } from "../../../src/presenters/messages/messages.ts";
import { present } from "../../../src/presenters/present.ts";
import { allRows } from "../../core/finding/rows/all-rows.ts";
import { lazyWalks } from "../../core/finding/rows/lazy-walks.ts";
import { insideRows } from "../../core/in-cluster/rows/all-rows.ts";
import { expectEach } from "../../each-holds.ts";
import { changeAnswers } from "../../fixtures/change-answers.ts";
import { fixAnswers } from "../../fixtures/fix-answers.ts";

const chinese = messages("zh");

/** Names, ids, paths, actions and hosts are one word each: none of them is made of letters alone. */
const wordsIn = (text: string): readonly string[] => text.match(/[A-Za-z0-9_][\w./:@=-]*/g) ?? [];
const isEnglish = (word: string): boolean => /^[A-Za-z]?[a-z]+[.:]?$/.test(word);

/** Lines to copy. */
const withoutCommands = (text: string): string => text.replace(/(?:^|(?<=\P{L}))az [a-z][ -~]*/gu, " ");

const valuesIn = (data: unknown): readonly string[] =>
  typeof data === "object" && data !== null
    ? Object.entries(data).flatMap(([key, value]) => [key.includes("/") ? key : "", ...valuesIn(value)])
    : [String(data)];

/** Each name also in its parts: `nodes` of `…/subnets/nodes`. */
const dataIn = (data: unknown): readonly string[] =>
  valuesIn(data).flatMap((value) => [...wordsIn(value), ...value.split(/[^A-Za-z]+/)]);

/**
 * A Pod, a Job and Cloud Shell are called so in Chinese too; `sku` is what Azure calls the setting, and `None` a next hop; with `Unknown` Kubernetes
 * says that it heard nothing of a node.
 */
const names = ["Pod", "Job", "Cloud", "Shell", "sku", "true", "false", "None", "Unknown"];

/** The letters of a message, without its values. */
const lettersIn = (part: unknown): readonly string[] => {
  if (Array.isArray(part)) return part.flatMap(lettersIn);
  if (typeof part !== "object" || part === null) return [];
  const isLetters = "type" in part && part.type === 0 && "value" in part;
  return isLetters ? [String(part.value)] : Object.values(part).flatMap(lettersIn);
};

const textsIn = (group: Group): readonly string[] =>
  Object.entries(group).flatMap(([key, text]) => {
    if (key.startsWith("//")) return [];
    if (typeof text !== "string") return textsIn(text);
    return lettersIn(new IntlMessageFormat(text, "zh", undefined, { ignoreTag: true }).getAst());
  });

const folder = new URL("../../../src/presenters/messages/zh/", import.meta.url);
const ofSentences = [...readTopics(folder).values()]
  .flatMap(textsIn)
  .filter((text) => /\p{Script=Han}/u.test(text));
const translated: ReadonlySet<string> = new Set(ofSentences.flatMap(wordsIn));

function foreignIn(texts: readonly string[], data: unknown, also: ReadonlySet<string>): readonly string[] {
  const known = new Set([...names, ...dataIn(data)]);
  const words = texts.map(withoutCommands).flatMap(wordsIn).filter(isEnglish);
  return [...new Set(words)].filter((word) => !known.has(word) && !also.has(word));
}

const found: readonly (readonly [string, Readonly<{ check: CheckResult; data: unknown }>])[] = [
  ...catalogue.flatMap((check) =>
    (allRows[check.id] ?? []).map(({ when, snapshot }) => {
      const { id, severity } = check;
      const outcome = check.evaluate(snapshot, lazyWalks(snapshot));
      return [`${id}: ${when}`, { check: { id, severity, ...outcome }, data: snapshot }] as const;
    }),
  ),
  ...inClusterFindings.flatMap((finding) =>
    (insideRows[finding.id] ?? []).map(({ when, model, azure }) => {
      const { id, severity } = finding;
      const outcome = finding.evaluate({ now: model.began, azure, model });
      return [`${id}: ${when}`, { check: { id, severity, ...outcome }, data: [model, azure] }] as const;
    }),
  ),
];

const none: ReadonlySet<string> = new Set();
const evidenceOf = (check: CheckResult): readonly string[] => {
  const said = sayCheck(check, chinese);
  return "evidence" in said ? (said.evidence ?? []) : [];
};

test("in no evidence", () => {
  expectEach(found, ({ check, data }) => {
    expect(foreignIn(evidenceOf(check), data, none)).toEqual([]);
  });
});

/** Roles are called as Azure calls them, and what a line makes as the line does. */
const ofFix = (check: object) => ("fix" in check ? check.fix : []);

test("in no sentence of a finding or of its fix", () => {
  expectEach(found, ({ check, data }) => {
    const { fix, summary } = { fix: undefined, ...sayCheck(check, chinese) };
    const texts = [summary, fix?.risk ?? "", fix?.role ?? ""];
    expect(foreignIn(texts, [data, ofFix(check)], translated)).toEqual([]);
  });
});

/** Of each finding, one that speaks. */
const spoken = Object.entries(allRows).flatMap(([id, rows]) => {
  const row = rows.find(({ status }) => status === "fail") ?? rows.find(({ status }) => status === "warn");
  return row === undefined ? [] : [[`${id}: ${row.when}`, row.snapshot] as const];
});

test("in no diagnosis, its ways in and its limits", () => {
  expectEach(spoken, (snapshot) => {
    const diagnosis = diagnose(snapshot);
    const said = sayDiagnosis(diagnosis, chinese);
    const remarks = said.accessPaths.flatMap(({ title, reason, steps }) => [
      ...[title, reason],
      ...steps.filter((step) => step.startsWith("#")),
    ]);
    const limits = said.limits.flatMap(({ what, who }) => [what, who]);
    const { repairs = [] } = said.rootCause ?? {};
    const texts = [said.summary, ...remarks, ...limits, ...repairs.flatMap(({ what, risk }) => [what, risk])];
    expect(foreignIn(texts, [snapshot, diagnosis.rootCause?.repairs], translated)).toEqual([]);
  });
});

/** Whatever a reader of the card sees, but what is shown letter by letter. */
const textsOfCard = (node: unknown): readonly string[] => {
  if (Array.isArray(node)) return node.flatMap(textsOfCard);
  if (typeof node !== "object" || node === null || "fontType" in node) return [];
  return Object.entries(node).flatMap(([name, each]) => {
    if (name === "data" || name === "codeSnippet") return [];
    const isRead = ["text", "title", "value", "label"].includes(name);
    if (typeof each !== "string") return textsOfCard(each);
    return isRead ? [each.replace(/&[a-z]+;|<\/?at>/g, " ")] : [];
  });
};

test.each(Object.entries({ ...changeAnswers, ...fixAnswers }))(
  "in no card of a change or a fix: %s",
  (_name, answer) => {
    const known = ["Wilber", "kubectl", "get", "deployment", "node", "pod"];
    expect(foreignIn(textsOfCard(present(answer, chinese).card), [answer, known], translated)).toEqual([]);
  },
);

describe("a word that comes back is found", () => {
  const data = { cluster: "prod-1", id: "/subscriptions/6f1d/nodes" };
  test.each<readonly [string, string, readonly string[]]>([
    ["a label", "missing  Microsoft.Network/virtualNetworks/subnets/join/action", ["missing"]],
    ["a word among what was read", "prod-1  agent  10.0.0.4", ["agent"]],
    ["a word with a capital", "API server  1.36.1", ["server"]],
    [
      "data, a setting and a line to copy",
      "prod-1  nodes  encryption.enabled  true  az network nic list",
      [],
    ],
  ])("%s", (_what, text, words) => {
    expect(foreignIn([text], data, none)).toEqual(words);
  });
});

test("a word that is written in a check does not compile", () => {
  const [name, state]: readonly [string, string] = ["system", "Succeeded"];
  // @ts-expect-error: a word of ours.
  columns(name, "drained");
  // @ts-expect-error: a word of ours before what was read.
  columns(`pool ${name}`, state);
  // @ts-expect-error: no label that every language has.
  labelled("pool of nodes", name);
  // @ts-expect-error: a line of its own.
  const line: CheckResult["status"] extends string ? ReturnType<typeof columns> : never = "not linked";
  expect(line).toBe("not linked");
  expect(labelled("pool", name, "TCP", "Microsoft.Network/x/read").columns).toHaveLength(3);
});
