// "All checks": every check once, by its name or by what is wrong, and by id, in groups of which one is open at a time.
import type { Diagnosis } from "../../src/core/diagnosis/diagnosis.ts";
import { isDisabledOnPurpose } from "../../src/core/diagnosis/problem.ts";
import { plain } from "../../src/presenters/card/text.ts";
import { groupsOf } from "../../src/presenters/diagnosis/diagnosis-details.ts";
import { messages } from "../../src/presenters/messages/messages.ts";
import { present } from "../../src/presenters/present.ts";
import { inWords } from "../diagnosed.ts";
import { answers } from "../fixtures/answers.ts";
import {
  brokenDiagnosis,
  healthyDiagnosis,
  severalDiagnosis,
  unknownDiagnosis,
} from "../fixtures/diagnoses.ts";
import { nodesOf } from "./card-rules.ts";

const english = messages("en");
const cases: readonly (readonly [string, Diagnosis])[] = [
  ["broken", brokenDiagnosis],
  ["healthy", healthyDiagnosis],
  ["several", severalDiagnosis],
  ["unknown", unknownDiagnosis],
];

describe.each(cases)("%s", (_name, found) => {
  const diagnosis = inWords(found);
  const shown = diagnosis.checks.filter(({ status }) => status !== "notApplicable");
  const groups = groupsOf(diagnosis, "all", english);

  test("names every check, says once what is wrong, and its id once behind", () => {
    const names = groups.flatMap(({ lines }) => lines).join("\n");
    const ids = groups.flatMap(({ more }) =>
      more.flatMap(({ about }) => about.split(": ")[0]?.split(", ") ?? []),
    );
    const times = (text: string): number => names.split(plain(text)).length - 1;
    for (const check of shown) {
      const { id, title, summary } = check;
      const isWrong = (check.status === "fail" && !isDisabledOnPurpose(check)) || check.status === "warn";
      expect(names).toContain(plain(title));
      if (isWrong) expect({ id, times: times(summary) }).toEqual({ id, times: 1 });
    }
    expect(ids.toSorted()).toEqual(shown.map(({ id }) => id).toSorted());
    for (const { id } of shown) expect(names).not.toContain(id);
  });

  test("counts what it holds", () => {
    const counted = groups.map(({ head }) =>
      [...head.matchAll(/(\d+) [a-z]/g)].map(([, count]) => Number(count)),
    );
    expect(counted.flat().reduce((sum, count) => sum + count, 0)).toBe(shown.length);
  });

  test("has a group for every check that there is", () => {
    expect(groups.map(({ head }) => head).join()).not.toContain(english.diagnosis.groups.other);
  });
});

/** What stands on the card after presses, by the ids that are shown. */
function pressed(presses: readonly string[]): readonly string[] {
  const answer = answers.diagnosis;
  if (answer === undefined) throw new Error("no card");
  const nodes = nodesOf(present(answer, english).card);
  const visible = new Map(
    nodes.flatMap(({ id, isVisible }) =>
      typeof id === "string" ? [[id, isVisible !== false] as const] : [],
    ),
  );
  for (const press of presses) {
    const action = nodes.find(({ type, title }) => type === "Action.ToggleVisibility" && title === press);
    const targets = (action?.targetElements ?? []) as readonly (
      | string
      | { elementId: string; isVisible: boolean }
    )[];
    for (const target of targets)
      if (typeof target === "string") visible.set(target, !visible.get(target));
      else visible.set(target.elementId, target.isVisible);
  }
  return [...visible].flatMap(([id, isShown]) => (isShown ? [id] : []));
}

test.each([
  ["nothing is unfolded at first", [], []],
  ["the groups", ["All checks"], ["details"]],
  ["a page", ["All checks", "Name (DNS)"], ["details", "g2"]],
  ["another page instead", ["All checks", "Name (DNS)", "Route and peering"], ["details", "g3"]],
  ["the same one again folds it", ["All checks", "Name (DNS)", "Name (DNS)"], ["details"]],
])("%s", (_what, presses, ids) => {
  expect(pressed(presses)).toEqual(ids);
});
