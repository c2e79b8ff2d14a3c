// What traffic leaves through, as the SDK reads it → our data: NAT gateways, firewalls, public IP addresses.
import type {
  NatGateway as ArmNatGateway,
  PublicIPPrefix as ArmPrefix,
  PublicIPAddress as ArmPublicIp,
  AzureFirewall,
} from "@azure/arm-network";
import type { Firewall, FirewallCollection } from "../../core/snapshot/firewall.ts";
import type { NatGateway, PublicIpAddress } from "../../core/snapshot/network.ts";
import { present, resourceOf } from "./fields.ts";
import { mapFirewallRule } from "./rules.ts";

const idsOf = (items: readonly Readonly<{ id?: string }>[] | undefined): readonly string[] =>
  (items ?? []).flatMap(({ id }) => id || []);

export const mapNatGateway = (gateway: ArmNatGateway): NatGateway => ({
  ...resourceOf(gateway),
  publicIpAddressIds: idsOf(gateway.publicIpAddresses),
  publicIpPrefixIds: idsOf(gateway.publicIpPrefixes),
});

export const mapPublicIpAddress = (address: ArmPublicIp): PublicIpAddress => ({
  ...resourceOf(address),
  ...present({
    ipAddress: address.ipAddress,
    sku: address.sku?.name,
    allocation: address.publicIPAllocationMethod,
    ddosMode: address.ddosSettings?.protectionMode,
  }),
});

/** Its range stands where a single address has its own. */
export const mapPublicIpPrefix = (prefix: ArmPrefix): PublicIpAddress => ({
  ...resourceOf(prefix),
  ...present({ ipAddress: prefix.ipPrefix }),
});

/** `10.0.0.4, 10.0.0.5`; undefined where there are none. */
const listed = (text: string | undefined): readonly string[] | undefined => {
  const parts = (text ?? "").split(",").flatMap((part) => part.trim() || []);
  return parts.length === 0 ? undefined : parts;
};

type Classic = Readonly<{
  name?: string;
  priority?: number;
  action?: Readonly<{ type?: string }>;
  rules?: readonly object[];
}>;

/** Rules on the firewall itself do not say of which kind they are, and call protocols otherwise. */
const mapClassic = (
  collections: readonly Classic[] | undefined,
  type: "NetworkRule" | "ApplicationRule",
): readonly FirewallCollection[] =>
  (collections ?? []).map(({ name, priority, action, rules }) => ({
    name: name ?? "",
    priority: priority ?? 0,
    action: action?.type ?? "",
    rules: (rules ?? []).map((rule) =>
      mapFirewallRule(
        type === "NetworkRule" && "protocols" in rule
          ? { ...rule, protocols: undefined, ipProtocols: rule.protocols }
          : rule,
        type,
      ),
    ),
  }));

export const mapFirewall = (firewall: AzureFirewall): Firewall => ({
  ...resourceOf(firewall),
  inVirtualHub: Boolean(firewall.virtualHub?.id),
  ipConfigurations: (firewall.ipConfigurations ?? []).map((config) =>
    present({
      privateIpAddress: config.privateIPAddress,
      subnetId: config.subnet?.id,
      publicIpAddressId: config.publicIPAddress?.id,
    }),
  ),
  collections: [
    ...mapClassic(firewall.networkRuleCollections, "NetworkRule"),
    ...mapClassic(firewall.applicationRuleCollections, "ApplicationRule"),
  ],
  dnsProxy: /^true$/i.test(firewall.additionalProperties?.["Network.DNS.EnableProxy"] ?? ""),
  ...present({
    policyId: firewall.firewallPolicy?.id,
    proxyServers: listed(firewall.additionalProperties?.["Network.DNS.Servers"]),
    threatIntelligence: firewall.threatIntelMode,
    untranslated: listed(firewall.additionalProperties?.["Network.SNAT.PrivateRanges"]),
  }),
});
