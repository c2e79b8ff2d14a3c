// Private DNS zones, their links and A records as the SDK reads them → our data.
import type {
  VirtualNetworkLink as ArmLink,
  RecordSet as ArmRecordSet,
  PrivateZone as ArmZone,
} from "@azure/arm-privatedns";
import type { ARecordSet, PrivateDnsZone, VirtualNetworkLink } from "../../core/snapshot/zones.ts";
import { present } from "./present.ts";

export const mapPrivateDnsZone = (zone: ArmZone): PrivateDnsZone => ({
  id: zone.id ?? "",
  name: zone.name ?? "",
  provisioningState: zone.provisioningState ?? "",
});

export const mapVirtualNetworkLink = (link: ArmLink): VirtualNetworkLink => ({
  id: link.id ?? "",
  name: link.name ?? "",
  virtualNetworkId: link.virtualNetwork?.id ?? "",
  linkState: link.virtualNetworkLinkState ?? "",
  provisioningState: link.provisioningState ?? "",
  registrationEnabled: link.registrationEnabled ?? false,
});

export const mapARecordSet = (record: ArmRecordSet): ARecordSet => ({
  id: record.id ?? "",
  name: record.name ?? "",
  addresses: (record.aRecords ?? []).flatMap((each) => each.ipv4Address ?? []),
  isAutoRegistered: record.isAutoRegistered ?? false,
  ...present({ ttl: record.ttl }),
});
