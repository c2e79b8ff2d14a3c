// What is wrong with how point-to-site clients get in, as far as their gateway's own settings say.
// https://learn.microsoft.com/azure/vpn-gateway/point-to-site-about

import type { Clash } from "../../outcome/check.ts";
import { thing } from "../../outcome/state-word.ts";
import type { VirtualNetworkGateway } from "../../snapshot/gateways.ts";
import type { VirtualNetwork } from "../../snapshot/network.ts";
import { clashesOf } from "./clashes.ts";

export type ClientFault = Readonly<
  | { is: "poolOverlaps"; gateway: string; clashes: readonly Clash[] }
  /** Entra ID is the only way to sign in, and the clients of no protocol here can. */
  | { is: "needsOpenVpn"; gateway: string; protocols: readonly string[] }
  /** Certificates are the only way to sign in, and nothing vouches for any. */
  | { is: "noRootCertificate"; gateway: string }
>;

export const hasClients = ({ clientAddressPools = [] }: VirtualNetworkGateway): boolean =>
  clientAddressPools.length > 0;

const includes = (words: readonly string[], word: string): boolean =>
  words.some((each) => each.toLowerCase() === word.toLowerCase());

/** Answers to an address that a network here has as well never leave it. */
function overlapOf(
  { name, clientAddressPools: prefixes = [] }: VirtualNetworkGateway,
  networks: readonly VirtualNetwork[],
): readonly ClientFault[] {
  const pool = { of: thing("vpnClients", name), prefixes };
  const clashes = networks.flatMap((network) =>
    clashesOf(pool, { of: thing("network", network.name), prefixes: network.addressPrefixes }),
  );
  return clashes.length === 0 ? [] : [{ is: "poolOverlaps", gateway: name, clashes }];
}

/** Of several ways to sign in, one that works is enough; none is said of a gateway whose ways Azure does not list. */
function signInFaultOf(gateway: VirtualNetworkGateway): readonly ClientFault[] {
  const { name, clientAuthentication: ways = [], clientProtocols: protocols = [] } = gateway;
  const { clientRootCertificates: roots = [] } = gateway;
  const faults = ways.map((way): ClientFault | null => {
    const [isEntra, isCertificate] = [includes([way], "AAD"), includes([way], "Certificate")];
    if (isEntra && protocols.length > 0 && !includes(protocols, "OpenVPN"))
      return { is: "needsOpenVpn", gateway: name, protocols };
    return isCertificate && roots.length === 0 ? { is: "noRootCertificate", gateway: name } : null;
  });
  return faults.includes(null) ? [] : faults.flatMap((fault) => fault ?? []);
}

/** `networks`: its own, and the one that the API server stands in. */
export const clientFaultsOf = (
  gateway: VirtualNetworkGateway,
  networks: readonly VirtualNetwork[],
): readonly ClientFault[] => [...overlapOf(gateway, networks), ...signInFaultOf(gateway)];
