// What would change something, in English: said to be so, and who may.
import type { ChangeWords } from "../language.ts";

const verbs =
  "restart|reboot|delete|remove|scale|drain|cordon|uncordon|apply|upgrade|patch|deploy|redeploy|rollback|evict|deallocate|terminate|bounce|taint|annotate|exec|install|uninstall|resize|rotate|whitelist|allowlist|unblock|recreate|shutdown|provision|destroy|nuke|wipe|port-forward|failover|reconcile|reimage|purge|kill|edit|create|start|stop|update|bump|increase|decrease|enable|disable|cycle|label|power|expose|undo|set|add|move|change|roll|grant|assign|attach|open|pause|allow|permit|resume|replace|migrate|reset|rebuild|recycle|untaint|grow|shrink|raise|lower|extend|renew|kick|reinstall|restore|switch|suspend|unsuspend|trigger|del|rm";

export const change: ChangeWords = {
  verbs: verbs.replaceAll("|", " "),
  phrases: [
    `^${verbs}`,
    `^i|we need|want|have would you|to|like ${verbs}`,
    `^i|we need|want|have to ${verbs}`,
    `^i|we need|want|wanna|gotta ${verbs}`,
    `^how do|can|to i|we|you ${verbs}`,
    `^how to ${verbs}`,
    "rollout|rolling restart|undo",
    "^turn|switch|power|shut|spin|scale|bring|take off|on|down|up",
    "^give|grant|let <address> access|in|through",
    `^need|want|time to ${verbs}`,
    "need|want|get|have|needs …restarted|rebooted|scaled|deleted|drained|upgraded|rolled|removed|cordoned|patched|redeployed|stopped|killed",
  ],
  unlessAsked: [
    "^make|get|have|keep <address> allowed|whitelisted|allowlisted|permitted|authorized|authorised|unblocked|blocked|added|removed",
    "i|we|please need|want|require|like <address> allowed|whitelisted|allowlisted|permitted|authorized|authorised|unblocked|blocked|added|removed",
    "^block|ban|deny|forbid|disallow <address>",
  ],
  inside:
    "pool pools nodepool nodepools replica replicas container containers workload app yaml yml manifest file",
  never:
    "diagnose diagnosis diagnostics watching posting following monitoring troubleshooting check keep keeps kept which",
  noOrder: [
    "why|wtf",
    "how come",
    "i|we|ive|weve|who|someone|somebody|they already|just|have|has …restarted|rebooted|deleted|scaled|drained|rolled|patched|cordoned|evicted",
    "was|were|been|got restarted|rebooted|deleted|scaled|drained|rolled|patched|cordoned|evicted",
    "do i|we have|need",
    "should|shall|must i|we",
    "dont|not|never|no restart|reboot|delete|scale|drain|cordon|evict|roll",
  ],
  alone: "roll back restart reboot drain scale upgrade redeploy rollback deallocate start",
  kubectl: {
    delete: "delete",
    remove: "delete",
    kill: "delete",
    restart: "rollout restart",
    bounce: "rollout restart",
    rollback: "rollout undo",
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
};
