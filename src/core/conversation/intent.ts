// What a person asked for, once their text has been understood.

import type { AlertSeverity } from "../alert/alert.ts";
import type { Lack } from "../command/grammar/refusal.ts";
import type { Question } from "../diagnosis/diagnosis.ts";
import type { IncidentAct } from "../incident/incident.ts";
import type { Mode } from "../mode.ts";
import type { AskedOfOnCall } from "../on-call/on-call.ts";
import type { Client } from "../snapshot/snapshot.ts";
import type { ParseError } from "./parse-error.ts";
import type { SoughtBy } from "./sought.ts";
import type { Topic } from "./topic.ts";
import type { WatchClauses } from "./watch-clauses.ts";

type Nothing = Readonly<Record<never, never>>;

/** `cluster` as it was written: a name, `group/name`, a resource id, or null for "the one we last spoke of". */
type About = Readonly<{ cluster: string | null }>;

/** Of what changes something: why, and that it is an emergency. */
type Said = Readonly<{ reason?: string; breakGlass?: true }>;

type Request = Readonly<{ run: string }>;

/** As somebody says it: `to` is a name as it was written. */
export type SaidAct =
  | Exclude<IncidentAct, { act: "handOver" }>
  | Readonly<{ act: "handOver"; to: string }>
  /** Into the incident of this id. */
  | Readonly<{ act: "merge"; into: string }>
  /** `rule`: as it was written; null: which ones there are is asked. */
  | Readonly<{ act: "split"; rule: string | null }>;

type Values = {
  help: Nothing;
  /** Why the last answer says what it says. */
  why: Nothing;
  clusters: Nothing;
  /**
   * `withoutInside`: nobody is to look inside the cluster for it. `asksOf`: the client's address is asked about, as below.
   * `question`: what the answer begins with.
   */
  diagnose: About & Readonly<{ client: Client; withoutInside?: true; asksOf?: string; question?: Question }>;
  /** `asksOf`: whether this address or range is let in, which says nothing of where somebody is. */
  access: About & Readonly<{ client: Client; asksOf?: string }>;
  /** Have this channel follow the cluster. */
  watch: About & WatchClauses;
  unwatch: About;
  /** Nothing is posted about it here for so long. `because`: as it was said. */
  mute: About & Readonly<{ minutes: number; because: string | null }>;
  unmute: About;
  watches: Nothing;
  /** Who is on call for a cluster; null: for any. `beside`: what else was asked, and no schedule tells. */
  onCall: About & Readonly<{ beside?: readonly AskedOfOnCall[] }>;
  /** Somebody declares an incident of the cluster. */
  incident: About & Readonly<{ severity: AlertSeverity | null; because: string }>;
  incidents: Nothing;
  /** Those of the last 90 days, or `month` of this month; null: of all clusters that the channel follows. */
  pastIncidents: About & Readonly<{ month?: true }>;
  /** `incident`: its id, where that was written. Neither: the one in whose thread it is written. */
  actOnIncident: About & Readonly<{ incident: string | null; act: SaidAct }>;
  /** The story of an incident, told in the thread or put into a file; which one as above. */
  story: About & Readonly<{ incident: string | null; as: "timeline" | "docx" | "md" }>;
  /** How this channel's incidents went in the last seven days. */
  week: Nothing;
  /** Whether this channel gets that as a card each week. */
  weekly: Readonly<{ on: boolean }>;
  /** Who is on the incident of the cluster; null: on the one in whose thread it is asked. */
  owner: About;
  run: About & Readonly<{ command: string }> & Said;
  canI: About & Readonly<{ command: string }>;
  /** The command of a change that was asked for in words: it is asked back, and never sent by itself. */
  askBack: About & Readonly<{ command: string }> & Said;
  /**
   * It would change something, and has to be written as the command that does. `lacks`: the word of it that is missing;
   * `sought`: what a look finds it by.
   */
  change: About & Readonly<{ lacks?: Lack; sought?: SoughtBy }>;
  /** A log, and nothing says of which namespace. */
  logs: About & Readonly<{ lacks: "namespace"; sought?: SoughtBy }>;
  /** Nothing here does it, whoever asks. */
  beyond: Nothing;
  /** About the bot itself. */
  told: Readonly<{ topic: Topic }>;
  /** A change that waits is shown once more. */
  review: Request;
  withdraw: Request;
  /** A change that waits for a sign-in goes on after it. */
  resume: Request;
  /** Have what a diagnosis proved made in Azure. */
  fix: Request & Said;
  /** Have a fix taken back. */
  undo: Request & Said;
  status: Nothing;
  /** What was asked before, once more, of this cluster or of the same. */
  again: About;
  whoAmI: Nothing;
  signIn: Nothing;
  signOut: Nothing;
  /** `set` is null where the mode is only asked for. */
  mode: Readonly<{ set: Readonly<{ mode: Mode; reason: string | null }> | null }>;
  forgetMe: Nothing;
  forgetPlace: Nothing;
};

export type IntentKind = keyof Values;

export type IntentOf<Kind extends IntentKind> = Readonly<{ kind: Kind }> & Values[Kind];

export type Intent = { [Kind in IntentKind]: IntentOf<Kind> }[IntentKind];

export type Understood = Readonly<{ ok: true; intent: Intent }> | Readonly<{ ok: false; reason: ParseError }>;
