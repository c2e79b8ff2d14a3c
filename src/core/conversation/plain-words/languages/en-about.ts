// What says in English by itself what a line is about.
import type { AboutWords } from "./language.ts";

const state =
  "(?:up|down|ok|okay|fine|good|bad|well|green|red|healthy|unhealthy|reachable|unreachable|reached|broken|dead|alive|gone|affected|running|working|online|offline|there|hanging|slow|trouble|problems?|issues?|fail\\w*|hit|sick|out)";

const mutes = "un-?mute|muted?|muting|silenc(?:e|ing)|snoo[sz]e|hush|suppress|sh?ush|quiet(?:en)?";
const turnsOff = "stop|pause|shut (?:up|off)|shut (?:it|that) off|turn off|switch off|disable|kill";
/** Of what an alert is. */
const subject =
  "(?:disks?|cpu|memory|mem|ram|oom\\w*|nodes?|pods?|jobs?|cron\\w*|backups?|cert(?:ificate)?s?|restarts?|crash\\w*|latency|(?:core)?dns|volumes?|pvcs?|storage|ingress|network|traffic|queues?|lag|db|database|quotas?|hpa|autoscaler|deployments?|http|[45]xx|errors?|filesystem|load|heartbeat|probes?|readiness|liveness|kubelet|api ?server|etcd|replicas?|throttl\\w*|evict\\w*|image pull|pull|warning|info|critical|low[- ]prio\\w*|sev(?:erity)?[ -]?\\d|p[1-4])";
const alerts = "(?:alert|alarm|warning|rule|notification|page|ping|alert rule)s?";
/** Not behind why. */
const near = "(?:(?!\\b(?:because|while|since|due|during|until|as we|we|for the upgrade)\\b)[^,;:.(]){0,45}";
const readers =
  "vps?|vice presidents?|c[teio]o|execs?|executives?|manag(?:er|ers|ement)|boss|bosses|directors?|leadership|board|customers?|clients?|stakeholders?|head of \\w+|non-?tech\\w*|business (?:people|side|team)|higher-?ups|upstairs|auditors?";

export const englishAbout: AboutWords = {
  everyCluster: new RegExp(
    [
      `^\\W*(?:so |ok |and |hey |but )?(?:are|is|do|does)(?:n['’]?t)? (?:they |those |these |we )?(?:all|both|each|every ?one|every one|any)(?: of (?:them|those|these|it))?(?: (?:still|now|really|back|of|currently|the same))* ${state}\\b(?: \\w+)?\\W*$`,
      `^\\W*(?:all|both)(?: of them)?(?: still| back)? ${state}\\W*$`,
      `\\b(?:which|what|any)(?: other)? (?:one|ones|of (?:them|those|these|ours?)|clusters?|of (?:the|our|my) clusters?)\\b.{0,30}\\b${state}\\b`,
      `\\b(?:is|are|has|does|did) (?:any|some|another|a second|one more|any other|some other) (?:one|cluster|clusters|of them)\\b.{0,20}\\b${state}\\b`,
      `\\b(?:same|this|that|it|${state}|happening|happens?|works?|wrong|see(?:n|ing)?)\\b.{0,15}\\b(?:everywhere|anywhere|all over the place)\\b`,
      "^\\W*everywhere\\W*$",
      `\\b${state}\\b.{0,12}\\b(?:on|in|at) any (?:other |of the |of our )?clusters?\\b`,
      `\\b(?:the|our|my) (?:others?|rest|other ones|other clusters|remaining (?:ones|clusters))\\b.{0,20}\\b(?:${state}|too|as well|look\\w*|doing|same)\\b`,
    ].join("|"),
    "i",
  ),
  changed:
    /\b(?:who|what|by whom|anything|something|somebody|someone)\b.{0,30}\b(?:changed|touched|messed|edited|modified|tampered|fiddled)\b|\b(?:changed|touched|edited|modified)\b.{0,15}\b(?:by whom|by who|who was it|who did (?:it|that))\b|\bwhat(?:['’]?s| is) new\b.{0,30}\b(?:since|on|today)\b|\bnot the same as (?:yesterday|before|last)|\b(?:new|changed) since (?:yesterday|last|this morning)\b.{0,25}\bwho\b|\bwhat(?:['’]?s| is| was| has become|['’]?re the)? (?:\w+ )?differen(?:t|ces?)\b(?!.{0,30}\bbetween\b)|\bdiff(?:erence)?\b.{0,15}\b(?:since|to|from) (?:yesterday|last|this morning|before)\b|\b(?:latest|last|recent|newest) (?:config\w* |network )?changes\b|\bchanges\b.{0,25}\b(?:last night|yesterday|today|lately|recently|since|this week)\b|\b(?:was|were|has|have|got|did)\b.{0,45}\b(?:nsgs?|rout(?:e|es|ing)|peering|ranges?|firewall|network|subnets?|dns|vnets?)\b.{0,30}\b(?:changed?|modified|altered|touched|edited)\b|\b(?:since when|when (?:was|were|did|has|had))\b.{0,40}\b(?:public (?:access|endpoint|network)|private)\b(?!.{0,10}\b(?:dns|ip)\b)|\bhistory of\b.{0,20}\b(?:ranges|allow-?list|white-?list|ips|rules|network)\b|\b(?:ranges|addresses|ips)\b.{0,25}\b(?:added|removed|changed)\b.{0,60}\b(?:by whom|who|last|lately|recently|days)\b/i,
  whoseRange:
    /\bwho (?:\w+ ){0,2}(?:whitelisted|allow-?listed|authori[sz]ed|opened|permitted|allowed|added|put)\b|\bwhose\b|\bwho (?:owns|does|let|is behind|asked|requested|needs|uses|got|wanted)\b|\bwho(?:['’]?s| is)\b.{0,16}\d|\b(?:by|from) whom\b|\bsince when\b|\bwhen (?:was|did|were)\b|\bhow long\b.{0,30}\b(?:in|on|listed|there|allowed)\b|\bwhy is\b.{0,40}\bon (?:the|our) \w*-?list\b/i,
  takenOut:
    /\bget rid of\b|\brevoke\b|\btake\b.{0,40}\b(?:out|away)\b|\b(?:should|shall|must|may)(?:n['’]?t| not| no longer)\b.{0,30}\b(?:in|allowed|listed)\b|\bno longer\b.{0,20}\b(?:needs?|allow\w*|let|in|uses?)\b|\bthrow\b.{0,40}\bout\b|\b(?:clean|clear)(?:ed)? (?:up|out)\b|\bnot (?:be )?allowed (?:any ?more|any longer)\b/i,
  revoked:
    /\b(?:remove|delete|drop|get rid of)\b|\b(?:take|kick|throw)\b.{0,40}\b(?:off|out)\b|^\W*(?:pls |please |kindly |now )*revoke\b|\b(?:should|shall|must)(?:n['’]?t| not| no longer)\b.{0,20}\b(?:be )?(?:allowed|let in|able|get in|listed)\b|\bno longer\b.{0,12}\b(?:needs?|requires?)\b/i,
  resolves:
    /\b(?:nslookup|dig|host|resolves?|resolved|resolving|(?:dns|\w*name|fqdn) (?:goes|leads|returns?|gives?|says?|shows?|points?|answers?))\b.{0,60}(?:\b(?:public|private|wrong|internal|external|another|different|old)\b|\d+\.\d+\.)/i,
  port: /\b(?:port|tcp) ?\d{2,5}\b.{0,60}\b(?:open|opened|closed|block\w*|reach\w*|allow\w*|listen\w*|filter\w*|through|test\w*|check\w*|answer\w*|respond\w*|work\w*|shut|dead|time\w*|refus\w*)\b|\b(?:open|opened|closed|block\w*|reach\w*|allow\w*|listen\w*|test|check|probe|ping|telnet|nc|get through|connect)\b.{0,40}\bport \d{2,5}\b|\b6?443\b.{0,40}\b(?:open|closed|block\w*|reach\w*|allow\w*|filter\w*|through|shut)\b|\b(?:open|closed|block\w*|reach|test|check)\b.{0,30}\b6?443\b/i,
  proposal:
    /^(?!.*\b(?:apply|take|do|make|request|press|run|go|execute|submit|fine|agree|carry)\b (?!you\b)).*(?:\bwhat\b.{0,20}\b(?:do|would|can|could|will|should) (?:you|u) (?:propose|suggest|recommend|advise)\b|\bwhat (?:would|should) (?:you|u) do\b|\bwhat (?:would|will|can|could) (?:you|u) do (?:about|to fix|to mend|here|now|next)\b|\bwhich (?:fix|repair|solution|remedy)\b.{0,30}\b(?:you|u|is|would)\b|\bhow (?:would|will|do|can|could) (?:you|u) (?:fix|repair|solve|mend|resolve|sort)\b|\b(?:any|your|ur|got a|have a) (?:suggestions?|proposals?|recommendations?|advice)\b|\bwhat(?:['’]?s| is) (?:your|ur) (?:suggestion|proposal|recommendation|advice|fix)\b|\bwhat(?:['’]?s| is) the (?:\w+ )?(?:fix|repair|remedy|solution)\b|\bwhat (?:would|could|will) be (?:your|the) (?:fix|repair|remedy|solution)\b)/i,
  failing:
    /\b(?:not|can['’]?t|cannot|no|won['’]?t|doesn['’]?t|times? ?out|timeouts?|timed out|hangs?|hanging|fails?|failed|dead|nothing|stuck|unreachable)\b/i,
  denied:
    /\b(?:i|we)\b.{0,15}\b(?:can['’]?t|cannot|can not|unable to)\b.{0,12}\b(?:list|get|read|see|view|describe|delete|exec)\b.{0,60}\b(?:any ?more|since|suddenly)\b|\bsuddenly\b.{0,12}\b(?:can['’]?t|cannot|can not)\b.{0,6}\b(?:list|get|read|see|view|describe|delete|exec)\b|\b(?:no longer|not) (?:able|allowed) to (?:list|get|read|see|view|describe|delete|exec)\b|\b(?:i|we)\b.{0,20}\b(?:403s?|forbidden)\b.{0,25}\b(?:list\w*|getting|reading|when i|if i|when we)\b|\b(?:list|get|read|see|delete|exec)\b.{0,40}\bbut (?:i|we) (?:can['’]?t|cannot|can not)\b|\b(?:don['’]?t|do not|dont) have (?:the |any |enough )?(?:rights?|permissions?)\b|^\W*(?:not allowed|no permissions?|no rights?|forbidden|denied|missing rights?) (?:to|for|on|when)\b|\b(?:i(?:['’]?m| am| was|['’]?ve| have| get| got)?|me|my|us|we(?:['’]?re| are)?)\b.{0,25}\b(?:not (?:be )?(?:allowed|permitted|authori[sz]ed|entitled)|forbidden|denied|unauthori[sz]ed|lack(?:ing)?|missing (?:the )?(?:rights?|permissions?|role)|no (?:rights?|permissions?))\b|\b(?:forbidden|denied|not allowed|refused)\b.{0,12}\b(?:for|to|on) me\b|\b(?:forbidden|denied|not allowed)\b.{0,15}\b(?:when|if|as soon as|once) i\b|\bwhy (?:can['’]?t|am i not|may i not|cant) (?:i )?(?:\w+ )?(?:list|read|get|delete|exec|watch|describe|edit|see|view)\b|\b(?:forbidden|403)\b.{0,12}\b(?:on|for|with|at) (?:get|list|exec|delete|kubectl|describe|logs)\b/i,
  othersRights:
    /\bwhat(?:['’]?s| is) (?!i\b|we\b|the\b|it\b)[a-z]+ (?:allowed|permitted|able) to\b|\bwhat (?:can|may) (?!i\b|we\b|you\b|u\b|it\b|that\b|this\b|the\b|one\b|be\b)[a-z]+ (?:do|see|change)\b|\bwho(?:['’]?s| is| all)? (?:can|may|could|allowed|able|permitted|has (?:the )?(?:access|rights?|permissions?|role))\b(?!.{0,40}\b(?:approve|help|sign|take|tell|answer|call|fix it|agree|confirm|review|cover|swap|stand in|step in|fill in|replace me|relieve)\b)|\b(?:does|has|what|which)\b.{0,10}\b(?:rights?|permissions?|access|roles?)\b.{0,10}\b(?:does|has|do) (?!i\b|we\b|you\b)\w+ (?:have|got)\b|^\W*(?:does|do|has|have) (?!i\b|we\b|you\b|it\b|they\b|anyone\b|the\b|this\b|my\b|our\b)[a-z]+ (?:have |got |get )?(?:any |the |full |read |admin |write )*(?:access|rights?|permissions?)\b/i,
  harm: /\b(?:can|could|will|does) (?:this|the) (?:bot|thing|tool)\b.{0,15}\b(?:hurt|harm|break|damage|kill)\w*|\b(?:afraid|scared|worried|fear|nervous|anxious|terrified)\b.{0,40}\b(?:break|broke|damage|kill|mess|wrong|harm|destroy|touch|crash)\w*|\b(?:can|could|will|would|may|might|do) (?:i|you|u|we|this|that|it|asking you|using you)\b.{0,20}\b(?:break|damage|harm|destroy|mess up|kill|crash)\b.{0,20}(?:\b(?:anything|something|sth|things|stuff|prod|production|it|with you|here)\b|\W*$)|\b(?:is|are) (?:it|this|that|you|u|asking|using)\b.{0,20}\b(?:safe|dangerous|risky|harmless|read[- ]only)\b.{0,20}\b(?:ask|use|try|play|experiment|write|type|talk|chat|with you)\b|\b(?:is|are) (?:you|u|asking you|using you|this bot) (?:safe|dangerous|harmless|risky|read[- ]only)\b|\bwhat if i (?:do|type|write|press|say|click) (?:something |sth |it )?(?:wrong|stupid|bad)\b/i,
  newCluster:
    /\b(?:build|create|set ?up|spin up|provision|make|bring up|stand up|order|need|want|give)\b (?:me |us )?(?:up )?(?:a |an |another |one more |the )?(?:brand )?(?:new |fresh |second |test |empty )+(?:\w+ )?(?:aks |k8s |kubernetes )?cluster\b(?!-?role)|\b(?:build|create|provision|spin up|set ?up)\b (?:me |us )?(?:a |an |another )(?:aks |k8s |kubernetes )?cluster\b(?!-?role)/i,
  reaches:
    /\b(?:reach\w*|connect\w*|kubectl|kubeconfig|api[ -]?server|kubelogin|unreachable|ssh|rdp|tunnel\w*|sync\w*|synchroni[sz]\w*|log(?:ged)? ?in(?:to)?|sign(?:ed)? in|tim(?:es?|ed|ing) out|timeouts?|\b5(?:xx|0\d)s?\b|refuse[sd]|ping\w*|talk(?:s|ing)? to|get(?:s|ting)? (?:to|into|on|through|onto)|access(?:es|ing)?|authenticat\w*|tls|handshake|proxy|vpn|bastion|dns|resolv\w*|nslookup|dig|telnet|curl|deploy(?:s|ing)? to|against)\b/i,
  shutOut:
    /\b(?:can['’]?t|cannot|can not|unable to|not able to|fail(?:s|ed|ing)? to|do(?:es)?n['’]?t|won['’]?t|couldn['’]?t|no longer|never|not)\b.{0,25}\b(?:reach\w*|connect\w*|talk|get(?:s|ting)? (?:to|in|into|on|onto|through)|access|see|hit|resolve\w*|deploy to)\b|\btim(?:es?|ed|ing) ?out\b|\btimeouts?\b|\bunreachable\b|\bconnection (?:refused|reset)\b|\beof\b|\bno (?:route|such host)\b|\bdeadline exceeded\b|\bshut out\b|\blocked out of\b/i,
  itself: /\b(?:the|our|this|that) (?:\w+ )?cluster\b|\bapi[- ]?server|\bcontrol ?plane\b|\baks\b/i,
  crashes:
    /\bkeeps? (?:on )?(?:restarting|crashing|dying|failing|falling over)\b|\bcrash(?:es|ed|ing)\b|\brestart(?:s|ing)? (?:all the time|constantly|again|every)\b/i,
  beyond:
    /^\W*(?:(?:hey|hi|ok|pls|please|kindly|now|and|can (?:you|u)|could (?:you|u))[\s,]+)*(?:order|buy|purchase) (?!by\b|of\b|the (?:pods|output|list|rows))|^\W*(?:(?:pls|please|can (?:you|u)|could (?:you|u))[\s,]+)*(?:book|get|call|reserve) (?:me|us) (?:a |an |some |the )?(?:\w+ )?(?:taxi|cab|table|room|flight|train|hotel|desk|ticket|coffee|pizza|food|lunch|dinner|seat)\b|\bhow (?:much|many) (?:money|euros?|dollars?|eur|usd)\b|\b(?:what|how much)\b.{0,40}\b(?:save us|we save|cost us|it cost|costs? (?:a|per|each|last|this)|spend on|pay for)\b|\bwhat (?:does|do|did|would)\b.{0,40}\bcost\b|\b(?:azure|monthly|our|the) (?:bill|invoice|costs?)\b(?!.{0,15}\b(?:pods?|api|service|worker)\b)|\b(?:salary|salaries|payday|pay grade|paid extra|extra pay|night shift bonus|overtime pay|allowance)\b|\bdo (?:i|we) get (?:paid|a bonus|extra)\b|\bwhat does an? .{0,30}\bearn\b|\b(?:revoke|invalidate|expire)\b.{0,30}\b(?:tokens?|sessions?)\b(?!.{0,40}\b(?:allow|range|list)\b)|\b(?:lock|disable|block|suspend|delete)\b.{0,12}\baccount of\b|\b(?:from|out of) (?:our |the )?(?:active directory|ad|entra)\b|\breset\b.{0,15}\b(?:mfa|2fa|password)\b|\bexpense (?:the|my|a)\b|\b(?:travel )?expenses\b|\b(?:mysql|postgres\w*|mariadb|mongodb?)\b.{0,12}\bslow\b|\bwhy (?:is|are)\b.{0,25}\b(?:mysql|postgres\w*|mariadb|oracle|sql server|mongodb?|the database|the db)\b.{0,20}\bslow\b|\bhelm ?charts?\b.{0,40}\b(?:review\w*|mistakes?|errors?|wrong|look over|proofread|lint|good|correct|ok|valid|improve)\b|\b(?:review|proofread|lint|check|audit|improve|look (?:over|at)|write)\b.{0,25}\bhelm ?charts?\b|\b(?:slow\w*|long[- ]running|expensive|heavy) (?:sql |db |database )?quer(?:y|ies)\b|\bquer(?:y|ies)\b.{0,50}\bslow\b|\b(?:forecast|predict|prediction|projection|extrapolate|capacity plan)\w*\b(?!.{0,30}\b(?:pod|deployment|service|logs?|namespace|api|ns)\b)/i,
  trail:
    /\bfailed (?:log-?ins?|sign-?ins?|authentications?|logons?)\b|\b(?:log-?in|sign-?in|logon) (?:attempts?|history|records?)\b|\bwho (?:has |have |had |all |was )?(?:logged|signed|logging|signing) (?:in|on|into)\b|\b(?:who|which users?|which people|anybody|anyone|somebody|someone|everybody|everyone)\b(?! (?:can|may|could|is allowed|am|has|have)\b.{0,20}\b(?:rights?|permissions?|allowed|exec|read)\b).{0,25}\b(?:(?:ran|did|used|opened|kubectl)\b.{0,20}\b(?:exec|shell|session)\b|exec(?:ed|['’]d)\b|(?:read|viewed|looked at|saw|accessed|dumped)\b.{0,30}\bsecrets?\b)|\b(?:kubernetes|k8s|kube|api server) audit\b|\baudit logs?\b.{0,40}\b(?:exec|secrets?)\b|\bwho (?:all )?(?:had|was)\b.{0,20}\b(?:admin|rights?|access|roles?)\b.{0,60}\b(?:in|last|during|quarter|month|year|back)\b|\bbreak[- ]?glass\b.{0,30}\b(?:used|misused|touched)\b.{0,60}\b(?:year|month|ever|quarter|week)\b/i,
  private:
    /\bprivate (?:link|endpoints?|dns|clusters?|api|aks|access)\b|\bprivate\b.{0,12}\bpublic clusters?\b|\bname\b.{0,40}\bresolves?\b.{0,40}\b(?:vpn|office|home)\b/i,
  letIn:
    /\b(?:is|are|does|do|can|could|may|will|check|verify|see|know|tell)\b.{0,80}\b(?:allowed|permitted|admitted|accept\w*|whitelisted|allow-?listed|authori[sz]ed|let .{0,30}\bin|ok(?:ay)? for|good for|may (?:talk|connect|reach|come|get)|(?:on|in) the (?:\w+ )?(?:list|ranges))\b|\b(?:allowed|whitelisted|permitted|ok)\b.{0,30}(?:\bor not\b|\?)/i,
  putsIn: /\b(?:add|put|white-?list|allow-?list|open|permit|remove|delete|take)\b|\ballow \d/i,
  approval:
    /\b(?:approv\w*|sign-?off|signed off|go-?ahead|green light|second person|four[- ]eyes|permission from|ask someone|ask somebody)\b/i,
  oneAlert: new RegExp(
    [
      `\\b(?:${mutes}|${turnsOff})\\b${near}\\b${subject}(?:[ -]\\w+){0,2} ${alerts}\\b`,
      `\\b${subject}(?:[ -]\\w+){0,2} ${alerts}\\b.{0,60}\\b(?:${mutes}|shut (?:it|that|this|them)? ?(?:up|off)|(?:turn|switch) (?:it|that|this|them) off|disable|stop (?:it|that|them|this|those|ringing|pinging|firing))\\b`,
      `\\b(?:${mutes})\\b${near}\\b(?:${alerts}) (?:about|on|of|for|from|in) (?:the )?${subject}\\b`,
      `\\b(?:${mutes})\\b${near}\\b(?:only|just|specifically)\\s(?:the|that|this|those|one|for me|me|my|sev|\\w+ (?:${alerts}))\\b(?! (?:night|day|hour|time|channel|cluster))`,
      `\\b(?:${mutes}|${turnsOff})\\b${near}\\b(?:that|this|the|one|a|single)(?: (?:one|single|particular|same|annoying|stupid|noisy|flapping))* (?:alert|alarm|alert rule)\\b`,
      `\\b(?:only|just)\\b.{0,20}\\b(?:alert|alarm|rule)\\b.{0,20}\\b(?:${mutes})\\b`,
      `\\b(?:${mutes})\\b${near}\\b(?:except|but not|other than|apart from|besides|everything but|all but)\\b`,
      `\\b(?:${mutes})\\b${near}\\b(?:namespaces?|ns|pods?|nodes?|deployments?|services?|jobs?|cronjobs?)\\b`,
      `\\b(?:${mutes})\\b${near}\\b(?:for me|for myself|me only|my (?:phone|dms?|pings?|notifications?))\\b`,
      `\\b(?:${mutes})\\b${near}\\b(?:the )?(?:sev(?:erity)?[ -]?\\d|p[1-4]|warnings?|info|low[- ]prio\\w*)\\b(?! (?:because|since))`,
    ].join("|"),
    "i",
  ),
  alertOf: new RegExp(
    `\\b${subject}(?:[ -]\\w+){0,2} ${alerts}\\b|\\b(?:${alerts}|alerting) (?:about|on|of|for|from) (?:the )?${subject}\\b`,
    "i",
  ),
  mutes: new RegExp(`\\b(?:${mutes})\\b`, "i"),
  closes:
    /\b(?:close|closing|closed|resolve|resolving|shut|end) ?(?:it|this|that|the|one|incident|down|out)?\b/i,
  isOver:
    /^(?:ok|okay|so|right|well|please|pls|thanks|thank you|thx|cheers|all good|good|great|now|then|(?:it|this|that|we|i|all|everything)?(?:['’]?s|['’]?re|['’]?m| is| are| am)? ?(?:all |now |already )*(?:done|over|finished|fine|resolved))$/i,
  report: new RegExp(
    `\\b(?:writ\\w*|draft\\w*|summar\\w*|recap|something|overview|paragraph|text|lines|sentences|blurb|words|one[- ]?pager|update|explain\\w*|prepare|version|write-?up)\\b.{0,60}\\b(?:${readers})\\b|\\b(?:${readers})\\b.{0,40}\\b(?:summary|report|recap|write-?up|overview|version)\\b|\\b(?:write-?up|report|draft|document|something)\\b.{0,30}\\b(?:post-?mortem|retro\\w*|rca)\\b|\\bpost-?mortem\\b(?!.{0,10}\\bmeeting)`,
    "i",
  ),
  phone: /\b(?:phones?|numbers?|cell|mobile|landline|whatsapp|extension|telephone)\b/i,
  tier: /\b(?:second(?:ary)?|third|first|primary|2nd|3rd|1st|l[123]|tier|level|line|backup|deputy|fallback)\b/i,
  byWhom:
    /\b(?:by|from|through) (?:whom|who|which (?:person|user|colleague|team))\b|\bwho (?:was it|did (?:it|that|those|them|this)|made (?:it|them|those)|rolled|deployed|pushed|shipped|released)\b|\b(?:and|,) who\??\W*$/i,
  otherCluster:
    /\b(?:other|different|another|wrong) (?:[\w-]+ ){0,2}cluster\b|\b(?:meant|mean|not that|wrong) (?:the )?(?:other|cluster)\b/i,
  alone:
    /\b(?:do|does|can|could|will|would|are|is|did|have|has) (?:you|u|ya|this (?:bot|thing)|the bot|it|this)\b.{0,50}\b(?:by (?:your|it)self|on (?:your|its) own|own initiative|autonomous\w*|automatically|unattended|unsupervised|without (?:asking|approval|(?:a |any )?(?:human|person|someone|somebody|anyone|anybody|us|me|permission|confirmation))|(?:if|when|unless) (?:nobody|no one|noone|someone|somebody)|behind (?:my|our) back)\b|\b(?:what|which \w+) (?:do|does|can|could|will) (?:you|u|the bot|it|this bot)\b.{0,30}\b(?:by (?:your|it)self|on (?:your|its) own|automatically|without (?:asking|approval|us|me))\b/i,
  freeze:
    /\b(?:change|deploy\w*|code|release|holiday|prod(?:uction)?|config|black friday|christmas|xmas|easter)[- ]?(?:freeze|moratorium|lockdown|embargo)\b|\b(?:freeze|frozen)\b.{0,30}\b(?:on|now|today|tonight|over|active|period|window|in place|still|changes?|deploy\w*|weekend|this|until)\b|\b(?:is|are) (?:there|we|changes?|deploy\w*|prod\w*|it)\b.{0,25}\b(?:freeze|frozen)\b|\b(?:are|may|can|am) (?:we|i) (?:allowed to |still )?(?:deploy|release|ship|change (?:things|stuff|anything|something|prod))\b.{0,25}\b(?:on|at|over|during|after|this|tonight|today|now)\b.{0,10}\b(?:night|weekend|(?:mon|tues|wednes|thurs|fri|satur|sun)day|evening|holidays?|hours)\b|\b(?:can|may) (?:we|i) (?:make|do|push|apply|roll out) (?:any )?(?:changes?|deploy\w*|releases?)\b.{0,20}\b(?:night|weekend|(?:mon|tues|wednes|thurs|fri|satur|sun)day|evening|holidays?|now|today)\b|\bchange windows?\b|\b(?:prod\w*|everything) (?:is |still )?frozen\b/i,
  expires:
    /\b(?:requests?|approvals?|approve|approving|sign-?off|change requests?)\b.{0,50}\b(?:expires?|expired|expir(?:y|ation|ing)|time(?:s|d)? out|timeout|lapsed?|lapses|run(?:s)? out|valid|stay open)\b|\b(?:how long|when|until when|what time)\b.{0,40}\b(?:expires?|expiry|time(?:s)? out|lapses?|valid|wait for)\b.{0,20}\b(?:requests?|approv\w*|sign-?off)\b|\b(?:requests?|approvals?)\b.{0,20}\bran out\b|\bhow (?:much time|long) (?:do|does|have|has)\b.{0,20}\bapprov\w*|\bhow long\b.{0,30}\b(?:to approve|(?:for|until) (?:an? |the )?approval)\b|\b(?:re-?submit|re-?request|re-?send|renew|ask (?:for )?(?:it |that )?again|request (?:it |that )?again)\b.{0,60}\b(?:request|restart|scale|rollback|drain|expired?|timed out|lapsed|approv\w*)\b|\b(?:expired|lapsed)\b.{0,40}\b(?:resubmit|resend|re-?request|ask (?:for it )?again|request (?:it )?again|once more|do it again|again please)\b/i,
  wish: /\b(?:i['’]?d|i would|i|we) (?:just |really )?(?:like|love|need|want|have) to (?:know|see|find out|understand|learn)\b|\b(?:i|we) (?:am |are )?(?:wonder\w*|curious)\b/i,
};
