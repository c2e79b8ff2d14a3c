// As the topics say it that are no JSON yet.
import { english } from "../catalogue.ts";
import { undecidedSpeech } from "../speech/undecided.ts";

export const undecidedTexts = undecidedSpeech(english.texts);
export const { sayRuleDoubt, sayFirewallDoubt, sayDownState, sayPart, sayPartState } = undecidedTexts;
