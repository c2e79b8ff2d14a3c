// The private endpoint: every check of it. A new one is a file beside this and a line here.
import { peConnectionApproved } from "./pe.connection-approved.ts";
import { peExists } from "./pe.exists.ts";
import { peExtraEndpoint } from "./pe.extra-endpoint.ts";
import { peIp } from "./pe.ip.ts";
import { peProvisioning } from "./pe.provisioning.ts";
import { peSubnetPolicy } from "./pe.subnet-policy.ts";

export const peChecks = [
  peExists,
  peConnectionApproved,
  peProvisioning,
  peIp,
  peSubnetPolicy,
  peExtraEndpoint,
] as const;
