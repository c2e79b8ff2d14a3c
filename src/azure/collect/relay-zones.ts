// The private DNS zones of relays' names in a resource group, with their links and records.
import { z } from "zod";
import { subject } from "../../core/snapshot/subject.ts";
import type { RelayZone } from "../../core/snapshot/ways-in.ts";
import type { ArmSession } from "../arm/arm-client.ts";
import { parseResourceId, type ResourceGroupRef } from "../arm/resource-id.ts";
import type { ArmReads } from "./arm-reads.ts";
import { readLinks, zoneType } from "./private-dns.ts";
import { itemsOf, type ListRead, readItems } from "./read-list.ts";

/** `.windows.net`, and what it is called in other clouds. */
const relayZone = /^privatelink\.servicebus\./i;

const named = z.object({ name: z.string() });

export async function readRelayZones(
  arm: ArmSession,
  reads: ArmReads,
  after: number,
  group: ResourceGroupRef,
): Promise<ListRead<RelayZone>> {
  const list = await reads.privateDnsZones(after, group);
  const zones = itemsOf(list).filter(({ name }) => relayZone.test(name));
  const read = await Promise.all(
    zones.map(async ({ id, name }) => {
      const ref = parseResourceId(id, zoneType) ?? { ...group, name };
      const query = {
        what: subject("zoneRecords", name),
        needs: { action: `${zoneType}/A/read`, scope: id },
      };
      const [links, records] = await Promise.all([
        readLinks(arm, list.level, ref, id),
        readItems(
          list.level,
          query,
          () => arm.json.list(`${id}/A`, "2020-06-01", z.unknown()),
          named,
          (record) => record.name,
        ),
      ]);
      const zone: RelayZone = { id, name, links: links.section, records: records.section };
      return { zone, level: Math.max(links.level, records.level) };
    }),
  );
  const level = Math.max(list.level, ...read.map((each) => each.level));
  return list.section.status === "unavailable"
    ? { section: list.section, level }
    : { section: { status: "collected", data: read.map(({ zone }) => zone) }, level };
}
