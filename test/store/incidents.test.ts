// What alerts and people make of an incident: the same table for memory (the fake of other tests), PGlite and PostgreSQL.
import type { IncidentMove, Joining, TakenAlert } from "../../src/app/ports/incidents.ts";
import type { Store } from "../../src/app/ports/store.ts";
import type { Alert, AlertFacts } from "../../src/core/alert/alert.ts";
import type { AuditEntry } from "../../src/core/audit/audit-event.ts";
import { incidentKey } from "../../src/core/delivery/message.ts";
import { afterAct, type Incident, type IncidentAct } from "../../src/core/incident/incident.ts";
import { afterSplit } from "../../src/core/incident/split.ts";
import type { QuietHours } from "../../src/core/incident/watch.ts";
import { personKey } from "../../src/core/requester.ts";
import type { PersonsRun, Run, RunState, RunStateName } from "../../src/core/run/run.ts";
import { brokenDiagnosis, healthyDiagnosis } from "../fixtures/diagnoses.ts";
import { backends, openedFor } from "./backends.ts";
import {
  actOn,
  at,
  auditEntry,
  candidate,
  card,
  clock,
  conversation,
  declared,
  fixTask,
  minutesPass,
  place,
  received,
  run,
  unique,
  untaken,
  wasCalled,
} from "./samples.ts";

const alex = { objectId: "alex", tenantId: "tenant", displayName: "Alex Wilber" };
const megan = { ...alex, objectId: "megan", displayName: "Megan Bowen" };
type Place = ReturnType<typeof place> & Readonly<{ joinHours?: number }>;
const alertAs = (more: Partial<Alert> & Pick<Alert, "key">): Alert => ({
  ...{ ...alertOf({}), id: more.key, origin: null, condition: "fired", resolvedAt: null },
  ...{ targets: [], setOn: [], names: [], ...more },
});
const alertOf = (more: Partial<AlertFacts>): AlertFacts => ({
  ...candidate().alert,
  severity: "Sev2",
  ...more,
});

describe.each(backends)("%s", (_name, create) => {
  let store: Store;
  openedFor(create, (opened) => {
    store = opened;
  });

  /** An alert fires there; the name of its firing, and the incident that it would open. */
  async function fires(where: Place, more: Partial<AlertFacts> = {}) {
    const [key, one] = [unique("alert"), candidate({ ...where, alert: alertOf(more) })];
    await received(store, { key, condition: "fired" }, [one]);
    return { key, id: one.id };
  }
  const resolves = (key: string, resolvedAt = clock.now().toISOString()) =>
    received(store, { key, condition: "resolved", resolvedAt }, []);
  const known = async ({ id }: { id: string }): Promise<Incident> => {
    const incident = await store.incident(id);
    if (incident === null) throw new Error(`no incident ${id}`);
    return incident;
  };
  const act = (id: string, what: IncidentAct, by = alex) => actOn(store, id, what, by);

  describe("an alert", () => {
    test("joins the incident of its cluster in its channel, which counts all and lists the open and worst first", async () => {
      const where = place();
      const first = await fires(where, { firedAt: at(1) });
      for (let count = 0; count < 14; count += 1) await fires(where, { severity: "Sev3", firedAt: at(2) });
      const worst = await fires(where, { severity: "Sev0", firedAt: at(3) });
      const ended = await fires(where, { severity: "Sev1", firedAt: at(4) });
      await resolves(ended.key, at(5));
      const { alerts, status } = await known(first);
      const { listed, ...counted } = alerts;
      expect(counted).toEqual({
        ...{ open: 16, resolved: 1, firstFiredAt: at(1), lastFiredAt: at(4), lastResolvedAt: at(5) },
      });
      expect(listed.map(({ alert: { severity }, status: { state } }) => `${severity} ${state}`)).toEqual([
        "Sev0 fired",
        "Sev2 fired",
        ...Array.from({ length: 8 }, () => "Sev3 fired"),
      ]);
      expect(status).toEqual({ state: "open" });
      expect([await store.incident(worst.id), await store.incident(ended.id)]).toEqual([null, null]);
    });

    test("joins it however long it is open", async () => {
      const where = place();
      const first = await fires(where);
      minutesPass(600);
      await fires(where);
      expect((await known(first)).alerts.open).toBe(2);
    });

    test("of another cluster, or in another channel, opens another", async () => {
      const where = place();
      const all = [await fires(where), await fires({ ...where, cluster: place().cluster })];
      all.push(await fires({ ...where, conversation: conversation() }));
      expect((await Promise.all(all.map(known))).map(({ alerts }) => alerts.open)).toEqual([1, 1, 1]);
    });

    test("of the same cluster in other letters joins it", async () => {
      const where = place();
      const first = await fires(where);
      await fires({ ...where, cluster: { ...where.cluster, id: where.cluster.id.toUpperCase() } });
      expect((await known(first)).alerts.open).toBe(2);
    });

    test("the last of which is resolved ends the incident", async () => {
      const where = place();
      const [first, second] = [await fires(where), await fires(where)];
      await resolves(first.key, at(4));
      expect((await known(first)).status).toEqual({ state: "open" });
      await resolves(second.key, at(5));
      expect((await known(first)).status).toEqual({
        ...{ state: "resolved", at: at(5), by: null, because: null },
      });
    });

    test.each<[string, number, boolean, number?]>([
      ["2 h 59 min after it was resolved opens it again", 179, true],
      ["3 h 1 min after it was resolved opens another", 181, false],
      ["59 min after it was resolved opens it again, where that is so for an hour", 59, true, 1],
      ["61 min after it was resolved opens another, where that is so for an hour", 61, false, 1],
      ["2 min after it was resolved opens another, where nothing is opened again", 2, false, 0],
    ])("%s", async (_title, minutes, joins, joinHours = 3) => {
      const where = place();
      const first = await fires(where);
      await act(first.id, { act: "take" });
      await resolves(first.key);
      minutesPass(minutes);
      const since = clock.now().toISOString();
      const again = await fires({ ...where, joinHours });
      expect((await store.incident(again.id)) === null).toBe(joins);
      const { openSince } = await known(first);
      expect(openSince === undefined ? undefined : openSince >= since).toBe(joins ? true : undefined);
      expect(await known(first)).toMatchObject(
        joins
          ? { status: { state: "open" }, owner: null, reopened: 1, alerts: { open: 1, resolved: 1 } }
          : { status: { state: "resolved" }, reopened: 0, alerts: { open: 0, resolved: 1 } },
      );
    });

    test("joins the one that is open, although another one was resolved since", async () => {
      const where = place();
      const open = declared({ ...where, openedAt: at(1) });
      await store.declareIncident(open, card(open), auditEntry());
      await act(open.id, { act: "resolve", because: null });
      const later = declared({ ...where, openedAt: at(2) });
      await store.declareIncident(later, card(later), auditEntry());
      await act(later.id, { act: "resolve", because: null });
      await act(open.id, { act: "reopen" });
      await fires(where);
      expect([(await known(open)).alerts.open, (await known(later)).alerts.open]).toEqual([1, 0]);
    });

    test("joins one that was resolved by hand while others fire: open again", async () => {
      const where = place();
      const first = await fires(where);
      await act(first.id, { act: "resolve", because: "it was a test" });
      await fires(where, { severity: "Sev4" });
      expect(await known(first)).toMatchObject({
        status: { state: "open" },
        reopened: 1,
        alerts: { open: 2 },
      });
    });

    test("that was resolved before it was heard of is counted, and changes nothing else", async () => {
      const where = place();
      const first = await fires(where);
      await act(first.id, { act: "take" });
      const key = unique("alert");
      await resolves(key, at(5));
      await received(store, { key, condition: "fired" }, [
        candidate({ ...where, alert: alertOf({ severity: "Sev0" }) }),
      ]);
      expect(await known(first)).toMatchObject({
        ...{ status: { state: "acknowledged" }, owner: { person: alex }, alerts: { open: 1, resolved: 1 } },
      });
    });

    test("worse than what somebody set has the word again; one that is not leaves it", async () => {
      const where = place();
      const first = await fires(where);
      await act(first.id, { act: "setSeverity", severity: "Sev3" });
      await fires(where, { severity: "Sev3" });
      expect((await known(first)).severity).toBe("Sev3");
      await fires(where, { severity: "Sev1" });
      expect((await known(first)).severity).toBeNull();
    });
  });

  describe("one of a cluster that is muted in its channel", () => {
    const watched = async () => {
      const where = place();
      await store.addWatch({ ...where, by: alex, since: at(1) }, auditEntry());
      return where;
    };
    const until = (time: string) => ({ of: "person" as const, by: alex, until: time, because: "upgrade" });
    const firesMuted = async (where: Place, mute: ReturnType<typeof until>) => {
      const one = candidate({ ...where, alert: alertOf({}), muting: { mute } });
      await received(store, { key: unique("alert"), condition: "fired" }, [one]);
      return { id: one.id };
    };

    test("the watch keeps the mute, and loses it", async () => {
      const where = await watched();
      const kept = async () =>
        (await store.watches()).find(({ conversation }) => conversation.key === where.conversation.key)?.mute;
      const [entry, now] = [auditEntry(), clock.now().toISOString()];
      expect(await store.setMute(where, until(at(50)), now, entry)).toBe(true);
      expect(await kept()).toEqual(until(at(50)));
      expect(await store.setMute(where, null, now, auditEntry())).toBe(true);
      expect(await kept()).toBeUndefined();
      expect(await store.setMute(place(), until(at(50)), now, auditEntry())).toBe(false);
    });

    test("says what held it back; another end, and an early one, are its end too", async () => {
      const where = await watched();
      const now = clock.now().toISOString();
      const first = await firesMuted(where, until("2998-01-01T00:00:00.000Z"));
      expect((await known(first)).muted).toEqual(until("2998-01-01T00:00:00.000Z"));
      await store.setMute(where, until("2999-01-01T00:00:00.000Z"), now, auditEntry());
      expect((await known(first)).muted).toEqual(until("2999-01-01T00:00:00.000Z"));
      await store.setMute(where, null, now, auditEntry());
      expect((await known(first)).muted).toEqual(until(now));
    });

    test("quiet hours are kept, hold its card for as long as they go on, and let it go when they are ended", async () => {
      const where = await watched();
      const now = clock.now().toISOString();
      const never = { days: [], from: "00:00", to: "24:00", timeZone: "Etc/UTC" };
      const quiet = { by: alex, windows: [never] };
      const first = await firesMuted(where, until("2998-01-01T00:00:00.000Z"));
      const follow = (hours: QuietHours | null) =>
        store.addWatch({ ...where, by: alex, since: now, quiet: hours }, auditEntry());
      expect((await follow(quiet)).outcome).toBe("changed");
      expect((await follow(quiet)).outcome).toBe("already");
      expect((await known(first)).muted).toEqual(until(now));
      const { days: _, ...always } = never;
      const daily = { by: alex, windows: [always] };
      await follow(daily);
      expect((await known(first)).muted).toMatchObject({ of: "quietHours" });
      await follow(null);
      expect((await known(first)).muted).toMatchObject({ of: "quietHours", until: now });
      expect(
        (await store.watches()).find(({ conversation }) => conversation.key === where.conversation.key)
          ?.quiet,
      ).toBeUndefined();
    });

    test("is posted at once where somebody declares one, and is told of it", async () => {
      const where = await watched();
      const first = await firesMuted(where, until("2999-01-01T00:00:00.000Z"));
      const one = declared({ ...where, openedAt: clock.now().toISOString() });
      expect((await store.declareIncident(one, card(one), auditEntry()))?.id).toBe(first.id);
      const { muted, declared: by } = await known(first);
      expect([muted, by]).toEqual([until(one.openedAt), one.declared]);
      // Nothing holds it back any more.
      const later = until("2999-02-01T00:00:00.000Z");
      await store.setMute(where, later, clock.now().toISOString(), auditEntry());
      expect((await known(first)).muted).toEqual(until(one.openedAt));
    });

    test("goes when what held it is followed anew, and nothing holds it then", async () => {
      const where = await watched();
      const first = await firesMuted(where, until("2999-01-01T00:00:00.000Z"));
      await store.removeWatch(where, auditEntry());
      const now = clock.now().toISOString();
      await store.addWatch({ ...where, by: alex, since: now }, auditEntry());
      expect((await known(first)).muted).toEqual(until(now));
    });

    test("waits for somebody since an early end of the mute, not since it began", async () => {
      const where = await watched();
      const first = await firesMuted(where, until("2999-01-01T00:00:00.000Z"));
      minutesPass(60);
      await store.setMute(where, null, clock.now().toISOString(), auditEntry());
      await store.adoptMessage(incidentKey(first.id), unique("message"));
      const taken = async (minutes: number) => {
        const [now, all] = [clock.now().getTime(), new Set<string>()];
        for (let looks = 0; looks < 20; looks += 1) {
          const before = new Date(now - minutes * 60_000).toISOString();
          for (const id of await untaken(store, new Date(now).toISOString(), before)) all.add(id);
        }
        return all.has(first.id);
      };
      expect(await taken(5)).toBe(false);
      minutesPass(6);
      expect(await taken(5)).toBe(true);
    });

    test("an alert joins it, whose card stands there and is not held back", async () => {
      const where = await watched();
      const first = await fires(where);
      await store.adoptMessage(incidentKey(first.id), unique("message"));
      await firesMuted(where, until("2999-01-01T00:00:00.000Z"));
      expect((await known(first)).alerts.open).toBe(2);
      expect((await known(first)).muted).toBeUndefined();
    });

    test("is not given out to be escalated while it is", async () => {
      const where = await watched();
      const first = await fires(where);
      await store.adoptMessage(incidentKey(first.id), unique("message"));
      const now = clock.now().toISOString();
      await store.setMute(where, until("2999-01-01T00:00:00.000Z"), now, auditEntry());
      const all: string[] = [];
      for (let looks = 0; looks < 20; looks += 1) all.push(...(await untaken(store, now, now)));
      expect(all).not.toContain(first.id);
      await store.setMute(where, null, now, auditEntry());
      for (let looks = 0; looks < 20; looks += 1) all.push(...(await untaken(store, now, now)));
      expect(all).toContain(first.id);
    });
  });

  describe("one that nobody takes", () => {
    const followed = async () => {
      const where = place();
      await store.addWatch({ ...where, by: alex, since: at(1) }, auditEntry());
      return where;
    };
    const standsInTeams = async ({ id }: { id: string }) => {
      await store.adoptMessage(incidentKey(id), unique("message"));
    };
    const taken = async ({ id }: { id: string }, before: string, calls = 1) => {
      const all: string[] = [];
      for (let looks = 0; looks < 20; looks += 1)
        all.push(...(await untaken(store, clock.now().toISOString(), before, calls)));
      return all.filter((one) => one === id);
    };

    test("is given out once it is open for so long and its card stands there, and once only", async () => {
      const first = await fires(await followed());
      const { openedAt } = await known(first);
      expect(await taken(first, openedAt)).toEqual([]);
      await standsInTeams(first);
      expect(await taken(first, new Date(Date.parse(openedAt) - 1).toISOString())).toEqual([]);
      expect(await taken(first, openedAt)).toEqual([first.id]);
      expect(await taken(first, openedAt)).toEqual([]);
    });

    test("is given out again after a minute, where nobody says that it came to an end", async () => {
      const first = await fires(await followed());
      await standsInTeams(first);
      const { openedAt } = await known(first);
      await taken(first, openedAt);
      minutesPass(1);
      await store.settle(first.id, "diagnosis");
      expect(await taken(first, openedAt)).toEqual([first.id]);
      await wasCalled(store, first.id);
      minutesPass(1);
      expect(await taken(first, openedAt)).toEqual([]);
    });

    test("is given out for the next call so long after the one before, and for no more than there are", async () => {
      const first = await fires(await followed());
      await standsInTeams(first);
      const minutesAgo = (minutes: number) =>
        new Date(clock.now().getTime() - minutes * 60_000).toISOString();
      const due = () => taken(first, minutesAgo(5), 2);
      minutesPass(6);
      expect(await due()).toEqual([first.id]);
      const calledAt = clock.now().toISOString();
      await wasCalled(store, first.id);
      minutesPass(4);
      expect(await due()).toEqual([]);
      expect((await known(first)).calling).toEqual({
        since: calledAt,
        made: [{ at: calledAt, schedules: ["nights"], people: [] }],
      });
      minutesPass(2);
      expect(await due()).toEqual([first.id]);
      await wasCalled(store, first.id);
      minutesPass(60);
      expect(await due()).toEqual([]);
    });

    test("says how many calls were made before, of two processes at once to one alone", async () => {
      const first = await fires(await followed());
      await standsInTeams(first);
      minutesPass(6);
      const look = async () => {
        const [now, before] = [clock.now(), new Date(clock.now().getTime() - 300_000)].map((one) =>
          one.toISOString(),
        );
        const given: { id: string; made: number }[] = [];
        for (let looks = 0; looks < 20; looks += 1) {
          const both = [0, 1].map(() => store.takeUntaken(now ?? "", before ?? "", () => 2));
          given.push(...(await Promise.all(both)).flat());
        }
        return given.filter(({ id }) => id === first.id);
      };
      expect(await look()).toEqual([{ id: first.id, made: 0 }]);
      await wasCalled(store, first.id);
      expect(await look()).toEqual([]);
      minutesPass(6);
      expect(await look()).toEqual([{ id: first.id, made: 1 }]);
    });

    test("opened again, it is called from the first on", async () => {
      const first = await fires(await followed());
      await standsInTeams(first);
      await wasCalled(store, first.id);
      await act(first.id, { act: "resolve", because: null });
      await act(first.id, { act: "reopen" });
      expect((await known(first)).calling?.made).toEqual([]);
    });

    test("counts from when it was opened again", async () => {
      const first = await fires(await followed());
      await standsInTeams(first);
      const { openedAt } = await known(first);
      await taken(first, openedAt);
      minutesPass(1);
      await act(first.id, { act: "resolve", because: null });
      await act(first.id, { act: "reopen" });
      expect(await taken(first, openedAt)).toEqual([]);
      expect(await taken(first, clock.now().toISOString())).toEqual([first.id]);
    });

    test.each<[string, IncidentAct]>([
      ["somebody has it", { act: "take" }],
      ["it is over", { act: "resolve", because: null }],
    ])("is not given out where %s", async (_, what) => {
      const first = await fires(await followed());
      await standsInTeams(first);
      await act(first.id, what);
      expect(await taken(first, (await known(first)).openedAt)).toEqual([]);
    });
  });

  describe("one that somebody declares", () => {
    test("is kept as it was declared, with its audit entry, and alerts join it", async () => {
      const where = place();
      const [made, audit] = [declared(where), auditEntry()];
      await store.declareIncident(made, card(made), audit);
      const rest = { messageId: null, diagnosis: null, cause: null, change: null };
      expect(await known(made)).toMatchObject({
        ...made,
        ...rest,
        alerts: { open: 0, resolved: 0, listed: [] },
      });
      expect((await store.auditEvents(1_000)).map(({ action }) => action)).toContain(audit.action);
      await fires(where);
      expect((await known(made)).alerts.open).toBe(1);
    });

    test("stays open when its last alert is resolved", async () => {
      const where = place();
      const made = declared(where);
      await store.declareIncident(made, card(made), auditEntry());
      const { key } = await fires(where);
      await resolves(key);
      expect(await known(made)).toMatchObject({
        status: { state: "open" },
        alerts: { open: 0, resolved: 1 },
      });
    });
  });

  describe("one that is merged into another", () => {
    /** Both of one cluster in one channel; the first is over and was opened again by hand, as both go on. */
    const two = async () => {
      const where = place();
      const first = await fires(where);
      await act(first.id, { act: "resolve", because: null });
      minutesPass(181);
      const second = await fires(where);
      await act(first.id, { act: "reopen" });
      return { where, first, second };
    };
    const merge = (from: { id: string }, into: { id: string }, by = alex) =>
      store.mergeIncidents(
        { from: from.id, into: into.id },
        { person: by, at: clock.now().toISOString() },
        auditEntry({
          action: "incident.merge",
          outcome: "recorded",
          detail: { incident: into.id, from: from.id },
        }),
      );

    test("gives it its alerts and its runs, and is over", async () => {
      const { first, second } = await two();
      const one = run({ incident: second.id, task: fixTask(unique("R")) });
      await store.createRun(one, null, [], auditEntry());
      await act(second.id, { act: "take" });
      expect(await merge(second, first, megan)).toBe(true);
      expect(await known(first)).toMatchObject({
        ...{ status: { state: "acknowledged" }, owner: { person: alex }, alerts: { open: 2 } },
        change: one.id,
      });
      expect(await known(second)).toMatchObject({
        ...{
          status: { state: "resolved", by: megan },
          alerts: { open: 0 },
          change: null,
          mergedInto: first.id,
        },
      });
    });

    test("is not merged twice, nor into one that was merged", async () => {
      const { where, first, second } = await two();
      await merge(second, first);
      const third = declared(where);
      await act(first.id, { act: "resolve", because: null });
      await store.declareIncident(third, card(third), auditEntry());
      expect(await Promise.all([merge(second, third), merge(third, second)])).toEqual([false, false]);
      expect((await known(third)).mergedInto).toBeUndefined();
      expect(await store.mergeIncidents({ from: third.id, into: "I-unknown" }, by(), auditEntry())).toBe(
        false,
      );
    });
    const by = () => ({ person: alex, at: clock.now().toISOString() });

    test("leads to where that was merged into later", async () => {
      const { where, first, second } = await two();
      await merge(second, first);
      const third = declared(where);
      await act(first.id, { act: "resolve", because: null });
      await store.declareIncident(third, card(third), auditEntry());
      await merge(first, third);
      expect([(await known(second)).mergedInto, (await known(third)).alerts.open]).toEqual([third.id, 2]);
      const told = (await store.incidentTrail(third.id, 9)).filter(
        ({ action }) => action === "incident.merge",
      );
      expect(told.map(({ detail }) => detail.from)).toEqual([second.id, first.id]);
    });

    test("takes no alert, is listed nowhere, and its thread is the other one's", async () => {
      const { where, first, second } = await two();
      const messageId = unique("message");
      await store.adoptMessage(incidentKey(second.id), messageId);
      await merge(second, first);
      await fires(where);
      expect((await known(first)).alerts.open).toBe(3);
      expect((await store.incidentsIn(where.conversation.key, 9)).map(({ id }) => id)).toEqual([first.id]);
      expect(await store.incidentOfMessage(where.conversation.key, messageId)).toBe(first.id);
    });

    test("into one whose card was held back: that is posted at once", async () => {
      const where = place();
      const first = await fires(where);
      await act(first.id, { act: "resolve", because: null });
      minutesPass(181);
      const mute = { of: "person", by: alex, until: "2999-01-01T00:00:00.000Z", because: null } as const;
      const second = candidate({ ...where, alert: alertOf({}), muting: { mute } });
      await received(store, { key: unique("alert"), condition: "fired" }, [second]);
      await act(first.id, { act: "reopen" });
      await merge(first, second);
      expect((await known(second)).muted?.until).not.toBe(mute.until);
    });

    test("a run that was asked for before, and is written after, is one of the other's", async () => {
      const { first, second } = await two();
      await merge(second, first);
      const late = run({ incident: second.id, task: fixTask(unique("R")) });
      await store.createRun(late, null, [], auditEntry());
      expect((await known(first)).change).toBe(late.id);
    });

    test("while its runs come to their ends: none waits for the other, and nothing is lost", async () => {
      const { first, second } = await two();
      const all = Array.from({ length: 8 }, () =>
        run({
          ...{ incident: second.id, task: fixTask(unique("R")) },
          status: { state: "running", startedAt: at(1) },
        }),
      );
      for (const one of all) await store.createRun(one, null, [], auditEntry());
      const end: RunState = { state: "succeeded", finishedAt: at(9), result: null, diagnosis: null };
      const done = await Promise.all([
        ...all.slice(0, 4).map(({ id }) => store.moveRun(id, ["running"], end, [], null)),
        merge(second, first),
        ...all.slice(4).map(({ id }) => store.moveRun(id, ["running"], end, [], null)),
      ]);
      expect(new Set(done)).toEqual(new Set([true]));
      expect((await known(first)).change).not.toBeNull();
    });

    test("its alerts are resolved where they are now", async () => {
      const { first, second } = await two();
      await merge(second, first);
      await resolves(second.key);
      await resolves(first.key);
      expect(await known(first)).toMatchObject({ status: { state: "resolved" }, alerts: { resolved: 2 } });
    });

    test("leaves its steps on the story of that one", async () => {
      const { first, second } = await two();
      await store.appendAudit(auditEntry({ action: "incident.note", detail: { incident: second.id } }));
      await merge(second, first);
      const told = (await store.incidentTrail(first.id, 99)).map(({ action }) => action);
      expect(told.filter((action) => ["incident.note", "incident.merge"].includes(action))).toEqual([
        "incident.note",
        "incident.merge",
      ]);
    });
  });

  test("its rules in earlier incidents of the cluster in the channel: in how many, and the newest", async () => {
    const where = place();
    const night = async (into: Place, ...rules: readonly string[]) => {
      const all = [];
      for (const rule of rules) all.push(await fires(into, { rule }));
      for (const { key } of all) await resolves(key);
      minutesPass(200);
      const [first] = all;
      return first === undefined ? Promise.reject(new Error("no rule")) : known(first);
    };
    const oldest = await night(where, "a", "a");
    const middle = await night(where, "a", "c");
    const { rootCause } = brokenDiagnosis;
    const cause = rootCause && { check: rootCause.check, facts: rootCause.facts };
    const earlier = ({ id, openedAt }: Pick<Incident, "id" | "openedAt">, found: typeof cause) => ({
      ...{ incident: id, at: openedAt, because: null, endedBy: "itself", cause: found },
      changed: (found && rootCause?.changed) ?? null,
    });
    const status: RunState = {
      state: "succeeded",
      finishedAt: at(9),
      result: null,
      diagnosis: brokenDiagnosis,
    };
    await store.createRun(run({ incident: middle.id, status }), null, [], auditEntry());
    await night({ ...where, conversation: conversation() }, "a", "b");
    const now = await night(where, "a", "b");
    await night(where, "a");
    expect(await store.firedBefore(now, oldest.openedAt)).toEqual([
      { rule: "a", incidents: 2, newest: [earlier(middle, cause), earlier(oldest, null)] },
    ]);
    expect(await store.firedBefore(now, now.openedAt)).toEqual([]);
  });

  describe("one whose alerts of a rule are split from it", () => {
    /** Two rules of one incident, the second of them in two firings. */
    const mixed = async () => {
      const where = place();
      const first = await fires(where, { rule: "a" });
      const [second, third] = [await fires(where, { rule: "b" }), await fires(where, { rule: "b" })];
      return { where, first, second, third };
    };
    const split = async (id: string, rule: string, by = alex): Promise<string> => {
      const own = unique("I");
      const done = await store.splitIncident(id, (current, { rules, splits }) => {
        const taken = rules.find((each) => each.rule === rule);
        const before = splits.find((each) => each.rules.includes(rule));
        const after =
          taken && afterSplit(current, rules, taken, { now: clock.now().toISOString(), into: own });
        const said = before?.id ?? "nothing";
        if (!after?.ok || current.mergedInto !== undefined) return { said, split: null };
        const { source, own: status } = after;
        const entry = (detail: AuditEntry["detail"]) => auditEntry({ action: "incident.split", detail });
        const audit = [entry({ incident: id, rule, into: own }), entry({ incident: own, rule, from: id })];
        const when = clock.now().toISOString();
        return { said: own, split: { id: own, rule, by, at: when, source, own: status, audit } };
      });
      return done ?? "unknown";
    };
    const rulesOf = async (id: string) =>
      (await store.incidentAlerts(id, 99)).map(({ alert }) => alert.rule).toSorted();

    test("become those of a new one, with its card; both name each other, and tell it in their stories", async () => {
      const { first, where } = await mixed();
      const id = await split(first.id, "b", megan);
      expect([await rulesOf(first.id), await rulesOf(id)]).toEqual([["a"], ["b", "b"]]);
      expect(await known({ id })).toMatchObject({
        ...{ status: { state: "open" }, owner: null, reopened: 0, cluster: where.cluster },
        split: { from: first.id, rules: ["b"], by: megan },
      });
      const about = { rules: ["b"], by: "Megan Bowen" };
      expect(await store.linkedIncidents(first.id)).toMatchObject([
        { incident: id, why: { is: "splitInto", ...about } },
      ]);
      expect(await store.linkedIncidents(id)).toMatchObject([
        { incident: first.id, why: { is: "splitFrom", ...about } },
      ]);
      for (const each of [first.id, id])
        expect((await store.incidentTrail(each, 9)).map(({ action }) => action)).toEqual(["incident.split"]);
      expect(await store.adoptMessage(incidentKey(id), unique("message"))).toBe("adopted");
    });

    test("take later firings of that rule, also those that open it again; others join the one before", async () => {
      const { first, where } = await mixed();
      const id = await split(first.id, "b");
      await fires(where, { rule: "b" });
      await fires(where, { rule: "c" });
      expect([await rulesOf(first.id), await rulesOf(id)]).toEqual([
        ["a", "c"],
        ["b", "b", "b"],
      ]);
      await act(id, { act: "resolve", because: null });
      minutesPass(60);
      await fires(where, { rule: "b" });
      expect(await known({ id })).toMatchObject({ status: { state: "open" }, reopened: 1 });
      await act(id, { act: "resolve", because: null });
      minutesPass(181);
      await fires(where, { rule: "b" });
      expect(await rulesOf(first.id)).toEqual(["a", "b", "c"]);
    });

    test("of another rule open one of their own, where the one before is long over; so does whoever declares one", async () => {
      const { first, where } = await mixed();
      const id = await split(first.id, "b");
      await act(first.id, { act: "resolve", because: null });
      const by = declared(where);
      expect(await store.declareIncident(by, card(by), auditEntry())).toBeNull();
      await act(by.id, { act: "resolve", because: null });
      minutesPass(181);
      const other = await fires(where, { rule: "c" });
      expect([await rulesOf(other.id), await rulesOf(id)]).toEqual([["c"], ["b", "b"]]);
      expect((await store.openIncident(where.cluster.id, where.conversation.key))?.id).toBe(other.id);
    });

    test("are resolved where they are now", async () => {
      const { first, second, third } = await mixed();
      const id = await split(first.id, "b");
      await resolves(second.key, at(5));
      await resolves(third.key, at(6));
      expect(await known({ id })).toMatchObject({ status: { state: "resolved", at: at(6) } });
      expect(await known(first)).toMatchObject({ status: { state: "open" }, alerts: { open: 1 } });
    });

    test("by two at once: one does, and the other hears of it", async () => {
      const { first } = await mixed();
      const both = await Promise.all([split(first.id, "b"), split(first.id, "b", megan)]);
      expect(both[0]).toBe(both[1]);
      expect(await rulesOf(both[0])).toEqual(["b", "b"]);
    });

    test("while alerts join and are resolved: none is lost", async () => {
      const { first, second, where } = await mixed();
      const join = ({ alert }: TakenAlert): Joining => ({
        candidates: alert.condition === "fired" ? [candidate({ ...where, alert })] : [],
        audit: [],
      });
      const joinAll = async (): Promise<void> => {
        while (await store.joinAlerts(join));
      };
      const take = (alert: Partial<Alert>) =>
        store.takeAlerts([
          {
            alert: alertAs({ key: unique("alert"), ...alert }),
            sender: { by: "secret", source: "grafana" },
            receivedAt: clock.now().toISOString(),
          },
        ]);
      for (const rule of ["b", "a", "b", "a", "b", "a", "b", "a"]) await take({ rule });
      await take({ key: second.key, condition: "resolved", resolvedAt: at(5) });
      for (const rule of ["b", "a", "b", "a"]) await take({ rule });
      const [id] = await Promise.all([split(first.id, "b"), joinAll(), joinAll()]);
      await joinAll();
      expect(await rulesOf(first.id)).toEqual(Array.from({ length: 7 }, () => "a"));
      expect((await known({ id })).alerts).toMatchObject({ open: 7, resolved: 1 });
    });

    test("whose card was held back: that is posted at once, since the new one names it", async () => {
      const mute = { of: "person", by: alex, until: "2999-01-01T00:00:00.000Z", because: null } as const;
      const [where, muting] = [place(), { mute }];
      const first = candidate({ ...where, alert: alertOf({ rule: "a" }), muting });
      const second = candidate({ ...where, alert: alertOf({ rule: "b" }), muting });
      for (const one of [first, second])
        await received(store, { key: unique("alert"), condition: "fired" }, [one]);
      expect((await known(first)).muted?.until).toBe(mute.until);
      await split(first.id, "b");
      expect((await known(first)).muted?.until).not.toBe(mute.until);
    });

    test("of one that was split itself: it takes them no more", async () => {
      const { first, where } = await mixed();
      const [one, other] = [await split(first.id, "b"), await split(first.id, "b")];
      expect(other).toBe(one);
      await store.mergeIncidents(
        { from: one, into: first.id },
        { person: alex, at: clock.now().toISOString() },
        auditEntry({ action: "incident.merge", detail: { incident: first.id, from: one } }),
      );
      await fires(where, { rule: "b" });
      expect(await rulesOf(first.id)).toEqual(["a", "b", "b", "b"]);
      expect(await store.linkedIncidents(first.id)).toEqual([]);
      expect(await split(one, "b")).toBe("nothing");
    });

    test("and one that was split from it is merged: the one that it is now has what was split from it", async () => {
      const { first, where } = await mixed();
      await fires(where, { rule: "c" });
      const [nodes, pods] = [await split(first.id, "b"), await split(first.id, "c")];
      await store.mergeIncidents(
        { from: first.id, into: nodes },
        { person: alex, at: clock.now().toISOString() },
        auditEntry(),
      );
      expect(await known({ id: nodes })).not.toHaveProperty("split");
      expect((await known({ id: pods })).split?.from).toBe(nodes);
      await fires(where, { rule: "d" });
      expect(await rulesOf(nodes)).toEqual(["a", "b", "b", "d"]);
    });
  });

  describe("what somebody does with it", () => {
    test("is written down with its audit entry; what comes to nothing is not", async () => {
      const first = await fires(place());
      expect(await act(first.id, { act: "take" })).toBe("done");
      expect(await act(first.id, { act: "take" })).toBe("alreadyYours");
      expect(await known(first)).toMatchObject({
        status: { state: "acknowledged" },
        owner: { person: alex },
      });
      expect(await store.incidentTrail(first.id, 10)).toHaveLength(1);
    });

    test("of one that is not known: nothing", async () => {
      expect(await act("I-unknown", { act: "take" })).toBeNull();
    });

    test("at the same time, by twenty people: each sees what the others made of it, and one has it in the end", async () => {
      const first = await fires(place());
      const seen: (string | null)[] = [];
      const people = Array.from({ length: 20 }, (_, index) => ({ ...alex, objectId: `person-${index}` }));
      await Promise.all(
        people.map((person) =>
          store.stepIncident(first.id, (incident): IncidentMove<null> => {
            seen.push(incident.owner?.person.objectId ?? null);
            const after = afterAct(incident, { act: "take" }, person, clock.now().toISOString());
            return { said: null, to: after.ok ? after.to : null, messages: [], audit: null };
          }),
        ),
      );
      const last = (await known(first)).owner?.person.objectId;
      expect([...seen, last].toSorted()).toEqual(
        [null, ...people.map(({ objectId }) => objectId)].toSorted(),
      );
    });

    test("while alerts join: neither is lost", async () => {
      const where = place();
      const first = await fires(where);
      await Promise.all([
        ...Array.from({ length: 10 }, () => fires(where, { severity: "Sev4" })),
        act(first.id, { act: "take" }),
        act(first.id, { act: "setSeverity", severity: "Sev1" }, megan),
      ]);
      await fires(where, { severity: "Sev4" });
      expect(await known(first)).toMatchObject({
        ...{ owner: { person: alex }, severity: "Sev1", alerts: { open: 12 } },
      });
    });
  });

  test("declared by several at once: one, which the others are given", async () => {
    const where = place();
    const all = [1, 2, 3, 4, 5].map(() => declared(where));
    const given = await Promise.all(all.map((one) => store.declareIncident(one, card(one), auditEntry())));
    const [made, ...more] = all.filter((_one, at) => given[at] === null);
    expect(more).toEqual([]);
    expect(given.flatMap((one) => one?.id ?? [])).toEqual([1, 2, 3, 4].map(() => made?.id));
  });

  describe("are found", () => {
    test("in their channel: what is open before what is over, the newest first", async () => {
      const { conversation: channel } = place();
      const opened = (openedAt: string) => declared({ ...place(), conversation: channel, openedAt });
      const all = [opened(at(1)), opened(at(2)), opened(at(3)), opened(at(4))];
      for (const one of all) await store.declareIncident(one, card(one), auditEntry());
      await act(all[3]?.id ?? "", { act: "resolve", because: null });
      const ids = async (limit: number) => (await store.incidentsIn(channel.key, limit)).map(({ id }) => id);
      expect(await ids(9)).toEqual([2, 1, 0, 3].map((index) => all[index]?.id));
      expect(await ids(2)).toEqual([2, 1].map((index) => all[index]?.id));
      expect(await store.incidentsIn(unique("channel"), 9)).toEqual([]);
    });

    test("since a time: the newest first, each as severe as somebody set it", async () => {
      const { conversation: channel } = place();
      const opened = (openedAt: string) => declared({ ...place(), conversation: channel, openedAt });
      const all = [opened(at(1)), opened(at(2)), opened(at(3))];
      for (const one of all) await store.declareIncident(one, card(one), auditEntry());
      await act(all[2]?.id ?? "", { act: "resolve", because: null });
      const since = await store.incidentsSince(channel.key, at(2));
      expect(since.map(({ id, severity }) => [id, severity])).toEqual(
        [all[2], all[1]].map((one) => [one?.id, one?.severity]),
      );
      expect(since[0]?.cluster).toEqual(all[2]?.cluster);
    });

    test("by their cluster: the newest that is not resolved", async () => {
      const where = place();
      const [old, fresh] = [declared({ ...where, openedAt: at(1) }), declared({ ...where, openedAt: at(2) })];
      await store.declareIncident(old, card(old), auditEntry());
      await act(old.id, { act: "resolve", because: null });
      await store.declareIncident(fresh, card(fresh), auditEntry());
      await act(old.id, { act: "reopen" });
      const found = async (id = where.cluster.id) =>
        (await store.openIncident(id, where.conversation.key))?.id;
      expect([await found(), await found(where.cluster.id.toUpperCase())]).toEqual([fresh.id, fresh.id]);
      expect(await found("/c/another")).toBeUndefined();
      expect(await store.openIncident(where.cluster.id, unique("channel"))).toBeNull();
      await act(fresh.id, { act: "resolve", because: null });
      expect(await found()).toBe(old.id);
      await act(old.id, { act: "resolve", because: null });
      expect(await found()).toBeUndefined();
    });
  });

  describe("their story", () => {
    test("has room for what was done, however often somebody looked or was refused", async () => {
      const first = await fires(place());
      const entry = (action: string, outcome: "allowed" | "denied" | "recorded") =>
        store.appendAudit(auditEntry({ action, outcome, detail: { incident: first.id } }));
      for (const action of ["incident.timeline", "incident.report", "output.read", "change.review"])
        await entry(action, "recorded");
      await entry("incident.take", "denied");
      await entry("incident.note", "recorded");
      expect((await store.incidentTrail(first.id, 1)).map(({ action }) => action)).toEqual(["incident.note"]);
    });

    test("is what the trail says of them and of the runs in their thread, oldest first", async () => {
      const [first, other] = [await fires(place()), await fires(place())];
      const entry = (action: string, incident: string | null, runId: string | null = null) =>
        store.appendAudit(auditEntry({ action, runId, detail: incident === null ? {} : { incident } }));
      const [inside, elsewhere] = [unique("R"), unique("R")];
      await entry("1", first.id);
      await entry("2", first.id, inside);
      await entry("not", other.id, elsewhere);
      await entry("3", null, inside);
      await entry("not", null, elsewhere);
      await entry("4", first.id);
      const told = async (limit: number) =>
        (await store.incidentTrail(first.id, limit)).map(({ action }) => action);
      expect(await told(100)).toEqual(["1", "2", "3", "4"]);
      expect(await told(2)).toEqual(["1", "2"]);
    });

    test("names people as they were called last, and nobody who is not known", async () => {
      const [one, other] = [unique("oid"), unique("oid")].map((objectId) => ({ ...alex, objectId }));
      if (one === undefined || other === undefined) throw new Error("nobody");
      await store.rememberName(one);
      minutesPass(120);
      await store.rememberName({ ...one, displayName: "Alex W." });
      expect(await store.namesOf([one, other])).toEqual(new Map([[personKey(one), "Alex W."]]));
      expect(await store.namesOf([{ ...one, tenantId: "elsewhere" }])).toEqual(new Map());
      expect(await store.namesOf([])).toEqual(new Map());
    });
  });

  describe("runs of their thread", () => {
    const asked = async (incident: string, more: Partial<PersonsRun>) => {
      const one = run({ incident, ...more });
      await store.createRun(one, null, [], auditEntry());
      return one;
    };
    const found = {
      state: "succeeded",
      finishedAt: at(9),
      result: null,
      diagnosis: healthyDiagnosis,
    } as const;
    const seen = { state: "running", startedAt: at(4), diagnosis: healthyDiagnosis } as const;

    describe("of other clusters, by what Azure says of itself", () => {
      const event = (region: string, incidentType = "Incident"): Partial<AlertFacts> => ({
        reason: {
          ...{ is: "serviceHealth", incidentType, title: "API servers", stage: "Active" },
          where: ["Azure Kubernetes Service (AKS)", region],
        },
      });
      const platform: Partial<AlertFacts> = {
        reason: { is: "health", title: null, now: "Unavailable", was: "Available", cause: "azure" },
      };
      const firesOf = async (where: Place, more: Partial<AlertFacts>, origin: string | null = null) => {
        const [key, one] = [unique("alert"), candidate({ ...where, alert: alertOf(more) })];
        await received(store, { key, condition: "fired", origin }, [one]);
        return one.id;
      };
      /** Two clusters that one channel follows, in these regions. */
      const two = async (...regions: readonly (string | undefined)[]) => {
        const channel = conversation();
        const all = regions.map((region) => ({ where: { ...place(), conversation: channel }, region }));
        for (const { where, region } of all)
          await store.addWatch(
            { ...where, by: alex, since: clock.now().toISOString(), ...(region && { region }) },
            auditEntry(),
          );
        return all.map(({ where }) => where) as [Place, Place];
      };
      const why = async (id: string) =>
        (await store.linkedIncidents(id)).map((one) => [one.incident, one.why]);

      test("alerts of one event of Service Health: each names the other one", async () => {
        const [first, second] = await two(undefined, undefined);
        const origin = unique("event");
        const ids = [
          await firesOf(first, event("Global"), origin),
          await firesOf(second, event("Global"), origin),
        ];
        expect(await why(ids[0] ?? "")).toEqual([[ids[1], { is: "event" }]]);
        expect(await why(ids[1] ?? "")).toEqual([[ids[0], { is: "event" }]]);
      });

      const isRegion = { is: "region", region: "westeurope" };
      test.each<[string, readonly [string, string], Partial<AlertFacts>, Partial<AlertFacts>, object | null]>(
        [
          ["an event of their region", ["westeurope", "westeurope"], event("West Europe"), {}, isRegion],
          [
            "one of several regions",
            ["westeurope", "westeurope"],
            event("North Europe, West Europe"),
            {},
            isRegion,
          ],
          ["of another region", ["eastus", "eastus"], event("East US 2"), {}, null],
          ["in two regions", ["westeurope", "northeurope"], event("West Europe"), {}, null],
          [
            "planned maintenance",
            ["westeurope", "westeurope"],
            event("West Europe", "Maintenance"),
            {},
            null,
          ],
          ["the platform, as Azure says of both", ["westeurope", "westeurope"], platform, platform, isRegion],
          ["the platform, as it says of one", ["westeurope", "westeurope"], platform, {}, null],
        ],
      )("%s", async (_name, regions, one, other, link) => {
        const [first, second] = await two(...regions);
        const [mine, theirs] = [await firesOf(first, one), await firesOf(second, other)];
        expect(await why(mine)).toEqual(link === null ? [] : [[theirs, link]]);
        expect(await why(theirs)).toEqual(link === null ? [] : [[mine, link]]);
      });

      test("the platform, as a diagnosis of one found and an alert of the other says", async () => {
        const [first, second] = await two("westeurope", "westeurope");
        const [mine, theirs] = [await firesOf(first, {}), await firesOf(second, platform)];
        const rootCause = {
          ...{ check: "cluster.resource-health", resourceId: first.cluster.id },
          ...{ confidence: "certain" as const, facts: [{ is: "incident" }] },
        };
        await asked(mine, { status: { ...found, diagnosis: { ...brokenDiagnosis, rootCause } } });
        expect(await why(mine)).toEqual([[theirs, isRegion]]);
        expect(await why(theirs)).toEqual([[mine, isRegion]]);
      });

      test("once, and hours after the end of one no more", async () => {
        const [first, second] = await two("westeurope", "westeurope");
        const origin = unique("event");
        const mine = await firesOf(first, event("West Europe"), origin);
        const theirs = await firesOf(second, event("West Europe"), origin);
        expect(await why(mine)).toEqual([[theirs, { is: "event" }]]);
        await act(mine, { act: "resolve", because: null });
        minutesPass(181);
        await act(theirs, { act: "resolve", because: null });
        const third = await firesOf(
          { ...place(), conversation: first.conversation },
          event("West Europe"),
          origin,
        );
        expect((await why(third)).map(([id]) => id)).not.toContain(mine);
      });
    });

    describe("that found the same cause at the same component", () => {
      const hub = "/subscriptions/s/resourceGroups/hub/providers/Microsoft.Network/azureFirewalls/fw";
      const finds = (id: string, resourceId: string | undefined, check = "dns.link-client") =>
        asked(id, {
          status: {
            ...found,
            diagnosis: {
              ...brokenDiagnosis,
              rootCause: { check, facts: [], confidence: "certain", ...(resourceId && { resourceId }) },
            },
          },
        });
      const linked = (id: string) => store.linkedIncidents(id);
      /** Two clusters of one channel. */
      const two = async () => {
        const where = place();
        const first = await fires(where);
        const second = await fires({ ...place(), conversation: where.conversation });
        return { first, second };
      };

      test("each names the other one, with its state and owner", async () => {
        const { first, second } = await two();
        await finds(first.id, hub);
        expect(await linked(first.id)).toEqual([]);
        await finds(second.id, hub.toUpperCase());
        const why = { is: "cause" };
        const other = { incident: second.id, cluster: "prod-1", state: "open", owner: null, why };
        expect(await linked(first.id)).toEqual([other]);
        await act(second.id, { act: "take" });
        expect(await linked(first.id)).toEqual([{ ...other, state: "acknowledged", owner: "Alex Wilber" }]);
        expect((await linked(second.id)).map(({ incident }) => incident)).toEqual([first.id]);
      });

      test.each<[string, string | undefined, string | undefined]>([
        ["another component", `${hub}2`, undefined],
        ["another cause", hub, "nsg.outbound"],
        ["no component", undefined, undefined],
      ])("%s: neither names the other", async (_name, resourceId, check) => {
        const { first, second } = await two();
        await finds(first.id, resourceId === undefined ? undefined : hub);
        await finds(second.id, resourceId, check);
        expect([await linked(first.id), await linked(second.id)]).toEqual([[], []]);
      });

      test("in another channel, or of the same cluster: not named", async () => {
        const where = place();
        const [first, elsewhere] = [await fires(where), await fires(place())];
        const same = declared({ ...where, openedAt: clock.now().toISOString() });
        await act(first.id, { act: "resolve", because: null });
        await store.declareIncident(same, card(same), auditEntry());
        for (const { id } of [first, elsewhere, same]) await finds(id, hub);
        expect(await linked(first.id)).toEqual([]);
      });

      test.each<[string, number, boolean]>([
        ["over for less than three hours when the other one began: named", 179, true],
        ["over for longer: not named", 181, false],
      ])("%s", async (_name, minutes, isNamed) => {
        const where = place();
        const first = await fires(where);
        await act(first.id, { act: "resolve", because: null });
        minutesPass(minutes);
        const second = await fires({ ...place(), conversation: where.conversation });
        for (const { id } of [first, second]) await finds(id, hub);
        const names = async ({ id }: { id: string }) => (await linked(id)).map(({ incident }) => incident);
        expect(await names(second)).toEqual(isNamed ? [first.id] : []);
        expect(await names(first)).toEqual(isNamed ? [second.id] : []);
      });
    });
    const moves = ({ id }: Run, from: RunStateName, to: RunState) => store.moveRun(id, [from], to, [], null);

    test("the newest diagnosis with a result is on the card, and none that only its requester may see", async () => {
      const { id } = await fires(place());
      const first = await asked(id, { createdAt: at(1), status: { state: "running", startedAt: at(1) } });
      const second = await asked(id, { createdAt: at(2) });
      const hidden = await asked(id, { createdAt: at(3), show: "personal" });
      await asked(id, { createdAt: at(3), task: { kind: "access", client: {} }, status: found });
      expect((await known({ id })).diagnosis).toBeNull();
      for (const one of [first, hidden])
        await moves(one, one === first ? "running" : "queued", one === first ? found : seen);
      expect((await known({ id })).diagnosis).toBe(first.id);
      await moves(second, "queued", { state: "running", startedAt: at(4) });
      expect((await known({ id })).diagnosis).toBe(first.id);
      await moves(second, "running", seen);
      expect((await known({ id })).diagnosis).toBe(second.id);
      expect(await store.run(first.id)).toMatchObject({ incident: id });
    });

    test("what was the cause stays with it, though a later diagnosis finds none, or another one for its requester alone", async () => {
      const { id } = await fires(place());
      const broken = { ...found, diagnosis: brokenDiagnosis };
      const first = await asked(id, { createdAt: at(1), status: broken });
      expect(await known({ id })).toMatchObject({ diagnosis: first.id, cause: first.id });
      const well = await asked(id, { createdAt: at(2), status: found });
      await asked(id, { createdAt: at(3), show: "personal", status: broken });
      expect(await known({ id })).toMatchObject({ diagnosis: well.id, cause: first.id });
    });

    test("the newest change or fix is on the card, however far it is; one that was made mitigates the incident", async () => {
      const where = place();
      const { id, key } = await fires(where);
      await act(id, { act: "take" });
      const of = (createdAt: string, status: RunState) =>
        asked(id, { task: fixTask(unique("R")), createdAt, status });
      const applying = { state: "running", startedAt: at(1) } as const;
      const [old, fresh] = [await of(at(1), applying), await of(at(2), { state: "queued" })];
      expect((await known({ id })).change).toBe(fresh.id);
      await moves(old, "running", { ...found, diagnosis: brokenDiagnosis });
      expect((await known({ id })).status.state).toBe("acknowledged");
      await moves(fresh, "queued", applying);
      await moves(fresh, "running", found);
      expect((await known({ id })).status).toEqual({ state: "mitigated", at: at(9) });
      await fires(where);
      expect((await known({ id })).status.state).toBe("acknowledged");
      await resolves(key);
    });
  });
});
