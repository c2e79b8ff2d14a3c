// A refusal of Azure's in words: why it was, and what to do. The one place for what is read and for what is sent.
import { shortLine } from "../../../core/outcome/error-text.ts";
import { kindOf, type RefusalKind } from "../../../core/outcome/refusal.ts";
import type { SignInFailure } from "../../../core/requester.ts";
import { likelyPodTrouble } from "../../../core/run/failure.ts";
import type { ArmFailure } from "../../../core/snapshot/section.ts";
import { say } from "../catalogue/says.ts";
import type { Catalogue } from "../catalogue/texts.ts";

/** What a text may name. `answer`: the code, with the status. `andSaid`: what ends a sentence. */
type Values = Readonly<{
  action: string | null;
  scope: string;
  answer: string;
  code: string;
  message: string;
  retryAfterSeconds?: number | undefined;
  andSaid: string;
  trouble: string;
  isCutOff: boolean;
}>;

type Words = string | ((values: Values) => string);
/** Said by others. */
type Whys = Readonly<Record<Exclude<RefusalKind, "signIn">, Words>>;
type Nexts = Readonly<Record<Exclude<RefusalKind, "podNotStarted">, Words>>;

/** They tell themselves that it is Azure that does not do it. */
const ofAzure: ReadonlySet<RefusalKind> = new Set<RefusalKind>([
  "forbidden",
  "throttled",
  "timedOut",
  "badRequest",
  "noOperation",
  "conflict",
  "refused",
  "azureFailed",
  "noAnswer",
  "notUnderstood",
]);

/** What to do is in Azure's own words: nothing stands above that could be put right where it gave no more than a code. */
const byWords: ReadonlySet<RefusalKind> = new Set<RefusalKind>([
  "forbidden",
  "badRequest",
  "conflict",
  "refused",
]);

const isSentence = (failure: ArmFailure): boolean =>
  failure.signIn !== undefined ||
  ofAzure.has(kindOf(failure)) ||
  (kindOf(failure) === "rightMissing" && failure.needs === undefined);

/** `AuthorizationFailed (HTTP 403)` */
const azureCode = ({ status, code }: ArmFailure): string =>
  status === null ? code : code === `Http${status}` ? `HTTP ${status}` : `${code} (HTTP ${status})`;

export function refusalSpeech(texts: Catalogue, saySignIn: (failure: SignInFailure) => string) {
  /** Azure's own words, and the policy by its name behind them; empty where it said nothing. */
  const wordsOf = ({ message, policy }: ArmFailure): string =>
    policy === undefined ? message : shortLine(texts.refusedByAzure.ofPolicy({ said: message, policy }));

  function valuesOf(failure: ArmFailure): Values {
    const { needs, code, message, retryAfterSeconds } = failure;
    const said = wordsOf(failure);
    return {
      action: needs?.action ?? null,
      scope: needs?.scope ?? "",
      answer: azureCode(failure),
      code,
      message,
      retryAfterSeconds,
      andSaid: texts.refusedByAzure.andSaid({ said, isSentence: /[.!?…。！？]$/.test(said) }),
      trouble: say(texts.podTrouble.whyNoPod, likelyPodTrouble(message)),
      isCutOff: code === "PARSE_ERROR",
    };
  }
  const inWords = (words: Words, failure: ArmFailure): string =>
    typeof words === "string" ? words : words(valuesOf(failure));

  /** Goes on behind "Could not read the cluster prod-1: ", and ends with a full stop. */
  const whyRefused = (failure: ArmFailure): string => {
    const whys: Whys = texts.refusedByAzure.why;
    const kind = kindOf(failure);
    if (kind === "signIn")
      return saySignIn(failure.signIn ?? { code: "expired", why: "armRejects", resource: "arm" });
    return inWords(whys[kind], failure);
  };

  const nextAfter = (failure: ArmFailure): string => {
    const nexts: Nexts = texts.refusedByAzure.next;
    const { wait, noReason } = texts.refusedByAzure;
    const kind = kindOf(failure);
    if (failure.retryAfterSeconds !== undefined) return wait({ seconds: failure.retryAfterSeconds });
    if (kind === "podNotStarted") return say(texts.podTrouble.afterNoPod, likelyPodTrouble(failure.message));
    if (byWords.has(kind) && wordsOf(failure) === "") return noReason({ code: failure.code });
    return inWords(nexts[kind], failure);
  };

  return {
    wordsOf,
    whyRefused,
    nextAfter,
    /** A sentence of its own. */
    sayRefusal: (failure: ArmFailure): string =>
      isSentence(failure) ? whyRefused(failure) : texts.refusedByAzure.refused({ why: whyRefused(failure) }),
  };
}
