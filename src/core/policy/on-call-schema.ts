// What a policy file says of schedules: where it stands who is on call, and for which clusters.
import { z } from "zod";
import { nearWords } from "../command/grammar/near-words.ts";
import type { Fault } from "./fault.ts";
import { clusterPattern, guid, list, ruleId } from "./policy-words.ts";
import { timeZone } from "./window.ts";

const id = z.string().min(1).max(100);

export const shiftsSchema = z.strictObject({
  /** The team's id, which is that of its Microsoft 365 group. */
  team: guid,
  /** One group of the schedule; all of them where it is left out. */
  schedulingGroup: id.optional(),
});

export const icalSchema = z.strictObject({
  /** One of those in the setting ON_CALL_CALENDARS: an address may hold a secret, and belongs in no policy. */
  calendar: ruleId,
  /** Of days and times that the calendar gives no zone for. */
  timeZone: timeZone.optional(),
});

const sources = {
  /** Name of one of the policy's groups: all of its members are on call. */
  group: z.string().optional(),
  /** Id of a schedule, as it stands in the address of its page. */
  pagerduty: id.optional(),
  /** Id or name of a schedule. */
  opsgenie: id.optional(),
  shifts: shiftsSchema.optional(),
  ical: icalSchema.optional(),
};

/** Exactly one of the sources. */
export const onCallSchema = z.strictObject({ ...sources, clusters: list(clusterPattern) });

// What the schema cannot see.

const outline = z.object({
  onCall: z.record(z.string(), z.record(z.string(), z.unknown()).catch({})).catch({}),
  incidents: z
    .object({ escalate: z.object({ later: z.array(z.unknown()).catch([]) }) })
    .catch({ escalate: { later: [] } }),
});

function checkCalls({ onCall, incidents: { escalate } }: z.infer<typeof outline>): readonly Fault[] {
  const known = Object.keys(onCall);
  return escalate.later.flatMap((given, index, all): readonly Fault[] => {
    const path = ["incidents", "escalate", "later", index];
    const name = String(given);
    if (onCall[name] === undefined)
      return [{ path, fault: { is: "scheduleUnknown", name, near: nearWords(name, known) } }];
    return all.indexOf(given) < index ? [{ path, fault: { is: "scheduleTwice", name } }] : [];
  });
}

/** Expects the file's data in any shape. `checkNames`: whether groups are named that there are. */
export function checkOnCall(
  value: unknown,
  checkNames: (used: readonly unknown[], path: readonly PropertyKey[]) => readonly Fault[],
): readonly Fault[] {
  const { data } = outline.safeParse(value);
  if (data === undefined) return [];
  const sourceFaults = Object.entries(data.onCall).flatMap(([name, entry]): readonly Fault[] => {
    const path = ["onCall", name];
    const given = Object.keys(sources).filter((source) => entry[source] !== undefined);
    const unfit = { is: "unfit", at: "onCall", given: name, unfit: "ruleId", near: [] } as const;
    return [
      ...(ruleId.safeParse(name).success ? [] : [{ path: ["onCall"], key: name, fault: unfit }]),
      ...(given.length === 1 ? [] : [{ path, fault: { is: "onCallSource", schedule: name } as const }]),
      ...(entry.group === undefined ? [] : checkNames([entry.group], [...path, "group"])),
    ];
  });
  return [...sourceFaults, ...checkCalls(data)];
}
