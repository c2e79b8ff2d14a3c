// Just-in-time access: every check of it. A new one goes here or beside this, and into the list.

import { hostsBehindEntry } from "../../client/client-networks.ts";
import {
  type GuardedHost,
  guardedHosts,
  networksNear,
  type StrangersFact,
  unlessStrangers,
} from "../../client/likely-hosts.ts";
import { repairOf } from "../../fix/repair-of.ts";
import { policyFor, shutByJit } from "../../network/filter/jit.ts";
import { internetDoor } from "../../network/filter/security-rules.ts";
import {
  advise,
  combineAdvice,
  fail,
  notApplicable,
  type Outcome,
  pass,
  type SharedFact,
  unread,
} from "../../outcome/check.ts";
import { type Columns, columns } from "../../outcome/columns.ts";
import type { Walked } from "../../requirement/requirement.ts";
import type { JumpHost } from "../../snapshot/hosts.ts";
import { sameId } from "../../snapshot/resource-id.ts";
import { type ById, collected, dataOf, type Unavailable } from "../../snapshot/section.ts";
import type { JitPolicy, JitWindow, NetworkSecurityGroup } from "../../snapshot/security.ts";
import type { ClusterSnapshot } from "../../snapshot/snapshot.ts";
import { type Check, defineCheck, type SkipFact, unlessPrivate } from "../kit/define-check.ts";
import type { Walks } from "../kit/walks.ts";

// jit.active-request: where just-in-time access keeps a jump host shut, somebody has to ask for a window first.

const id = "jit.active-request";
const action = "Microsoft.Security/locations/jitNetworkAccessPolicies/initiate/action";

/** Why no window is open: when the last one ended, null where there was none. */
type LastWindow = Readonly<{ ended: string | null } | { unread: Unavailable["message"] }>;

/** `machine`: by its address where no name is known. `action`: whoever has it may ask for a window. */
type JitFact = Readonly<
  | { is: "noRule" }
  | { is: "shut"; machine: string; ended: string | null; action: string }
  | {
      is: "shutByRule";
      machine: string;
      port: number;
      from: Walked["from"];
      rule: string;
      last: LastWindow;
      action: string;
    }
  | { is: "openUntil"; machine: string; port: number; until: string }
>;

const windowsOf = (policies: readonly JitPolicy[], machineId: string): readonly JitWindow[] =>
  policies.flatMap(({ windows }) => windows.filter((each) => sameId(each.machineId, machineId)));

const isOpenAt =
  (now: string) =>
  ({ endTime, status }: JitWindow): boolean =>
    /^initiated$/i.test(status) && Date.parse(endTime) > Date.parse(now);

const said = ({ port, endTime: time, caller = "", sources }: JitWindow): Columns =>
  columns("TCP", port, { is: "until", time }, caller, { is: "sources", sources });

/** Of the last one. */
const endOf = (windows: readonly JitWindow[]): string | null =>
  windows.toSorted((one, other) => Date.parse(other.endTime) - Date.parse(one.endTime))[0]?.endTime ?? null;

function windowOf(host: JumpHost, policies: readonly JitPolicy[], now: string): Outcome<JitFact> {
  const windows = windowsOf(policies, host.id);
  const evidence = windows.map(said);
  const open = windows.find(isOpenAt(now));
  return open === undefined
    ? advise(
        { is: "shut", machine: host.name, ended: endOf(windows), action },
        { resourceId: host.id, evidence },
      )
    : pass({ is: "openUntil", machine: host.name, port: open.port, until: open.endTime }, evidence);
}

const byPolicy = defineCheck({
  id,
  severity: "medium",
  scope: "people",
  impact: "degrades",
  pathPlace: { on: "entry", thing: "rules" },
  source: "https://learn.microsoft.com/azure/defender-for-cloud/just-in-time-access-usage",
  needs: ["clusterNetwork", "jumpHosts"],
  looksAt: ["peerNetworks", "networkSecurityGroups", "privateDnsLinks", "jitPolicies", "takenAt"],
  after: ["jump.discovered"],
  skip: unlessPrivate,
  evaluate: ({ clusterNetwork, jumpHosts, ...data }, { client }): Outcome<JitFact | SharedFact> => {
    const own = { status: "collected", data: clusterNetwork } as const;
    const hosts = { status: "collected", data: jumpHosts } as const;
    const networks = networksNear({ ...data, clusterNetwork: own });
    const behind = hostsBehindEntry(client, { ...data, clusterNetwork, jumpHosts: hosts });
    const shut = behind.find((host) => {
      const network = networks.find((each) => sameId(each.id, host.virtualNetworkId));
      return network !== undefined && shutByJit(host, network, data.networkSecurityGroups).length > 0;
    });
    if (shut === undefined) return notApplicable({ is: "noRule" });
    const [cause] = data.jitPolicies.missing;
    return cause === undefined ? windowOf(shut, data.jitPolicies.items, data.takenAt) : unread(cause);
  },
});

/** Where such a rule is what Bastion ends at; null where it is not. */
function stoppedIn({ jitPolicies, jumpHosts }: ClusterSnapshot, walks: Walks): Outcome<JitFact> | null {
  const stop = (walks.told.get(id) ?? []).find(
    ({ step, requirement }) => step.state === "stops" && requirement.end === "stopped",
  );
  if (stop === undefined || stop.step.reason.is !== "ruleDenies") return null;
  const { step, walked } = stop;
  const { rule, packet } = stop.step.reason;
  const machines = dataOf(jumpHosts) ?? [];
  const machine = machines.find(({ privateIpAddress }) => privateIpAddress === packet.destination);
  const windows = windowsOf(jitPolicies.items, machine?.id ?? "");
  const [cause] = jitPolicies.missing;
  const policy = policyFor(jitPolicies.items, machine?.id ?? "", packet.port);
  const last =
    policy === undefined && cause !== undefined ? { unread: cause.message } : { ended: endOf(windows) };
  const { destination, port } = packet;
  const { from } = walked;
  return fail(
    { is: "shutByRule", machine: machine?.name ?? destination, port, from, rule, last, action },
    {
      resourceId: step.component.id ?? undefined,
      evidence: windows.map(said),
      fix: repairOf(walks.model, step)?.fix,
    },
  );
}

const jitActiveRequest: Check<typeof id, JitFact | SharedFact | SkipFact> = {
  ...byPolicy,
  of: ["bastion.jump"],
  evaluate: (snapshot, walks) => stoppedIn(snapshot, walks) ?? byPolicy.evaluate(snapshot),
};

// jit.policy: a jump host that many may reach is shut by just-in-time access until somebody asks. Advice.

type JitPolicyFact = Readonly<
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

const jitPolicy = defineCheck({
  id: "jit.policy",
  severity: "medium",
  scope: "people",
  impact: "advises",
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

export const jitChecks = [jitActiveRequest, jitPolicy] as const;
