// What Microsoft Graph says of people on call, read as whoever asks: the members of a group, the shifts of a team, and who
// somebody is.
import { z } from "zod";
import type { RequesterCredential } from "../app/ports/azure.ts";
import {
  type OnCallNow,
  type OnCallPerson,
  type OnCallShift,
  type OnCallSource,
  type OnCallSpan,
  shiftAt,
} from "../core/on-call/on-call.ts";
import { failed, type Got, getJson, type Limits } from "./http.ts";

/** `limits`: of one question; several of them share its time. */
export type GraphRead = Readonly<{ endpoint: string; as: RequesterCredential | null; limits: Limits }>;

const user = z.object({
  id: z.string().min(1),
  displayName: z.string().nullish(),
  userPrincipalName: z.string().nullish(),
});
type User = z.infer<typeof user>;

const fields = "id,displayName,userPrincipalName";

const personOf = ({ id, displayName, userPrincipalName }: User): OnCallPerson => ({
  name: displayName ?? userPrincipalName ?? id,
  ...(userPrincipalName && { address: userPrincipalName }),
  objectId: id,
});

async function get<T>(
  { endpoint, as, limits }: GraphRead,
  path: string,
  query: Readonly<Record<string, string>>,
  shape: z.ZodType<T>,
): Promise<Got<T>> {
  const token = await as?.exchange("graph");
  if (!token?.ok) return failed({ is: "noToken" });
  const url = new URL(path, `${endpoint}/`);
  // Another host would be handed the token, whatever a link to the next page says.
  if (url.origin !== new URL(endpoint).origin) return failed({ is: "unreadable" });
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  // Graph asks for the second one where a list is narrowed to one type.
  const headers = { authorization: `Bearer ${token.token}`, consistencylevel: "eventual" };
  return getJson(url, headers, shape, limits);
}

const mostPages = 4;

/** `goesOn`: there is more than so many pages. */
async function list<T>(
  graph: GraphRead,
  first: string,
  query: Readonly<Record<string, string>>,
  item: z.ZodType<T>,
): Promise<Got<Readonly<{ items: readonly T[]; goesOn: boolean }>>> {
  const page = z.object({ value: z.array(item), "@odata.nextLink": z.string().nullish() });
  const items: T[] = [];
  let [path, asked] = [first, query];
  for (let pages = 0; pages < mostPages; pages += 1) {
    const read = await get(graph, path, asked, page);
    if (!read.ok) return read;
    items.push(...read.got.value);
    const next = read.got["@odata.nextLink"];
    if (!next) return { ok: true, got: { items, goesOn: false } };
    [path, asked] = [next, {}];
  }
  return { ok: true, got: { items, goesOn: true } };
}

// A group: whoever is in it is on call. https://learn.microsoft.com/graph/api/group-list-transitivemembers, delegated
// GroupMember.Read.All; names with User.ReadBasic.All.

const pageSize = 100;

export async function readGroup(
  graph: GraphRead,
  { id }: Extract<OnCallSource, { from: "group" }>,
): Promise<OnCallNow> {
  const path = `/v1.0/groups/${encodeURIComponent(id)}/transitiveMembers/microsoft.graph.user`;
  const query = { $select: fields, $top: String(pageSize), $count: "true" };
  const read = await list(graph, path, query, user);
  // Of a larger group some are enough.
  return read.ok ? { ok: true, people: read.got.items.map(personOf), until: null } : read;
}

// Microsoft Shifts: https://learn.microsoft.com/graph/api/schedule-list-shifts, delegated Schedule.Read.All. The requester's
// token needs no MS-APP-ACTS-AS; what a draft says, managers alone may know.

const time = z.iso.datetime({ offset: true });
const shift = z.object({
  userId: z.string().nullish(),
  schedulingGroupId: z.string().nullish(),
  sharedShift: z.object({ startDateTime: time, endDateTime: time }).nullish(),
});
type Shift = z.infer<typeof shift>;

const dayMs = 24 * 60 * 60_000;
/** Each is a question to Graph; more names than these nobody reads. */
const mostNamed = 20;

/** The others stay as they are. */
const eachOf = (
  people: readonly OnCallPerson[],
  ask: (person: OnCallPerson) => Promise<OnCallPerson>,
): Promise<readonly OnCallPerson[]> =>
  Promise.all(people.map((person, index) => (index < mostNamed ? ask(person) : person)));

export async function readShifts(
  graph: GraphRead,
  source: Extract<OnCallSource, { from: "shifts" }>,
  at: Date,
): Promise<OnCallNow> {
  const read = await shiftsAround(graph, source.team, at);
  if (!read.ok) return read;
  const isMeant = (group: string | null | undefined) =>
    source.schedulingGroup === undefined || group === source.schedulingGroup;
  const spans = read.got.flatMap(({ userId, schedulingGroupId, sharedShift }): readonly OnCallSpan[] =>
    userId && sharedShift && isMeant(schedulingGroupId)
      ? [
          {
            person: { name: userId, objectId: userId },
            start: Date.parse(sharedShift.startDateTime),
            end: Date.parse(sharedShift.endDateTime),
          },
        ]
      : [],
  );
  const { people, until } = shiftAt(spans, at);
  return { ok: true, people: await eachOf(people, (person) => named(graph, person)), until };
}

/** No shift is longer than a day, and Graph takes each property once in a filter. */
async function shiftsAround(graph: GraphRead, team: string, at: Date): Promise<Got<readonly Shift[]>> {
  const iso = (days: number) => new Date(at.getTime() + days * dayMs).toISOString();
  const $filter = `sharedShift/startDateTime ge ${iso(-1)} and sharedShift/endDateTime le ${iso(1)}`;
  const path = `/v1.0/teams/${encodeURIComponent(team)}/schedule/shifts`;
  const read = await list(graph, path, { $filter }, shift);
  if (!read.ok) return read;
  const { items, goesOn } = read.got;
  return goesOn ? failed({ is: "tooLarge" }) : { ok: true, got: items };
}

/** Their name, where it may be read: https://learn.microsoft.com/graph/api/user-get, delegated User.ReadBasic.All. */
async function named(graph: GraphRead, person: OnCallPerson): Promise<OnCallPerson> {
  const path = `/v1.0/users/${encodeURIComponent(person.objectId ?? "")}`;
  const read = await get(graph, path, { $select: fields }, user);
  return read.ok ? personOf(read.got) : person;
}

// Who in Entra is meant by a mail address: https://learn.microsoft.com/graph/api/user-list, delegated User.ReadBasic.All.

/** One answer alone is certain: two people with one address are nobody. */
export async function findPeople(graph: GraphRead, shift: OnCallShift): Promise<OnCallShift> {
  return { ...shift, people: await eachOf(shift.people, (person) => found(graph, person)) };
}

async function found(graph: GraphRead, person: OnCallPerson): Promise<OnCallPerson> {
  const { address, objectId, name } = person;
  if (address === undefined || objectId !== undefined) return person;
  const quoted = `'${address.replaceAll("'", "''")}'`;
  const query = {
    $filter: `mail eq ${quoted} or userPrincipalName eq ${quoted}`,
    $select: fields,
    $top: "2",
  };
  const read = await get(graph, "/v1.0/users", query, z.object({ value: z.array(user) }));
  const [only, other] = read.ok ? read.got.value : [];
  if (only === undefined || other !== undefined) return person;
  // Where the schedule knows them by their address alone, Entra's name says more.
  const known = personOf(only);
  return { ...known, name: name === address ? known.name : name };
}
