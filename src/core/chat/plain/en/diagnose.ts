// "What is wrong with it?", in the words that people use for it.
import { type AbilityWords, not, type Phrases } from "../ability.ts";

const bad =
  "down|unreachable|unavailable|unresponsive|broken|dead|hanging|hangs|hung|stuck|timeout|timeouts|timing|timed|times|refused|refusing|unhealthy|degraded|offline|borked|slow|sluggish|flaky|flapping|unstable|outage|broke|broked|nxdomain|disconnected|disconnects|kaputt|kaput|toast|dying|died|unusable|inaccessible|notready|crashed|blocked|blocking|erroring|fucked|screwed|fubar|rejected|denied|forbidden|unauthorized";
const works =
  "reach|reached|reachable|connect|connected|connecting|connection|access|accessible|resolve|resolving|work|works|working|respond|responding|answer|answers|answering|open|load|loading|talk|up|ready|healthy|available|login|in|hit|see|ping|authenticate|there|kubectl";

export const diagnoseWords: AbilityWords = {
  phrases: [
    "^~diagnose|~diagnosis|~diagnostics|diag",
    "^please|pls|now ~diagnose",
    "^run|do|start|give|make ~diagnose|~diagnosis|~diagnostics|check|healthcheck",
    "~troubleshoot|triage",
    `${not} ${works}`,
    bad,
    "what|anything|something|whats wrong|broken|changed|failing|off",
    "what|whats going wrong",
    "did|has|have someone|somebody|anyone|anybody change|changed|touch|touched|break|broke|broken|modify|modified",
    "what|who changed|broke|touched|modified|messed|fiddled",
    "whats|what is|was|the|has changed|matter|problem|issue",
    "lost connection|contact|access|connectivity",
    "health|healthcheck",
    "~unreachable|~unavailable|~unresponsive",
    "is|was it up|ok|okay|alive|healthy|reachable|available|fine|working|good|back|online",
    "^still down|broken|nothing|unreachable|not|no|bad",
    "wtf happened|broke",
    "can not reach|connect|access|resolve",
    "what|which gives",
    "check|test|verify connectivity|connection|network|reachability|dns|health",
    "no such host",
    "no route",
    "tls|x509|certificate|cert error|errors|handshake|expired|invalid|unknown|problem|issue",
    "403|401|502|503|504|500|eof|econnrefused|etimedout|enotfound",
    "how fix|repair",
    "root cause",
    "^check|recheck it|that|again$",
  ],
  withCluster: [
    "^~check",
    "lost",
    "still no|not|nothing",
    "^check|recheck|examine|inspect|investigate|analyze|analyse|debug|verify|assess|probe|ping|fix|repair",
    "check|checkup|look|debug|investigate|examine|inspect|analyze|verify|fix|repair",
    "take|have look",
    "why|wtf|wth",
    "^is|are|does|do|did|was|has up|ok|okay|alive|healthy|health|reachable|available|fine|working|work|works|good|green|back|online|running|ready|accessible|responding|answering|there|respond|open|resolve|recovered|recover",
    "^how|hows doing|looking|is|are|feeling|going|it|the|look|my|our|things",
    "^hows",
    "^what|whats|wassup|sup up|happening|happened|going|about|with|is|the|status|state|cause|reason",
    "status|state|condition|healthy|alive",
    "problem|problems|issue|issues|trouble|error|errors|weird|strange|odd|acting|incident|alert|failing|fails|failed|failure|wrong",
    "help",
    "^can|does|will|should reach|connect|access|hit|see|get",
    "is|are|was allowed|whitelisted|allowlisted|permitted|authorized|authorised|allow-listed|white-listed|blocked|in",
    "does|do|will|would let|allow|accept|block|reject|permit",
    "^what|who|whats changed|change|changes|modified|happened|did",
    "changes|change|history",
    "^status|health|state",
    "up",
  ],
  ifAsked: [
    "^ok|okay|alive|healthy|fine|reachable|working|available|responding|back|ready|there|good|stable|accessible",
  ],
  beside: `
    reach connect access wrong down kubectl see login log working work talk responding answering available loading
    resolve resolving respond out connection connections network networking dns private public host name lookup port
    address ip range ranges error errors message everytime times problem problems issue issues whole entire completely
    totally half fully today yesterday overnight tls handshake cant cannot couldnt wont doesnt dont didnt isnt arent
    wasnt not no kubeconfig context going changed change changes recently lately last night broken allowed authorized
    whitelist whitelisted allowlisted whitelisting check checking look looking figure find found cause reason root alive
    healthy reachable fine full quick short proper deep diagnose diagnosis report health state status weird strange odd
    exactly can able unable more long between every other others none nothing around caused causing due responds reply
    replies replying god damn bloody hell fuck fucking shit crap refused timeout timeouts timing timed slow after before
    until
  `,
  besideCluster: `
    someone somebody anyone anybody nsg route dns pagerduty paged alert says connected
    vpn firewall server laptop machine desktop pc phone wifi house place side end customer customers user users pods
    nodes node pod stuff things commands command requests calls request call pipeline ci helm terraform lens k9s argocd
    argo flux agent runner agents runners build happening happened happen came come comes went gone go goes become
    became know dude man hear hears sec second moment real possible think different old new help off back list day days
    week hrs hr first time
  `,
};

/** Before a way in is asked for: `why can't I get into prod-1` asks for the cause. */
export const diagnoseFirst: Phrases = [
  "^why|wtf|wth",
  "^how come",
  "^~diagnose",
  `${not} ${works}`,
  "is|are|was allowed|whitelisted|allowlisted|permitted|authorized|blocked",
  "is|are on|in allow|allowlist|whitelist|list|allowed|authorized",
];
