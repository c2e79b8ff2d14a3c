// How people talk to each other, about clusters too: a line like that is no question to the bot.
import type { Phrases } from "../ability.ts";

const past =
  "restarted|rebooted|checked|scaled|changed|upgraded|drained|deleted|saw|updated|added|removed|moved|found|rolled|killed|bumped|opened|closed|told|asked|meant|wonder|wrote|know|knew|love|hate|agree|pushed|reverted|patched|cordoned|shipped|finished";
const gerund =
  "looking|checking|investigating|restarting|rebooting|draining|upgrading|scaling|migrating|patching|deploying|watching|debugging|working|rolling|testing|handling|babysitting";
const fine = "fine|good|ok|okay|great|better|healthy|normal|happy|stable|perfect|perfectly|well|green";

/** Whatever else the line says. */
export const talk: Phrases = [
  "fixed|resolved|solved|recovered|mitigated|nvm|nevermind|merged|merging|rollbacked|lol|lmao|haha|hahaha|rofl|brb|afk|fyi|btw|ftw|gg|kudos|congrats|congratulations|welcome",
  "tomorrow|tonight|weekend|lunch|coffee|beer|beers|meeting|standup|retro|postmortem|handover|ticket|jira|pto|vacation|holiday|roadmap|sprint|joke|pizza",
  "someone|somebody|anyone|anybody|everybody|everyone|colleague|colleagues",
  "ill|gonna|imma|youll|theyll",
  "going to",
  "^lets",
  `i|we ${past}|think|guess|suppose|believe|bet|assume|hope|heard|remember|doubt|suspect|will`,
  `im|ive|weve|were ${past}|${gerund}|told|seen|done|back|going`,
  "im|ive|were|we on it|this|that|call|duty|holiday|leave|break|site",
  `i|we|he|she|they am|are|is|was|were ${past}|${gerund}|on|done`,
  `^${past}`,
  "^watch|check this|out$",
  "^stop|dont|please deploying|restarting|touching|breaking|scaling|using",
  "^check this out",
  `^${gerund}`,
  "did|does|do|have|has you|he|she|they try|tried|check|checked|restart|restarted|see|seen|saw|look|looked|think|ever|remember",
  "last|next|this week|month|year|sprint|quarter|release",
  "last|next friday|monday|tuesday|wednesday|thursday|saturday|sunday|night",
  "turns|turned out",
  "should|could|might|must|would have|be",
  "rather than",
  "good|great|nice|awesome|excellent job|work|catch|one|find|night|morning|evening|luck|point|idea|question",
  "thank|thanks|thx|cheers for|to|everyone|all|guys|team|a",
];

/** Only where the line asks nothing. */
export const talkUnlessAsked: Phrases = [
  `looks|look|seems|is|are|its|feels ${fine}|back|up|reachable|working|online`,
  "works|working|back|reachable|up now|again|fine|great|perfectly|well|for|better",
  "no longer",
  "no more timeouts|errors|issues|problems|trouble",
  "not down|broken|unreachable|stuck|slow|failing",
  "not anymore",
  "all good|green|clear|quiet",
  "was|were",
  "yesterday|maybe|perhaps|probably|apparently|earlier|monday|tuesday|wednesday|thursday|friday|saturday|sunday",
  "he|she|they|him|her|them",
  "thanks|thank|thx|ty|cheers|appreciated",
  "^ok|okay|yes|yeah|yep|yup|nope|nah|sure|right|true|agreed|exactly|same|great|nice|cool|good|perfect|done|sorry|wow|damn|ugh|hmm",
  "because|although|unless|until",
  "will|deployed|deploying|maintenance|planned|scheduled|migration|demo",
  "is|are|was|rollout|upgrade done|finished|complete|completed|through",
];

/** A line that begins with one of these asks something. */
export const asking: ReadonlySet<string> = new Set(
  "why what whats which who whos how hows where wheres when is are can could does do did has have am may diagnose check show list get please pls plz wtf tell run kubectl describe logs".split(
    " ",
  ),
);

/** What a line may begin with before it comes to what it wants. */
export const opening: ReadonlySet<string> = new Set(
  "hey hi hello hiya yo ok okay so well um uh please pls plz plse kindly and but bot quick quickly urgent help now just dear folks team again me".split(
    " ",
  ),
);

/** Whatever else the line says, this is asked of whoever can tell. */
export const neverTalk: Phrases = [
  "did|has|have someone|somebody|anyone|anybody change|changed|touch|touched|break|broke|broken|modify|modified",
];
