// Cloud Shell in a network: every check of it. A new one is a file beside this and a line here.
import { cloudshellAciRoles } from "./cloudshell.aci-roles.ts";
import { cloudshellNetworkProfile } from "./cloudshell.network-profile.ts";
import { cloudshellProviders } from "./cloudshell.providers.ts";
import { cloudshellReach } from "./cloudshell.reach.ts";
import { cloudshellRelay } from "./cloudshell.relay.ts";
import { cloudshellStorage } from "./cloudshell.storage.ts";

export const cloudshellChecks = [
  cloudshellProviders,
  cloudshellNetworkProfile,
  cloudshellRelay,
  cloudshellStorage,
  cloudshellAciRoles,
  cloudshellReach,
] as const;
