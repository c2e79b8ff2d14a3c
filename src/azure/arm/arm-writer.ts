// Makes the writes of a fix, as the requester: what is there is read, compared with what was seen, and written once.

import { createHash } from "node:crypto";
import type { Applied, ArmWriter, Looked, Preview } from "../../app/ports/arm-writer.ts";
import type { RequesterCredential } from "../../app/ports/azure.ts";
import { touchedBy } from "../../core/change/azure-change.ts";
import {
  type ArmWrite,
  applyWrite,
  asJson,
  type Body,
  isMade,
  type JsonBody,
  namesIn,
  withoutDeleted,
} from "../../core/fix/write/arm-write.ts";
import { permissionOf } from "../../core/fix/write/permissions.ts";
import { writtenByPeople } from "../../core/fix/write/written-fields.ts";
import type { RunFailure } from "../../core/run/failure.ts";
import type { Touched } from "../../core/run/proposed.ts";
import { idKey } from "../../core/snapshot/resource-id.ts";
import type { ArmFailure } from "../../core/snapshot/section.ts";
import { canonicalJson } from "../../core/text/canonical-json.ts";
import { type ArmOptions, type ArmSession, openArmSession, WithheldError } from "./arm-client.ts";
import { armFailureOf, wasNotAccepted } from "./arm-failure.ts";
import { openResource, type ResourceAccess, type SendOptions } from "./resource-access.ts";

// What the state of a resource says about a write of it, besides what is written in it.

/** Whether a body is what it leaves behind, or none: what only starts something writes none. */
const writesBody = (what: ArmWrite["what"]): boolean =>
  what.do !== "act" || what.action === "reapply" || what.action === "sync";

const unlike = (message: string): ArmFailure => ({ status: null, code: "UnexpectedAnswer", message });

/**
 * Azure may take a body, call its work done, and leave the resource failed; and a proxy on the way may answer in its
 * place.
 */
function whyNotMade({ what }: ArmWrite, body: Body | null): ArmFailure | null {
  if (!writesBody(what)) return null;
  const state = String(body?.provisioningState ?? "");
  if (/^(failed|cancell?ed)$/i.test(state)) return unlike(`provisioningState: ${state}`);
  return (body === null) === (what.do === "delete") ? null : unlike("");
}

/** What Azure is at has many names (`Upgrading`, `RotatingClusterCertificates`), and where it ends few. */
const isUnderWay = ({ provisioningState }: Body): boolean =>
  typeof provisioningState === "string" &&
  !/^(|succeeded|failed|cancell?ed|running|stopped)$/i.test(provisioningState);

/** Milliseconds. `read`: for all reads of a preview. `answer`: until Azure takes a write. `whole`: until it is done. */
export type WriterTimes = Readonly<{ read: number; answer: number; whole: number }>;

/** Azure takes minutes for a firewall, and most of an hour for a gateway or the certificates of a cluster. */
const usualTimes: WriterTimes = { read: 60_000, answer: 60_000, whole: 60 * 60_000 };

type Writer = ArmOptions & Readonly<{ times: WriterTimes }>;

type Read = Readonly<{ ok: true; body: Body | null } | { ok: false; failure: ArmFailure }>;

/** An id that is of another type than its write says never comes out of the table of writes. */
function accessTo(session: ArmSession, { id, type }: ArmWrite): ResourceAccess {
  const names = namesIn(id, type);
  if (names === null) throw new Error(`No id of ${type}.`);
  return openResource(session, type, names);
}

const readSession = ({ times, ...options }: Writer, as: RequesterCredential): ArmSession =>
  openArmSession(options, as, { ms: times.read, maxRetries: 3 });

async function read(session: ArmSession, write: ArmWrite): Promise<Read> {
  try {
    return { ok: true, body: { ...(await accessTo(session, write).get()) } };
  } catch (error) {
    const failure = armFailureOf(error, { action: `${write.type}/read`, scope: write.id });
    return failure.status === 404 ? { ok: true, body: null } : { ok: false, failure };
  }
}

/**
 * Of what people wrote: an etag also changes where a node takes an address of a subnet, or where the other half of a
 * peering is mended a moment before. What happens between the last read and the write, the etag of that read guards.
 */
const versionOf = (write: ArmWrite, body: Body | null): string | null =>
  body === null
    ? null
    : createHash("sha256")
        .update(canonicalJson(asJson(writtenByPeople(write.type, body))))
        .digest("hex");

/** Whether there has to be something for it. */
const needsIt = ({ what }: ArmWrite): boolean =>
  what.do === "delete" || what.do === "act" || (what.do === "change" && what.otherwise === undefined);

const missing: ArmFailure = { status: 404, code: "ResourceNotFound", message: "" };

async function preview(
  writer: Writer,
  as: RequesterCredential,
  writes: readonly ArmWrite[],
): Promise<Preview> {
  const session = readSession(writer, as);
  const seen = new Map<string, Body | null>();
  const objects: Touched[] = [];
  const befores: (JsonBody | null)[] = [];
  for (const [at, write] of writes.entries()) {
    const key = idKey(write.id);
    const found: Read = seen.has(key)
      ? { ok: true, body: seen.get(key) ?? null }
      : await read(session, write);
    if (!found.ok) return found;
    const body = found.body && withoutDeleted(write.id, found.body, writes.slice(0, at));
    if (body === null && needsIt(write)) return { ok: false, failure: missing };
    const after = applyWrite(body, write);
    seen.set(key, after);
    objects.push(touchedBy(write, body, after, versionOf(write, body)));
    befores.push(body === null ? null : (asJson(writtenByPeople(write.type, body)) as JsonBody));
  }
  return { ok: true, objects, before: befores };
}

type Send = (options: SendOptions) => PromiseLike<unknown>;

/** What is sent, and through which call. */
function sendOf(access: ResourceAccess, write: ArmWrite, body: Body | null): Send | undefined {
  const { put, remove, sync, acts } = access;
  const { what } = write;
  if (what.do === "delete") return remove;
  const whole = what.do === "act" && what.action === "sync" ? sync : put;
  if (what.do === "act" && !writesBody(what)) return acts?.[what.action];
  return whole && ((options) => whole(applyWrite(body, write), options));
}

const etagOf = (body: Body): string | undefined => {
  const etag = body.etag ?? body.eTag;
  return typeof etag === "string" && etag !== "" ? etag : undefined;
};

function guards(body: Body | null): Pick<SendOptions, "ifMatch" | "ifNoneMatch"> {
  if (body === null) return { ifNoneMatch: "*" };
  const etag = etagOf(body);
  return etag === undefined ? {} : { ifMatch: etag };
}

/** `accepted`: Azure answered that it takes it. */
type Sent = { accepted: boolean; correlationId: string | null };

const correlationHeader = "x-ms-correlation-request-id";

/** What was found out right before it would have been sent. No RestError, so that no SDK retries it. */
class NotSentError extends Error {
  readonly applied: Applied;
  constructor(applied: Applied) {
    super(applied.status);
    this.applied = applied;
  }
}

function outcomeOf(error: unknown, session: ArmSession, write: ArmWrite, sent: Sent): Applied {
  if (error instanceof NotSentError) return error.applied;
  if (error instanceof WithheldError) return { status: "withheld", failure: error.failure };
  const failure = armFailureOf(error, permissionOf(write));
  if (!sent.accepted && failure.status === 412) return { status: "changedSince" };
  const wasRefused = !sent.accepted && (session.requests() === 0 || wasNotAccepted(error));
  return wasRefused
    ? { status: "refused", failure }
    : { status: "unknown", failure, correlationId: sent.correlationId };
}

type Found = Readonly<{ ok: true; body: Body | null } | { ok: false; applied: Applied }>;

/** What is there, where it is still what was seen. */
async function stillAsSeen(
  writer: Writer,
  as: RequesterCredential,
  write: ArmWrite,
  version: string | null,
): Promise<Found> {
  const found = await read(readSession(writer, as), write);
  if (!found.ok) return { ok: false, applied: { status: "refused", failure: found.failure } };
  return versionOf(write, found.body) === version
    ? found
    : { ok: false, applied: { status: "changedSince" } };
}

/**
 * Once it is sent, nothing holds back the questions of how it goes. Before that its turn may have been minutes in coming,
 * and few services take an etag: what is there is compared once more.
 */
const beforeSending =
  (
    whyNotNow: () => Promise<RunFailure | null>,
    lookAgain: () => Promise<Found>,
    session: () => ArmSession | undefined,
  ) =>
  async () => {
    if ((session()?.requests() ?? 0) > 0) return null;
    const failure = await whyNotNow();
    if (failure !== null) return failure;
    const found = await lookAgain();
    if (!found.ok) throw new NotSentError(found.applied);
    return null;
  };

async function apply(
  writer: Writer,
  as: RequesterCredential,
  write: ArmWrite,
  version: string | null,
  whyNotNow: () => Promise<RunFailure | null>,
): Promise<Applied> {
  const { times, ...options } = writer;
  const lookAgain = () => stillAsSeen(writer, as, write, version);
  const found = await lookAgain();
  if (!found.ok) return found.applied;
  if (found.body === null && needsIt(write)) return { status: "refused", failure: missing };
  const sent: Sent = { accepted: false, correlationId: null };
  const session: ArmSession = openArmSession(options, as, {
    ...{ ms: times.whole, maxRetries: 0, readsAgain: 3 },
    whyNotNow: beforeSending(whyNotNow, lookAgain, () => session),
  });
  const send = sendOf(accessTo(session, write), write, found.body);
  if (send === undefined) throw new Error(`No call makes this of ${write.type}.`);
  try {
    await send({
      ...guards(found.body),
      requestOptions: { timeout: times.answer },
      onResponse: ({ status, headers }) => {
        sent.accepted = status < 300;
        sent.correlationId = headers.get(correlationHeader) ?? null;
      },
    });
  } catch (error) {
    return outcomeOf(error, session, write, sent);
  }
  const { correlationId } = sent;
  const after = await read(readSession(writer, as), write);
  const failure = after.ok ? whyNotMade(write, after.body) : null;
  if (failure !== null) return { status: "unknown", failure, correlationId };
  const versionAfter = after.ok ? versionOf(write, after.body) : null;
  return { status: "done", correlationId, versionBefore: version, versionAfter };
}

async function look(writer: Writer, as: RequesterCredential, write: ArmWrite): Promise<Looked> {
  const found = await read(readSession(writer, as), write);
  if (!found.ok) return { status: "unreadable", failure: found.failure };
  if (found.body !== null && isUnderWay(found.body)) return { status: "underWay" };
  const made = isMade(found.body, write.what);
  return { status: made === null ? "cannotTell" : made ? "made" : "notMade" };
}

export function createArmWriter(options: ArmOptions, times: WriterTimes = usualTimes): ArmWriter {
  const writer = { ...options, times };
  return {
    preview: (as, writes) => preview(writer, as, writes),
    apply: (as, write, version, whyNotNow) => apply(writer, as, write, version, whyNotNow),
    look: (as, write) => look(writer, as, write),
  };
}
