// The files in a message (learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4): in a person's own chat Teams
// says where each can be read for some minutes. In channels it says nothing of them to a bot.
import type { Activity } from "botbuilder";
import { z } from "zod";
import type { AttachedFile } from "../../app/ports/files.ts";

const contentType = "application/vnd.microsoft.teams.file.download.info";
const attachment = z.object({
  contentType: z.literal(contentType),
  name: z.string().max(400),
  content: z.object({ downloadUrl: z.string().max(4_000) }),
});

/** What is no such file is passed over. */
export const attachedFiles = ({ attachments }: Pick<Activity, "attachments">): readonly AttachedFile[] =>
  (Array.isArray(attachments) ? attachments : []).flatMap((each) => {
    const { data } = attachment.safeParse(each);
    return data === undefined ? [] : [{ name: data.name, downloadUrl: data.content.downloadUrl }];
  });
