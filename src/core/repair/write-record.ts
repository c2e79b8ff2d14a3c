// A zone that does not say where the API server stands: its record is written, or put right.

import type { NetworkModel, Zone } from "../network/model.ts";
import type { Fix } from "../outcome/fix.ts";
import { sameId } from "../snapshot/resource-id.ts";
import { collected } from "../snapshot/section.ts";
import { azIn, forResource } from "./az.ts";
import type { Mend } from "./repair.ts";

type Entry = Readonly<{
  zone: Pick<Zone, "id" | "name">;
  label: string;
  held: readonly string[];
  wanted: string;
}>;

/** One address is replaced in place; of several, the right one is added before the dead ones go. */
const linesFor = ({ zone, label, held, wanted }: Entry): readonly string[] | null =>
  forResource(zone.id, (parts) => {
    const line = (command: string, ...argv: readonly string[]): string =>
      azIn(parts, `network private-dns record-set a ${command}`, "--zone-name", zone.name, ...argv);
    const set = (command: string, address: string): string =>
      line(command, "--record-set-name", label, "--ipv4-address", address);
    if (held.length === 1)
      return [line("update", "--name", label, "--set", `aRecords[0].ipv4Address=${wanted}`)];
    const stale = held.filter((address) => address !== wanted);
    const added = held.includes(wanted) ? [] : [set("add-record", wanted)];
    return [...added, ...stale.map((address) => set("remove-record", address))];
  });

export function recordFix(entry: Entry): Fix | null {
  const commands = linesFor(entry);
  const { zone, held } = entry;
  return (
    commands && {
      commands,
      risks: [{ is: held.length === 0 ? "recordAdded" : "recordChanged" }],
      disruptive: false,
      roles: [{ role: "Private DNS Zone Contributor", on: [zone.name] }],
    }
  );
}

const written = (model: NetworkModel, { zone, label, wanted }: Entry): NetworkModel => ({
  ...model,
  zones: model.zones.map((each) =>
    sameId(each.id, zone.id) ? { ...each, records: { ...each.records, [label]: collected([wanted]) } } : each,
  ),
});

export const writeRecord: Mend = ({ reason }, model) => {
  if (reason.is !== "recordMissing" && reason.is !== "answerStale") return null;
  const { zoneId, label, wanted } = reason;
  const zone = model.zones.find(({ id }) => sameId(id, zoneId ?? undefined));
  if (zone === undefined || wanted === undefined || label === undefined) return null;
  const held = reason.is === "answerStale" ? reason.addresses : [];
  const entry = { zone, label, held, wanted };
  const fix = recordFix(entry);
  return fix && { fix, apply: (before) => written(before, entry) };
};
