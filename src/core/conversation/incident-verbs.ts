// What can be asked of incidents, and that a channel hears nothing for a while; a part of the verbs (verbs.ts).
import type { ChatVerb } from "./chat-verb.ts";
import {
  anyOf,
  declaringWords,
  mutingBehind,
  mutingWords,
  owningWords,
  saidActs,
  saidStory,
  saidWeekly,
  weekWords,
} from "./incident-words.ts";

export const signedIn = { activity: null, needsSignIn: true } as const;
export const reading = { activity: "read", needsSignIn: true } as const;

/** Done at once and to the requester: "don't" forbids it. */
export const toRequester = { onlyOrdered: true, ofRequester: true, isDoneAtOnce: true } as const;
export const toChannel = { ofChannel: true, onlyOrdered: true, isDoneAtOnce: true } as const;

export const incidentVerbs = {
  mute: {
    ...signedIn,
    grammar: { reads: "sentence", phrases: anyOf([mutingWords, mutingBehind]) },
    help: [{ line: "mute", write: "mute NAME 2h because REASON", place: 28 }],
    ...toChannel,
  },
  unmute: {
    ...signedIn,
    grammar: { reads: "cluster", phrases: { en: "unmute", de: "stummschaltung aufheben", zh: "取消静音" } },
    line: "unmute",
    near: ["unmute"],
    ...toChannel,
  },
  story: {
    ...reading,
    ...saidStory,
    ofChannel: true,
  },
  incident: {
    ...reading,
    grammar: { reads: "sentence", phrases: declaringWords },
    line: "incident",
    help: [{ line: "incident", write: "incident NAME sev 1 because REASON", place: 18 }],
    ...toChannel,
    menu: ["shared"],
  },
  incidents: {
    ...signedIn,
    grammar: {
      reads: "nothing",
      phrases: {
        en: "(?:list |open )?incidents",
        de: "(?:offene )?(?:störungen|vorfälle)",
        zh: "(?:当前|未解决的?)(?:事件|事故|故障)|(?:事件|事故|故障)列表",
      },
    },
    line: "incidents",
    near: ["incidents"],
    help: [{ line: "incidents", write: "incidents", place: 19 }],
    ofChannel: true,
    menu: ["shared"],
  },
  pastIncidents: {
    ...signedIn,
    grammar: {
      reads: "cluster",
      phrases: {
        en: "(?:past|earlier|previous) incidents(?: (?:of|on|for))?",
        de: "(?:frühere|vergangene) (?:vorfälle|störungen)(?: (?:von|auf))?",
        zh: "历史(?:事件|事故|故障)",
      },
    },
    line: "past incidents",
    near: ["past incidents"],
    help: [{ line: "pastIncidents", write: "past incidents NAME", place: 31 }],
    ofChannel: true,
  },
  actOnIncident: {
    ...reading,
    ...saidActs,
    ...toRequester,
    ofChannel: true,
    menu: ["shared"],
  },
  weekly: {
    ...signedIn,
    ...saidWeekly,
    line: "weekly on",
    help: [{ line: "weekly", write: "weekly on", place: 30 }],
    ...toChannel,
  },
  week: {
    ...signedIn,
    grammar: { reads: "sentence", phrases: weekWords },
    line: "week",
    help: [{ line: "week", write: "week", place: 29 }],
    ofChannel: true,
  },
  owner: {
    ...signedIn,
    grammar: { reads: "sentence", phrases: owningWords },
    line: "who is on",
    help: [{ line: "owner", write: "who is on NAME", place: 25 }],
    ofChannel: true,
    menu: ["shared"],
  },
} as const satisfies Readonly<Record<string, ChatVerb>>;
