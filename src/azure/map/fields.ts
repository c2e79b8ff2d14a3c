// Every field of what is read of Azure, by its name, with what it holds: worked out from the types themselves.

import type {
  BastionHost as ArmBastion,
  VirtualNetworkGateway as ArmGateway,
  NetworkProfile as ArmProfile,
} from "@azure/arm-network";
import { maskedLine } from "../../core/outcome/error-text.ts";
import type { VirtualNetworkGateway } from "../../core/snapshot/gateways.ts";
import type { BastionHost, NetworkProfile } from "../../core/snapshot/hosts.ts";
import { networkIdOf } from "../../core/snapshot/resource-id.ts";
import type { Collected, Unavailable } from "../../core/snapshot/section.ts";
import type { ClusterSnapshot } from "../../core/snapshot/snapshot.ts";

/** What a section, a list or a map of sections holds. */
type Held<S> = S extends Unavailable
  ? never
  : S extends Collected<infer D>
    ? D
    : S extends Readonly<{ items: readonly (infer D)[] }>
      ? D
      : string extends keyof S
        ? Held<S[string & keyof S]>
        : never;

type Known = Held<ClusterSnapshot[keyof ClusterSnapshot]>;

/** Each field of a type and of the types below it. Tags are the customer's own names. */
type FieldOf<T> = T extends Unavailable
  ? never
  : T extends readonly (infer I)[]
    ? FieldOf<I>
    : T extends Collected<infer D>
      ? FieldOf<D>
      : T extends object
        ? {
            [K in keyof T & string]-?: K extends "tags"
              ? never
              : Readonly<{ name: K; value: NonNullable<T[K]> }> | FieldOf<NonNullable<T[K]>>;
          }[keyof T & string]
        : never;

type Field = FieldOf<Known>;

type KindOf<V> = [V] extends [boolean]
  ? "flag"
  : [V] extends [number]
    ? "number"
    : [V] extends [string]
      ? "text"
      : [V] extends [readonly string[]]
        ? "texts"
        : "parts";

type Kind = "flag" | "number" | "text" | "texts" | "parts";

/**
 * What a field may be called. A `word` is a text of which every reader takes one that it does not know for unknown; what
 * ends in `?` may be missing without anything being called well by it.
 */
type Named<K extends Kind> = K | `${K}?` | (K extends "text" ? "word" : never);

/** `texts`: a list of them; `parts`: fields of its own, or one thing here and another there. */
export type Kinds = Readonly<{
  [N in Exclude<Field["name"], `${string}Id` | `${string}Ids`>]: Named<
    KindOf<Extract<Field, Readonly<{ name: N }>>["value"]>
  >;
}>;

// ARM leaves fields out, or sends null, or an empty text; our data leaves them out.

type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined | null> };

/** The same fields without those that have no value. */
export const present = <T extends Record<string, unknown>>(fields: T): Present<T> =>
  // The one place where a type is asserted: the filter below is what makes it true.
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== null && value !== ""),
  ) as Present<T>;

/** What most resources say of themselves. ARM may send null for each. */
export const resourceOf = (of: Readonly<{ id?: string; name?: string; provisioningState?: string }>) => ({
  id: of.id ?? "",
  name: of.name ?? "",
  provisioningState: of.provisioningState ?? "",
});

/** ARM has both a single value and a list for many properties; this is all of them. */
export const valuesOf = (
  single: string | null | undefined,
  several: readonly string[] | null | undefined,
): readonly string[] => [...(single ? [single] : []), ...(several ?? [])];

// What people come in through, as the SDK reads it → our data: Bastion hosts, gateways, profiles of Cloud Shell.

/** Without a SKU a Bastion host is Basic: that is the API's default. */
export const mapBastionHost = (host: ArmBastion): BastionHost => {
  const subnetId = host.ipConfigurations?.[0]?.subnet?.id;
  return {
    ...resourceOf(host),
    sku: host.sku?.name ?? "Basic",
    enableTunneling: host.enableTunneling ?? false,
    privateOnly: host.enablePrivateOnlyBastion ?? false,
    ...present({
      subnetId,
      virtualNetworkId: networkIdOf(subnetId ?? "") ?? host.virtualNetwork?.id,
      publicIpAddressId: host.ipConfigurations?.[0]?.publicIPAddress?.id,
    }),
  };
};

const clientsOf = (clients: ArmGateway["vpnClientConfiguration"]) => ({
  clientAddressPools: clients?.vpnClientAddressPool?.addressPrefixes,
  clientProtocols: clients?.vpnClientProtocols,
  clientAuthentication: clients?.vpnAuthenticationTypes,
  clientTenant: clients?.aadTenant,
  clientRootCertificates: clients?.vpnClientRootCertificates?.flatMap(({ name }) => name ?? []),
});

export const mapVirtualNetworkGateway = (gateway: ArmGateway): VirtualNetworkGateway => ({
  ...resourceOf(gateway),
  gatewayType: gateway.gatewayType ?? "",
  ...present({
    sku: gateway.sku?.name,
    virtualNetworkId: networkIdOf(gateway.ipConfigurations?.[0]?.subnet?.id ?? ""),
    activeActive: gateway.active,
    enableBgp: gateway.enableBgp,
    usesPrivateAddress: gateway.enablePrivateIpAddress,
    ...clientsOf(gateway.vpnClientConfiguration),
    defaultSiteId: gateway.gatewayDefaultSite?.id,
  }),
});

export const mapNetworkProfile = (profile: ArmProfile): NetworkProfile => ({
  id: profile.id ?? "",
  name: profile.name ?? "",
  subnetIds: (profile.containerNetworkInterfaceConfigurations ?? []).flatMap((each) =>
    (each.ipConfigurations ?? []).flatMap(({ subnet }) => subnet?.id ?? []),
  ),
});

// Free text of Azure's: whoever wrote it may have written a secret into it, and it is kept and shown.

export const masked = (text: string | null | undefined): string | undefined =>
  text ? maskedLine(text) : undefined;
