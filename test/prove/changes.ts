// Changes, each about an object of its own or one that several want: asked for, approved by presses, and what came of each
// in the cluster, on its card and on the audit trail.
import { type Person, people } from "../../simulator/people.ts";
import type { Scenario } from "../../simulator/scenario/schema.ts";
import { runHere } from "../doors/cli/terminal.ts";
import { buttonsOf, cardsOf, chatOf, messageFrom, type Place, wordsOf } from "../flow/harness.ts";
import type { Shown, Teams } from "../flow/teams.ts";
import { attachmentOf } from "./one-drive.ts";
import type { StorePlace, World } from "./product-process.ts";
import { deliver, pause } from "./storm.ts";

/** `word`: stands on each of its cards, and on nobody else's. `byFile`: its object stands in a file that is sent before. */
export type Change = Readonly<{
  object: string;
  word: string;
  person: Person;
  place: Place;
  byFile?: boolean;
  /** Megan where it is left out. */
  approver?: Person;
}>;

/** The nth change; with `object`, of one that others want, too. */
export const changeOf = (index: number, person: Person, object = `kill-${index}-x`): Change => ({
  object,
  word: `case-${index}-x`,
  person,
  place: { id: `19:change-${index}@thread.tacv2;messageid=${index}`, conversationType: "channel" },
});

/** The scenario with a deployment of two replicas for each name. */
export const withDeployments =
  (names: readonly string[]) =>
  ({ kubernetes }: Scenario): Partial<Scenario> => ({
    kubernetes: Object.fromEntries(
      Object.entries(kubernetes).map(([id, cluster]) => [
        id,
        { ...cluster, objects: [...cluster.objects, ...names.map((name) => deploymentOf(name))] },
      ]),
    ),
  });

const deploymentOf = (name: string, replicas = 2) => ({
  apiVersion: "apps/v1",
  kind: "Deployment",
  metadata: { name, namespace: "payments", labels: { app: name } },
  spec: {
    replicas,
    selector: { matchLabels: { app: name } },
    template: {
      metadata: { labels: { app: name } },
      spec: { containers: [{ name: "api", image: "contoso.azurecr.io/payments/api:4.12.0" }] },
    },
  },
});

type Urls = () => readonly string[];

export async function askChange(world: World, urls: Urls, change: Change): Promise<void> {
  const { object, word, byFile = false } = change;
  if (byFile) await sendFile(world, urls, change);
  const command = byFile
    ? `kubectl apply -f ${fileOf(change)}`
    : `kubectl scale deployment/${object} --replicas=3 -n payments`;
  await askText(world, urls, change, `${command} on prod-1 because of ${word}`);
}

const fileOf = ({ object }: Change): string => `${object}.yaml`;

/** In their own chat; again until the bot says that it has it. */
async function sendFile(world: World, urls: Urls, change: Change): Promise<void> {
  const { azure, teams } = world;
  const { person, object } = change;
  const place = chatOf(person);
  const name = fileOf(change);
  const attachments = [await attachmentOf(name, JSON.stringify(deploymentOf(object, 3)))];
  const isThere = () => cardsIn(world, { place }).some(({ words }) => words.includes(`I have ${name}`));
  for (let attempt = 0; attempt < 400 && !isThere(); attempt += 1) {
    const more = { text: "", textFormat: "plain", attachments };
    if (attempt % 200 === 0)
      await deliver(world, urls, messageFrom(person, place, teams.serviceUrl, azure.scenario.appId, more));
    await pause(50);
  }
}

export async function askText(
  world: World,
  urls: Urls,
  { person, place }: Pick<Change, "person" | "place">,
  text: string,
): Promise<void> {
  const { azure, teams } = world;
  const more = { text, textFormat: "plain" };
  await deliver(world, urls, messageFrom(person, place, teams.serviceUrl, azure.scenario.appId, more));
}

/** Cards in its thread; what mentions whoever waited long is none. */
const cardsIn = ({ teams }: World, { place }: Pick<Change, "place">) =>
  cardsOf(messagesByPlace(teams).get(place.id) ?? []).map((message) => ({
    message,
    words: wordsOnce(message.activity),
  }));

const grouped = new WeakMap<Teams, Readonly<{ count: number; places: Map<string, Shown[]> }>>();
/** They are asked for all the time, and there are thousands. */
function messagesByPlace(teams: Teams): ReadonlyMap<string, readonly Shown[]> {
  const { count, places } = grouped.get(teams) ?? { count: 0, places: new Map<string, Shown[]>() };
  const all = teams.shown();
  for (const message of all.slice(count))
    places.set(message.conversation, [...(places.get(message.conversation) ?? []), message]);
  grouped.set(teams, { count: all.length, places });
  return places;
}

const said = new WeakMap<object, string>();
function wordsOnce(activity: Shown["activity"]): string {
  const words = said.get(activity) ?? wordsOf(activity);
  said.set(activity, words);
  return words;
}

/**
 * Those of the run itself: not what asks for an approval, nor what is said of a press. Where Teams did not say whether it
 * took the card it goes to the chat of whoever asked, and what asks for an approval stands in the thread alone.
 */
function ownCards(world: World, change: Change) {
  const own = (place: Place, ...named: readonly string[]) =>
    cardsIn(world, { place }).filter(
      ({ words }) =>
        named.some((name) => words.includes(name)) && !/its card says where it stands/.test(words),
    );
  // The least that can be said of it, where its process was killed twice in showing it, names the object alone.
  const here = own(change.place, change.word, `/${change.object} `, fileOf(change));
  return here.length > 0 ? here : own(chatOf(change.person), change.word);
}

type Press = () => Promise<string>;

/** The press that approves, as it is read from the card; null where it waits for nobody. */
export async function approvalOf(world: World, urls: Urls, change: Change): Promise<Press | null> {
  const review = cardsIn(world, change)
    .flatMap(({ message }) => buttonsOf(message.activity))
    .find(({ title }) => title === "Review");
  if (!review) return null;
  const card = await press(world, urls, change, review.data);
  const approve = buttonsOf(card).find(({ title }) => /Approve/.test(title));
  if (!approve) return null;
  return async () => JSON.stringify(await press(world, urls, change, approve.data));
}

const press = (
  { azure, teams }: World,
  urls: Urls,
  { place, approver }: Change,
  data: Record<string, unknown>,
) =>
  deliver(
    { azure, teams, close: async () => {} },
    urls,
    messageFrom(approver ?? people.megan, place, teams.serviceUrl, azure.scenario.appId, {
      ...{ type: "invoke", name: "adaptiveCard/action" },
      value: { action: { type: "Action.Execute", verb: data.verb, data }, trigger: "manual" },
    }),
  );

/** How a change stands, by its card. `open`: it goes on by itself; `waits`: for an approval; `odd`: its card says none of it. */
export type End = "none" | "open" | "waits" | "done" | "untouched" | "unknown" | "odd" | "several";

/** `unknown` is said of what may have been done in part, too. The first that fits. */
const ends: readonly (readonly [RegExp, End])[] = [
  [/^… /m, "open"],
  [/Waits for approval/, "waits"],
  [/Done once, as/, "done"],
  [/Outcome unknown|not done, or not whole/, "unknown"],
  [/[Nn]othing was (sent|changed)/, "untouched"],
];

/** What says that it goes on is left over where its process was killed in posting it; the end stands beside it. */
export function endOf(world: World, change: Change): End {
  const all = ownCards(world, change).map(
    ({ words }) => ends.find(([said]) => said.test(words))?.[1] ?? "odd",
  );
  const last = all.filter((end) => end !== "open");
  const [end = "none"] = last.length > 0 ? last : all;
  return last.length > 1 ? "several" : end;
}

const isUnseen = (end: End): boolean => end === "none" || end === "open";

/** Where Teams did not say twice whether it took a card, a third is not posted: its person is told so in their own chat. */
export function unseenAndUntold(world: World, changes: readonly Change[]): readonly string[] {
  const unseen = changes.filter((change) => isUnseen(endOf(world, change)));
  const told = [...new Set(changes.map(({ person }) => person))]
    .flatMap((person) => cardsIn(world, { place: chatOf(person) }))
    .filter(({ words }) => /did not say whether it took my last answer/.test(words));
  return unseen.length > told.length
    ? unseen.map((change) => `${change.object}: ${endOf(world, change)}\n${wordsAbout(world, change)}`)
    : [];
}

export const wordsAbout = (world: World, change: Change): string =>
  [...new Set([...cardsIn(world, change), ...ownCards(world, change)].map(({ words }) => words))].join(
    "\n———\n",
  );

/** By two presses at once, as of somebody who is impatient. False where it waits for nobody. */
export async function approveTwice(world: World, urls: Urls, change: Change): Promise<boolean> {
  const approve = await approvalOf(world, urls, change);
  if (approve !== null) await Promise.all([approve(), approve()]);
  return approve !== null;
}

/** Approves whatever waits, until each has its end or the time is over; the milliseconds that it took. */
export async function settledWithApprovals(
  world: World,
  urls: Urls,
  changes: readonly Change[],
  milliseconds: number,
): Promise<number> {
  const from = performance.now();
  const waitingNow = () => changes.filter((change) => endOf(world, change) === "waits");
  const isDue = () => waitingNow().length > 0 || unseenAndUntold(world, changes).length > 0;
  while (performance.now() - from < milliseconds && isDue()) {
    // Whoever presses on many cards in one moment is taken for somebody who tries out ids.
    const waiting = waitingNow().slice(0, 4);
    await Promise.all(waiting.map((change) => approveTwice(world, urls, change)));
    await pause(200);
  }
  return performance.now() - from;
}

/** Changes of the object that reached the cluster, as its API server has written down. */
export async function writesOf({ azure }: World, object: string): Promise<number> {
  const writes = await azure.writes();
  return writes.filter(({ path, status }) => status < 300 && path.includes(`/deployments/${object}`)).length;
}

export type AuditRow = Readonly<{
  action: string;
  outcome: string;
  runId: string | null;
  detail: Readonly<Record<string, unknown>>;
}>;

/** Its rows by run, in the order in which they were written, and whether the chain of all of them holds. */
export async function trailOf(
  store: StorePlace,
): Promise<Readonly<{ holds: boolean; runs: ReadonlyMap<string, readonly AuditRow[]> }>> {
  const verified = await runHere(["audit", "verify"], { variables: { ...store } });
  if (verified.code !== 0) process.stderr.write(`${verified.out}\n`);
  const { out } = await runHere(["audit", "export"], { variables: { ...store } });
  const rows = out
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line) as AuditRow);
  const runs = Map.groupBy(
    rows.filter(({ action, runId }) => action.startsWith("change.") && runId !== null),
    ({ runId }) => runId ?? "",
  );
  return { holds: verified.code === 0, runs };
}

/** Its card names its run. */
const runIdOf = (world: World, change: Change): string =>
  ownCards(world, change).flatMap(({ words }) => /R-[A-Z0-9]{10}/.exec(words) ?? [])[0] ?? "";

type Trail = Awaited<ReturnType<typeof trailOf>>;

/** Whatever is wrong with it; nothing, as a rule. It has come to its end, or waits. Nobody else wants its object. */
export const faultsOf = async (world: World, trail: Trail, change: Change): Promise<readonly string[]> => [
  ...faultsInCluster(await writesOf(world, change.object), endOf(world, change), wordsAbout(world, change)),
  ...faultsBeside(world, trail, change),
];

/** The same without a look at the cluster. */
export function faultsBeside(world: World, trail: Trail, change: Change): readonly string[] {
  const end = endOf(world, change);
  const isEnd = !["odd", "several"].includes(end);
  const rows = trail.runs.get(runIdOf(world, change)) ?? [];
  return [...(isEnd ? [] : [`its end is ${end}`]), ...faultsOfTrail(rows, end)];
}

/** What nobody can do better: Azure did not let it be looked at, or it came to the cluster after that. */
export const notSeen = "not looked at afterwards";
export const seenTooSoon = "seen unchanged, and was done";

function faultsInCluster(writes: number, end: End, words: string): readonly string[] {
  const isChanged = /no longer as they were/.test(words);
  const isUnchanged = /so far nothing of it shows/.test(words);
  return [
    ...(writes > 1 ? [`done ${writes} times`] : []),
    ...(end === "done" && writes !== 1 ? ["said to be done, and is not"] : []),
    ...(["untouched", "waits"].includes(end) && writes > 0 ? ["said to be untouched, and was done"] : []),
    ...(end === "unknown" && !isChanged && !isUnchanged ? [notSeen] : []),
    ...(isChanged && writes === 0 ? ["said to be seen changed, and is not"] : []),
    ...(isUnchanged && writes > 0 ? [seenTooSoon] : []),
  ];
}

/** In this order, each at most once, whoever is killed. */
const made = ["submit", "look", "propose", "approve", "start", "sent", "finish"].map(
  (stage) => `change.${stage}`,
);
const expired = "change.expire";
const order = made.toSpliced(made.indexOf("change.start"), 0, expired);

/** What was refused of a press is on the trail beside it. */
function faultsOfTrail(rows: readonly AuditRow[], end: End): readonly string[] {
  // Its process was killed before it was written down: its requester is told so.
  if (rows.length === 0 && (end === "untouched" || isUnseen(end))) return [];
  const actions = rows
    .filter(({ action, outcome }) => action !== "change.approve" || outcome === "allowed")
    // Whoever looks at it before they decide may do so as often as they like.
    .filter(({ action }) => action !== "change.review")
    .map(({ action }) => action);
  const places = actions.map((action) => order.indexOf(action));
  const isInOrder = places.every((place, at) => place > (places[at - 1] ?? -1));
  const hasEnded = actions.includes("change.finish") || actions.includes(expired);
  const wanted = end === "done" ? made : ["change.submit"];
  const endsAsShown = isUnseen(end) || hasEnded === (end !== "waits");
  return isInOrder && endsAsShown && wanted.every((action) => actions.includes(action))
    ? []
    : [`the trail: ${actions.join(" ")}`];
}
