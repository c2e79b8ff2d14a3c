// Access paths by their ids, in the order in which they are tried where all else is equal.
export const orders = {
  production: [
    ...(["P12", "P11", "P07", "P06", "P15", "P14", "P05", "P04"] as const),
    ...(["P08", "P10", "P09", "P13", "P02", "P03", "P01", "P16"] as const),
  ],
  other: [
    ...(["P02", "P03", "P01", "P11", "P12", "P07", "P06", "P16"] as const),
    ...(["P04", "P05", "P14", "P15", "P13", "P10", "P09", "P08"] as const),
  ],
} as const;

/** Of a path that has its place in both orders: one that has none does not compile. */
export type PathId = (typeof orders)["production"][number] & (typeof orders)["other"][number];
