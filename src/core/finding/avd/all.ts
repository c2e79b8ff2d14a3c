// Azure Virtual Desktop: every check of it. A new one is a file beside this and a line here.
import { avdHostPool } from "./avd.host-pool.ts";
import { avdReach } from "./avd.reach.ts";
import { avdSessionHosts } from "./avd.session-hosts.ts";

export const avdChecks = [avdHostPool, avdSessionHosts, avdReach] as const;
