// Where a message may go, and what is said of a place that none may go to. What is known after a call: contract.test.ts.
import type { Showing } from "../../../src/app/ports/outbox.ts";
import { createMessenger, type MessengerParts } from "../../../src/doors/teams/messenger.ts";
import { CallError, type Connector } from "../../../src/doors/teams/port.ts";
import { answers } from "../../fixtures/answers.ts";

let requests: string[] = [];

/** Says this status to whoever wants a chat opened; everything else is taken. */
function messengerTo(serviceUrl: string, status = 201) {
  const called = (name: string) => async () => {
    requests.push(name);
    if (status >= 300) throw new CallError({ is: "answered", status }, "no");
    return "m1";
  };
  const connector = () =>
    ({
      post: called("post"),
      edit: called("edit"),
      member: called("member"),
      openChat: called("openChat"),
    }) as unknown as Connector;
  const logged: string[] = [];
  const log = (line: string) => void logged.push(line);
  const store = { personalConversation: async () => null, saveConversation: async () => {} };
  const trusted = (url: string) => url.startsWith("http://127.0.0.1");
  const parts = { store, connector, trusted, log: { info: log, warn: log, error: log } };
  const to = {
    ...{ key: "19:channel", userId: "29:alex", personal: false, channelId: "msteams", serviceUrl },
    ...{ conversation: { id: "19:channel", isGroup: true, name: "" }, bot: { id: "28:bot", name: "bot" } },
  };
  return { messenger: createMessenger(parts as unknown as MessengerParts), to, logged };
}

function showing(): Showing {
  const { incident } = answers;
  if (incident === undefined) throw new Error("no answer called incident");
  return { show: "answer", answer: incident, elsewhere: false };
}

describe("a place that nothing may be sent to", () => {
  const places = [
    ["that is not Teams'", "http://evil.example/", "serviceUrl", "service URL is not one of Teams'"],
    ["that cannot be read", "", "conversation", "stored conversation is not readable"],
  ] as const;

  test.each(places)(
    "%s is refused for good without a request, and logged",
    async (_name, url, code, line) => {
      const { messenger, to, logged } = messengerTo(url);
      const place = url === "" ? { ...to, serviceUrl: undefined } : to;
      requests = [];
      expect(await messenger.post(place, showing(), false)).toEqual({
        status: "refused",
        code,
        again: false,
      });
      expect(await messenger.edit(place, "m7", showing(), false)).toEqual({
        status: "refused",
        code,
        again: false,
      });
      // There is nothing to wait for: the post that comes next says so.
      expect(await messenger.answers(place)).toBe(true);
      expect(requests).toEqual([]);
      expect(new Set(logged)).toEqual(new Set([line]));
    },
  );
});

describe("the person's own chat", () => {
  const open = (status: number) => {
    const { messenger, to } = messengerTo("http://127.0.0.1/", status);
    return messenger.personalChat(to);
  };

  test("is opened", async () => {
    expect(await open(201)).toMatchObject({ key: "m1", personal: true });
  });

  test.each([403, 404])("is none where Teams says %s: the bot is not installed for them", async (status) => {
    expect(await open(status)).toBeNull();
  });

  test.each([429, 502, 412])("is not to be had now where Teams says %s", async (status) => {
    await expect(open(status)).rejects.toThrow("now");
  });
});
