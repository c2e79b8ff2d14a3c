// Somebody is asked to make a fix: a message of its own in the thread, for a person who has read nothing of it yet.
import template from "../../../cards/fix-ask.json" with { type: "json" };
import type { Answer } from "../../core/conversation/answer.ts";
import { arrange, askAgain } from "../card/button.ts";
import { tagged } from "../card/mentions.ts";
import { type Presented, renderCard } from "../card/presented.ts";
import { briefly } from "../card/scope.ts";
import { plain, shellCode } from "../card/text.ts";
import { isHere } from "../diagnosis/access-path-list.ts";
import {
  diagnosisTitle,
  type SaidDiagnosis,
  sayDiagnosis,
  styleOf,
  usablePaths,
} from "../diagnosis/localize-diagnosis.ts";
import type { Messages } from "../messages/messages.ts";
import { presentShort } from "./short.ts";

type FixAsk = Extract<Answer, { kind: "fixAsk" }>;

/** One access path is enough here; the diagnosis has the others. */
function untilThen({ accessPaths }: SaidDiagnosis, { pathState, diagnosis, fixAsk }: Messages) {
  const usable = usablePaths(accessPaths);
  const best = usable.find(({ state }) => state === "available") ?? usable[0];
  if (best === undefined) return [];
  const text = isHere(best)
    ? fixAsk.wayHere({ isSure: best.state === "available" })
    : diagnosis.wayText(best);
  return [{ word: plain(pathState[best.state]), text: plain(text) }];
}

export function presentFixAsk(answer: FixAsk, messages: Messages): Presented {
  const { run, by, person } = answer;
  const kept = run.status.state === "succeeded" ? run.status.diagnosis : null;
  const said = kept === null ? null : sayDiagnosis(kept, messages);
  const fix = said?.rootCause?.fix;
  if (said === null || fix === undefined || !("finishedAt" in run.status))
    return presentShort(answer, messages);
  const { diagnosis: texts, fixAsk, buttons } = messages;
  const cluster = run.cluster.name;
  const name = tagged(person.name);
  const data = {
    style: styleOf(said),
    title: plain(diagnosisTitle(said, cluster, messages, run.requester.displayName)),
    subtitle: plain(said.summary),
    tag: `<at>${name}</at>`,
    person: { id: person.userId, name },
    asks: plain(fixAsk.asks({ by: by.displayName })),
    fixHead: plain(texts.fix),
    what: plain(fix.what),
    risk: plain(briefly(texts.risk(fix))),
    who: plain(briefly(fixAsk.takes({ role: fix.role }))),
    commandButton: buttons.command,
    code: shellCode(fix.commands),
    untilHead: plain(fixAsk.untilThen),
    untilThen: untilThen(said, messages),
    footer: plain(
      fixAsk.footer({ run: run.id, name: run.requester.displayName, finishedAt: run.status.finishedAt }),
    ),
    buttons: arrange([askAgain(buttons.checkAgain, "diagnose", run)]),
  };
  return renderCard(
    template,
    messages.sentences([fixAsk.summary({ by: by.displayName, name, cluster }), said.summary]),
    data,
  );
}
