// Advice is never a cause, whatever else there is, and does not move the verdict.
import { catalogue } from "../../../src/core/finding/catalogue.ts";
import { diagnose } from "../../diagnosed.ts";
import { expectEach } from "../../each-holds.ts";
import { healthy } from "../../fixtures/healthy-snapshot.ts";
import { allRows } from "../finding/rows/all-rows.ts";

const onlyAdvice = catalogue.filter((check) => check.impact === "advises").map(({ id }) => id);

test("nothing in any row of it makes advice a cause", () => {
  const rows = onlyAdvice.flatMap((id) =>
    (allRows[id] ?? []).map(({ when, snapshot }) => [`${id}: ${when}`, snapshot] as const),
  );
  expect(onlyAdvice.length).toBeGreaterThan(20);
  expectEach(rows, (snapshot) => {
    expect(onlyAdvice).not.toContain(diagnose(snapshot).rootCause?.check);
  });
});

test("a healthy cluster stays healthy, whatever advice there is", () => {
  const { verdict } = diagnose(healthy);
  const advised = diagnose(healthy).checks.filter((check) => "advice" in check && check.advice === true);
  expect([verdict, advised.length > 0]).toEqual(["healthy", true]);
});
