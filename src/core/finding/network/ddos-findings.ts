// Protection against floods: every check of it. A new one goes here or beside this, and into the list.
import { networksNear } from "../../client/likely-hosts.ts";
import { publicIpIn } from "../../network/route/egress.ts";
import {
  advise,
  combineAdvice,
  notApplicable,
  type Outcome,
  pass,
  type SharedFact,
  unread,
} from "../../outcome/check.ts";
import type { PublicIpAddress, VirtualNetwork } from "../../snapshot/network.ts";
import { idKey, nameOf, networkIdOf, sameId } from "../../snapshot/resource-id.ts";
import { type ById, collected, dataOf } from "../../snapshot/section.ts";
import type { ClusterSnapshot } from "../../snapshot/snapshot.ts";
import { defineCheck } from "../kit/define-check.ts";

// ddos.perimeter: networks by whose public addresses people come in are protected against floods. Advice.

type PerimeterFact = Readonly<
  | { is: "noAddress" }
  /** Addresses are read only where something else names them: for advice alone nothing is asked. */
  | { is: "notLookedAt"; network: string }
  | { is: "planned"; network: string }
  | { is: "protected"; addresses: readonly string[] }
  /** `planned`: they are left out of the network's plan. */
  | { is: "unprotected"; network: string; planned: boolean; addresses: readonly string[] }
>;

type Door = Readonly<{ networkId: string; addressId: string }>;

/** What has an address of its own there, as far as the lists of it say. A virtual hub's firewall stands in no network. */
function doorsOf({
  bastionHosts,
  firewalls,
}: Pick<ClusterSnapshot, "bastionHosts" | "firewalls">): readonly Door[] {
  const bastions = bastionHosts.items.map(({ virtualNetworkId, publicIpAddressId }) => ({
    networkId: virtualNetworkId,
    addressId: publicIpAddressId,
  }));
  const walls = firewalls.items.flatMap(({ ipConfigurations }) => {
    const networkId = networkIdOf(ipConfigurations[0]?.subnetId ?? "") ?? undefined;
    return ipConfigurations.map(({ publicIpAddressId }) => ({ networkId, addressId: publicIpAddressId }));
  });
  return [...bastions, ...walls].flatMap(({ networkId, addressId }) =>
    networkId === undefined || addressId === undefined ? [] : [{ networkId, addressId }],
  );
}

function judgeNetwork(
  network: VirtualNetwork,
  ids: readonly string[],
  addresses: ById<PublicIpAddress>,
): Outcome<PerimeterFact | SharedFact> {
  const planned = network.hasDdosPlan === true;
  const read = ids.filter((id) => Object.hasOwn(addresses, idKey(id)));
  const sections = read.map((id) => publicIpIn(id, addresses));
  const known = sections.flatMap((section) => dataOf(section) ?? []);
  const open = known.filter((address) => !hasDdosProtection(address, network));
  if (open.length > 0)
    return advise(
      { is: "unprotected", network: network.name, planned, addresses: open.map(({ name }) => name) },
      { resourceId: network.id },
    );
  if (planned) return pass({ is: "planned", network: network.name });
  if (read.length === 0) return notApplicable({ is: "notLookedAt", network: network.name });
  const hidden = sections.find((section) => section.status === "unavailable");
  return hidden?.status === "unavailable"
    ? unread(hidden)
    : pass({ is: "protected", addresses: read.map(nameOf) });
}

const ddosPerimeter = defineCheck({
  id: "ddos.perimeter",
  severity: "low",
  scope: "people",
  impact: "advises",
  source: "https://learn.microsoft.com/azure/ddos-protection/ddos-protection-sku-comparison",
  needs: ["clusterNetwork"],
  looksAt: ["peerNetworks", "bastionHosts", "firewalls", "publicIpAddresses"],
  after: ["vnet.cluster-subnet"],
  evaluate: ({
    clusterNetwork,
    publicIpAddresses,
    peerNetworks,
    ...data
  }): Outcome<PerimeterFact | SharedFact> => {
    const doors = doorsOf(data);
    const outcomes = networksNear({ clusterNetwork: collected(clusterNetwork), peerNetworks }).flatMap(
      (network) => {
        const ids = doors
          .filter(({ networkId }) => sameId(networkId, network.id))
          .map(({ addressId }) => addressId);
        return ids.length === 0 ? [] : [judgeNetwork(network, ids, publicIpAddresses)];
      },
    );
    if (outcomes.length > 0) return combineAdvice(outcomes);
    const [gap] = [...data.bastionHosts.missing, ...data.firewalls.missing];
    return gap === undefined ? notApplicable({ is: "noAddress" }) : unread(gap);
  },
});

// Whether a public address is protected against floods: by its network's plan, or by itself.
// https://learn.microsoft.com/azure/ddos-protection/ddos-protection-sku-comparison

/** One that is set to `Disabled` is left out of its network's plan. */
const hasDdosProtection = ({ ddosMode = "" }: PublicIpAddress, { hasDdosPlan }: VirtualNetwork): boolean =>
  /^enabled$/i.test(ddosMode) || (hasDdosPlan === true && !/^disabled$/i.test(ddosMode));

export const ddosChecks = [ddosPerimeter] as const;
