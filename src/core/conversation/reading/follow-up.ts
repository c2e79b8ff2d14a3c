// A line that leans on what was shown last: "the second one", "and the previous log", "now for the payments namespace". It
// becomes the command that it stands for. A change is only written out, and what may be several things is asked back.

import { commandText, type OutputFilter } from "../../command/grammar/command-request.ts";
import { parseCommand } from "../../command/parse-command.ts";
import { isChange, isLook } from "../ability/abilities.ts";
import { abilitiesOf } from "../ability/ability.ts";
import { likely } from "../ability/learn.ts";
import type { Ability } from "../examples.ts";
import { parseIntent } from "../grammar/parse-intent.ts";
import { isFollowing, type Pick, pickIn, place, type Wanted, wantedIn } from "../plain-words/follow-words.ts";
import { isNoOrder } from "../plain-words/is-ordered.ts";
import { readSpoken, saysAbout } from "../plain-words/languages/languages.ts";
import { candidatesIn, isNameLike } from "../plain-words/line-parts.ts";
import { thingIn } from "../plain-words/named-object.ts";
import type { Shown, ShownObject } from "../shown.ts";
import type { AskBack } from "./ask-back.ts";

/** `line`: of a command that reads, as it could be typed. `lines`: one of them is meant, each a button. */
export type FollowUp = Readonly<
  | { is: "line"; line: string }
  | { is: "askBack"; intent: AskBack }
  | { is: "several"; lines: readonly string[] }
>;

/** Each becomes a button. */
const mostLines = 3;

/** Null where it leans on nothing that was shown. */
export function followUp(text: string, shown: Shown, now: Date): FollowUp | null {
  const strict = parseIntent(text);
  if (strict.ok && !("command" in strict.intent) && strict.intent.kind !== "help") return null;
  const { wanted, rest } = wantedIn(text);
  const picked = pickIn(rest);
  if (saysAbout("sinceWhen", text)) return eventsOf(shown);
  const isSame = picked === null || (picked.which === "that" && isFollowing(withoutPlace(picked.rest)));
  const again = isSame ? changed(shown, wanted, now) : [];
  const commands = again.length > 0 || picked === null ? again : commandsFor(picked, shown, wanted, now);
  const lines = [...new Set(commands)].filter((each) => parseCommand(each).ok);
  const [only, other] = lines;
  if (only === undefined) return null;
  const { id, name } = shown.cluster;
  if (other !== undefined)
    return { is: "several", lines: lines.slice(0, mostLines).map((each) => `${each} on ${name}`) };
  const parsed = parseCommand(only);
  return parsed.ok && parsed.is === "change"
    ? { is: "askBack", intent: { kind: "askBack", command: only, cluster: id } }
    : { is: "line", line: `run \`${only}\` on ${id}` };
}

/** When it began, the events say: of the one that was shown, else of its namespace. Null after a diagnosis, which says it itself. */
function eventsOf({ asked, objects: [object, other], cluster }: Shown): FollowUp | null {
  if (asked === null) return null;
  const { scope } = asked;
  const command =
    object !== undefined && other === undefined
      ? commandOf("events", object, {})
      : `kubectl get events ${scope.kind === "namespace" ? `-n ${scope.name}` : "-A"} --sort-by=.lastTimestamp`;
  return command === null ? null : { is: "line", line: `run \`${command}\` on ${cluster.id}` };
}

// An object of the list, and what is asked of it.

function commandsFor(picked: Pick, shown: Shown, wanted: Wanted, now: Date): readonly string[] {
  // `did somebody stop the stage cluster, I cannot resolve its name`
  const isOfCluster = picked.which === "that" && /\bclusters?\b|集群/i.test(picked.rest);
  if (isOfCluster || namesOthers(withoutPlace(picked.rest), shown)) return [];
  const objects = namedAmong(objectsOf(picked, shown), picked.rest);
  const asks = asked(picked, wanted);
  // Of one object it is asked what is wanted, of several which is meant.
  const offered: readonly Ability[] = objects.length === 1 ? ["describe", "logs", "events"] : ["describe"];
  const abilities = asks === "unsure" ? offered : asks === null ? [] : [asks];
  const count = Number(/(?:\bto|\bauf|到|成)\s?(\d{1,3})(?!\S)/iu.exec(picked.rest)?.[1] ?? Number.NaN);
  const said = wanted.count === undefined && !Number.isNaN(count) ? { ...wanted, count } : wanted;
  return objects.flatMap((each) =>
    abilities.flatMap((ability) => {
      const command = commandOf(ability, each, said);
      return command === null ? [] : (altered(command, said, now) ?? []);
    }),
  );
}

/** Null where it is asked of no object. */
function asked({ rest, type, which }: Pick, wanted: Wanted): Ability | "unsure" | null {
  if (which === "other" && isFollowing(withoutPlace(rest))) return "unsure";
  const text = withoutPlace(rest);
  const best = abilitiesOf(rest.replace(place, ` ${type ?? "pod"} `))[0];
  const isOrder = !isNoOrder(text);
  const named = nouns.find(([said]) => said.test(text))?.[1];
  if (named !== undefined && (!isChange(named) || isOrder)) return named;
  if (isOfLog(wanted)) return "logs";
  if (best === undefined) return null;
  const isOfObject = isLook(best.label) || best.label === "why" || (isChange(best.label) && isOrder);
  if (!isOfObject) return null;
  return best.share >= likely ? best.label : "unsure";
}

const nouns: readonly (readonly [said: RegExp, ability: Ability])[] = [
  [/\blogs?\b|日志/iu, "logs"],
  [/\bdescri(?:be|ption)\b|beschreib|描述/iu, "describe"],
  [/\bevents?\b|ereignis|事件/iu, "events"],
  [/\b(?:delete|remove|kill)\b|\bl(?:ö|oe)sch\w*|删/iu, "deleteObject"],
  [/\brestart\b|\bneu ?start\w*|\bstart\w* .*\bneu\b|重启/iu, "restart"],
];

const withoutPlace = (rest: string): string => rest.replaceAll(place, " ");

/** Something else is named: it is no object of the list, or of another cluster. */
function namesOthers(rest: string, { cluster }: Shown): boolean {
  const { line, language } = readSpoken(rest);
  const names = thingIn(line, language)?.names ?? [];
  const others = candidatesIn(line, language).filter(
    (each) => isNameLike(each) && each.written.toLowerCase() !== cluster.name.toLowerCase(),
  );
  return names.some((each) => /[\d-]/.test(each)) || others.some(({ written }) => /\d/.test(written));
}

function objectsOf({ which, type }: Pick, { objects }: Shown): readonly ShownObject[] {
  const ofType = type === null ? objects : objects.filter((each) => each.type === type);
  if (which === "that") return ofType;
  // Of one that was shown alone nobody knows another.
  if (which === "other") return ofType.length > 1 ? ofType : [];
  const one = which === "last" ? ofType.at(-1) : ofType[which - 1];
  return one === undefined ? [] : [one];
}

/** `not that pod, the one with canary`: a part of its name says which. */
function namedAmong(objects: readonly ShownObject[], rest: string): readonly ShownObject[] {
  const words = rest.toLowerCase().match(/[a-z0-9-]{3,63}/g) ?? [];
  const named = objects.filter(({ name }) => words.some((word) => name.split("-").includes(word)));
  return named.length > 0 ? named : objects;
}

const workloads: ReadonlySet<string> = new Set(["deployments", "statefulsets", "daemonsets"]);

function commandOf(
  ability: Ability,
  { type, name, namespace }: ShownObject,
  { count }: Wanted,
): string | null {
  const where = namespace === null ? "" : ` -n ${namespace}`;
  const isWorkload = workloads.has(type);
  const ofWorkload = (verb: string, flags = "") =>
    isWorkload ? `kubectl ${verb} ${type}/${name}${where}${flags}` : null;
  const ofNode = (verb: string, flags = "") => (type === "nodes" ? `kubectl ${verb} ${name}${flags}` : null);
  const log = type === "pods" ? name : isWorkload || type === "jobs" ? `${type}/${name}` : null;
  switch (ability) {
    case "logs":
      return log && `kubectl logs ${log}${where}`;
    case "logsBefore":
      return log && `kubectl logs ${log}${where} --previous`;
    case "events":
      return `kubectl get events${where} --field-selector=involvedObject.name=${name}`;
    case "usage":
      return type === "pods" || type === "nodes" ? `kubectl top ${type} ${name}${where}` : null;
    case "list":
    case "image":
    case "version":
      return `kubectl get ${type} ${name}${where} -o wide`;
    case "rollout":
      return ofWorkload("rollout status", " --watch=false");
    case "history":
      return ofWorkload("rollout history");
    case "restart":
      return type === "pods" ? `kubectl delete pods ${name}${where}` : ofWorkload("rollout restart");
    case "deletePod":
    case "deleteObject":
      return type === "nodes" ? null : `kubectl delete ${type} ${name}${where}`;
    case "scale":
      return count === undefined ? null : ofWorkload("scale", ` --replicas=${count}`);
    case "rollback":
      return ofWorkload("rollout undo");
    case "cordon":
      return ofNode("cordon");
    case "uncordon":
      return ofNode("uncordon");
    case "drain":
      return ofNode("drain", " --ignore-daemonsets");
    default:
      return isChange(ability) ? null : `kubectl describe ${type} ${name}${where}`;
  }
}

// The same command, with something else in it.

const isOfLog = ({ clock, span, lines, previous }: Wanted): boolean =>
  clock !== undefined || span !== undefined || lines !== undefined || previous === true;

function changed({ asked, objects }: Shown, wanted: Wanted, now: Date): readonly string[] {
  if (Object.keys(wanted).length === 0) return [];
  const [object, other] = objects;
  const only = other === undefined ? object : undefined;
  if (wanted.count !== undefined) {
    const scaled = only && commandOf("scale", only, wanted);
    return scaled ? [scaled] : [];
  }
  if (isOfLog(wanted) && asked?.verb !== "logs") {
    // Of several pods each has a log.
    return objects.slice(0, mostLines).flatMap((each) => {
      const log = commandOf("logs", each, wanted);
      return log === null ? [] : (altered(log, wanted, now) ?? []);
    });
  }
  if (asked === null) return [];
  const filters = "filters" in asked ? asked.filters : [];
  const command = altered(commandText({ argv: asked.argv, filters }), wanted, now);
  return command === null ? [] : [command];
}

/** Null where the command cannot say it. */
function altered(command: string, { count: _, ...wanted }: Wanted, now: Date): string | null {
  if (Object.keys(wanted).length === 0) return command;
  const parsed = parseCommand(command);
  if (!parsed.ok) return null;
  const { argv, verb, scope } = parsed.request;
  const filters = "filters" in parsed.request ? parsed.request.filters : [];
  const isLog = verb === "logs";
  if (isOfLog(wanted) && !isLog) return null;
  if (wanted.namespace !== undefined && scope.kind === "cluster") return null;
  if (wanted.namespace === null && (isLog || parsed.is === "change")) return null;
  if (wanted.form !== undefined && verb !== "get") return null;
  const gone = [
    ...(sinceOf(wanted, now).length > 0 || wanted.lines !== undefined
      ? [/^--(?:since|since-time|tail)=/]
      : []),
    ...(wanted.namespace === undefined ? [] : [/^--namespace=/, /^--all-namespaces/]),
    ...(wanted.form === undefined ? [] : [/^--output=/]),
  ];
  const kept = argv.filter((word) => !gone.some((each) => each.test(word)));
  const flags = [
    ...sinceOf(wanted, now),
    ...(wanted.lines === undefined ? [] : [`--tail=${wanted.lines}`]),
    ...(wanted.previous && !kept.includes("--previous") ? ["--previous"] : []),
    ...(wanted.namespace === undefined
      ? []
      : [wanted.namespace === null ? "--all-namespaces" : `--namespace=${wanted.namespace}`]),
    ...(wanted.form === undefined ? [] : [`--output=${wanted.form}`]),
  ];
  const found: readonly OutputFilter[] =
    wanted.find === undefined || parsed.is === "change"
      ? []
      : [{ kind: "grep", pattern: wanted.find, ignoreCase: true, invert: false }];
  return commandText({ argv: [...kept, ...flags], filters: [...filters, ...found] });
}

function sinceOf({ clock, span }: Wanted, now: Date): readonly string[] {
  if (clock !== undefined) return [`--since-time=${lastTime(clock, now)}`];
  return span === undefined ? [] : [`--since=${span}m`];
}

const day = 24 * 60 * 60_000;

/** The last time that the clock said so; all times here are UTC. */
function lastTime([hours, minutes]: readonly [number, number], now: Date): string {
  const today = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate(), hours, minutes);
  return new Date(today > now.getTime() ? today - day : today).toISOString().replace(".000Z", "Z");
}
