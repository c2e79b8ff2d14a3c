// Where a person is, where they say no address: as much as decides which ways lead in from there.

/** On the Internet, at whatever address; behind a VPN or ExpressRoute gateway; on a machine in a network of Azure. */
export const standings = ["internet", "gateway", "azure"] as const;
export type Standing = (typeof standings)[number];

/** How long it counts: a shift; after it people have gone home, or come from there. */
export const standingKeptMilliseconds = 12 * 60 * 60_000;
