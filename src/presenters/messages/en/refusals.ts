// A command that is not accepted: one sentence that says what was wrong, and what to write instead.

import type { CommandRisk } from "../../../core/command/grammar/command-request.ts";
import type { Wanted } from "../../../core/command/grammar/flags.ts";
import type { Meaning, RefusalReason } from "../../../core/command/grammar/refusal.ts";
import type { Because } from "../../../core/command/grammar/refused.ts";
import type { Says } from "../says.ts";
import { list, or } from "./words.ts";

/** The hint at the end of a refusal; `prefix` goes before each word. */
export const didYouMean = (near: readonly string[], prefix = ""): string =>
  near.length === 0 ? "" : ` Did you mean ${or(near.map((word) => `\`${prefix}${word}\``))}?`;

export const because: Readonly<Record<Because, string>> = {
  write: "changes the cluster in a way that is not done here: `help` names what is",
  interactive:
    "opens a session or a connection, which a chat cannot hold: use kubectl logs, describe or events, or `access` for a way in",
  copy: "copies files in or out of a container, which is not supported: use kubectl logs",
  local: "works on files of the machine it runs on, and there are none here: use kubectl get or describe",
  compare:
    "compares with files of the machine it runs on, and there are none here: use kubectl get TYPE NAME -o yaml, and compare there",
  charts:
    "is about charts, not about what runs in the cluster: use helm list, helm status, helm history or helm get values",
  jobByHand:
    "starts a job by hand, which is not done here: send me the job as a file in our chat, then write kubectl create -f NAME",
  newObjects:
    "writes whole objects from a file: send me the file in our chat, then write kubectl apply -f NAME",
  editor:
    "opens an editor, which a chat cannot: use kubectl patch, set, label or annotate for what is to be different",
  otherWrite: "changes the cluster in a way that is not done here: do it from your own terminal",
  releaseWrite:
    "changes a release, which nobody here could see beforehand: do it from your own terminal; to look at one, use helm list, helm status, helm history or helm get values",
  kubeconfig: "reads or changes a kubeconfig, and there is none here: the cluster is named in the message",
  dump: "prints the whole cluster at once: name one namespace with -n",
  help: "is about the tool itself: ask the bot for `help`, or use kubectl explain",
  identity: "changes who asks: a command runs with your own rights and no one else's, so leave it out",
  target: "changes which cluster is asked: name the cluster in the message instead, as in `on NAME`",
  trust: "changes how the connection is secured, which is not yours to choose here: leave it out",
  raw: "asks any address of the API server, past the rules for resources: use kubectl get TYPE",
  file: "reads files, and there are none here: name the type and the object instead",
  watch:
    "keeps watching, and a command here answers once: leave it out and ask again later, or wait with kubectl wait --for=condition=Ready --timeout=60s",
  follow: "follows the log without end, and a command here answers once: use --tail=200 or --since=10m",
  verbosity: "prints kubectl's own requests, tokens among them: leave it out",
  machine: "is about the machine that kubectl runs on: leave it out",
  dryRun: "only tries a change, and what a change does is shown before anybody approves it: leave it out",
  emptyDir: "is called --delete-emptydir-data now: write that instead",
};

export const wanted: Readonly<Record<Extract<Wanted, string>, string>> = {
  number: "a whole number, such as 20",
  duration: "a duration, such as 30s, 10m or 2h",
  typeAndName: "TYPE/NAME, such as pod/api-0",
  labelSelector: "a label selector, such as app=api",
  fieldSelector: "a field selector, such as status.phase=Pending",
  field: "a field, such as .metadata.creationTimestamp",
  word: "a plain word",
  words: "words with commas between them",
  namespace: "the name of a namespace: small letters, digits and dashes",
  container: "the name of a container",
  lines: "a whole number of lines, such as 200",
  time: "a time, such as 2026-03-01T09:30:00Z",
  condition: "what to wait for, such as condition=Ready, delete or jsonpath={.status.phase}=Running",
  waitingTime: "a time of four minutes at most, such as 60s or 2m",
  path: "a path of the API server, such as /readyz?verbose",
  template: "a template, such as {{.metadata.name}}",
  amounts: "amounts, such as cpu=500m,memory=512Mi",
  patch: "a patch in JSON, on one line",
  fileName: "the name of a file that you have sent me in our chat, such as web.yaml",
  eventTypes: "Normal, Warning or both with a comma",
};

function sayWanted(wants: Wanted): string {
  if (typeof wants === "string") return wanted[wants];
  return "either" in wants ? or(wants.either) : `one of ${list(wants.oneOf)}`;
}

const quoteIt = "put the whole value in single quotes if you mean the character itself";
const oneCommand = "send one command at a time";
const writeTheValue = "write the value itself";

/** What a shell would do with each character, and what to write instead. */
export const meanings: Readonly<Record<Meaning, string>> = {
  startsCommand: `starts another command: ${oneCommand}`,
  readsFile: `reads a file in a shell: if it marks a placeholder, ${writeTheValue}`,
  writesFile: "writes a file in a shell, or ends a placeholder: leave it out, the answer comes as a card",
  runsCommand: `runs a command in a shell: ${writeTheValue}`,
  isReplaced: `is replaced by a variable or a command in a shell: ${writeTheValue}`,
  groupsCommands: `groups commands in a shell: ${quoteIt}`,
  isHomeFolder: `is replaced by a home folder in a shell: ${quoteIt}`,
  repeatsCommand: `repeats an earlier command in a shell: ${quoteIt}`,
  isLiveInQuotes: `is live inside double quotes in a shell: use single quotes, or ${writeTheValue}`,
  continuesLine: "at the end of the line continues it in a shell: leave it out",
};

const missing = {
  objects: "Say what to read",
  release: "Say which release to read",
  log: "Say which pod's log to read",
  field: "Say what to explain",
};

const secretOf = (where: string): string =>
  `${where} looks like a secret, and what is asked here is kept: ask for it by a name or a label that is none.`;

const commandHolds = (what: string): string =>
  `The command contains ${what}: type it again instead of pasting it.`;

const lacks = {
  name: "Say what is to be changed by its whole name, as in “restart payments/api”",
  each: "Say each by its name, up to 20 in one command, as in `kubectl delete pod api-0 api-1 -n payments on prod-1`; “pods in payments” shows the names",
  node: "Say which node by its whole name, as `get nodes` shows it",
  namespace: "Say in which namespace, as in “payments/api” or “api in payments”",
  type: "Say what type it is, as in “delete pod payments/api-0”",
  replicas: "Say how many replicas, as in “scale payments/api to 3”",
  image: "Say which image, with its tag",
  quantity: "Say how much, with its unit, as in “set the memory limit of payments/api to 1Gi”",
} as const;

export const refusals: Says<RefusalReason> = {
  notKubectl: ({ tool }) =>
    `Only kubectl and helm commands can be run, and this begins with \`${tool}\`: begin with kubectl.`,
  verbMissing: ({ tool }) =>
    `Say what ${tool} is to do, for example ${tool === "helm" ? "helm list" : "kubectl get pods"}.`,
  verbBehind: ({ word }) => `Write the verb before \`${word}\`, for example kubectl get pods.`,
  verbUnknown: ({ tool, verb, near, known }) =>
    `\`${tool} ${verb}\` is not a command that is accepted.${didYouMean(near, `${tool} `) || ` These are: ${list(known)}.`}`,
  verbIncomplete: ({ command, forms }) => `\`${command}\` is not accepted: write ${or(forms)}.`,
  knownAndRefused: ({ word, because: why }) => `\`${word}\` ${because[why]}.`,
  changeNowhere: () =>
    "Name the cluster of a change: `kubectl scale deployment/api --replicas=3 -n payments on prod-1`. The one spoken of before is not taken for it.",
  wouldChange: () =>
    "Write it as the kubectl command that makes it, with its cluster and why: `kubectl … on NAME because REASON`. Then I look at what it would do, and where the policy lets you ask for it, those who approve are asked.",
  changeLacks: ({ what }) =>
    what === "each" ? `${lacks.each}.` : `${lacks[what]}: then I spell the command out, and you press it.`,
  logLacksSpace: () =>
    "Say in which namespace, as in “logs of payments/api” or “logs of api in payments”: then I read them.",
  beyond: () =>
    "This is beyond what I do: I find out why an AKS cluster cannot be reached, read what is in it, and change what one kubectl command or the fix of a diagnosis changes.",
  emergencyUnexplained: () =>
    "Say why it is an emergency: everybody is told, with your reason. Write it behind the command: `emergency: kubectl delete pod api-0 -n payments on prod-1 because REASON`.",
  nameInAllNamespaces: () =>
    "An object is named and all namespaces are asked for: use -n NAMESPACE instead of -A.",

  flagUnknown: ({ command, flag, near, known }) =>
    `\`${command}\` is not accepted with \`${flag}\`.${didYouMean(near) || ` It takes ${list(known)}.`}`,
  dashAlone: () => "A dash alone means nothing here: leave it out.",
  containerTwice: () => "The container is named twice: keep `--container`.",
  switchWithOddValue: ({ flag }) => `\`${flag}\` is on or off and takes no other value: write it alone.`,
  valueMissing: ({ flag, wants }) => `\`${flag}\` needs a value: ${sayWanted(wants)}.`,
  valueWrong: ({ flag, wants, given }) => `\`${flag}\` needs ${sayWanted(wants)}, which \`${given}\` is not.`,

  resourceMissing: ({ what, example }) => `${missing[what]}: ${example}.`,
  resourceUnknown: ({ type, near }) =>
    `\`${type}\` is no resource type.${didYouMean(near)} A type that only this cluster has is written with its group, as in certificates.cert-manager.io.`,
  rawPath: ({ path, known }) =>
    `\`--raw ${path}\` goes past the rules for resources: use kubectl get TYPE or kubectl top, or one of ${list(known)}.`,
  rawWithOthers: () =>
    "--raw stands alone: leave everything else out, as in kubectl get --raw '/readyz?verbose'.",
  conditionMissing: ({ example }) => `Say what to wait for with --for: ${example}.`,
  resourceNotOfVerb: ({ command, resource, accepted, example }) =>
    `\`${command}\` works on ${list(accepted)}, which ${resource} are not: ${example}.`,
  nameUntyped: ({ word }) => `Write every object as TYPE/NAME, such as pod/api-0, which \`${word}\` is not.`,
  nameInvalid: ({ name }) =>
    `\`${name}\` is not the name of an object: letters, digits, dots and dashes, beginning with a letter or digit.`,
  argumentTooMany: ({ word, command, example }) =>
    `\`${word}\` is too much for \`${command}\`: leave it out, as in ${example}.`,
  accessQuestion: ({ example }) => `Write a verb and a resource, or --list alone: ${example}.`,

  changeFiltered: ({ command }) =>
    `\`${command}\` changes something, and its output is shown whole: leave out what stands behind the \`|\`.`,
  changeUnnamed: ({ command, example }) => `\`${command}\` needs the objects by their names: ${example}.`,
  changeOfSeveralTypes: ({ types, example }) =>
    `One change is of objects that are named one by one, and this means ${list(types)}: ${example}.`,
  changeUnsaid: ({ command, example }) => `Say what \`${command}\` is to set: ${example}.`,
  changeWord: ({ word, command, example }) =>
    `\`${word}\` is nothing that \`${command}\` can set: ${example}.`,
  changeFlagMissing: ({ flags, example }) => `Say it with ${or(flags)}: ${example}.`,
  changeTwice: ({ word }) => `\`${word}\` is set twice: leave one of them out.`,
  changeOfMany: ({ most, named }) =>
    `A change names no more than ${most} objects, and this one names ${named}: make several changes of it.`,
  changeOfSecret: () =>
    "Of a Secret nothing but its labels is written here, since nobody could see what they approve: change it from your own terminal.",
  changeWithSecret: () =>
    "A word of the change looks like a secret, and a change is kept and shown: put the value into a Secret from your own terminal, and let the container take it from there.",
  changeOnlyFromFile: ({ word, command, example }) =>
    `\`${word}\` is too much for \`${command}\`: its objects stand in a file that you send me in our chat, as in ${example}.`,
  fileOne: ({ command, example }) => `\`${command}\` takes one file: ${example}.`,
  fileUnknown: ({ name }) =>
    `I have no file ${name} of yours: send it to me in our chat, and ask again within the hour.`,
  fileElsewhere: ({ name, says, typed }) =>
    `${name} says the namespace ${says}, and the command ${typed}: leave -n out, or correct the file.`,
  fileHalfPlaced: ({ name, says }) =>
    `Some objects of ${name} say the namespace ${says}, and others none: write -n ${says} behind it, or say it of each.`,
  patchCopy: () =>
    "An operation of the patch copies a value, which may be masked: write the value itself, with `add`.",
  patchNumber: ({ number }) =>
    `\`${number}\` is a number that would be sent as another one: write it shorter, or as a text in quotes.`,
  patchPath: ({ path }) =>
    `\`${path}\` is no path of a patch: it begins with a slash, as in \`/spec/replicas\`.`,
  patchUnread: ({ wantsList }) =>
    wantsList
      ? "The patch is no list of operations in JSON: with --type=json it begins with `[`."
      : "The patch is no object in JSON: it begins with `{`.",

  secretFormat: ({ format }) =>
    `\`-o ${format}\` can print the values of Secrets: use kubectl describe secret, or leave -o out.`,
  secretSorting: () =>
    "Secrets are sorted by their metadata only: use --sort-by=.metadata.creationTimestamp.",
  secretWaiting: () => "Waiting for a value of a Secret tells what it is: use --for=create or --for=delete.",
  valueFilter: () =>
    "What compares values of an environment, of arguments or of data tells what is masked in them: compare a name or a status.",
  typedSecretInWord: () => secretOf("A word of the command"),
  typedSecretInFlag: ({ flag }) => secretOf(`The value of \`${flag}\``),
  typedSecretInGrep: () => secretOf("What grep looks for"),
  templateFormat: ({ format }) =>
    `\`--template\` goes with -o go-template, and not with \`-o ${format}\`: leave one of them out.`,
  templateMissing: ({ format }) => `\`-o ${format}\` needs its template behind it: -o ${format}=….`,
  templateFunction: ({ name, known }) =>
    `\`${name}\` is not accepted in a template: fields, range, if, with and ${list(known)} are.`,
  templateNested: ({ name }) =>
    `\`${name}\` may only print: let it stand alone in its braces, or use -o 'jsonpath={…}'.`,
  templatePrintf: ({ format }) =>
    `\`printf\` takes a text with %s, %v, %d or %q in it, which \`${format}\` is not: print the field itself.`,
  templateUnread: () =>
    "The template is not closed, or holds what cannot be read: use {{…}} with fields, or -o 'jsonpath={…}'.",
  masked: () =>
    "`[masked]` stands for what looked like a secret and was not kept: write the question anew, without a secret in it.",

  empty: () => "There is no command: write one, for example kubectl get pods -n payments.",
  pipeEmpty: () => "A pipe needs something on both sides, for example kubectl get pods | grep api.",
  tooLong: ({ length, longest }) =>
    `The command is ${length} characters long, and ${longest} are read: ask for less at once.`,
  severalLines: () => "The text has several lines: send one command, on one line.",
  invisible: ({ codePoint }) => commandHolds(`the invisible character U+${codePoint}`),
  halfCharacter: () => commandHolds("half of a character"),
  metacharacter: ({ character, meaning }) =>
    `${character === "`" ? "A backtick" : `\`${character}\``} ${meanings[meaning]}.`,
  unclosedQuote: ({ quote }) => `The quote ${quote} is never closed: close it, or leave it out.`,

  filterUnknown: ({ tool }) =>
    `Behind a pipe only \`grep WORD\`, \`head -n 20\`, \`tail -n 20\`, \`sort\` and \`wc -l\` are accepted, which \`${tool}\` is not: leave it out, or use -o jsonpath or -l.`,
  grepOption: ({ option }) =>
    `\`grep ${option}\` is not accepted: grep takes -i, -v, -A, -B and -C with a number, -e, and -E for words with | between them.`,
  grepWords: () => "grep takes one word, quoted if it holds spaces: | grep -i 'back off'.",
  grepPattern: ({ special, pattern }) =>
    `grep looks for words as they are written, not for a pattern: leave \`${special}\` out of \`${pattern}\`.`,
  lineCount: ({ tool }) => `\`${tool}\` takes a number of lines, at least 1: | ${tool} -n 20.`,
};

export const risks: Readonly<Record<CommandRisk, string>> = {
  logs: "Logs may hold personal data.",
  configMaps: "ConfigMaps may hold passwords that do not look like any.",
  releases: "Values of a release may hold passwords that do not look like any.",
};

export const refusalTexts = { refusals, risks };
