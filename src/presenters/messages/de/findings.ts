// What findings say, in German: one file a group.
import type { Stated } from "../../../core/diagnosis/summary-data.ts";
import { german } from "../catalogue.ts";
import type { findingTexts as en } from "../en/findings.ts";
import { findingSpeech, wordsOfFindings } from "../speech/findings.ts";
import { wordsOfInside } from "../speech/inside.ts";
import { sentences } from "./words.ts";

const commonFacts = german.speech.commonFacts();
const { sections } = german.texts;

const findings = wordsOfFindings(german.texts);
const inside = wordsOfInside(german.texts);

const { sayFacts, titleOf, remedyOf } = findingSpeech({ findings, shared: commonFacts }, inside, sentences);

/** What a finding says, a sentence each. */
export const sayFound = ({ check, facts }: Stated): string => sayFacts(check, facts);

export const findingTexts: typeof en = {
  findings,
  inClusterFindings: inside.findings,
  sayFound,
  titleOfFinding: titleOf,
  remedyOfFinding: remedyOf,
  sections,
  /** On a card, of the page that says why something is the rule. */
  why: "Warum",
};
