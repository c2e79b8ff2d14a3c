// What would change something: said to be so, and who may.
import type { AbilityWords } from "../ability.ts";

const verbs =
  "restart|reboot|delete|remove|scale|drain|cordon|uncordon|apply|upgrade|patch|deploy|redeploy|rollback|evict|deallocate|terminate|bounce|taint|annotate|exec|install|uninstall|resize|rotate|whitelist|allowlist|unblock|recreate|shutdown|provision|destroy|nuke|wipe|port-forward|failover|reconcile|reimage|purge|kill|edit|create|start|stop|update|bump|increase|decrease|enable|disable|cycle|label|power|expose|undo|set|add|move|change|roll|grant|assign|attach|open|pause|allow|permit|resume";

export const changeWords: AbilityWords = {
  phrases: [
    `^${verbs}`,
    `^i|we need|want|have|would you|to|like ${verbs}`,
    `^i|we need|want|have to ${verbs}`,
    `^how do|can|to i|we|you ${verbs}`,
    `^how to ${verbs}`,
    "^turn|switch|power off|on",
  ],
  beside: "",
};
