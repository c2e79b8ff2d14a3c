// One read of ARM as a value: what came back, and how many round trips deep it stands on the critical path.
import { idKey } from "../../../core/snapshot/resource-id.ts";
import type { Permission } from "../../../core/snapshot/rights.ts";
import {
  type BlockedPart,
  type ById,
  collected,
  type Section,
  type Unavailable,
  unavailable,
  type WhyUnread,
} from "../../../core/snapshot/section.ts";
import { armFailureOf, type Query, unavailableFrom } from "../../arm/arm-failure.ts";
import { wellTyped } from "../../map/well-typed.ts";

/** `level` counts from 1: the round trips that had to end before this answer was there. */
export type Read<T> = Readonly<{ section: Section<T>; level: number }>;

/** Sends one request that could start once level `after` was there. Failures of Azure become the section. */
export const readOne = async <A, T>(
  after: number,
  query: Query,
  request: () => Promise<A>,
  map: (answer: A) => T,
): Promise<Read<T>> => {
  const level = after + 1;
  let answer: A;
  try {
    answer = await request();
  } catch (error) {
    return { section: unavailableFrom(armFailureOf(error, query.needs), query), level };
  }
  try {
    return { section: collected(wellTyped(map(answer))), level };
  } catch {
    return { section: unavailable("failed", { is: "oddForm", what: query.what }), level };
  }
};

/** Like `readOne` for a resource: an answer without an id (a proxy's page that says 200) is none. */
export const readResource = <A extends Readonly<{ id?: string }>, T>(
  after: number,
  query: Query,
  request: () => Promise<A>,
  map: (resource: A) => T,
): Promise<Read<T>> =>
  readOne(
    after,
    query,
    async () => {
      const resource = await request();
      if (!resource.id) throw new Error("it is no resource.");
      return resource;
    },
    map,
  );

/** Something that was not asked for, and why. */
export const notReached = (
  why: WhyUnread,
  needs: readonly Permission[] = [],
): Read<never> & Readonly<{ section: Unavailable }> => ({
  section: unavailable("notReached", why, needs),
  level: 0,
});

/** What depends on an unavailable section names the same right: that is what would settle it. */
export const blockedBy = (
  cause: Unavailable,
  what: BlockedPart,
): Read<never> & Readonly<{ section: Unavailable }> =>
  notReached({ is: "blocked", what, cause: cause.message }, cause.needs);

export const mapRead = <A, T>(read: Read<A>, map: (data: A) => Section<T>): Read<T> =>
  read.section.status === "collected"
    ? { section: map(read.section.data), level: read.level }
    : { section: read.section, level: read.level };

/** The deepest round trip of all that was read below. */
export const deepestIn = (value: unknown): number => {
  if (typeof value !== "object" || value === null) return 0;
  if ("level" in value && typeof value.level === "number") return value.level;
  return Math.max(0, ...Object.values(value).map(deepestIn));
};

/** Sections by id, and the deepest round trip among them. */
export type ReferencesRead<T> = Readonly<{ sections: ById<T>; level: number }>;

/** Each id once. */
export async function readEach<R extends Readonly<{ id: string }>, T>(
  items: Iterable<R>,
  read: (item: R) => Promise<Read<T>>,
): Promise<ReferencesRead<T>> {
  const unique = new Map([...items].map((item) => [idKey(item.id), item]));
  const found = await Promise.all([...unique].map(async ([key, item]) => [key, await read(item)] as const));
  return {
    sections: Object.fromEntries(found.map(([key, { section }]) => [key, section])),
    level: Math.max(0, ...found.map(([, { level }]) => level)),
  };
}

/** The same of ids alone. */
export const readIds = <T>(ids: readonly string[], read: (id: string) => Promise<Read<T>>) =>
  readEach(
    ids.map((id) => ({ id })),
    ({ id }) => read(id),
  );

/** What a section holds; undefined where it was not read. */
export const dataOf = <T>(section: Section<T> | undefined): T | undefined =>
  section?.status === "collected" ? section.data : undefined;

// One request for each key, however many sections need its answer.
export const once = <T>() => {
  const sent = new Map<string, Promise<T>>();
  return (key: string, send: () => Promise<T>): Promise<T> => {
    const read = sent.get(key) ?? send();
    sent.set(key, read);
    return read;
  };
};
