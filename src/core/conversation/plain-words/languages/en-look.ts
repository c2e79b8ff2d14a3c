// English words for looking into a cluster.
import type { LookWords } from "./language.ts";

export const look: LookWords = {
  logs: "log logs lines logfile logging tail",
  describe: "describe desc details detail",
  namespaces: "namespace ns",
  previous: "previous crashed prior before",
  past: [
    "last|old|older|other|dead|crashed|earlier container|instance|run",
    "before|prior it|the|they|he crash|crashed|died|restart|restarted|die",
    "before it|the was|got killed|restarted",
    "before crashing|dying|restarting|crash|restart",
  ],
  ofDeployment: "replicas replica image images",
  ofNode:
    "pressure diskpressure memorypressure pidpressure taint taints tainted condition conditions allocatable kubelet",
  states: {
    Evicted: ["kicked|thrown|pushed out", "kubelet kicked|threw"],
    ImagePull: ["image|images pull|pulling|pulled", "pull|pulling|pulled image|images"],
  },
  notRunning: [
    "not|arent|isnt|non|except|but|besides|other|than running|ready|up|healthy",
    "that|which|what dont|doesnt run",
    "non-running|unhealthy|notready",
  ],
  notBound: [
    "not|isnt|arent|never|wasnt|werent|non|nicht|without bound|bind|binding|gebunden",
    "wont|doesnt|dont|cant|didnt|failed|fails|failing …bind|bound",
    "unbound|ungebunden",
  ],
  lines: "line lines log logs",
  minutes: "m min mins minute minutes",
  hours: "h hr hrs hour hours",
  half: "half",
  one: "last past an a previous",
  numbers: "one two three four five six seven eight nine ten eleven twelve",
  begins:
    "whats everything anything could can may got have number count tell let show list get give what which how any all describe last fetch print ns pull tail dump display",
  inside: "in inside within",
  within: "",
  of: "from of for",
  named: "called named name",
  behind: "",
  owns: "",
  points: "",
  spaces: "ns",
  capitals: false,
  noTypes: "no limits limit quota role roles endpoints ep cs sc pc ev",
  types: {
    pods: "pds",
    deployments: "deploys deployed",
    persistentvolumeclaims: "volume volumes claim claims volumeclaim volumeclaims",
  },
};
