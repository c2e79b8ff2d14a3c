// What did not end well: what happened, and what to do.
import type { Notice } from "../../../core/conversation/notice.ts";
import type { SignInFailure } from "../../../core/requester.ts";
import { type Done, type Happened, likelyPodTrouble, podTrouble } from "../../../core/run/failure.ts";
import type { ArmFailure, WhyUnread } from "../../../core/snapshot/section.ts";
import { type Says, say } from "../catalogue/says.ts";
import type { Catalogue } from "../catalogue/texts.ts";

type Speech = Readonly<{
  sayRefusal: (failure: ArmFailure) => string;
  nextAfter: (failure: ArmFailure) => string;
  saySignIn: (failure: SignInFailure) => string;
  sayUnread: (why: WhyUnread) => string;
}>;

type Section = Extract<Happened, Readonly<{ is: "unread" }>>["section"];

/** What Azure answered where something could not be read; undefined where it was not asked. */
function answerOf({ needs: [missing], retryAfterSeconds, answered }: Section): ArmFailure | undefined {
  return (
    answered && {
      ...answered,
      ...(missing && { needs: missing }),
      ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
    }
  );
}

/** `notes`: why policy and mode do not allow something is one of them. */
export function failureSpeech(texts: Catalogue, speech: Speech, notes: Says<Notice>) {
  const { afterNoPod } = texts.podTrouble;
  const { happened, next } = texts.failures;
  const done: Readonly<Record<Done, string>> = texts.failures.done;
  const happenedSaid: Says<Happened> = {
    ...happened,
    signIn: ({ failure }) => speech.saySignIn(failure),
    azureRefused: ({ failure }) => speech.sayRefusal(failure),
    unread: ({ section }) => speech.sayUnread(section.message),
    byMode: ({ why }) => say(notes, why),
    noLongerAllowed: ({ why }) => happened.noLongerAllowed({ why: say(notes, why) }),
    noLongerUnmasked: ({ why }) => happened.noLongerUnmasked({ why: say(notes, why) }),
    commandNotRun: ({ said }) => happened.commandNotRun({ said, trouble: podTrouble(said ?? "") }),
  };
  const nextSaid: Says<Happened> = {
    ...next,
    signIn: ({ failure }) => next.signIn(failure),
    azureRefused: ({ failure }) => speech.nextAfter(failure),
    unread: ({ section }) => {
      const answer = answerOf(section);
      return answer === undefined ? next.unread(section) : speech.nextAfter(answer);
    },
    commandNotRun: ({ said }) => say(afterNoPod, likelyPodTrouble(said ?? "")),
    commandGone: () => say(afterNoPod, likelyPodTrouble("")),
  };
  return { happened: happenedSaid, next: nextSaid, done };
}
