// What a card says of all its alerts together: open while one of them is, as severe as the worst that is open.
import type { AlertFacts, AlertSeverity } from "../../../src/core/alert/alert.ts";
import { type IncidentState, overall } from "../../../src/core/alert/incident.ts";

const fired: IncidentState = { state: "fired" };
const ended = (minute: number): IncidentState => ({
  state: "resolved",
  resolvedAt: `2026-03-22T14:${minute}:00Z`,
});
type One = readonly [AlertSeverity, IncidentState];

function of([severity, status]: One, ...joined: One[]) {
  const facts = (of: AlertSeverity): AlertFacts => ({
    severity: of,
    rule: "rule",
    service: "Platform",
    reason: null,
    description: null,
    firedAt: "2026-03-22T13:58:24Z",
    link: null,
  });
  const times = joined.flatMap(([, { ...state }]) => (state.state === "resolved" ? [state.resolvedAt] : []));
  const {
    first,
    others: _,
    ...said
  } = overall({
    alert: facts(severity),
    status,
    joined: {
      fired: joined.length - times.length,
      resolved: times.length,
      lastResolvedAt: times.toSorted().at(-1) ?? null,
      listed: joined.map(([level, state]) => ({ alert: facts(level), status: state })),
    },
  });
  return { ...said, severity: first.alert.severity };
}

test.each<[string, ReturnType<typeof of>, object]>([
  ["one that is open", of(["Sev2", fired]), { state: "fired", severity: "Sev2", open: 1, total: 1 }],
  [
    "one that is resolved",
    of(["Sev2", ended(10)]),
    { state: "resolved", resolvedAt: "2026-03-22T14:10:00Z", severity: "Sev2", open: 0, total: 1 },
  ],
  [
    "a worse one that joined",
    of(["Sev3", fired], ["Sev0", fired], ["Sev4", fired]),
    { state: "fired", severity: "Sev0", open: 3, total: 3 },
  ],
  [
    "the worst of them is resolved",
    of(["Sev0", ended(10)], ["Sev3", fired]),
    { state: "fired", severity: "Sev3", open: 1, total: 2 },
  ],
  [
    "the first is resolved last",
    of(["Sev1", ended(30)], ["Sev3", ended(20)]),
    { state: "resolved", resolvedAt: "2026-03-22T14:30:00Z", severity: "Sev1", open: 0, total: 2 },
  ],
  [
    "the first is resolved first",
    of(["Sev3", ended(10)], ["Sev2", ended(20)]),
    { state: "resolved", resolvedAt: "2026-03-22T14:20:00Z", severity: "Sev2", open: 0, total: 2 },
  ],
])("%s", (_name, said, expected) => {
  expect(said).toEqual(expected);
});
