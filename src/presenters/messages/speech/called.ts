// What places and things are called, with a name or without one.
import { type Component, calledOf } from "../../../core/network/model/step.ts";
import { isNumbered } from "../../../core/network/name/private-zones.ts";
import type { Called, Unnamed } from "../../../core/outcome/called.ts";
import type { AddressSource } from "../../../core/outcome/columns.ts";
import type { GroupListKind, ResourceKind, Subject, SubjectKind } from "../../../core/snapshot/subject.ts";
import { lookUp } from "../../../core/text/look-up.ts";
import { type Says, say } from "../catalogue/says.ts";
import type { Catalogue } from "../catalogue/texts.ts";

/** Nodes of which it was not read to which pool they belong. */
const isUnread = (called: Called): called is Extract<Unnamed, Readonly<{ is: "nodesIn" }>> =>
  typeof called === "object" && called.is === "nodesIn" && called.pools?.length === 0;

export function calledSpeech(texts: Catalogue) {
  const sayCalled = (called: Called): string => {
    const unnamed: Says<Unnamed> = texts.called.unnamed;
    return isUnread(called) ? texts.called.nodesUnread(called) : say(unnamed, called);
  };
  /** `group`: where another one has the same name. */
  const inGroup = (name: string, group: string | undefined): string => texts.called.inGroup({ name, group });

  return {
    sayCalled,
    inGroup,
    /** Inside a sentence, where the name of a subnet alone would be nobody. */
    sayWho: (called: Called): string =>
      typeof called === "object" && called.is === "nodesIn"
        ? texts.called.nodes({ nodes: called })
        : sayCalled(called),
    sayComponent: (component: Component): string => inGroup(sayCalled(calledOf(component)), component.group),
    zoneCalled: (zone: string, group: string | undefined): string =>
      texts.called.zone({ isNumbered: isNumbered(zone) && group === undefined, name: inGroup(zone, group) }),
    /** What says where the API server stands. */
    sayAddressSource: (source: AddressSource): string => texts.called.addressSource[source],
    /** Without a name, the one that was last spoken of. */
    calledCluster: (name: string): string => texts.called.cluster({ name }),
  };
}

// What is asked of Azure: a resource, all of one type in a resource group, or something else.

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
