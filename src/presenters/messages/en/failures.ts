// What did not end well: what happened, what was and was not done, what to do.

import { type Done, type Happened, likelyPodTrouble, podTrouble } from "../../../core/run/failure.ts";
import type { Unseen } from "../../../core/run/proposed.ts";
import { english } from "../catalogue.ts";
import { type Says, say } from "../says.ts";
import { afterUnread } from "../speech/unread.ts";
import { denialTexts } from "./denials.ts";
import { noteTexts } from "./notes.ts";
import { few, list, message, or } from "./words.ts";

const { afterNoPod } = english.texts.podTrouble;
const { whyNoPod } = english.texts.podTrouble;
const { nextAfter, sayRefusal, whyRefused } = english.speech;
const { saySignIn } = english.speech;
const { sayUnread } = english.speech;

const { denials } = denialTexts;

const leftOut = message<{ fields: number; object: string }>(
  "{fields, plural, one {# more field} other {# more fields}} of {object}",
);

const sayUnseen: Says<Unseen> = {
  hidden: ({ why, object, path }) =>
    why === "masked"
      ? `${path} of ${object} looks like a secret and is masked`
      : `${path} of ${object} is longer than what is kept of it`,
  leftOut: ({ fields, object }) => leftOut({ fields, object }),
  tooLong: () => "all of it is more than a card holds",
};

export const happened: Says<Happened> = {
  signIn: ({ failure }) => saySignIn(failure),
  azureRefused: ({ failure }) => sayRefusal(failure),
  unread: ({ section }) => sayUnread(section.message),
  byMode: ({ why }) => say(denials, why),
  noLongerAllowed: ({ why }) => `The policy no longer allows this: ${say(denials, why)}`,
  noLongerHere: () => "The policy no longer allows this: the output is for you alone; ask in our chat.",
  noLongerUnmasked: ({ why }) => `It is no longer allowed: ${say(noteTexts.notes, why)}`,
  unexpected: () => "Something failed on my side.",
  clusterStopped: ({ cluster }) => `${cluster} is stopped, so there is nothing to run the command on.`,
  runCommandDisabled: ({ cluster }) => `Run command is switched off on ${cluster}.`,
  identityChanged: () =>
    "The cluster's Entra integration changed after you asked, and with it whose rights the command would have.",
  commandNotRun: ({ said }) => {
    const trouble = podTrouble(said ?? "");
    if (trouble === null) return `AKS could not run the command: ${said ?? "Azure gave no reason."}`;
    return `AKS could not run the command: ${say(whyNoPod, trouble)}. AKS says: ${said}`;
  },
  commandGone: () =>
    "AKS holds no result of the command: that is how it answers where the command's pod never came to run, or where its result is too old.",
  outputWithheld: () =>
    "The command ran, and looking through its output for secrets took too long: it is not shown.",
  stillRunning: () => "The command had not ended after five minutes.",
  noAnswerAfterSending: ({ failure }) => `No answer came after the command was sent: ${whyRefused(failure)}`,
  stoppedWhileSending: () => "I was stopped while I was sending this command.",
  noPersonalChat: ({ unmasked }) =>
    unmasked
      ? "An output as it is comes to your own chat with me, and I have none with you yet."
      : "The policy shows this output to you alone, and I have no chat with you yet.",
  noChatForFile: () => "A file comes to your own chat with me, and I have none with you yet.",
  outputNotTaken: () => "Teams did not take the message with the output, so it was not shown.",
  outputPerhapsTaken: () => "Teams did not say whether it took the message with the output.",
  outputNotShown: () => "Something failed on my side, so the output was not shown.",
  answerPerhapsTaken: () => "Teams did not say whether it took my last answer to you.",
  restarted: () => "I was restarted before I had answered this.",
  restartedWhileShowing: () => "I was restarted before I knew whether an output was shown as it is.",
  restartedWhileDeciding: () => "I was restarted before I had answered this press.",
  signInServiceSilent: () =>
    "The Bot Framework's sign-in service did not answer, so your sign-in is still stored there.",
  databaseSilent: () => "My database did not answer.",
  resultGone: () => "The result of this request is no longer kept.",
  objectChanged: ({ objects }) =>
    `Somebody changed or deleted ${list(objects)} after this was looked at: it is not what was approved any more.`,
  changedSinceFix: ({ objects }) =>
    `The fix no longer stands in ${list(objects)} as it was made: taking it back could undo what others did there since.`,
  madeSince: ({ objects }) =>
    `The fix would make ${list(objects)} anew, and that is there already: what others put into it would be written over.`,
  objectNotFound: ({ names }) => `The cluster holds no ${or(names)}.`,
  dryRunRefused: ({ said }) =>
    said === null
      ? "The cluster refuses this, as its dry run says. Why is for whoever asked alone, in their own chat."
      : `The cluster refuses this, as its dry run says: ${said}`,
  notAllSeen: ({ unseen }) =>
    unseen.length === 0
      ? "Some of what it would change can be shown to nobody, and nobody approves what they cannot see. What that is, is for whoever asked alone, in their own chat."
      : `Some of what it would change can be shown to nobody, and nobody approves what they cannot see: ${few(unseen.map((each) => say(sayUnseen, each)))}.`,
  lookUnreadable: () => "What this would do could not be read from the cluster's answer.",
  approvalUnconfirmed: ({ person }) =>
    `The approval of ${person} no longer counts: their groups could not be read again, or are none of those that approve this.`,
  approvalExpired: () => "The time in which this was approved is over.",
  approvalOtherwise: () => "What was approved is not what would be done now.",
  approvalTooFew: ({ count, groups, given }) =>
    `By now the policy asks for more approvals by members of ${or(groups)}: ${count}, and this has ${given}.`,
  objectsUnread: () =>
    "Whether the objects are still as they were approved could not be read just before, so the change was not made.",
  changeUnanswered: ({ failure }) => `No answer came after the change was sent: ${whyRefused(failure)}`,
  changeInterrupted: () => "I was stopped while I was sending this change.",
  changeUnreadable: () => "The change was sent, and what it printed could not be read.",
  sentFileGone: ({ name }) => `The file ${name} is not kept any more, or cannot be opened.`,
  needsThread: () => "Somebody else has to approve this, and in a chat with me alone nobody else sees it.",
  emergencyUnheard: ({ because }) => {
    switch (because) {
      case "botAlone":
        return "An emergency is said aloud, and in a chat with me alone nobody else hears of it.";
      case "nobodyElse":
        return "An emergency is said aloud, and Teams names nobody else who would hear of it, neither here nor in the operators' channel.";
      case "notTaken":
        return "An emergency is said aloud before anything is sent, and Teams has not taken that.";
    }
  },
};

const lookFirst = "Look at the object before you ask anew, for example with `kubectl get` and `-o yaml`.";
const inAMinute = "Ask again in a minute.";
const safeAgain = "It only reads, so it is safe to ask again.";
const seeWhoAmI = "Write `whoami` to see what the policy lets you do.";
const pressAgain = "Press “Show as it is” again.";
const ifUnseen = "If you do not see it in our chat, press “Show as it is” again.";
const forgetAgain = "Write `forget me` again in a minute.";
const askForLess = "Ask for less, for example one namespace or `--tail 100`.";

const nextUnread = afterUnread({
  answered: nextAfter,
  again: inAMinute,
  named: "Check its name and resource group; if they are right, ask for the role below.",
  role: "Ask for the role below, then ask me again.",
});

export const next: Says<Happened> = {
  signIn: ({ failure }) =>
    failure.code === "unavailable" ? inAMinute : "Write `sign in` in your chat with me, then ask again.",
  azureRefused: ({ failure }) => nextAfter(failure),
  unread: nextUnread,
  byMode: () => "`mode` shows what is in force now: ask again once it allows this.",
  noLongerAllowed: () => seeWhoAmI,
  noLongerHere: () => seeWhoAmI,
  noLongerUnmasked: () => seeWhoAmI,
  unexpected: ({ id }) => `Ask again; if it happens twice, give ${id} to whoever runs me.`,
  clusterStopped: ({ cluster }) => `Write \`diagnose ${cluster}\` for the line that starts it.`,
  runCommandDisabled: ({ cluster }) => `Write \`access ${cluster}\` for another way in.`,
  identityChanged: () => "Ask again.",
  commandNotRun: ({ said }) => say(afterNoPod, likelyPodTrouble(said ?? "")),
  commandGone: () => say(afterNoPod, likelyPodTrouble("")),
  outputWithheld: () => "Ask for less, for example one object, one namespace or `--tail 100`.",
  stillRunning: () => askForLess,
  noAnswerAfterSending: () => safeAgain,
  stoppedWhileSending: () => safeAgain,
  noPersonalChat: ({ url, unmasked }) =>
    `Open a chat with me (${url}), write \`help\`, then ${unmasked ? "press" : "ask"} again.`,
  noChatForFile: ({ url }) =>
    `Open a chat with me (${url}), write \`help\`, then press “Send as file” again.`,
  outputNotTaken: () => pressAgain,
  outputPerhapsTaken: () => ifUnseen,
  outputNotShown: () => pressAgain,
  answerPerhapsTaken: () => "If you do not see it where you asked, write `status`.",
  restarted: () => "Please ask again.",
  restartedWhileShowing: () => ifUnseen,
  restartedWhileDeciding: () =>
    "Look at the card of the change: it says whether your press counts. Where it still waits, press again.",
  signInServiceSilent: () => forgetAgain,
  databaseSilent: () => forgetAgain,
  resultGone: () => "Ask again.",
  objectChanged: () => "Ask anew: you see what is there now, and that is approved.",
  changedSinceFix: () => "Look at what stands there now, and put back by hand what should be as it was.",
  madeSince: () => "Press “Check again” on the diagnosis, and ask for the fix that it finds.",
  objectNotFound: () => "Check names and namespace, then ask again.",
  dryRunRefused: () => "Change what it complains about, then ask again.",
  notAllSeen: () =>
    "Ask for it in smaller parts, with secrets by the names of their Secrets; or do it in your own terminal.",
  lookUnreadable: () => "Ask again; for fewer objects if it happens twice.",
  approvalUnconfirmed: () => "Ask anew, and have it approved by somebody who is in the group now.",
  approvalExpired: () => "Ask anew if it is still needed.",
  approvalOtherwise: () => "Ask anew: you see what it would do now, and that is approved.",
  approvalTooFew: () => "Ask anew: whoever has to approve it by now is asked.",
  objectsUnread: () => "Ask anew in a minute.",
  changeUnanswered: () => lookFirst,
  changeInterrupted: () => lookFirst,
  changeUnreadable: () => lookFirst,
  sentFileGone: () => "Send the file again in our chat, then ask again.",
  needsThread: () => "Ask in the channel or group chat where those who approve are.",
  emergencyUnheard: ({ because }) =>
    because === "notTaken"
      ? "Ask again in a minute, or in another channel in which people work on it."
      : "Ask in the channel or group chat in which people work on it.",
};

export const done: Readonly<Record<Done, string>> = {
  nothingSent: "Nothing was sent to the cluster.",
  nothingSentAnywhere: "Nothing was sent to a cluster.",
  nothingSentForIt: "Nothing was sent to a cluster for it.",
  nothingSentUnlessSaid: "Nothing was sent to the cluster unless a card of mine says so.",
  partlyMade: "Its first writes were made in Azure and stay made; nothing more of it was sent.",
  nothingChanged: "Nothing was changed in the cluster.",
  perhapsSent: "It may have been sent to the cluster; I did not send it again.",
  sentBefore: "The command was sent once before I was restarted; its output was not read.",
  sentOutputUnread: "The command was sent, and its output could not be read.",
  sentOutputNotKept: "It was sent once; nothing of its output was kept.",
  sentPerhapsRunning:
    "It was sent once and may still be running in the cluster; I stopped waiting for its output.",
  sentUnknown: "It was sent once; nobody can know whether it ran. I did not send it again.",
  podRefused:
    "AKS asked the cluster to start the command's pod, which was refused: the command did not run, and nothing was changed.",
  podTried: "AKS asked the cluster to start the command's pod; whether the command had started is not known.",
  noOutput: "AKS returned no output; whether the command had started is not known.",
  unknown: "Nobody can know whether it ran. I did not send it again.",
  ranAgain: "The command was run once more, as you; its output was not kept.",
  perhapsRanAgain: "The command may have been run once more, as you; its output was not kept.",
  notPostedAgain: "I do not post it a third time.",
  nothingRemoved: "Nothing was removed.",
  signInRemoved: "Your sign-in is removed, and as far as I can tell nothing else.",
  ran: "It ran to its end.",
};

export const failureTexts = { failures: { happened, next, done } };
