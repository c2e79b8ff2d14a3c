// A window on the Playground that belongs to one person, and the cards that it was sent.
import type { Browser, Locator, Page, Request, Route, WebSocketRoute } from "playwright-core";
import { teamsUserId } from "../../scripts/demo/playground-config.ts";
import { type Person, people } from "../../simulator/people.ts";
import { openPlayground, type Ports } from "./demo-process.ts";

type Name = keyof typeof people;

export type PersonsWindow = Readonly<{
  page: Page;
  /** The newest card with these words, waited for. */
  card: (words: RegExp) => Promise<Locator>;
  /** The same as it was sent. */
  sent: (words: RegExp) => object;
  press: (words: RegExp, button: string) => Promise<void>;
  /**
   * From now on somebody else presses here: a thread of a channel is shown in the window that began it alone, and the
   * Playground takes who pressed from its page.
   */
  handTo: (name: Name) => void;
}>;

/**
 * The Playground knows one person, whose windows they all are; which person that is, each window is told at its start.
 * `refreshes`: it shows people their own views as Teams does, which the Playground does not: where they are named in the
 * `refresh` of a card, that action is sent, and its answer is what they see.
 */
export async function openWindow(
  browser: Browser,
  ports: Ports,
  name: Name,
  refreshes = false,
): Promise<PersonsWindow> {
  const cards: object[] = [];
  let presser: Person = people[name];
  const page = await openPlayground(browser, ports, async (opened) => {
    keepCards(opened, cards);
    if (refreshes)
      await opened.routeWebSocket(/\/conversations\//, (socket) =>
        showOwnViews(socket, ports, people[name], cards),
      );
    await opened.route("**/_internal/v1/config", (route) => tellWho(route, people[name]));
    await opened.route("**/_conversation/v1/invoke", (route) => pressedBy(route, presser));
  });
  const card = async (words: RegExp) => {
    const found = page.locator(".ac-adaptiveCard").filter({ hasText: words }).last();
    // No measure of speed: a busy machine may take long.
    await found.waitFor({ timeout: 120_000 });
    return found;
  };
  return {
    page,
    card,
    sent: (words) => {
      const sent = cards.findLast((each) => words.test(JSON.stringify(each)));
      if (sent === undefined) throw new Error(`No such card was sent: ${words}`);
      return sent;
    },
    press: async (words, button) => {
      const on = await card(words);
      await on.getByRole("button", { name: button, exact: true }).click();
    },
    handTo: (other) => {
      presser = people[other];
    },
  };
}

type User = { aadObjectId: string };
type Config = { config: { currentUser: User; users: User[] } };

async function tellWho(route: Route, { oid }: Person): Promise<void> {
  const answer = await route.fetch();
  const { config, ...rest }: Config = await answer.json();
  const users = [config.currentUser, ...config.users];
  const currentUser = users.find(({ aadObjectId }) => aadObjectId === oid);
  await route.fulfill({ response: answer, json: { ...rest, config: { ...config, currentUser, users } } });
}

function pressedBy(route: Route, { oid }: Person): Promise<void> {
  const pressed = { ...route.request().postDataJSON(), from: { id: teamsUserId(oid) } };
  return route.continue({ postData: JSON.stringify(pressed) });
}

/** Those that are posted or edited, and those that answer a press. */
function keepCards(page: Page, cards: object[]): void {
  page.on("websocket", (socket) => {
    if (socket.url().includes("/conversations/"))
      socket.on("framereceived", ({ payload }) => cards.push(...cardsIn(JSON.parse(String(payload)))));
  });
  page.on("requestfinished", async (request) => cards.push(...cardsIn(await answerTo(request))));
}

async function answerTo(request: Request): Promise<unknown> {
  if (!request.url().endsWith("/_conversation/v1/invoke")) return null;
  const answer = await request.response();
  return answer?.json().catch(() => null);
}

function cardsIn(value: unknown): readonly object[] {
  if (typeof value !== "object" || value === null) return [];
  if ("type" in value && value.type === "AdaptiveCard") return [value];
  return Object.values(value).flatMap(cardsIn);
}

type Refreshed = { refresh: { action: object; userIds?: readonly string[] } };
/** Of the message that a card stands in. */
type Around = Readonly<{ conversation?: string; message?: string }>;

/** In their order, each with the person's own view of every card in it. */
function showOwnViews(socket: WebSocketRoute, ports: Ports, person: Person, cards: object[]): void {
  const server = socket.connectToServer();
  let shown: Promise<void> = Promise.resolve();
  server.onMessage((payload) => {
    shown = shown.then(async () => {
      const seen = await withOwnViews(JSON.parse(String(payload)), ports, person, {});
      cards.push(...cardsIn(seen));
      socket.send(JSON.stringify(seen));
    });
  });
}

async function withOwnViews(value: unknown, ports: Ports, person: Person, outer: Around): Promise<unknown> {
  if (typeof value !== "object" || value === null) return value;
  if (isRefreshed(value) && value.refresh.userIds?.includes(teamsUserId(person.oid)))
    return ownView(value, ports, person, outer);
  const around = { ...outer, ...placeIn(value) };
  if (Array.isArray(value))
    return Promise.all(value.map((each) => withOwnViews(each, ports, person, around)));
  const entries = Object.entries(value).map(
    async ([key, each]) => [key, await withOwnViews(each, ports, person, around)] as const,
  );
  return Object.fromEntries(await Promise.all(entries));
}

const isRefreshed = (value: object): value is Refreshed =>
  "type" in value && value.type === "AdaptiveCard" && "refresh" in value;

function placeIn(value: object): Around {
  const { actionConversationId: conversation, messageId: message } = value as Record<string, unknown>;
  return {
    ...(typeof conversation === "string" && { conversation }),
    ...(typeof message === "string" && { message }),
  };
}

/** The card as it is where no card is answered. */
async function ownView(
  card: Refreshed,
  { playground }: Ports,
  { oid }: Person,
  { conversation, message }: Around,
): Promise<object> {
  const answer = await fetch(`http://localhost:${playground}/_conversation/v1/invoke`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      name: "adaptiveCard/action",
      value: { action: card.refresh.action, trigger: "automatic" },
      ...{ from: { id: teamsUserId(oid) }, conversation: { id: conversation }, replyToId: message },
    }),
  });
  if (!answer.ok) throw new Error(`No view of one's own: ${await answer.text()}`);
  const [own] = cardsIn(await answer.json());
  return own ?? card;
}
