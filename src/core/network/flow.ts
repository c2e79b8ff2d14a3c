// What is walked: from a place in a network to an address, one protocol and port.

/** `address` is one address, or the subnet's prefix where no machine is known. */
export type Place = Readonly<{
  name: string;
  address: string;
  networkId: string;
  subnetId: string | undefined;
  /** Security groups of its own interface. */
  groupIds: readonly string[];
  /** Of a place outside Azure: what it comes in over. It then enters at the gateway's subnet. */
  over?: Readonly<{ gatewayId: string; wayId: string }>;
}>;

/** The address of a place behind a gateway that nobody told Azure. */
export const anywhere = "0.0.0.0/0";

export type Service = Readonly<{ protocol: "Tcp" | "Udp"; port: number }>;

export type Flow = Readonly<{ from: Place; to: string }> & Service;

/** The first packet of a connection, as security groups see it. */
export type Packet = Readonly<{ source: string; destination: string }> & Service;

export const packetOf = ({ from, to, protocol, port }: Flow): Packet => ({
  source: from.address,
  destination: to,
  protocol,
  port,
});
