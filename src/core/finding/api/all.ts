// The API server itself, and who may reach it: every check of it. A new one is a file beside this and a line here.
import { apiAuthorizedIpClient } from "./api.authorized-ip-client.ts";
import { apiAuthorizedIpEgress } from "./api.authorized-ip-egress.ts";
import { apiAuthorizedIpHygiene } from "./api.authorized-ip-hygiene.ts";
import { apiMode } from "./api.mode.ts";
import { apiPublicExposure } from "./api.public-exposure.ts";
import { apiPublicFqdn } from "./api.public-fqdn.ts";
import { apiVnetintIlb } from "./api.vnetint-ilb.ts";
import { apiVnetintNetwork } from "./api.vnetint-network.ts";
import { apiVnetintNsg } from "./api.vnetint-nsg.ts";
import { apiVnetintSubnet } from "./api.vnetint-subnet.ts";

export const apiChecks = [
  apiMode,
  apiAuthorizedIpClient,
  apiAuthorizedIpEgress,
  apiAuthorizedIpHygiene,
  apiPublicExposure,
  apiPublicFqdn,
  apiVnetintNetwork,
  apiVnetintSubnet,
  apiVnetintNsg,
  apiVnetintIlb,
] as const;
