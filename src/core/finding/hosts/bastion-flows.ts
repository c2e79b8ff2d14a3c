// The eight rules that a security group on Bastion's subnet needs, as Azure's page lists them.
// https://learn.microsoft.com/azure/bastion/bastion-nsg

/** Who is on the other side: a service tag, or a role that an address fills. */
export type BastionPeer =
  | "clients"
  | "GatewayManager"
  | "AzureLoadBalancer"
  | "bastion"
  | "host"
  | "AzureCloud"
  | "Internet";

export type BastionFlow = Readonly<{
  /** The rule's name on that page. */
  rule: string;
  direction: "Inbound" | "Outbound";
  peer: BastionPeer;
  /** The first one decides. */
  ports: readonly [number, ...number[]];
  /** Without it no session works. Without the others updates, scaling or details suffer. */
  grave: boolean;
}>;

const flow = (
  direction: BastionFlow["direction"],
  rule: string,
  peer: BastionPeer,
  ports: BastionFlow["ports"],
  grave: boolean,
): BastionFlow => ({ rule, direction, peer, ports, grave });

export const bastionFlows: readonly BastionFlow[] = [
  flow("Inbound", "AllowHttpsInbound", "clients", [443], true),
  flow("Inbound", "AllowGatewayManagerInbound", "GatewayManager", [443], true),
  flow("Inbound", "AllowAzureLoadBalancerInbound", "AzureLoadBalancer", [443], false),
  flow("Inbound", "AllowBastionHostCommunication", "bastion", [8080, 5701], false),
  flow("Outbound", "AllowSshRdpOutbound", "host", [22, 3389], true),
  flow("Outbound", "AllowAzureCloudOutbound", "AzureCloud", [443], true),
  flow("Outbound", "AllowBastionCommunication", "bastion", [8080, 5701], false),
  flow("Outbound", "AllowHttpOutbound", "Internet", [80], false),
];
