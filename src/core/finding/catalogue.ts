// Every check there is, by group. A new one is a file in the folder of its group and a line in its `all.ts`.
import { accessChecks } from "./access/all.ts";
import { apiChecks } from "./api/all.ts";
import { avdChecks } from "./avd/all.ts";
import { bastionChecks } from "./bastion/all.ts";
import { clientChecks } from "./client/all.ts";
import { cloudshellChecks } from "./cloudshell/all.ts";
import { clusterChecks } from "./cluster/all.ts";
import { ddosChecks } from "./ddos/all.ts";
import type { Check } from "./define-check.ts";
import { dnsChecks } from "./dns/all.ts";
import { egressChecks } from "./egress/all.ts";
import { entraChecks } from "./entra/all.ts";
import { erChecks } from "./er/all.ts";
import { firewallChecks } from "./firewall/all.ts";
import { identityChecks } from "./identity/all.ts";
import { invokeChecks } from "./invoke/all.ts";
import { jitChecks } from "./jit/all.ts";
import { jumpChecks } from "./jump/all.ts";
import { nsgChecks } from "./nsg/all.ts";
import { pawChecks } from "./paw/all.ts";
import { peChecks } from "./pe/all.ts";
import { peeringChecks } from "./peering/all.ts";
import { poolChecks } from "./pool/all.ts";
import { routeChecks } from "./route/all.ts";
import { vnetChecks } from "./vnet/all.ts";
import { vpnChecks } from "./vpn/all.ts";

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
