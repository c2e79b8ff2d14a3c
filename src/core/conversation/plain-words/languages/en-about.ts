// What says in English by itself what a line is about.
import type { AboutWords } from "./language.ts";

const state =
  "(?:up|down|ok|okay|fine|good|bad|well|green|red|healthy|unhealthy|reachable|unreachable|reached|broken|dead|alive|gone|affected|running|working|online|offline|there|hanging|slow|trouble|problems?|issues?|fail\\w*|hit|sick|out)";

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
    /\b(?:who|what|by whom|anything|something|somebody|someone)\b.{0,30}\b(?:changed|touched|messed|edited|modified|tampered|fiddled)\b|\b(?:changed|touched|edited|modified)\b.{0,15}\b(?:by whom|by who|who was it|who did (?:it|that))\b|\bwhat(?:['’]?s| is) new\b.{0,30}\b(?:since|on|today)\b|\bnot the same as (?:yesterday|before|last)|\b(?:new|changed) since (?:yesterday|last|this morning)\b.{0,25}\bwho\b|\bwhat(?:['’]?s| is| was| has become|['’]?re the)? (?:\w+ )?differen(?:t|ces?)\b(?!.{0,30}\bbetween\b)|\bdiff(?:erence)?\b.{0,15}\b(?:since|to|from) (?:yesterday|last|this morning|before)\b/i,
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
    /\b(?:don['’]?t|do not|dont) have (?:the |any |enough )?(?:rights?|permissions?)\b|^\W*(?:not allowed|no permissions?|no rights?|forbidden|denied|missing rights?) (?:to|for|on|when)\b|\b(?:i(?:['’]?m| am| was|['’]?ve| have| get| got)?|me|my|us|we(?:['’]?re| are)?)\b.{0,25}\b(?:not (?:be )?(?:allowed|permitted|authori[sz]ed|entitled)|forbidden|denied|unauthori[sz]ed|lack(?:ing)?|missing (?:the )?(?:rights?|permissions?|role)|no (?:rights?|permissions?))\b|\b(?:forbidden|denied|not allowed|refused)\b.{0,12}\b(?:for|to|on) me\b|\b(?:forbidden|denied|not allowed)\b.{0,15}\b(?:when|if|as soon as|once) i\b|\bwhy (?:can['’]?t|am i not|may i not|cant) (?:i )?(?:\w+ )?(?:list|read|get|delete|exec|watch|describe|edit)\b|\b(?:forbidden|403)\b.{0,12}\b(?:on|for|with|at) (?:get|list|exec|delete|kubectl|describe|logs)\b/i,
  othersRights:
    /\bwhat(?:['’]?s| is) (?!i\b|we\b|the\b|it\b)[a-z]+ (?:allowed|permitted|able) to\b|\bwhat (?:can|may) (?!i\b|we\b|you\b|u\b|it\b|that\b|this\b|the\b|one\b|be\b)[a-z]+ (?:do|see|change)\b|\bwho(?:['’]?s| is| all)? (?:can|may|could|allowed|able|permitted|has (?:the )?(?:access|rights?|permissions?|role))\b(?!.{0,40}\b(?:approve|help|sign|take|tell|answer|call|fix it|agree|confirm|review)\b)|\b(?:does|has|what|which)\b.{0,10}\b(?:rights?|permissions?|access|roles?)\b.{0,10}\b(?:does|has|do) (?!i\b|we\b|you\b)\w+ (?:have|got)\b|^\W*(?:does|do|has|have) (?!i\b|we\b|you\b|it\b|they\b|anyone\b|the\b|this\b|my\b|our\b)[a-z]+ (?:have |got |get )?(?:any |the |full |read |admin |write )*(?:access|rights?|permissions?)\b/i,
  harm: /\b(?:can|could|will|does) (?:this|the) (?:bot|thing|tool)\b.{0,15}\b(?:hurt|harm|break|damage|kill)\w*|\b(?:afraid|scared|worried|fear|nervous|anxious|terrified)\b.{0,40}\b(?:break|broke|damage|kill|mess|wrong|harm|destroy|touch|crash)\w*|\b(?:can|could|will|would|may|might|do) (?:i|you|u|we|this|that|it|asking you|using you)\b.{0,20}\b(?:break|damage|harm|destroy|mess up|kill|crash)\b.{0,20}(?:\b(?:anything|something|sth|things|stuff|prod|production|it|with you|here)\b|\W*$)|\b(?:is|are) (?:it|this|that|you|u|asking|using)\b.{0,20}\b(?:safe|dangerous|risky|harmless|read[- ]only)\b.{0,20}\b(?:ask|use|try|play|experiment|write|type|talk|chat|with you)\b|\b(?:is|are) (?:you|u|asking you|using you|this bot) (?:safe|dangerous|harmless|risky|read[- ]only)\b|\bwhat if i (?:do|type|write|press|say|click) (?:something |sth |it )?(?:wrong|stupid|bad)\b/i,
  newCluster:
    /\b(?:build|create|set ?up|spin up|provision|make|bring up|stand up|order|need|want|give)\b (?:me |us )?(?:up )?(?:a |an |another |one more |the )?(?:brand )?(?:new |fresh |second |test |empty )+(?:\w+ )?(?:aks |k8s |kubernetes )?cluster\b(?!-?role)|\b(?:build|create|provision|spin up|set ?up)\b (?:me |us )?(?:a |an |another )(?:aks |k8s |kubernetes )?cluster\b(?!-?role)/i,
  reaches:
    /\b(?:reach\w*|connect\w*|kubectl|kubeconfig|api[ -]?server|kubelogin|unreachable|ssh|rdp|tunnel\w*|sync\w*|synchroni[sz]\w*|log(?:ged)? ?in(?:to)?|sign(?:ed)? in|tim(?:es?|ed|ing) out|timeouts?|\b5(?:xx|0\d)s?\b|refuse[sd]|ping\w*|talk(?:s|ing)? to|get(?:s|ting)? (?:to|into|on|through|onto)|access(?:es|ing)?|authenticat\w*|tls|handshake|proxy|vpn|bastion|dns|resolv\w*|nslookup|dig|telnet|curl|deploy(?:s|ing)? to|against)\b/i,
  beyond:
    /\b(?:mysql|postgres\w*|mariadb|mongodb?)\b.{0,12}\bslow\b|\bwhy (?:is|are)\b.{0,25}\b(?:mysql|postgres\w*|mariadb|oracle|sql server|mongodb?|the database|the db)\b.{0,20}\bslow\b|\bhelm ?charts?\b.{0,40}\b(?:review\w*|mistakes?|errors?|wrong|look over|proofread|lint|good|correct|ok|valid|improve)\b|\b(?:review|proofread|lint|check|audit|improve|look (?:over|at)|write)\b.{0,25}\bhelm ?charts?\b|\b(?:slow\w*|long[- ]running|expensive|heavy) (?:sql |db |database )?quer(?:y|ies)\b|\bquer(?:y|ies)\b.{0,50}\bslow\b|\b(?:forecast|predict|prediction|projection|extrapolate|capacity plan)\w*\b(?!.{0,30}\b(?:pod|deployment|service|logs?|namespace|api|ns)\b)/i,
};
