// Whether somebody may do something: of whoever asks, the command that Kubernetes would be asked about; of others, a sentence.

import { isLook } from "../ability/abilities.ts";
import { abilitiesOf } from "../ability/ability.ts";
import { isOrdinary } from "../ability/ordinary.ts";
import type { Intent } from "../intent.ts";
import { changeAsked, sessionAsked } from "./intent-of-ability.ts";
import { allWords, setOf } from "./languages/known-words.ts";
import { saysAbout } from "./languages/languages.ts";
import { isHan } from "./languages/segment.ts";
import { isOneOf, matchPhrases, typesIn } from "./match.ts";
import { isCalled, thingIn } from "./named-object.ts";
import { lookFor } from "./read-command.ts";
import type { Rest } from "./talk.ts";

/** What no command says is a question about rights in general. */
export function rightsAsked(rest: Rest): Intent {
  if (isOfValues(rest)) return { kind: "told", topic: "secrets" };
  const asked = ofOthers(rest) ?? canIAsked(rest);
  return asked === null || asked.kind === "change" ? { kind: "whoAmI" } : asked;
}

/** `may I look into the secret, is the password right`: of no namespace Kubernetes could be asked about. */
const isOfValues = ({ line, language, text }: Rest): boolean =>
  ofValues.test(text) &&
  typesIn(line, language).includes("secrets") &&
  thingIn(line, language)?.namespace === null;
const ofValues = /passwor[dt]|密码|\bvalues?\b|\bwerte?\b|的值|内容|\binhalt|\bcontents?\b/i;

/** `can Tom read secrets in payments`: I check the rights of whoever asks. */
export function ofOthers({ text }: Rest): Intent | null {
  return others.some((each) => each.test(text)) ? { kind: "told", topic: "roles" } : null;
}

/** The same, where nothing but its own words says that it is about rights. */
export function othersRightsAsked(rest: Rest): Intent | null {
  const { text, line, language } = rest;
  const doing = line.some(({ word }) => setOf(`${language.change.verbs} ${language.may.doing}`).has(word));
  const isOfOthers =
    (doing && (isOfPerson(rest) || ofOthers(rest) !== null)) || saysAbout("othersRights", text);
  return isOfOthers ? { kind: "told", topic: "roles" } : null;
}

/** `can lee restart it`: no word of any sentence, and nothing in a cluster, is called so. */
function isOfPerson({ line, language }: Rest): boolean {
  const words = line.filter(({ word }) => isHan(word) || !setOf(language.talk.opening).has(word));
  // In Chinese the person stands first.
  const [may, who] = isHan(words[1]?.word ?? "") ? [words[1], words[0]] : words;
  if (may === undefined || who === undefined || !setOf(language.may.ofOthers).has(may.word)) return false;
  const isKnown = allWords(language).has(who.word) || isOrdinary(who.word) || isCalled(who.word);
  return /^[a-z]{3,15}$/.test(who.word) && !isKnown && who.slips.length === 0;
}
const others = [
  /^\W*(?:(?:why|how come) )?(?:can|may|is|are|does|do|has|could)(?:n['’]?t)? (?:(?:my|a|an|the|our) (?:\w+ )?(?:colleague|teammate|coworker|boss|contractor|freelancer|developer|intern|team|guest|external)s?\b|(?:he|she|they|freelancers|contractors|externals|developers|guests)\b|(?!(?:I|We|You|It|This|That|There|The|My|Azure|AKS|Kubernetes|DNS|API)\b)[A-Z][a-z]+ (?!down|up|ok|there|it)[a-z]+)/,
  /^\W*(?:warum |wieso )?(?:kann|darf|dürfen|können|hat|haben|ist) (?:(?:mein|meine|ein|eine|der|die|unser|unsere) (?:kolleg\w+|chef\w*|extern\w*|entwickler\w*|freelancer\w*|team|praktikant\w*|gast)\b|(?:er|sie|externe|entwickler|freelancer|kollegen|gäste)\b|ein externer|(?!(?:Ich|Wir|Man|Du|Es|Das|Der|Die|Azure|AKS|Kubernetes|DNS|API)\b)\p{Lu}\p{Ll}+ )/u,
  /^\W*(?:为什么|为啥)?(?:我的?)?(?:同事|同学|外包|外部人员|客户|开发|测试同学|实习生|值班组|老板|他们?|她们?|[小老阿]\p{Script=Han})(?:的人)?(?:在|能|可以|有|怎么没|没有)/u,
];

/** `我能进 pod 里面吗`: a session, whatever verb says so. */
const inside = /\bshell\b|进(?:到|入|去)?.{0,12}(?:pods?|容器)/i;

/** `I am not allowed to get nodes`: what refuses it. Null where nothing says what. */
export function deniedAsked(rest: Rest): Intent | null {
  const asked = canIAsked(rest, []);
  return asked?.kind === "change" ? null : asked;
}

/** What else than a list is refused: of a version nobody is. */
const deniedLooks: ReadonlySet<string> = new Set(["list", "logs", "events", "usage"]);

const canIAsked = (
  { language, line, edges, cluster, text }: Rest,
  denied: readonly number[] | null = null,
): Intent | null => {
  const { phrases, beside } = language.may;
  const found = matchPhrases(line, phrases, edges, { words: 3 }) ?? denied;
  if (found === null) return null;
  if (inside.test(text)) return { kind: "run", command: sessionAsked(line, language), cluster };
  const about = line.filter(
    (each, at) =>
      !isOneOf(each, setOf(beside)) && (!found.includes(at) || isOneOf(each, setOf(language.change.verbs))),
  );
  const changing = changeAsked(about, language);
  if (changing?.command === null) return { kind: "change", cluster };
  if (changing?.isOfAll) return { kind: "run", command: changing.command, cluster };
  if (changing !== null) return { kind: "canI", command: changing.command, cluster };
  const { names = [], namespace = null } = thingIn(about, language) ?? {};
  if (names.length === 0 && namespace === null && typesIn(about, language).length === 0) return null;
  const reading =
    abilitiesOf(text).find(({ label }) => (denied === null ? isLook(label) : deniedLooks.has(label)))
      ?.label ?? "list";
  const look = lookFor(reading, about, language);
  if (look !== null && "command" in look) return { kind: "canI", command: look.command, cluster };
  // `why can't I see kube-system`
  return namespace === null || names.length > 0
    ? null
    : { kind: "canI", command: `kubectl get pods -n ${namespace}`, cluster };
};
