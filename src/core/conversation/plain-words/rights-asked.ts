// Whether somebody may do something: of whoever asks, the command that Kubernetes would be asked about; of others, a sentence.

import { isLook } from "../ability/abilities.ts";
import { abilitiesOf } from "../ability/ability.ts";
import type { Intent } from "../intent.ts";
import { changeAsked, sessionAsked } from "./intent-of-ability.ts";
import { setOf } from "./languages/known-words.ts";
import { isOneOf, matchPhrases, typesIn } from "./match.ts";
import { thingIn } from "./named-object.ts";
import { lookFor } from "./read-command.ts";
import type { Rest } from "./talk.ts";

/** What no command says is a question about rights in general. */
export function rightsAsked(rest: Rest): Intent {
  const asked = ofOthers(rest) ?? canIAsked(rest);
  return asked === null || asked.kind === "change" ? { kind: "whoAmI" } : asked;
}

/** `can Tom read secrets in payments`: I check the rights of whoever asks. */
export function ofOthers({ text }: Rest): Intent | null {
  return others.some((each) => each.test(text)) ? { kind: "told", topic: "roles" } : null;
}
const others = [
  /^\W*(?:(?:why|how come) )?(?:can|may|is|are|does|do|has|could)(?:n['’]?t)? (?:(?:my|a|an|the|our) (?:\w+ )?(?:colleague|teammate|coworker|boss|contractor|freelancer|developer|intern|team|guest|external)s?\b|(?:he|she|they|freelancers|contractors|externals|developers|guests)\b|(?!(?:I|We|You|It|This|That|There|The|My|Azure|AKS|Kubernetes|DNS|API)\b)[A-Z][a-z]+ (?!down|up|ok|there|it)[a-z]+)/,
  /^\W*(?:warum |wieso )?(?:kann|darf|dürfen|können|hat|haben|ist) (?:(?:mein|meine|ein|eine|der|die|unser|unsere) (?:kolleg\w+|chef\w*|extern\w*|entwickler\w*|freelancer\w*|team|praktikant\w*|gast)\b|(?:er|sie|externe|entwickler|freelancer|kollegen|gäste)\b|ein externer|(?!(?:Ich|Wir|Man|Du|Es|Das|Der|Die|Azure|AKS|Kubernetes|DNS|API)\b)\p{Lu}\p{Ll}+ )/u,
  /^\W*(?:为什么|为啥)?(?:我的?)?(?:同事|同学|外包|外部人员|客户|开发|测试同学|实习生|值班组|老板|他们?|她们?|[小老阿]\p{Script=Han})(?:的人)?(?:在|能|可以|有|怎么没|没有)/u,
];

/** `我能进 pod 里面吗`: a session, whatever verb says so. */
const inside = /\bshell\b|进(?:到|入|去)?.{0,12}(?:pods?|容器)/i;

const canIAsked = ({ language, line, edges, cluster, text }: Rest): Intent | null => {
  const { phrases, beside } = language.may;
  const found = matchPhrases(line, phrases, edges, { words: 3 });
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
  const reading = abilitiesOf(text).find(({ label }) => isLook(label))?.label ?? "list";
  const look = lookFor(reading, about, language);
  return look === null || "lacks" in look ? null : { kind: "canI", command: look.command, cluster };
};
