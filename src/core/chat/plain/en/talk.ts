// How people talk to each other in English.
import type { TalkWords } from "../language.ts";
import { changedBySomebody } from "./diagnose.ts";

const past =
  "restarted|rebooted|checked|scaled|changed|upgraded|drained|deleted|saw|updated|added|removed|moved|found|rolled|killed|bumped|opened|closed|told|asked|meant|wonder|wrote|know|knew|love|hate|agree|pushed|reverted|patched|cordoned|shipped|finished|diagnosed|learned|learnt|stopped|started|deployed|migrated|talked|spoke|discussed";
const gerund =
  "looking|checking|investigating|restarting|rebooting|draining|upgrading|scaling|migrating|patching|deploying|watching|debugging|rolling|testing|handling|babysitting|diagnosing|writing|closing";
const fine =
  "fine|good|ok|okay|great|better|healthy|normal|happy|stable|perfect|perfectly|well|green|reachable|working|online|up|back";

export const talk: TalkWords = {
  always: [
    "mitigated|nvm|nevermind|merged|merging|rollbacked|lol|lmao|haha|hahaha|rofl|brb|afk|fyi|btw|ftw|gg|kudos|congrats|congratulations|welcome|approved|withdrawn|cancelled",
    "lunch|coffee|beer|beers|meeting|standup|retro|postmortem|handover|ticket|jira|pto|vacation|holiday|roadmap|sprint|joke|pizza|invoice|slides|wiki|sharepoint|budget|training",
    "someone|somebody|anyone|anybody|everybody|everyone|colleague|colleagues",
    "ill|gonna|imma|youll|theyll",
    "going to",
    "^lets",
    `i|we ${past}|think|guess|suppose|believe|bet|assume|hope|heard|remember|doubt|suspect|will`,
    `im|ive|weve|were ${past}|${gerund}|told|seen|done|back|going|off`,
    "im|ive|were|we on it|this|that|call|duty|holiday|leave|break|site",
    `i|we|he|she|they am|are|is|was|were ${past}|${gerund}|on|done`,
    `^${past}`,
    "^watch|check this|out$",
    "^watch out|your|yourself",
    "^stop|dont|please|nobody deploying|restarting|touching|breaking|scaling|using|touch|restart",
    "please nobody|noone",
    "^check this out",
    `^${gerund}`,
    "did|does|do|has|have you|he|she|they try|tried|check|checked|restart|restarted|see|seen|saw|look|looked|think|ever|remember",
    "last|next|this week|month|year|sprint|quarter|release",
    "last|next friday|monday|tuesday|wednesday|thursday|saturday|sunday|night",
    "turns|turned out",
    "should|might|must have",
    "could|would have been",
    "^could|should|might|must be",
    "rather than",
    "one|some|which of you|us",
    "change request|of|window|ticket|board",
    "im|ive|weve|were|be working on|with|at",
    "good|great|nice|awesome|excellent job|work|catch|one|find|night|luck|point|idea|question|weekend|bot",
    "^good|nice morning|evening|day|afternoon$",
    "thats what|why|how",
    "thank|thanks|thx|cheers for|to|everyone|all|guys|team|a",
    "why do|does|did|would|should we|you|they|one have|need|use|keep|pay|want|care|even",
    "no need",
    "someone|somebody restarted|rebooted|did|changed|fixed|broke",
    "i|we had|took a look|peek",
    "who owns|pays|maintains|wrote|knows|wants",
    "the|this|that|your bot is|was|got|told|says|said|deserves|needs",
    "^remember when|how|that",
    "^ask|tell|poke him|her|them",
    "^false alarm|alert",
  ],
  unlessAsked: [
    `looks|look|seems|is|are|its|feels|been ${fine}`,
    "is|are over$",
    "works|working|back|reachable|up now|again|fine|great|perfectly|well|for|better",
    "no longer",
    "no more timeouts|errors|issues|problems|trouble",
    "not down|broken|unreachable|stuck|slow|failing",
    "not anymore",
    "all good|green|clear|quiet",
    "was|were",
    "fixed|resolved|solved|recovered",
    "tomorrow|tonight|weekend",
    "yesterday|maybe|perhaps|probably|apparently|earlier|monday|tuesday|wednesday|thursday|friday|saturday|sunday",
    "should|could|might|must|would be",
    "he|she|they|him|her|them",
    "thanks|thank|thx|ty|cheers|appreciated",
    "^yes|yeah|yep|yup|nope|nah|sure|right|true|agreed|exactly|same|great|nice|cool|perfect|done|wow|damn|ugh",
    "because|although|unless|until",
    "will|deployed|deploying|maintenance|planned|scheduled|migration|demo",
    "is|are|was|rollout|upgrade done|finished|complete|completed|through",
    "see thread|above|below|wiki",
    "i hate|love|like",
  ],
  never: [
    ...changedBySomebody,
    "acting up|weird|strange|odd|funny",
    "who do you",
    "what did|have we|they|people change|changed|do|done|deploy",
    "^lets try|run|see|check|diagnose|look|do|have",
    "^was|were there",
    "no longer watch|follow|post|monitor|at|in",
    "^im|i|am no|not longer$",
  ],
  well: [`looks|look|seems|is|are|its|feels ${fine}`, "works|work|working|responds|answers"],
  asking:
    "would why what whats which who whos how hows where wheres when is are can could does do did does has have am may diagnose check show list get diff changes status logs events pods nodes overview summary health access ways history report please pls plz wtf tell run kubectl describe logs",
  questions: "why what whats how hows which who whos where wheres wtf",
  opening:
    "hey hi hello hiya yo ok okay so well um uh please pls plz plse kindly and but bot quick quickly urgent help now just dear folks team again me everyone all sorry thanks thx then also morning evening good afternoon",
  request: ["^can|could|would|will you|u|pls|please"],
  orders: "please pls check look take have diagnose restart watch run show get see give stop start",
  ordinary:
    "sing song form tow own being quiet trial diary clam angle barn salt won lots nods cast slat stats dose unto ton item life file site rose sore user tea ate sue own raw war wont sways posts stop spots tops",
};
