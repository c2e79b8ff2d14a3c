// What a press is answered with where no card is.
import type { Notice } from "../../../core/conversation/notice.ts";
import { english } from "../catalogue.ts";
import type { Says } from "../says.ts";
import { approvalNotes } from "./approval.ts";
import { denialTexts } from "./denials.ts";
import { fileNotes } from "./files.ts";

const { sayUnread } = english.speech;

export const notes: Says<Notice> = {
  ...denialTexts.denials,
  ...fileNotes,
  ...approvalNotes,
  started: () => "Started. The answer comes here.",
  alreadyOnIt: () => "Already on it.",
  takesLonger: () => "This takes longer than usual. The answer comes here as soon as I have it.",
  tooManyWait: () =>
    "So many of your messages wait for their answers that this one was not taken. Nothing was done for it. Send it again when they are answered.",
  outdated: () => "This button is from an older card. Please ask again.",
  notHere: () => "This output is not kept, or not for you to read here. Please run the command yourself.",
  notYourChoice: () => "Only the person who asked can choose, once. Please ask the question yourself.",
  notYourWish: () => "Only the person who asked can confirm, once and within ten minutes. Write `forget me`.",
  signInFirst: () => "Sign in first: write `sign in` in our chat.",
  sendingSignIn: () => "I am sending a sign-in card to our chat.",
  signInBelow: () => "Sign in with the card below, and I go on.",
  tooManyGuesses: () =>
    "Too many of your presses or codes were not valid, so I look up no more of them: wait ten minutes, then try again.",
  removing: () => "Removing it. I say here when it is done.",
  runningAgain: () => "Running it again as you; the output comes in our chat.",
  maskedOnly: () =>
    "The policy shows you this output masked only: not every rule that allows you the command says `unmasked: true`.",
  inPrivateOnly: () => "The policy shows this output to you alone: ask for it in our chat.",
  azureUnknown: ({ said }) =>
    `It is not known whether Azure lets you see this, so it is not shown. ${sayUnread(said)}`,
  azureForbids: ({ action, cluster }) => `Azure does not let you see this: you lack ${action} on ${cluster}.`,
  feedbackTaken: ({ answer, tally: { yes, no } }) =>
    `Noted, thank you: ${answer === "yes" ? "yes" : "no"}. So far ${yes} said yes and ${no} said no.`,
  fixAsked: ({ person }) => `Asked ${person}, in a message here. Nothing was run.`,
  fixAskGone: ({ person }) => `${person} is not in this conversation any more: press “Check again”.`,
  fixAskedBefore: ({ person }) => `${person} was asked already, in a message here.`,
  fixIsYours: () => "That is you: the lines of the fix are on the card, under Show command.",
  lookingAtFix: () =>
    "Looking at what it would change, as you. Nothing is changed yet: the card that comes here says what happens next.",
  fixRequestedBefore: ({ person, run }) =>
    `${person} asked for this already, and ${run} has not ended: no second request was made.`,
  noSuchFix: () =>
    "I find no fix under that run here that could be asked for or taken back: diagnose the cluster again.",
  fixTooOld: () => "This is more than an hour old: press “Check again”, and ask for the fix that it finds.",
  placeForgotten: () => "Where you are is forgotten: I ask again where it decides.",
  answeredElsewhere: ({ run }) => `Answered in another message here: ${run}.`,
  answeredBeside: () => "Answered in another message here.",
  incidentElsewhere: ({ incident }) => `This alert stands on another card here: ${incident}.`,
  incidentNotShown: ({ incident, cluster, rule }) =>
    `The card of an alert about ${cluster} may not stand in the channel that you had follow it: Teams did not take it, or did not say so. The alert is ${rule} (${incident}). Look at it in Azure Monitor; \`watches\` in the channel says whether it still follows ${cluster}.`,
  removed: () => "What stood here was removed with everything that was kept of whoever asked.",
};

export const noteTexts = { notes };
