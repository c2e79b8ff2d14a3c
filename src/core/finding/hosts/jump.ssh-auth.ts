// jump.ssh-auth: a password is guessed in time, a key is not. Advice.

import { likelyHosts, type StrangersFact, unlessStrangers } from "../../client/likely-hosts.ts";
import { advise, notApplicable, type Outcome, pass, type SharedFact, unread } from "../../outcome/check.ts";
import type { JumpHost } from "../../snapshot/hosts.ts";
import { collected } from "../../snapshot/section.ts";
import { defineCheck, unlessPrivate } from "../kit/define-check.ts";

export type SshFact = Readonly<
  | { is: "takesKeys"; hosts: readonly string[] }
  | { is: "takesPasswords"; hosts: readonly string[] }
  /** Windows, and disks that Azure did not make. */
  | { is: "noneSays" }
>;

const namesOf = (hosts: readonly JumpHost[]): readonly string[] => hosts.map(({ name }) => name);

function judgeHosts(hosts: readonly JumpHost[]): Outcome<SshFact | SharedFact> {
  const open = hosts.filter(({ takesPasswords }) => takesPasswords === true);
  const [first] = open;
  if (first !== undefined)
    return advise({ is: "takesPasswords", hosts: namesOf(open) }, { resourceId: first.id });
  const shut = hosts.filter(({ takesPasswords }) => takesPasswords === false);
  const unasked = hosts.map(({ powerState }) => powerState).find(({ status }) => status === "unavailable");
  if (unasked?.status === "unavailable") return unread(unasked);
  return shut.length > 0
    ? pass({ is: "takesKeys", hosts: namesOf(shut) })
    : notApplicable({ is: "noneSays" });
}

export const jumpSshAuth = defineCheck({
  id: "jump.ssh-auth",
  severity: "low",
  scope: "people",
  impact: "advises",
  shownBy: "azure",
  source: "https://learn.microsoft.com/azure/virtual-machines/linux/create-ssh-keys-detailed",
  needs: ["clusterNetwork", "jumpHosts"],
  looksAt: ["peerNetworks"],
  after: ["jump.discovered"],
  skip: unlessPrivate,
  evaluate: ({ jumpHosts, ...data }): Outcome<SshFact | StrangersFact | SharedFact> => {
    const sources = { ...data, jumpHosts: collected(jumpHosts) };
    return unlessStrangers(sources, judgeHosts(likelyHosts(sources)));
  },
});
