// Twenty minutes of three clusters in two channels: twelve alerts, some of them again and again, a storm, and what people do
// meanwhile. In the end each channel says what is open, whose it is, why, and what was done; a picture of both is kept.
import { mkdirSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { openBrowser } from "../../scripts/browser.ts";
import { openRenderer, profiles, readersZone } from "../../scripts/cards/renderer.ts";
import { azureMonitorAppId, botAppId, type Person, people, subscriptions } from "../../simulator/people.ts";
import { alertBody } from "../fixtures/alerts.ts";
import { newKeyFile } from "../fixtures/new-keys.ts";
import { policyCopy } from "../fixtures/policy-files.ts";
import { buttonsOf, messageFrom, wordsOf } from "../flow/harness.ts";
import { besideCard } from "../flow/incident-cards.ts";
import type { Shown } from "../flow/teams.ts";
import {
  launch,
  type ProductProcess,
  settled,
  startWorld,
  until,
  type World,
} from "../prove/product-process.ts";
import { type Databases, databases } from "../store/postgres-server.ts";
import { threeClusters } from "./three-clusters.ts";

const pictures = "test-results/channels";
mkdirSync(pictures, { recursive: true });

const channels = { incidents: "19:incidents@thread.tacv2", platform: "19:platform@thread.tacv2" } as const;
type Channel = keyof typeof channels;

let server: Databases;
let world: World;
let product: ProductProcess;
beforeAll(async () => {
  const scenario = await threeClusters();
  [server, world] = await Promise.all([databases(), startWorld(50, () => scenario)]);
  const { tenantId } = scenario;
  world.teams.setMembers(
    [people.alex, people.megan, people.patti].map(({ oid, displayName }) => ({
      ...{ id: `29:${oid}`, aadObjectId: oid, name: displayName, tenantId },
    })),
  );
  const store = { DATABASE_URL: await server.newDatabase(), AUDIT_KEY_FILE: await newKeyFile() };
  product = await launch(world, store, {
    POLICY_FILE: policyCopy({ looksInside: true }),
    NODE_OPTIONS: "--import ./test/prove/moved-clock.ts",
    CLOCK_STEP_MINUTES: "1",
  });
  await settled(product);
});
afterAll(async () => {
  await product?.end("SIGTERM", 20);
  await Promise.all([server?.stop(), world?.close()]);
});

let minute = 0;
const now = () => new Date(Date.now() + minute * 60_000);
/** When each message was seen first. */
const seenAt = new Map<string, Date>();
const look = () => {
  for (const { id } of world.teams.shown()) if (!seenAt.has(id)) seenAt.set(id, now());
};
/** The product's clock goes on to this minute. */
async function at(next: number): Promise<void> {
  look();
  for (; minute < next; minute += 1) {
    product.child.kill("SIGUSR2");
    await sleep(50);
  }
}

const clusterId = (name: string) =>
  `/subscriptions/${subscriptions.prod}/resourcegroups/rg-${name.split("-")[0]}/providers/microsoft.containerservice/managedclusters/${name}`;

type Rule = Readonly<{ cluster: string; rule: string; severity: number; description: string }>;
const firedAt = new Map<string, string>();

/** As Azure Monitor delivers it; the same rule again is another firing of it. */
async function alert({ cluster, rule, severity, description }: Rule, condition: "Fired" | "Resolved") {
  const key = `${cluster}-${rule}`;
  if (condition === "Fired") firedAt.set(key, now().toISOString());
  const body = alertBody({
    ...{ alertId: `/subscriptions/s/providers/Microsoft.AlertsManagement/alerts/${key}` },
    ...{ alertRule: rule, severity: `Sev${severity}`, monitorCondition: condition, description },
    ...{ alertTargetIDs: [clusterId(cluster)], configurationItems: [cluster], originAlertId: key },
    firedDateTime: firedAt.get(key),
    ...(condition === "Resolved" && { resolvedDateTime: now().toISOString() }),
  });
  const token = await world.azure.tokenFor(azureMonitorAppId, botAppId);
  const url = world.azure.gatewayUrl.replace("/api/messages", "/api/alerts/azure-monitor");
  const headers = { "content-type": "application/json", authorization: `Bearer ${token}` };
  const { status } = await fetch(url, { method: "POST", headers, body: JSON.stringify(body) });
  expect(status).toBe(200);
}

async function deliver(person: Person, place: string, more: Record<string, unknown>): Promise<unknown> {
  const { azure, teams } = world;
  const where = { id: place, conversationType: "channel" } as const;
  const response = await fetch(azure.gatewayUrl, {
    method: "POST",
    headers: { "content-type": "application/json", connection: "close" },
    body: JSON.stringify(messageFrom(person, where, teams.serviceUrl, azure.scenario.appId, more)),
  });
  return response.json().catch(() => null);
}

let posts = 0;
/** A post of a person. */
const write = (person: Person, channel: Channel, text: string) => {
  posts += 1;
  return deliver(person, `${channels[channel]};messageid=${posts}`, { text, textFormat: "plain" });
};

type Within = "post" | "thread";
const isIn = ({ conversation }: Shown, channel: Channel, within: Within) =>
  within === "post" ? conversation === channels[channel] : conversation.startsWith(`${channels[channel]};`);
/** The newest message there with these words, waited for. */
async function message(channel: Channel, words: RegExp, within: Within = "post"): Promise<Shown> {
  const find = () =>
    world.teams.shown().findLast((one) => isIn(one, channel, within) && words.test(wordsOf(one.activity)));
  const said = () =>
    world.teams
      .shown()
      .map(({ activity }) => wordsOf(activity))
      .join("\n———\n");
  await until(`${words}`, () => find() !== undefined, 90).catch((error: unknown) => {
    throw new Error(`${error}\n${said()}\n${product.said().slice(-2_000)}`);
  });
  look();
  const found = find();
  if (found === undefined) throw new Error("gone");
  return found;
}

type Data = Record<string, unknown>;

/** Each button in turn: the first on the message or on what a client fetches for it, the next on what the press before it answers. */
async function press(
  person: Person,
  { id, conversation, activity }: Shown,
  ...titles: readonly string[]
): Promise<void> {
  const thread = conversation.includes(";") ? conversation : `${conversation};messageid=${id}`;
  const invoke = (data: Data, trigger: string) =>
    deliver(person, thread, {
      ...{ type: "invoke", name: "adaptiveCard/action", replyToId: id },
      value: { action: { type: "Action.Execute", verb: data.verb, data }, trigger },
    });
  const [attachment] = (activity.attachments ?? []) as {
    content?: { refresh?: { action: { data: Data } } };
  }[];
  const own = attachment?.content?.refresh?.action.data;
  let all = [...buttonsOf(activity), ...(own ? buttonsOf(await invoke(own, "automatic")) : [])];
  for (const title of titles) {
    const button = all.find((one) => one.title === title);
    if (button === undefined) throw new Error(`No button “${title}” among ${all.map((one) => one.title)}`);
    all = [...buttonsOf(await invoke(button.data, "manual"))];
  }
}

const rules = {
  away: {
    cluster: "prod-1",
    rule: "api-server-availability",
    severity: 1,
    description: "The API server answers less than 99 % of its probes.",
  },
  slow: {
    cluster: "prod-1",
    rule: "api-server-latency",
    severity: 2,
    description: "The 99th percentile of requests takes more than 1 s.",
  },
  crash: {
    cluster: "edge-1",
    rule: "container-restarts",
    severity: 2,
    description: "Containers restart more than 5 times in 10 minutes.",
  },
  errors: {
    cluster: "edge-1",
    rule: "gateway-5xx",
    severity: 1,
    description: "More than 5 % of all requests fail.",
  },
  stopped: {
    cluster: "stage-1",
    rule: "nodes-not-ready",
    severity: 3,
    description: "Fewer nodes are ready than the pools have.",
  },
} satisfies Record<string, Rule>;
const storm = [
  ...["node-cpu", "node-memory", "pods-pending", "probe-failures"],
  ...["queue-length", "disk-queue", "requests-slow"],
].map((rule) => ({
  ...{ cluster: "edge-1", rule, severity: 3, description: "Above its threshold for five minutes." },
}));

test("after twenty minutes each channel says what is open, whose it is, why, and what was done", async () => {
  await write(people.alex, "incidents", "watch prod-1");
  await press(
    people.alex,
    await message("incidents", /Nobody stands for it yet/, "thread"),
    "Diagnose as me",
  );
  await write(people.patti, "platform", "watch edge-1");
  await message("platform", /follows edge-1/, "thread");
  await write(people.patti, "platform", "watch stage-1");
  await message("platform", /follows stage-1/, "thread");

  await alert(rules.away, "Fired");
  const cut = await message("incidents", /Request this fix/);
  await at(1);
  await alert(rules.slow, "Fired");
  await press(people.alex, cut, "I'm on it");
  await message("incidents", /2 open[\s\S]*/);
  await press(people.alex, await message("incidents", /Sev 1 · [\s\S]*Request this fix/), "Request this fix");
  const asked = await message("incidents", /fix prod-1[\s\S]*Review/, "thread");
  await press(people.megan, asked, "Review", "Approve once");
  await message("incidents", /✔ Fixed in/);

  await at(4);
  await alert(rules.crash, "Fired");
  const crashing = await message("platform", /container-restarts/);
  await press(people.patti, crashing, "I'm on it");
  await press(people.patti, crashing, "Diagnose");
  await message("platform", /Sev 2 · [\s\S]*gateway/);
  await at(6);
  for (const rule of storm) await alert(rule, "Fired");
  await message("platform", /8 open/);
  await at(8);
  await alert(rules.errors, "Fired");
  await message("platform", besideCard);

  await at(9);
  for (const rule of [rules.away, rules.slow]) await alert(rule, "Resolved");
  await message("incidents", /0 open|2 resolved/);
  await alert(rules.stopped, "Fired");
  const stopped = await message("platform", /nodes-not-ready/);
  await press(people.megan, stopped, "Diagnose");
  await message("platform", /stopped/i);
  await at(12);
  for (const rule of storm.slice(0, 4)) await alert(rule, "Resolved");
  await message("platform", /4 resolved/);
  await alert(rules.stopped, "Resolved");
  await message("platform", /Resolved after[\s\S]*stage-1/);

  await at(20);
  await alert(rules.slow, "Fired");
  await message("incidents", /prod-1[\s\S]*1 open/);
  for (const rule of storm.slice(0, 2)) await alert(rule, "Fired");
  await message("platform", /7 open/);
  await message("incidents", /Sev 2[\s\S]*Previous log/);
  await keepPicture();
});

/** As a channel shows them: posts, oldest first, with what was answered below each of them told in a line. */
async function keepPicture(): Promise<void> {
  const [renderer, browser] = await Promise.all([openRenderer(), openBrowser()]);
  const time = (id: string) =>
    (seenAt.get(id) ?? now()).toLocaleTimeString("en-GB", {
      timeZone: readersZone,
      hour: "numeric",
      minute: "2-digit",
    });
  const columns: string[] = [];
  for (const [name, id] of Object.entries(channels)) {
    const rows: string[] = [];
    for (const post of world.teams.shown().filter(({ conversation }) => conversation === id)) {
      const [attachment] = (post.activity.attachments ?? []) as { content?: object }[];
      if (attachment?.content === undefined) continue;
      const png = await renderer.picture(attachment.content, profiles.desktopLight);
      const replies = world.teams
        .shown()
        .filter(({ conversation }) => conversation === `${id};messageid=${post.id}`);
      const below =
        replies.length === 0
          ? ""
          : `${replies.length === 1 ? "1 reply" : `${replies.length} replies`}, the last at ${time(replies.at(-1)?.id ?? "")}`;
      rows.push(
        `<p><b>AKS On-Call</b> ${time(post.id)}</p><img alt="" src="data:image/png;base64,${png.toString("base64")}"><p class="quiet">${below}</p>`,
      );
    }
    columns.push(`<section><h1>${name[0]?.toUpperCase()}${name.slice(1)}</h1>${rows.join("")}</section>`);
  }
  const page = await browser.newPage({ viewport: { width: 1_220, height: 400 } });
  await page.setContent(
    `<style>main { display: inline-flex; gap: 32px; padding: 20px; background: #f0f0f0; align-items: flex-start }
    section { width: 562px; font: 14px "Liberation Sans", sans-serif } h1 { font-size: 20px; margin: 0 } p { margin: 12px 0 4px }
    .quiet { color: #4f52b2; margin: 2px 0 16px }</style><main>${columns.join("")}</main>`,
  );
  writeFileSync(`${pictures}/channels.png`, await page.locator("main").screenshot());
  await Promise.all([renderer.close(), browser.close()]);
}
