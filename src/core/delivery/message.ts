// A message that has to reach a chat: written with the state that caused it, shown by whoever comes to it first.
import type { Member } from "../access/who-may.ts";
import type { Answer } from "../conversation/answer.ts";
import type { WaitStep } from "../conversation/wait-step.ts";
import type { Ring } from "../incident/incident.ts";
import type { Requester } from "../requester.ts";
import type { ConversationRef } from "../run/run.ts";

/** How it ended; `made`, `rejected` and `expired`: of a change. */
export type MentionText = "done" | "failed" | "made" | "rejected" | "expired";

/** Of a run, which is read when it is shown; where it stands is kept as long as the run. */
export const shownOfRun = ["run", "approval", "review", "emergency"] as const;
export type OfRun = Extract<Content, { show: (typeof shownOfRun)[number] }>;
export const isOfRun = (content: Content): content is OfRun =>
  shownOfRun.some((show) => show === content.show);

export const isOfChannel = (content: Content): boolean =>
  content.show === "answer" && content.ofChannel === true;

/** What it shows. A run is read anew at each showing, so that what stands in a chat is what is true. */
export type Content = Readonly<
  /** `ofChannel`: nobody asked for it, and it is said in its channel or nowhere. */
  | { show: "answer"; answer: Answer; ofChannel?: true }
  | { show: "run"; runId: string }
  /** What one person may see and decide of a run, where it was posted: it goes on with the run, as all its cards. */
  | { show: "review"; runId: string; as: Extract<Answer, { kind: "review" }>["as"] }
  /** Those who may approve a run are asked; once it is decided, what became of it stands there. */
  | {
      show: "approval";
      runId: string;
      groups: readonly string[];
      people: readonly Pick<Member, "userId" | "name">[];
    }
  /**
   * The card of an incident: as it is now, also where it is posted again. `ring`: a post of its own beside the card, since an
   * edit notifies nobody.
   */
  | { show: "incident"; incidentId: string; ring?: Ring }
  /** Somebody uses a rule for emergencies; where nothing comes of it, that stands there. */
  | { show: "emergency"; runId: string; rule: string }
  /** The question of this key goes on; its answer takes the place of this. `card`: the id of the run that may come of it. */
  | { show: "waiting"; card: string; question: string; asked: string; step: WaitStep | null; seconds: number }
  /** A new message that names the requester, since an edit notifies nobody. */
  | { show: "mention"; requester: Requester; text: MentionText }
  /** The sign-in card; `asked` is what goes on after it. */
  | { show: "signIn"; asked: string }
  /** Teams' question whether a file may be put into the person's OneDrive; `asked`: whose output it is. */
  | { show: "offerFile"; pending: string; name: string; bytes: number; asked: string }
  /** One that was put there. */
  | { show: "file"; name: string; contentUrl: string; uniqueId: string; fileType: string }
>;

export type Message = Readonly<{
  /** One message has one key: what is written under it again takes its place. */
  key: string;
  to: ConversationRef;
  content: Content;
  /** The key of a message that has to stand there first: in its newest version, but for the card of an incident, which lives. */
  after: string | null;
  /** False while a newer version of it is still to come. */
  final: boolean;
  /** The message in Teams that is edited; null where there is none, or none that we know. */
  messageId: string | null;
}>;

/** One of its own, in its last version, unless `more` says otherwise. */
export const messageWith = (
  key: string,
  to: ConversationRef,
  content: Content,
  more: Partial<Pick<Message, "after" | "final" | "messageId">> = {},
): Message => ({ key, to, content, after: null, final: true, messageId: null, ...more });

/** A message on its way, and what is known of the ways that were tried. */
export type Delivery = Message &
  Readonly<{
    /** Grows with each new version; the one that is being shown. */
    version: number;
    /** Showings that were begun before this one and never came to an end: the process went away in them. */
    broken: number;
    /** Refusals since Teams took something last. */
    refused: number;
    /** Those of them that were for good. */
    barred: number;
    /** Posts that may stand in Teams: no answer came. */
    unsure: number;
    /** Its card is to be the short one. */
    short: boolean;
    /** It was meant for another place, which took nothing from us. */
    elsewhere: boolean;
    /** Nobody can know whether the answer stands in its place: the person is told so, and not the answer again. */
    notice: boolean;
    /** ISO time, UTC. */
    createdAt: string;
  }>;

/** What Teams made of one call. */
export type DeliveryOutcome = Readonly<
  | { status: "shown"; messageId: string }
  /** It does not stand in Teams. `again`: the same call may be taken later. */
  | { status: "refused"; code: string; again: boolean; retryAfterSeconds?: number }
  /** Nobody can know whether it was taken. */
  | { status: "unknown" }
>;

export const runKey = (runId: string): string => `run|${runId}`;
/** The request that it answers; null where it answers none. */
export const requestOfKey = (key: string): string | null => /^run\|(R-.+)$/.exec(key)?.[1] ?? null;
export const incidentKey = (incidentId: string): string => `incident|${incidentId}`;
export const ringMessage = (id: string, to: ConversationRef, ring: Ring): Message =>
  messageWith(
    `ring|${id}|${ring.at}`,
    to,
    { show: "incident", incidentId: id, ring },
    { after: incidentKey(id) },
  );
export const strayKey = (messageId: string): string => `stray|${messageId}`;
export const besidesKey = (question: string): string => `besides|${question}`;
export const mentionKey = (runId: string): string => `mention|${runId}`;
/** Those who are asked at once, and those who are asked where these take their time. */
export type Asked = "first" | "second";
export const approvalKey = (runId: string, which: Asked): string => `approval|${runId}|${which}`;
export const emergencyKey = (runId: string, place: string): string => `emergency|${runId}|${place}`;
export const fixAskKey = (runId: string, objectId: string): string => `ask|${runId}|${objectId}`;
