// The catalogue of each language: its texts, and how it does the formats in which a text may say a value.

import { withoutIds } from "../../core/snapshot/resource-id.ts";
import type { WhyUnread } from "../../core/snapshot/section.ts";
import { closeUp, formatsOf } from "./format.ts";
import type { ComposedFormats, PlainFormats } from "./formats.ts";
import { site } from "./own-address.ts";
import { type Format, readCatalogue } from "./read-catalogue.ts";
import { say } from "./says.ts";
import { calledSpeech } from "./speech/called.ts";
import { changeSpeech } from "./speech/changes.ts";
import { commonSpeech } from "./speech/common.ts";
import { evidenceSpeech } from "./speech/evidence.ts";
import { refusalSpeech } from "./speech/refusals.ts";
import { signInSpeech } from "./speech/sign-in.ts";
import { stepSpeech } from "./speech/steps.ts";
import { subjectSpeech } from "./speech/subjects.ts";
import { undecidedSpeech } from "./speech/undecided.ts";
import type { Catalogue } from "./texts.ts";
import { utc } from "./time.ts";

/** Nobody reads on through a list of ten. */
const mostNames = 4;

/** How a language does the formats that look at no type of ours. */
function plainFormats(locale: string, texts: () => Catalogue): PlainFormats {
  const { and, or, list } = formatsOf(locale);
  const few = (names: readonly string[], left = 0): string =>
    names.length + left <= mostNames
      ? list(names)
      : texts().lists.few({
          names: names.slice(0, mostNames - 1),
          more: names.slice(mostNames - 1).length + left,
        });
  return {
    and: (all) => and(all.map(String)),
    or: (all) => or(all.map(String)),
    list: (all) => list(all.map(String)),
    comma: (all) => all.filter((each) => each !== "").join(", "),
    few: (all) => few(all.map(String)),
    eachAnd: (all) => all.join(texts().lists.between.and),
    eachOr: (all) => all.join(texts().lists.between.or),
    clauses: (all) => all.join(texts().lists.between.clause),
    semicolons: (all) => all.join(texts().lists.between.semicolon),
    unique: (all) => [...new Set(all)],
    three: (all) => all.slice(0, 3),
    first: ({ names, left }) => few(names, left),
    count: (all) => all.length,
    code: (it) => `\`${it}\``,
    words: (it) => it,
    accusative: (it) => String(it).replace(/^der /, "den "),
    upperFirst: (it) => String(it).replace(/^./u, (first) => first.toUpperCase()),
    upper: (it) => String(it).toUpperCase(),
    lower: (it) => String(it).toLowerCase(),
    withoutIds: (it) => withoutIds(String(it)),
    utc,
  };
}

/** How a language says data of the core that takes more than a text. */
function speechOf(texts: Catalogue, closeUpWords: (text: string) => string) {
  const called = calledSpeech(texts);
  const steps = stepSpeech(texts, called, closeUpWords);
  const saySignIn = signInSpeech(texts);
  const refusals = refusalSpeech(texts, saySignIn);
  const sayUnread = (why: WhyUnread): string => closeUpWords(say<WhyUnread, []>(texts.unread, why));
  const changes = changeSpeech(texts);
  const evidence = evidenceSpeech(texts, { ...called, ...changes });
  const common = commonSpeech(texts, { ...steps, sayUnread });
  return {
    ...called,
    ...steps,
    ...refusals,
    ...changes,
    ...evidence,
    ...common,
    saySignIn,
    sayUnread,
    sayDownState: undecidedSpeech(texts).sayDownState,
    saySubject: subjectSpeech(texts),
    /** Behind "with": where people see the address that they come from. */
    ownAddress: (): string => texts.ownAddress.place({ site }),
    /** The same as a sentence of its own. */
    ownAddressShown: (): string => texts.ownAddress.shown({ site }),
  };
}

const composedFormats = (speech: ReturnType<typeof speechOf>): ComposedFormats => ({
  called: speech.sayCalled,
  calledCluster: speech.calledCluster,
  change: speech.sayChange,
  clash: speech.sayClash,
  component: speech.sayComponent,
  downState: speech.sayDownState,
  genitive: speech.sayOwner,
  operation: speech.sayOperation,
  step: speech.sayStep,
  stop: speech.sayStop,
  subject: speech.saySubject,
  thing: speech.sayThing,
  unread: speech.sayUnread,
  who: speech.sayWho,
  whyRefused: speech.whyRefused,
});

/** `locale`: by which Intl counts and lists. */
function languageOf(folder: string, locale: string) {
  const formats = new Map<string, Format>();
  const add = (some: object): void => {
    for (const [name, format] of Object.entries(some)) formats.set(name, format);
  };
  const closeUpWords = folder === "zh" ? closeUp : (text: string): string => text;
  const texts: Catalogue = readCatalogue({ folder, locale, formats, closeUp: closeUpWords });
  const speech = speechOf(texts, closeUpWords);
  add(plainFormats(locale, () => texts));
  add(composedFormats(speech));
  return { texts, speech };
}

export const english = languageOf("en", "en-GB");
export const german = languageOf("de", "de");
export const chinese = languageOf("zh", "zh-Hans");
