// What a press is answered with where no card is: a few words under the buttons, or a message of their own.
import type { ActRefusal, IncidentAct } from "../incident/incident.ts";
import type { DenialReason } from "../policy/decision.ts";
import type { WhyNoRunner } from "../run/failure.ts";
import type { FeedbackAnswer, Tally } from "../run/feedback.ts";
import type { RunStateName } from "../run/run.ts";
import type { WhyUnread } from "../snapshot/section.ts";

type Nothing = Readonly<Record<never, never>>;

type Values = {
  started: Nothing;
  alreadyOnIt: Nothing;
  takesLonger: Nothing;
  /** Of the same person: they have to be answered first. */
  tooManyWait: Nothing;
  outdated: Nothing;
  /** The same whether there is such a run or not: an id is not a way to find out. */
  notHere: Nothing;
  /** The same of a change, wherever it may be decided on. */
  noSuchChange: Nothing;
  notYourChoice: Nothing;
  notYourWish: Nothing;
  signInFirst: Nothing;
  sendingSignIn: Nothing;
  signInBelow: Nothing;
  tooManyGuesses: Nothing;
  removing: Nothing;
  /** Whether a file may be put into somebody's OneDrive is asked in their own chat. */
  offeringFile: Nothing;
  noFilesHere: Nothing;
  fileGone: Nothing;
  fileDeclined: Nothing;
  /** The address that it was to be put to is none of Teams' own. */
  fileElsewhere: Nothing;
  fileNotTaken: { code: string };
  runningAgain: Nothing;
  /** The policy shows it masked only. */
  maskedOnly: Nothing;
  /** The policy shows it to its requester alone. */
  inPrivateOnly: Nothing;
  /** `said`: why Azure's rights could not be read. */
  azureUnknown: { said: WhyUnread };
  azureForbids: { action: string; cluster: string };
  feedbackTaken: { answer: FeedbackAnswer; tally: Tally };
  fixAsked: { person: string };
  fixAskedBefore: { person: string };
  /** They left the conversation since. */
  fixAskGone: { person: string };
  /** Whoever presses is the one who would be asked. */
  fixIsYours: Nothing;
  /** `missing`: so many others have to agree still; none: it is being done. */
  changeApproved: { missing: number };
  approvedBefore: Nothing;
  /** Some of it is not shown to anybody. */
  notAllSeen: Nothing;
  changeRejected: Nothing;
  changeWithdrawn: Nothing;
  /** Whoever asked never approves, whatever groups they are in. */
  ownRequest: Nothing;
  notApprover: { groups: readonly string[] };
  notYourRequest: Nothing;
  /** What it would do is still being looked at. */
  changeNotYet: Nothing;
  /** It was decided, or went on, before. */
  changeOver: { state: RunStateName };
  /** The card shows something else than what would be approved. */
  proposalOutdated: Nothing;
  /** What a fix, or taking one back, would change is looked at first. */
  lookingAtFix: Nothing;
  /** What a diagnosis saw is too long ago to be made, or taken back. */
  fixTooOld: Nothing;
  /** That run has none. Written with its id, the same where no such run is known: no button was pressed. */
  noSuchFix: Nothing;
  /** `person` did, in that run, which has not ended. */
  fixRequestedBefore: { person: string; run: string };
  placeForgotten: Nothing;
  answeredElsewhere: { run: string };
  /** The same where no run came of the question. */
  answeredBeside: Nothing;
  /** A second card of an alert. */
  incidentElsewhere: { incident: string };
  /** To whoever had a channel follow the cluster. */
  incidentNotShown: { incident: string; cluster: string };
  /** What somebody did with an incident. */
  incidentActed: { act: Exclude<IncidentAct["act"], "handOver" | "note"> };
  incidentHandedOver: { to: string };
  /** `by`: where its card stood; left out for whoever did it. */
  incidentMerged: { cluster: string; from: string; into: string; by: string | null };
  /** Alerts of `rule` are those of `into` from now on. */
  incidentSplit: { rule: string; from: string; into: string };
  /** Somebody did so before. */
  splitBefore: { rule: string; into: string };
  /** `until`: ISO time, UTC. */
  volunteering: { cluster: string; until: string };
  volunteeringEnded: { cluster: string };
  notVolunteering: Nothing;
  /** `by` took the place of `person`, who is told. */
  volunteerReplaced: { by: string; person: string; cluster: string };
  /** Who stands for the channel may not, or is not signed in any more. */
  volunteerCannot: { person: string; because: "signIn" | "mode" | "rights" | "notHere" | "rosterUnread" };
  /** Nothing came of it. */
  incidentAsItWas: { why: ActRefusal };
  /** It stands on the trail with the incident. */
  incidentNoted: Nothing;
  incidentDeclared: { incident: string; cluster: string };
  /** One of the cluster is open here: no second one was made. `noted`: why it was to be declared is a note on that. */
  incidentGoesOn: { incident: string; cluster: string; noted: boolean };
  /** Written in no thread of an incident, and none was named. `open`: those that are open here, with their ids. */
  incidentWhich: { open: readonly string[] };
  /** None that the person may see. `cluster`: where one was named. */
  noIncidentHere: { cluster: string | null };
  noIncidentOfId: { incident: string };
  /** To whom an incident is handed over. `people`: those who are in the conversation, or those whom the name fits. */
  nobodyCalled: { name: string; people: readonly string[] };
  severalCalled: { name: string; people: readonly string[] };
  rosterUnread: Nothing;
  /** What stood there belonged to somebody who was forgotten. */
  removed: Nothing;
};

type OwnNote = { [K in keyof Values]: Readonly<{ is: K } & Values[K]> }[keyof Values];

/** A denial of the policy or the mode is said by itself, and so is why something is not done with somebody's rights. */
export type Notice = OwnNote | DenialReason | WhyNoRunner;

/** One that holds nothing but its id. */
export const notice = <Is extends PlainNote>(is: Is): Readonly<{ is: Is }> => ({ is });
type PlainNote = { [K in keyof Values]: keyof Values[K] extends never ? K : never }[keyof Values];
