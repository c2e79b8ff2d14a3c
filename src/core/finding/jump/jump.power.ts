// jump.power: a jump host that was shut down overnight is the usual reason why the way through it is dead.

import { hostsOnWay, isRunning } from "../../client/hosts-on-way.ts";
import { unlessStrangers } from "../../client/likely-hosts.ts";
import type { Outcome } from "../../outcome/check.ts";
import { fail, notApplicable, notAssessed, pass, unread, warn } from "../../outcome/outcomes.ts";
import { strangeWord, thing } from "../../outcome/state-word.ts";
import { startMachine } from "../../repair/fixes.ts";
import type { JumpHost } from "../../snapshot/hosts.ts";
import { collected } from "../../snapshot/section.ts";
import { defineCheck } from "../define-check.ts";
import { unlessPrivate } from "../skips.ts";

const coming = /^(starting|creating|updating)$/i;
const off = /^(deallocated|deallocating|stopped|stopping)$/i;

type Known = Readonly<{ host: JumpHost; state: string }>;

/** One that runs is enough, and one that was not asked may run. */
function judge(hosts: readonly JumpHost[]): Outcome {
  const known = hosts.flatMap((host): readonly Known[] =>
    host.powerState.status === "collected" ? [{ host, state: host.powerState.data }] : [],
  );
  const evidence = known.map(({ host, state }) => `${host.name}  ${state}`);
  const running = known.find(({ host }) => isRunning(host));
  if (running !== undefined) return pass(`${running.host.name} is running.`, evidence);
  const unknown = hosts.map(({ powerState }) => powerState).find(({ status }) => status === "unavailable");
  if (unknown?.status === "unavailable") return unread(unknown);
  const [first] = known.filter(({ state }) => off.test(state));
  const [odd] = known.filter(({ state }) => !off.test(state));
  if (odd !== undefined)
    return coming.test(odd.state)
      ? warn(`${odd.host.name} is in the power state "${odd.state}".`, { resourceId: odd.host.id, evidence })
      : strangeWord(thing("named", odd.host.name), "powerState", odd.state);
  if (first === undefined) return notAssessed("No jump host's power state is known.");
  const others = known.length === 1 ? "" : ", and so is every other jump host";
  return fail(`The jump host ${first.host.name} is ${first.state}${others}.`, {
    resourceId: first.host.id,
    evidence,
    fix: startMachine(first.host),
  });
}

export const jumpPower = defineCheck({
  id: "jump.power",
  severity: "high",
  about: "people",
  source: "https://learn.microsoft.com/azure/virtual-machines/states-billing",
  needs: ["jumpHosts", "clusterNetwork"],
  looksAt: ["peerNetworks", "privateDnsLinks"],
  after: ["jump.discovered"],
  skip: unlessPrivate,
  evaluate: ({ jumpHosts, clusterNetwork, ...rest }, { client }) => {
    const sources = { ...rest, clusterNetwork, jumpHosts: collected(jumpHosts) };
    const hosts = hostsOnWay(client, sources);
    return hosts.length === 0
      ? notApplicable("No jump host is on this way.")
      : unlessStrangers(sources, judge(hosts));
  },
});
