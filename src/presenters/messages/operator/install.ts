// The words of `install` and `uninstall`: what is asked, what each step makes, what is left to others, what went wrong.
import type { Question } from "../../../core/install/answers.ts";
import type { Open, Permission, Stays, StepName } from "../../../core/install/made.ts";
import type { RefusedWhy } from "../../../core/install/refused.ts";
import { nearest } from "../../../core/text/nearest.ts";
import type { Says } from "../catalogue/says.ts";
import { list, or } from "./words.ts";

export const installQuestions: Readonly<Record<Question, string>> = {
  tenantId: "Which tenant? Its id",
  subscriptionId: "Which subscription pays for what is made? Its id, or its name",
  region: "In which region of Azure? Its name, such as westeurope",
  groups: "Who may use it? Entra groups by name or id, with commas between",
  runsAt:
    "Where does it run? The image for Container Apps (REGISTRY/aks-oncall:VERSION), or the https:// address where you run it yourself, and behind it the OIDC issuer of that AKS cluster",
};

export const installSteps: Readonly<Record<StepName, string>> = {
  place: "Subscription and region",
  groups: "Groups of the people who may use it",
  registration: "App registration",
  principal: "Service principal of the app registration",
  consent: "Admin consent for everybody",
  connectionTrust: "Trust in the Bot Service, for the OAuth connection",
  resourceGroup: "Resource group",
  identity: "Managed identity that the bot runs as",
  imageRight: "Right of the managed identity to pull the image",
  botTrust: "Trust in the bot's host, in place of a secret",
  credential: "Credential of the bot",
  policy: "First version of the policy",
  deployment: "Resources in Azure",
  answerPage: "Redirect address of the page that answers Conditional Access",
  alertRole: "Role of Azure Monitor, for alerts",
  settings: "Settings of the bot",
  package: "Teams package",
};

export const installOpen: Says<Open> = {
  consent: ({ link, names }) =>
    `You may not consent for everybody. Send this link to a Cloud Application Administrator, then run it again: ${link} (${list(names)})`,
  apiUnknown: ({ api, appId }) =>
    `This tenant does not know ${api} yet, so nobody can consent to it. Type: az ad sp create --id ${appId}, then run it again.`,
  imageRight: ({ server, registry, principalId }) =>
    `You may not let the bot pull its image from ${server}. An Owner of that registry types: az role assignment create --role AcrPull --assignee-object-id ${principalId} --assignee-principal-type ServicePrincipal --scope ${registry ?? "<id of the registry>"}, then run it again.`,
  credential: ({ appId }) =>
    `The bot has nothing to sign in with on your host. Give the application ${appId} one credential (docs/install.md, By hand, 1.6), or write the "issuer" of your AKS cluster into "answers", then run it again.`,
  alertRole:
    "You may not assign the role of Azure Monitor, so its alerts are refused. A Cloud Application Administrator runs it again with the same file.",
};

export const installStays: Says<Stays> = {
  edited: ({ file }) => `${file}: it was edited, so it is yours. By hand: rm ${file}`,
  group: ({ name, subscriptionId, others }) =>
    `The resource group ${name}: it holds what others made there (${list(others)}). By hand, with all of that: az group delete --subscription ${subscriptionId} --name ${name}`,
  image: ({ image }) => `The image ${image} in its registry, which you delete there.`,
  host: ({ address }) =>
    `The bot on your own host ${address}, with its database and keys: end it there, and delete them there.`,
  teamsApp: ({ appId }) =>
    `The app in Teams, if somebody uploaded the package: Teams admin centre, Teams apps, Manage apps, find ${appId ?? "AKS On-Call"}, delete it.`,
};

export const sentence = (text: string): string => (/[.?]$/.test(text) ? text : `${text}.`);

/** A refused template says each resource in it. */
const longestMessage = 300;
const mostNames = 3;

export const installRefused: Says<RefusedWhy> = {
  service: ({ request, status, code, message }) =>
    `${request} was answered with ${status} ${code}: ${message.length > longestMessage ? `${message.slice(0, longestMessage)}…` : message}`,
  silent: ({ request, message }) => `${request} was not answered (${message})`,
  signIn: ({ why }) => `Entra gives your sign-in no token (${why}); az login gives a new one`,
  subscriptionUnknown: ({ subscriptionId }) =>
    `You see no subscription ${subscriptionId} in this tenant; az account list shows those that you see`,
  regionUnknown: ({ region, regions }) => {
    const [near] = nearest(region, regions, 1);
    return `Azure has no region ${region} for this subscription${near === undefined ? "" : `; did you mean ${near}?`}`;
  },
  roleMissing: ({ has }) =>
    `Your sign-in has no active role in Entra that may register an application, and the tenant does not let every member do so${has.length === 0 ? "" : ` (it has ${list(has)})`}`,
  rightsMissing: ({ scope, actions }) => {
    const more = actions.length - mostNames;
    return `You lack ${actions.length} ${actions.length === 1 ? "right" : "rights"} on ${scope}: ${actions.slice(0, mostNames).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
  },
  policyRefused: ({ problems }) => `The policy has mistakes: ${list(problems)}`,
  groupUnknown: ({ written }) => `Entra shows you no group called ${written}`,
  groupAmbiguous: ({ written, ids }) =>
    `Several groups are called ${written}: name one by its id, ${list(ids)}`,
  notOurs: ({ what }) =>
    `The ${what} has the name of this installation and was not made by it; give this one another "name" in the file of answers`,
  imageMissing:
    'The answers do not say where the image of this release is: write "image": "REGISTRY/aks-oncall:VERSION" into "answers"',
  packageRefused: ({ problems }) => `Teams would not take the package: ${list(problems)}`,
  gone: ({ what }) => `The ${what} went while it was made`,
};

const names = (steps: readonly StepName[]): string => list(steps.map((name) => installSteps[name]));

const none = (steps: readonly StepName[]): string => (steps.length === 0 ? "nothing" : names(steps));

const needed = (needs: readonly Permission[]): string =>
  list(needs.map((each) => ("graph" in each ? `Graph ${each.graph}` : each.azure)));

export const installSays = {
  asks: (question: Question, proposed: string | null, seen: readonly string[]) =>
    [
      installQuestions[question],
      ...(seen.length === 0 ? [] : [` (you can see ${list(seen)})`]),
      ...(proposed === null ? [] : [` (Enter: ${proposed})`]),
      ":",
    ].join(""),
  /** Where there is nothing to choose. */
  only: (what: "Tenant" | "Subscription", name: string) => `${what}: ${name}, the only one that you see.`,
  goOn: 'Make all of this? Write "yes":',
  takeBack: (name: string) => `Delete all of this, which install made as ${name}? Write "yes":`,
  alsoGone: (file: string, isOwn: boolean) =>
    `- ${file}${isOwn ? "" : "\nThe vault goes for good, and with it the key that proves the audit trail: write the trail and the public key elsewhere first (docs/records.md, After uninstall)."}`,
  stays: "What stays:",
  step: (name: StepName) => installSteps[name],
  found: { there: "there already", missing: "to be made" },
  differs: (how: readonly string[]) => `to be changed: ${list(how)}`,
  needs: (needs: readonly Permission[]) => `needs ${needed(needs)}`,
  undo: (line: string) => `take back: ${line}`,
  planned: "Nothing was made or changed. Without --plan it is made.",
  plannedGone: "Nothing was deleted. Without --plan it is deleted.",
  declined: "Nothing was made.",
  untouched: "Nothing was deleted.",
  open: "Left open:",
  doctor: (right: number) => `Doctor looked at it: ${right} right.`,
  installed: (file: string) =>
    `All of it is there. ${file} says what was made, with no secret in it: npx aks-oncall uninstall takes it back.`,
  installedOpen: (file: string) => `The rest is there. ${file} says what was made, with no secret in it.`,
  uninstalled: "All of it is deleted, and nothing else was touched.",
  /** What was wrong, what became of it, and what to do. `grant`: who gives what is missing, in sentences. */
  stopped: (why: string, grant: readonly string[], after: string) =>
    [sentence(why), ...grant, after, "Once that is mended, run the same again: it goes on from there."].join(
      " ",
    ),
  /** By Ctrl-C. */
  interrupted: (after: string) => `Stopped. ${after} Run the same again: it goes on from there.`,
  after: {
    look: () => "Nothing was made, changed or deleted.",
    install: (done: readonly StepName[], left: readonly StepName[]) =>
      `Made, or there before: ${none(done)}. Not made, or in part: ${names(left)}.`,
    uninstall: (done: readonly StepName[], left: readonly StepName[]) =>
      `Deleted before: ${none(done)}. Not deleted, or in part: ${names(left)}.`,
  },
  /** Of the tenant's directory. */
  grantInEntra: (upn: string) =>
    `In Entra it takes the role Application Administrator: a Privileged Role Administrator gives it to ${upn} (https://entra.microsoft.com, Roles & admins), or whoever has it runs the same with these answers. If it is eligible for you, activate it first. A role that your tenant made itself is not looked at: docs/install.md, By hand.`,
  grantInAzure: (objectId: string, subscriptionId: string) =>
    `In Azure it takes Owner, or Contributor with Role Based Access Control Administrator. An Owner of the subscription types: az role assignment create --role Owner --assignee-object-id ${objectId} --assignee-principal-type User --scope /subscriptions/${subscriptionId}`,
  /** What Azure bills, without prices: they differ by region and contract. */
  billed: (isOwn: boolean) =>
    `${isOwn ? "Billed: in Azure, alerts that the action group delivers (the Azure Bot is of the free tier F0); your host and its database are yours." : "Billed each month: Container Apps (two replicas), PostgreSQL (Standard_B2s, 32 GB), Log Analytics (by what is written), Key Vault and storage (both by use)."} Prices: https://azure.microsoft.com/pricing/calculator`,
  next: (zip: string, policy: string, settings: string | null, endpoint: string) =>
    [
      "What is next:",
      `  1. Upload ${zip}: https://admin.teams.microsoft.com, Teams apps, Manage apps, Upload new app. Allow it for your people, and add it to the team of the incident channel (docs/install.md, Teams).`,
      settings === null
        ? `  2. ${endpoint}/readyz answers 200 once the bot runs. If it does not, run install again: it mends what differs, and doctor looks at it.`
        : `  2. Start the bot on your host with ${settings} (docs/hosting.md). There, npx aks-oncall doctor --env-file ${settings} says what is wrong.`,
      "  3. In Teams, in the personal chat with the bot, write: sign in. Then: who am I. Then: diagnose CLUSTER.",
      `  4. ${policy} says who may do what: your groups diagnose, read, and switch the bot off (mode off). Nobody changes anything. docs/policy-cookbook.md opens more.`,
      "  5. Let your alerts come to it: docs/alert-sources.md.",
    ].join("\n"),
  noAnswer: (question: Question) =>
    `"${installQuestions[question]}" has no answer: type it, or give all of them with --answers FILE.`,
  emptyAnswer: "This needs an answer.",
  severalSubscriptions: (name: string, ids: readonly string[]) =>
    `Several subscriptions are called ${name}: write the id of one, ${or(ids)}.`,
  noSubscription: (
    written: string,
    seen: readonly Readonly<{ displayName: string; subscriptionId: string }>[],
  ) =>
    `You see no subscription ${written}: write a name or id of ${or(seen.map(({ displayName, subscriptionId }) => `${displayName} (${subscriptionId})`))}.`,
  noVersion: (image: string, version: string) =>
    `${image} names no version of the image: write ${image}:${version}.`,
  badAnswer: (question: string, error: string) => `${question} ${error}.`,
  badFile: (file: string, error: string) => `${file} cannot be used: ${error}.`,
  otherAnswers: (file: string, names: readonly string[]) =>
    `${file} in this folder is of an installation with other answers (${list(names)}). For a second installation, go to another folder and give it another name. To move this one, uninstall it first, which deletes its data. Who may use it is changed in its policy.`,
  nothingInstalled: (file: string) =>
    `${file} is not in this folder: go to the folder where install ran, or give its answers with --answers FILE.`,
  publicOnly:
    "install makes things in public Azure alone; docs/install.md says how to do it by hand elsewhere.",
  otherTenant: (tenantId: string) =>
    `You are not signed in to the tenant ${tenantId}: az login --tenant ${tenantId}`,
} as const;
