// DNS forwarding rulesets in a resource group: to whom Azure's own DNS passes on what it is asked, in linked networks.
// https://learn.microsoft.com/azure/dns/private-resolver-endpoints-rulesets
import { z } from "zod";
import { subject } from "../../core/snapshot/subject.ts";
import type { ArmSession } from "../arm/arm-client.ts";
import { type ResourceGroupRef, resourceGroupId } from "../arm/resource-id.ts";
import { dnsResolverApiVersion } from "./dns-resolvers.ts";
import { type ListRead, readItems } from "./read-list.ts";

export const rulesetType = "Microsoft.Network/dnsForwardingRulesets";

const named = z.object({ id: z.string(), name: z.string() });
export type Ruleset = z.infer<typeof named>;

export const readRulesets = (
  arm: ArmSession,
  after: number,
  group: ResourceGroupRef,
): Promise<ListRead<Ruleset>> => {
  const scope = resourceGroupId(group);
  return readItems(
    after,
    {
      what: subject("dnsRulesets", group.resourceGroup),
      needs: { action: `${rulesetType}/read`, scope },
    },
    () => arm.json.list(`${scope}/providers/${rulesetType}`, dnsResolverApiVersion, z.unknown()),
    named,
    ({ id, name }) => ({ id, name }),
  );
};
