// Each finding over a cluster that is well inside with one thing changed; and the list of them is complete.
import { catalogue } from "../../../src/core/finding/catalogue.ts";
import { ancestorsOf } from "../../../src/core/finding/kit/check-meta.ts";
import { findingIds } from "../../../src/core/finding/kit/finding-id.ts";
import { type Fix, linesOf } from "../../../src/core/fix/write/fix.ts";
import { inClusterFindings } from "../../../src/core/in-cluster/findings/all.ts";
import { messages } from "../../../src/presenters/messages/messages.ts";
import { expectEach } from "../../each-holds.ts";
import { insideRows } from "./rows/all-rows.ts";
import type { Row } from "./rows/row.ts";

const texts = messages();
const ids: readonly string[] = inClusterFindings.map(({ id }) => id);
const byId = inClusterFindings.map((finding) => [finding.id, finding] as const);
const cases = Object.entries(insideRows).flatMap(([id, rows]) =>
  rows.map((row): readonly [id: string, when: string, row: Row] => [id, row.when, row]),
);

function evaluated(id: string, { model, azure }: Row) {
  const finding = inClusterFindings.find((each) => each.id === id);
  if (finding === undefined) throw new Error(`There is no finding ${id}.`);
  return finding.evaluate({ now: model.began, azure, model });
}

const fixOf = (outcome: ReturnType<typeof evaluated>): Fix | undefined =>
  outcome.status === "fail" || outcome.status === "warn" ? outcome.fix : undefined;

test.each(cases)("%s: %s", (id, _when, row) => {
  const outcome = evaluated(id, row);
  const said = texts.sayFound({ check: id, facts: outcome.facts });
  expect([outcome.status, said]).toEqual([row.status, expect.stringContaining(row.says ?? "")]);
  expect(said).toMatch(/^[A-Z1-9a-z].*\.$/);
  expect(said).not.toMatch(/undefined|\[object|NaN|\bnull\b/);
  if (row.fix !== undefined) expect(linesOf(fixOf(outcome) ?? { steps: [] }).join("\n")).toContain(row.fix);
});

test("every id has its finding, in the order in which a cause is looked for", () => {
  expect(findingIds.filter((id) => id.startsWith("k8s."))).toEqual(ids);
});

/** They only say what they see. */
const neverFails = ["k8s.warning-events"];

test("every finding has rows that pass, that do not, and that cannot know", () => {
  expectEach(byId, ({ id }) => {
    const statuses = new Set((insideRows[id] ?? []).map(({ status }) => status));
    expect(statuses.has("pass")).toBe(true);
    expect(statuses.has("notAssessed")).toBe(true);
    expect([...statuses].some((status) => status === "fail" || status === "warn")).toBe(
      !neverFails.includes(id),
    );
  });
  expect(Object.keys(insideRows).filter((id) => !ids.includes(id))).toEqual([]);
});

test("every finding says what, why, what to do, and where that is written", () => {
  const words: Readonly<Record<string, { title: string; why: string; remediation: string }>> =
    texts.inClusterFindings;
  expectEach(byId, ({ id, source }) => {
    expect(texts.titleOfFinding(id)).toMatch(/[^.]$/);
    expect(words[id]?.why).toMatch(/\.$/);
    expect(texts.remedyOfFinding(id)).toMatch(/\.$/);
    expect(source).toMatch(/^https:\/\/(learn\.microsoft\.com|kubernetes\.io|cert-manager\.io)\//);
  });
});

test("every finding comes after such that exist, inside or on the Azure side, and never after itself", () => {
  const known = [...ids, ...catalogue.map(({ id }) => id)];
  expectEach(byId, ({ id, after }) => {
    expect(after.filter((parent) => !known.includes(parent))).toEqual([]);
    expect(ancestorsOf(id, inClusterFindings).has(id)).toBe(false);
  });
});

test("every line of a fix is one of kubectl's, and what it costs is said", () => {
  const fixes = cases.flatMap(([id, when, row]) => {
    const fix = fixOf(evaluated(id, row));
    return fix === undefined ? [] : [[`${id}: ${when}`, fix] as const];
  });
  expectEach(fixes, (fix) => {
    for (const line of linesOf(fix))
      expect(line).toMatch(/^kubectl (uncordon|rollout restart|delete networkpolicy) /);
    expect(texts.sayRisks(fix.risks)).toMatch(/^[A-Z].*\.$/s);
  });
});
