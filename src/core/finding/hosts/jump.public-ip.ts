// jump.public-ip: a jump host with a public address is found by everybody who scans the Internet. Advice.

import { likelyHosts, type StrangersFact, unlessStrangers } from "../../client/likely-hosts.ts";
import { advise, notApplicable, type Outcome, pass, type SharedFact } from "../../outcome/check.ts";
import { collected } from "../../snapshot/section.ts";
import { defineCheck, unlessPrivate } from "../kit/define-check.ts";

export type PublicHostFact = Readonly<
  { is: "noHost" } | { is: "noneIsPublic" } | { is: "arePublic"; hosts: readonly string[] }
>;

export const jumpPublicIp = defineCheck({
  id: "jump.public-ip",
  severity: "medium",
  scope: "people",
  impact: "advises",
  shownBy: "azure",
  source: "https://learn.microsoft.com/azure/security/fundamentals/network-best-practices",
  needs: ["clusterNetwork", "jumpHosts"],
  looksAt: ["peerNetworks"],
  after: ["jump.discovered"],
  skip: unlessPrivate,
  evaluate: ({ jumpHosts, ...data }): Outcome<PublicHostFact | StrangersFact | SharedFact> => {
    const sources = { ...data, jumpHosts: collected(jumpHosts) };
    const hosts = likelyHosts(sources);
    if (hosts.length === 0) return notApplicable({ is: "noHost" });
    const open = hosts.filter(({ hasPublicAddress }) => hasPublicAddress === true);
    const [first] = open;
    if (first === undefined) return pass({ is: "noneIsPublic" });
    const found = { is: "arePublic", hosts: open.map(({ name }) => name) } as const;
    return unlessStrangers(sources, advise(found, { resourceId: first.id }));
  },
});
