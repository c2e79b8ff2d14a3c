// What findings about the zone say where it is gone: that it is, is dns.zone-exists' to say.
export type GoneZone = Readonly<{ is: "zoneGone" }>;
