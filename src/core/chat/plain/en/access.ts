// "Which way in works for me?"
import type { AbilityWords } from "../ability.ts";

export const accessWords: AbilityWords = {
  phrases: [
    "^~access",
    "how|where do|can|to|could|should|would|does|best get|connect|reach|login|log|access|ssh|into|in|onto|enter|open|tunnel|kubectl",
    "how|where i|we|you|one get|connect|reach|login|log|access|ssh|into|in|onto|enter|open|tunnel",
    "^how get|connect|reach|login|log|access",
    "ways|way|route|path|routes|paths|door|options in|into|inside|to|onto|through",
    "another|other|which|what|best|any|alternative|different|working way|ways|route|routes|path|paths",
    "^get|log into|onto|inside",
    "get me|us access",
    "^get|let me|us in|into|inside|onto",
    "^connect me|us",
    "need|want|wanna|must|require|have to|a get|connect|reach|login|log|into|access in|into|to|on|onto|inside",
    "need|want|require access",
    "~bastion|jumphost|jumpbox|jump-host|jump-box|jump for|into|to|on|host|box",
    "command|commands to|for connect|access|reach|get",
    "^can i|we reach|connect|access|get|login|log|enter",
    "give|grant me|us access|way",
    "^access to|from",
  ],
  beside: `
    get getting in into reach connect connecting connection access log login logged ssh way ways route path best working works fastest quickest easiest safe secure use using
    laptop machine desktop pc phone wifi house place private public network vpn need want possible kubectl bastion jump host box jumphost jumpbox tunnel door
    another other alternative option options if when is not down available today home office train hotel without only have no there else open enter today command commands shell
  `,
};
