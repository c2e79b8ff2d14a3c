// A list of one type in a resource group, and one resource by its id: each sent once, however many ask.
import { idKey } from "../../core/snapshot/resource-id.ts";
import { type GroupListKind, type ResourceKind, subject } from "../../core/snapshot/subject.ts";
import type { Query } from "../arm/arm-failure.ts";
import type { ListOptions } from "../arm/list-policy.ts";
import { groupKey, parseResourceId, type ResourceGroupRef, resourceGroupId } from "../arm/resource-id.ts";
import { once } from "./once.ts";
import { notReached, type Read, readResource } from "./read.ts";
import { type ListCall, type ListRead, readAll } from "./read-list.ts";

export type GroupList<T> = (after: number, group: ResourceGroupRef) => Promise<ListRead<T>>;
export type ById<T> = (after: number, id: string) => Promise<Read<T>>;

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
