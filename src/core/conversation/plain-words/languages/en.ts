import { englishAbout } from "./en-about.ts";
import { look } from "./en-look.ts";
import { order } from "./en-order.ts";
import { command, sentence } from "./en-sentence.ts";
import { common, known } from "./en-words.ts";
import type { Language } from "./language.ts";

const fine =
  "fine|good|ok|okay|great|better|healthy|normal|happy|stable|perfect|perfectly|well|green|reachable|working|online|up|back";

export const en: Language = {
  about: englishAbout,
  sentence,
  talk: {
    well: [`looks|look|seems|is|are|its|feels ${fine}`, "works|work|working|responds|answers"],
    asking:
      "compare any would why what wat wut whats which who whos how hows where wheres when is are can could does do did does has have am may diagnose check show list get diff changes status logs events pods nodes overview summary health access ways history report please pls plz wtf tell run kubectl describe logs",
    questions: "why what wat wut whats how hows which who whos where wheres wtf",
    opening:
      "hey hi hello hiya yo ok okay so well um uh please pls plz plse kindly and but bot quick quickly urgent help now just dear folks team again me everyone all sorry thanks thx then also morning evening good afternoon",
    request: ["^can|could|would|will you|u|pls|please"],
    pleads: "please pls plz could can",
    orders: "please pls check look take have diagnose restart watch run show get see give stop start",
  },
  common,
  known,
  may: {
    phrases: [
      "^can-i",
      "^can|may|could i|we$",
      "^may i|we",
      "allowed|permitted for|to me|us",
      "am|are|were i|we allowed|permitted|authorized|entitled|able|free",
      "^could i|we run|execute|delete|exec|edit|create|restart|scale|do|drain|patch|apply",
      "^can|may i|we run|get|list|read|view|delete|exec|describe|edit|create|restart|scale|do|kubectl|drain|patch|apply|use|check|port-forward|tail",
      "am|are i|we allowed",
      "do|have i|we permission|permissions|rights|right",
      "would|will i|we be allowed|able|permitted",
      "is it ok|okay|fine|possible if|for|to",
      "is it allowed",
      "^allowed to",
    ],
    beside: "allowed to be the permission permissions rights right run execute have do",
    ofOthers: "can may could is does has",
    doing: "see read get list view access exec allowed",
  },
  /** Of the last answer; another word beside it asks something else. */
  why: [
    "why",
    "why not",
    "why is that",
    "why is this",
    "why is it",
    "why is that so",
    "why is it so",
    "why that",
    "why so",
    "why though",
    "why tho",
    "but why",
    "why exactly",
    "why really",
    "why now",
    "and why",
    "so why",
    "ok and why",
    "hm why",
    "because of what",
    "how so",
    "how come",
    "are you sure",
    "are you sure about that",
    "you sure",
    "how do you know",
    "how do you know that",
    "what makes you think so",
    "what makes you think that",
    "why do you think so",
    "why do you think that",
    "says who",
  ],
  /** Whether an address is let in is asked. */
  allows:
    "allowed allow allows whitelisted whitelist allowlisted allowlist allow-listed white-listed permitted permit authorized authorised accepted accept admitted let through",
  /** It does not get in. */
  turnedAway: [
    "<address> blocked|denied|refused|rejected|banned|dropped",
    "block|blocks|blocking|deny|denies|denying|refuse|refuses|refusing|reject|rejects|rejecting|drops <address>",
    "not|doesnt|dont|wont|didnt|never allow|let|permit|accept|admit <address>",
    "<address> not|isnt allowed|permitted|whitelisted|allowlisted|authorized|authorised",
  ],
  /** What lies inside, or goes out. */
  notLetIn: [
    "reach|reaches|access|accesses|contact|ping|pings|curl|ssh|telnet|traceroute|nslookup|dig|call|hit|see|resolve <address>",
    "access|connect|connects|connection|connections|traffic|requests|talk|talks|get|gets|go|goes|speak|route|routes|calls to|into|towards <address>",
    "reachable|accessible|allowed from <cluster>",
    "<cluster> to <address>",
    "egress|outbound|outgoing",
    "except|but|besides|excluding <address>",
    "than|for|from <address> …else",
    "ssh|rdp",
    "app|apps|application|applications|ingress|ingresses|service|services|pod|pods|node|nodes|workload|workloads|container|containers|website|site|frontend|backend|registry|database|loadbalancer|namespace|deployment",
  ],
  /** Nobody is to look inside the cluster for it. */
  leavesOut: [
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
  ],
  change: {
    verbs:
      "restart reboot delete remove scale drain cordon uncordon apply upgrade patch deploy redeploy rollback evict deallocate terminate bounce taint annotate exec install uninstall resize rotate whitelist allowlist unblock recreate shutdown provision destroy nuke wipe port-forward failover reconcile reimage purge kill edit create start stop update bump increase decrease enable disable cycle label power expose undo set add move change roll grant assign attach open pause allow permit resume replace migrate reset rebuild recycle untaint grow shrink raise lower extend renew kick reinstall restore switch suspend unsuspend trigger del rm",
    kubectl: {
      delete: "delete remove kill",
      "rollout restart": "restart bounce",
      "rollout undo": "rollback",
      scale: "scale",
      drain: "drain",
      cordon: "cordon",
      uncordon: "uncordon",
      edit: "edit",
      patch: "patch",
      create: "create",
      annotate: "annotate",
      label: "label",
      taint: "taint",
    },
  },
  order,
  look,
  command,
};
