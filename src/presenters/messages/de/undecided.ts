// Why nobody knows what a rule does, and what a state is called that Azure has no word for. What was kept as words,
// before it was data, is said as it stands.
import type { FirewallDoubt } from "../../../core/network/firewall/decide.ts";
import type { GroupDoubt } from "../../../core/network/nsg.ts";
import type { CircuitPart, DownState, Lack, RuleDoubt } from "../../../core/network/step.ts";
import type { undecidedTexts as en } from "../en/undecided.ts";
import { type Says, say } from "../says.ts";

export const groupDoubts: Says<GroupDoubt> = {
  ruleOpen: ({ rule, priority }) =>
    `Regel ${rule} (Priorität ${priority}) nennt Anwendungssicherheitsgruppen, ein Diensttag oder einen Bereich, und ihr Text allein klärt das nicht`,
  ruleStrange: ({ rule, priority, kind, word }) =>
    `Regel ${rule} (Priorität ${priority}) hat bei ${kind} das Wort „${word}“, das hier nicht bekannt ist`,
  accessStrange: ({ rule, word }) => `Regel ${rule} hat den unbekannten Zugriff „${word}“`,
  noRule: () => "Keine Regel passt, also wurden nicht alle ihre Regeln gelesen",
  tagOpen: () => "Was das Tag VirtualNetwork hier außer dem Gelesenen umfasst, entscheidet es",
  nothingAsked: () => "Es gibt nichts zu entscheiden",
};

export const ruleDoubts: Says<RuleDoubt> = {
  ...groupDoubts,
  policiesStrange: ({ word }) => `Unbekannte Netzwerkrichtlinien „${word}“`,
};

export const firewallDoubts: Says<FirewallDoubt> = {
  ruleOpen: ({ rule }) =>
    `Ihre Regel ${rule} nennt Tags, Namen oder Bereiche, und ihr Text allein klärt das nicht`,
  groupUnread: ({ rule, group }) =>
    `Ihre Regel ${rule} nennt die IP-Gruppe ${group}, die nicht gelesen wurde`,
  kindStrange: ({ rule }) => `Ihre Regel ${rule || "ohne Namen"} ist von einer unbekannten Art`,
  actionStrange: ({ collection, word }) =>
    `Ihre Regelsammlung ${collection} hat die unbekannte Aktion „${word}“`,
  opensTls: ({ rule }) =>
    `Ihre Regel ${rule} bricht TLS auf, und ob die Nodes ihr Zertifikat annehmen, wird nicht gelesen`,
};

/** Both behind a colon. */
export const sayRuleDoubt = (doubt: RuleDoubt): string => say(ruleDoubts, doubt);
export const sayFirewallDoubt = (doubt: FirewallDoubt): string => say(firewallDoubts, doubt);

export const lacks: Says<Lack> = {
  deallocated: () => "Zuordnung aufgehoben",
  noMachineRuns: () => "keine Maschine dahinter läuft",
  noInterface: () => "keine Netzwerkschnittstelle",
  noConnection: () => "keine Verbindung",
};

export const sayDownState = (state: DownState): string => say(lacks, state);

export const parts: Readonly<Record<string, string>> = {
  circuit: "die Leitung selbst",
  provider: "die Seite des Anbieters",
  privatePeering: "das private Peering",
} satisfies Record<CircuitPart, string>;

/** In the nominative. */
export const sayPart = (part: CircuitPart): string => parts[part] ?? part;

/** Null: there is no such part. */
export const sayPartState = (state: string | null): string => state ?? "fehlt";

export const undecidedTexts: typeof en = {
  sayRuleDoubt,
  sayFirewallDoubt,
  sayDownState,
  sayPart,
  sayPartState,
};
