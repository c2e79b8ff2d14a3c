// What `doctor` reads, each where it can be read best: as the operator, as the bot itself, or on this machine.
import type { AlertSource } from "../../core/alert/alert.ts";
import type { AzureBot, BotReadings, FoundBot } from "../../core/doctor/azure-bot.ts";
import type { NotRead, Reading } from "../../core/doctor/line.ts";
import type { Application, Consent } from "../../core/doctor/registration.ts";
import type {
  CredentialAnswer,
  DoorAnswer,
  ExchangeAnswer,
  HostAnswer,
  StoreReading,
} from "../../core/doctor/running.ts";

/** Microsoft Graph and Azure Resource Manager, as whoever has signed in on this machine. Nothing is written. */
export interface OperatorLooks {
  registration(): Promise<Reading<Application | null>>;
  grants(): Promise<Reading<readonly Consent[]>>;
  /** Whether Azure Monitor's application has its role on this one. */
  alertRole(appId: string, callerAppId: string): Promise<Reading<boolean>>;
  bot(): Promise<Reading<FoundBot>>;
  botParts(bot: AzureBot): Promise<BotReadings>;
}

/** The product's own credential, and whoever else is asked over the network. */
export interface NetworkLooks {
  tenant(): Promise<Reading<boolean>>;
  credential(): Promise<CredentialAnswer>;
  /** Whether the token service knows the OAuth connection. */
  connection(): Promise<Reading<boolean>>;
  /** How far this machine's clock is ahead, in milliseconds; null where nobody told. */
  clockOff(): Promise<number | null>;
  host(host: string): Promise<HostAnswer>;
  /** What a message without a token is answered with. */
  knock(url: string): Promise<Reading<DoorAnswer>>;
  /** Delivers a test alert as this source would, as a dry run. */
  dryRun(source: AlertSource, origin: string): Promise<Reading<DoorAnswer>>;
}

/** Sentences of the layer that looked; null where nothing is wrong. */
export interface LocalLooks {
  store(): Promise<StoreReading>;
  auditKey(): Promise<string | null | NotRead>;
  auditHeads(): Promise<string | null | NotRead>;
  /** Undefined where a file is the key, or none is set. */
  filesKey(): Promise<string | null | undefined | NotRead>;
  /** Of the Teams package that was built here; undefined where there is none. */
  package(): Promise<string | null | undefined>;
}

/** Signs a person in by device code, and exchanges that sign-in as the bot does. */
export interface PersonLooks {
  signIn(): Promise<Reading<true>>;
  exchanges(): Promise<readonly Readonly<{ api: string; answer: ExchangeAnswer }>[]>;
}
