// What is asked of Entra, Azure and clusters: sign-ins, what a person may see, commands and groups. Adapters in `azure/`.

import type { CommandResult } from "../../core/command/grammar/command-request.ts";
import type { ClusterGaps, ClusterSummary } from "../../core/conversation/cluster-answer.ts";
import type { Membership, ReaderIdentity, Requester, Resource, SignInFailure } from "../../core/requester.ts";
import type { RunFailure } from "../../core/run/failure.ts";
import type { MaintenanceConfiguration, ManagedCluster } from "../../core/snapshot/cluster.ts";
import type { PermissionEntry } from "../../core/snapshot/rights.ts";
import type { ArmFailure, Listing, Section } from "../../core/snapshot/section.ts";
import type { Client, ClusterSnapshot } from "../../core/snapshot/snapshot.ts";

export type TokenResult = Readonly<
  { ok: true; token: string; expiresOn: number } | { ok: false; failure: SignInFailure }
>;

/** One person's rights: their sign-in exchanged for one token per resource. Never shared between people. */
export interface RequesterCredential {
  readonly requester: Requester;
  /** Group ids of the sign-in token, or null when it carries none (overage, or the claim is off). */
  readonly tokenGroups: readonly string[] | null;
  /** `claims`: the challenge of a 401 (continuous access evaluation), decoded JSON text. */
  exchange(resource: Resource, claims?: string): Promise<TokenResult>;
}

/** The bot's own read-only identity. Azure Resource Manager is all that it gets a token for. */
export interface ReaderCredential {
  readonly reader: ReaderIdentity;
  exchange(resource: "arm", claims?: string): Promise<TokenResult>;
}

/** Whose rights Azure is read with. What is sent, written or asked of Graph takes a person's. */
export type AzureReader = RequesterCredential | ReaderCredential;

export const whoReads = (as: AzureReader): Requester | ReaderIdentity =>
  "reader" in as ? as.reader : as.requester;

export type CredentialResult = Readonly<
  { ok: true; credential: RequesterCredential } | { ok: false; failure: SignInFailure }
>;

/** Finds the sign-in of a person; used again for every piece of background work. */
export interface Credentials {
  forUser(
    userId: string,
    expected: Readonly<{ objectId: string; tenantId: string; displayName: string }>,
  ): Promise<CredentialResult>;
  /**
   * A sign-in that answers a challenge: once it is found to be this person's and for this bot, it is used in place of the
   * token service's, until it ends or the person signs out.
   */
  hold(
    userId: string,
    expected: Readonly<{ objectId: string; tenantId: string; displayName: string }>,
    assertion: string,
  ): Promise<CredentialResult>;
  /** Forgets the stored sign-in of this person; nothing happens when there is none. */
  signOut(userId: string): Promise<void>;
}

/** The page where a person answers a challenge of Conditional Access, and Entra behind it. */
export interface ChallengePage {
  /** Where people reach the product, without a slash at its end; the page there, and where Entra sends the browser back to. */
  readonly origin: string;
  readonly path: string;
  readonly answerPath: string;
  /** Of the page, for the challenge with this id. */
  url(id: string): string;
  /** Where Entra asks the person for what the claims say, and then sends them back to the page. `codeChallenge`: PKCE, S256. */
  authorizeUrl(asked: Readonly<{ state: string; codeChallenge: string; claims: string }>): string;
  /** The sign-in for which Entra gave `code`, or null where it gives none for it. */
  redeem(code: string, verifier: string): Promise<string | null>;
}

export type ClusterList = Readonly<{
  clusters: readonly ClusterSummary[];
  problem: ClusterGaps | null;
  passing?: true;
}>;

export interface ClusterReader {
  /**
   * All clusters the person may see; `problem` says what could not be listed. `passing`: for a reason other than the
   * person's rights, so that there may be clusters that are not listed.
   */
  list(as: RequesterCredential): Promise<Section<ClusterList>>;
  read(as: AzureReader, clusterId: string): Promise<Section<ManagedCluster>>;
  /** The windows in which AKS may upgrade the cluster by itself. */
  planned(as: AzureReader, cluster: ManagedCluster): Promise<Listing<MaintenanceConfiguration>>;
  permissions(as: RequesterCredential, scope: string): Promise<Section<readonly PermissionEntry[]>>;
  /** `reads`: told once the cluster is known, and what lies around it is read. */
  collect(
    as: AzureReader,
    clusterId: string,
    client: Client,
    reads?: (what: "around") => void,
  ): Promise<ClusterSnapshot>;
}

export type CommandStart = Readonly<
  /** `correlationId`: by which Azure's own activity log has it; absent where Azure does not say. */
  | { status: "accepted"; operationId: string; correlationId?: string }
  | { status: "refused"; failure: ArmFailure }
  /** `whyNotNow` gave a reason, and nothing was sent. */
  | { status: "withheld"; failure: RunFailure }
  /** The request was sent and no answer came: it may be running. */
  | { status: "unknown"; failure: ArmFailure }
>;
export type CommandProgress = Readonly<
  | { status: "running" }
  | { status: "finished"; result: CommandResult }
  /** The provider says that the command failed to run (not that it exited non-zero). */
  | { status: "failed"; reason: string | null }
  | { status: "unreadable"; failure: ArmFailure }
>;

/** A file lies where the line is run, under its name. */
export type CommandLine = Readonly<{ line: string; file?: Readonly<{ name: string; text: string }> }>;

export interface CommandTransport {
  /**
   * `sendKubernetesToken`: the cluster has managed Entra, so the command runs as the requester. `whyNotNow` is asked
   * once, when tokens are there and Azure's budget lets the command through. Sent once, never retried.
   */
  start(
    as: RequesterCredential,
    clusterId: string,
    sent: CommandLine,
    sendKubernetesToken: boolean,
    whyNotNow: () => Promise<RunFailure | null>,
  ): Promise<CommandStart>;
  progress(as: RequesterCredential, clusterId: string, operationId: string): Promise<CommandProgress>;
}

export interface Directory {
  /** Which of `groupIds` the person is in, nested groups included. From the token where it lists groups, else from Graph. */
  membership(as: RequesterCredential, groupIds: readonly string[]): Promise<Membership>;
}
