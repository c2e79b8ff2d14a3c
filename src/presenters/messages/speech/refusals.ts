// A refusal of Azure's: its words are picked by what kind of refusal it is.
import { shortLine } from "../../../core/azure/error-text.ts";
import { kindOf, type RefusalKind } from "../../../core/azure/refusal.ts";
import type { ArmFailure } from "../../../core/snapshot/arm-failure.ts";

export type RefusalWords = Readonly<
  Record<
    RefusalKind,
    Readonly<{
      /** Goes on after "Could not read the cluster prod-1: ", and ends with a full stop. */
      why: (failure: ArmFailure) => string;
      next: (failure: ArmFailure) => string;
    }>
  >
>;

/** `refused`: a sentence of its own around what is none. */
type Around = Readonly<{ wait: (seconds: number) => string; refused: (why: string) => string }>;

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

const isSentence = (failure: ArmFailure): boolean =>
  failure.signIn !== undefined ||
  ofAzure.has(kindOf(failure)) ||
  (kindOf(failure) === "rightMissing" && failure.needs === undefined);

export function refusalSpeech(words: RefusalWords, { wait, refused }: Around) {
  const whyRefused = (failure: ArmFailure): string => words[kindOf(failure)].why(failure);
  const nextAfter = (failure: ArmFailure): string =>
    failure.retryAfterSeconds === undefined
      ? words[kindOf(failure)].next(failure)
      : wait(failure.retryAfterSeconds);
  const sayRefusal = (failure: ArmFailure): string =>
    isSentence(failure) ? whyRefused(failure) : refused(whyRefused(failure));
  return { whyRefused, nextAfter, sayRefusal };
}

/** Azure's own words, and the policy by its name behind them; empty where it said nothing. */
export const azureSaid = (
  { message, policy }: ArmFailure,
  withPolicy: (said: string, policy: string) => string,
): string => (policy === undefined ? message : shortLine(withPolicy(message, policy)));

/** `AuthorizationFailed (HTTP 403)` */
export const azureCode = ({ status, code }: ArmFailure): string =>
  status === null ? code : code === `Http${status}` ? `HTTP ${status}` : `${code} (HTTP ${status})`;
