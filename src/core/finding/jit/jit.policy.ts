// jit.policy: a jump host that many may reach is shut by just-in-time access until somebody asks. Advice.

import { type GuardedHost, guardedHosts } from "../../client/host-doors.ts";
import { type StrangersFact, unlessStrangers } from "../../client/likely-hosts.ts";
import { internetDoor } from "../../network/internet-doors.ts";
import { shutByJit } from "../../network/jit.ts";
import type { Outcome } from "../../outcome/check.ts";
import { columns } from "../../outcome/columns.ts";
import type { SharedFact } from "../../outcome/fact.ts";
import { advise, combineAdvice, notApplicable, pass, unread } from "../../outcome/outcomes.ts";
import type { ById } from "../../snapshot/listing.ts";
import { collected } from "../../snapshot/section.ts";
import type { NetworkSecurityGroup } from "../../snapshot/security.ts";
import { defineCheck } from "../define-check.ts";
import { unlessPrivate } from "../skips.ts";

export type JitPolicyFact = Readonly<
  | { is: "noHost" }
  | { is: "covered"; host: string }
  /** Neither a public address nor a rule that lets the Internet in. */
  | { is: "needsNone"; host: string }
  | { is: "uncovered"; host: string; isPublic: boolean }
  /** `rule`: of one's own, which comes before. */
  | { is: "overruled"; host: string; rule: string; priority: number }
>;

function judgeHost(
  { host, guarded }: GuardedHost,
  groups: ById<NetworkSecurityGroup>,
): Outcome<JitPolicyFact | SharedFact> {
  const { name, id: resourceId, hasPublicAddress: isPublic = false } = host;
  const door = internetDoor(guarded, groups);
  if (door.status === "unavailable") return unread(door);
  const isShut = shutByJit(host, guarded.network, groups).length > 0;
  if (door.data === null) {
    if (isShut) return pass({ is: "covered", host: name });
    return isPublic
      ? advise({ is: "uncovered", host: name, isPublic }, { resourceId })
      : notApplicable({ is: "needsNone", host: name });
  }
  if (!isShut) return advise({ is: "uncovered", host: name, isPublic }, { resourceId });
  const { group, rule } = door.data;
  const { name: called, priority, access } = rule;
  return advise(
    { is: "overruled", host: name, rule: called, priority },
    {
      resourceId: group.id,
      evidence: [columns(group.name, called, { is: "priority", priority }, access)],
    },
  );
}

export const jitPolicy = defineCheck({
  id: "jit.policy",
  severity: "medium",
  scope: "people",
  impact: "advises",
  shownBy: "azure",
  source: "https://learn.microsoft.com/azure/defender-for-cloud/just-in-time-access-overview",
  needs: ["clusterNetwork", "jumpHosts"],
  looksAt: ["peerNetworks", "networkSecurityGroups"],
  after: ["jump.discovered"],
  skip: unlessPrivate,
  evaluate: ({
    jumpHosts,
    networkSecurityGroups,
    ...data
  }): Outcome<JitPolicyFact | StrangersFact | SharedFact> => {
    const sources = { ...data, jumpHosts: collected(jumpHosts) };
    // It is for virtual machines only.
    const hosts = guardedHosts(sources).filter(({ host }) => host.scaleSetId === undefined);
    if (hosts.length === 0) return notApplicable({ is: "noHost" });
    const outcomes = hosts.map((host) => judgeHost(host, networkSecurityGroups));
    return unlessStrangers(sources, combineAdvice(outcomes));
  },
});
