// Jump hosts: every check of it. A new one is a file beside this and a line here.

import { defineStep } from "../kit/define-step.ts";
import { unlessPrivate } from "../kit/skips.ts";
import { jumpAci } from "./jump.aci.ts";
import { jumpDiscovered } from "./jump.discovered.ts";
import { jumpHealth } from "./jump.health.ts";
import { jumpPlacement } from "./jump.placement.ts";
import { jumpPower } from "./jump.power.ts";
import { jumpPublicIp } from "./jump.public-ip.ts";
import { jumpRedundancy } from "./jump.redundancy.ts";
import { jumpSshAuth } from "./jump.ssh-auth.ts";
import { jumpVmss } from "./jump.vmss.ts";

// jump.dns-servers: a machine whose interface names DNS servers of its own asks them, whatever its network's know.

const jumpDnsServers = defineStep({
  id: "jump.dns-servers",
  severity: "high",
  scope: "people",
  impact: "degrades",
  source:
    "https://learn.microsoft.com/azure/virtual-network/virtual-network-network-interface#change-dns-servers",
  of: ["people.api"],
  after: ["jump.power"],
  skip: unlessPrivate,
});

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
