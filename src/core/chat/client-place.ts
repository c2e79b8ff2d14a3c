// Where the requester says they sit: `from 20.50.0.9`, `from vnet-hub`.
import type { Client } from "../snapshot/snapshot.ts";

export type Place =
  | Readonly<{ ok: true; client: Pick<Client, "ip" | "virtualNetwork"> }>
  | Readonly<{ ok: false; reason: string }>;

const octet = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
const ipv4 = new RegExp(`^${octet}(?:\\.${octet}){3}$`);
/** Azure's rule for names of virtual networks. */
const networkName = /^[a-z0-9][a-z0-9_.-]{0,62}[a-z0-9_]$/i;
const networkId =
  /^\/subscriptions\/[^/\s]+\/resourceGroups\/[^/\s]+\/providers\/Microsoft\.Network\/virtualNetworks\/[^/\s]+$/i;

/** The reason of a refusal is one sentence with the form that would be understood. */
export function parsePlace(written: string): Place {
  if (ipv4.test(written)) {
    return { ok: true, client: { ip: written } };
  }
  if (/^[\d.]+\/\d+$/.test(written)) {
    return refuse(
      `"${written}" is a range: write the one address that you come from, for example 20.50.0.9.`,
    );
  }
  if (/^[\d.]+$/.test(written)) {
    return refuse(`"${written}" is not an IPv4 address: write four numbers from 0 to 255, like 20.50.0.9.`);
  }
  if (/^[\da-f]*:[\da-f:.]*$/i.test(written)) {
    return refuse(
      `"${written}" is an IPv6 address: write the IPv4 address that you come from, like 20.50.0.9.`,
    );
  }
  if (networkName.test(written) || networkId.test(written)) {
    return { ok: true, client: { virtualNetwork: written } };
  }
  return refuse(
    `"${written}" is neither an IPv4 address nor a virtual network: write one like 20.50.0.9, vnet-hub or a virtual network's resource id.`,
  );
}

function refuse(reason: string): Place {
  return { ok: false, reason };
}
