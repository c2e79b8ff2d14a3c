// Jump hosts: every check of it. A new one is a file beside this and a line here.
import { jumpAci } from "./jump.aci.ts";
import { jumpDiscovered } from "./jump.discovered.ts";
import { jumpDnsServers } from "./jump.dns-servers.ts";
import { jumpHealth } from "./jump.health.ts";
import { jumpPlacement } from "./jump.placement.ts";
import { jumpPower } from "./jump.power.ts";
import { jumpPublicIp } from "./jump.public-ip.ts";
import { jumpRedundancy } from "./jump.redundancy.ts";
import { jumpSshAuth } from "./jump.ssh-auth.ts";
import { jumpVmss } from "./jump.vmss.ts";

export const jumpChecks = [
  jumpDiscovered,
  jumpPower,
  jumpHealth,
  jumpPlacement,
  jumpVmss,
  jumpDnsServers,
  jumpRedundancy,
  jumpPublicIp,
  jumpSshAuth,
  jumpAci,
] as const;
