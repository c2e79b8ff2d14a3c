// When AKS may upgrade a cluster or its nodes by itself, as its owner planned it.
// https://learn.microsoft.com/azure/aks/planned-maintenance

/** By its English name, as Azure writes it. */
type WeekDay = string;

export type MaintenanceSchedule = Readonly<
  | { is: "daily"; intervalDays: number }
  | { is: "weekly"; intervalWeeks: number; dayOfWeek: WeekDay }
  | { is: "absoluteMonthly"; intervalMonths: number; dayOfMonth: number }
  /** `weekIndex`: `First` to `Fourth`, `Last`. */
  | { is: "relativeMonthly"; intervalMonths: number; weekIndex: string; dayOfWeek: WeekDay }
  /** Of a kind that a newer Azure has. */
  | { is: "other" }
>;

/** Dates as `2026-11-25`, times as `02:00`, both at `utcOffset` (`+05:30`). */
export type MaintenanceWindow = Readonly<{
  schedule: MaintenanceSchedule;
  startTime: string;
  durationHours: number;
  utcOffset: string;
  /** Before this day there is none. */
  startDate?: string;
  /** Both days belong to it. */
  notAllowedDates: readonly Readonly<{ start: string; end: string }>[];
}>;

export type MaintenanceConfiguration = Readonly<{
  /** `default`, `aksManagedAutoUpgradeSchedule`, `aksManagedNodeOSUpgradeSchedule`. */
  name: string;
  window?: MaintenanceWindow;
  /** The older form: whole hours of days of the week, in UTC. */
  weekHours: readonly Readonly<{ day: WeekDay; hours: readonly number[] }>[];
  /** Of the older form: ISO 8601. */
  notAllowedTimes: readonly Readonly<{ start: string; end: string }>[];
}>;
