// The answers that `install` works by: of the file that an earlier run left in this folder, of a file that is named, or
// of five questions; and that file itself.
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { z } from "zod";
import type { InstallFile, PackageFile, TextFile } from "../../app/ports/install.ts";
import type { Subscription } from "../../azure/install/subscriptions.ts";
import type { Variables } from "../../config/config.ts";
import { type Answers, answersSchema, type Question, questions } from "../../core/install/answers.ts";
import { installSays } from "../../presenters/messages/operator/install.ts";
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
  const isOther = earlier.value && JSON.stringify(earlier.value.answers) !== JSON.stringify(given.value);
  return isOther
    ? wrongUse(installSays.otherAnswers(installFileName), "answers")
    : { ok: true, answers: given.value };
}

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

/** REGISTRY/NAME:VERSION, or with a digest. */
const isImage = /^[\w.-]+(:\d+)?\/[\w./-]+[:@][\w.:-]+$/;

type Known = Readonly<{ tenantId: string; subscriptions: readonly Subscription[] }>;

/** What the sign-in on this machine says already is proposed: Enter takes it. */
export async function askedAnswers(
  ask: Ask,
  { tenantId, subscriptions }: Known,
): Promise<Readonly<{ ok: true; answers: Answers }> | CliStop> {
  const [only, ...others] = subscriptions;
  const proposed: Readonly<Partial<Record<Question, string | undefined>>> = {
    tenantId,
    subscriptionId: others.length === 0 ? only?.subscriptionId : undefined,
  };
  const idOf = (name: string): string =>
    subscriptions.find(({ displayName }) => displayName === name)?.subscriptionId ?? name;
  const typed: Partial<Record<Question | "image" | "issuer", unknown>> = {};
  for (const question of questions) {
    const usual = proposed[question] ?? null;
    const seen = question === "subscriptionId" ? subscriptions.map(({ displayName }) => displayName) : [];
    const said = await ask(installSays.asks(question, usual, seen));
    const text = said?.trim() || usual;
    if (text === null) return wrongUse(installSays.noAnswer(question), "answers");
    // The address of an image says that Container Apps runs it.
    if (question === "runsAt" && isImage.test(text)) {
      Object.assign(typed, { runsAt: "container-apps", image: text });
      continue;
    }
    const [host = "", issuer] = text.split(/\s+/);
    if (question === "runsAt" && issuer !== undefined) typed.issuer = issuer;
    const values = {
      ...{ tenantId: text, region: text, subscriptionId: idOf(text) },
      ...{ groups: text.split(","), runsAt: host.replace(/\/$/, "") },
    };
    const value = values[question];
    const parsed = answersSchema.shape[question].safeParse(value);
    if (!parsed.success)
      return wrongUse(installSays.badAnswer(text, parsed.error.issues[0]?.message ?? ""), "answers");
    typed[question] = parsed.data;
  }
  const whole = answersSchema.safeParse(typed);
  if (whole.success) return { ok: true, answers: whole.data };
  return wrongUse(
    installSays.badAnswer(String(typed.issuer), whole.error.issues[0]?.message ?? ""),
    "answers",
  );
}
