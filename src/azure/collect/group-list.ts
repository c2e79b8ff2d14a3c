// A list of one type in a resource group, and one resource by its id: each sent once, however many ask.
import { idKey } from "../../core/snapshot/resource-id.ts";
import type { Subject } from "../arm/arm-failure.ts";
import type { ListOptions } from "../arm/list-policy.ts";
import { groupKey, parseResourceId, type ResourceGroupRef, resourceGroupId } from "../arm/resource-id.ts";
import { once } from "./once.ts";
import { notReached, type Read, readResource } from "./read.ts";
import { type ListCall, type ListRead, readAll } from "./read-list.ts";

export type GroupList<T> = (after: number, group: ResourceGroupRef) => Promise<ListRead<T>>;
export type ById<T> = (after: number, id: string) => Promise<Read<T>>;

export const groupList = <A, T>(
  type: string,
  what: string,
  request: (group: ResourceGroupRef, options: ListOptions) => ReturnType<ListCall<A>>,
  map: (item: A) => T,
): GroupList<T> => {
  const shared = once<ListRead<T>>();
  return (after, group) => {
    const scope = resourceGroupId(group);
    const subject: Subject = {
      what: `the ${what} of resource group ${group.resourceGroup}`,
      needs: { action: `${type}/read`, scope },
    };
    return shared(idKey(scope), () => readAll(after, subject, (options) => request(group, options), map));
  };
};

export const byId = <A extends Readonly<{ id?: string }>, T>(
  type: string,
  what: string,
  request: (group: ResourceGroupRef, name: string) => Promise<A>,
  map: (item: A) => T,
): ById<T> => {
  const shared = once<Read<T>>();
  return (after, id) => {
    const ref = parseResourceId(id, type);
    if (ref === null) return Promise.resolve(notReached(`"${id}" is not the id of a ${what}.`));
    const subject: Subject = {
      what: `the ${what} ${ref.name}`,
      needs: { action: `${type}/read`, scope: id },
    };
    return shared(idKey(id), () => readResource(after, subject, () => request(ref, ref.name), map));
  };
};

export const groupRead = <T>(
  read: (after: number, group: ResourceGroupRef) => Promise<ListRead<T>>,
): GroupList<T> => {
  const shared = once<ListRead<T>>();
  return (after, group) => shared(groupKey(group), () => read(after, group));
};
