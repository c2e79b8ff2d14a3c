// A channel is to follow a cluster no more.
import type { AbilityWords } from "../ability.ts";

export const unwatchWords: AbilityWords = {
  phrases: [
    "^unwatch|mute|silence|unfollow|unsubscribe|snooze",
    "^stop|quit|end|cancel|disable|pause|kill|drop|dont|no watching|following|alerts|alert|alerting|notifications|notifying|posting|pinging|spamming|monitoring|watch|more|alarms|sending|paging|subscription",
    "^can|could|please|would you|please|stop|mute|silence mute|unwatch|silence|stop|unfollow|alerts",
    "^turn|switch off alerts|alert|notifications|alarms",
    "^shut up about",
    "^no more alerts|alarms|notifications",
    "^remove|delete watch|alerts|subscription",
    "^turn|switch|shut alerts|notifications off|down",
  ],
  beside:
    "alerts alert alarms notifications more channel thread posting watching following spam spamming noise noisy off anymore stop mute silence unwatch us stuff watch sending turn",
};
