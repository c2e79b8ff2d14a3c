// What the use cases work with: their ports, each with the adapter that stands behind it here.
import { randomBytes } from "node:crypto";
import type { PolicyInForce } from "../app/identity/policy-in-force.ts";
import { signedReports } from "../app/incident/story.ts";
import type { ReaderCredential } from "../app/ports/azure.ts";
import type { Clock, Log, Services, Timeouts } from "../app/ports/services.ts";
import type { Store } from "../app/ports/store.ts";
import type { Telemetry } from "../app/ports/telemetry.ts";
import type { TextWork } from "../app/ports/text-work.ts";
import { createChallengePage } from "../azure/entra/challenge-page.ts";
import { createDirectory, createGroupReader } from "../azure/entra/directory.ts";
import { createReaderCredential } from "../azure/entra/reader-credential.ts";
import { createRequesterCredentials } from "../azure/entra/requester-credential.ts";
import type { Config } from "../config/config.ts";
import type { Signer } from "../core/audit/anchor.ts";
import { onceMade } from "../core/text/once.ts";
import { opaqueId } from "../core/text/opaque-id.ts";
import { places } from "../doors/teams/conversation.ts";
import { createCredentials } from "../doors/teams/credentials.ts";
import { createFiles } from "../doors/teams/files.ts";
import { createMessenger } from "../doors/teams/messenger.ts";
import { createRoster } from "../doors/teams/roster.ts";
import { createOnCall } from "../on-call/on-call.ts";
import { writeReport } from "../presenters/incident/write-report.ts";
import { errorMessageOf } from "../store/kit/database-errors.ts";
import type { ArmAdapters, ArmSettings } from "./arm.ts";
import type { EntraApp } from "./identity.ts";
import { version } from "./release.ts";
import type { TeamsSide } from "./teams.ts";
import { watchedCredentials } from "./watched.ts";

type Behind = Readonly<{
  app: EntraApp;
  teams: TeamsSide;
  store: Store;
  policy: PolicyInForce;
  textWork: TextWork;
  clock: Clock;
  log: Log;
  telemetry: Telemetry;
  timeouts: Timeouts;
  /** With the key of the audit trail. */
  signer: Signer;
}>;

export function createServices(config: Config, behind: Behind): Services {
  const { app, teams, policy, signer, ...given } = behind;
  const { environment } = app;
  const { graphEndpoint } = environment;
  const { trusted } = teams;
  const { tokens, connector } = teams.sdk;
  const { store, log, telemetry } = given;
  const { docsUrl, oauthConnection: connection } = config;
  return {
    ...given,
    messenger: createMessenger({ connector, connection, tokens, store, trusted, log, docsUrl }),
    places,
    credentials: watchedCredentials(
      createCredentials(tokens, store, createRequesterCredentials(app).fromAssertion, log),
      telemetry,
    ),
    readOnlyIdentity: readOnlyIdentity(config, app),
    directory: createDirectory(environment),
    ...armWhenAsked({ environment, version, telemetry, rereadMs: config.rereadSeconds * 1000 }),
    groups: createGroupReader(environment),
    roster: createRoster({ connector, trusted, log }),
    onCall: createOnCall({ settings: config.onCall, graphEndpoint, textWork: given.textWork }),
    files: createFiles(config.teamsFileHosts),
    reports: reportsSignedBy(signer, log),
    policy: policy.policy,
    policyVersion: () => {
      const refused = policy.refused();
      return { version: policy.version(), others: policy.othersDiffer(), ...(refused && { refused }) };
    },
    newId: (prefix) => opaqueId(prefix, randomBytes(10)),
    chance: Math.random,
    later: (milliseconds, act) => {
      const timer = setTimeout(act, milliseconds).unref();
      return () => clearTimeout(timer);
    },
    retention: config.retention,
    docsUrl,
    joinHours: config.alerts.joinHours,
    challengePage:
      config.publicUrl === null ? null : createChallengePage({ ...app, publicUrl: config.publicUrl }),
    operatorsChannel: config.audit.operatorsChannel,
    personalChatUrl: `https://teams.microsoft.com/l/chat/0/0?users=28:${config.app.id}`,
  };
}

const reportsSignedBy = (signer: Signer, log: Log): Services["reports"] =>
  signedReports(writeReport, signer, (error) =>
    log.warn("report not signed", { error: errorMessageOf(error) }),
  );

const readOnlyIdentity = ({ reader }: Config, { environment, tenantId }: EntraApp): ReaderCredential | null =>
  reader && createReaderCredential({ environment, tenantId, ...reader, displayName: reader.name });

/** ARM's SDKs are 550 files and 25 MB: read for the first question that needs Azure, not at the start. */
function armWhenAsked(settings: ArmSettings): ArmAdapters {
  const arm = onceMade(async () => (await import("./arm.ts")).armAdapters(settings));
  return {
    reader: {
      list: async (...asked) => (await arm()).reader.list(...asked),
      read: async (...asked) => (await arm()).reader.read(...asked),
      planned: async (...asked) => (await arm()).reader.planned(...asked),
      permissions: async (...asked) => (await arm()).reader.permissions(...asked),
      collect: async (...asked) => (await arm()).reader.collect(...asked),
    },
    armWriter: {
      preview: async (...asked) => (await arm()).armWriter.preview(...asked),
      apply: async (...asked) => (await arm()).armWriter.apply(...asked),
      look: async (...asked) => (await arm()).armWriter.look(...asked),
    },
    roleReader: {
      assignments: async (...asked) => (await arm()).roleReader.assignments(...asked),
      activatable: async (...asked) => (await arm()).roleReader.activatable(...asked),
      roles: async (...asked) => (await arm()).roleReader.roles(...asked),
    },
    transport: {
      start: async (...asked) => (await arm()).transport.start(...asked),
      progress: async (...asked) => (await arm()).transport.progress(...asked),
    },
  };
}
