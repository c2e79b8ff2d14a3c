// Verbs and flags of kubectl that are known and refused, each with the reason.

/** Each reason with its code for scripts. */
export const refusedBecause = {
  write: "write-not-supported",
  interactive: "interactive-not-supported",
  copy: "interactive-not-supported",
  local: "verb-not-supported",
  kubeconfig: "verb-not-supported",
  compare: "verb-not-supported",
  charts: "verb-not-supported",
  newObjects: "write-not-supported",
  jobByHand: "write-not-supported",
  editor: "write-not-supported",
  otherWrite: "write-not-supported",
  releaseWrite: "write-not-supported",
  help: "verb-not-supported",
  dump: "flag-not-allowed",
  identity: "flag-not-allowed",
  target: "flag-not-allowed",
  trust: "flag-not-allowed",
  raw: "flag-not-allowed",
  file: "flag-not-allowed",
  watch: "watch-not-supported",
  follow: "watch-not-supported",
  verbosity: "flag-not-allowed",
  machine: "flag-not-allowed",
  dryRun: "flag-not-allowed",
  emptyDir: "flag-not-allowed",
} as const;
export type Because = keyof typeof refusedBecause;

const forVerbs = (names: string, because: Because): [string, Because][] =>
  names.split(" ").map((name) => [name.replace("+", " "), because]);

/** By verb; `+` in a row stands for the space before a sub-command. */
export const refusedVerbs: ReadonlyMap<string, Because> = new Map([
  ...forVerbs("delete patch scale autoscale set label annotate taint cordon uncordon drain", "write"),
  ...forVerbs("rollout+restart rollout+undo rollout+pause rollout+resume", "write"),
  ...forVerbs("apply create replace", "newObjects"),
  ...forVerbs("edit", "editor"),
  ...forVerbs("run expose certificate auth+reconcile", "otherWrite"),
  ...forVerbs("exec attach port-forward proxy debug", "interactive"),
  ...forVerbs("cp", "copy"),
  ...forVerbs("kustomize", "local"),
  ...forVerbs("diff", "compare"),
  ...forVerbs("config", "kubeconfig"),
  ...forVerbs("help options completion plugin alpha kuberc", "help"),
]);

/** Of Helm. */
export const refusedHelmVerbs: ReadonlyMap<string, Because> = new Map([
  ...forVerbs("install upgrade uninstall delete test rollback", "releaseWrite"),
  ...forVerbs("create dependency lint package pull push registry repo search show template verify", "charts"),
  ...forVerbs("completion env help plugin version", "help"),
]);

const forFlags = (names: string, because: Because): [string, Because][] =>
  names.split(" ").map((name) => [name, because]);

const refusedFlags: ReadonlyMap<string, Because> = new Map([
  ...forFlags("--as --as-group --as-uid --as-user-extra --token --user --username --password", "identity"),
  ...forFlags("--client-certificate --client-key", "identity"),
  ...forFlags("--kubeconfig --context --cluster --server -s --kube-context --kube-apiserver", "target"),
  ...forFlags("--kube-as-user --kube-as-group --kube-token", "identity"),
  ...forFlags("--kube-ca-file --kube-insecure-skip-tls-verify --kube-tls-server-name", "trust"),
  ...forFlags("--debug", "verbosity"),
  ...forFlags("--insecure-skip-tls-verify --insecure-skip-tls-verify-backend", "trust"),
  ...forFlags("--certificate-authority --tls-server-name", "trust"),
  ...forFlags("--raw", "raw"),
  ...forFlags("--filename -f --kustomize -k --recursive -R --patch-file", "file"),
  ...forFlags("--watch -w --watch-only --output-watch-events", "watch"),
  ...forFlags("--follow", "follow"),
  ...forFlags("--v -v --vmodule --logtostderr --alsologtostderr --stderrthreshold", "verbosity"),
  ...forFlags(
    "--cache-dir --output-directory --kuberc --profile --profile-output --log-flush-frequency --log-dir --log-file",
    "machine",
  ),
  ...forFlags("--dry-run", "dryRun"),
  ...forFlags("--delete-local-data", "emptyDir"),
  ...forFlags("--help -h", "help"),
]);

/** Flags without an end, which may be switched off. */
export const endlessFlags: readonly string[] = ["--watch", "-w", "--watch-only", "--follow"];

/** Those that only one verb has, or that mean something else there. */
const refusedOf: Readonly<Record<string, ReadonlyMap<string, Because>>> = {
  logs: new Map(forFlags("-f", "follow")),
  create: new Map(forFlags("--from", "jobByHand")),
  "cluster-info dump": new Map(forFlags("--all-namespaces -A", "dump")),
};

/** Why a flag, with its dashes, is refused for a verb; undefined when it is not one of those known to be refused. */
export const refusedFlag = (flag: string, verb?: Readonly<{ verb: string }>): Because | undefined =>
  refusedOf[verb?.verb ?? ""]?.get(flag) ?? refusedFlags.get(flag);
