// Every typed read of ARM that a snapshot is made of. A list that several sections need is sent once.
import type { ResourceChange } from "../../core/snapshot/snapshot.ts";
import type { ArmSession } from "../arm/arm-client.ts";
import { type InterfaceReads, interfaceReads } from "./arm-reads-interfaces.ts";
import { type NameReads, nameReads } from "./arm-reads-names.ts";
import { type VirtualNetworkReads, virtualNetworkReads } from "./arm-reads-networks.ts";
import { type RuleReads, ruleReads } from "./arm-reads-rules.ts";
import { type WayInReads, wayInReads } from "./arm-reads-ways-in.ts";
import { type WayOutReads, wayOutReads } from "./arm-reads-ways-out.ts";
import { type GroupList, groupRead } from "./group-list.ts";
import { readRecentChanges } from "./recent-changes.ts";

export type ArmReads = VirtualNetworkReads &
  RuleReads &
  InterfaceReads &
  WayOutReads &
  WayInReads &
  NameReads &
  Readonly<{ recentChanges: GroupList<ResourceChange> }>;

/** `now` is in milliseconds. */
export const createArmReads = (arm: ArmSession, now: number): ArmReads => ({
  ...virtualNetworkReads(arm),
  ...ruleReads(arm),
  ...interfaceReads(arm),
  ...wayOutReads(arm),
  ...wayInReads(arm),
  ...nameReads(arm),
  recentChanges: groupRead((after, group) => readRecentChanges(arm, after, group, now)),
});
