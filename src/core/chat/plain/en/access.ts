// "Which way in works for me?", in English.
import type { AbilityWords } from "../language.ts";
import type { Phrases } from "../phrases.ts";

export const access: AbilityWords = {
  phrases: [
    "open|closed|accessible|available to|for <address>",
    "block|deny|reject|refuse|blocking|denying <address>",
    "<address> denied|rejected|refused|banned",
    "^~access",
    "how|where do|can|to|could|should|would|does|best get|connect|reach|login|log|access|ssh|into|in|onto|enter|open|tunnel|kubectl",
    "how|where i|we|you|one get|connect|reach|login|log|access|ssh|into|in|onto|enter|open|tunnel",
    "^how get|connect|reach|login|log|access",
    "ways|way|route|path|routes|paths|door|options in|into|inside|to|onto|through",
    "another|other|which|what|best|any|alternative|different|working way|ways|route|routes|path|paths",
    "^get|log into|onto|inside",
    "get me|us access",
    "^get|let me|us in|into|inside|onto",
    "^connect|reach|enter|ssh",
    "^get|bring|take|point|guide me|us to|into|onto|on|in|way",
    "^get|give|open me|us|a shell|terminal|session",
    "need|want|wanna|must|require|have to|a get|connect|reach|login|log|into|access in|into|to|on|onto|inside",
    "need|want|require access",
    "~bastion|jumphost|jumpbox|jump-host|jump-box|jump for|into|to|on|host|box",
    "command|commands to|for connect|access|reach|get",
    "^can|could i|we reach|connect|access|get|login|log|enter",
    "give|grant me|us access|way",
    "^access to|from",
    "access|entry|connection path|paths|option|options|way|ways|point|points|route|routes|method|methods",
    "trying|try|want|need|like|wish|have to get|connect|log|login|reach into|in|onto|on|to",
    "<address> access|entry",
    "is|are|does|did bastion|jumphost|jumpbox|vpn|tunnel usable|working|there|available|up|reachable|work",
    "how|where people|folks|others|someone|anybody|everyone get|connect|reach|log|login|access",
    "<address> allowed|whitelisted|allowlisted|allow-listed|white-listed|permitted|authorized|authorised",
    "allow|let|permit|accept|admit|whitelist <address>",
    "<address> able|reach|connect|access|get|blocked|through",
    "<address> on|in|part allow|allowed|allowlist|whitelist|list|ranges",
    "^can|may|could|will|would|does <address> reach|connect|access|get|in|into|to|talk|enter|see|through",
    "^is|are my|our ip|address|addresses|network allowed|whitelisted|allowlisted|permitted|authorized",
    "authorized|authorised|allowed|whitelisted|allowlisted|permitted ip|ips|range|ranges|address|addresses|networks",
    "kubeconfig|credentials|creds for|of|to",
    "how|where do|can|to i|we get|find|download|fetch|have|pull kubeconfig|credentials|creds",
    "get-credentials",
    "command invoke",
    "runcommand|run-command allowed|enabled|disabled|blocked|usable|work|possible",
    "which|what way|ways|path|route works|work|working|open",
    "possible|allowed|way to get|reach|connect|access|log|enter",
    "has|have|had bastion|jumphost|jumpbox|vpn|tunnel|jump",
    "need|require|use|without|with vpn|bastion|jumphost|jumpbox",
    "do|does|would i|we|you|one need|require|have vpn|bastion|jumphost|jumpbox|jump|tunnel|expressroute",
    "is|are|s there vpn|bastion|jumphost|jumpbox|jump|tunnel|way|door",
    "^can|could|may i|we use|go|come vpn|bastion|jumphost|jumpbox|jump|tunnel|via|through|over",
    "which|what vpn|bastion|jumphost|jumpbox|jump",
    "public|private|internal or public|private|internal",
    "is|are|does|has|have|with …public|private|internet-facing endpoint|ip|address|access|api|apiserver|cluster",
    "which|what|list|show|whats|give ips|ip|addresses|address|networks|ranges|cidrs|allowlist|whitelist allowed|whitelisted|allowlisted|authorized|authorised|permitted|reach|connect|for|of|on|ranges|allowlist|whitelist",
    "allowed|authorized|authorised|permitted|whitelisted ips|ip|addresses|networks|ranges|cidrs",
    "ip|network restrictions|restriction|restricted|allowlist|whitelist|filter|filtering",
    "from which|what networks|network|ips|places|vnets",
  ],
  beside: `
  public private internal endpoint restrictions restriction allowlist ranges range authorized authorised networks ips cidrs from which what list show filter
  authorized authorised ranges range kubeconfig credentials creds download fetch find
  allowed whitelisted allowlisted permitted authorized whitelist list ip address addresses well new lead leads leading
  get getting in into reach connect connecting connection access log login logged ssh way ways route path best working works fastest quickest easiest safe secure use using
  laptop machine desktop pc phone wifi house place private public network vpn need want possible kubectl bastion jump host box jumphost jumpbox tunnel door
  another other alternative option options if when is not down available today home office train hotel without only have no there else open enter today command commands shell
`,
};

export const wayFirst: Phrases = [
  "^is|are|was|does|did|do <address> blocked|denied|rejected|refused|banned",
  "^is|are|does|do block|blocks|deny|denies|reject|refuse|open|closed|accessible|available|blocking|denying <address>",
  "how do|can|could|to|would i|we|you|one|get|connect|reach|log|login|access get|connect|reach|log|login|access|in|into|onto",
  "how to|i|we get|connect|reach|log|login|access",
];

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
