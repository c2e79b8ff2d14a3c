// Verbs and flags of kubectl that are known and refused, each with the reason and the way out.

type Reason = Readonly<{ code: string; reason: string }>;

const write: Reason = {
  code: "write-not-supported",
  reason:
    "changes the cluster, and only reading is supported: use kubectl get, describe, logs, top or events",
};
const interactive: Reason = {
  code: "interactive-not-supported",
  reason:
    "opens a session or a connection, which a chat cannot hold: use kubectl logs, describe or events, or `access` for a way in",
};
const copy: Reason = {
  code: "interactive-not-supported",
  reason: "copies files in or out of a container, which is not supported: use kubectl logs",
};
const waiting: Reason = {
  code: "watch-not-supported",
  reason: "keeps watching, and a command here answers once: use kubectl get or kubectl rollout status",
};
const local: Reason = {
  code: "verb-not-supported",
  reason: "works on files of the machine it runs on, and there are none here: use kubectl get or describe",
};
const kubeconfig: Reason = {
  code: "verb-not-supported",
  reason: "reads or changes a kubeconfig, and there is none here: the cluster is named in the message",
};
const dump: Reason = {
  code: "verb-not-supported",
  reason: "prints the whole cluster at once: ask for what you need with kubectl get or kubectl logs",
};
const help: Reason = {
  code: "verb-not-supported",
  reason: "is about kubectl itself: ask the bot for `help`, or use kubectl explain",
};

const forVerbs = (names: string, reason: Reason): [string, Reason][] =>
  names.split(" ").map((name) => [name.replace("+", " "), reason]);

/** By verb; `+` in a row stands for the space before a sub-command. */
export const refusedVerbs: ReadonlyMap<string, Reason> = new Map([
  ...forVerbs("apply create delete patch replace scale autoscale set label annotate taint expose", write),
  ...forVerbs("cordon uncordon drain edit run certificate auth+reconcile", write),
  ...forVerbs("rollout+restart rollout+undo rollout+pause rollout+resume", write),
  ...forVerbs("exec attach port-forward proxy debug", interactive),
  ...forVerbs("cp", copy),
  ...forVerbs("wait", waiting),
  ...forVerbs("diff kustomize", local),
  ...forVerbs("config", kubeconfig),
  ...forVerbs("cluster-info+dump", dump),
  ...forVerbs("help options completion plugin alpha kuberc", help),
]);

const identity: Reason = {
  code: "flag-not-allowed",
  reason: "changes who asks: a command runs with your own rights and no one else's, so leave it out",
};
const target: Reason = {
  code: "flag-not-allowed",
  reason: "changes which cluster is asked: name the cluster in the message instead, as in `on prod-1`",
};
const trust: Reason = {
  code: "flag-not-allowed",
  reason: "changes how the connection is secured, which is not yours to choose here: leave it out",
};
const raw: Reason = {
  code: "flag-not-allowed",
  reason: "asks any address of the API server, past the rules for resources: use kubectl get TYPE",
};
const file: Reason = {
  code: "flag-not-allowed",
  reason: "reads files, and there are none here: name the type and the object instead",
};
const watch: Reason = {
  code: "watch-not-supported",
  reason: "keeps watching, and a command here answers once: leave it out and ask again later",
};
const follow: Reason = {
  code: "watch-not-supported",
  reason: "follows the log without end, and a command here answers once: use --tail=200 or --since=10m",
};
const template: Reason = {
  code: "flag-not-allowed",
  reason: "formats with a program: use -o 'jsonpath={…}' or -o custom-columns=…",
};
const verbosity: Reason = {
  code: "flag-not-allowed",
  reason: "prints kubectl's own requests, tokens among them: leave it out",
};
const machine: Reason = {
  code: "flag-not-allowed",
  reason: "is about the machine that kubectl runs on: leave it out",
};

const forFlags = (names: string, reason: Reason): [string, Reason][] =>
  names.split(" ").map((name) => [name, reason]);

const refusedFlags: ReadonlyMap<string, Reason> = new Map([
  ...forFlags("--as --as-group --as-uid --as-user-extra --token --user --username --password", identity),
  ...forFlags("--client-certificate --client-key", identity),
  ...forFlags("--kubeconfig --context --cluster --server -s", target),
  ...forFlags("--insecure-skip-tls-verify --insecure-skip-tls-verify-backend", trust),
  ...forFlags("--certificate-authority --tls-server-name", trust),
  ...forFlags("--raw", raw),
  ...forFlags("--filename -f --kustomize -k --recursive -R", file),
  ...forFlags("--watch -w --watch-only --output-watch-events", watch),
  ...forFlags("--follow", follow),
  ...forFlags("--template", template),
  ...forFlags("--v -v --vmodule --logtostderr --alsologtostderr --stderrthreshold", verbosity),
  ...forFlags(
    "--cache-dir --kuberc --profile --profile-output --log-flush-frequency --log-dir --log-file",
    machine,
  ),
  ...forFlags("--help -h", help),
]);

/** Why a flag, with its dashes, is refused for a verb; undefined when it is not one of those known to be refused. */
export function refusedFlag(flag: string, verb: string): Reason | undefined {
  return flag === "-f" && verb === "logs" ? follow : refusedFlags.get(flag);
}
