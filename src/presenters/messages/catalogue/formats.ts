// In which formats a message may say a value: `{groups_and}` is the value `groups` as a list with "and". Any group of
// texts is a format as well, of an id or of a member of a union: `{because_ruleDoubts}`.
import type { PathReason } from "../../../core/access/access-path.ts";
import type { Read } from "../../../core/command/grammar/command-request.ts";
import type { Wanted } from "../../../core/command/grammar/flags.ts";
import type { Stated } from "../../../core/diagnosis/summary-data.ts";
import type { Component, DownState, Step } from "../../../core/network/model/step.ts";
import type { Called } from "../../../core/outcome/called.ts";
import type { Clash, Operation, Thing } from "../../../core/outcome/check.ts";
import type { Approval, Deed } from "../../../core/policy/decision.ts";
import type { SignInFailure } from "../../../core/requester.ts";
import type { Stop } from "../../../core/requirement/requirement.ts";
import type { ArmFailure, WhyUnread } from "../../../core/snapshot/section.ts";
import type { ResourceChange } from "../../../core/snapshot/snapshot.ts";
import type { Subject } from "../../../core/snapshot/subject.ts";

/** What is shown as it is. */
export type Text = string | number;
export type Texts = readonly Text[];

/** What the formats take that look at no type of ours. */
type Plain = Readonly<{
  and: Texts;
  or: Texts;
  list: Texts;
  /** Commas, alike in every language. */
  comma: Texts;
  /** The first ones, and how many more. */
  few: Texts;
  /** The same word between each two. */
  eachAnd: Texts;
  eachOr: Texts;
  clauses: Texts;
  semicolons: Texts;
  /** One after the other, as sentences are. */
  sentences: Texts;
  /** Beside each other, with dots between; no sentence. */
  dotted: Texts;
  /** Each once. */
  unique: Texts;
  /** No more than the first two. */
  two: Texts;
  /** No more than the first three. */
  three: Texts;
  /** The first ones of a list whose further ones were only counted. */
  first: Readonly<{ names: readonly string[]; left: number }>;
  /** How many, for a plural. */
  count: readonly unknown[];

  code: Text;
  quoted: Text;
  /** Words of this language already, and no name. */
  words: Text;
  /** German: what begins with "der" is one of masculine gender, with at most one adjective. */
  accusative: Text;
  /** English: what begins with a name stays as it is. */
  lowerFirst: Text;
  upperFirst: Text;
  upper: Text;
  lower: Text;
  /** Names in place of ids of Azure. */
  withoutIds: Text;
  /** Where the message itself ends the sentence. */
  withoutStop: Text;
  /** Of so many bytes. */
  kilobytes: number;
  /** Of what an id of Azure is. */
  nameOf: Text;
  /** Of the roles that hold an action. */
  smallestRole: Text;
  utc: string;
  /** The same to the second. */
  second: string;
}>;

/** What the formats take that need more than a group of texts. */
type Composed = Readonly<{
  action: Deed;
  called: Called;
  calledCluster: string;
  change: ResourceChange;
  clash: Clash;
  component: Component;
  downState: DownState;
  /** What a finding says. */
  found: Stated;
  /** Whose something is. */
  genitive: Thing;
  operation: Operation;
  /** What a command reads. */
  readOf: Pick<Read, "resource" | "scope">;
  signInFailure: SignInFailure;
  /** Of so many minutes. */
  span: number;
  step: Step;
  stop: Stop;
  subject: Subject;
  thing: Thing;
  /** Of kubectl or of helm. */
  toolVerb: string;
  unread: WhyUnread;
  wanted: Wanted;
  wayReason: PathReason;
  who: Called;
  whoAgrees: Approval;
  whyRefused: ArmFailure;
}>;

/** What each format takes: those of lists a whole list, the others one value, or each of a list. */
export type Formatted = Plain & Composed;

type FormatsOf<Types> = { readonly [Name in keyof Types]: (value: Types[Name]) => Text };
export type PlainFormats = Omit<FormatsOf<Plain>, "unique" | "two" | "three"> &
  Readonly<Record<"unique" | "two" | "three", (all: Texts) => Texts>>;
export type ComposedFormats = FormatsOf<Composed>;

/** A text with values in it. */
export type Message<Values> = (values: Values) => string;

/**
 * What a group of texts can say: an id of it where none of its texts takes a value, or what has such a kind. `each`
 * alone says whatever has its values.
 */
export type Said<Group> =
  Group extends Readonly<{ each: Message<infer Values> }>
    ? Readonly<Values>
    : {
        [Kind in keyof Group & string]: Group[Kind] extends Message<infer Values>
          ? Readonly<{ is: Kind } | { kind: Kind }> & Values
          : Kind | Readonly<{ is: Kind } | { kind: Kind }>;
      }[keyof Group & string];
