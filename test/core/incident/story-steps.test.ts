// The story of an incident from its alerts and the audit trail, and the times that are read off it.
import type { AuditEvent } from "../../../src/core/audit/audit-event.ts";
import { storyOf, timesOf } from "../../../src/core/incident/story.ts";

const at = (second: number) => new Date(Date.UTC(2026, 6, 27, 1, 0, second)).toISOString();
const entry = (second: number, action: string, detail: AuditEvent["detail"] = {}): AuditEvent => ({
  ...{
    id: `${second}`,
    rowId: second,
    time: at(second),
    actor: "a",
    tenant: "t",
    action,
    outcome: "succeeded",
  },
  ...{ cluster: "/c", runId: "R-1", rule: null, detail },
  ...{ seq: null, previousHash: null, hash: null, key: null, signature: null },
});
const fired = {
  alert: { severity: "Sev1", rule: "api-down", firedAt: at(0) },
  status: { state: "fired" },
} as Parameters<typeof storyOf>[0][number];

const diagnosed = { verdict: "broken", cause: "dns.link-client" };

test("a cause that stood on the card before the look inside ended was known then, so before the fix", () => {
  const story = storyOf(
    [fired],
    [
      entry(5, "fix.submit", { check: "dns.link-client" }),
      entry(9, "fix.finish", { hash: "h", verdict: "healthy" }),
      entry(20, "diagnose.finish", { ...diagnosed, causeAt: at(3) }),
    ],
  );
  expect(story.map(({ event }) => event.is)).toEqual(["fired", "diagnosed", "asked", "made"]);
  expect(timesOf(at(0), story, null)).toMatchObject({ explained: 3_000, mitigated: 9_000 });
});

test.each([
  ["that is well afterwards", { hash: "h", verdict: "healthy" }, 9_000],
  ["after which nobody looked", { hash: "h" }, 9_000],
  ["in vain", { hash: "h", verdict: "broken" }, null],
  ["that nobody had agreed on", { verdict: "healthy" }, null],
])("a fix %s: mitigated after %s", (_name, detail, mitigated) => {
  const story = storyOf([fired], [entry(9, "fix.finish", detail)]);
  expect(timesOf(at(0), story, null).mitigated).toBe(mitigated);
});
