// What becomes of an incident when an alert fires or is resolved, and when somebody does something with it.
import type { AlertFacts, AlertSeverity } from "../../../src/core/alert/alert.ts";
import { parseChange } from "../../../src/core/command/change/parse-change.ts";
import {
  type ActRefusal,
  afterAct,
  afterFiring,
  afterMerge,
  afterResolving,
  afterRun,
  type BeforeJoining,
  type Incident,
  type IncidentAct,
  type IncidentStatus,
  isOnCard,
  type Joined,
  noAlerts,
  ringsAtEnd,
  severityOf,
} from "../../../src/core/incident/incident.ts";
import type { RunState, RunTask } from "../../../src/core/run/run.ts";
import { brokenDiagnosis, healthyDiagnosis } from "../../fixtures/diagnoses.ts";

const alex = { objectId: "alex", tenantId: "tenant", displayName: "Alex Wilber" };
const megan = { objectId: "megan", tenantId: "tenant", displayName: "Megan Bowen" };
const namesake = { ...alex, tenantId: "elsewhere" };

const time = (hour: number, minute = 0): string =>
  new Date(Date.UTC(2026, 2, 22, hour, minute)).toISOString();
const now = time(14);
const earlier = time(12);

const open: IncidentStatus = { state: "open" };
const acknowledged: IncidentStatus = { state: "acknowledged", at: earlier };
const mitigated: IncidentStatus = { state: "mitigated", at: time(13) };
const resolved = (at: string): IncidentStatus => ({ state: "resolved", at, by: null, because: null });
const alexs: Incident["owner"] = { person: alex, since: earlier };

const facts = (severity: AlertSeverity): AlertFacts => ({
  ...{ source: "azureMonitor", severity, rule: "rule", service: "Platform" },
  ...{ reason: null, description: null, link: null },
  firedAt: earlier,
});

const incident = (fields: Partial<Incident> = {}): Incident => ({
  id: "I-0000000001",
  cluster: { id: "/c/prod-1", name: "prod-1" },
  conversation: {
    key: "19:ops@thread.tacv2",
    userId: "29:alex",
    personal: false,
    serviceUrl: "https://smba",
  },
  ...{ messageId: "m1", openedAt: earlier, status: open, owner: null, severity: null, declared: null },
  ...{ reopened: 0, alerts: noAlerts, diagnosis: null, cause: null, change: null },
  ...fields,
});

function changeOf(line: string) {
  const parsed = parseChange(line);
  if (!parsed.ok) throw new Error(line);
  return parsed.request;
}

const listing = (...levels: readonly AlertSeverity[]): Incident["alerts"] => ({
  ...noAlerts,
  open: levels.length,
  listed: levels.map((level) => ({ alert: facts(level), status: { state: "fired" } })),
});

test.each<[string, Partial<Incident>, AlertSeverity | null]>([
  ["nothing is known", {}, null],
  ["as the first that is listed", { alerts: listing("Sev1", "Sev3") }, "Sev1"],
  ["as somebody set it, less so", { severity: "Sev4", alerts: listing("Sev1") }, "Sev4"],
  ["as somebody set it, without an alert", { severity: "Sev0" }, "Sev0"],
])("how severe: %s", (_name, fields, expected) => {
  expect(severityOf(incident(fields))).toBe(expected);
});

describe("an alert fires", () => {
  const joining = (fields: Partial<BeforeJoining>): BeforeJoining => ({
    ...{ status: open, owner: null, reopened: 0, severity: null, worstOpen: "Sev2", worst: "Sev2" },
    ...fields,
  });
  const openAgain = { status: open, owner: null, reopened: 1 };

  test.each<[string, Partial<BeforeJoining>, AlertSeverity, Partial<Joined>]>([
    ["as severe as what is open: nobody is called", {}, "Sev2", { ring: null }],
    ["less severe: nobody is called", {}, "Sev4", { ring: null }],
    ["more severe: it rings", {}, "Sev1", { ring: "worse" }],
    [
      "where nothing is open, as on one that was declared: it rings",
      { worstOpen: null },
      "Sev4",
      { ring: "worse" },
    ],
    [
      "worse than what somebody set: that counts no more",
      { severity: "Sev3", worstOpen: "Sev3" },
      "Sev2",
      { severity: null, ring: "worse" },
    ],
    [
      "of one that somebody has: it stays theirs, and rings if it is worse",
      { status: acknowledged, owner: alexs },
      "Sev0",
      { status: acknowledged, owner: alexs, ring: "worse" },
    ],
    [
      "10 minutes after what was done about it: the repair has not ended it, it is its owner's again, and it rings",
      { status: { ...mitigated, at: time(13, 50) }, owner: alexs },
      "Sev2",
      { status: acknowledged, owner: alexs, ring: "reopened" },
    ],
    [
      "after what was done about it, which nobody has: open, and it rings",
      { status: mitigated },
      "Sev2",
      { status: open, ring: "reopened" },
    ],
    [
      "9 minutes after what was done about it: it may come late, and rings if it stays",
      { status: { ...mitigated, at: time(13, 51) } },
      "Sev2",
      { status: open, ring: "flaps" },
    ],
    [
      "worse, soon after what was done about it: it rings",
      { status: { ...mitigated, at: time(13, 51) } },
      "Sev1",
      { status: open, ring: "worse" },
    ],
    [
      "10 minutes after it was resolved: open again, nobody's, and it rings",
      { status: resolved(time(13, 50)), owner: alexs, worstOpen: null },
      "Sev4",
      { ...openAgain, ring: "reopened" },
    ],
    [
      "9 minutes after it was resolved: it may flap, and rings if it stays",
      { status: resolved(time(13, 51)), owner: alexs, worstOpen: null },
      "Sev2",
      { ...openAgain, ring: "flaps" },
    ],
    [
      "soon after it was resolved, worse than anything that people heard of it: it rings at once",
      { status: resolved(time(13, 51)), owner: alexs, worstOpen: null },
      "Sev1",
      { ...openAgain, ring: "worse" },
    ],
    [
      "opened again by what is worse than what somebody set: that counts no more",
      { status: resolved(earlier), severity: "Sev3", worstOpen: "Sev3", worst: "Sev3" },
      "Sev0",
      { ...openAgain, severity: null, ring: "reopened" },
    ],
    [
      "opened again by what is no worse than what somebody set: that stays",
      { status: resolved(earlier), severity: "Sev1", worstOpen: "Sev1", worst: "Sev1" },
      "Sev1",
      { ...openAgain, severity: "Sev1", ring: "reopened" },
    ],
    [
      "a third time",
      { status: resolved(earlier), reopened: 2, worstOpen: null },
      "Sev2",
      { ...openAgain, ring: "reopened", reopened: 3 },
    ],
  ])("%s", (_name, fields, alert, expected) => {
    const { worstOpen: _, worst: __, ...same } = joining(fields);
    expect(afterFiring(joining(fields), alert, now)).toEqual({ ...same, ...expected });
  });
});

test.each<[string, number, number, boolean]>([
  ["it was open once: whoever was called hears so, however short it was", 0, 1, true],
  ["it was open again for less than 10 minutes: it flaps", 1, 9, false],
  ["it was open again for 10 minutes", 1, 10, true],
])("as it ends: %s", (_name, reopened, minutes, expected) => {
  expect(ringsAtEnd({ reopened }, time(13), time(13, minutes))).toBe(expected);
});

describe("an alert is resolved", () => {
  const declared = { by: alex, because: "orders are stuck" };
  const byHand: IncidentStatus = { state: "resolved", at: earlier, by: alex, because: "over" };

  test.each<[string, Partial<Incident>, number, IncidentStatus]>([
    ["the last of them: it is over", { status: acknowledged }, 0, resolved(now)],
    ["the last, after what was done about it", { status: mitigated }, 0, resolved(now)],
    ["others are open", { status: acknowledged }, 1, acknowledged],
    [
      "the last of one that somebody declared: it ends when somebody says so",
      { status: open, declared },
      0,
      open,
    ],
    ["of one that somebody resolved: that stands", { status: byHand }, 0, byHand],
  ])("%s", (_name, fields, left, expected) => {
    expect(afterResolving(incident(fields), left, now)).toEqual(expected);
  });
});

describe("a run of its thread", () => {
  const change: RunTask = {
    ...{ kind: "change", clusterAdmin: false, reason: null },
    request: changeOf("kubectl rollout restart deployment/api -n payments"),
  };
  const fix: RunTask = {
    ...{ kind: "fix", of: "R-1", check: "dns.link-client", writes: [], seenFrom: {}, way: null },
    fix: { steps: [], risks: [], disruptive: false, roles: [] },
  };
  const undo: RunTask = { ...fix, undoes: true };
  const diagnose: RunTask = { kind: "diagnose", client: {} };
  const printed = (exitCode: number | null) => ({
    ...{ exitCode, output: "", truncated: false, masked: 0, operationId: "op-1" },
    ...{ startedAt: earlier, finishedAt: now },
  });
  type Ended = Extract<RunState, { state: "succeeded" }>;
  const done = (more: Partial<Ended> = {}): RunState => ({
    ...{ state: "succeeded", finishedAt: now, result: null, diagnosis: null },
    ...more,
  });
  const failed: RunState = {
    ...{ state: "failed", finishedAt: now },
    failure: { code: "x", happened: { is: "restarted" }, done: "nothingSent" },
  };
  const isNow: IncidentStatus = { state: "mitigated", at: now };

  test.each<[string, Partial<Incident>, RunTask, RunState, IncidentStatus]>([
    ["a fix that was made", { status: acknowledged }, fix, done({ diagnosis: healthyDiagnosis }), isNow],
    ["a fix that was made, and nobody looked afterwards", {}, fix, done(), isNow],
    [
      "a fix that was made and did not help",
      { status: acknowledged },
      fix,
      done({ diagnosis: brokenDiagnosis }),
      acknowledged,
    ],
    ["a second fix", { status: mitigated }, fix, done(), isNow],
    ["a fix that failed", {}, fix, failed, open],
    ["a fix that waits for an approval", {}, fix, { state: "queued" }, open],
    ["a fix that is taken back", { status: mitigated, owner: alexs }, undo, done(), acknowledged],
    ["a fix that is taken back, of one that nobody has", { status: mitigated }, undo, done(), open],
    ["a fix that is taken back, where others fired meanwhile", { status: open }, undo, done(), open],
    ["a change that was made", { status: open }, change, done({ result: printed(0) }), isNow],
    [
      "a change after which the cluster is still broken",
      { status: acknowledged },
      change,
      done({ result: printed(0), diagnosis: brokenDiagnosis }),
      acknowledged,
    ],
    ["a change that the cluster refused", { status: open }, change, done({ result: printed(1) }), open],
    ["a diagnosis", { status: open }, diagnose, done({ diagnosis: healthyDiagnosis }), open],
    ["a fix of what is over", { status: resolved(earlier) }, fix, done(), resolved(earlier)],
  ])("%s", (_name, fields, task, to, expected) => {
    expect(afterRun(incident(fields), task, to)).toEqual(expected);
  });

  test.each<[string, RunTask, RunState, boolean]>([
    ["a fix that is asked for", fix, { state: "queued" }, true],
    ["a change that failed", change, failed, true],
    ["a diagnosis with a result", diagnose, done({ diagnosis: healthyDiagnosis }), true],
    [
      "a diagnosis of the way, while the look inside goes on",
      diagnose,
      { state: "running", startedAt: now, diagnosis: healthyDiagnosis },
      true,
    ],
    ["a diagnosis that has begun", diagnose, { state: "running", startedAt: now }, false],
    ["a diagnosis that was not kept", diagnose, done(), false],
    ["the ways in", { kind: "access", client: {} }, done({ diagnosis: healthyDiagnosis }), false],
  ])("its card shows %s: %s", (_name, task, to, expected) => {
    expect(isOnCard(task, to)).toBe(expected);
  });
});

describe("somebody", () => {
  type Change = Partial<Pick<Incident, "status" | "owner" | "severity" | "reopened">>;
  const isNow: IncidentStatus = { state: "acknowledged", at: now };
  const mine = { owner: { person: megan, since: now } };
  const over = { status: resolved(earlier), owner: alexs };

  test.each<[string, Partial<Incident>, IncidentAct, Change]>([
    ["takes it", {}, { act: "take" }, { status: isNow, ...mine }],
    [
      "takes it from somebody: since when it is acknowledged stays",
      { status: acknowledged, owner: alexs },
      { act: "take" },
      mine,
    ],
    ["takes it after what was done about it", { status: mitigated }, { act: "take" }, mine],
    [
      "of another tenant with the same id has it: it is taken from them",
      { owner: { person: { ...megan, tenantId: "elsewhere" }, since: earlier }, status: acknowledged },
      { act: "take" },
      mine,
    ],
    [
      "hands over what nobody has",
      {},
      { act: "handOver", to: alex },
      { status: isNow, owner: { person: alex, since: now } },
    ],
    [
      "hands it over to a namesake of another tenant",
      { status: acknowledged, owner: alexs },
      { act: "handOver", to: namesake },
      { owner: { person: namesake, since: now } },
    ],
    [
      "says how severe it is",
      { alerts: listing("Sev2") },
      { act: "setSeverity", severity: "Sev1" },
      { severity: "Sev1" },
    ],
    [
      "says that it is as severe as its alerts say: that stands from now on",
      { alerts: listing("Sev2") },
      { act: "setSeverity", severity: "Sev2" },
      { severity: "Sev2" },
    ],
    [
      "resolves it, although alerts are open",
      { status: acknowledged, owner: alexs, alerts: listing("Sev2") },
      { act: "resolve", because: "the pool is drained" },
      { status: { state: "resolved", at: now, by: megan, because: "the pool is drained" } },
    ],
    ["opens it again: nobody has it", over, { act: "reopen" }, { status: open, owner: null, reopened: 1 }],
    ["writes a note", {}, { act: "note", text: "a node is gone" }, {}],
    ["writes a note on what is over", over, { act: "note", text: "it was the node" }, {}],
  ])("%s", (_name, fields, act, expected) => {
    const { status, owner, severity, reopened } = incident(fields);
    expect(afterAct(incident(fields), act, megan, now)).toEqual({
      ok: true,
      to: { status, owner, severity, reopened, ...expected },
    });
  });

  test.each<[string, Partial<Incident>, IncidentAct, ActRefusal]>([
    ["takes what is theirs", { owner: { person: megan, since: earlier } }, { act: "take" }, "alreadyYours"],
    ["hands over to whoever has it", { owner: alexs }, { act: "handOver", to: alex }, "alreadyTheirs"],
    ["sets what is set", { severity: "Sev1" }, { act: "setSeverity", severity: "Sev1" }, "alreadySo"],
    ["takes what is over", over, { act: "take" }, "isResolved"],
    ["hands over what is over", over, { act: "handOver", to: megan }, "isResolved"],
    ["resolves what is over", over, { act: "resolve", because: null }, "isResolved"],
    ["opens what is open", {}, { act: "reopen" }, "notResolved"],
    ["opens what is mitigated", { status: mitigated }, { act: "reopen" }, "notResolved"],
  ])("%s: nothing comes of it", (_name, fields, act, why) => {
    expect(afterAct(incident(fields), act, megan, now)).toEqual({ ok: false, why });
  });
});

describe("another one is merged into it", () => {
  const declared = { by: alex, because: "orders are stuck" };
  type Becomes = Partial<ReturnType<typeof afterMerge>>;
  test.each<[string, Partial<Incident>, Partial<Incident>, Becomes]>([
    ["both are open", {}, {}, { status: open }],
    [
      "what had been split off comes back, and is over: so it says how that ended",
      { status: { state: "resolved", at: earlier, by: null, because: null, into: "I-FROM" } },
      { id: "I-FROM", status: { state: "resolved", at: now, by: null, because: null } },
      { status: { state: "resolved", at: now, by: null, because: null } },
    ],
    [
      "the other one is somebody's: it is theirs",
      {},
      { status: acknowledged, owner: alexs },
      { status: acknowledged, owner: alexs },
    ],
    [
      "each is somebody's: it stays whose it is",
      { status: acknowledged, owner: { person: megan, since: earlier } },
      { status: acknowledged, owner: alexs },
      { status: acknowledged, owner: { person: megan, since: earlier } },
    ],
    [
      "the other one is over: nothing changes",
      {},
      { status: resolved(earlier), owner: alexs },
      { status: open, owner: null },
    ],
    [
      "both are over",
      { status: resolved(earlier) },
      { status: resolved(now) },
      { status: resolved(earlier) },
    ],
    [
      "it is over, and the other one goes on: open again, as that is",
      { status: resolved(earlier), reopened: 1 },
      { status: acknowledged, owner: alexs },
      { status: acknowledged, owner: alexs, reopened: 2 },
    ],
    [
      "it is repaired, and the other one is not",
      { status: mitigated, owner: alexs },
      {},
      { status: acknowledged, owner: alexs },
    ],
    ["both are repaired", { status: mitigated }, { status: mitigated }, { status: mitigated }],
    [
      "the other one was set to be worse",
      { alerts: listing("Sev3") },
      { severity: "Sev1" },
      { severity: "Sev1" },
    ],
    [
      "the other one was set to be less so",
      { alerts: listing("Sev1") },
      { severity: "Sev3" },
      { severity: null },
    ],
    ["the other one was declared", {}, { declared }, { declared }],
  ])("%s", (_name, into, from, expected) => {
    expect(afterMerge(incident(into), incident(from))).toEqual({
      ...{ status: open, owner: null, severity: null, reopened: 0, declared: null },
      ...expected,
    });
  });
});
