// The verbs: what each is called, how it is used, and where it is. A verb is loaded when it is asked for, so that
// reading a command does not wait for Azure's SDKs.
import type { ExitCode } from "./exit-codes.ts";
import type { Io } from "./io.ts";

export type Run = (args: readonly string[], io: Io) => Promise<ExitCode>;

export type Verb = Readonly<{
  /** As it is typed, for example `policy check`. */
  name: string;
  usage: string;
  does: string;
  /** Lines of help on each flag. */
  flags: readonly string[];
  examples: readonly string[];
  load(): Promise<Run>;
}>;

const json = "--json              one JSON document instead of text";

export const verbs: readonly Verb[] = [
  {
    name: "diagnose",
    usage: "diagnose CLUSTER [--deep] [--client-ip IP] [--where NETWORK] [--symptom TEXT|-] [--json]",
    does: "says what is wrong with reaching a cluster, as in chat",
    flags: [
      "CLUSTER             a name, group/name, subscription/group/name or resource id",
      "--deep              looks inside the cluster as well, by run command and with your rights in it",
      "--no-inside         does not, which is what happens without --deep",
      "--client-ip IP      the IPv4 address that you come from",
      "--where NETWORK     the virtual network that you sit in, by name or resource id",
      "--symptom TEXT      the error that you see, or what a test printed; - reads it from standard input",
      json,
    ],
    examples: [
      "aks-oncall diagnose prod-1",
      "aks-oncall diagnose prod-1 --deep",
      'aks-oncall diagnose rg-prod/prod-1 --client-ip 20.50.0.9 --symptom "i/o timeout"',
      "aks-oncall diagnose prod-1 --symptom - < test.txt",
      "aks-oncall diagnose prod-1 --json | jq .rootCause.fix.commands",
    ],
    load: async () => (await import("./diagnose.ts")).diagnoseVerb,
  },
  {
    name: "access",
    usage: "access CLUSTER [--from IP|VNET] [--json]",
    does: "lists the ways in, best first, with the steps",
    flags: [
      "CLUSTER             a name, group/name, subscription/group/name or resource id",
      "--from IP|VNET      where you sit: an IPv4 address, or a virtual network's name or resource id",
      json,
    ],
    examples: ["aks-oncall access prod-1", "aks-oncall access prod-1 --from vnet-hub"],
    load: async () => (await import("./access.ts")).accessVerb,
  },
  {
    name: "explain",
    usage: "explain -- kubectl … | explain --stdin",
    does: "says what the guard makes of a command, as one JSON object a line; nothing is run",
    flags: ["--stdin             read commands from standard input, one a line"],
    examples: [
      "aks-oncall explain -- kubectl get pods -n web",
      "aks-oncall explain -- 'kubectl get pods | grep web'",
      "aks-oncall explain --stdin < commands.txt",
    ],
    load: async () => (await import("./explain.ts")).explainVerb,
  },
  {
    name: "policy check",
    usage: "policy check FILE [--json]",
    does: "validates a policy and runs the tests in it",
    flags: [json],
    examples: ["aks-oncall policy check policies/example.yaml"],
    load: async () => (await import("./policy-check.ts")).policyCheckVerb,
  },
  {
    name: "policy can",
    usage:
      "policy can --policy FILE --group ID… --cluster NAME [--without-entra] [--json] -- kubectl … | -- diagnose | -- diagnose-inside | -- watch",
    does: "decides by a policy, and names the rule that decides",
    flags: [
      "--policy FILE       the policy",
      "--group ID…         object ids of the person's groups in Entra; the flag may be repeated",
      "--cluster NAME      the cluster's name, or its resource id where rules go by that",
      "--without-entra     the cluster has no Entra integration: commands run as cluster-admin",
      json,
    ],
    examples: [
      "aks-oncall policy can --policy policies/example.yaml --group 5e0d3c9a-71b4-4d28-8f6e-c3a9b2e41d70 --cluster prod-1 -- kubectl get pods -A",
    ],
    load: async () => (await import("./policy-can.ts")).policyCanVerb,
  },
  {
    name: "audit verify",
    usage: "audit verify [--key FILE]… [--head SEQ:HASH | --head FILE]… [--json]",
    does: "proves the audit trail in DATA_DIR or DATABASE_URL: its hash chain, its signatures, its retention",
    flags: [
      "--key FILE          a key that rows were sealed with, in PEM; the public half is enough",
      "--head SEQ:HASH     a row that was written down elsewhere: it has to stand in the trail; or a file of them",
      json,
    ],
    examples: [
      "DATABASE_URL=postgres://… aks-oncall audit verify --key audit-key.pub.pem --head heads.jsonl",
      "DATA_DIR=.data aks-oncall audit verify",
    ],
    load: async () => (await import("./audit-verify.ts")).auditVerifyVerb,
  },
  {
    name: "audit export",
    usage: "audit export",
    does: "prints every event of the audit trail, one JSON object a line",
    flags: [],
    examples: ["DATA_DIR=.data aks-oncall audit export > audit.jsonl"],
    load: async () => (await import("./audit-export.ts")).auditExportVerb,
  },
  {
    name: "store prepare",
    usage: "store prepare [--json]",
    does: "brings the schema in DATABASE_URL up to date, as the database's owner; docs/operations.md",
    flags: [json],
    examples: ["DATABASE_URL=postgres://owner@… aks-oncall store prepare"],
    load: async () => (await import("./store-prepare.ts")).storePrepareVerb,
  },
];
