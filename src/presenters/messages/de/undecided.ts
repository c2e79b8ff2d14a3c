// As the topics say it that are no JSON yet.
import { german } from "../catalogue.ts";
import { undecidedSpeech } from "../speech/undecided.ts";

export const undecidedTexts = undecidedSpeech(german.texts);
export const { sayRuleDoubt, sayFirewallDoubt, sayDownState, sayPart, sayPartState } = undecidedTexts;
