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

export const https: Service = { protocol: "Tcp", port: 443 };

/** `name`: under which the client asked for the address, where firewalls can see it. */
export type Flow = Readonly<{ from: Place; to: string; name?: string }> & Service;

/** The first packet of a connection, as security groups see it. An answer passes firewalls that remember the question. */
export type Packet = Readonly<{
  source: string;
  destination: string;
  name: string | null;
  isAnswer: boolean;
}> &
  Service;

export const packetOf = ({ from, to, name, protocol, port }: Flow): Packet => ({
  source: from.address,
  destination: to,
  name: name ?? null,
  isAnswer: false,
  protocol,
  port,
});

export const titleOf = ({ protocol, port }: Service): string => `${protocol.toUpperCase()} ${port}`;
