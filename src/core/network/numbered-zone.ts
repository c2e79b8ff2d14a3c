// AKS calls a zone of its own by a number, which nobody reads.

/** `6f1d2c3b-4a59-4e87-9b60-2d1c0e5f7a81.privatelink.westeurope.azmk8s.io` */
export const isNumbered = (zone: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f-]{27}\.privatelink\.\S+$/i.test(zone);
