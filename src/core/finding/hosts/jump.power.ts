// jump.power: a jump host that was shut down overnight is the usual reason why the way through it is dead.

import { hostsOnWay, isRunning } from "../../client/client-networks.ts";
import { type StrangersFact, unlessStrangers } from "../../client/likely-hosts.ts";
import { startMachine } from "../../fix/machines.ts";
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
import { columns } from "../../outcome/columns.ts";
import { strangeWord, thing } from "../../outcome/state-word.ts";
import type { JumpHost } from "../../snapshot/hosts.ts";
import { collected } from "../../snapshot/section.ts";
import { defineCheck, unlessPrivate } from "../kit/define-check.ts";

export type PowerFact = Readonly<
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
  shownBy: "azure",
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
