// What is asked of Azure: a resource, all of one type in a resource group, or something else.
import type { GroupListKind, ResourceKind, Subject, SubjectKind } from "../../../core/snapshot/subject.ts";

export type SubjectWords = Readonly<{
  resources: Readonly<Record<ResourceKind, string>>;
  resource: (called: string, name: string) => string;
  groupLists: Readonly<Record<GroupListKind, string>>;
  groupList: (called: string, group: string) => string;
  others: Readonly<Record<Exclude<SubjectKind, ResourceKind | GroupListKind>, (name: string) => string>>;
}>;

const has = <Kind extends string>(table: Readonly<Record<Kind, unknown>>, kind: string): kind is Kind =>
  Object.hasOwn(table, kind);

export const subjectSpeech =
  ({ resources, resource, groupLists, groupList, others }: SubjectWords) =>
  ({ kind, name }: Subject): string => {
    if (has(resources, kind)) return resource(resources[kind], name);
    return has(groupLists, kind) ? groupList(groupLists[kind], name) : others[kind](name);
  };
