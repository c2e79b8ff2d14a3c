// Every check there is, by group. A new one is a file in the folder of its group and a line in its `all.ts`.

import { apiChecks, peChecks } from "./api/api-findings.ts";
import { clientChecks } from "./api/client-findings.ts";
import { dnsChecks } from "./api/dns-findings.ts";
import { clusterChecks, poolChecks } from "./cluster/cluster-findings.ts";
import { avdChecks } from "./hosts/avd-findings.ts";
import { bastionChecks, cloudshellChecks, jumpChecks, pawChecks } from "./hosts/hosts-findings.ts";
import { jitChecks } from "./hosts/jit-findings.ts";
import type { Check } from "./kit/define-check.ts";
import { ddosChecks, nsgChecks } from "./network/filter-findings.ts";
import { firewallChecks } from "./network/firewall-findings.ts";
import { egressChecks, erChecks, vpnChecks } from "./network/gateway-findings.ts";
import { peeringChecks, vnetChecks } from "./network/peering-findings.ts";
import { routeChecks } from "./network/route-findings.ts";
import { accessChecks, entraChecks, invokeChecks } from "./rights/entra-findings.ts";
import { identityChecks } from "./rights/identity-findings.ts";

/** In the order in which people read them: the cluster first, then the way to it. */
const all = [
  ...clusterChecks,
  ...apiChecks,
  ...clientChecks,
  ...peChecks,
  ...dnsChecks,
  ...vnetChecks,
  ...peeringChecks,
  ...nsgChecks,
  ...jitChecks,
  ...routeChecks,
  ...egressChecks,
  ...firewallChecks,
  ...jumpChecks,
  ...cloudshellChecks,
  ...avdChecks,
  ...bastionChecks,
  ...vpnChecks,
  ...erChecks,
  ...invokeChecks,
  ...accessChecks,
  ...entraChecks,
  ...identityChecks,
  ...poolChecks,
  ...ddosChecks,
  ...pawChecks,
] as const;

/** Each of them, with its id and what it may find. */
export type Finding = (typeof all)[number];

export const catalogue: readonly Check[] = all;
