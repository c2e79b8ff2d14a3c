// Every check there is, by group. A new one stands in the folder of its group, and in the list of that group.

import { apiChecks } from "./api/api-findings.ts";
import { clientChecks } from "./api/client-findings.ts";
import { dnsChecks } from "./api/dns-findings.ts";
import { peChecks } from "./api/pe-findings.ts";
import { clusterChecks } from "./cluster/cluster-findings.ts";
import { poolChecks } from "./cluster/pool-findings.ts";
import { avdChecks } from "./hosts/avd-findings.ts";
import { bastionChecks } from "./hosts/bastion-findings.ts";
import { cloudshellChecks, pawChecks } from "./hosts/cloudshell-findings.ts";
import { jitChecks } from "./hosts/jit-findings.ts";
import { jumpChecks } from "./hosts/jump-findings.ts";
import type { Check } from "./kit/define-check.ts";
import { ddosChecks } from "./network/ddos-findings.ts";
import { egressChecks } from "./network/egress-findings.ts";
import { erChecks } from "./network/er-findings.ts";
import { firewallChecks } from "./network/firewall-findings.ts";
import { nsgChecks } from "./network/nsg-findings.ts";
import { peeringChecks } from "./network/peering-findings.ts";
import { routeChecks } from "./network/route-findings.ts";
import { vnetChecks } from "./network/vnet-findings.ts";
import { vpnChecks } from "./network/vpn-findings.ts";
import { accessChecks } from "./rights/access-findings.ts";
import { entraChecks } from "./rights/entra-findings.ts";
import { identityChecks } from "./rights/identity-findings.ts";
import { invokeChecks } from "./rights/invoke-findings.ts";

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
