// Groups of addresses that the rules of firewalls name; none is asked for where no rule names one.
// https://learn.microsoft.com/azure/firewall/ip-groups
import { z } from "zod";
import type { Firewall, FirewallCollection, FirewallPolicy, IpGroup } from "../../core/snapshot/firewall.ts";
import { idKey, nameOf } from "../../core/snapshot/resource-id.ts";
import { subject } from "../../core/snapshot/subject.ts";
import type { ArmSession } from "../arm/arm-client.ts";
import { parseResourceId } from "../arm/resource-id.ts";
import { notReached, type Read, readOne } from "./read.ts";
import type { ReferencesRead } from "./references.ts";
import type { ListingRead } from "./surroundings.ts";

const groupType = "Microsoft.Network/ipGroups";
const apiVersion = "2025-05-01";

/** Azure lets a policy name hundreds; those that come first in the rules decide most. */
const maximumGroups = 12;

const schema = z.object({ properties: z.object({ ipAddresses: z.array(z.string()).nullish() }).nullish() });

const readGroup = async (arm: ArmSession, after: number, id: string): Promise<Read<IpGroup>> => {
  if (parseResourceId(id, groupType) === null) return notReached({ is: "notAnId", of: "ipGroup", id });
  const query = { what: subject("ipGroup", nameOf(id)), needs: { action: `${groupType}/read`, scope: id } };
  return readOne(
    after,
    query,
    () => arm.json.get(id, apiVersion, schema),
    ({ properties }) => ({ id, name: nameOf(id), addresses: properties?.ipAddresses ?? [] }),
  );
};

const namedIn = (collections: readonly FirewallCollection[]): readonly string[] =>
  collections.flatMap(({ rules }) =>
    rules.flatMap((rule) => {
      if (rule.kind === "unreadable") return [];
      return rule.kind === "network"
        ? [...rule.sourceGroupIds, ...rule.destinationGroupIds]
        : rule.sourceGroupIds;
    }),
  );

export const readIpGroups = async (
  arm: ArmSession,
  firewalls: ListingRead<Firewall>,
  policies: ReferencesRead<FirewallPolicy>,
): Promise<ReferencesRead<IpGroup>> => {
  const ofPolicies = Object.values(policies.sections).flatMap((section) =>
    section.status === "collected" && section.data.groups.status === "collected"
      ? section.data.groups.data.flatMap(({ collections }) => namedIn(collections))
      : [],
  );
  const ofFirewalls = firewalls.listing.items.flatMap(({ collections }) => namedIn(collections));
  const unique = new Map([...ofPolicies, ...ofFirewalls].map((id) => [idKey(id), id]));
  const after = Math.max(firewalls.level, policies.level);
  const found = await Promise.all(
    [...unique]
      .slice(0, maximumGroups)
      .map(async ([key, id]) => [key, await readGroup(arm, after, id)] as const),
  );
  return {
    sections: Object.fromEntries(found.map(([key, read]) => [key, read.section])),
    level: Math.max(0, ...found.map(([, read]) => read.level)),
  };
};
