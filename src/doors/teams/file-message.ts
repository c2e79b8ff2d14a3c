// Teams' own cards about a file in a person's chat: the question whether it may be put into their OneDrive, and the file
// (learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4).
import { type Activity, ActivityTypes } from "botbuilder";
import type { Content } from "../../core/delivery/message.ts";
import type { ConversationRef } from "../../core/run/run.ts";
import { label } from "../../presenters/card/text.ts";
import { messages } from "../../presenters/messages/messages.ts";

type Shown<Show extends Content["show"]> = Extract<Content, Readonly<{ show: Show }>>;

/** What either button sends back: an id that is only looked up. */
const context = (pending: string) => ({ v: 1, pending });

export function offerMessage(
  { name, bytes, asked, pending }: Shown<"offerFile">,
  { locale }: ConversationRef,
): Partial<Activity> {
  const { file } = messages(locale);
  const content = {
    description: label(file.description(asked, bytes), 400),
    sizeInBytes: bytes,
    acceptContext: context(pending),
    declineContext: context(pending),
  };
  return {
    type: ActivityTypes.Message,
    summary: file.summary(name),
    attachments: [{ contentType: "application/vnd.microsoft.teams.card.file.consent", name, content }],
  };
}

export function fileMessage(
  { name, contentUrl, uniqueId, fileType }: Shown<"file">,
  { locale }: ConversationRef,
): Partial<Activity> {
  const contentType = "application/vnd.microsoft.teams.card.file.info";
  return {
    type: ActivityTypes.Message,
    summary: messages(locale).file.sent(name),
    attachments: [{ contentType, name, contentUrl, content: { uniqueId, fileType } }],
  };
}
