// What is known of a line that asks for a look at something in a cluster, and the command that looks.
import type { Lack } from "../../command/grammar/refusal.ts";
import { parseCommand } from "../../command/parse-command.ts";
import { itsCount, itsName, itsSpace, type SoughtBy } from "../sought.ts";
import { moreIn } from "./amounts.ts";
import { setOf } from "./languages/known-words.ts";
import type { Language } from "./languages/language.ts";
import type { LineWord } from "./languages/line-words.ts";
import { isHan } from "./languages/segment.ts";
import { ofSystem } from "./log-flags.ts";
import { isUnbound, typeOf, typesIn } from "./match.ts";
import { type NamedObject, onlyUnknown } from "./named-object.ts";

type Words = readonly LineWord[];

/** A command, or that a word of it is missing. */
export type LookMeant = Readonly<{ command: string } | { lacks: "namespace"; sought?: SoughtBy }>;

export const run = (...parts: readonly string[]): LookMeant => ({
  command: ["kubectl", ...parts.filter((part) => part !== "")].join(" "),
});

/** What is known of a line that asks for a look. `only`: its one name. `space`: where that is; null for everywhere. */
export type AskedLook = Readonly<{
  thing: NamedObject;
  types: readonly string[];
  type: string | null;
  workload: string;
  names: readonly string[];
  only: string | undefined;
  space: string | null;
  where: string;
  words: Words;
  language: Language;
  /** One of its words is such. */
  says: (said: RegExp) => boolean;
}>;

/** In one of them; a Chinese sentence is parted in more ways than one. */
export function isSaid(words: Words, said: RegExp): boolean {
  if (words.some(({ word, slips }) => [word, ...slips].some((each) => said.test(each)))) return true;
  const joined = words.map(({ word }) => word).join("");
  return isHan(joined) && said.test(joined);
}

const ofOne = /^(?:replicas?|replikas?)$|副本/;

/** `ledger nur halb ausgerollt`, `finance events`: of the only word that nobody knows, where the line names nothing else. */
export function ofUnknown(asked: AskedLook): AskedLook {
  const { names, space, words, language } = asked;
  const unknown = names.length === 0 && space === null ? onlyUnknown(words, language) : [];
  return unknown.length === 0 ? asked : { ...asked, names: unknown, only: unknown[0] };
}

const ownTypes: ReadonlySet<string | null> = new Set([
  ...["pods", "persistentvolumeclaims", "horizontalpodautoscalers", "services", "endpoints"],
  "poddisruptionbudgets",
]);

/** `checkout 的 pod`: those that are called so, and those of a namespace that is; `web 这个 deployment` names itself. */
function apartFrom(found: NamedObject, words: Words, language: Language): NamedObject {
  const { namespace } = found;
  const names = found.names.filter((name) => !ofSystem.test(name));
  const { owns, points, namespaces } = language.look;
  const isNamed = words.some(({ word }, at) => {
    const [next = "", type = ""] = [words[at + 1]?.word, words[at + 2]?.word];
    const kind = typeOf(type, language);
    return (
      word === namespace &&
      ((setOf(owns).has(next) && ownTypes.has(kind)) ||
        (setOf(points).has(next) && workloadTypes.has(kind ?? "")))
    );
  });
  const isSpace = words.some(({ word }) => setOf(namespaces).has(word)) || /^kube-/.test(namespace ?? "");
  return namespace !== null && names.length === 0 && isNamed && !isSpace
    ? { ...found, names: [namespace], namespace: null }
    : found;
}

export function askedLookOf(named: NamedObject, words: Words, language: Language): AskedLook {
  const found = apartFrom(named, words, language);
  const { namespace } = found;
  // `how many replicas has checkout`
  const names =
    found.names.length === 0 && isSaid(words, ofOne) ? onlyUnknown(words, language) : withoutMetrics(found);
  const [name, second] = names;
  const only = second === undefined ? name : undefined;
  const types = [...typesIn(words, language), ...words.flatMap(({ word }) => sentenceTypes[word] ?? [])];
  const typed = found.type ?? types.find((each) => each !== "namespaces") ?? null;
  const isOfClaim =
    (typed === null && isUnbound(words, language)) ||
    // A volume lies in no namespace, and its claim does.
    (typed === "persistentvolumes" && (namespace !== null || isUnbound(words, language)));
  // `web 这个 deployment 的 pod`
  const isOfWorkload = words.some(
    ({ word }, at) =>
      workloadTypes.has(typeOf(word, language) ?? "") &&
      types.includes("pods") &&
      (setOf(language.look.owns).has(words[at + 1]?.word ?? "") ||
        setOf(language.look.points).has(words[at - 1]?.word ?? "")),
  );
  const type = types.includes("endpoints")
    ? "endpoints"
    : isOfClaim
      ? "persistentvolumeclaims"
      : isOfWorkload
        ? "pods"
        : typed;
  const space = namespace ?? (only !== undefined && ofSystem.test(only) ? "kube-system" : null);
  return {
    ...{ thing: found, types, type, names, only, space, words, language },
    workload: type !== null && workloadTypes.has(type) ? type : "deployments",
    where: space === null ? "-A" : `-n ${space}`,
    says: (said) => isSaid(words, said),
  };
}

/** `hpa of web says unknown, is the metrics-server dead`: it measures, and nothing scales it. */
const withoutMetrics = ({ names }: NamedObject): readonly string[] =>
  names.length > 1 ? names.filter((name) => !name.startsWith("metrics-server")) : names;

export const workloadTypes = new Set(["deployments", "statefulsets", "daemonsets"]);

/** Words of a sentence, and types where nothing else is one. */
const sentenceTypes: Readonly<Record<string, string>> = {
  endpoint: "endpoints",
  endpoints: "endpoints",
  quota: "resourcequotas",
  quotas: "resourcequotas",
  roles: "roles",
};

/** The row of heads, and those in which one of them stands. */
export const rows = (head: string, names: readonly string[]): string =>
  names.length === 0 ? "" : `| grep ${[head, ...names].map((name) => `-e ${name}`).join(" ")}`;

// A change of which it is not said where its object lies, or of which number its replicas become: a look tells, and the same
// change is offered of each that it finds.

export type Change = Readonly<{ command: string } | { lacks: Lack; sought?: SoughtBy }>;

type Lookable = NamedObject & Readonly<{ replicas: number | null }>;

/** `made`: what is said, as far as it goes. */
export function withSought<Said extends Lookable>(
  made: Change | null,
  said: Said,
  make: (said: Said) => Change | null,
  [words, language]: readonly [Words, Language],
): Change | null {
  if (made === null || !("lacks" in made) || !lookedUp.has(made.lacks)) return made;
  const [name, second] = said.names;
  const more = said.replicas === null ? moreIn(words, language) : null;
  if (second !== undefined || (made.lacks === "replicas" && more === null)) return made;
  if (name === undefined && (said.namespace === null || said.type === "pods")) return made;
  if (name !== undefined && !/^[a-z0-9][a-z0-9.-]*$/.test(name)) return made;
  const given = { names: [name ?? itsName], namespace: said.namespace ?? itsSpace };
  const whole = make({ ...said, ...given, replicas: said.replicas ?? itsCount });
  if (whole === null || "lacks" in whole) return made;
  const parsed = parseCommand(whole.command);
  const [type] = parsed.ok ? parsed.request.resources : [];
  if (type === undefined) return made;
  const isAny = workloadTypes.has(type) && (said.type === null || said.type === "pods");
  const types = !isAny ? type : whole.command.startsWith("kubectl scale ") ? ofScale : ofAny;
  const where = said.namespace === null ? "-A" : `-n ${said.namespace}`;
  const rows = name === undefined ? "" : ` | grep -e NAME -e ${name}`;
  const called = name ?? itsName;
  const wants = whole.command
    .replace(isAny ? ` deployment/${called} ` : / (?=$)/, ` workload/${itsName} `)
    .replace(` ${called} `, ` ${itsName} `)
    .replace(`/${called} `, `/${itsName} `);
  const look = `kubectl get ${types} ${where}${rows}`;
  return { ...made, sought: { name: name ?? null, look, wants, ...(more !== null && { more }) } };
}
const [ofAny, ofScale] = ["deployments,statefulsets,daemonsets", "deployments,statefulsets"];
const lookedUp: ReadonlySet<Lack> = new Set<Lack>(["namespace", "name", "replicas"]);
