// What a line names and its answer says nothing of, and what it may ask for as well: offered as lines of their own.

import { findResource } from "../../command/grammar/resources.ts";
import { parseCommand } from "../../command/parse-command.ts";
import { foldCase } from "../../text/text.ts";
import { isChange, isLook, traitsOf } from "../ability/abilities.ts";
import { abilitiesOf } from "../ability/ability.ts";
import { isSure, type Ranked } from "../ability/learn.ts";
import { isMarkedName } from "../ability/ordinary.ts";
import type { Ability } from "../examples.ts";
import { parseIntent } from "../grammar/parse-intent.ts";
import type { Intent } from "../intent.ts";
import { setOf } from "../plain-words/languages/known-words.ts";
import { readSpoken, saysAbout } from "../plain-words/languages/languages.ts";
import { candidatesIn } from "../plain-words/line-parts.ts";
import { isPod, ofSystem } from "../plain-words/log-flags.ts";
import { isNode, isShortNode, typesIn } from "../plain-words/match.ts";
import { isCalled, isOwnName, thingIn } from "../plain-words/named-object.ts";
import { whateverIsCalled } from "../plain-words/read-command.ts";
import { isError } from "../plain-words/talk.ts";
import { verbOf } from "../verbs.ts";
import { offered } from "./suggestions.ts";
import { understandLine } from "./understand-line.ts";

/**
 * `name`: the cluster that is answered about, where the line named it. `called`: what people call it besides. Nothing that
 * would change something.
 */
export function leftOut(
  text: string,
  answered: Intent,
  name: string | null,
  called: readonly string[],
): readonly string[] {
  if (!answers.has(answered.kind)) return [];
  if (isPasted(text)) return answered.kind === "diagnose" ? inError(text, name) : [];
  if (isTyped(text, answered)) return [];
  const ranked = abilitiesOf(text);
  const linesOf = (ability: Ability): readonly string[] =>
    offered(
      { is: "unsure", line: text, abilities: [ability] },
      name === null ? [] : [name],
    ).suggestions.filter((line) => isHarmless(line) && !isSame(line, answered));
  const dropped = droppedBy(text, answered, name === null ? called : [name, ...called]);
  const says = (line: string) => dropped.some((each) => saidIn(line).has(each));
  // `last rollouts, by whom`
  if (answered.kind === "run" && saysAbout("byWhom", text) && !/managedFields/.test(answered.command))
    return ["about who"];
  const system = dropped.find((each) => ofSystem.test(each)) ?? systemIn(text, answered);
  const [best] = dropped.length === 0 ? [] : looksOf(ranked).flatMap(linesOf).filter(says);
  const ofIt = best ?? (system === undefined ? [] : lookAt(system, name));
  const look = [ofIt].flat();
  // The cause of what is seen in it may lie in the cluster.
  if (
    answered.kind === "run" &&
    ranked.slice(0, 2).some(({ label, share }) => label === "why" && share >= leastCause)
  )
    return [...look, name === null ? "diagnose" : `diagnose ${name}`];
  return [...new Set([...look, ...secondOf(ranked).flatMap(linesOf).slice(0, 1)])];
}

const answers: ReadonlySet<Intent["kind"]> = new Set(["access", "clusters", "diagnose", "run", "told"]);

/** An error or a report names much that nobody asks for. */
const isPasted = (text: string): boolean => isError(text) || /[⏎"]/.test(text);

/** What kubectl says of the API server names nothing that lies in the cluster. */
const ofServer =
  /Error from server|Unable to connect|connection to the server|logged in to the server|[a-z]:\/\/|x509|AADSTS|dial tcp|lookup /;
const inside = /probe failed|\.svc\b/i;

/** `Multi-Attach error for volume "pvc-5c1e" … postgres-0`: what it names is looked at beside what it says. */
function inError(text: string, cluster: string | null): readonly string[] {
  if (ofServer.test(text) && !inside.test(text)) return [];
  const { line, language } = readSpoken(text);
  const { names = [], namespace = null } = thingIn(line, language) ?? {};
  const isLed = (name: string) =>
    line.some(
      ({ word }, at) => word === name && setOf(language.sentence.leads).has(line[at - 1]?.word ?? ""),
    );
  const all = [...names, ...(namespace === null ? [] : [namespace])];
  const others = names.filter((name) => !isVolume(name) && (isName(name) || isLed(name)) && name !== cluster);
  const [object] = [...others.filter((name) => isPod(name) || isNode(name)), ...others];
  const volume = all.find(isVolume);
  const looks = [
    podIn(text, cluster) ?? (object === undefined ? [] : lookAt(object, cluster)),
    volume === undefined ? [] : on(cluster, `kubectl get volumeattachments | grep -e NAME -e ${volume}`),
  ];
  return looks.flat();
}

const on = (cluster: string | null, look: string): string =>
  cluster === null ? look : `${look} on ${cluster}`;

const isVolume = (name: string): boolean => /^pvc-[0-9a-f]/.test(name);

/** `pod shop/web-6f9d`, `pod web-6f9d_shop(…)`, as the kubelet writes it. */
function podIn(text: string, cluster: string | null): string | null {
  const { space, name } =
    /\bpods?(?:\(s\))?\W{1,3}(?:is |ist |是 ?)?(?<space>[a-z0-9-]{1,63})\/(?<name>[a-z0-9][a-z0-9.-]{1,80})/.exec(
      text,
    )?.groups ??
    /(?<![\w.-])(?<name>[a-z0-9][a-z0-9.-]{1,80})_(?<space>[a-z0-9-]{1,63})\(/.exec(text)?.groups ??
    {};
  return name === undefined
    ? null
    : on(cluster, `kubectl describe pod ${name.replace(/\W+$/, "")} -n ${space}`);
}

function lookAt(name: string, cluster: string | null): string | readonly string[] {
  if (isNode(name) && !isShortNode(name)) return on(cluster, `kubectl describe node ${name}`);
  const look = whateverIsCalled(name);
  return "command" in look ? on(cluster, look.command) : [];
}

/** In two words. */
const systemIn = (text: string, answered: Intent): string | undefined =>
  "command" in answered && /\bmetrics server\b/i.test(text) && !answered.command.includes("metrics-server")
    ? "metrics-server"
    : undefined;

/** A line of the grammar means what it says. */
export function isTyped(text: string, { kind }: Intent): boolean {
  const strict = parseIntent(text);
  return strict.ok && strict.intent.kind === kind;
}

/** Objects, namespaces and types that the line names and the answer is not about. */
function droppedBy(text: string, answered: Intent, cluster: readonly string[]): readonly string[] {
  // A fact is one of the cluster.
  if ("question" in answered || (answered.kind === "told" && answered.topic !== "volume")) return [];
  const { line, language } = readSpoken(text);
  const gone = candidatesIn(line, language)
    .filter(({ written }) => cluster.some((name) => isBeginningOf(written, name)))
    .flatMap(({ words }) => words);
  const words = line.filter((_, at) => !gone.includes(at));
  const { names, namespace } = thingIn(words, language) ?? { names: [], namespace: null };
  const types = typesIn(words, language);
  const isMarked = types.length > 0 || words.some(({ word }) => setOf(language.look.namespaces).has(word));
  const spaces = namespace !== null && isMarked ? [namespace] : [];
  const ofOthers = types.filter((type) => !looksAnyway.has(type));
  const said = saidIn("command" in answered ? answered.command : "");
  return [...names.filter(isName), ...spaces, ...ofOthers].filter((each) => !said.has(each));
}

const isBeginningOf = (written: string, name: string): boolean => plain(name).startsWith(plain(written));
const plain = (name: string): string => foldCase(name).replace(/[-_]/g, "");

const isName = (word: string): boolean =>
  word.length > 2 &&
  !/-(?:hosted|based|managed|wide)$/.test(word) &&
  (isOwnName(word) || (isMarkedName(word) && !isCalled(word) && !/[.,/]/.test(word)));

/** By a diagnosis. */
const looksAnyway: ReadonlySet<string> = new Set(["nodes", "pods", "namespaces", "events", "deployments"]);

/** The words of a command, and the types that they name. */
const saidIn = (command: string): ReadonlySet<string> =>
  new Set(
    command
      .toLowerCase()
      .split(/[\s/=,"']+/)
      .flatMap((word) => [word, findResource(word)?.name ?? word]),
  );

/** The likeliest look, else the list. */
const looksOf = (ranked: readonly Ranked<Ability>[]): readonly Ability[] => [
  ...ranked.filter(({ label, share }) => isLook(label) && share >= leastLook).map(({ label }) => label),
  "list",
];
const leastLook = 0.08;

/** What is nearly as likely as what is answered. */
function secondOf([best, second]: readonly Ranked<Ability>[]): readonly Ability[] {
  const isClose = best !== undefined && second !== undefined && !isSure(best) && second.share >= close;
  return isClose ? [best.label, second.label].filter(saysMuch) : [];
}
const close = 0.25;
const leastCause = 0.2;

const saysMuch = (ability: Ability): boolean => {
  const { saysLittle, isVague } = traitsOf(ability);
  return saysLittle !== true && isVague !== true && !isChange(ability);
};

function isHarmless(line: string): boolean {
  const read = understandLine(line);
  return (
    read.is === "intent" &&
    verbOf(read.intent.kind).isDoneAtOnce !== true &&
    read.intent.kind !== "actOnIncident"
  );
}

function isSame(line: string, answered: Intent): boolean {
  const read = understandLine(line);
  if (read.is !== "intent" || read.intent.kind !== answered.kind) return false;
  const { intent } = read;
  if ("command" in intent)
    return "command" in answered && argsOf(intent.command) === argsOf(answered.command);
  return intent.kind !== "told" || (answered.kind === "told" && answered.topic === intent.topic);
}

const argsOf = (command: string): string => {
  const parsed = parseCommand(command);
  return parsed.ok ? parsed.request.argv.join(" ") : command;
};
