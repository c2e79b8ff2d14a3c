// "What is wrong with it?", in the English words that people use for it.
import type { AbilityWords } from "../language.ts";
import type { Phrases } from "../phrases.ts";
import { sentence } from "./sentence.ts";

/** "Nothing to see here" is no complaint. */
const not = sentence.not.replace("|nothing", "");
export const bad =
  "down|unreachable|unavailable|unresponsive|broken|dead|hanging|hangs|hang|hung|stuck|timeout|timeouts|timing|timed|times|refused|refuses|refuse|refusing|unhealthy|degraded|offline|borked|slow|sluggish|flaky|flapping|unstable|outage|outages|broke|broked|nxdomain|disconnected|disconnects|disconnecting|kaputt|kaput|toast|dying|died|dies|unusable|inaccessible|notready|crashed|crashing|crash|blocked|blocking|erroring|errored|fucked|screwed|fubar|rejected|rejects|rejecting|denied|denies|forbidden|unauthorized|freezes|frozen|freezing|drops|dropping|dropped|laggy|lagging|5xx|4xx|hosed|wedged|bricked|starving|overloaded|saturated|throttled|throttling|misbehaving|misbehaves|crawling|halted|stalled|stalls|interrupted|hiccups|hiccup|spinning|panicking|unhappy|nonresponsive|non-responsive|ill|awol|blackout|unstable|malfunctioning|impaired|busted|collapsed|exploded|intermittent|eofs|timeouting|wobbly|wonky|janky|glitchy|whacked|knackered|kicked|shaky|unreliable|500s|503s|502s|bonkers|haywire|spotty|choking|choked";
const works =
  "reach|reached|reachable|reaching|connect|connected|connecting|connection|connectivity|access|accessible|resolve|resolves|resolved|resolving|work|works|working|respond|responds|responding|response|answer|answers|answering|open|opens|load|loads|loading|talk|sync|syncs|deploy|pull|push|join|schedule|use|usable|find|functioning|functional|operational|online|alive|stable|establish|start|starts|starting|boot|up|ready|healthy|available|login|in|hit|see|ping|authenticate|there|kubectl";
const anybody = "someone|somebody|anyone|anybody|someones|who|whos";
const changing =
  "change|changed|touch|touched|break|broke|broken|modify|modified|upgrade|upgraded|restart|restarted|scale|scaled|deploy|deployed|reboot|rebooted|delete|deleted|stop|stopped|update|updated|reconfigure|reconfigured|mess|messed|fiddle|fiddled|did|tweak|tweaked|edit|edited|push|pushed|rotate|rotated|migrate|migrated|alter|altered|drain|drained|patch|patched|messing|fiddling|tweaking|playing|touching|changing|poking|poked|played|screwed|remove|removed|resize|resized|replace|replaced";

export const changedBySomebody: Phrases = [
  `did|has|have|was ${anybody} …${changing}`,
  `^anyone|anybody|who|whos ${changing}`,
  `^was|were|has|have|is …${changing} recently|lately|today|yesterday|overnight|last|since|tonight`,
  "change log|logs|history|list|record|records",
];

export const diagnose: AbilityWords = {
  phrases: [
    "^~diagnose|~diagnosis|~diagnostics|diag",
    "full|quick|complete|new|deep|proper|another|a|the ~diagnosis|~diagnostics",
    "^please|pls|now ~diagnose",
    "^run|do|start|give|make|need|want ~diagnose|~diagnosis|~diagnostics|check|healthcheck",
    "~troubleshoot|triage",
    `${not} ${works}`,
    "nothing back|but|from",
    "whats|what up with it|that|this",
    "nothing works|responds|loads|connects|resolves|answers|goes|working",
    "cant|cannot|couldnt|cudnt|unable get|come to|in|into|on|onto|through",
    bad,
    "time|timed|times|timing out",
    "stopped|stops|quit|ceased answering|responding|working|accepting|resolving|replying|connecting",
    "what|anything|something|whats|anythings|somethings|nothing wrong|broken|changed|failing|off|works",
    "what|whats going wrong|on",
    ...changedBySomebody,
    "what|who changed|broke|touched|modified|messed|fiddled|happened",
    "whats|what is|was|the|has changed|matter|problem|issue",
    "lost connection|contact|access|connectivity",
    "no connection|contact|access|connectivity|answer|response|reply|luck",
    "health|healthcheck",
    "~unreachable|~unavailable|~unresponsive",
    "^better|ok|okay|up|back|fixed|alive now|again|yet",
    "^could|can|is it be|the dns|network|firewall|vpn|certificate|cert|nsg|route|proxy",
    "is|was it up|ok|okay|alive|healthy|reachable|available|fine|working|good|back|online|fixed|solved|resolved|better",
    "^is|are that|this|they fixed|solved|resolved|better|ok|up|back|over",
    "^how is|are|does it|that|they|things$",
    "does|do|did it|that|this|everything work|answer|respond|connect|resolve",
    "^still nope|nah|dead|same|down|broken|nothing|unreachable|not|no|bad",
    "wtf happened|broke",
    "locked|kicked|thrown|kicks|kicking|boots|booted|throws|throwing out",
    "^any change|changes|difference|improvement",
    "can not reach|connect|access|resolve",
    "what|which gives",
    "check|test|verify connectivity|connection|network|reachability|dns|health",
    "no such host",
    "no route",
    "tls|x509|certificate|cert error|errors|handshake|expired|invalid|unknown|problem|issue",
    "403|401|502|503|504|500|eof|econnrefused|etimedout|enotfound",
    "how fix|repair",
    "autoscaler|autoscaling",
    "root cause",
    "^same|likewise from|here|there|problem|error|thing|issue|result|story|again|behind|over|with",
    "^check|recheck|retry it|that|again|there$",
    "^diagnose|check|try|test again",
    "^please|pls check|look again|it",
    "^take|have a look|peek|glance",
    "^look|check again",
    "^check|try|test|look|recheck …again|more|time",
  ],
  withCluster: [
    `has|had|was|were|is|are|got been ${changing}`,
    `was|were|got|did|has|have ${changing}`,
    `did|has|have|was|were anything|something|we|they|people|it ${changing}`,
    "^~check|test|retest|try",
    "lost",
    "still no|not|nothing",
    "^check|recheck|examine|inspect|investigate|analyze|analyse|debug|verify|assess|probe|ping|fix|repair",
    "check|checkup|look|debug|investigate|examine|inspect|analyze|verify|fix|repair|eyes|investigation|analysis",
    "take|have look|peek|glance",
    "why|wtf|wth",
    "^is|are|does|do|did|was|has up|ok|okay|alive|alright|healthy|health|reachable|available|fine|working|work|works|good|green|back|online|running|ready|accessible|responding|answering|there|respond|open|resolve|recovered|recover|normal|stopped|started|stable|usable|operational",
    "^how|hows doing|looking|is|are|feeling|going|it|the|look|my|our|things",
    "^hows",
    "^what|whats|wassup|sup up|happening|happened|going|about|with|is|the|status|state|cause|reason|doing|eating|hurting",
    "status|state|condition|healthy|alive",
    "problem|problems|issue|issues|trouble|troubles|error|errors|weird|strange|odd|acting|incident|alert|failing|fails|failed|failure|failures|wrong|bad|flaps|flap|affected|impacted|sits|unwell|sick|suspicious|fishy|complaining|complains|glitch|glitches",
    "help",
    "^can|does|will|should reach|connect|access|hit|see|get",
    "is|are|was blocked|locked",
    "does|do|will|would block|reject",
    "^what|who|whats changed|change|changes|modified|happened|did",
    "recent|latest|last|any|all|list|show|the|what|which|a|was|were|is|there change|changes|modifications|modification",
    "changes|history|changelog|diff|timeline",
    "activity|audit log|logs|trail",
    "fall|falls|fell|falling|fallen|keel|keeled|tip|blow|blown|kick over|apart|down|asleep|up|off",
    "only|just me",
    "does|do|did|will|would answer|answers|respond|react|reply|load|come|work|talk|listen",
    "^status|health|state|overview|summary",
    "up",
    "paged|alerted|alarm|pagerduty",
    "once-over|verdict|checkup|healthcheck|again$",
    "gone|away|missing|vanished|disappeared",
    "is|looks|seems|feels|bit off|funny",
    "went|goes|gone|fell|fallen|came|shut down|dark|away|over|offline",
    "bad|rough|hard|worst day|time|night|shape|state",
    "works|reachable|fine|ok|up|good but|only not|from|here",
    "cant|cannot do|use|see anything|nothing|much|it",
    `${not}$`,
  ],
  ifAsked: [
    "^ok|okay|alive|alright|healthy|fine|reachable|working|available|responding|back|ready|there|good|stable|accessible|running",
  ],
  beside: `
    reach connect access wrong down kubectl see login log working work talk responding answering available loading
    resolve resolving respond out connection connections network networking dns private public host name lookup port
    address ip range ranges error errors message everytime times time problem problems issue issues whole entire completely
    totally half fully today yesterday overnight tls handshake cant cannot couldnt wont doesnt dont didnt isnt arent
    wasnt not no kubeconfig context going changed change changes recently lately last night broken allowed authorized
    whitelist whitelisted allowlisted whitelisting check checking look looking figure find found cause reason root alive
    healthy reachable fine full quick short proper deep diagnose diagnosis report health state status weird strange odd
    exactly can able unable more long between every other others none nothing around caused causing due responds reply
    replies replying god damn bloody hell fuck fucking shit crap refused timeout timeouts timing timed slow after before
    until help suddenly evening noon midnight week month logged unauthorized forbidden certificate expired x509
    worked works happening completely properly reached connected
    autoscaler autoscaling scaling scale nodes node pending
    doing bad day used many few such normal always sometimes randomly intermittently occasionally forever constantly
    minute current new old part parts side having better fixed solved resolved overall generally somehow simply
  `,
  besideCluster: `
    someone somebody anyone anybody nsg route dns pagerduty paged alert alerts says connected
    vpn firewall server laptop machine desktop pc phone wifi house place side end customer customers user users pods
    nodes node pod stuff things commands command requests calls request call pipeline ci helm terraform lens k9s argocd
    argo flux agent runner agents runners build happening happened happen came come comes went gone go goes become
    became know dude man hear hears sec second moment real possible think different first old new help off back list day days
    week hrs hr first time deployments deployment services service apps app whatever seriously guys dear please ask asking
    complaining complains complain reported report reports saying since start started begin began stopped stuck totally
    looks look feels gives give gets keep keeps keeping throws throwing shows shown showing returns returning getting
    traffic teams colleagues monitoring dashboard portal console jobs job workloads workload ingress gateway
  `,
};

export const causeFirst: Phrases = ["why|wtf|wth", "^how come", "^~diagnose", `${not} ${works}`, "blocked"];

/** Nobody is to look inside the cluster for it. */
export const leavesOut: Phrases = [
  "--no-inside",
  "without inside",
  "without looking inside|in|into",
  "without the|a|any look inside|in|into",
  "without the inside|insides",
  "not|dont look|looking inside|into",
  "no look|looking inside",
  "no inside",
  "no-inside",
  "not inside$",
  "only|just the way|path$",
  "without sending|running commands",
  "without sending|running a|any command|commands",
];

/** Of the last answer; another word beside it asks something else. */
export const why: Phrases = [
  "why",
  "why is that",
  "why is this",
  "why is it",
  "why is that so",
  "why is it so",
  "why that",
  "why so",
  "why though",
  "how come",
];
