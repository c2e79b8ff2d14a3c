// jump.health: a machine that runs while its agent is silent may hang.

import { hostsBehindEntry, hostToUse, isRunning } from "../../client/client-networks.ts";
import { type StrangersFact, unlessStrangers } from "../../client/likely-hosts.ts";
import type { FixStep } from "../../fix/write/actions.ts";
import { forResource, target } from "../../fix/write/az.ts";
import type { Fix } from "../../fix/write/fix.ts";
import { notApplicable, type Outcome, pass, type SharedFact, unread, warn } from "../../outcome/check.ts";
import { labelled } from "../../outcome/columns.ts";
import { strangeWord, thing } from "../../outcome/state-word.ts";
import type { JumpHost } from "../../snapshot/hosts.ts";
import { instanceOf, type ResourceId } from "../../snapshot/resource-id.ts";
import { defineCheck, unlessPrivate } from "../kit/define-check.ts";

export type AgentFact = Readonly<
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
  forResource(id, (parts) => ({
    steps: [restartStep(id, parts)],
    risks: [{ is: "machineRestarted" }],
    disruptive: true,
    roles: [{ role: "Virtual Machine Contributor", on: [instanceOf(id)?.name ?? parts.name] }],
  }));

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
  shownBy: "azure",
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
