// What in a cluster a sentence speaks of: its type, by kubectl's word for it; its names and its namespace, as the examples tell
// them, and where they leave it open, by where a word stands.

import { isMarkedName, isOrdinary } from "../ability/ordinary.ts";
import { allWords, perLine, setOf } from "./languages/known-words.ts";
import type { Language } from "./languages/language.ts";
import type { LineWord } from "./languages/line-words.ts";
import { isHan } from "./languages/segment.ts";
import { isClusterLike, isPlaceLike, isTicket } from "./line-parts.ts";
import { placeIn } from "./line-place.ts";
import { isPod, ofSystem } from "./log-flags.ts";
import { isNode, isOfState, typeOf, typeOrSlip } from "./match.ts";
import { namedIn } from "./named-words.ts";

type Words = readonly LineWord[];

/** `names`: all that it may be; one where it is certain. `type` as kubectl calls it. */
export type NamedObject = Readonly<{
  type: string | null;
  names: readonly string[];
  namespace: string | null;
}>;

/** Null where it lies in a cluster that is named, and is none of the requester's. */
export const thingIn = perLine((words: Words, language: Language): NamedObject | null => {
  const parts = namedIn(words, language);
  const isNamed = (at: number) => parts[at]?.part === "name" && !isPlaceLike(words[at]?.word ?? "");
  if (words.some((_, at) => isElsewhere(words, at, language) && !isNamed(at))) return null;
  const types = words.map((each) => typeOrSlip(each, language));
  const type = types.find((each) => each !== null && each !== "namespaces") ?? null;
  const places = placeIn(words, language).words;
  const free = [...words.keys()].filter(
    (at) =>
      !places.includes(at) &&
      types[at] === null &&
      !isNoName(words[at]?.raw ?? "") &&
      // `the secrets store`: of its driver.
      !(words[at]?.word === "store" && /^secrets?$/.test(words[at - 1]?.word ?? "")) &&
      words[at]?.word !== "oom" &&
      !isOfState(words[at]?.word ?? ""),
  );
  const space = spaceIn(words, language, parts, free);
  const namespace = space === undefined ? null : (words[space]?.word ?? null);
  const whole = words.flatMap(({ word }) => pairIn(word, language));
  const [pair] = whole;
  if (pair !== undefined)
    return {
      type: pair.type ?? type,
      names: whole.map(({ name }) => name),
      namespace: pair.namespace ?? namespace,
    };
  const others = free.filter((at) => at !== space);
  const named = namesIn(words, parts, others);
  const names = named.length > 0 ? named : unmarkedIn(words, parts, others, language, space !== undefined);
  const nodes = names.filter(isNode);
  if (nodes.length > 0 && type !== "pods") return { type: "nodes", names: nodes, namespace: null };
  const sentence = words.find(({ word }) => word === names[0])?.sentence;
  const isBeside = words.some((each, index) => each.sentence === sentence && types[index] === type);
  const isLed = (name: string) =>
    words.some(
      ({ word }, index) => word === name && setOf(language.sentence.leads).has(words[index - 1]?.word ?? ""),
    );
  return { type: names.length === 0 || isBeside ? type : null, ...apart(names, namespace, isLed) };
});

/** `orders 命名空间 web 的 pod`, `logs für legder`, `legder 的日志`: of what nobody knows. */
function unmarkedIn(
  words: Words,
  parts: Parts,
  free: readonly number[],
  language: Language,
  isInSpace: boolean,
): readonly string[] {
  const { look } = language;
  const wordAt = (at: number) => words[at]?.word ?? "";
  const owns = (at: number) => setOf(look.owns).has(wordAt(at + 1));
  const owners = free.filter((at) => isInSpace && parts[at]?.part === "namespace" && owns(at));
  const isRead = (at: number) => setOf(look.logs).has(wordAt(at)) || typeOf(wordAt(at), language) !== null;
  const isOf = (at: number) =>
    isNew(words[at], language) && (setOf(look.of).has(wordAt(at - 1)) || (owns(at) && isRead(at + 2)));
  return (owners.length > 0 ? owners : free.filter(isOf).slice(0, 1)).map(wordAt);
}

/** `vollzählig`, `livenessProbe`: no name in Kubernetes has such letters, and nobody writes one so. */
const isNoName = (raw: string): boolean =>
  /[äöüß]/i.test(raw) ||
  /\p{Ll}\p{Lu}/u.test(raw) ||
  /^(?:liveness|readiness|startup)[- ]?probes?\b/i.test(raw);

/** No word of any sentence, and no slip in one. */
const isNew = (each: LineWord | undefined, language: Language): boolean =>
  each !== undefined &&
  /^[a-z][a-z0-9-]{2,}$/.test(each.word) &&
  each.slips.length === 0 &&
  !allWords(language).has(each.word) &&
  !isOrdinary(each.word) &&
  !isPlaceLike(each.word);

type Parts = ReturnType<typeof namedIn>;

/** The likeliest; else what may be one, where a namespace stands. */
function spaceIn(
  words: Words,
  language: Language,
  parts: Parts,
  free: readonly number[],
): number | undefined {
  const system = free.find((at) => systemSpace.test(words[at]?.word ?? ""));
  const { look, sentence } = language;
  const spaces = setOf(look.namespaces);
  const inside = setOf(`${look.inside} ${look.within}`);
  // `pods on payments`
  const isLed = (at: number) => {
    const before = words[at - 1]?.word ?? "";
    return (
      /^[a-z]+$/.test(before) &&
      setOf(sentence.leads).has(before) &&
      !setOf(look.of).has(before) &&
      !inside.has(before)
    );
  };
  const [likeliest] = free
    .filter((at) => parts[at]?.part === "namespace" && !isLed(at))
    .sort((one, other) => (parts[other]?.share ?? 0) - (parts[one]?.share ?? 0));
  const isAmong = (at: number) => free.some((other) => other !== at && parts[other]?.part === "name");
  const isPlaced = (at: number) =>
    inside.has(words[at - 1]?.word ?? "") ||
    // `finance ns`
    spaces.has(words[at + 1]?.word ?? "") ||
    setOf(look.behind).has(words[at + 1]?.word ?? "") ||
    // `web 那个 api`
    (/^那[个边]$/.test(words[at + 1]?.word ?? "") && isAmong(at));
  const isPerhaps = (at: number, word: string) => {
    const part = parts[at]?.part;
    // `shop 里的 pod`, where `order-api 的 pod` may be its own.
    if (part === "name")
      return isAmong(at) || (!/-/.test(word) && typeOf(words[at + 2]?.word ?? "", language) !== null);
    if (part === "cluster") return !isClusterLike(word);
    // `im Minutentakt`
    const isNoun = look.capitals && /^\P{L}*\p{Lu}/u.test(words[at]?.raw ?? "");
    return isMarkedName(word) || (!isNoun && isNew(words[at], language));
  };
  // `in namespace checkout`, whatever else is called so; `web, 命名空间 shop`.
  const said = free.find((at) => {
    const [before, marker, each] = [words[at - 2], words[at - 1], words[at]];
    const isLedIn =
      inside.has(before?.word ?? "") || (isHan(marker?.word ?? "") && before?.clause !== marker?.clause);
    return isLedIn && spaces.has(marker?.word ?? "") && /^[a-z][a-z0-9-]+$/.test(each?.word ?? "");
  });
  return (
    system ?? said ?? likeliest ?? free.find((at) => isPlaced(at) && isPerhaps(at, words[at]?.word ?? ""))
  );
}

/** Each once; else a word that is one of any sentence about clusters, and what many a workload is called: `api`. */
function namesIn(words: Words, parts: Parts, free: readonly number[]): readonly string[] {
  const wordAt = (at: number) => words[at]?.word ?? "";
  const isObject = (word: string) =>
    isNode(word) || ofSystem.test(word) || (isPod(word) && !isClusterLike(word));
  const sure = free.filter(
    (at) =>
      (parts[at]?.part === "name" || isObject(wordAt(at))) &&
      !isTicket(words[at]?.raw ?? "") &&
      // `OPS-4711`: no name in Kubernetes has a capital letter.
      !/^[A-Z]{2,10}-\d+\W*$/.test(words[at]?.raw ?? ""),
  );
  const perhaps = free.filter((at) => called.has(wordAt(at)) && !/^server/.test(wordAt(at + 1)));
  return [...new Set((sure.length > 0 ? written(sure, words) : perhaps.slice(0, 1)).map(wordAt))];
}

/** `all daemonsets, fluent-bit above all`: beside what is written as names are, any other word has to be known as one. */
function written(found: readonly number[], words: Words): readonly number[] {
  const word = (at: number) => words[at]?.word ?? "";
  const isWritten = (at: number) => /[-\d]/.test(word(at));
  if (!found.some(isWritten)) return found;
  return found.filter((at) => isWritten(at) || isSoftware(word(at)) || isMarkedName(word(at)));
}

const systemSpace = /^kube-(?:system|public|node-lease)$/;

/** `shop/web`, `deployment/web`. */
function pairIn(word: string, language: Language) {
  const [, space = "", name = ""] =
    /^(?!(?:tcp|and|on|up|yes)\/)([a-z0-9][a-z0-9-]+)\/([a-z0-9][a-z0-9.-]+)$/.exec(word) ?? [];
  if (name === "" || !/[a-z]/.test(name)) return [];
  const type = typeOf(space, language);
  const isKnown = [space, name].every((each) => allWords(language).has(each) && !called.has(each));
  return isKnown ? [] : [{ name, type, namespace: type === null ? space : null }];
}

/** A pod is known by its name, so the other one is its namespace. */
function apart(
  names: readonly string[],
  namespace: string | null,
  isLed: (name: string) => boolean,
): Pick<NamedObject, "names" | "namespace"> {
  const [pod, ...pods] = names.filter((name) => isPod(name) && !isNode(name));
  const [other, ...others] = names.filter((name) => !isPod(name));
  const isPair = pod !== undefined && pods.length === 0 && other !== undefined && others.length === 0;
  return isPair && namespace === null && !isLed(pod)
    ? { names: [pod], namespace: other }
    : { names, namespace };
}

/** `on qa-3`: a cluster, and no name of what lies in one. */
function isElsewhere(words: Words, at: number, { command, sentence, look }: Language): boolean {
  const { word = "", at: isMarked = false } = words[at] ?? {};
  const isOther = isNode(word) || isSpan(word) || isVersion(word);
  const before = words.slice(0, at).findLast((each) => !setOf(sentence.articles).has(each.word))?.word ?? "";
  // `on rg-0/edge-1`: a cluster in its resource group.
  if (/^(?=.*[a-z])[a-z0-9][\w-]*\/[a-z0-9][\w-]*$/.test(word))
    return isMarked || (setOf(command.leads).has(before) && !setOf(`${look.inside} ${look.of}`).has(before));
  if (!isNameShaped(word) || !/[\d-]/.test(word) || isOther) return false;
  const behind = words[at + 1]?.word ?? "";
  const isIn =
    setOf(`${look.inside} ${look.within} ${look.of}`).has(before) ||
    parts.has(words[words.findIndex((each) => each.word === before) - 1]?.word ?? "");
  const isCluster = setOf(sentence.behindName).has(behind) && !setOf(look.behind).has(behind);
  return isMarked || isCluster || (setOf(command.leads).has(before) && !isIn);
}

/** What an object has: `the memory limit on checkout-api`. */
const parts = setOf("limit limits request requests probe probes env replicas image errors restarts");

/** `5s`, `2h15`, `10gi`. */
const isSpan = (word: string): boolean => /^\d+(?:[a-z]{1,3}|h\d+)$/.test(word);

/** `3.2.0-rc3`. */
const isVersion = (word: string): boolean => /^v?\d+(?:\.\d+)+/.test(word);

const isNameShaped = (word: string): boolean => /^[a-z0-9][a-z0-9.-]{0,62}$/.test(word) && /[a-z]/.test(word);

/** What workloads are called, and nothing else here, whatever other words a language has. */
const names = setOf("web auth worker frontend backend gateway proxy mail cache shop pay");
export const isWorkload = (word: string): boolean => names.has(word);
/** The same, and what is a word of any sentence about clusters as well. */
export const isCalled = (word: string): boolean => names.has(word) || called.has(word);
/** Words of any sentence about clusters, and what many a workload is called. */
const called = setOf(
  "api web app auth worker frontend backend gateway proxy mail cache dns login agent monitoring dashboard shop pay user users data search console notification connect controller",
);

/** What many a cluster runs, and nothing else is called. */
const software = setOf(
  "argocd keda istio istiod linkerd nginx ingress-nginx traefik prometheus alertmanager redis kafka rabbitmq velero loki elasticsearch postgres mysql mariadb grafana keycloak jenkins vault cert-manager external-dns fluent-bit mongodb minio harbor thanos kyverno falco kured dapr",
);
export const isSoftware = (word: string): boolean => software.has(word) || ofSystem.test(word);

/** Nothing but an object: `dns`, `the VPN gateway` and `user` are words of any sentence; what has a dot is a host. */
export const isOwnName = (word: string): boolean =>
  !/[.,/]/.test(word) &&
  word !== "gateway" &&
  // `zum x-ten Mal`
  !/^[a-z\d]{1,2}-(?:ten?|th|fach|mal)$/.test(word) &&
  (isCalled(word) ? isWorkload(word) : /[-\d]/.test(word) || isSoftware(word));

/** The only word that nobody knows: where something is to be done, it is done to that. */
export function onlyUnknown(words: Words, language: Language): readonly string[] {
  const { namespace = null } = thingIn(words, language) ?? {};
  const unknown = words.filter(
    (each) =>
      /^[a-z][a-z0-9]{3,}$/.test(each.word) &&
      each.word !== namespace &&
      !isNoName(each.raw) &&
      each.slips.length === 0 &&
      !allWords(language).has(each.word) &&
      !isOrdinary(each.word) &&
      typeOrSlip(each, language) === null,
  );
  return unknown.length === 1 ? unknown.map(({ word }) => word) : [];
}
