// What becomes possible or impossible by another policy, one sentence for all that is alike.
import { severities } from "../../../core/alert/alert.ts";
import {
  type Dimension,
  everywhere,
  type Merged,
  nowhere,
  type Outcome,
  other,
  otherOutside,
  together,
} from "../../../core/policy/diff/difference.ts";
import type { cliDiff as en } from "../en/cli-diff.ts";
import { sayApproval } from "./who-agrees.ts";
import { and, list } from "./words.ts";

const openAlerts = Object.fromEntries(
  severities.map((each) => [each, `solange ein Alarm mit ${each} offen ist`]),
);

type Part = Merged["in"][Dimension];

/** Empty where it is said of all, or matters to none. */
const named = (part: Part, words: Readonly<Record<string, string>>): string =>
  part === "all" ? "" : list(part.map((label) => words[label] ?? label).filter((word) => word !== ""));
const around = (before: string, said: string): string => (said === "" ? "" : `${before} ${said}`);

function sayVerbs({ kind, in: { verbs } }: Merged): string {
  if (kind === "fix") return "die Behebung in Azure ausführen lassen";
  if (kind === "mode") return "den Modus umschalten";
  if (kind !== "run" && kind !== "change") return kind;
  if (verbs === "all") return kind === "run" ? "jeden lesenden Befehl" : "jede Änderung";
  const ofKubectl = verbs.filter((verb) => verb !== other && !verb.startsWith("helm "));
  return list([
    ofKubectl.length === 0 ? "" : `kubectl ${list(ofKubectl)}`,
    ...verbs.filter((verb) => verb.startsWith("helm ")),
    verbs.includes(other) ? "andere Verben" : "",
  ]);
}

function sayWhen({ kind, in: { hours, incident, emergency, tags, withoutEntra } }: Merged): string {
  const isCommand = kind === "run" || kind === "change" || kind === "diagnose-inside";
  return [
    isCommand && withoutEntra === "all"
      ? "auch ohne Entra"
      : named(withoutEntra, { yes: "wo es kein Entra gibt", no: "" }),
    around("mit den Tags", named(tags, { [other]: "keinem der genannten" })),
    around("Zeit:", named(hours, { [other]: "sonst" })),
    named(incident, { ...openAlerts, no: "solange keiner offen ist" }),
    named(emergency, { yes: "im Notfall", no: "ohne Notfall" }),
  ]
    .filter((each) => each !== "")
    .map((each) => `, ${each}`)
    .join("");
}

function sayOutcome(outcome: Outcome): string {
  if (outcome.effect === "deny") return "gar nicht";
  const { approval, show, unmasked } = outcome;
  const seen = show === "personal" ? "sichtbar nur für die anfragende Person" : "sichtbar für alle im Thread";
  const plain = approval === undefined || show === "personal" ? [seen] : [];
  const agreed = approval === undefined ? [] : [`freizugeben durch ${sayApproval(approval)}`];
  return [...agreed, ...plain, ...(unmasked ? ["auf Wunsch auch Geheimes"] : [])].join(", ");
}

function sentence(it: Merged): string {
  const { before, after, kind } = it;
  const { groups, resources, namespaces, names, clusters } = it.in;
  const who =
    groups === "all"
      ? "jede Gruppe"
      : and(groups.map((each) => (each === together ? "wer in allen Gruppen ist" : each)));
  const may =
    before.effect === "deny" ? "darf jetzt" : after.effect === "deny" ? "darf nicht mehr" : "darf weiterhin";
  const what = [
    sayVerbs(it),
    named(resources, { [other]: "andere Typen", [otherOutside]: "andere Typen außerhalb von Namespaces" }),
    around("mit Namen", named(names, { [other]: "anderen", [nowhere]: "" })),
    around(
      "in",
      named(namespaces, {
        [other]: "anderen Namespaces",
        [nowhere]: "",
        [everywhere]: "allen Namespaces zugleich",
      }),
    ),
    around("auf", named(clusters, { [other]: "anderen Clustern" })),
  ]
    .filter((each) => each !== "")
    .join(" ");
  if (kind === "mode") return `${who} ${may}: ${what}`;
  const now = after.effect === "deny" ? "" : `, ${sayOutcome(after)}`;
  return `${who} ${may}: ${what}${sayWhen(it)}${now} (vorher: ${sayOutcome(before)})`;
}

export const cliDiff: typeof en = {
  nothing: "Nichts von dem, was gefragt wurde, wird möglich oder unmöglich.",
  sentence,
};
