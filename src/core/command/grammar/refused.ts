// Verbs and flags of kubectl that are known and refused, each with the reason.

/** Each reason with its code for scripts. */
export const refusedBecause = {
  write: "write-not-supported",
  interactive: "interactive-not-supported",
  copy: "interactive-not-supported",
  waiting: "watch-not-supported",
  local: "verb-not-supported",
  kubeconfig: "verb-not-supported",
  dump: "verb-not-supported",
  help: "verb-not-supported",
  identity: "flag-not-allowed",
  target: "flag-not-allowed",
  trust: "flag-not-allowed",
  raw: "flag-not-allowed",
  file: "flag-not-allowed",
  watch: "watch-not-supported",
  follow: "watch-not-supported",
  template: "flag-not-allowed",
  verbosity: "flag-not-allowed",
  machine: "flag-not-allowed",
} as const;
export type Because = keyof typeof refusedBecause;

const forVerbs = (names: string, because: Because): [string, Because][] =>
  names.split(" ").map((name) => [name.replace("+", " "), because]);

/** By verb; `+` in a row stands for the space before a sub-command. */
export const refusedVerbs: ReadonlyMap<string, Because> = new Map([
  ...forVerbs("apply create delete patch replace scale autoscale set label annotate taint expose", "write"),
  ...forVerbs("cordon uncordon drain edit run certificate auth+reconcile", "write"),
  ...forVerbs("rollout+restart rollout+undo rollout+pause rollout+resume", "write"),
  ...forVerbs("exec attach port-forward proxy debug", "interactive"),
  ...forVerbs("cp", "copy"),
  ...forVerbs("wait", "waiting"),
  ...forVerbs("diff kustomize", "local"),
  ...forVerbs("config", "kubeconfig"),
  ...forVerbs("cluster-info+dump", "dump"),
  ...forVerbs("help options completion plugin alpha kuberc", "help"),
]);

const forFlags = (names: string, because: Because): [string, Because][] =>
  names.split(" ").map((name) => [name, because]);

const refusedFlags: ReadonlyMap<string, Because> = new Map([
  ...forFlags("--as --as-group --as-uid --as-user-extra --token --user --username --password", "identity"),
  ...forFlags("--client-certificate --client-key", "identity"),
  ...forFlags("--kubeconfig --context --cluster --server -s", "target"),
  ...forFlags("--insecure-skip-tls-verify --insecure-skip-tls-verify-backend", "trust"),
  ...forFlags("--certificate-authority --tls-server-name", "trust"),
  ...forFlags("--raw", "raw"),
  ...forFlags("--filename -f --kustomize -k --recursive -R", "file"),
  ...forFlags("--watch -w --watch-only --output-watch-events", "watch"),
  ...forFlags("--follow", "follow"),
  ...forFlags("--template", "template"),
  ...forFlags("--v -v --vmodule --logtostderr --alsologtostderr --stderrthreshold", "verbosity"),
  ...forFlags(
    "--cache-dir --kuberc --profile --profile-output --log-flush-frequency --log-dir --log-file",
    "machine",
  ),
  ...forFlags("--help -h", "help"),
]);

/** Why a flag, with its dashes, is refused for a verb; undefined when it is not one of those known to be refused. */
export function refusedFlag(flag: string, verb: string): Because | undefined {
  return flag === "-f" && verb === "logs" ? "follow" : refusedFlags.get(flag);
}
