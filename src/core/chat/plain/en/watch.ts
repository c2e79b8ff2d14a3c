// A channel is to follow a cluster.
import type { AbilityWords } from "../ability.ts";

export const watchWords: AbilityWords = {
  phrases: [
    "^watch|follow|subscribe|monitor",
    "^start|begin|keep watching|following|monitoring|posting",
    "^can|could|please|would|will you|please watch|follow|monitor|subscribe",
    "^alert|notify|ping|page|inform|warn me|us|here|channel|team|thread|group",
    "^post|send|show|forward|give alerts|alarms|alert|notifications",
    "keep|have an|a|one eye",
    "^keep watch",
    "^alerts for|from|on|here",
    "^get|want|need alerts|notifications|notified|alerted",
    "tell me|us when|if",
    "let me|us know when|if|about",
    "^unmute|unsilence",
    "^turn|switch on alerts|notifications",
  ],
  beside:
    "alerts alert alarms alarm notifications when if goes happens breaks broken down channel thread team breaks dies fires know happen anything something change changes subscribe posted posting follow watch watching",
};
