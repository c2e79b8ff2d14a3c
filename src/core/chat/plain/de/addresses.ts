// Addresses that are asked about, in German.
import type { Phrases } from "../phrases.ts";

/** Whether an address is let in is asked. */
export const allows =
  "erlaubt freigegeben zugelassen gewhitelistet whitelist allowlist freigeschaltet freigabeliste darf dürfen berechtigt durchgelassen";

/** It does not get in. */
export const turnedAway: Phrases = [
  "<address> blockiert|gesperrt|abgelehnt|abgewiesen|geblockt|verweigert",
  "blockiert|blockt|sperrt|verweigert|weist <address>",
  "lehnt <address> ab",
  "<address> nicht erlaubt|freigegeben|zugelassen|freigeschaltet|durchgelassen",
  "erlaubt <address> nicht",
  "lässt <address> nicht",
];

/** What lies inside, or goes out. */
export const notLetIn: Phrases = [
  "auf|zu|nach|an|gegen <address>",
  "kann|könnte|darf|dürfte|soll|sollte <cluster> <address> erreichen|ansprechen|anpingen|pingen|aufrufen|sehen|verbinden",
  "<cluster> erreicht|pingt|kontaktiert|sieht <address>",
  "erreicht|pingt|kontaktiert|sieht <cluster> <address>",
  "ping|nslookup|curl|ssh|telnet|traceroute|dig <address>",
  "von <cluster> aus|erreichbar|erreicht|erlaubt",
  "egress|ausgehend|ausgehende|ausgehenden|ausgehender|outbound",
  "außer|ausgenommen <address>",
  "ssh|rdp",
  "app|apps|anwendung|anwendungen|ingress|service|services|dienst|dienste|pod|pods|node|nodes|knoten|workload|workloads|container|webseite|website|frontend|backend|registry|datenbank|loadbalancer|namespace|deployment",
];
