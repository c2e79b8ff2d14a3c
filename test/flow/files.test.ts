// An output as a file, through the real chain: asked for on its card, offered by Teams' own card, put, and shown.
import { people } from "../../simulator/people.ts";
import { buttonsOf, chatOf, type Harness, startHarness, until, wordsOf } from "./harness.ts";

let chain: Harness;
beforeAll(async () => {
  chain = await startHarness();
});
afterAll(() => chain?.close());

const chat = chatOf(people.alex);

/** The card of Teams that a message is. */
const attachmentOf = (activity: Record<string, unknown>): Record<string, unknown> => {
  const [attachment] = (activity.attachments ?? []) as Record<string, unknown>[];
  return attachment ?? {};
};

const ofType = (type: string) =>
  chain.teams
    .shown()
    .find(
      ({ activity }) =>
        attachmentOf(activity).contentType === `application/vnd.microsoft.teams.card.file.${type}`,
    );

test("offered, accepted, put whole into OneDrive, and shown where it was offered", async () => {
  const { activity } = await chain.ask(people.alex, "kubectl get pods -A -o yaml on prod-1", /Exit 0/);
  const [button] = buttonsOf(activity).filter(({ title }) => title === "Send as file");
  const pressed = await chain.press(people.alex, chat, button?.data ?? {});
  expect(pressed).toMatchObject({ statusCode: 200, value: expect.stringMatching(/whether I may put it/) });
  const offer = await until(() => ofType("consent"));
  const { name, content } = attachmentOf(offer.activity);
  expect(name).toMatch(/^prod-1-get-R-\w{10}\.yaml$/);
  expect(content).toMatchObject({ acceptContext: { v: 1 }, sizeInBytes: expect.any(Number) });
  const { acceptContext, sizeInBytes } = content as { acceptContext: object; sizeInBytes: number };

  const info = {
    name,
    uniqueId: "id-1",
    fileType: "yaml",
    contentUrl: `${chain.teams.serviceUrl}upload/kept`,
  };
  const uploadInfo = { ...info, uploadUrl: `${chain.teams.serviceUrl}upload/session?guid=1` };
  const value = { type: "fileUpload", action: "accept", context: acceptContext, uploadInfo };
  const invoke = { type: "invoke", name: "fileConsent/invoke", value, replyToId: offer.id };
  const said = await chain.deliver(chain.activity(people.alex, chat, invoke));
  expect(said.status).toBe(200);
  const shown = await until(() => ofType("info"));
  expect(shown.id).toBe(offer.id);
  expect(attachmentOf(shown.activity)).toMatchObject({
    name,
    contentUrl: info.contentUrl,
    content: { uniqueId: "id-1" },
  });

  const [file] = chain.teams.uploads();
  expect(file?.range).toBe(`bytes 0-${sizeInBytes - 1}/${sizeInBytes}`);
  expect(file?.text).toContain("coredns");
  const firstPage = wordsOf(activity);
  for (const line of (file?.text ?? "").split("\n").slice(0, 20))
    expect(firstPage).toContain(line.slice(0, 100));

  await chain.deliver(chain.activity(people.alex, chat, { ...invoke, replyToId: undefined }));
  await chain.answer(0, /This offer is over/, chat);
  expect(chain.teams.uploads()).toHaveLength(1);
});
