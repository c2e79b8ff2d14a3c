// What can be asked for, in English; the diagnosis and the ways in have files of their own.
import type { AbilityId, AbilityWords } from "../language.ts";
import { bad } from "./diagnose.ts";

export const abilities: Readonly<Record<Exclude<AbilityId, "access" | "diagnose">, AbilityWords>> = {
  /** "May I?": asked without anything being run. What is asked about is read by `look.ts`. */
  canI: {
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
  },

  /** Which clusters there are for whoever asks. */
  clusters: {
    phrases: [
      "^~clusters",
      "^list|show|get|give|display|print ~clusters|cluster",
      "what|which|whats|where|how|all|every|any|other|available ~clusters",
      "^my|all|our|the ~clusters",
      "list|names|overview of ~clusters",
      "^az aks list",
      "what|which cluster|clusters|ones can|do|are|there",
      "do|can i|we|you have|see clusters",
      "^list|show all|everything|of",
    ],
    beside:
      "allowed see list there exist available have know names name many use choose from access visible clusters cluster are aks",
  },

  /** What is kept of whoever asks is to go. */
  forgetMe: {
    phrases: [
      "^forget me|us|everything",
      "^~forget-me",
      "^delete|remove|erase|wipe|clear|purge|drop my|all|everything data|history|information|info|you|about|personal",
      "^gdpr",
    ],
    beside:
      "forget me my data everything all about know stored keep personal history information info have gdpr delete store",
  },

  /** Where somebody said that they are counts no more. */
  forgetPlace: {
    phrases: [
      "^forget my|where|that|the place|home|office|location|i|network|address|ip",
      "^stop|quit remembering|keeping|storing where|place|location",
      "^not|no home|office longer|anymore|any",
      "^im|i|am not|no at|in|longer",
      "^clear|reset|delete|remove my place|location",
    ],
    beside:
      "stop remembering keeping storing forget my place location where am sit home office network address ip not longer clear reset",
  },

  /** What can be asked. */
  help: {
    phrases: [
      "what things|stuff|all …can|could …do",
      "^~help",
      "^hi|hello|hey|hiya|howdy|moin|yo|help",
      "what|how can|do|should|could you|i|we do|use|help|ask|say|write|type|offer|know|work",
      "what|how you|this do|work|works|can",
      "who|what are|is you",
      "^commands|usage|manual|examples|example|options|man|docs|documentation|instructions",
      "what|which else|other|things|stuff can|could|do you",
      "^show|list|give commands|examples|help|abilities|options|features|usage",
      "^what|which commands|things|questions|features|abilities",
      "^i need|want help",
      "^menu|start|intro",
      "whats|what this|the bot|thing good|for|do",
    ],
    beside:
      "out else other good for help me do use ask say write type commands command are you able offer work works know possible there anybody anyone understand list example examples usage docs how bot abilities features questions morning evening again all everyone",
  },

  /** What the bot may do at the moment; to set it takes its own words, in `parse-mode.ts`. */
  mode: {
    phrases: [
      "turn|switch|shut|power|disable|enable yourself|bot|you",
      "yourself off|on|down",
      "^~mode",
      "what|which|whats mode",
      "are you on|off|enabled|disabled|active|switched|turned|read-only|readonly",
      "^current mode",
    ],
    beside: "mode current are you switched turned enabled on off in active running set",
  },

  /** A sign-in, asked for. */
  signIn: {
    phrases: [
      "^sign|log|login|signin|logon in|on",
      "^sign|log me|us in|on",
      "^login|signin|logon|log-in|sign-in",
      "^let me|us sign|log in",
      "need|want|how|where to|do sign|log|login|signin",
      "^re-login|relogin|reauthenticate|authenticate",
      "^sign|log again|back in",
      "^az login",
    ],
    beside: "sign log in me login signin again back authenticate session expired on",
  },

  /** The end of a sign-in. */
  signOut: {
    phrases: [
      "^sign|log out|off",
      "^sign|log me|us out|off",
      "^logout|signout|logoff|signoff|log-out|sign-out",
      "^let me sign|log out",
    ],
    beside: "sign log out off me logout signout session end",
  },

  /** The latest requests of whoever asks. */
  status: {
    phrases: [
      "what|whats happened|happening|become of|to|with my|our change|request|run|command",
      "^~status",
      "^my status",
      "^any news|progress|results|result$",
      "my|our|latest|last|recent|open|running|previous|pending requests|request|questions|question|runs|run|commands|command|diagnosis|diagnoses",
      "my|our jobs|job",
      "how far|long is|are|with my|our|the|it",
      "what did|have i|we ask|asked|run|start",
      "^what|whats running",
      "where|wheres is|my answer|result|results|diagnosis|output",
      "^any|is|are results|result|progress|news|update|answer|it|that|the|you done|finished|ready|yet|still",
      "^progress|queue|history",
      "what|whats are|is|you taking|doing so|you|now",
      "^show|list|get|give status|requests|request|runs",
      "have|got my|our|the results|result|answer|answers",
      "my|our approval|approvals",
      "wait|waiting for …approval|approvals",
      "has|have|did|is|are|was …restart|rollout|rollback|scaling|drain|upgrade|change|request finished|finish|done|complete|completed|through|applied|worked|work",
      "what did i|we change|do|run|restart|scale",
      "^did|has it|that|this|mine come|work|go|gone|finish|succeed|apply|land",
      "^is it|that|this through|applied|approved",
      "waiting|pending for|on my|me|approval",
      "^cancel|withdraw|abort|retract that|it|this|my",
      "whats|what|hows|how my|the|our status|request|requests|job|jobs|question|run",
      "did|has|have|is|are my|our|the request|requests|question|run|job|diagnosis|command finish|finished|done|complete|completed|running|ready",
      "^are you done|finished|still|ready",
    ],
    beside:
      "or not going coming along status requests request runs run jobs results result answer done finished finish complete completed running progress yet latest last recent list ready diagnosis query question taking long update history queue restart rollout rollback drain change changed restarted scaled today shift need handover for how approval approvals pending stuck waiting through up request my asked ask did working before earlier previously",
  },

  /** A channel is to follow a cluster no more. */
  unwatch: {
    phrases: [
      "^unwatch|mute|silence|unfollow|unsubscribe|snooze",
      "^stop|quit|end|cancel|disable|pause|kill|drop|dont|no watching|following|alerts|alert|alerting|notifications|notifying|posting|pinging|spamming|monitoring|watch|more|alarms|sending|paging|subscription",
      "^can|could|please|would you|please|stop|mute|silence mute|unwatch|silence|stop|unfollow|alerts",
      "^turn|switch off alerts|alert|notifications|alarms",
      "^shut up about",
      "dont|do|not|no want|need alerts|alert|notifications|posts",
      "^no longer|more watch|watching|follow|following|monitor|monitoring|post|posting",
      "enough|fewer|less|without|kill|drop|end|remove alerts|alert|alarms|notifications|noise|pings|posts|watch|watching|subscription",
      "^no more alerts|alarms|notifications",
      "^remove|delete watch|alerts|subscription",
      "^turn|switch|shut alerts|notifications off|down",
    ],
    beside:
      "alerts alert alarms notifications more channel thread posting watching following spam spamming noise noisy off anymore stop mute silence unwatch us stuff watch sending turn",
  },

  /** A channel is to follow a cluster. */
  watch: {
    phrases: [
      "let|tell|notify|inform|ping|warn us|me|channel|here …alert|alerts|alarm|alarms",
      "^watch|follow|subscribe|monitor",
      "^start|begin|keep watching|following|monitoring|posting",
      "^can|could|please|would|will you|please watch|follow|monitor|subscribe",
      "^alert|notify|ping|page|inform|warn me|us|here|channel|team|thread|group",
      "^post|send|show|forward|give alerts|alarms|alert|notifications",
      "keep|have an|a|one eye",
      "^keep watch",
      "^shout|scream|yell|holler|ring|tell when|if|once",
      "heads|alert|notification|message|ping up|when|if|once|whenever",
      "like|want|need to get|receive|have|see alerts|notifications|alarms",
      "let|have|make channel|us|team|this|thread …follow|watch|monitor",
      "i|we|id|wed want|need|like|wanna watch|follow|monitor",
      "^enable|activate|start|add|set alerts|alert|notifications|watch|watching|monitoring",
      "^alerts for|from|on|here",
      "i|we want|need|like alerts|notifications|notified|alerted",
      "^get|want|need alerts|notifications|notified|alerted",
      "tell me|us when|if",
      "let me|us know when|if|about",
      "^unmute|unsilence",
      "^turn|switch on alerts|notifications",
    ],
    withCluster: ["keep|hold me|us|everyone|channel|team posted|updated|informed|posting"],
    beside: `${bad.replaceAll("|", " ")}
      comes come recovers recover works reachable again goes bad fails fall falls alerts alert alarms alarm notifications when if goes happens breaks broken down channel thread team breaks dies fires know happen anything something change changes subscribe posted posting follow watch watching`,
  },

  /** What this channel follows. */
  watches: {
    phrases: [
      "^~watches",
      "^what|which|whats|list|show are|do|does|is|clusters|we|watched|followed|watches|all watched|watch|watches|watching|follow|following|followed|monitored|subscribed",
      "^list|show|give watches|subscriptions|watched",
      "what|which alerts|alarms|notifications|watches are|do|is",
      "^who watches|follows",
    ],
    beside:
      "alarms notifications set setup up configured active on enabled get watched watching follow following followed watch watches channel subscribed subscriptions alerts",
  },

  /** Everything that somebody may do. */
  whatMayI: {
    phrases: [
      "what|which can|may|could|am|are i|we do|run|see|read|execute|allowed|permitted|use",
      "whats|what allowed|permitted for|to me|us|i|we",
      "what|which|show|list|whats|check permissions|permission|rights|roles|role|privileges my|do|i|we|have",
      "what|which|show|list|whats|check my|are|is permissions|permission|rights|roles|role|access|privileges",
      "what|which rights|permissions|roles|role|privileges do|have|am i|we",
      "^my rights|permissions|permission|roles|role|groups|access|privileges",
      "what|which can|may|am i|we",
      "do|have i|we any|have|full|read|write|enough|the|right|still access|rights|permission|permissions|role|roles",
      "what i|we can|may do|run",
      "how much access",
      "do|am|have|are|got i|we an|a|the|still|have admin|owner|contributor|reader|admins|cluster-admin|read-only|readonly",
      "rights|permissions|permission|role|roles|privileges ive|i|we got|have|hold",
      "permission|permissions|rights wise",
      "^permissions|rights",
      "permissions|permission|rights|roles|role|privileges have|do|got i|we",
      "^can-i$",
      "do|does|when|why|need|needs …pim",
      "pim …activated|active|activate|still|role|group",
      "activated|activate …pim|role|eligible",
      "who|whos …approve|approves|approved|approval|approvals|approver|approvers|signs",
      "need|needs|require|requires|without|get|have …approval|approvals|approve|approved|approver",
      "who|whos allowed|permitted|may|can",
      "break glass|the",
      "need|want|get write|elevated|admin access|rights|permission",
      "emergency procedure|route|way|path|process|access",
      "role|roles …pim",
      "is|are …pim|role|roles active|activated|assigned",
      "break-glass",
    ],
    beside:
      "pim activate activated active eligible minutes mins else can still 403 401 forbidden refused denied picking up answering responding asleep reachable how long does it take for approve approves approval approvals approver approvers no what write elevated someone anyone nobody awake change changes restart restarts scale drain delete requested request own time night procedure emergency route route way long wait ago wise tell admin owner contributor reader cluster-admin got ive rights permissions permission roles role access allowed do here run see read write have full enough commands command kubectl group groups my privileges there can may not",
  },

  /** Who the bot takes somebody for. */
  whoAmI: {
    phrases: [
      "^~whoami",
      "who am i",
      "who do|does you|it|bot think|see",
      "what|which groups|group|account|user|identity|name am|do|is|are|i",
      "am i signed|logged in",
      "^my groups|account|identity|profile|name",
      "as who|whom",
      "which user|account",
    ],
    beside:
      "who whoami am signed logged in groups group account user identity name think member as using running logged yourself profile myself",
  },
};
