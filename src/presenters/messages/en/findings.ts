// What findings say, in English: one file a group.
import type { Stated } from "../../../core/diagnosis/summary-data.ts";
import { english } from "../catalogue.ts";
import { findingSpeech, wordsOfFindings } from "../speech/findings.ts";
import { wordsOfInside } from "../speech/inside.ts";
import { sentences } from "./words.ts";

const commonFacts = english.speech.commonFacts();
const { sections } = english.texts;

const findings = wordsOfFindings(english.texts);
const inside = wordsOfInside(english.texts);

const { sayFacts, titleOf, remedyOf } = findingSpeech({ findings, shared: commonFacts }, inside, sentences);

/** What a finding says, a sentence each. */
export const sayFound = ({ check, facts }: Stated): string => sayFacts(check, facts);

export const findingTexts = {
  findings,
  inClusterFindings: inside.findings,
  sayFound,
  titleOfFinding: titleOf,
  remedyOfFinding: remedyOf,
  sections,
  /** On a card, of the page that says why something is the rule. */
  why: "Why",
};
