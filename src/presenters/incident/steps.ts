// What is done about an incident, for its card: what comes next, how far its newest change is, and the last steps with
// the clock.
import type { IncidentNow } from "../../core/conversation/answer.ts";
import type { Proposed } from "../../core/run/proposed.ts";
import { cameToNothing, type Run } from "../../core/run/run.ts";
import { actionButton, type Button, positive } from "../card/button.ts";
import type { CardFact } from "../card/notice.ts";
import { briefly } from "../card/scope.ts";
import { plain } from "../card/text.ts";
import { fixOffers, missing } from "../diagnosis/fix.ts";
import type { Messages } from "../messages/messages.ts";
import { crashingIn, type Known, remedyOf } from "./words.ts";

/** What is proved stands with its button until somebody has asked for it; where no fix is known, what people can do. */
export function nextOf({ change }: IncidentNow, known: Known, messages: Messages) {
  const isAsked = change !== null && known !== null && change.createdAt > known.run.createdAt;
  if (!known || (isAsked && !cameToNothing(change.status))) return [];
  const { incident: texts, diagnosis } = messages;
  const { said, run } = known;
  const fix = said.rootCause?.fix;
  if (fix === undefined) {
    const what = said.verdict === "healthy" ? "" : plain(remedyOf(known, messages));
    const requests = previousLog(known, messages);
    return what === "" ? [] : [{ head: plain(diagnosis.remedy), what, risk: "", requests }];
  }
  const requests = fixOffers(run, messages).requests.map(positive);
  const risk = messages.sentences([plain(briefly(diagnosis.risk(fix))), plain(missing(run, messages))]);
  return [{ head: plain(texts.fix), what: plain(fix.what), risk, requests }];
}

/** Of the pod that the cause names, as on the card of its diagnosis. */
function previousLog({ said, run }: NonNullable<Known>, { tables }: Messages): readonly Button[] {
  const failing = crashingIn(said);
  if (!failing?.hasPreviousLog) return [];
  const { namespace, pod: name, container } = failing;
  const row = { run: run.id, namespace, name, container };
  return [actionButton(tables.looks.previous, { verb: "row.previous", ...row })];
}

/** What became of the newest change of its thread. */
export function progressOf({ change, incident }: IncidentNow, { incident: texts }: Messages): string {
  const { declared } = incident;
  if (change === null)
    return declared === null
      ? ""
      : texts.declared({ name: declared.by.displayName, because: declared.because });
  const { status, requester } = change;
  const which = whichOf(change);
  const about = { name: requester.displayName, what: texts.what[which], subject: texts.whatCap[which] };
  switch (status.state) {
    case "queued":
    case "running":
      return texts.progress.queued(about);
    case "pendingApproval":
      return texts.progress.pendingApproval({ ...about, groups: groupsOf(status) });
    case "approved":
    case "applying":
      return texts.progress[status.state](about);
    case "rejected":
      return texts.progress.rejected({ ...about, by: status.by.displayName, word: status.word });
    case "succeeded":
      return texts.progress.succeeded({
        ...{ ...about, at: status.finishedAt, ...byWhom(status.proposed) },
      });
    default:
      return texts.progress.undone(about);
  }
}

function whichOf({ task }: Run): "fix" | "undo" | "change" {
  if (task.kind !== "fix") return "change";
  return task.undoes === true ? "undo" : "fix";
}

const groupsOf = ({ approval }: Proposed): readonly string[] | null =>
  orNull(approval.by === "others" ? approval.groups : []);

const orNull = (names: readonly string[]): readonly string[] | null => (names.length === 0 ? null : names);

/** One who agreed and did it is named once. */
function byWhom(proposed: Proposed | undefined) {
  const names = (proposed?.approvals ?? []).map(({ requester: { displayName } }) => displayName);
  const ranBy = proposed?.ranBy?.displayName ?? null;
  const isSame = names.length === 1 && names[0] === ranBy;
  return { approvers: isSame ? null : orNull(names), ranBy };
}

/** As many as a phone shows above the buttons; the timeline has all of them. */
const mostSteps = 7;

type Step = Readonly<{ at: string; what: string }>;

/** From what the card shows anyway, in the order of time. */
export function stepsOf(answer: IncidentNow, messages: Messages): readonly CardFact[] {
  const { steps: texts } = messages.incident;
  const { incident, diagnosis } = answer;
  const { alerts, owner, status } = incident;
  const [worst] = alerts.listed;
  const more = alerts.open + alerts.resolved - 1;
  const all: readonly Step[] = [
    ...(worst && alerts.firstFiredAt
      ? [{ at: alerts.firstFiredAt, what: texts.alert({ rule: worst.alert.rule, more }) }]
      : []),
    ...(diagnosis === null
      ? []
      : [{ at: diagnosis.createdAt, what: texts.diagnosed({ name: diagnosis.requester.displayName }) }]),
    ...(owner === null ? [] : [{ at: owner.since, what: texts.taken({ name: owner.person.displayName }) }]),
    ...changeSteps(answer, messages),
    ...(status.state === "resolved"
      ? [{ at: status.at, what: texts.resolved({ name: status.by?.displayName ?? null }) }]
      : []),
  ];
  return all
    .toSorted((one, other) => one.at.localeCompare(other.at))
    .slice(-mostSteps)
    .map(({ at, what }) => ({ title: clock(at), value: plain(what) }));
}

function changeSteps(
  { change }: IncidentNow,
  { incident: { steps: texts, what } }: Messages,
): readonly Step[] {
  if (change === null) return [];
  const { createdAt, requester, status } = change;
  const which = whichOf(change);
  const proposed = "proposed" in status ? status.proposed : undefined;
  return [
    { at: createdAt, what: texts.asked({ name: requester.displayName, what: what[which] }) },
    ...(proposed?.approvals ?? []).map(({ requester: { displayName: name }, at }) => ({
      at,
      what: texts.approved({ name }),
    })),
    ...(status.state === "succeeded"
      ? [{ at: status.finishedAt, what: texts.made({ isGreen: status.diagnosis?.verdict === "healthy" }) }]
      : []),
  ];
}

/** `20:32:04`, of UTC. */
const clock = (iso: string): string => new Date(iso).toISOString().slice(11, 19);
