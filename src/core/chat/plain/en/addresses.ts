// Addresses that are asked about, in English.
import type { Phrases } from "../phrases.ts";

/** Whether an address is let in is asked. */
export const allows =
  "allowed allow allows whitelisted whitelist allowlisted allowlist allow-listed white-listed permitted permit authorized authorised accepted accept admitted let through";

/** It does not get in. */
export const turnedAway: Phrases = [
  "<address> blocked|denied|refused|rejected|banned|dropped",
  "block|blocks|blocking|deny|denies|denying|refuse|refuses|refusing|reject|rejects|rejecting|drops <address>",
  "not|doesnt|dont|wont|didnt|never allow|let|permit|accept|admit <address>",
  "<address> not|isnt allowed|permitted|whitelisted|allowlisted|authorized|authorised",
];

/** What lies inside, or goes out. */
export const notLetIn: Phrases = [
  "reach|reaches|access|accesses|contact|ping|pings|curl|ssh|telnet|traceroute|nslookup|dig|call|hit|see|resolve <address>",
  "access|connect|connects|connection|connections|traffic|requests|talk|talks|get|gets|go|goes|speak|route|routes|calls to|into|towards <address>",
  "reachable|accessible|allowed from <cluster>",
  "<cluster> to <address>",
  "egress|outbound|outgoing",
  "except|but|besides|excluding <address>",
  "than|for|from <address> …else",
  "ssh|rdp",
  "app|apps|application|applications|ingress|ingresses|service|services|pod|pods|node|nodes|workload|workloads|container|containers|website|site|frontend|backend|registry|database|loadbalancer|namespace|deployment",
];
