// What somebody writes of an incident (`ack`, `hand over to Megan`, `close because …`) comes to what its buttons do.
import type { Member } from "../../core/access/who-may.ts";
import type { Answer } from "../../core/conversation/answer.ts";
import type { IntentOf, SaidAct } from "../../core/conversation/intent.ts";
import { type Notice, notice } from "../../core/conversation/notice.ts";
import type { Message } from "../../core/delivery/message.ts";
import type { Incident, IncidentAct } from "../../core/incident/incident.ts";
import { redact } from "../../core/redact/redact.ts";
import { foldCase } from "../../core/text/text.ts";
import { messageOf } from "../delivery/outbox-messages.ts";
import type { SignedInRequest } from "../ports/services.ts";
import { type ActedOnIncident, actOnIncident } from "./act-on-incident.ts";
import { incidentToDiagnose } from "./find-incident.ts";
import { threadOf } from "./incident-card.ts";
import { mergeIncidents } from "./merge-incidents.ts";
import { splitIncident } from "./split-incident.ts";

export async function saidOfIncident(
  request: SignedInRequest,
  { incident: id, cluster, act }: IntentOf<"actOnIncident">,
): Promise<Answer> {
  const found = await incidentToDiagnose(request, { incident: id, cluster });
  if ("answer" in found) return found.answer;
  if (act.act === "split") return splitIncident(request, found.incident, act.rule);
  const acted = await actSaid(request, found.incident, act);
  return "done" in acted ? { kind: "noted", text: acted.done } : { kind: "pressRefused", reason: acted.text };
}

/** What is kept of it is masked. */
async function actSaid(
  request: SignedInRequest,
  incident: Incident,
  act: Exclude<SaidAct, { act: "split" }>,
): Promise<ActedOnIncident> {
  const { services, asker } = request;
  const done = (masked: IncidentAct) => actOnIncident(services, asker, incident.id, masked);
  switch (act.act) {
    case "handOver":
      return handOver(request, incident, act.to);
    case "merge":
      return mergeIncidents(services, asker, incident, act.into);
    case "note":
      return done({ ...act, text: redact(act.text).text });
    case "resolve":
      return done({ ...act, because: act.because === null ? null : redact(act.because).text });
    default:
      return done(act);
  }
}

async function handOver(
  { services, asker }: SignedInRequest,
  incident: Incident,
  name: string,
): Promise<ActedOnIncident> {
  const members = await services.roster.addressed(asker.conversation, services.timeouts.names);
  if (members === null) return { text: notice("rosterUnread") };
  const people = members.map(({ member }) => member);
  const found = personCalled(people, name);
  if ("none" in found) return { text: found.none };
  const { person } = found;
  const { objectId } = asker.requester;
  const home = members.find(({ member }) => member === person)?.tenantId;
  const tenantId = home ?? asker.requester.tenantId;
  if (foldCase(person.objectId) === foldCase(objectId))
    return actOnIncident(services, asker, incident.id, { act: "take" });
  const to = { objectId: person.objectId, tenantId, displayName: person.name };
  return actOnIncident(services, asker, incident.id, { act: "handOver", to }, (current) => [
    handed(services, asker, current, person),
  ]);
}

/** In the thread of the incident, wherever it was written. */
function handed(
  services: SignedInRequest["services"],
  asker: SignedInRequest["asker"],
  incident: Incident,
  { userId, name }: Member,
): Message {
  const { id, cluster } = incident;
  const by = asker.requester.displayName;
  const answer: Answer = {
    kind: "incidentHanded",
    ...{ incident: id, cluster: cluster.name, by, person: { userId, name } },
  };
  return messageOf(services, threadOf(services, asker, incident), answer);
}

/** More names nobody reads. */
const mostNamed = 12;

/** Somebody's whole name, else a part of it that is nobody else's. */
function personCalled(
  members: readonly Member[],
  written: string,
): Readonly<{ person: Member } | { none: Notice }> {
  const wanted = foldCase(written.trim());
  const whole = members.filter(({ name }) => foldCase(name) === wanted);
  const part = members.filter(
    ({ name }) => ` ${foldCase(name)}`.includes(` ${wanted}`) || hasHan(name, wanted),
  );
  const found = whole.length > 0 ? whole : part;
  const [person, other] = found;
  if (person !== undefined && other === undefined) return { person };
  const people = namesOf(person === undefined ? members : found);
  const name = redact(written).text;
  return { none: { is: person === undefined ? "nobodyCalled" : "severalCalled", name, people } };
}

/** A Chinese name has no spaces. */
const hasHan = (name: string, wanted: string): boolean =>
  /\p{Script=Han}/u.test(wanted) && foldCase(name).includes(wanted);

const namesOf = (members: readonly Member[]): readonly string[] =>
  members
    .map(({ name }) => name)
    .toSorted((one, other) => one.localeCompare(other))
    .slice(0, mostNamed);
