// What is wrong with a setting, in the parts that a table shows; as a sentence where there is no table.

/** Nothing of a secret is repeated in either. */
export type SettingProblem = Readonly<{
  /** The setting that it is about, the first of several. */
  setting: string;
  found: string;
  /** Empty where what was found says it. */
  expected: string;
}>;

export const problemOf = (setting: string, found: string, expected = ""): SettingProblem => ({
  setting,
  found,
  expected,
});

export const sentenceOf = ({ found, expected }: SettingProblem): string =>
  expected === "" ? `${found}.` : `${found}: ${expected}.`;
