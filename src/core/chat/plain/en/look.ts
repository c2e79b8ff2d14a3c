// English words for looking into a cluster.
import type { LookWords } from "../look-words.ts";
import { changedBySomebody } from "./diagnose.ts";
import { noNames } from "./no-names.ts";

export const look: LookWords = {
  logs: "log logs lines logfile logging tail",
  events: "event events ev",
  usage: "top cpu memory mem ram usage loaded busy full utilization utilisation consumption",
  versions: "version versions ver release",
  describe: "describe desc details detail",
  rollout: "rollout",
  history: "history",
  namespaces: "namespace ns",
  everywhere: "everywhere clusterwide cluster-wide namespaces",
  previous: "previous crashed prior before",
  past: [
    "last|old|older|other|dead|crashed|earlier container|instance|run",
    "before|prior it|the|they|he crash|crashed|died|restart|restarted|die",
    "before it|the was|got killed|restarted",
    "before crashing|dying|restarting|crash|restart",
  ],
  byRestarts: [
    "top|most|highest|worst …restarts|restarted|restarting",
    "by|of restarts",
    "restarted|restarts more|times",
    "restart|restarts …most|often|count|counts",
  ],
  happens: "happened happens happening warning warnings",
  ofDeployment: "replicas replica image images",
  ails: [
    "keeps|keep disappearing|vanishing|rebooting|coming|timing|erroring|pending",
    "wont|not|doesnt|isnt|never go|start|come|schedule|terminate|delete|grow|scale|add|adding|renew|renewed|mount|bind|attach|ready",
    "cant|cannot|cant|unable reach|connect|resolve|pull|mount|start|schedule",
    "hit|over|exceeded|exceeds|reached quota|limit",
    "keeps|keep|is|are restarting|crashing|failing|flapping|dying|rebooting",
    "crashing|crashes|crashed|restarts|unhealthy|unready|oom|ooming|killed|stuck|broken|dead|down|failing|fails|502|503|504|500|502s|503s|504s|500s|5xx",
  ],
  whys: [
    "why|wtf|wth",
    "how come|comes",
    "what|whats is|makes|makes|made|keeps|waiting …waiting|wrong|blocking|holding|crash|crashing|restart|fail|failing|stuck",
    "root|the cause|reason",
    "no idea|clue why",
  ],
  lists: "show list which all get give print display count many every find see",
  ofNode:
    "pressure diskpressure memorypressure pidpressure taint taints tainted condition conditions allocatable kubelet",
  expiry: [
    "when|which|how …cert|certs|certificate|certificates …expire|expires|expiring|expiry|run",
    "cert|certs|certificate|certificates …expire|expires|expiring|expiry|valid …when|until|long",
  ],
  states: {
    ImagePull: ["image|images pull|pulling|pulled", "pull|pulling|pulled image|images"],
  },
  notRunning: ["not|arent|isnt|non|non-running|except|except|besides running|ready", "that|which dont run"],
  running: "running runs workloads workload",
  lines: "line lines log logs",
  minutes: "m min mins minute minutes",
  hours: "h hr hrs hour hours",
  half: "half",
  one: "last past an a previous",
  numbers: "one two three four five six",
  begins:
    "whats everything anything could can may got have number count tell let show list get give what which how any all describe last fetch print ns pull tail dump display",
  beside: `
   maxed limit limits capacity saturated exhausted
    show list get give tail display print see fetch read view look pull check find open need want dump
    running crashing crashed crashloop crashlooping crashloopbackoff failing failed pending restarting restarts evicted stuck healthy unhealthy ready
    status state recent latest last newest old lines line previous all many much there have exist existing current names wide output
    kubectl describe details top version which info count wrong bad is not unready notready alive up today warning warnings error errors
    workload workloads object objects resource resources app container lately happening happened use uses using used
    namespace namespaces node number got eating eats hungry most much load high low their them overall total count existing present available
    have has having broken stuck crash crashes dead gone missing terminated terminating oom oomkilled imagepullbackoff evicting unschedulable schedulable scheduled cordoned
  `,
  inside: "in inside within",
  within: "",
  of: "from of for",
  named: "called named name",
  behind: "",
  isLast: false,
  spaces: "ns",
  noNames,
  noNameEnds: "",
  capitals: false,
  noTypes: "no limits limit quota role roles endpoints ep cs sc pc ev",
  types: {
    pds: "pods",
    deploys: "deployments",
    deployed: "deployments",
    volume: "persistentvolumeclaims",
    volumes: "persistentvolumeclaims",
  },
  never: [
    ...changedBySomebody,
    "activity|audit log|logs",
    "why|wtf",
    "how come",
    "^how do|can|could|should|would|to|does i|we|you|one|get",
    "how|where do|can|to i|we log|connect|reach|access",
    "how to|do|can|could log|connect|reach|access|get|into|in",
  ],
};
