// What is asked of Azure: a resource, all of one type in a resource group, or something else.
import type { GroupListKind, ResourceKind, Subject, SubjectKind } from "../../../core/snapshot/subject.ts";
import { lookUp } from "../../../core/text/look-up.ts";
import type { Catalogue } from "../catalogue/texts.ts";

type OtherKind = Exclude<SubjectKind, ResourceKind | GroupListKind>;
type Other = string | ((values: Readonly<{ name: string }>) => string);

export const subjectSpeech =
  ({ subjects }: Pick<Catalogue, "subjects">) =>
  ({ kind, name }: Subject): string => {
    const resources: Readonly<Record<ResourceKind, string>> = subjects.resource;
    const groupLists: Readonly<Record<GroupListKind, string>> = subjects.groupList;
    const others: Readonly<Record<OtherKind, Other>> = subjects.other;
    const resource = lookUp(resources, kind);
    if (resource !== undefined) return subjects.ofResource({ called: resource, name });
    const groupList = lookUp(groupLists, kind);
    if (groupList !== undefined) return subjects.ofGroup({ called: groupList, group: name });
    const other = others[kind as OtherKind];
    return typeof other === "string" ? other : other({ name });
  };
