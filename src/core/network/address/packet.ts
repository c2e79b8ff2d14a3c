// What is walked: from a place in a network to an address, one protocol and port.
import type { Called } from "../../outcome/called.ts";
import type { Unavailable } from "../../snapshot/section.ts";

/** Security groups on an interface itself. `groupsUnread`: why nobody knows whether one stands there. */
export type OwnGroups = Readonly<{ groupIds: readonly string[]; groupsUnread?: Unavailable | undefined }>;

/**
 * `address` is one address, or the subnet's prefix where no machine is known. `seenAs`: the range that groups see instead,
 * of pods that have no address in the network and yet send as themselves over the node that they stand on.
 */
export type NetworkLocation = Readonly<{
  name: Called;
  address: string;
  networkId: string;
  subnetId: string | undefined;
  seenAs?: string;
  /** Of a place outside Azure: what it comes in over. It then enters at the gateway's subnet. */
  over?: Readonly<{ gatewayId: string; wayId: string }>;
  /** Nothing with a public address takes what it sends straight to the Internet. */
  onlyByRoutes?: boolean;
}> &
  OwnGroups;

/** The address of a place behind a gateway that nobody told Azure. */
export const anywhere = "0.0.0.0/0";

export type Service = Readonly<{ protocol: "Tcp" | "Udp"; port: number }>;

export const https: Service = { protocol: "Tcp", port: 443 };

/**
 * `name`: under which the client asked for the address, where firewalls can see it. `toGroups`: of what stands there,
 * where the model knows no holder of the address, as of nodes. `isHeld`: whatever stands there is in the model, so that
 * an address that nothing holds leads nowhere. `toSeenAs`: like the place's `seenAs`, of the other end.
 */
export type Flow = Readonly<{
  from: NetworkLocation;
  to: string;
  name?: string;
  toGroups?: OwnGroups;
  toSeenAs?: string;
  isHeld?: boolean;
}> &
  Service;

/** The first packet of a connection, as security groups see it. An answer passes firewalls that remember the question. */
export type Packet = Readonly<{
  source: string;
  destination: string;
  name: string | null;
  isAnswer: boolean;
  /** Ranges of pods, which Azure counts to the tag VirtualNetwork although no network has them. */
  podRanges?: readonly string[];
  /** The gateway that it came in over: networks that learn from it count its sender to that tag as well. */
  byGateway?: string;
}> &
  Service;

/** As routes see it: pods are found by the node that they stand on. */
export const packetOf = ({ from, to, name, protocol, port }: Flow): Packet => ({
  source: from.address,
  destination: to,
  name: name ?? null,
  isAnswer: false,
  protocol,
  port,
  ...(from.over && { byGateway: from.over.gatewayId }),
});

/** As groups see it. */
export function seenPacketOf(flow: Flow): Packet {
  const { from, toSeenAs } = flow;
  const podRanges = [from.seenAs, toSeenAs].flatMap((range) => range ?? []);
  if (podRanges.length === 0) return packetOf(flow);
  return {
    ...packetOf(flow),
    source: from.seenAs ?? from.address,
    destination: toSeenAs ?? flow.to,
    podRanges,
  };
}

export const serviceTitle = ({ protocol, port }: Service): string => `${protocol.toUpperCase()} ${port}`;
