// What an installation consists of, as far as it is there: read back from Entra and Azure by each step, and written to
// the file that makes it resumable. It holds ids and names, and no secret.
import { type Answers, isOwnHost } from "./answers.ts";

/** In the order in which they are made; `uninstall` goes the other way. */
export const stepNames = [
  "place",
  "groups",
  "registration",
  "principal",
  "consent",
  "connectionTrust",
  "resourceGroup",
  "identity",
  "imageRight",
  "botTrust",
  "credential",
  "policy",
  "deployment",
  "answerPage",
  "alertRole",
  "settings",
  "package",
] as const;
export type StepName = (typeof stepNames)[number];

export type Group = Readonly<{ id: string; displayName: string }>;

/** What `install` leaves to somebody else, and goes on. */
export type Open = Readonly<
  /** Who may not consent sends this link to whoever may. */
  | { is: "consent"; link: string; names: readonly string[] }
  /** The tenant does not know this API yet. */
  | { is: "apiUnknown"; api: string; appId: string }
  | { is: "alertRole" }
  /** The bot's identity may not pull its image; `registry`: its id, null where this person sees no such registry. */
  | { is: "imageRight"; server: string; registry: string | null; principalId: string }
  /** On a host of one's own the bot has nothing to sign in with yet. */
  | { is: "credential"; appId: string }
>;

/** What `uninstall` leaves, for a person to take away. */
export type Stays = Readonly<
  /** Somebody has changed the file since it was written. */
  | { is: "edited"; file: string }
  /** Others have something in it. */
  | { is: "group"; name: string; subscriptionId: string; others: readonly string[] }
  | { is: "image"; image: string }
  /** A host of one's own: the bot runs on there. */
  | { is: "host"; address: string }
  /** In Teams, once somebody has uploaded the package. */
  | { is: "teamsApp"; appId: string | null }
>;

/** Where the bot answers, as far as it is known. */
export const endpointOf = ({ answers, deployment }: Made): string | null =>
  isOwnHost(answers) ? answers.runsAt : (deployment?.endpoint ?? null);

export type Made = Readonly<{
  answers: Answers;
  groups?: readonly Group[];
  /** The application object in Entra, and the scope `access_as_user` that it exposes. */
  registration?: Readonly<{ objectId: string; appId: string }>;
  /** Object id of its service principal. */
  principal?: string;
  /** The user-assigned identity that the bot runs as. */
  identity?: Readonly<{ id: string; clientId: string; principalId: string }>;
  /** What the deployment in Azure gave: where the bot answers, and its Azure Bot. */
  deployment?: Readonly<{ endpoint: string; botName: string }>;
  open: readonly Open[];
}>;

/** What a step may do, as Microsoft names it: a delegated scope of Graph, or an action of Azure. */
export type Permission = Readonly<{ graph: string } | { azure: string }>;
