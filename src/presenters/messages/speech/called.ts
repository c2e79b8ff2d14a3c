// What places and things are called, with a name or without one.

import { type Component, calledOf } from "../../../core/network/model/step.ts";
import { isNumbered } from "../../../core/network/name/private-zones.ts";
import type { Called, Unnamed } from "../../../core/outcome/called.ts";
import type { AddressSource } from "../../../core/outcome/columns.ts";
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
