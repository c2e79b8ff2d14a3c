// PagerDuty, Opsgenie, Graph and calendars behind one port: each by the bodies that its documentation shows.
import type { RequesterCredential } from "../../src/app/ports/azure.ts";
import type { TextWork } from "../../src/app/ports/text-work.ts";
import type { OnCallSource } from "../../src/core/on-call/on-call.ts";
import { readCalendar } from "../../src/core/on-call/read-calendar.ts";
import { createOnCall, type Times } from "../../src/on-call/on-call.ts";
import { alex, megan } from "../fakes/people.ts";
import { type Reply, type StandIn, startStandIn } from "./stand-in.ts";

let service: StandIn;
let graph: StandIn;
/** What the killable thread answers with. */
const textWork: Pick<TextWork, "readCalendar"> = {
  readCalendar: async (asked) => ({ ok: true, read: readCalendar(asked) }),
};
beforeAll(async () => {
  [service, graph] = [await startStandIn(), await startStandIn()];
});
beforeEach(() => {
  service.answers({ status: 404 });
  graph.answers({ status: 403 });
});
afterAll(async () => {
  await Promise.all([service.close(), graph.close()]);
});

const at = new Date("2026-12-01T23:00:00Z");
const times: Times = { read: 5_000, find: 5_000, pause: 1, keep: 60_000, keepFailed: 10_000 };
const secret = "u+7fTAH_b3VPEYtX3zhw";

const settings = () => ({
  pagerduty: { origin: service.origin, token: secret },
  opsgenie: { origin: service.origin, key: secret },
  calendars: { rota: `${service.origin}/private-${secret}/basic.ics` },
});
const onCallWith = (given: Partial<Times> = {}, known: Partial<ReturnType<typeof settings>> = {}) =>
  createOnCall({
    settings: { ...settings(), ...known },
    graphEndpoint: graph.origin,
    textWork,
    times: { ...times, ...given },
  });
const as = (requester = alex): RequesterCredential => ({
  requester,
  tokenGroups: null,
  exchange: async (resource) => ({
    ok: true,
    token: `${resource} of ${requester.displayName}`,
    expiresOn: 0,
  }),
});

const sources = {
  pagerduty: { from: "pagerduty", schedule: "PI7DH85" },
  opsgenie: { from: "opsgenie", schedule: "Platform schedule" },
  ical: { from: "ical", calendar: "rota" },
  group: { from: "group", id: "02bd9fd6-8f93-4758-87c3-1fb73740a315" },
  shifts: { from: "shifts", team: "c5d0c76b-80c4-481c-be50-923cd8d680a1" },
} as const satisfies Readonly<Record<string, OnCallSource>>;
type Service = keyof typeof sources;

const now = (source: OnCallSource, who: RequesterCredential | null = null, onCall = onCallWith()) =>
  onCall.now({ name: "night", source }, at, who);

/** As in "List all of the on-calls". */
const onCallOf = (
  id: string,
  name: string,
  end: string | null,
  start: string | null = "2026-12-01T18:00:00Z",
) => ({
  escalation_policy: { id: "PT20YPA", type: "escalation_policy_reference", summary: "Engineering" },
  escalation_level: 2,
  schedule: { id: "PI7DH85", type: "schedule_reference", summary: "Daily Engineering Rotation" },
  user: { id, type: "user", summary: name, name, email: `${id.toLowerCase()}@contoso.com` },
  start,
  end,
});
const pageOf = (...oncalls: readonly unknown[]) => ({
  body: { oncalls, limit: 100, offset: 0, more: false, total: null },
});
const tim = { name: "Tim Wright", address: "pt23iwx@contoso.com" };

describe("PagerDuty", () => {
  test("asks for one schedule at one time, with its key", async () => {
    service.answers(pageOf());
    await now(sources.pagerduty);
    const [asked] = service.asked;
    expect([asked?.path, Object.fromEntries(asked?.query ?? [])]).toEqual([
      "/oncalls",
      {
        "schedule_ids[]": "PI7DH85",
        "include[]": "users",
        time_zone: "UTC",
        since: "2026-12-01T23:00:00.000Z",
        until: "2026-12-01T23:00:00.000Z",
        limit: "100",
        offset: "0",
      },
    ]);
    expect([asked?.headers.authorization, asked?.headers.accept]).toEqual([
      `Token token=${secret}`,
      "application/vnd.pagerduty+json;version=2",
    ]);
  });

  const night = onCallOf("PT23IWX", "Tim Wright", "2026-12-02T06:00:00Z");
  test.each([
    ["one person, on two levels", pageOf(night, night), [tim], "2026-12-02T06:00:00.000Z"],
    [
      "with another offset",
      pageOf(onCallOf("PT23IWX", "Tim Wright", "2026-12-02T01:00:00-05:00")),
      [tim],
      "2026-12-02T06:00:00.000Z",
    ],
    ["always on call", pageOf(onCallOf("PT23IWX", "Tim Wright", null, null)), [tim], null],
    ["over already", pageOf(onCallOf("PT23IWX", "Tim Wright", "2026-12-01T23:00:00Z")), [], null],
    ["nobody", pageOf(), [], null],
    [
      "of a person that is gone only the reference is left",
      pageOf({ ...night, user: { id: "PGONE", type: "user_reference", summary: "Gone" } }),
      [{ name: "Gone" }],
      "2026-12-02T06:00:00.000Z",
    ],
  ])("%s", async (_, reply, people, until) => {
    service.answers(reply);
    expect(await now(sources.pagerduty)).toEqual({ ok: true, people, until });
  });

  test("reads on while there is more, and not for ever", async () => {
    const more = { body: { oncalls: [night], more: true } };
    service.answers(more, pageOf(onCallOf("PXPGF42", "Earline Greenholt", "2026-12-02T00:00:00Z")));
    expect(await now(sources.pagerduty)).toMatchObject({
      people: [{ name: "Tim Wright" }, { name: "Earline Greenholt" }],
    });
    expect(service.asked.map(({ query }) => query.get("offset"))).toEqual(["0", "100"]);
    service.answers(more);
    expect(await now(sources.pagerduty)).toEqual({ ok: false, unread: { is: "tooLarge" } });
    expect(service.asked).toHaveLength(4);
  });
});

describe("Opsgenie", () => {
  const recipients = (...onCallRecipients: readonly string[]) => ({
    body: {
      data: { _parent: { id: "d875", name: "Platform schedule", enabled: true }, onCallRecipients },
      took: 0.101,
      requestId: "7f0a",
    },
  });

  test.each([
    ["by its name", "Platform schedule", "/v2/schedules/Platform%20schedule/on-calls", "name"],
    [
      "by its id",
      "d875a1f4-9b4e-4219-a1f3-0c26936d18de",
      "/v2/schedules/d875a1f4-9b4e-4219-a1f3-0c26936d18de/on-calls",
      "id",
    ],
    [
      "a name stays one part of the path",
      "../../v1/x?y=z",
      "/v2/schedules/..%2F..%2Fv1%2Fx%3Fy%3Dz/on-calls",
      "name",
    ],
  ])("asks for a schedule %s", async (_, schedule, path, type) => {
    service.answers(recipients());
    await now({ from: "opsgenie", schedule });
    const [asked] = service.asked;
    expect([
      asked?.path,
      asked?.query.get("scheduleIdentifierType"),
      asked?.query.get("flat"),
      asked?.query.get("date"),
    ]).toEqual([path, type, "true", "2026-12-01T23:00:00+00:00"]);
    expect(asked?.headers.authorization).toBe(`GenieKey ${secret}`);
  });

  test("names people by their addresses, each once, and says no end", async () => {
    service.answers(recipients("user4@contoso.com", "user4@contoso.com"));
    expect(await now(sources.opsgenie)).toEqual({
      ok: true,
      people: [{ name: "user4@contoso.com", address: "user4@contoso.com" }],
      until: null,
    });
  });
});

describe("a calendar", () => {
  const text = (...lines: readonly string[]) =>
    ["BEGIN:VCALENDAR", "VERSION:2.0", "BEGIN:VEVENT", "UID:1", ...lines, "END:VEVENT", "END:VCALENDAR"].join(
      "\r\n",
    );

  test("is read by its name", async () => {
    service.answers({
      body: text("SUMMARY:Megan Bowen", "DTSTART:20261201T180000Z", "DTEND:20261202T060000Z"),
    });
    expect(await now(sources.ical)).toEqual({
      ok: true,
      people: [{ name: "Megan Bowen" }],
      until: "2026-12-02T06:00:00.000Z",
    });
    expect(service.asked[0]?.path).toBe(`/private-${secret}/basic.ics`);
  });

  test("that no setting names is not looked for", async () => {
    for (const calendar of ["other", "constructor"])
      expect(await now({ from: "ical", calendar })).toEqual({
        ok: false,
        unread: { is: "calendarUnknown", calendar },
      });
    expect(service.asked).toEqual([]);
  });
});

const person = (id: string, displayName: string) => ({
  id,
  displayName,
  userPrincipalName: `${displayName.split(" ")[0]?.toLowerCase()}@contoso.com`,
});
const listOf = (...value: readonly unknown[]) => ({ body: { value } });

describe("a group", () => {
  test("whoever is in it, also through other groups, as whoever asks", async () => {
    graph.answers(
      listOf(person("o-1", "Joseph Price"), { id: "o-2", displayName: null, userPrincipalName: null }),
    );
    expect(await now(sources.group, as())).toEqual({
      ok: true,
      people: [
        { name: "Joseph Price", address: "joseph@contoso.com", objectId: "o-1" },
        { name: "o-2", objectId: "o-2" },
      ],
      until: null,
    });
    const [asked] = graph.asked;
    expect(asked?.path).toBe(`/v1.0/groups/${sources.group.id}/transitiveMembers/microsoft.graph.user`);
    expect([
      asked?.query.get("$count"),
      asked?.headers.consistencylevel,
      asked?.headers.authorization,
    ]).toEqual(["true", "eventual", `Bearer graph of ${alex.displayName}`]);
  });
});

describe("Microsoft Shifts", () => {
  const shift = (userId: string, from: string, to: string, more = {}) => ({
    id: "SHFT_577b75d2",
    userId,
    schedulingGroupId: "TAG_night",
    sharedShift: { displayName: "Night", startDateTime: from, endDateTime: to, theme: "blue" },
    draftShift: null,
    ...more,
  });
  const night = shift("o-1", "2026-12-01T18:00:00Z", "2026-12-02T06:00:00Z");
  const graphWith = (...value: readonly unknown[]) =>
    graph.answers(
      ({ path }): Reply =>
        path.includes("/users/") ? { body: person("o-1", "Megan Bowen") } : listOf(...value),
    );

  test("the shifts around this time, as whoever asks", async () => {
    graphWith(night, shift("o-2", "2026-12-02T06:00:00Z", "2026-12-02T18:00:00Z"));
    expect(await now(sources.shifts, as())).toEqual({
      ok: true,
      people: [{ name: "Megan Bowen", address: "megan@contoso.com", objectId: "o-1" }],
      until: "2026-12-02T06:00:00.000Z",
    });
    const [asked, user] = graph.asked;
    expect([asked?.path, user?.path]).toEqual([
      `/v1.0/teams/${sources.shifts.team}/schedule/shifts`,
      "/v1.0/users/o-1",
    ]);
    expect(asked?.query.get("$filter")).toBe(
      "sharedShift/startDateTime ge 2026-11-30T23:00:00.000Z and sharedShift/endDateTime le 2026-12-02T23:00:00.000Z",
    );
    expect([asked?.headers.authorization, asked?.headers["ms-app-acts-as"]]).toEqual([
      `Bearer graph of ${alex.displayName}`,
      undefined,
    ]);
  });

  test.each([
    ["a draft is nobody's shift", { ...night, sharedShift: null, draftShift: night.sharedShift }],
    ["nor is one without a person", { ...night, userId: null }],
    ["nor one of another group", { ...night, schedulingGroupId: "TAG_day" }],
  ])("%s", async (_, value) => {
    graphWith(value);
    expect(await now({ ...sources.shifts, schedulingGroup: "TAG_night" }, as())).toEqual({
      ok: true,
      people: [],
      until: null,
    });
  });

  test("where names may not be read, the id is left", async () => {
    graph.answers(({ path }): Reply => (path.includes("/users/") ? { status: 403 } : listOf(night)));
    expect(await now(sources.shifts, as())).toMatchObject({ people: [{ name: "o-1", objectId: "o-1" }] });
  });

  test.each([
    ["is followed to the same host", () => graph.origin, { ok: true, people: [{ objectId: "o-1" }] }],
    ["and to no other", () => service.origin, { ok: false, unread: { is: "unreadable" } }],
  ])("a link to the next page %s", async (_, origin, expected) => {
    graph.answers(({ query, path }): Reply => {
      if (path.includes("/users/")) return { status: 403 };
      const link = { "@odata.nextLink": `${origin()}/v1.0/teams/x/schedule/shifts?$skiptoken=2` };
      return query.has("$skiptoken") ? listOf(night) : { body: { value: [], ...link } };
    });
    expect(await now(sources.shifts, as())).toMatchObject(expected);
    expect(service.asked).toEqual([]);
  });
});

describe("who in Entra is meant", () => {
  beforeEach(() => service.answers({ body: { data: { onCallRecipients: ["o'hara@contoso.com"] } } }));
  const unknown = { name: "o'hara@contoso.com", address: "o'hara@contoso.com" };

  test.each([
    [
      "one has this address",
      listOf(person("o-1", "Scarlett O'Hara")),
      { name: "Scarlett O'Hara", address: "scarlett@contoso.com", objectId: "o-1" },
    ],
    ["nobody has", listOf(), unknown],
    ["two have", listOf(person("o-1", "One"), person("o-2", "Two")), unknown],
    ["Graph does not say", { status: 403 }, unknown],
    ["Graph says nothing that it documents", { body: "<html>" }, unknown],
  ])("%s", async (_, reply, expected) => {
    graph.answers(reply);
    expect(await now(sources.opsgenie, as())).toMatchObject({ ok: true, people: [expected] });
    expect(graph.asked[0]?.query.get("$filter")).toBe(
      "mail eq 'o''hara@contoso.com' or userPrincipalName eq 'o''hara@contoso.com'",
    );
  });

  test("nobody is looked for where nobody asks", async () => {
    expect(await now(sources.opsgenie)).toMatchObject({ people: [unknown] });
    expect(graph.asked).toEqual([]);
  });
});

// What every service may answer instead.

const huge = "x".repeat(6_000_000);
describe.each(Object.keys(sources) as Service[])("%s", (name) => {
  const behind = () => (name === "group" || name === "shifts" ? graph : service);

  test.each<readonly [string, readonly Reply[], object, number]>([
    ["refuses the key", [{ status: 401 }], { is: "refused", status: 401 }, 1],
    ["refuses the right", [{ status: 403, body: { message: secret } }], { is: "refused", status: 403 }, 1],
    ["knows no such schedule", [{ status: 404 }], { is: "notFound" }, 1],
    ["throttles", [{ status: 429, headers: { "retry-after": "60" } }], { is: "throttled" }, 1],
    ["fails twice", [{ status: 503 }], { is: "failed", status: 503 }, 2],
    ["takes a bad request", [{ status: 422 }], { is: "failed", status: 422 }, 1],
    [
      "leads elsewhere",
      [{ status: 302, headers: { location: "http://127.0.0.1:1/" } }],
      { is: "redirected" },
      1,
    ],
    ["answers in words", [{ body: "<!DOCTYPE html>" }], { is: "unreadable" }, 1],
    ["answers another shape", [{ body: { error: null } }], { is: "unreadable" }, 1],
    ["sends too much", [{ body: huge }], { is: "tooLarge" }, 1],
  ])("%s", async (_, replies, unread, tries) => {
    behind().answers(...replies);
    expect(await now(sources[name], as())).toEqual({ ok: false, unread });
    expect(behind().asked).toHaveLength(tries);
  });

  test("does not answer in time", async () => {
    behind().answers({ waitMs: 30_000 });
    expect(await now(sources[name], as(), onCallWith({ read: 50 }))).toEqual({
      ok: false,
      unread: { is: "silent" },
    });
  });
});

test("fails once, and answers then", async () => {
  service.answers({ status: 500 }, pageOf(onCallOf("PT23IWX", "Tim Wright", null)));
  expect(await now(sources.pagerduty)).toMatchObject({ ok: true, people: [tim] });
});

test.each([
  ["pagerduty", "ON_CALL_PAGERDUTY_TOKEN"],
  ["opsgenie", "ON_CALL_OPSGENIE_KEY"],
] as const)("%s is not set up", async (name, setting) => {
  expect(
    await now(
      sources[name],
      null,
      createOnCall({
        settings: { pagerduty: null, opsgenie: null, calendars: {} },
        graphEndpoint: graph.origin,
        textWork,
      }),
    ),
  ).toEqual({ ok: false, unread: { is: "notConfigured", setting } });
});

test.each(["group", "shifts"] as const)("%s needs somebody who asks", async (name) => {
  const without = {
    ...as(),
    exchange: async () => ({ ok: false, failure: { code: "unavailable", why: "serviceSilent" } }) as const,
  };
  expect([await now(sources[name]), await now(sources[name], without)]).toEqual(
    Array(2).fill({ ok: false, unread: { is: "noToken" } }),
  );
  expect(graph.asked).toEqual([]);
});

describe("an answer is kept", () => {
  const later = (seconds: number) => new Date(at.getTime() + seconds * 1_000);
  const asks = async (times: readonly number[], source: OnCallSource = sources.pagerduty) => {
    const onCall = onCallWith();
    for (const seconds of times) await onCall.now({ name: "night", source }, later(seconds), null);
    return service.asked.length;
  };

  test.each([
    ["for a minute", pageOf(onCallOf("PT23IWX", "Tim Wright", null)), [0, 59, 60], 2],
    [
      "no longer than the shift",
      pageOf(onCallOf("PT23IWX", "Tim Wright", "2026-12-01T23:00:30Z")),
      [0, 29, 30],
      2,
    ],
    ["for ten seconds where it was not read", { status: 401 }, [0, 9, 10], 2],
    ["not for a time before it", pageOf(), [0, -1], 2],
  ])("%s", async (_, reply, times, count) => {
    service.answers(reply);
    expect(await asks(times)).toBe(count);
  });

  test("together, those who ask at once", async () => {
    service.answers(pageOf());
    const onCall = onCallWith();
    await Promise.all([1, 2, 3].map(() => now(sources.pagerduty, null, onCall)));
    expect(service.asked).toHaveLength(1);
  });

  test("for each person alone", async () => {
    graph.answers(listOf(person("o-1", "Joseph Price")), { status: 403 });
    const onCall = onCallWith();
    expect(await now(sources.group, as(alex), onCall)).toMatchObject({ ok: true });
    expect(await now(sources.group, as(megan), onCall)).toEqual({
      ok: false,
      unread: { is: "refused", status: 403 },
    });
  });
});
