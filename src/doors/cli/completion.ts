// `completion`: what makes a shell complete verbs, flags and the names of clusters. The shell hands over the words as they
// are typed, and nothing of them is run or expanded. No library for it, since the one that is kept hands them to `eval`.
import { nearest } from "../../core/text/nearest.ts";
import { cliHelp } from "../../presenters/messages/operator/cli-help.ts";
import { cliStops } from "../../presenters/messages/operator/cli-stops.ts";
import type { Io } from "./io.ts";
import { onlyArgument, readArgs } from "./read-args.ts";
import { rememberedClusters } from "./remembered-clusters.ts";
import { type ExitCode, exitCodes, tell, wrongUse } from "./stop.ts";
import { type CliVerb, commonFlags, outputsOf, verbIn, wordsOfVerb } from "./verb.ts";

// Each asks `completion --before=WORD… --word=WORD`, prints no error, and takes `:files` for: its own names of files.

const bash = `_aks_oncall() {
  local line words=("\${COMP_WORDS[@]:1:COMP_CWORD-1}")
  COMPREPLY=()
  while IFS= read -r line; do
    if [[ $line == ':files' ]]; then compopt -o default; return; fi
    COMPREPLY+=("\${line%%$'\\t'*}")
  done < <(aks-oncall completion "\${words[@]/#/--before=}" "--word=$2" 2>/dev/null)
}
complete -F _aks_oncall aks-oncall`;

const zsh = `_aks_oncall() {
  local line
  local -a found words_before=("\${(@Q)words[2,CURRENT-1]}")
  while IFS= read -r line; do
    if [[ $line == ':files' ]]; then _files; return; fi
    line=\${line//:/\\\\:}
    found+=("\${line/$'\\t'/:}")
  done < <(aks-oncall completion "\${(@)words_before/#/--before=}" "--word=\${(Q)PREFIX}" 2>/dev/null)
  _describe aks-oncall found
}
compdef _aks_oncall aks-oncall`;

const fish = `function __aks_oncall
  set -l before (commandline -opc)
  set -l word (commandline -ct)
  set -l found (aks-oncall completion --before=$before[2..-1] --word="$word" 2>/dev/null)
  if test "$found[1]" = ':files'
    __fish_complete_path "$word"
  else if test (count $found) -gt 0
    printf '%s\\n' $found
  end
end
complete -c aks-oncall -f -a '(__aks_oncall)'`;

// https://learn.microsoft.com/powershell/module/microsoft.powershell.core/register-argumentcompleter: -Native gets the word,
// the command's syntax tree and the place of the cursor.
const powershell = `Register-ArgumentCompleter -Native -CommandName aks-oncall -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $before = $commandAst.CommandElements | Select-Object -Skip 1 |
    Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object { "--before=$_" }
  $found = @(aks-oncall completion $before "--word=$wordToComplete" 2>$null)
  if ($found[0] -eq ':files') { return }
  $found | ForEach-Object {
    $value, $says = $_ -split "\`t", 2
    $toolTip = if ($says) { $says } else { $value }
    [System.Management.Automation.CompletionResult]::new($value, $value, 'ParameterValue', $toolTip)
  }
}`;

const scripts = { bash, zsh, fish, powershell } as const;
const shells = Object.keys(scripts);
const isShell = (word: string): word is keyof typeof scripts => Object.hasOwn(scripts, word);

const options = { before: { type: "string", multiple: true }, word: { type: "string" } } as const;

export async function completionVerb(
  args: readonly string[],
  io: Io,
  verbs: readonly CliVerb[],
): Promise<ExitCode> {
  const read = readArgs(args, options);
  if (!read.ok) return tell(io, read);
  const { before = [], word } = read.values;
  if (word !== undefined) {
    const clusters = await rememberedClusters(io.variables);
    for (const { value, says } of candidates({ before, word }, verbs, clusters))
      io.out(says === undefined ? value : `${value}\t${says}`);
    return exitCodes.good;
  }
  const shell = onlyArgument(read, shells.join("|"));
  if (!shell.ok) return tell(io, shell);
  if (!isShell(shell.value)) {
    const [near = null] = nearest(shell.value, shells, 1);
    return tell(io, wrongUse(cliStops.noShell(shell.value, near, shells)));
  }
  io.out(scripts[shell.value]);
  return exitCodes.good;
}

type Candidate = Readonly<{ value: string; says?: string }>;

const files: readonly Candidate[] = [{ value: ":files" }];

/** What may stand where `word` begins, behind the words `before`. */
export function candidates(
  { before, word }: Readonly<{ before: readonly string[]; word: string }>,
  verbs: readonly CliVerb[],
  clusters: readonly string[],
): readonly Candidate[] {
  if (before.includes("--")) return [];
  const verb = verbIn(before, verbs);
  const all = verb === undefined ? ofVerbs(before, verbs) : ofVerb(verb, before, word, clusters);
  return all === files ? all : all.filter(({ value }) => value.startsWith(word) && !/[\t\r\n]/.test(value));
}

function ofVerbs(before: readonly string[], verbs: readonly CliVerb[]): readonly Candidate[] {
  const next = verbs.flatMap((verb) => {
    const words = wordsOfVerb(verb);
    const value = words[before.length];
    if (value === undefined || before.some((word, at) => words[at] !== word)) return [];
    // `policy` stands for three verbs.
    return words.length - 1 > before.length ? [{ value }] : [{ value, says: cliHelp.does[verb.name] }];
  });
  return next.filter(({ value }, at) => next.findIndex((other) => other.value === value) === at);
}

type Flag = Readonly<{ names: readonly string[]; value: string | undefined; says: string }>;

/** `-o, --output table|json|yaml`, `--key FILE`: as the help has them. What is no flag is an argument. */
const flagsOf = (verb: CliVerb): readonly Flag[] =>
  [...verb.flags, ...commonFlags(verb.prints)].map(([written, says]) => {
    const names = written.match(/(?<![\w-])--?[a-z][\w-]*/g) ?? [];
    return { names, value: /\s([^\s,]+)$/.exec(written)?.[1], says: cliHelp.flags[says] };
  });

function ofVerb(
  verb: CliVerb,
  before: readonly string[],
  word: string,
  clusters: readonly string[],
): readonly Candidate[] {
  const flags = flagsOf(verb);
  const asked = flags.find(({ names }) => names.includes(before.at(-1) ?? ""));
  if (asked?.value !== undefined) return ofValue(verb, asked, clusters);
  if (word.startsWith("-"))
    return flags.flatMap(({ names, says }) => names.map((value) => ({ value, says })));
  if (verb.name === "completion") return shells.map((value) => ({ value }));
  const [, argument] = /^[a-z ]+ ([A-Z]+)\b/.exec(verb.usage) ?? [];
  if (argument === "CLUSTER") return clusters.map((value) => ({ value }));
  return argument === "FILE" || argument === "OLD" ? files : [];
}

function ofValue(verb: CliVerb, { names, value }: Flag, clusters: readonly string[]): readonly Candidate[] {
  if (names.includes("--output")) return outputsOf(verb).map((each) => ({ value: each }));
  if (names.includes("--cluster")) return clusters.map((each) => ({ value: each }));
  return value === "FILE" || value === "SEQ:HASH" ? files : [];
}
