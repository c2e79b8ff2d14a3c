// What tells in English whether a line orders what it speaks of.
import type { OrderWords } from "./language.ts";

export const order: OrderWords = {
  notOrdered: [
    /^\W*(?:i am|i'm|im) about to\b|^\W*(?:imagine|suppose|assume|for instance|for example|e\.g\.|perhaps|maybe)/i,
    /\b(?:can|may|could) i\b(?!.{0,40}\bplease\b)/i,
    /\b(?:no need to|hesitate|hate to|postpone|delay|let me|remind me|ask (?!for)\w+ to|asks? to|told to|has to|wants|wanted|tries to|tried to|let [A-Z]\w+)\b/i,
    /^\W*(?:example|test|todo|note to self|fyi|rejected|denied|planned|alert|heads up|reminder|question|idea|proposal|suggestion|recommendation|action item|next step|root cause|symptom|log|audit|history|done|already done)\W*[:,：]/i,
    /\b(?:avoid|refrain|hold off|refuse|rather (?:you|we|not)|under no circumstances|stop (?!the\b)(?:restart|scal|delet|drain)\w*|no restart|without (?:restart|delet|drain|scal)\w*)\b/i,
    /\b(?:should (?:i|we)|shall (?:i|we)|would it|is it (?:safe|ok|okay|fine|allowed)|what (?:happens|would happen|will happen)|what if|how (?:do|can|would|should) (?:i|we|you)|whether|who (?:may|can|is allowed)|did (?:you|we|he|she|they|anyone|somebody)|when was|why was|was it|can (?:somebody|someone|anybody|anyone))\b/i,
    /^\W*(?:if(?! possible)|unless|in case|once|before|after|when)\b/i,
    /\b(?:if (?!possible|you can|needed)|unless|as soon as|when(?:ever)?)\b/i,
    /^\W*[A-Z][a-z]+ (?:will|wants|ran|restarts|scales|is going)\b|, [A-Z][a-z]{2,7}[.!?]*$/,
    /\b(?:wants to|forgot to|the runbook|was (?:restarted|deleted|scaled|drained))\b/i,
    /\b(?:restart|rollback|rollout|scaling|deletion|drain|cordon)\b.{1,80}\b(?:failed|fails|hangs|is stuck|is paused)\b/i,
    /\b(?:never ?mind|scratch that|forget (?:it|that))\b|\bno[!.]*$/i,
  ],
  unlessAsked: [
    /^\W*(?:why|who|whose|what|which|where|do (?:i|we|they|you)|does|did|is|are|was|were|has|have|had|how|would (?!you))\b/i,
    /\b(?:i|we|he|she|they)(?:['’]?ll| (?:will|have|had|just|already|plan|ran|did|am|are))\b|\bsaid\b|\b(?:he|she|they|ticket|boss|\w+book) says?\b|\btold\b/i,
  ],
  asked: /\b(?:please|pls|plz|(?:can|could|would) you)\b/i,
  not: /\b(?:don['’]?t|do not|not|never|nobody|no one)\b/i,
  orders:
    "bring|back (?:to|on|out)|should (?:have|be|get|run)|let|(?:down|up) to|(?:can|could) we (?:go|have|get|make|raise)|needs|allow|to \\d{1,3} (?:replicas|pods)|bounce|kick|restore|revert|empty|move|evict\\w*|annotate|get rid|bump\\w*|kill\\w*|raise|lower|increase|decrease|expand|grow|reduce|give|use|switch|take|uncordon\\w*|cordon\\w*|drain\\w*|restart|please|pls|plz|run|clean|put|turn|make|trigger\\w*|need|want|suspend\\w*",
  changes: "restarts?|scaled?|scaling|drain|cordon|delete|rollout|rollback|roll back|set|limit|image",
  outcomes:
    "helped|solved|(?<!that )worked|successful|forbidden|denied|expired|finished|timed out|had (?:no|an) effect|went (?:fine|wrong)|causes?|kills sessions|means|needs? approval|requires|was approved|takes forever|is running|is pending|is set to",
  greetings: "Hi|Hello|Hey|Morning|Ok|Okay|Please|Pls|Thanks|Sorry|So|Now|Also|Yes",
  requests: "please|pls|can|could",
  told: /^\W*(?:(?:i|we)(?! (?:want|need|would|don['’]?t)|['’]d)|did|who|was)\b|\b(?:the game|watch out|guys)\b/i,
  saysMore: [
    /\b(?:all|any \w+|everything|nodes) but\b|\band its\b|\bwith its\b|\b(?:along|together) with\b|\w-?\*(?=\s|$)|\b(?:both|all|every|other|second) (?:the )?(?:clusters?|prods?)\b/i,
    /\bmax (?:unavailable|surge|connections)\b|\btolerat|\breplace taint\b|\brevisions? (?:three|two|four)\b|\b(?:before last|last good|to yesterday)\b/i,
    /\b(?:except|everything|everywhere|anywhere|every|other than|apart from|rather than|instead of|remove|unset|without|undo the (?!last)|dry[- ]run|container|sidecar|force|grace period|helm|overwrite)\b/i,
    /\bby (?:\d|one|two|half)|\d ?%|\bpercent\b|\bnot \d|\badd \d|\d more\b|\btwice\b|\d times\b|\b(?:less|more) than\b|\bhalf\b|\bno, \d|(?<![\w-])\d+ (?:or|to) \d|\bas user\b|\b(?:second|third|one) pod\b|\bone of\b|\bpods max\b/i,
    /#\d|\brev\.|(?:revisions|rollouts|versions) (?:back|ago)|days ago|\brevision 0\b|\b(?:two|three) revisions\b|last week['’]s/i,
    /\brequests? and limits?|limits? and requests?|\bbetween \d|ephemeral/i,
    /\bwith [A-Z][A-Z_]+=/,
  ],
  first: "restart|scale|drain|cordon|delete|roll ?back|start|run",
  joins: "and|then",
  second: "restart|scale|drain|cordon|delete|replicas|service|secret",
  times:
    /\b(?:tomorrow|tonight|midnight|noon|later|(?:next|last) week|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:in|for|after) \d{1,3} ?(?:min|minutes?|h|hours?))\b|\bat \d{1,2}(?::\d\d| ?[ap]m)/i,
};
