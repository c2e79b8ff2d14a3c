// What the product says of data of the core that takes more than a text, once for all languages.
import type { Notice } from "../../../core/conversation/notice.ts";
import type { WhyUnread } from "../../../core/snapshot/section.ts";
import type { ComposedFormats } from "../catalogue/formats.ts";
import { type Says, say } from "../catalogue/says.ts";
import type { Style } from "../catalogue/style.ts";
import type { Catalogue } from "../catalogue/texts.ts";
import { alertReasonSpeech } from "./alert-reasons.ts";
import { calledSpeech, subjectSpeech } from "./called.ts";
import { changeSpeech } from "./changes.ts";
import { commandRefusalSpeech } from "./command-refusals.ts";
import { commonSpeech } from "./common.ts";
import { denialSpeech, whoAgreesSpeech } from "./denials.ts";
import { evidenceSpeech } from "./evidence.ts";
import { factSpeech } from "./facts.ts";
import { failureSpeech } from "./failures.ts";
import { findingSpeech } from "./findings.ts";
import { fixSpeech } from "./fixes.ts";
import { impactSpeech } from "./impact.ts";
import { inClusterSpeech } from "./in-cluster.ts";
import { misreadSpeech } from "./misread.ts";
import { refusalSpeech } from "./refusals.ts";
import { signInSpeech } from "./sign-in.ts";
import { sinceSpeech } from "./since.ts";
import { stepSpeech } from "./steps.ts";
import { summarySpeech } from "./summary.ts";
import { tableSpeech } from "./tables.ts";
import { testSpeech } from "./test.ts";
import { undecidedSpeech } from "./undecided.ts";
import { waySpeech } from "./way.ts";
import { wayInSpeech } from "./ways-in.ts";

/**
 * Where people see the address that they come from, which nobody knows by heart: over IPv4 alone, which is what a
 * cluster's lists are of. They ask it themselves, the product never does; docs/security.md says why this one.
 */
export const site = "https://api.ipify.org";

/** How a language says data of the core that takes more than a text. */
function partsOf(texts: Catalogue, style: Style) {
  const { closeUp, sentences, labelled, headed } = style;
  const called = calledSpeech(texts);
  const steps = stepSpeech(texts, called, closeUp);
  const saySignIn = signInSpeech(texts);
  const sayUnread = (why: WhyUnread): string => closeUp(say<WhyUnread, []>(texts.unread, why));
  const changes = changeSpeech(texts);
  const refusals = refusalSpeech(texts, saySignIn);
  const refused = commandRefusalSpeech(texts);
  const denied = denialSpeech(texts);
  const notes: Says<Notice> = {
    ...denied.denials,
    ...texts.files.fileNotes,
    ...texts.approvalNotes,
    ...texts.notes.notes,
  };
  const ownAddressShown = (): string => texts.ownAddress.shown({ site });
  return {
    sentences,
    labelled,
    headed,
    ...called,
    ...steps,
    ...refusals,
    ...changes,
    ...evidenceSpeech(texts, { ...called, ...changes }),
    ...commonSpeech(texts, { ...steps, sayUnread }),
    ...undecidedSpeech(texts),
    ...alertReasonSpeech(texts, closeUp),
    ...refused,
    ...denied,
    ...whoAgreesSpeech(texts),
    ...fixSpeech(texts, sentences),
    misread: misreadSpeech(texts, ownAddressShown(), refused.refusals.masked),
    notes,
    failures: failureSpeech(texts, { ...refusals, saySignIn, sayUnread }, notes),
    saySignIn,
    sayUnread,
    saySubject: subjectSpeech(texts),
    /** Behind "with": where people see the address that they come from. */
    ownAddress: (): string => texts.ownAddress.place({ site }),
    /** The same as a sentence of its own. */
    ownAddressShown,
  };
}

/** The same, with what findings, access paths and a whole diagnosis say. */
export function speechOf(texts: Catalogue, style: Style) {
  const { closeUp, sentences } = style;
  const parts = partsOf(texts, style);
  const found = findingSpeech(texts, parts.commonFacts(), sentences);
  const sayTested = testSpeech(texts, { ...parts, sentences });
  return {
    ...parts,
    ...found,
    ...wayInSpeech(texts, { ...parts, ...found }, closeUp),
    ...summarySpeech(texts, { ...parts, ...found, sayTested }),
    ...sinceSpeech(texts, parts.sayChanged),
    ...inClusterSpeech(texts),
    ...impactSpeech(texts, closeUp),
    ...factSpeech(texts, closeUp),
    ...tableSpeech(texts),
    way: waySpeech(texts),
  };
}

export const composedFormats = (speech: ReturnType<typeof speechOf>): ComposedFormats => ({
  action: speech.sayAction,
  called: speech.sayCalled,
  calledCluster: speech.calledCluster,
  change: speech.sayChange,
  clash: speech.sayClash,
  component: speech.sayComponent,
  downState: speech.sayDownState,
  found: speech.sayFound,
  genitive: speech.sayOwner,
  operation: speech.sayOperation,
  readOf: speech.sayRead,
  signInFailure: speech.saySignIn,
  span: speech.saySpan,
  step: speech.sayStep,
  stop: speech.sayStop,
  subject: speech.saySubject,
  thing: speech.sayThing,
  toolVerb: speech.sayVerb,
  unread: speech.sayUnread,
  wanted: speech.sayWanted,
  wayReason: speech.sayReason,
  who: speech.sayWho,
  whoAgrees: speech.sayApproval,
  whyRefused: speech.whyRefused,
});
