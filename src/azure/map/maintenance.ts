// Planned maintenance as the SDK reads it → our data.
import type {
  MaintenanceConfiguration as ArmConfiguration,
  MaintenanceWindow as ArmWindow,
} from "@azure/arm-containerservice";
import type {
  MaintenanceConfiguration,
  MaintenanceSchedule,
  MaintenanceWindow,
} from "../../core/snapshot/cluster.ts";
import { present } from "./fields.ts";

function mapSchedule({ schedule }: ArmWindow): MaintenanceSchedule {
  const { daily, weekly, absoluteMonthly, relativeMonthly } = schedule;
  if (daily) return { is: "daily", intervalDays: daily.intervalDays };
  if (weekly) return { is: "weekly", intervalWeeks: weekly.intervalWeeks, dayOfWeek: weekly.dayOfWeek };
  if (absoluteMonthly) {
    const { intervalMonths, dayOfMonth } = absoluteMonthly;
    return { is: "absoluteMonthly", intervalMonths, dayOfMonth };
  }
  if (!relativeMonthly) return { is: "other" };
  const { intervalMonths, weekIndex, dayOfWeek } = relativeMonthly;
  return { is: "relativeMonthly", intervalMonths, weekIndex, dayOfWeek };
}

/** The SDK makes a moment of what Azure sends as a day. */
const dateOf = (moment: Date): string => moment.toISOString().slice(0, 10);

const mapWindow = (window: ArmWindow): MaintenanceWindow => ({
  schedule: mapSchedule(window),
  startTime: window.startTime,
  durationHours: window.durationHours,
  utcOffset: window.utcOffset ?? "",
  notAllowedDates: (window.notAllowedDates ?? []).map(({ start, end }) => ({
    start: dateOf(start),
    end: dateOf(end),
  })),
  ...(window.startDate ? { startDate: dateOf(window.startDate) } : {}),
});

export const mapMaintenance = (configuration: ArmConfiguration): MaintenanceConfiguration => ({
  name: configuration.name ?? "",
  weekHours: (configuration.timeInWeek ?? []).map(({ day = "", hourSlots }) => ({
    day,
    hours: hourSlots ?? [],
  })),
  notAllowedTimes: (configuration.notAllowedTime ?? []).flatMap(({ start, end }) =>
    start && end ? [{ start: start.toISOString(), end: end.toISOString() }] : [],
  ),
  ...present({
    window: configuration.maintenanceWindow ? mapWindow(configuration.maintenanceWindow) : undefined,
  }),
});
