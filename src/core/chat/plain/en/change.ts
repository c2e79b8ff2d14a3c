// What would change something, in English: said to be so, and who may.
import type { ChangeWords } from "../language.ts";

const verbs =
  "restart|reboot|delete|remove|scale|drain|cordon|uncordon|apply|upgrade|patch|deploy|redeploy|rollback|evict|deallocate|terminate|bounce|taint|annotate|exec|install|uninstall|resize|rotate|whitelist|allowlist|unblock|recreate|shutdown|provision|destroy|nuke|wipe|port-forward|failover|reconcile|reimage|purge|kill|edit|create|start|stop|update|bump|increase|decrease|enable|disable|cycle|label|power|expose|undo|set|add|move|change|roll|grant|assign|attach|open|pause|allow|permit|resume|replace|migrate|reset|rebuild|recycle|untaint|grow|shrink|raise|lower|extend|renew|kick|reinstall|restore|switch|suspend|unsuspend|trigger|del|rm";

export const change: ChangeWords = {
  verbs: verbs.replaceAll("|", " "),
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
