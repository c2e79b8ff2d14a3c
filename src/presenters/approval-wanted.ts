// Those who may approve a change or a fix are asked: a message of its own that mentions them, since an edit notifies nobody.
import template from "../../cards/approval-wanted.json" with { type: "json" };
import { isOfAgreement } from "../core/change/agreed-task.ts";
import type { Answer } from "../core/chat/answer.ts";
import { arrange, press } from "./button.ts";
import { headingOf, isEmergency, wordsOf } from "./change-parts.ts";
import { tagged } from "./fix-ask.ts";
import type { Messages } from "./messages/messages.ts";
import type { Presented } from "./presented.ts";
import { presentShort } from "./short.ts";
import { render } from "./template.ts";
import { plain } from "./text.ts";
import { utc } from "./time.ts";

type ApprovalWanted = Extract<Answer, { kind: "approvalWanted" }>;

/** Most people of one message: who is mentioned is told, and twenty are enough to find one awake. */
const PEOPLE = 20;

/** Each tag is another one, or Teams would show one person for two. */
function mentions(people: ApprovalWanted["people"]) {
  const all = people.slice(0, PEOPLE).map(({ userId, name }) => ({ id: userId, name: tagged(name) }));
  return all.map(({ id, name }, at) => {
    const before = all.slice(0, at).filter((other) => other.name === name).length;
    const called = before === 0 ? name : `${name} ${before + 1}`;
    return { id, name: called, tag: `<at>${called}</at>` };
  });
}

export function presentApprovalWanted(answer: ApprovalWanted, messages: Messages): Presented {
  const { run, groups } = answer;
  const { status } = run;
  if (!isOfAgreement(run) || status.state !== "pendingApproval") return presentShort(answer, messages);
  const { approval: texts } = messages;
  const { asked, risks } = wordsOf(run, messages);
  const people = mentions(answer.people);
  const by = run.requester.displayName;
  const until = utc(status.expiresAt);
  const title = headingOf(run, texts.wanted, messages);
  const asks =
    people.length === 0
      ? plain(texts.asksGroups(by, groups, until))
      : `${texts.people(people.map(({ tag }) => tag))}${plain(texts.asksYou(by, until))}`;
  const data = {
    style: isEmergency(run) ? "attention" : "warning",
    title: plain(title),
    subtitles: asked.map((sentence) => plain(sentence)),
    people,
    asks,
    warnings: risks.map((risk) => plain(risk)),
    footer: plain(texts.wantedFooter(run.id)),
    buttons: arrange([press(texts.buttons.review, { verb: "change.review", run: run.id })]),
  };
  return render(template, messages.headed(title, texts.asksGroups(by, groups, until)), data);
}
