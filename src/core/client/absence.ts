// What does not stand near the cluster, so that nothing leads over it. Said alike by findings and by ways in.
export type Absence = Readonly<
  | { is: "noBastion" }
  /** `network`: null where Azure does not say in which it stands. A Developer host serves no other. */
  | { is: "bastionElsewhere"; bastion: string; network: string | null; developer: boolean }
  | { is: "noGateway"; type: "Vpn" | "ExpressRoute" }
>;
