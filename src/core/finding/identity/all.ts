// As whom the cluster acts: every check of it. A new one is a file beside this and a line here.
import { identityDnsRole } from "./identity.dns-role.ts";
import { identityKind } from "./identity.kind.ts";
import { identityRouteRole } from "./identity.route-role.ts";
import { identitySubnetRole } from "./identity.subnet-role.ts";

export const identityChecks = [identityKind, identitySubnetRole, identityDnsRole, identityRouteRole] as const;
