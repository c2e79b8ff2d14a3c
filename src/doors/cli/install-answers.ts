// The answers that `install` works by: of the file that an earlier run left in this folder, of a file that is named, or
// of five questions at most; and that file itself.
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import type { InstallFile, PackageFile, TextFile } from "../../app/ports/install.ts";
import { version } from "../../composition/release.ts";
import type { Variables } from "../../config/config.ts";
import {
  type Answers,
  answersSchema,
  imageAddress,
  type Question,
  questions,
} from "../../core/install/answers.ts";
import type { RefusedWhy } from "../../core/install/refused.ts";
import { foldCase } from "../../core/text/text.ts";
import { say } from "../../presenters/messages/catalogue/says.ts";
import { installRefused, installSays, sentence } from "../../presenters/messages/operator/install.ts";
import { buildPackage } from "../../teams-package/build-package.ts";
import { type CliStop, wrongUse } from "./stop.ts";

export const installFileName = "aks-oncall.install.json";
const schema = "aks-oncall/install/v1";

/** Whole or not at all: one that was cut short would be taken for what somebody wants. */
async function writeWhole(name: string, content: string | Uint8Array, mode = 0o644): Promise<void> {
  const next = `${name}.new`;
  await writeFile(next, content, { mode });
  await rename(next, name);
}

/** Null where there is none. One that cannot be read is not taken for that. */
const readIfThere = (name: string): Promise<Buffer | null> =>
  readFile(name).catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  });

export const installFile: InstallFile = {
  write: (made) => writeWhole(installFileName, `${JSON.stringify({ schema, ...made }, null, 2)}\n`, 0o600),
  remove: () => rm(installFileName, { force: true }),
};

const textFile = (name: string): TextFile => ({
  name,
  read: async () => (await readIfThere(name))?.toString("utf8") ?? null,
  write: (text) => writeWhole(name, text),
  remove: () => rm(name, { force: true }),
});

/** Beside it, for whoever looks after the bot to edit. */
export const policyText = textFile("aks-oncall.policy.yaml");
export const settingsText = textFile("aks-oncall.env");

const packageName = "aks-oncall.teams.zip";

/** What the package says of itself is of the environment; else the bot's own address stands for a page about it. */
export const packageFile = (variables: Variables): PackageFile => ({
  name: packageName,
  build: async ({ appId, website }) =>
    buildPackage({
      ...{ TEAMS_DEVELOPER_NAME: "AKS On-Call", TEAMS_WEBSITE_URL: website },
      ...variables,
      MICROSOFT_APP_ID: appId,
    }),
  read: () => readIfThere(packageName),
  write: (zip) => writeWhole(packageName, zip),
  remove: () => rm(packageName, { force: true }),
});

type Read = Readonly<{ ok: true; answers: Answers | null }> | CliStop;

/** Null where there is neither file; the ids in the file of an earlier run are read again from Entra and Azure. */
export async function writtenAnswers(named: string | undefined): Promise<Read> {
  const earlier = await readAnswers(installFileName, z.looseObject({ answers: answersSchema }));
  if (!earlier.ok || named === undefined)
    return earlier.ok ? { ok: true, answers: earlier.value?.answers ?? null } : earlier;
  const given = await readAnswers(named, answersSchema);
  if (!given.ok) return given;
  if (given.value === null) return wrongUse(installSays.badFile(named, "it is not there"), "answers");
  const others = otherAnswers(earlier.value?.answers ?? given.value, given.value);
  return others.length > 0
    ? wrongUse(installSays.otherAnswers(installFileName, others), "answers")
    : { ok: true, answers: given.value };
}

/** Names of the answers that are otherwise, besides the image: that becomes another one with each release. */
const otherAnswers = (earlier: Answers, given: Answers): readonly string[] =>
  answersSchema
    .keyof()
    .options.filter((name) => name !== "image" && !isDeepStrictEqual(earlier[name], given[name]));

async function readAnswers<T>(
  name: string,
  shape: z.ZodType<T>,
): Promise<Readonly<{ ok: true; value: T | null }> | CliStop> {
  try {
    const text = (await readIfThere(name))?.toString("utf8");
    if (text === undefined) return { ok: true, value: null };
    const parsed = shape.safeParse(JSON.parse(text));
    if (parsed.success) return { ok: true, value: parsed.data };
    const said = parsed.error.issues.map(({ path, message }) => `${path.join(".")} ${message}`).join(", ");
    return wrongUse(installSays.badFile(name, said), "answers");
  } catch (error) {
    const said = error instanceof SyntaxError ? "it is no JSON" : String(error);
    return wrongUse(installSays.badFile(name, said), "answers");
  }
}

export type Ask = (question: string) => Promise<string | null>;

type Draft = { [Key in keyof Answers]?: Answers[Key] | undefined };
type Subscription = Readonly<{ subscriptionId: string; displayName: string }>;
type Typed = Readonly<{ ok: true; given: Draft } | { ok: false; why: string }>;
const not = (why: string): Typed => ({ ok: false, why });

type Known = Readonly<{
  /** That of the sign-in on this machine. */
  tenantId: string;
  /** All that the person can reach; none where that could not be read. */
  tenants: readonly string[];
  subscriptions: readonly Subscription[];
  tell(line: string): void;
  /** Where a person types: what is wrong with an answer is said at once, and asked again. Null in a pipe. */
  again: ((why: string) => void) | null;
  /** Why Azure or Entra has no such thing; null where it has. */
  problemOf(question: "region" | "groups", answers: Answers): Promise<RefusedWhy | null>;
}>;

/** What has one answer only is told and not asked. Of several tenants, Enter takes that of the sign-in on this machine. */
export async function askedAnswers(
  ask: Ask,
  known: Known,
): Promise<Readonly<{ ok: true; answers: Answers }> | CliStop> {
  let answers: Draft = {};
  for (const question of questions) {
    const only = onlyOne(question, known);
    if (only !== null) known.tell(only.line);
    const next = only === null ? await answered(question, answers, ask, known) : { ok: true, ...only };
    if (!("given" in next)) return next;
    answers = { ...answers, ...next.given };
  }
  return { ok: true, answers: answersSchema.parse(answers) };
}

function onlyOne(
  question: Question,
  { tenants, subscriptions }: Known,
): Readonly<{ line: string; given: Draft }> | null {
  const [tenantId = "", ...otherTenants] = tenants;
  if (tenantId === "" || otherTenants.length > 0) return null;
  if (question === "tenantId") return { line: installSays.only("Tenant", tenantId), given: { tenantId } };
  const [subscription, ...others] = subscriptions;
  if (question !== "subscriptionId" || subscription === undefined || others.length > 0) return null;
  const { subscriptionId, displayName } = subscription;
  const line = installSays.only("Subscription", `${displayName} (${subscriptionId})`);
  return { line, given: { subscriptionId } };
}

/** One question, as often as it takes. */
async function answered(
  question: Question,
  before: Draft,
  ask: Ask,
  known: Known,
): Promise<Readonly<{ ok: true; given: Draft }> | CliStop> {
  const { tenantId, subscriptions, again } = known;
  const only = subscriptions.length === 1 ? subscriptions[0]?.subscriptionId : undefined;
  const proposed: Partial<Record<Question, string | undefined>> = { tenantId, subscriptionId: only };
  const seen = question === "subscriptionId" ? subscriptions.map(({ displayName }) => displayName) : [];
  for (;;) {
    const usual = proposed[question] ?? null;
    const said = await ask(installSays.asks(question, usual, seen));
    const text = said?.trim() || (said === null && again ? null : usual);
    if (text === null && (said === null || again === null))
      return wrongUse(installSays.noAnswer(question), "answers");
    const typed = text === null ? not(installSays.emptyAnswer) : read(question, text, subscriptions);
    const why = typed.ok ? await problemIn(question, { ...before, ...typed.given }, known) : typed.why;
    if (typed.ok && why === null) return typed;
    if (again === null) return wrongUse(why ?? "", "answers");
    again(why ?? "");
  }
}

/** In a pipe the plan says it. */
async function problemIn(
  question: Question,
  answers: Draft,
  { again, problemOf }: Known,
): Promise<string | null> {
  if (again === null || (question !== "region" && question !== "groups")) return null;
  const why = await problemOf(question, { groups: [], runsAt: "container-apps", ...answers } as Answers);
  return why === null ? null : sentence(say(installRefused, why));
}

function read(question: Question, text: string, subscriptions: readonly Subscription[]): Typed {
  if (question === "subscriptionId") return subscriptionOf(text, subscriptions);
  if (question === "runsAt") return hostOf(text);
  const value = {
    tenantId: text,
    // As the portal shows it: West Europe.
    region: text.toLowerCase().replaceAll(" ", ""),
    groups: text.split(","),
  }[question];
  return parsed(text, { [question]: value });
}

/** By its id, or by a name that one alone has. */
function subscriptionOf(text: string, subscriptions: readonly Subscription[]): Typed {
  const named = subscriptions.filter(({ displayName }) => foldCase(displayName) === foldCase(text));
  if (named.length > 1)
    return not(
      installSays.severalSubscriptions(
        text,
        named.map(({ subscriptionId }) => subscriptionId),
      ),
    );
  const typed = parsed(text, { subscriptionId: named[0]?.subscriptionId ?? text });
  const isSeen = subscriptions.some(({ subscriptionId }) => foldCase(subscriptionId) === foldCase(text));
  if (subscriptions.length === 0 || named.length === 1 || isSeen) return typed;
  return not(installSays.noSubscription(text, subscriptions));
}

/** The address of an image says that Container Apps runs it. */
function hostOf(text: string): Typed {
  if (imageAddress.test(text)) return parsed(text, { runsAt: "container-apps", image: text });
  if (imageAddress.test(`${text}:${version}`)) return not(installSays.noVersion(text, version));
  const [host = "", issuer] = text.split(/\s+/);
  return parsed(issuer ?? text, { runsAt: host.replace(/\/$/, ""), ...(issuer && { issuer }) });
}

function parsed(text: string, given: object): Typed {
  const read = answersSchema.partial().safeParse(given);
  if (!read.success) return not(installSays.badAnswer(text, read.error.issues[0]?.message ?? ""));
  const { subject: _subject, name: _name, ...answers } = read.data;
  return { ok: true, given: answers };
}
