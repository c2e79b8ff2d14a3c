// What a phone writes of a spoken line: "prod dash one", "minus n kube system", "edge杠一", "question mark".

const numbers: Readonly<Record<string, string>> = {
  ...{ one: "1", two: "2", three: "3", four: "4", five: "5", six: "6", seven: "7", eight: "8", nine: "9" },
  ...{ eins: "1", zwei: "2", drei: "3", vier: "4", fünf: "5", sechs: "6", sieben: "7", acht: "8", neun: "9" },
  ...{ 一: "1", 二: "2", 两: "2", 三: "3", 四: "4", 五: "5", 六: "6", 七: "7", 八: "8", 九: "9" },
};
const number = `(${Object.keys(numbers).join("|")}|\\d{1,3})(?![\\p{Script=Latin}\\d])`;
const numberOf = (said: string): string => numbers[said.toLowerCase()] ?? said;

/** What clusters are called by, where a number alone stands behind. */
const stage = "(prod|stage|staging|edge|dev|test|uat|qa)";

const written: readonly (readonly [said: RegExp, as: (...found: string[]) => string])[] = [
  // `prod dash one`, `edge 杠 1`
  [
    new RegExp(
      `(?<![\\w-])([a-z]{2,20})\\s?(?:\\s(?:dash|minus|hyphen|bindestrich|strich)\\s|杠|横杠|横线)\\s?${number}`,
      "giu",
    ),
    (_, name = "", of = "") => `${name}-${numberOf(of)}`,
  ],
  // `prod e u two`
  [
    new RegExp(`(?<![\\w-])${stage}\\s([a-z])\\s([a-z])\\s${number}`, "giu"),
    (_, name = "", one = "", other = "", of = "") => `${name}-${one}${other}-${numberOf(of)}`,
  ],
  // `edge one`
  [
    new RegExp(
      `(?<![\\w-])${stage}\\s(one|two|three|four|five|eins|zwei|drei|vier)(?![\\w-])(?!\\s+(?:of|more|or|pods?|nodes?|hours?|minutes?|min|days?|weeks?|stunden?|minuten?|tagen?|wochen?))`,
      "giu",
    ),
    (_, name = "", of = "") => `${name}-${numberOf(of)}`,
  ],
  [/(?<![\w-])(?:minus|dash) ([a-z])(?= [a-z0-9])/giu, (_, flag = "") => `-${flag}`],
  // What AKS itself runs: `konnectivity agent`, `core dns`.
  [
    /(?<![\w-])(kube|metrics|konnectivity|ingress|cert) (proxy|server|agent|nginx|manager)(?![\w-])/giu,
    (_, one = "", other = "") => `${one}-${other}`,
  ],
  [/(?<![\w-])core dns(?![\w-])/giu, () => "coredns"],
  [/(?<![\w-])kube (system|public)(?![\w-])/giu, (_, of = "") => `kube-${of}`],
  [/\s(?:comma|komma)(?=\s)/giu, () => ","],
  [/\s(?:period|full stop|punkt)\s*$/giu, () => "."],
  [/\s(?:question mark|fragezeichen)\s*$/giu, () => "?"],
];

/** As it would have been typed. A command is left as it is. */
export const typedOf = (line: string): string =>
  /\b(?:kubectl|helm)\s+[a-z-]+\s+-|`|\n/.test(line)
    ? line
    : written.reduce((text, [said, as]) => text.replace(said, as), line);
