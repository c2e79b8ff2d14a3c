// jump.power: a jump host that was shut down overnight is the usual reason why the way through it is dead.

import { hostsBehindEntry, hostsOnWay, hostToUse, isRunning } from "../../client/client-networks.ts";
import { type StrangersFact, unlessStrangers } from "../../client/likely-hosts.ts";
import { machineRole, startMachine } from "../../fix/machines.ts";
import type { FixStep } from "../../fix/write/actions.ts";
import { forResource, target } from "../../fix/write/az.ts";
import { type Fix, fixOf } from "../../fix/write/fix.ts";
import {
  fail,
  notApplicable,
  notAssessed,
  type Outcome,
  pass,
  type SharedFact,
  unread,
  warn,
} from "../../outcome/check.ts";
import { columns, labelled } from "../../outcome/columns.ts";
import { strangeWord, thing } from "../../outcome/state-word.ts";
import type { JumpHost } from "../../snapshot/hosts.ts";
import { instanceOf, type ResourceId } from "../../snapshot/resource-id.ts";
import { collected } from "../../snapshot/section.ts";
import { defineCheck, unlessPrivate } from "../kit/define-check.ts";

type PowerFact = Readonly<
  | { is: "running"; host: string }
  | { is: "changing"; host: string; state: string }
  | { is: "noneKnown" }
  /** `others`: how many more are off. */
  | { is: "off"; host: string; state: string; others: number }
  | { is: "noHost" }
>;

const coming = /^(starting|creating|updating)$/i;
const off = /^(deallocated|deallocating|stopped|stopping)$/i;

type Known = Readonly<{ host: JumpHost; state: string }>;

/** One that runs is enough, and one that was not asked may run. */
function hostsRunning(hosts: readonly JumpHost[]): Outcome<PowerFact | SharedFact> {
  const known = hosts.flatMap((host): readonly Known[] =>
    host.powerState.status === "collected" ? [{ host, state: host.powerState.data }] : [],
  );
  const evidence = known.map(({ host, state }) => columns(host.name, state));
  const running = known.find(({ host }) => isRunning(host));
  if (running !== undefined) return pass({ is: "running", host: running.host.name }, evidence);
  const unknown = hosts.map(({ powerState }) => powerState).find(({ status }) => status === "unavailable");
  if (unknown?.status === "unavailable") return unread(unknown);
  const [first] = known.filter(({ state }) => off.test(state));
  const [odd] = known.filter(({ state }) => !off.test(state));
  if (odd !== undefined) {
    const { host, state } = odd;
    return coming.test(state)
      ? warn({ is: "changing", host: host.name, state }, { resourceId: host.id, evidence })
      : strangeWord(thing("named", host.name), "powerState", state);
  }
  if (first === undefined) return notAssessed({ is: "noneKnown" });
  const { host, state } = first;
  return fail(
    { is: "off", host: host.name, state, others: known.length - 1 },
    { resourceId: host.id, evidence, fix: startMachine(host) },
  );
}

export const jumpPower = defineCheck({
  id: "jump.power",
  severity: "high",
  scope: "people",
  impact: "degrades",
  warningLeavesOpen: true,
  source: "https://learn.microsoft.com/azure/virtual-machines/states-billing",
  needs: ["jumpHosts", "clusterNetwork"],
  looksAt: ["peerNetworks", "privateDnsLinks"],
  after: ["jump.discovered"],
  skip: unlessPrivate,
  evaluate: (
    { jumpHosts, clusterNetwork, ...rest },
    { client },
  ): Outcome<PowerFact | StrangersFact | SharedFact> => {
    const sources = { ...rest, clusterNetwork, jumpHosts: collected(jumpHosts) };
    const hosts = hostsOnWay(client, sources);
    return hosts.length === 0
      ? notApplicable({ is: "noHost" })
      : unlessStrangers(sources, hostsRunning(hosts));
  },
});

// jump.health: a machine that runs while its agent is silent may hang.

type AgentFact = Readonly<
  | { is: "notRunning"; host: string }
  | { is: "noAgent"; host: string }
  | { is: "ready"; host: string }
  | { is: "silent"; host: string; state: string }
  | { is: "noHost" }
>;

function restartStep(id: string, machine: ResourceId): FixStep {
  const ofSet = instanceOf(id);
  return ofSet === null
    ? { kind: "restartMachine", at: target(machine, machine.name) }
    : { kind: "restartInstance", at: target(ofSet, ofSet.name), instance: ofSet.instance };
}

const restart = (id: string): Fix | null =>
  forResource(id, (parts) => fixOf(restartStep(id, parts), { is: "machineRestarted" }, machineRole(id)));

function agentState(host: JumpHost): Outcome<AgentFact | SharedFact> {
  const { id, name, powerState, vmAgentState: state } = host;
  if (powerState.status === "unavailable") return unread(powerState);
  if (!isRunning(host)) return notApplicable({ is: "notRunning", host: name });
  if (state === undefined) return notApplicable({ is: "noAgent", host: name });
  const evidence = [labelled("agent", name, state)];
  if (/^ready$/i.test(state)) return pass({ is: "ready", host: name }, evidence);
  return !/^not /i.test(state)
    ? strangeWord(thing("agent", name), "state", state)
    : warn({ is: "silent", host: name, state }, { resourceId: id, evidence, fix: restart(id) });
}

export const jumpHealth = defineCheck({
  id: "jump.health",
  severity: "medium",
  scope: "people",
  impact: "degrades",
  source: "https://learn.microsoft.com/azure/virtual-machines/extensions/agent-linux",
  needs: ["clusterNetwork"],
  looksAt: ["jumpHosts", "peerNetworks", "privateDnsLinks"],
  after: ["jump.power"],
  skip: unlessPrivate,
  evaluate: (data, { client }): Outcome<AgentFact | StrangersFact | SharedFact> => {
    if (data.jumpHosts.status === "unavailable") return unread(data.jumpHosts);
    const host = hostToUse(hostsBehindEntry(client, data));
    return host === null ? notApplicable({ is: "noHost" }) : unlessStrangers(data, agentState(host));
  },
});
