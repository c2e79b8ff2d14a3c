// Sign-in: every check of it. A new one is a file beside this and a line here.
import { entraAdminGroup } from "./entra.admin-group.ts";
import { entraAzureRbac } from "./entra.azure-rbac.ts";
import { entraLocalAccounts } from "./entra.local-accounts.ts";
import { entraManagedAad } from "./entra.managed-aad.ts";
import { entraTenant } from "./entra.tenant.ts";

export const entraChecks = [
  entraManagedAad,
  entraAzureRbac,
  entraLocalAccounts,
  entraTenant,
  entraAdminGroup,
] as const;
