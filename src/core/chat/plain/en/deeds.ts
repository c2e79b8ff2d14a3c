// What is done to something in a cluster, in English, and what nothing here does.
import type { Deed } from "../language.ts";
import type { Phrases } from "../phrases.ts";

const more =
  "scale|set|bump|increase|decrease|change|raise|lower|reduce|bring|put|get|grow|shrink|make|need|needs|want|give|run|add";
const needs = "need|needs|get|want|must|should|please";
const many = "replicas|replica|pods|instances|copies";

export const deeds: Readonly<Record<Deed, Phrases>> = {
  resize: [
    "resize|grow|expand|extend|enlarge|increase|bump|raise …pvc|claim",
    "pvc|claim …resize|resized|grow|grown|expand|expanded|bigger|increased|bumped",
  ],
  uncordon: [
    "undo|remove|lift …cordon",
    "uncordon|schedulable|schedulabe",
    "enable|allow|resume|restore|reenable scheduling",
    "put|bring|take back …scheduling|service|rotation",
  ],
  undo: [
    "rollback|revert|undo|roll-back",
    "roll|go|switch|get|bring back",
    `${needs} …reverted|rolled`,
    "previous|last|older|earlier version|revision|release of|for",
  ],
  image: ["set|change|update|switch|bump|use …image|tag", "image|tag …to|from"],
  autoscale: [
    `${more} …maxreplicas|minreplicas …<number>`,
    `${more} …max|min|maximum|minimum …<number>`,
    `${more} …hpa|autoscaler …<number>`,
  ],
  limits: [
    `${more} …memory|mem|ram|cpu …limit|limits|request|requests`,
    `${more} …limit|limits|request|requests …memory|mem|ram|cpu`,
    "double|halve …memory|mem|ram|cpu",
  ],
  suspend: ["suspend", "pause|stop|disable|hold …cronjob|cronjobs|cj|job"],
  resume: [
    "unsuspend",
    "resume|unpause|enable|reenable|start …cronjob|cronjobs|cj",
    "resume|unpause …rollout|deployment|deploy",
  ],
  scale: [
    "scale|rescale|upscale|downscale|scale-up|scale-down",
    `${more} …<number> …${many}`,
    `${more} …${many} …<number>`,
  ],
  restart: [
    "restart|bounce|recycle|reboot",
    `${needs} …restarted|bounced|recycled|rebooted`,
    "rollout|rolling restart",
    "^roll",
    "turn off on",
  ],
  cordon: [
    "cordon|unschedulable",
    "stop|disable|block|pause|prevent scheduling",
    "no|stop new|more pods on",
    "out of scheduling|rotation|service",
  ],
  pause: ["pause …rollout|deployment|deploy", "^pause"],
  drain: [
    "drain",
    `${needs} …drained`,
    "evict|move|evacuate|clear everything|all|pods|workloads …from|off|on",
    "^empty|evacuate",
  ],
  delete: [
    "delete|del|rm|remove|kill|nuke|destroy|terminate|purge|zap|wipe",
    "get rid of",
    `${needs} …deleted|removed|killed`,
    "throw|take away",
  ],
};

const make = "create|build|spin|setup|provision|launch|stand|bootstrap|deploy";
const manage =
  "delete|remove|destroy|upgrade|update|start|stop|restart|reboot|resize|scale|rename|move|migrate|restore|shut|grow|shrink|extend|add|open|backup";
const azure =
  "cluster|clusters|nodepool|nodepools|pool|pools|subscription|subscriptions|vm|vms|vnet|subnet|peering|firewall|nsg|acr|registry|vault|certificate|domain|database";
const inside =
  "namespace|namespaces|rolebinding|rolebindings|clusterrole|clusterrolebinding|role|roles|serviceaccount|secret|configmap|deployment|service|ingress";

export const beyond: Phrases = [
  "make|have|order a|new|another|own|one new|own|cluster",
  "make|order new cluster|nodepool|pool|namespace",
  `${make} …${azure}|${inside}`,
  `${manage} ${azure}`,
  "^exec|port-forward|attach",
  "upgrade|update|downgrade kubernetes|k8s|version",
  "need|want|get|add|give another|more|new|bigger|extra cluster|clusters|pool|nodepool|node|nodes",
  "add …node|nodes|pool|vm|vms",
  "^run|kick|trigger|start|rerun|re-run …cronjob|cronjobs|cj",
  "^scale|rescale|resize|grow|shrink|bump|extend …nodes|node|pool|nodepool",
  "run|kick|trigger|start …by hand",
  "run|kick|trigger|start …manually",
  "deploy|release|ship|install|rollout …app|application|version|release|build|chart|code",
];

/** The same, whatever else the line says. */
export const topics: Phrases = [
  "give|grant|make|assign|add|remove|revoke …admin|admins|administrator|owner|contributor|role|roles|permission|permissions|rights|rbac",
  "cost|costs|costing|price|pricing|bill|invoice|expensive|spend|spending|cheaper",
  "poem|joke|story|song|essay|weather|pizza|lunch|dinner|recipe|horoscope|football|translate|translation",
  "eks|gke|aws|gcp|openshift|rancher|ecs|fargate|minikube|digitalocean|oke|ack",
  "support ticket|case|request",
  "ticket|issue|incident|case with|at|to microsoft",
  "open|create|raise|file|log|write|update|close …jira|ticket|bug|story|servicenow",
  "merge|rebase|review|commit|push|squash|revert|delete …branch|pr|mr|repo|commit|code|main|master",
  "^swap|switch|change|cover|trade|take …oncall|on-call|shift|rota",
  "write|draft|summarize|summarise|summary …mail|email|report|postmortem|incident|ticket|yesterdays|code|script|doc|module|playbook|template",
  "who|whos|whose|is …on call|oncall|duty",
  "book|schedule|arrange|plan …meeting|call|room|flight|table",
  "who is|was|will …oncall|on-call|duty",
  "difference between",
  "^rename",
  "is it safe|dangerous|risky to",
  "^explain",
  "remind|call|text|page|email|mail me|us|him|her|them",
];
