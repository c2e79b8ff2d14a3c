// The verbs: what each is called, how it is used, and where it is. A verb is loaded when it is asked for, so that
// reading a command does not wait for Azure's SDKs.
import type { CliVerb } from "./verb.ts";

export const cliVerbs: readonly CliVerb[] = [
  {
    name: "diagnose",
    usage:
      "diagnose CLUSTER [--no-inside] [--fact FACT] [--client-ip IP] [--where NETWORK] [--symptom TEXT|-]",
    flags: [
      ["CLUSTER", "cluster"],
      ["--no-inside", "noInside"],
      ["--fact FACT", "fact"],
      ["--client-ip IP", "clientIp"],
      ["--where NETWORK", "where"],
      ["--symptom TEXT", "symptom"],
    ],
    prints: "document",
    examples: [
      "aks-oncall diagnose prod-1",
      "aks-oncall diagnose prod-1 --no-inside",
      "aks-oncall diagnose prod-1 --fact egress",
      'aks-oncall diagnose rg-prod/prod-1 --client-ip 20.50.0.9 --symptom "i/o timeout"',
      "aks-oncall diagnose prod-1 --symptom - < test.txt",
      "aks-oncall diagnose prod-1 -o json | jq .rootCause.fix.commands",
    ],
    load: async () => (await import("./diagnose.ts")).diagnoseVerb,
  },
  {
    name: "access",
    usage: "access CLUSTER [--from IP|VNET|--for IP|RANGE]",
    flags: [
      ["CLUSTER", "cluster"],
      ["--from IP|VNET", "from"],
      ["--for IP|RANGE", "for"],
    ],
    prints: "document",
    examples: [
      "aks-oncall access prod-1",
      "aks-oncall access prod-1 --from vnet-hub",
      "aks-oncall access prod-1 --for 20.50.9.0/24",
    ],
    load: async () => (await import("./access.ts")).accessVerb,
  },
  {
    name: "clusters",
    usage: "clusters",
    flags: [],
    prints: "document",
    examples: ["aks-oncall clusters", "aks-oncall clusters -o json | jq -r '.clusters[].id'"],
    load: async () => (await import("./clusters.ts")).clustersVerb,
  },
  {
    name: "doctor",
    usage: "doctor [--env-file FILE] [--as-person]",
    flags: [
      ["--env-file FILE", "envFile"],
      ["--as-person", "asPerson"],
    ],
    prints: "document",
    examples: ["aks-oncall doctor", "aks-oncall doctor --env-file prod.env --as-person"],
    load: async () => (await import("./doctor.ts")).doctorVerb,
  },
  {
    name: "install",
    usage: "install [--plan] [--answers FILE] [--yes]",
    flags: [
      ["--plan", "plan"],
      ["--answers FILE", "answers"],
      ["--yes", "yes"],
    ],
    prints: "text",
    examples: ["aks-oncall install", "aks-oncall install --plan --answers answers.json"],
    load: async () => (await import("./install.ts")).installVerb,
  },
  {
    name: "uninstall",
    usage: "uninstall [--plan] [--answers FILE] [--yes]",
    flags: [
      ["--plan", "plan"],
      ["--answers FILE", "answers"],
      ["--yes", "yes"],
    ],
    prints: "text",
    examples: ["aks-oncall uninstall"],
    load: async () => (await import("./install.ts")).uninstallVerb,
  },
  {
    name: "explain",
    usage: "explain -- kubectl … | explain --stdin",
    flags: [["--stdin", "stdin"]],
    prints: "lines",
    examples: [
      "aks-oncall explain -- kubectl get pods -n web",
      "aks-oncall explain -- 'kubectl get pods | grep web'",
      "aks-oncall explain --stdin < commands.txt",
    ],
    load: async () => (await import("./explain.ts")).explainVerb,
  },
  {
    name: "mask",
    usage: "mask [-- kubectl …]",
    flags: [],
    prints: "document",
    examples: [
      "kubectl get pods -o yaml | aks-oncall mask -- kubectl get pods -o yaml",
      "aks-oncall mask < app.log",
    ],
    load: async () => {
      const { maskVerb } = await import("./mask.ts");
      return (args, io) => maskVerb(args, io);
    },
  },
  {
    name: "understand",
    usage: "understand LINE | understand --stdin [--locale L] [--clusters A,B] [--spoken-of A]",
    flags: [
      ["--stdin", "lines"],
      ["--locale L", "locale"],
      ["--clusters A,B", "seenClusters"],
      ["--spoken-of A", "spokenOf"],
    ],
    prints: "lines",
    examples: [
      'aks-oncall understand --clusters prod-1,edge-1 "why can\'t I reach prod-1 from home"',
      "aks-oncall understand --stdin --clusters prod-1,edge-1 --spoken-of prod-1 < lines.txt",
    ],
    load: async () => (await import("./understand.ts")).understandVerb,
  },
  {
    name: "policy check",
    usage: "policy check FILE",
    flags: [],
    prints: "document",
    examples: ["aks-oncall policy check policies/example.yaml"],
    load: async () => (await import("./policy-check.ts")).policyCheckVerb,
  },
  {
    name: "policy can",
    usage:
      "policy can --policy FILE --group ID|NAME… --cluster NAME [--without-entra] [--tag NAME=VALUE]… [--at TIME] [--incident SEVERITY] [--break-glass] -- kubectl … | -- fix | -- diagnose | -- diagnose-inside | -- watch | -- volunteer | -- reader",
    flags: [
      ["--policy FILE", "policy"],
      ["--group ID…", "group"],
      ["--cluster NAME", "ruledCluster"],
      ["--without-entra", "withoutEntra"],
      ["--tag NAME=VALUE", "tag"],
      ["--at TIME", "at"],
      ["--incident SEVERITY", "incident"],
      ["--break-glass", "breakGlass"],
    ],
    prints: "document",
    examples: [
      "aks-oncall policy can --policy policies/example.yaml --group aks-oncall --cluster prod-1 -- kubectl get pods -A",
      "aks-oncall policy can --policy policies/example.yaml --group 5e0d3c9a-71b4-4d28-8f6e-c3a9b2e41d70 --cluster prod-1 --at 2026-11-25T03:00:00Z -- kubectl scale deployment/api -n payments --replicas=3",
    ],
    load: async () => (await import("./policy.ts")).policyCanVerb,
  },
  {
    name: "policy diff",
    usage: "policy diff OLD NEW",
    flags: [
      ["OLD", "oldPolicy"],
      ["NEW", "newPolicy"],
    ],
    prints: "document",
    examples: ["git show main:policy.yaml > old.yaml; aks-oncall policy diff old.yaml policy.yaml"],
    load: async () => (await import("./policy.ts")).policyDiffVerb,
  },
  {
    name: "audit verify",
    usage: "audit verify [--key FILE]… [--head SEQ:HASH | --head FILE]… [--report FILE]",
    flags: [
      ["--key FILE", "key"],
      ["--head SEQ:HASH", "head"],
      ["--report FILE", "report"],
    ],
    prints: "document",
    examples: [
      "DATABASE_URL=postgres://… aks-oncall audit verify --key audit-key.pub.pem --head heads.jsonl",
      "DATA_DIR=.data aks-oncall audit verify",
      "DATA_DIR=.data aks-oncall audit verify --report I-4M8ZT1C6QD-prod-1.md",
    ],
    load: async () => (await import("./audit.ts")).auditVerifyVerb,
  },
  {
    name: "audit timeline",
    usage: "audit timeline RUN|INCIDENT [--key FILE]… [--head SEQ:HASH | --head FILE]…",
    flags: [
      ["RUN|INCIDENT", "trailId"],
      ["--key FILE", "key"],
      ["--head SEQ:HASH", "head"],
    ],
    prints: "document",
    examples: [
      "DATA_DIR=.data aks-oncall audit timeline R-7K3QX2M9AB",
      "DATABASE_URL=postgres://… aks-oncall audit timeline I-7K3QX2M9AB --key audit-key.pub.pem -o json",
    ],
    load: async () => (await import("./audit.ts")).auditTimelineVerb,
  },
  {
    name: "audit export",
    usage: "audit export",
    flags: [],
    prints: "lines",
    examples: ["DATA_DIR=.data aks-oncall audit export > audit.jsonl"],
    load: async () => (await import("./audit.ts")).auditExportVerb,
  },
  {
    name: "store prepare",
    usage: "store prepare",
    flags: [],
    prints: "document",
    examples: ["DATABASE_URL=postgres://owner@… aks-oncall store prepare"],
    load: async () => (await import("./store-prepare.ts")).storePrepareVerb,
  },
  {
    name: "completion",
    usage: "completion bash|zsh|fish|powershell",
    flags: [["bash|zsh|fish|powershell", "shell"]],
    prints: "text",
    examples: ["source <(aks-oncall completion bash)", "aks-oncall completion fish | source"],
    load: async () => (await import("./completion.ts")).completionVerb,
  },
];
