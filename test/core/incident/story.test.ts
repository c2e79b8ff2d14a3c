// Which rows of the trail become a step of an incident's story, in which order, and the times that come of it.
import type { AuditEvent } from "../../../src/core/audit/audit-event.ts";
import type { IncidentAlert } from "../../../src/core/incident/incident.ts";
import { type StoryEntry, type StoryEvent, storyOf } from "../../../src/core/incident/story.ts";
import { timesOf, waitedIn } from "../../../src/core/incident/story-times.ts";
import type { IncidentTimes } from "../../../src/core/incident/week.ts";

const at = (minute: number): string => new Date(Date.UTC(2026, 2, 22, 14, minute)).toISOString();

const row = (fields: Partial<AuditEvent> = {}): AuditEvent => ({
  ...{ id: "1", rowId: 1, time: at(0), actor: "alex", tenant: "tenant", action: "incident.take" },
  ...{ outcome: "recorded", cluster: null, runId: null, rule: null, detail: {} },
  ...{ seq: null, previousHash: null, hash: null, key: null, signature: null },
  ...fields,
});

const alert = (firedAt: string, resolvedAt: string | null = null, rule = "node-cpu"): IncidentAlert => ({
  alert: {
    ...{ source: "azureMonitor", severity: "Sev2", rule, service: "Platform" },
    ...{ reason: null, description: null, link: null, firedAt },
  },
  status: resolvedAt === null ? { state: "fired" } : { state: "resolved", resolvedAt },
});

const eventsOf = (fields: Partial<AuditEvent>) => storyOf([], [row(fields)]).map(({ event }) => event);

test.each<[string, Partial<AuditEvent>, StoryEvent]>([
  [
    "somebody declared it",
    { action: "incident.declare", detail: { because: "nobody can log in" } },
    { is: "declared", because: "nobody can log in" },
  ],
  ["its card was posted", { action: "incident.post", outcome: "succeeded" }, { is: "posted" }],
  ["somebody took it", { action: "incident.take" }, { is: "taken" }],
  [
    "somebody handed it over, to a person of their tenant",
    { action: "incident.handOver", detail: { to: "megan" } },
    { is: "handedOver", to: { objectId: "megan", tenantId: "tenant" } },
  ],
  [
    "somebody handed it over, to a guest",
    { action: "incident.handOver", detail: { to: "elsewhere/lee" } },
    { is: "handedOver", to: { objectId: "lee", tenantId: "elsewhere" } },
  ],
  [
    "those on call were mentioned, by a row of former days",
    { action: "incident.escalate", tenant: null, detail: { people: "megan", peopleTenant: "tenant" } },
    {
      ...{ is: "escalated", step: 1, people: 0, named: 0, also: [], elsewhere: 0, schedules: "", unread: "" },
      who: [{ objectId: "megan", tenantId: "tenant" }],
    },
  ],
  [
    "somebody set how severe it is",
    { action: "incident.setSeverity", detail: { severity: "Sev1" } },
    { is: "severity", severity: "Sev1" },
  ],
  [
    "somebody closed it, and said why",
    { action: "incident.resolve", detail: { because: "drained" } },
    { is: "ended", because: "drained" },
  ],
  ["somebody closed it", { action: "incident.resolve" }, { is: "ended", because: null }],
  [
    "a diagnosis saw an operation of Azure",
    { action: "watch.operation.begins", detail: { place: "channel", state: "Upgrading" } },
    { is: "operation", what: "begins", state: "Upgrading" },
  ],
  [
    "a diagnosis saw that it ended",
    { action: "watch.operation.ends", detail: { place: "channel" } },
    { is: "operation", what: "ends", state: "" },
  ],
  [
    "a diagnosis read another schedule of maintenance",
    { action: "watch.planned", detail: { place: "channel", configurations: 2 } },
    { is: "planned", configurations: 2 },
  ],
  ["somebody opened it again", { action: "incident.reopen" }, { is: "reopened" }],
  [
    "somebody wrote a note",
    { action: "incident.note", detail: { text: "a node is gone" } },
    { is: "note", text: "a node is gone" },
  ],
  [
    "a diagnosis found a cause",
    {
      action: "diagnose.finish",
      outcome: "succeeded",
      detail: { verdict: "broken", cause: "dns.link-client" },
    },
    { is: "diagnosed", verdict: "broken", cause: "dns.link-client" },
  ],
  [
    "a diagnosis found none",
    { action: "diagnose.finish", outcome: "succeeded", detail: { verdict: "healthy" } },
    { is: "diagnosed", verdict: "healthy", cause: null },
  ],
  [
    "somebody read something in the cluster",
    {
      ...{ action: "command.submit", outcome: "allowed" },
      detail: { verb: "get", resources: "pods", names: "api-1", namespaces: "payments" },
    },
    { is: "commanded", does: "get pods api-1 -n payments" },
  ],
  [
    "in no namespace",
    {
      ...{ action: "command.submit", outcome: "allowed" },
      detail: { verb: "get", resources: "nodes", names: "", namespaces: null },
    },
    { is: "commanded", does: "get nodes" },
  ],
  [
    "a change was asked for",
    { action: "change.submit", outcome: "allowed", detail: { does: "restart deployment/api" } },
    { is: "asked", what: "change", does: "restart deployment/api" },
  ],
  [
    "a fix was asked for",
    { action: "fix.submit", outcome: "allowed", detail: { check: "dns.link-client" } },
    { is: "asked", what: "fix", does: "dns.link-client" },
  ],
  [
    "a fix is to be taken back",
    { action: "fix.submit", outcome: "allowed", detail: { check: "dns.link-client", undoes: true } },
    { is: "asked", what: "undo", does: "dns.link-client" },
  ],
  ["a fix waits for an approval", { action: "fix.propose" }, { is: "waits" }],
  ["an approval counts no more", { action: "change.reopen" }, { is: "waits" }],
  ["somebody approved it", { action: "change.approve", outcome: "allowed" }, { is: "approved" }],
  ["somebody rejected it", { action: "change.reject" }, { is: "rejected" }],
  ["its requester withdrew it", { action: "change.withdraw" }, { is: "withdrawn" }],
  ["nobody approved it in time", { action: "fix.expire" }, { is: "expired" }],
  [
    "what was agreed on was made",
    { action: "change.finish", outcome: "succeeded", detail: { hash: "h" } },
    { is: "made", outcome: "done" },
  ],
  [
    "it was made in part",
    { action: "fix.finish", outcome: "failed", detail: { hash: "h" } },
    { is: "made", outcome: "failed" },
  ],
  [
    "nobody knows whether it was made",
    { action: "fix.finish", outcome: "lost", detail: { hash: "h" } },
    { is: "made", outcome: "unknown" },
  ],
  [
    "it ended before anything was agreed on",
    { action: "change.finish", outcome: "failed" },
    { is: "notDone" },
  ],
])("%s", (_name, fields, expected) => {
  expect(eventsOf(fields)).toEqual([expected]);
});

test.each<[string, Partial<AuditEvent>]>([
  ["what was refused", { action: "incident.take", outcome: "denied" }],
  ["what an approver may not", { action: "change.approve", outcome: "refused" }],
  ["a look at an output", { action: "output.read" }],
  ["a check of rights", { action: "diagnose.authorize", outcome: "allowed" }],
  ["who stood for a diagnosis: the diagnosis says it", { action: "incident.diagnose", outcome: "allowed" }],
  ["a look at the story itself", { action: "incident.timeline", outcome: "allowed" }],
  ["that a diagnosis was asked for", { action: "diagnose.submit", outcome: "allowed" }],
  ["a diagnosis without a result", { action: "diagnose.finish", outcome: "failed" }],
  ["the end of a command: that it was run is told", { action: "command.finish", outcome: "succeeded" }],
])("no step of it is %s", (_name, fields) => {
  expect(eventsOf(fields)).toEqual([]);
});

const fix = { runId: "R-1", outcome: "succeeded" } as const;
const finished = { ...fix, action: "fix.finish", detail: { hash: "h", verdict: "healthy" } };

test("a fix and the diagnosis after it are two steps, each at its own time", () => {
  const rows = [
    row({ ...fix, time: at(1), action: "fix.sent", outcome: "recorded" }),
    row({ ...fix, time: at(2), action: "fix.sent", outcome: "recorded" }),
    row({ ...finished, time: at(4) }),
  ];
  expect(storyOf([], rows).map(({ at: time, run, event }) => [time, run, event])).toEqual([
    [at(2), "R-1", { is: "made", outcome: "done" }],
    [at(4), "R-1", { is: "checked", verdict: "healthy" }],
  ]);
});

test("an approver who lent their rights made it, and whoever asked for it is who looked", () => {
  const detail = { ...finished.detail, askedBy: "alex" };
  const told = storyOf([], [row({ ...finished, actor: "megan", detail })]);
  expect(told.map(({ by, event }) => [event.is, by?.objectId])).toEqual([
    ["made", "megan"],
    ["checked", "alex"],
  ]);
});

test("of a fix that failed, the end is when that was known", () => {
  const rows = [
    row({ ...fix, time: at(1), action: "fix.sent", outcome: "recorded" }),
    row({ ...fix, time: at(4), action: "fix.finish", outcome: "failed", detail: { hash: "h" } }),
  ];
  expect(storyOf([], rows).map(({ at: time }) => time)).toEqual([at(4)]);
});

test("an alert that was resolved is two steps, of the source's and of nobody's", () => {
  const about = { severity: "Sev2", rule: "node-cpu", where: [], into: null };
  expect(storyOf([alert(at(1), at(5))], [])).toEqual([
    { at: at(1), by: null, run: null, event: { is: "fired", ...about } },
    { at: at(5), by: null, run: null, event: { is: "resolved", ...about } },
  ]);
});

test("what the product did is nobody's; what a person did is theirs, with its run", () => {
  const rows = [
    row({ action: "incident.post", actor: "system", tenant: null }),
    row({ time: at(1), action: "fix.submit", outcome: "allowed", runId: "R-1" }),
  ];
  expect(storyOf([], rows).map(({ by, run }) => ({ by, run }))).toEqual([
    { by: null, run: null },
    { by: { objectId: "alex", tenantId: "tenant" }, run: "R-1" },
  ]);
});

test("in the order of time; of one moment alerts first, and the trail as it was written", () => {
  const rows = [
    row({ time: at(3), action: "incident.take" }),
    row({ time: at(1), action: "incident.post" }),
    row({ time: at(1), action: "incident.reopen" }),
  ];
  const told = storyOf([alert(at(4), null, "late"), alert(at(1), null, "first")], rows);
  expect(told.map(({ event }) => ("rule" in event ? event.rule : event.is))).toEqual([
    "first",
    "posted",
    "reopened",
    "taken",
    "late",
  ]);
});

test("a cause that stood on the card before the look inside ended was known then, so before the fix", () => {
  const rows = [
    row({ time: at(5), action: "fix.submit", outcome: "allowed" }),
    row({
      ...{ time: at(20), action: "diagnose.finish", outcome: "succeeded" },
      detail: { verdict: "broken", cause: "dns.link-client", causeAt: at(3) },
    }),
  ];
  expect(storyOf([], rows).map(({ event }) => event.is)).toEqual(["diagnosed", "asked"]);
});

describe("times, from its beginning", () => {
  const minutes = (count: number) => count * 60_000;
  const entry = (minute: number, event: StoryEvent): StoryEntry => ({
    ...{ at: at(minute), by: null, run: null },
    event,
  });
  const fired = (minute: number, into: string | null = null) =>
    entry(minute, { is: "fired", severity: "Sev2", rule: "node-cpu", where: [], into });
  const made = (minute: number) => entry(minute, { is: "made", outcome: "done" });
  const checked = (minute: number, verdict = "healthy") => entry(minute, { is: "checked", verdict });
  const megan = { objectId: "megan", tenantId: "tenant" };
  const none: IncidentTimes = { acknowledged: null, explained: null, mitigated: null, resolved: null };

  test.each<[string, readonly StoryEntry[], number | null, Partial<IncidentTimes>]>([
    ["nothing happened", [], null, {}],
    ["it was resolved", [], 50, { resolved: minutes(40) }],
    ["an alert fired before it was opened: it began then", [fired(7)], 50, { resolved: minutes(43) }],
    ["an alert fired afterwards: it began when it was opened", [fired(20)], 50, { resolved: minutes(40) }],
    [
      "it was taken twice: the first counts",
      [entry(14, { is: "taken" }), entry(20, { is: "taken" })],
      null,
      { acknowledged: minutes(4) },
    ],
    [
      "it was handed over to somebody",
      [entry(15, { is: "handedOver", to: megan })],
      null,
      { acknowledged: minutes(5) },
    ],
    [
      "somebody merged another one into it, and somebody took it later",
      [entry(13, { is: "merged", from: "I-first" }), entry(14, { is: "taken" })],
      null,
      { acknowledged: minutes(3) },
    ],
    [
      "a diagnosis found no cause, another one did",
      [
        entry(11, { is: "diagnosed", verdict: "unknown", cause: null }),
        entry(12, { is: "diagnosed", verdict: "broken", cause: "dns.link-client" }),
      ],
      null,
      { explained: minutes(2) },
    ],
    ["one that was split off fired before that", [fired(7, "I-2")], 50, { resolved: minutes(40) }],
    ["a fix was made in vain", [made(20), checked(22, "broken")], null, {}],
    [
      "a fix was made: it counts from when that shows",
      [made(20), checked(22)],
      null,
      { mitigated: minutes(12) },
    ],
    [
      "a fix failed, another one was made",
      [entry(20, { is: "made", outcome: "failed" }), entry(21, { is: "made", outcome: "unknown" }), made(25)],
      null,
      { mitigated: minutes(15) },
    ],
  ])("%s", (_name, story, resolvedMinute, expected) => {
    const resolvedAt = resolvedMinute === null ? null : at(resolvedMinute);
    expect(timesOf(at(10), story, resolvedAt)).toEqual({ ...none, ...expected });
  });

  test("only what is shown of a time counts: its seconds", () => {
    const late = [{ ...entry(14, { is: "taken" }), at: at(14).replace(".000Z", ".900Z") }];
    expect(timesOf(at(10).replace(".000Z", ".300Z"), late, null).acknowledged).toBe(minutes(4));
  });

  test("of what somebody approved, the wait from the request to the last approval", () => {
    const of = (minute: number, event: StoryEvent, run: string) => ({ ...entry(minute, event), run });
    const asked = { is: "asked", what: "fix", does: "x" } as const;
    const story = [
      of(1, asked, "R-1"),
      of(3, { is: "approved" }, "R-1"),
      of(6, { is: "approved" }, "R-1"),
      of(7, asked, "R-2"),
    ];
    expect(waitedIn(story)).toBe(minutes(5));
  });
});
