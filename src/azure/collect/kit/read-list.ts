// A list of ARM, each item parsed on its own: one that nobody understands hides nothing but itself.
import { isRestError } from "@azure/core-rest-pipeline";
import { z } from "zod";
import type { ContainerGroup } from "../../../core/snapshot/hosts.ts";
import { idKey, nameOf, sameId } from "../../../core/snapshot/resource-id.ts";
import { collected, type Section, type Unavailable, unavailable } from "../../../core/snapshot/section.ts";
import {
  type GroupListKind,
  type ResourceKind,
  type Subject,
  subject,
} from "../../../core/snapshot/subject.ts";
import type { ArmSession } from "../../arm/arm-client.ts";
import { armFailureOf, type Query, unavailableFrom } from "../../arm/arm-failure.ts";
import { itemOptions, type ListOptions, pageOptions } from "../../arm/request-policies.ts";
import { groupKey, parseResourceId, type ResourceGroupRef, resourceGroupId } from "../../arm/resource-id.ts";
import { present } from "../../map/fields.ts";
import { wellTyped } from "../../map/well-typed.ts";
import { notReached, once, type Read, readResource } from "./read.ts";

/** An item that could not be understood. */
type OddItem = Readonly<{ id: string; section: Unavailable }>;

/** `readable`: the others, where some are odd. The section is unavailable then: for most, a list with a hole is none. */
export type ListRead<T> = Read<readonly T[]> &
  Readonly<{ readable?: readonly T[]; odd?: readonly OddItem[] }>;

type Parsed<T> = Readonly<{ items: readonly T[]; odd: readonly OddItem[] }>;

/** Names the item, so that somebody can look at it. */
const oddItem = (item: unknown, { what }: Query): OddItem => {
  const { id, name } =
    z.looseObject({ id: z.string(), name: z.string() }).partial().safeParse(item).data ?? {};
  const called = name ?? (id === undefined ? null : nameOf(id));
  return { id: id ?? "", section: unavailable("failed", { is: "oddItem", what, name: called }) };
};

const together = <T>(parts: readonly Parsed<T>[]): Parsed<T> => ({
  items: parts.flatMap(({ items }) => items),
  odd: parts.flatMap(({ odd }) => odd),
});

/** `parse` throws for what it does not understand. */
const parseApart = async <T>(
  items: readonly unknown[],
  query: Query,
  parse: (item: unknown) => T | Promise<T>,
): Promise<Parsed<T>> => {
  const parts: Parsed<T>[] = [];
  for (const item of items) {
    try {
      parts.push({ items: [await parse(item)], odd: [] });
    } catch {
      parts.push({ items: [], odd: [oddItem(item, query)] });
    }
  }
  return together(parts);
};

const listRead = <T>({ items, odd }: Parsed<T>, level: number): ListRead<T> => {
  const [first] = odd;
  return first === undefined
    ? { section: collected(items), level }
    : { section: first.section, level, readable: items, odd };
};

type Page<A> = readonly A[] & Readonly<{ continuationToken?: string }>;
export type ListCall<A> = (options: ListOptions) => Readonly<{ byPage(): AsyncIterator<Page<A>> }>;

const firstPage = async <A>(call: ListCall<A>, options: ListOptions): Promise<Page<A>> => {
  const { value, done } = await call(options).byPage().next();
  return done === true ? [] : value;
};

const rawPage = z.object({ value: z.array(z.unknown()), nextLink: z.string().nullish() });

/** One item as the SDK understands it; nothing is sent. Throws where it does not. */
export const parsedItem = async <A>(call: ListCall<A>, item: unknown): Promise<A> => {
  const [only, ...more] = await firstPage(call, itemOptions(item));
  if (only === undefined || more.length > 0) throw new Error("it is no item.");
  return only;
};

type ReadPage<T> = Readonly<{ parsed: Parsed<T>; next: string | undefined }>;

const readPage = async <A, T>(
  call: ListCall<A>,
  query: Query,
  map: (item: A) => T,
  link: string | undefined,
): Promise<ReadPage<T>> => {
  let text = "";
  const options = pageOptions(link, (heard) => {
    text = heard;
  });
  try {
    const page = await firstPage(call, options);
    return {
      parsed: { items: page.map((item) => wellTyped(map(item))), odd: [] },
      next: page.continuationToken,
    };
  } catch (error) {
    // What an SDK throws by itself where an item is not as it should be is no RestError.
    if (isRestError(error) || !text.trimStart().startsWith("{")) throw error;
    const { value, nextLink } = rawPage.parse(JSON.parse(text));
    const parsed = await parseApart(value, query, async (item) =>
      wellTyped(map(await parsedItem(call, item))),
    );
    return { parsed, next: nextLink ?? undefined };
  }
};

/** Page by page; each further page is one more round trip. */
export const readAll = async <A, T>(
  after: number,
  query: Query,
  call: ListCall<A>,
  map: (item: A) => T,
): Promise<ListRead<T>> => {
  const pages: Parsed<T>[] = [];
  try {
    let link: string | undefined;
    do {
      const { parsed, next } = await readPage(call, query, map, link);
      pages.push(parsed);
      link = next === "" ? undefined : next;
    } while (link !== undefined);
  } catch (error) {
    return { section: unavailableFrom(armFailureOf(error, query.needs), query), level: after + 1 };
  }
  return listRead(together(pages), after + Math.max(pages.length, 1));
};

/** The same for a list of ARM's own JSON. */
export const readItems = async <A, T>(
  after: number,
  query: Query,
  request: () => Promise<readonly unknown[]>,
  schema: z.ZodType<A>,
  map: (item: A) => T,
): Promise<ListRead<T>> => {
  const level = after + 1;
  try {
    const parsed = await parseApart(await request(), query, (item) => wellTyped(map(schema.parse(item))));
    return listRead(parsed, level);
  } catch (error) {
    return { section: unavailableFrom(armFailureOf(error, query.needs), query), level };
  }
};

/** `type`: its name below `scope`, and what the right to read it is called by. `path`: where it stands elsewhere. */
type JsonList<A, T> = Readonly<{
  what: Subject;
  scope: string;
  type: string;
  apiVersion: string;
  item: z.ZodType<A>;
  map: (item: A) => T;
  path?: string;
}>;

/** A list for which no SDK package is installed. */
export const readJson = <A, T>(
  { json }: ArmSession,
  after: number,
  { what, scope, type, apiVersion, item, map, path = `${scope}/providers/${type}` }: JsonList<A, T>,
): Promise<ListRead<T>> =>
  readItems(
    after,
    { what, needs: { action: `${type}/read`, scope } },
    () => json.list(path, apiVersion, z.unknown()),
    item,
    map,
  );

export const itemsOf = <T>({ section, readable }: ListRead<T>): readonly T[] =>
  section.status === "collected" ? section.data : (readable ?? []);

/** Why not every item is known; empty where all are. */
export const gapsOf = <T>({ section, odd }: ListRead<T>): readonly Unavailable[] => {
  if (odd !== undefined) return odd.map((each) => each.section);
  return section.status === "unavailable" ? [section] : [];
};

/** Where it is not among those that were read, it is absent only if each of them was. */
export const pickFrom = <T, R>(
  read: ListRead<T>,
  pick: (items: readonly T[]) => R | undefined,
  absent: Section<R>,
): Read<R> => {
  const found = pick(itemsOf(read));
  const unknown = read.section.status === "unavailable" ? read.section : absent;
  return { section: found === undefined ? unknown : collected(found), level: read.level };
};

/** What is said of one item by its id, where it is an odd one. */
export const oddOf = <T>({ odd = [] }: ListRead<T>, id: string): Unavailable | undefined =>
  odd.find((each) => sameId(each.id, id))?.section;

/** Of a list whose items are lists, such as those that an item is left out of. */
export const flat = <T>({ section, readable, ...read }: ListRead<readonly T[]>): ListRead<T> => ({
  ...read,
  section: section.status === "collected" ? collected(section.data.flat()) : section,
  ...(readable === undefined ? {} : { readable: readable.flat() }),
});

// A list of one type in a resource group, and one resource by its id: each sent once, however many ask.

export type GroupList<T> = (after: number, group: ResourceGroupRef) => Promise<ListRead<T>>;
type ById<T> = (after: number, id: string) => Promise<Read<T>>;

export const groupList = <A, T>(
  type: string,
  kind: GroupListKind,
  request: (group: ResourceGroupRef, options: ListOptions) => ReturnType<ListCall<A>>,
  map: (item: A) => T,
): GroupList<T> => {
  const shared = once<ListRead<T>>();
  return (after, group) => {
    const scope = resourceGroupId(group);
    const query: Query = {
      what: subject(kind, group.resourceGroup),
      needs: { action: `${type}/read`, scope },
    };
    return shared(idKey(scope), () => readAll(after, query, (options) => request(group, options), map));
  };
};

export const byId = <A extends Readonly<{ id?: string }>, T>(
  type: string,
  kind: ResourceKind,
  request: (group: ResourceGroupRef, name: string) => Promise<A>,
  map: (item: A) => T,
): ById<T> => {
  const shared = once<Read<T>>();
  return (after, id) => {
    const ref = parseResourceId(id, type);
    if (ref === null) return Promise.resolve(notReached({ is: "notAnId", of: kind, id }));
    const query: Query = {
      what: subject(kind, ref.name),
      needs: { action: `${type}/read`, scope: id },
    };
    return shared(idKey(id), () => readResource(after, query, () => request(ref, ref.name), map));
  };
};

export const groupRead = <T>(
  read: (after: number, group: ResourceGroupRef) => Promise<ListRead<T>>,
): GroupList<T> => {
  const shared = once<ListRead<T>>();
  return (after, group) => shared(groupKey(group), () => read(after, group));
};

// Containers in subnets of a resource group.
// https://learn.microsoft.com/rest/api/container-instances/container-groups

export const containerType = "Microsoft.ContainerInstance/containerGroups";
export const containerApiVersion = "2023-05-01";

const listedGroup = z.object({
  id: z.string(),
  name: z.string(),
  properties: z.object({
    subnetIds: z.array(z.object({ id: z.string() })).nullish(),
    ipAddress: z
      .object({ ip: z.string().nullish(), ports: z.array(z.object({ port: z.number() })).nullish() })
      .nullish(),
  }),
});

const notAsked = unavailable("notReached", { is: "containersTakeNoSsh" });

const mapGroup = ({ id, name, properties }: z.infer<typeof listedGroup>): readonly ContainerGroup[] =>
  (properties.subnetIds ?? []).slice(0, 1).map(({ id: subnetId }) => ({
    ...{ id, name, subnetId, containerState: notAsked },
    ports: (properties.ipAddress?.ports ?? []).map(({ port }) => String(port)),
    ...present({ ipAddress: properties.ipAddress?.ip }),
  }));

/** Each a list of one, or of none where it stands in no network. */
export const listContainerGroups = (
  arm: ArmSession,
  after: number,
  group: ResourceGroupRef,
): Promise<ListRead<readonly ContainerGroup[]>> =>
  readJson(arm, after, {
    what: subject("containerGroups", group.resourceGroup),
    scope: resourceGroupId(group),
    type: containerType,
    apiVersion: containerApiVersion,
    item: listedGroup,
    map: mapGroup,
  });
