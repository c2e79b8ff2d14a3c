// Whether a public address is protected against floods: by its network's plan, or by itself.
// https://learn.microsoft.com/azure/ddos-protection/ddos-protection-sku-comparison
import type { PublicIpAddress, VirtualNetwork } from "../../snapshot/network.ts";

/** One that is set to `Disabled` is left out of its network's plan. */
export const hasDdosProtection = (
  { ddosMode = "" }: PublicIpAddress,
  { hasDdosPlan }: VirtualNetwork,
): boolean => /^enabled$/i.test(ddosMode) || (hasDdosPlan === true && !/^disabled$/i.test(ddosMode));
